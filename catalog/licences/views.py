"""Pages where an officer writes down a producer's licences, and where an approver compares them."""

from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.licences.forms import LicenceForm, ReasonForm
from catalog.licences.models import Licence
from catalog.licences.queries import licences_in, licences_overseen_by, licences_served_by
from catalog.licences.services import ReasonMissing, record_licence, refuse_licence, revoke_licence, verify_licence
from catalog.licences.states import APPROVERS
from common.access import StaffRequest, staff_page
from common.audit.services import name_of
from common.pictures.intake import PictureRefused, let_in_privately
from common.pictures.uploads import photos_of
from common.pictures.views import private_file
from common.transitions import MoveNotAllowed
from producers.directory.models import Producer
from producers.directory.queries import producers_served_by, workplaces_of

ON_A_PAGE = 20
UNPROCESSABLE = 422
TABS = {"cho": "Chờ đối chiếu", "sap-het": "Sắp hết hạn", "con": "Còn hiệu lực", "het": "Không còn"}
DONE = {
    "doi-chieu": "Đã đối chiếu. Hàng cần giấy phép bán được tới ngày ghi trên giấy.",
    "khong-nhan": "Đã báo cho điểm hỗ trợ là giấy này không dùng được.",
    "thu-hoi": "Đã ghi thu hồi. Hàng chỉ còn được giới thiệu.",
}


@staff_page
@require_http_methods(["GET", "POST"])
def licences_of_producer(request: StaffRequest, pk: int) -> HttpResponse:
    """The licences of one producer, and a form for the next one."""
    producer = get_object_or_404(producers_served_by(request.user), pk=pk)
    if request.method == "GET":
        return _page(request, producer, LicenceForm())
    files, too_heavy = photos_of(request, "scan")
    form = LicenceForm(request.POST, request.FILES)
    if too_heavy:
        form.add_error("scan", "Ảnh này quá nặng; hãy chọn ảnh dưới 12 MB.")
    if form.is_valid():
        try:
            scan = let_in_privately(cast("BinaryIO", files[0]))
        except PictureRefused as refused:
            form.add_error("scan", str(refused))
        else:
            record_licence(producer, form.facts(scan), by=request.user)
            messages.success(request, "Đã ghi giấy phép. Tỉnh đối chiếu xong sẽ báo ở đây.")
            return redirect("work-licences", producer.pk)
    return _page(request, producer, form, status=UNPROCESSABLE)


@staff_page
@require_safe
def licence_scan(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The photo of a licence, for those who serve its producer."""
    return private_file(request, get_object_or_404(licences_served_by(request.user), pk=pk).scan)


@staff_page
@require_safe
def licence_list(request: StaffRequest) -> HttpResponse:
    """What waits to be compared, and what ends soon."""
    if not (request.user.is_superuser or workplaces_of(request.user) & {"approver", "auditor"}):
        raise Http404
    asked = request.GET.get("muc", "")
    tab = asked if asked in TABS else "cho"
    found = licences_in(licences_overseen_by(request.user), tab, on=timezone.localdate())
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("trang"))
    return render(request, "licences/list.html", {"page": page, "tabs": TABS.items(), "tab": tab, **_today()})


@staff_page
@require_safe
def licence_page(request: StaffRequest, pk: int) -> HttpResponse:
    """One licence beside its photo."""
    licence = get_object_or_404(licences_overseen_by(request.user), pk=pk)
    return _one(request, licence, ReasonForm())


@staff_page
@require_POST
def licence_act(request: StaffRequest, pk: int) -> HttpResponse:
    """Compare, refuse, or note that it was taken away."""
    licence = get_object_or_404(licences_overseen_by(request.user), pk=pk)
    act, form = request.POST.get("lam", ""), ReasonForm(request.POST)
    if not licence.actors(request.user) & APPROVERS or act not in DONE:
        raise Http404
    if not form.is_valid():
        return _one(request, licence, form, status=UNPROCESSABLE)
    try:
        if act == "doi-chieu":
            verify_licence(licence, by=request.user)
        else:
            service = refuse_licence if act == "khong-nhan" else revoke_licence
            service(licence, by=request.user, reason=form.cleaned_data["reason"])
    except ReasonMissing:
        form.add_error("reason", "Hãy ghi lý do để cán bộ xã nói lại với bà con.")
        return _one(request, licence, form, status=UNPROCESSABLE)
    except MoveNotAllowed:
        messages.error(request, "Chưa làm được: người khác vừa xử lý giấy này.")
    else:
        messages.success(request, DONE[act])
    return redirect("licence", licence.pk)


@staff_page
@require_safe
def licence_scan_overseen(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The photo of a licence, for those who oversee its producer."""
    return private_file(request, get_object_or_404(licences_overseen_by(request.user), pk=pk).scan)


def _page(request: StaffRequest, producer: Producer, form: LicenceForm, *, status: int = 200) -> HttpResponse:
    licences = licences_served_by(request.user).filter(producer=producer)
    context = {"producer": producer, "form": form, "licences": licences, **_today()}
    return render(request, "licences/of_producer.html", context, status=status)


def _one(request: StaffRequest, licence: Licence, form: ReasonForm, *, status: int = 200) -> HttpResponse:
    context = {
        "licence": licence,
        "form": form,
        "may_act": bool(licence.actors(request.user) & APPROVERS),
        "recorded_by": name_of(licence.recorded_by),
        "verified_by": name_of(licence.verified_by) if licence.verified_by else "",
        **_today(),
    }
    return render(request, "licences/one.html", context, status=status)


def _today() -> dict[str, Any]:
    return {"today": timezone.localdate()}
