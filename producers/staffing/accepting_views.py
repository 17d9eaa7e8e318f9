"""Pages of an invited person, below /loi-moi/: type the code from paper, then take the role up, once."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from common.audit.services import name_of
from common.policies.forms import AcceptForm
from common.policies.queries import versions_to_accept
from producers.staffing.codes import read_code, written_code
from producers.staffing.forms import CodeForm, NewcomerForm
from producers.staffing.models import Invitation
from producers.staffing.queries import invitation_with_code
from producers.staffing.services import InvitationSpent, NameTaken, RoleHeldAlready, accept_as, accept_as_newcomer

BACKEND = "django.contrib.auth.backends.ModelBackend"
FIRST_PAGE = "work-home"
UNPROCESSABLE, GONE = 422, 404


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Where the code of a printed invitation is typed."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        typed = read_code(form.cleaned_data["code"])
        if invitation_with_code(typed, timezone.now()):
            return redirect("invitation", written_code(typed))
        form.add_error("code", "Mã này không đúng, đã dùng hoặc đã hết hạn. Xin xem lại giấy, hoặc gọi người đã mời.")
    return render(request, "staffing/code.html", {"form": form}, status=UNPROCESSABLE if form.errors else 200)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, code: str) -> HttpResponse:
    """What is offered; take it up with a new account, or with the one that is signed in."""
    offered = invitation_with_code(code, timezone.now())
    if offered is None:
        return render(request, "staffing/spent.html", status=GONE)
    try:
        if request.user.is_authenticated:
            return _with_own_account(request, offered, code)
        return _with_new_account(request, offered, code)
    except InvitationSpent:
        return render(request, "staffing/spent.html", status=GONE)


def _with_own_account(request: HttpRequest, offered: Invitation, code: str) -> HttpResponse:
    person: Any = request.user
    asked = versions_to_accept(person, on=timezone.localdate())
    form = AcceptForm(request.POST if request.method == "POST" else None, asked=asked)
    if not asked:
        del form.fields["accepts"]
    if not form.is_valid():
        own = {"invitation": offered, "own_name": name_of(person), "form": form}
        return render(request, "staffing/accept_own.html", own, status=UNPROCESSABLE if form.errors else 200)
    try:
        accept_as(person, code, accepts=asked)
    except RoleHeldAlready:
        messages.error(request, "Tài khoản này đã có vai trò ấy rồi.")
    else:
        messages.success(request, f"Từ nay bạn là {offered.get_role_display().lower()}, {offered.place_name}.")
    return redirect(FIRST_PAGE)


def _with_new_account(request: HttpRequest, offered: Invitation, code: str) -> HttpResponse:
    first = {"full_name": offered.full_name, "contact": offered.email}
    asked = versions_to_accept(None, on=timezone.localdate())
    form = NewcomerForm(request.POST if request.method == "POST" else None, asked=asked, initial=first)
    if form.is_valid():
        typed = {name: form.cleaned_data[name] for name in ("full_name", "contact", "password")}
        try:
            person = accept_as_newcomer(code, accepts=asked, **typed)
        except NameTaken:
            form.add_error("contact", "Đã có tài khoản dùng số hoặc e-mail này. Xin đăng nhập rồi mở lại lời mời.")
        else:
            login(request, person, backend=BACKEND)
            messages.success(request, f"Chào {name_of(person)}. Tài khoản làm việc đã sẵn sàng.")
            return redirect(FIRST_PAGE)
    context = {"invitation": offered, "form": form}
    return render(request, "staffing/accept.html", context, status=UNPROCESSABLE if form.errors else 200)
