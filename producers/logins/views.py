"""Pages of administrators below /quan-tri/nguoi-ban/: who has a login to act for a producer, given and ended."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from common.access import StaffRequest, administrator_page
from common.audit.sentences import told
from common.audit.services import name_of
from common.forms import ReasonForm
from producers.directory.models import Producer
from producers.logins.forms import GiveForm
from producers.logins.queries import login_acts, logins_of, producers_to_find
from producers.logins.services import (
    AccountLocked,
    LoginEnded,
    LoginHeldAlready,
    LoginRefused,
    WorksHere,
    end_login,
    give_login,
)

ON_A_PAGE = 20
MOST_ACTS = 50
UNPROCESSABLE = 422
WORKPLACE = "Quản trị"
WHY_NOT: dict[type[LoginRefused], str] = {
    AccountLocked: "Tài khoản này đang bị khoá, không đăng nhập được.",
    WorksHere: "Tài khoản này của người làm việc ở chợ (điểm hỗ trợ, duyệt, giám sát hoặc quản trị). "
    "Người làm việc không bán hàng thay người bán bằng đăng nhập riêng.",
    LoginHeldAlready: "Tài khoản này đã làm việc cho người bán này rồi.",
}


@administrator_page
@require_safe
def producers(request: StaffRequest) -> HttpResponse:
    """Every producer, with how many logins act for her."""
    sought = request.GET.get("q", "").strip()
    page = Paginator(producers_to_find(sought), ON_A_PAGE).get_page(request.GET.get("trang"))
    return render(request, "logins/producers.html", {"page": page, "sought": sought, "workplace": WORKPLACE})


@administrator_page
@require_http_methods(["GET", "POST"])
def logins(request: StaffRequest, pk: int) -> HttpResponse:
    """Who acts for the producer by a login of their own. Posting gives another account that right."""
    producer = get_object_or_404(Producer.objects.select_related("point"), pk=pk)
    form = GiveForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        account: User = form.cleaned_data["account"]
        try:
            give_login(producer, account, by=request.user, reason=form.cleaned_data["reason"])
        except LoginRefused as refused:
            form.add_error("account", WHY_NOT[type(refused)])
        else:
            messages.success(request, f"Từ nay {name_of(account)} đăng nhập và tự làm được việc của {producer.name}.")
            return redirect("manage-logins", pk)
    context = {
        "producer": producer,
        "accounts": [(account, name_of(account)) for account in logins_of(producer)],
        "form": form,
        "history": [told(entry) for entry in login_acts(producer)[:MOST_ACTS]],
    }
    return _page(request, "logins/logins.html", context)


@administrator_page
@require_http_methods(["GET", "POST"])
def login_end(request: StaffRequest, pk: int, user_pk: int) -> HttpResponse:
    """End a login, with the reason."""
    producer = get_object_or_404(Producer, pk=pk)
    account = get_object_or_404(logins_of(producer), pk=user_pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            end_login(producer, account, by=request.user, reason=form.cleaned_data["reason"])
        except LoginEnded:
            messages.error(request, "Đăng nhập này vừa được người khác cho thôi.")
        else:
            messages.success(request, f"{name_of(account)} không còn làm được việc của {producer.name}.")
        return redirect("manage-logins", pk)
    context = {"producer": producer, "account": account, "name": name_of(account), "form": form}
    return _page(request, "logins/end.html", context)


def _page(request: StaffRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    status = UNPROCESSABLE if context["form"].errors else 200
    return render(request, template, {"workplace": WORKPLACE, **context}, status=status)
