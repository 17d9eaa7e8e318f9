"""Pages of the second proof: set it up with a picture for the phone, give it, and get new codes for paper."""

from base64 import b32encode
from collections.abc import Callable
from typing import Any

import segno
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST
from django_otp import login

from common.access import StaffRequest
from producers.directory.queries import needs_second_factor
from producers.second_factor.forms import CodeForm
from producers.second_factor.services import (
    WrongCode,
    check_code,
    has_second_factor,
    phone_to_set_up,
    set_up,
    write_paper_anew,
)

UNPROCESSABLE = 422
FIRST_PAGE = "work-home"


def proof_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page for those whose work needs the second proof; for others it does not exist."""

    def page(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not needs_second_factor(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return never_cache(sensitive_post_parameters()(login_required(page)))


@proof_page
@require_http_methods(["GET", "POST"])
def second_factor(request: StaffRequest) -> HttpResponse:
    """Give the second proof, or set it up when there is none yet."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    is_set_up = has_second_factor(request.user)
    if request.method == "POST" and form.is_valid():
        try:
            return _proved(request, form.cleaned_data["code"]) if is_set_up else _set_up(request, form)
        except WrongCode as wrong:
            form.add_error("code", _said(wrong))
    context = {"form": form, "next": _asked(request)}
    if is_set_up:
        is_proved = _is_proved(request)
        return _page(request, "second_factor/ask.html", {**context, "is_proved": is_proved})
    phone = phone_to_set_up(request.user)
    secret = b32encode(phone.bin_key).decode().rstrip("=")
    picture = segno.make(phone.config_url, error="m", micro=False).svg_data_uri(scale=5, border=3, light="white")
    context |= {"picture": picture, "address": phone.config_url, "secret": " ".join(_groups(secret))}
    return _page(request, "second_factor/set_up.html", context)


@proof_page
@require_POST
def paper(request: StaffRequest) -> HttpResponse:
    """New codes for paper, for who has given the proof in this session."""
    if not _is_proved(request):
        return redirect("second-factor")
    return render(request, "second_factor/paper.html", {"codes": write_paper_anew(request.user), "next": ""})


def _proved(request: StaffRequest, code: str) -> HttpResponse:
    login(request, check_code(request.user, code))
    messages.success(request, "Đã xác nhận.")
    return redirect(_asked(request) or FIRST_PAGE)


def _set_up(request: StaffRequest, form: CodeForm) -> HttpResponse:
    device, codes = set_up(request.user, form.cleaned_data["code"].replace(" ", ""))
    login(request, device)
    return render(request, "second_factor/paper.html", {"codes": codes, "next": _asked(request)})


def _is_proved(request: StaffRequest) -> bool:
    user: Any = request.user
    return bool(user.is_verified())


def _asked(request: StaffRequest) -> str:
    """The page of ours that the person was heading for."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if is_ours else ""


def _said(wrong: WrongCode) -> str:
    wait = f" Xin đợi {wrong.seconds} giây rồi thử lại." if wrong.seconds else ""
    return f"Mã chưa đúng hoặc đã dùng.{wait}"


def _groups(text: str) -> list[str]:
    return [text[start : start + 4] for start in range(0, len(text), 4)]


def _page(request: StaffRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, context, status=UNPROCESSABLE if context["form"].errors else 200)
