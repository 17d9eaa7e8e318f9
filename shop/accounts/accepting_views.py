"""New texts that bind people at work: asked once, at the first sign-in after a new version."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from common.policies.forms import AcceptForm
from common.policies.queries import versions_to_accept
from shop.accounts.queries import first_page_of
from shop.accounts.services import accept_new_texts
from shop.accounts.views import OwnRequest, form_page, own_page


@own_page
@form_page
def new_texts(request: OwnRequest) -> HttpResponse:
    """Show what is new and ask for a yes; then on to where the person was heading."""
    to = asked_page(request) or first_page_of(request.user)
    asked = versions_to_accept(request.user, on=timezone.localdate())
    if not asked:
        return redirect(to)
    form = AcceptForm(request.POST if request.method == "POST" else None, asked=asked)
    if form.is_valid():
        accept_new_texts(request.user, asked)
        messages.success(request, "Đã ghi sự đồng ý của bạn.")
        return redirect(to)
    status = 422 if form.is_bound else 200
    return render(request, "accounts/new_texts.html", {"form": form, "next": to}, status=status)


def asked_page(request: HttpRequest) -> str:
    """The page of ours that the person was heading for, if any."""
    asked: str = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if ours else ""
