"""Come in, open an account, go out, and set a forgotten password anew."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from common.policies.queries import versions_to_accept
from shop.accounts.accepting_views import asked_page
from shop.accounts.forms import NewPasswordForm, ResetForm, SignInForm, SignUpForm
from shop.accounts.queries import first_page_of, is_asked_to_accept, user_of_reset_link
from shop.accounts.services import NameTaken, change_password, open_account, send_reset_link
from shop.basket.cookie import forget, guest_basket_id
from shop.basket.services import take_over_guest_basket
from shop.tries import address_of, count_wrong_try, has_tried_too_often

WRONG = "Số điện thoại, e-mail hoặc mật khẩu chưa đúng."
TAKEN = "Số hoặc e-mail này đã có tài khoản. Xin đăng nhập, hoặc lấy lại mật khẩu."
TOO_OFTEN = "Đã thử nhiều lần. Xin đợi một lúc rồi thử lại, hoặc gọi chợ."
BACKEND = "django.contrib.auth.backends.ModelBackend"


def door(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page where passwords are typed: kept by no cache, its secrets in no error report."""
    return never_cache(sensitive_post_parameters()(require_http_methods(["GET", "HEAD", "POST"])(view)))


@door
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in with phone number or e-mail, then go on to where the person was heading."""
    if request.method != "POST":
        return (
            _go_on(request, request.user) if request.user.is_authenticated else _door(request, "sign_in", SignInForm())
        )
    form = SignInForm(request.POST)
    if not form.is_valid():
        return _door(request, "sign_in", form, status=422)
    who = (form.cleaned_data["name"], address_of(request))
    if has_tried_too_often("sign-in", *who):
        form.add_error(None, TOO_OFTEN)
        return _door(request, "sign_in", form, status=429)
    user = authenticate(request, username=who[0], password=form.cleaned_data["password"])
    if user is None:
        count_wrong_try("sign-in", *who)
        form.add_error(None, WRONG)
        return _door(request, "sign_in", form, status=422)
    return _let_in(request, user)


@door
def sign_up(request: HttpRequest) -> HttpResponse:
    """Open an account and sign in."""
    asked = versions_to_accept(None, on=timezone.localdate())
    form = SignUpForm(request.POST or None, asked=asked)
    if request.method != "POST":
        return _door(request, "sign_up", form)
    if has_tried_too_often("sign-up", address_of(request)):
        form.add_error(None, TOO_OFTEN)
        return _door(request, "sign_up", form, status=429)
    if not form.is_valid():
        return _door(request, "sign_up", form, status=422)
    typed = form.cleaned_data
    try:
        user = open_account(
            name=typed["name"], contact=typed["contact"], password=typed["password"], accepts=form.asked
        )
    except NameTaken:
        count_wrong_try("sign-up", address_of(request))
        form.add_error("contact", TAKEN)
        return _door(request, "sign_up", form, status=422)
    return _let_in(request, user)


@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out; the basket stays in the account."""
    logout(request)
    return redirect("home")


@door
def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for the e-mail address; say the same whether there is such an account or not."""
    form = ResetForm(request.POST or None)
    if request.method != "POST":
        return _door(request, "forgotten", form)
    visitor = address_of(request)
    if has_tried_too_often("reset", visitor):
        form.add_error(None, TOO_OFTEN)
        return _door(request, "forgotten", form, status=429)
    if not form.is_valid():
        return _door(request, "forgotten", form, status=422)
    count_wrong_try("reset", visitor)
    send_reset_link(form.cleaned_data["email"])
    return render(request, "accounts/reset_sent.html", {"email": form.cleaned_data["email"]})


@door
def reset_password(request: HttpRequest, code: str, token: str) -> HttpResponse:
    """Set a new password for whoever has the link from the e-mail."""
    user = user_of_reset_link(code, token)
    if user is None:
        return render(request, "accounts/reset_spent.html", status=404)
    form = NewPasswordForm(user, request.POST or None)
    if request.method != "POST":
        return _door(request, "reset_password", form)
    if not form.is_valid():
        return _door(request, "reset_password", form, status=422)
    change_password(user, password=form.cleaned_data["password"])
    return _let_in(request, user)


def _door(request: HttpRequest, page: str, form: Any, *, status: int = 200) -> HttpResponse:
    heading = {"form": form, "next": request.POST.get("next") or request.GET.get("next", "")}
    return render(request, f"accounts/{page}.html", heading, status=status)


def _let_in(request: HttpRequest, user: Any) -> HttpResponse:
    """Sign in and carry over what was chosen before."""
    basket_id = guest_basket_id(request)
    login(request, user, backend=BACKEND)
    response = _go_on(request, user)
    if basket_id is not None:
        take_over_guest_basket(user, basket_id)
        forget(response)
    return response


def _go_on(request: HttpRequest, user: Any) -> HttpResponse:
    """To the page asked for, else to the person's first page; before it to new texts that bind people at work."""
    to = asked_page(request) or first_page_of(user)
    if not is_asked_to_accept(user):
        return redirect(to)
    return redirect(f"{reverse('new-texts')}?{urlencode({'next': to})}")
