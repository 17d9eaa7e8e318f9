"""The account of a buyer: orders, addresses, name and password. Every read starts from the user."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.audit.services import name_of
from shop.accounts.address import address_kept
from shop.accounts.forms import AddressForm, ChangePasswordForm, NameForm
from shop.accounts.queries import first_page_of, kept_addresses, orders_of
from shop.accounts.services import (
    AddressKeptAlready,
    change_password,
    correct_address,
    forget_address,
    keep_address,
    rename,
)

ORDERS_A_PAGE = 20
LATEST = 3
form_page = require_http_methods(["GET", "HEAD", "POST"])


class OwnRequest(HttpRequest):
    """A request of somebody who has signed in, as every view behind `own_page` gets it."""

    user: User


def own_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Send a visitor to sign in and keep the page out of caches."""
    return never_cache(login_required(view))


@own_page
@require_safe
def account(request: OwnRequest) -> HttpResponse:
    """Show the newest orders and the ways to everything else."""
    work = first_page_of(request.user)
    page = {
        "name": name_of(request.user),
        "purchases": orders_of(request.user)[:LATEST],
        "work": work if work != request.path else "",
    }
    return render(request, "accounts/account.html", page)


@own_page
@require_safe
def orders(request: OwnRequest) -> HttpResponse:
    """List the orders of the account, twenty a page."""
    page = Paginator(orders_of(request.user), ORDERS_A_PAGE).get_page(request.GET.get("trang"))
    return render(request, "accounts/orders.html", {"page": page})


@own_page
@require_safe
def addresses(request: OwnRequest) -> HttpResponse:
    """List the kept addresses."""
    return render(request, "accounts/addresses.html", {"kept": kept_addresses(request.user)})


@own_page
@form_page
def address_add(request: OwnRequest) -> HttpResponse:
    """Keep one more address."""
    form = AddressForm(request.POST or None)
    if request.method != "POST":
        return render(request, "accounts/address.html", {"form": form})
    if not form.is_valid():
        return render(request, "accounts/address.html", {"form": form}, status=422)
    keep_address(request.user, form.typed_address(), is_usual=form.cleaned_data["is_usual"])
    messages.success(request, "Đã giữ địa chỉ.")
    return redirect("account-addresses")


@own_page
@form_page
def address_edit(request: OwnRequest, pk: int) -> HttpResponse:
    """Correct a kept address."""
    kept = get_object_or_404(kept_addresses(request.user), pk=pk)
    form = AddressForm(request.POST or None, initial=_typed(kept))
    if request.method != "POST":
        return render(request, "accounts/address.html", {"form": form, "kept": kept})
    if form.is_valid():
        try:
            correct_address(kept, form.typed_address(), is_usual=form.cleaned_data["is_usual"])
        except AddressKeptAlready:
            form.add_error(None, "Bạn đã giữ một địa chỉ y như vậy.")
        else:
            messages.success(request, "Đã sửa địa chỉ.")
            return redirect("account-addresses")
    return render(request, "accounts/address.html", {"form": form, "kept": kept}, status=422)


@own_page
@require_POST
def address_forget(request: OwnRequest, pk: int) -> HttpResponse:
    """Delete a kept address."""
    forget_address(get_object_or_404(kept_addresses(request.user), pk=pk))
    messages.success(request, "Đã xoá địa chỉ. Các đơn đã đặt vẫn giao tới nơi cũ.")
    return redirect("account-addresses")


@own_page
@form_page
def name(request: OwnRequest) -> HttpResponse:
    """Change the name."""
    form = NameForm(request.POST or None, initial={"name": name_of(request.user)})
    if request.method != "POST":
        return render(request, "accounts/name.html", {"form": form})
    if not form.is_valid():
        return render(request, "accounts/name.html", {"form": form}, status=422)
    rename(request.user, name=form.cleaned_data["name"])
    messages.success(request, "Đã đổi tên.")
    return redirect("account")


@own_page
@sensitive_post_parameters()
@form_page
def password(request: OwnRequest) -> HttpResponse:
    """Change the password and stay signed in here."""
    form = ChangePasswordForm(request.user, request.POST or None)
    if request.method != "POST":
        return render(request, "accounts/password.html", {"form": form})
    if not form.is_valid():
        return render(request, "accounts/password.html", {"form": form}, status=422)
    change_password(request.user, password=form.cleaned_data["password"])
    update_session_auth_hash(request, request.user)
    messages.success(request, "Đã đổi mật khẩu. Những nơi khác đang đăng nhập đã bị đăng xuất.")
    return redirect("account")


def _typed(kept: Any) -> dict[str, Any]:
    address = address_kept(kept)
    return {
        "recipient": address.recipient,
        "phone": address.phone,
        "commune": address.commune,
        "house": address.house,
        "is_usual": kept.is_default_for_shipping,
    }
