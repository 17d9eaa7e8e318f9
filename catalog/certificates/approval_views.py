"""Pages where an approver compares a certificate with its decision and notes what the authority decided later."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from catalog.certificates import services
from catalog.certificates.forms import CheckForm, ExtensionForm, ReplacementForm, RevocationForm
from catalog.certificates.pages import dossiers_context, list_context, page_context
from catalog.certificates.queries import dossiers_under
from catalog.certificates.seen import seen_of
from catalog.certificates.services import CertificateRefused
from catalog.ocop.holders import HolderNotSubject, why_not_holder
from catalog.ocop.life import CertificateState, extension_window, latest_extension
from catalog.ocop.models import Certificate
from catalog.ocop.queries import certificates_under
from common.access import StaffRequest, staff_page
from common.pictures.views import private_file
from common.transitions import ChangedSinceSeen
from producers.directory.queries import workplaces_of

UNPROCESSABLE, CONFLICT = 422, 409
CHANGED = "Giấy này vừa được sửa sau khi bạn mở trang, nên chưa ghi đối chiếu. Hãy so lại từng dòng rồi mới bấm."


@staff_page
@require_safe
def certificate_list(request: StaffRequest) -> HttpResponse:
    """The certificates of the approver's provinces by step."""
    if "approver" not in workplaces_of(request.user) and not request.user.is_superuser:
        raise Http404
    context = list_context(request, certificates_under(request.user))
    return render(request, "certificates/list.html", {**context, "route": "approve-certificate", "is_approver": True})


@staff_page
@require_safe
def dossier_list(request: StaffRequest) -> HttpResponse:
    """The files of the approver's provinces that wait for their result."""
    if "approver" not in workplaces_of(request.user) and not request.user.is_superuser:
        raise Http404
    context = dossiers_context(request, dossiers_under(request.user))
    return render(request, "certificates/dossiers.html", {**context, "is_approver": True})


@staff_page
@require_safe
def certificate_page(request: StaffRequest, pk: int) -> HttpResponse:
    """One certificate, with what the approver may note about it."""
    return _page(request, _under(request, pk))


@staff_page
@require_POST
def check(request: StaffRequest, pk: int) -> HttpResponse:
    """Note that it was compared with the decision."""
    certificate, form = _under(request, pk), CheckForm(request.POST)
    is_overruled, is_right = bool(_why_not(certificate)), form.is_valid()
    if is_overruled and not is_right:
        return _page(request, certificate, status=UNPROCESSABLE, checking=form)
    reason, seen = form.cleaned_data["reason"] if is_overruled else "", form.cleaned_data["seen"]
    try:
        return _note(
            request,
            certificate,
            lambda: services.check_certificate(certificate, by=request.user, seen=seen, reason=reason),
            "Đã đối chiếu, dấu sao hiện theo ngày của giấy.",
        )
    except ChangedSinceSeen:
        messages.error(request, CHANGED)
        now = _under(request, pk)
        again = CheckForm(initial={"seen": seen_of(now), "reason": reason})
        return _page(request, now, status=CONFLICT, checking=again)


@staff_page
@require_POST
def revoke(request: StaffRequest, pk: int) -> HttpResponse:
    """Note a revocation."""
    certificate, form = _under(request, pk), RevocationForm(request.POST)
    if not form.is_valid():
        return _page(request, certificate, status=UNPROCESSABLE, revocation=form)
    done = "Đã ghi thu hồi. Từ ngày đó dấu sao không hiện ở đâu nữa."
    return _note(
        request,
        certificate,
        lambda: services.revoke_certificate(certificate, by=request.user, **form.cleaned_data),
        done,
        revocation=form,
    )


@staff_page
@require_POST
def extend(request: StaffRequest, pk: int) -> HttpResponse:
    """Note an extension."""
    certificate, form = _under(request, pk), ExtensionForm(request.POST)
    if not form.is_valid():
        return _page(request, certificate, status=UNPROCESSABLE, extension=form)
    return _note(
        request,
        certificate,
        lambda: services.extend_certificate(certificate, by=request.user, **form.cleaned_data),
        "Đã ghi kéo dài hiệu lực.",
        extension=form,
    )


@staff_page
@require_POST
def replace(request: StaffRequest, pk: int) -> HttpResponse:
    """Note which newer certificate stands in its place."""
    certificate = _under(request, pk)
    form = ReplacementForm(request.POST, certificate=certificate)
    if not form.is_valid():
        return _page(request, certificate, status=UNPROCESSABLE, replacement=form)
    return _note(
        request,
        certificate,
        lambda: services.mark_replaced(certificate, by=request.user, **form.cleaned_data),
        "Đã ghi giấy mới thay giấy này.",
        replacement=form,
    )


@staff_page
@require_POST
def scan_visibility(request: StaffRequest, pk: int) -> HttpResponse:
    """Let everybody see the photo of the paper, or staff alone."""
    certificate, is_public = _under(request, pk), request.POST.get("ai-xem") == "moi-nguoi"
    done = "Ai cũng xem được bản chụp." if is_public else "Chỉ người làm việc xem được bản chụp."
    return _note(
        request,
        certificate,
        lambda: services.show_scan(certificate, by=request.user, is_public=is_public),
        done,
    )


@staff_page
@require_safe
def scan_picture(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The photo of the paper, for the approvers of its province."""
    certificate = _under(request, pk)
    if not certificate.scan:
        raise Http404
    return private_file(request, certificate.scan)


def _under(request: StaffRequest, pk: int) -> Certificate:
    found: Certificate = get_object_or_404(certificates_under(request.user), pk=pk)
    return found


def _why_not(certificate: Certificate) -> str:
    """Why its holder can hold none, by what the market knows of her."""
    goods = certificate.product.listing
    return why_not_holder(certificate.holder, goods.product_set_no, subject_kind=certificate.subject_kind)


def _note(
    request: StaffRequest, certificate: Certificate, act: Callable[[], None], done: str, **forms: Any
) -> HttpResponse:
    """Do it and say so; what does not fit is said above the form that was sent."""
    try:
        act()
    except (CertificateRefused, HolderNotSubject) as refused:
        for form in forms.values():
            form.add_error(None, str(refused))
        if not forms:
            messages.error(request, str(refused))
        return _page(request, certificate, status=UNPROCESSABLE, **forms)
    messages.success(request, f"{certificate.product.title}: {done}")
    return redirect("approve-certificate", certificate.pk)


def _page(request: StaffRequest, certificate: Certificate, *, status: int = 200, **forms: Any) -> HttpResponse:
    context = page_context(certificate)
    ended = (CertificateState.REVOKED, CertificateState.REPLACED)
    replacement = ReplacementForm(certificate=certificate)
    extending, today = extension_window(certificate), timezone.localdate()
    is_open = context["standing"].is_checked and context["standing"].state not in ended
    context |= {
        "is_approver": True,
        "is_open": is_open,
        "may_extend": is_open and extending is not None and extending.opens <= today <= extending.closes,
        "may_replace": is_open and replacement.fields["newer"].queryset.exists(),  # type: ignore[attr-defined]
        "latest_extension": latest_extension(certificate.expires_date),
        "why_not": _why_not(certificate),
        "checking": CheckForm(initial={"seen": seen_of(certificate)}),
        "revocation": RevocationForm(),
        "extension": ExtensionForm(),
        "replacement": replacement,
        **forms,
    }
    return render(request, "certificates/approve.html", context, status=status)
