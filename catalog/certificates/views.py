"""Pages where an officer sees which certificates end, notes the files sent, and keeps photos of the papers."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.certificates.forms import DossierForm, ResultForm, ScanForm
from catalog.certificates.pages import dossiers_context, list_context, page_context
from catalog.certificates.queries import dossiers_served_by, goods_without_dossier
from catalog.certificates.services import CertificateRefused, add_scan, answer_dossier, send_dossier
from catalog.ocop.holders import HolderNotSubject
from catalog.ocop.models import Certificate
from catalog.ocop.queries import certificates_served_by
from catalog.ocop.states import DossierKind, DossierResult
from common.access import StaffRequest, staff_page
from common.pictures.intake import PictureRefused
from common.pictures.uploads import is_too_much, photos_of
from common.pictures.views import private_file
from producers.directory.access import serving_page

UNPROCESSABLE, TOO_LARGE = 422, 413


@serving_page
@require_safe
def certificate_list(request: StaffRequest) -> HttpResponse:
    """The certificates of the producers whom the person serves, what must be renewed first."""
    context = list_context(request, certificates_served_by(request.user))
    return render(request, "certificates/list.html", {**context, "route": "work-certificate"})


@serving_page
@require_safe
def dossier_list(request: StaffRequest) -> HttpResponse:
    """The files that wait for their result, those of products without a certificate too."""
    context = dossiers_context(request, dossiers_served_by(request.user))
    return render(request, "certificates/dossiers.html", context)


@staff_page
@require_safe
def certificate_page(request: StaffRequest, pk: int) -> HttpResponse:
    """One certificate: its papers, its state, what to do next."""
    return _page(request, _served(request, pk))


@serving_page
@require_http_methods(["GET", "HEAD", "POST"])
def dossier_add(request: StaffRequest) -> HttpResponse:
    """Note a file for any product, one that never had a certificate too."""
    goods = goods_without_dossier(request.user)
    form = DossierForm(request.POST or None, listings=goods, initial={"kind": DossierKind.FIRST})
    if request.method != "POST" or not form.is_valid():
        status = UNPROCESSABLE if form.errors else 200
        return render(request, "certificates/dossier.html", {"form": form, "has_goods": goods.exists()}, status=status)
    listing = form.cleaned_data["listing"]
    try:
        _send(request, listing.product, listing.producer, form)
    except (CertificateRefused, HolderNotSubject) as refused:
        form.add_error("listing" if isinstance(refused, HolderNotSubject) else None, str(refused))
        context = {"form": form, "has_goods": True}
        return render(request, "certificates/dossier.html", context, status=UNPROCESSABLE)
    messages.success(request, f"Đã ghi: {listing} đã nộp hồ sơ.")
    return redirect("work-certificates")


@staff_page
@require_POST
def dossier_of_certificate(request: StaffRequest, pk: int) -> HttpResponse:
    """Note that the file to renew or raise this certificate was sent."""
    certificate = _served(request, pk)
    form = DossierForm(request.POST)
    if not form.is_valid():
        return _page(request, certificate, status=UNPROCESSABLE, dossier_form=form)
    try:
        _send(request, certificate.product, certificate.holder, form, subject_kind=certificate.subject_kind)
    except (CertificateRefused, HolderNotSubject) as refused:
        form.add_error(None, str(refused))
        return _page(request, certificate, status=UNPROCESSABLE, dossier_form=form)
    messages.success(request, "Đã ghi ngày nộp hồ sơ. Chợ thôi nhắc và chờ kết quả.")
    return redirect("work-certificate", pk)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def dossier_result(request: StaffRequest, pk: int) -> HttpResponse:
    """Note that a file was refused or taken back."""
    dossier = get_object_or_404(dossiers_served_by(request.user), pk=pk)
    form = ResultForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            right = form.cleaned_data
            result = DossierResult(right["result"])
            answer_dossier(dossier, by=request.user, result=result, result_date=right["result_date"])
        except CertificateRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"Đã ghi kết quả hồ sơ của {dossier.product.title}.")
            return redirect("work-certificates")
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "certificates/result.html", {"form": form, "dossier": dossier}, status=status)


@staff_page
@require_POST
def scan_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep a photo of the paper."""
    certificate = _served(request, pk)
    if is_too_much(request):
        messages.error(request, "Tệp quá lớn.")
        return redirect("work-certificate", pk)
    files, dropped = photos_of(request, "scan")
    form = ScanForm(request.POST, {"scan": files[0]} if files else None)
    if dropped:
        form.add_error("scan", "Ảnh quá nặng; xin chọn ảnh dưới 12 MB.")
    elif form.is_valid():
        try:
            add_scan(certificate, form.cleaned_data["scan"], by=request.user)
        except PictureRefused as refused:
            form.add_error("scan", str(refused))
        else:
            messages.success(request, "Đã giữ bản chụp. Chỉ người làm việc xem được.")
            return redirect("work-certificate", pk)
    return _page(request, certificate, status=UNPROCESSABLE, scan_form=form)


@staff_page
@require_safe
def scan_picture(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The photo of the paper, for those who serve its holder."""
    certificate = _served(request, pk)
    if not certificate.scan:
        raise Http404
    return private_file(request, certificate.scan)


def _served(request: StaffRequest, pk: int) -> Certificate:
    found: Certificate = get_object_or_404(certificates_served_by(request.user), pk=pk)
    return found


def _send(request: StaffRequest, product: Any, holder: Any, form: DossierForm, *, subject_kind: str = "") -> None:
    right = form.cleaned_data
    send_dossier(
        product,
        holder=holder,
        by=request.user,
        kind=DossierKind(right["kind"]),
        applied_date=right["applied_date"],
        file_no=right["file_no"],
        subject_kind=subject_kind,
    )


def _page(request: StaffRequest, certificate: Certificate, *, status: int = 200, **forms: Any) -> HttpResponse:
    context = {
        **page_context(certificate),
        "dossier_form": DossierForm(initial={"kind": DossierKind.RENEWAL}),
        "scan_form": ScanForm(),
        **forms,
    }
    return render(request, "certificates/page.html", context, status=status)
