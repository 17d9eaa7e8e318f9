"""Pages where an officer writes down a producer's licences, and where an approver compares them."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.licences.forms import LicenceForm
from catalog.licences.models import Licence
from catalog.licences.queries import licences_in, licences_overseen_by, licences_served_by
from catalog.licences.services import record_licence, refuse_licence, revoke_licence, verify_licence
from catalog.licences.states import LicenceAct
from common.access import StaffRequest, staff_page
from common.acts.forms import WordsForm
from common.acts.shapes import Act
from common.acts.views import acted, with_acts
from common.audit.services import name_of
from common.pictures.intake import keep_scan
from common.pictures.uploads import drop_too_large, say_too_heavy
from common.pictures.views import private_file
from producers.directory.models import Producer
from producers.directory.queries import producers_served_by, workplaces_of

ON_A_PAGE = 20
UNPROCESSABLE = 422
TABS = {"cho": "Chờ đối chiếu", "sap-het": "Sắp hết hạn", "con": "Còn hiệu lực", "het": "Không còn"}
ACTS = (
    Act(
        "doi-chieu",
        LicenceAct.VERIFIED,
        "Đã đối chiếu, đúng như ảnh",
        "circle-check",
        "nut-chinh",
        verify_licence,
        "Đã đối chiếu. Hàng cần giấy phép bán được tới ngày ghi trên giấy.",
    ),
    Act(
        "khong-nhan",
        LicenceAct.REFUSED,
        "Không dùng được, kèm lý do",
        "undo-2",
        "",
        refuse_licence,
        "Đã báo cho điểm hỗ trợ là giấy này không dùng được.",
        words="reason",
    ),
    Act(
        "thu-hoi",
        LicenceAct.REVOKED,
        "Ghi đã bị thu hồi, kèm lý do",
        "ban",
        "nut-nguy",
        revoke_licence,
        "Đã ghi thu hồi. Hàng chỉ còn được giới thiệu.",
        words="reason",
    ),
)
WHEN = "Cần khi không nhận giấy, hoặc giấy bị thu hồi. Cán bộ xã đọc nguyên văn."


@staff_page
@require_http_methods(["GET", "POST"])
def licences_of_producer(request: StaffRequest, pk: int) -> HttpResponse:
    """The licences of one producer, and a form for the next one."""
    producer = get_object_or_404(producers_served_by(request.user), pk=pk)
    if request.method == "GET":
        return _page(request, producer, LicenceForm())
    dropped = drop_too_large(request)
    form = LicenceForm(request.POST, request.FILES)
    say_too_heavy(form, dropped)
    if not form.is_valid():
        return _page(request, producer, form, status=UNPROCESSABLE)
    record_licence(producer, form.facts(keep_scan(form.cleaned_data["scan"])), by=request.user)
    messages.success(request, "Đã ghi giấy phép. Tỉnh đối chiếu xong sẽ báo ở đây.")
    return redirect("work-licences", producer.pk)


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
    return _one(request, licence, WordsForm(hint=WHEN))


@staff_page
@require_POST
def licence_act(request: StaffRequest, pk: int) -> HttpResponse:
    """Compare, refuse, or note that it was taken away."""
    licence = get_object_or_404(licences_overseen_by(request.user), pk=pk)
    return acted(request, licence, ACTS, WordsForm(request.POST, hint=WHEN), page=partial(_one, request, licence))


@staff_page
@require_safe
def licence_scan_overseen(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The photo of a licence, for those who oversee its producer."""
    return private_file(request, get_object_or_404(licences_overseen_by(request.user), pk=pk).scan)


def _page(request: StaffRequest, producer: Producer, form: LicenceForm, *, status: int = 200) -> HttpResponse:
    licences = licences_served_by(request.user).filter(producer=producer)
    context = {"producer": producer, "form": form, "licences": licences, **_today()}
    return render(request, "licences/of_producer.html", context, status=status)


def _one(request: StaffRequest, licence: Licence, form: WordsForm, *, status: int = 200) -> HttpResponse:
    context = {
        "licence": licence,
        **with_acts(licence, ACTS, form, by=request.user),
        "recorded_by": name_of(licence.recorded_by),
        "verified_by": name_of(licence.verified_by) if licence.verified_by else "",
        **_today(),
    }
    return render(request, "licences/one.html", context, status=status)


def _today() -> dict[str, Any]:
    return {"today": timezone.localdate()}
