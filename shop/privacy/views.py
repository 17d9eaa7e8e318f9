"""Pages where anybody asks about her own data, follows the answer, and takes what is held about her account."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from shop.privacy.forms import RequestForm
from shop.privacy.models import DataRequest
from shop.privacy.queries import held_about
from shop.privacy.services import open_request
from shop.privacy.states import RequestState
from shop.tries import address_of, count_wrong_try, has_tried_too_often

TOO_OFTEN = "Hôm nay đã gửi nhiều yêu cầu từ máy này. Xin gọi chợ, hoặc đợi một giờ."


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Ask without an account; the answer is followed by a link that nobody can guess."""
    form = RequestForm(request.POST or None)
    if request.method != "POST":
        return render(request, "privacy/ask.html", {"form": form})
    if not form.is_valid():
        return render(request, "privacy/ask.html", {"form": form}, status=422)
    if has_tried_too_often("data-request", address_of(request)):
        form.add_error(None, TOO_OFTEN)
        return render(request, "privacy/ask.html", {"form": form}, status=429)
    count_wrong_try("data-request", address_of(request))
    user = request.user if request.user.is_authenticated else None
    asked = open_request(user=user, **form.cleaned_data)
    return redirect("data-request", asked.token)


@never_cache
@require_safe
def follow(request: HttpRequest, token: str) -> HttpResponse:
    """Where the request stands, for whoever has its link."""
    asked = get_object_or_404(DataRequest, token=token)
    return render(request, "privacy/follow.html", {"asked": asked, "steps": _steps(asked)})


@never_cache
@login_required
@require_safe
def held(request: HttpRequest) -> HttpResponse:
    """Everything that is held about the account, as a file."""
    options = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(held_about(request.user), json_dumps_params=options)  # type: ignore[arg-type]
    response["Content-Disposition"] = 'attachment; filename="cho-phien-du-lieu-cua-toi.json"'
    return response


def _steps(asked: DataRequest) -> list[dict[str, object]]:
    is_refused = asked.state == RequestState.REFUSED
    waits = "nay" if asked.state == RequestState.RECEIVED else "xong"
    last = "" if asked.is_open else ("hong" if is_refused else "xong")
    return [
        {"name": "Đã gửi", "state": "xong", "at": asked.received_at},
        {"name": "Chợ báo đã nhận", "state": waits, "at": asked.acknowledged_at},
        {
            "name": "Không làm được" if is_refused else "Trả lời",
            "state": last or ("nay" if waits == "xong" else ""),
            "at": asked.closed_at,
        },
    ]
