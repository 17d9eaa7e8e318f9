"""Pages where an approver announces and carries out restrictions, and where an officer answers for the seller."""

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.listings.models import Listing
from catalog.listings.states import GUARDIANS, OWN, ListingState
from catalog.moderation.access import moderation_page
from catalog.moderation.models import Restriction
from catalog.moderation.queries import (
    listings_moderated_by,
    moderates,
    producers_moderated_by,
    restrictions_in,
    restrictions_seen_by,
    restrictions_told_to,
)
from catalog.moderation.requests.forms import WordsForm
from catalog.moderation.restrictions.forms import AnswerForm, NoticeForm, TakeDownForm
from catalog.moderation.restrictions.services import (
    ReasonMissing,
    TooEarly,
    announce_restriction,
    answer_restriction,
    carry_out_restriction,
    first_day_after_notice,
    lift_restriction,
    take_down_at_once,
    withdraw_restriction,
)
from common.access import StaffRequest, staff_page
from common.audit.services import name_of
from common.transitions import MoveNotAllowed
from producers.directory.access import serving_page
from producers.directory.models import Producer

ON_A_PAGE = 20
UNPROCESSABLE, CONFLICT = 422, 409
TABS = {"bao": "Đã báo trước", "dang": "Đang hạn chế", "xong": "Đã thôi"}
DONE = {
    "thuc-hien": "Đã ngừng bán và báo cho điểm hỗ trợ.",
    "rut": "Đã rút thông báo và báo cho điểm hỗ trợ.",
    "thoi": "Đã thôi hạn chế và báo cho điểm hỗ trợ.",
}
ENDINGS: dict[str, Callable[..., object]] = {"rut": withdraw_restriction, "thoi": lift_restriction}
SAID = "Đã báo cho điểm hỗ trợ. Ngày sớm nhất được ngừng bán: {:%d/%m/%Y}."


@moderation_page
@require_safe
def restriction_list(request: StaffRequest) -> HttpResponse:
    """What was announced, what is in force, what has ended."""
    return _list(request, restrictions_seen_by(request.user), "moderation/restrictions.html")


@serving_page
@require_safe
def told_list(request: StaffRequest) -> HttpResponse:
    """The restrictions of the producers whom the person serves."""
    return _list(request, restrictions_told_to(request.user), "moderation/told.html")


@moderation_page
@require_http_methods(["GET", "POST"])
def take_down(request: StaffRequest, pk: int) -> HttpResponse:
    """Take one listing down: at once on a ground of the list, else with days of notice."""
    listing = get_object_or_404(listings_moderated_by(request.user).filter(state=ListingState.APPROVED), pk=pk)
    seen = listing.submitted_at.isoformat() if listing.submitted_at else ""
    form = TakeDownForm(request.POST or None, initial={"seen": seen})
    if request.method == "GET" or not form.is_valid():
        return _form(request, form, listing=listing, status=UNPROCESSABLE if request.method == "POST" else 200)
    right = form.cleaned_data
    if not form.is_at_once:
        return _announced(request, listing.producer, form, listing=listing)
    try:
        take_down_at_once(
            listing, ground=form.chosen_ground(), reason=right["reason"], by=request.user, seen=right["seen"]
        )
    except MoveNotAllowed:
        form.add_error(None, "Hàng này vừa được sửa hoặc người khác vừa gỡ. Hãy mở lại hồ sơ rồi xem lần nữa.")
        return _form(request, form, listing=listing, status=CONFLICT)
    messages.success(request, f"{listing}: đã gỡ khỏi chợ và báo cho điểm hỗ trợ kèm căn cứ.")
    return redirect("approve-queue")


@moderation_page
@require_http_methods(["GET", "POST"])
def restrict_producer(request: StaffRequest, pk: int) -> HttpResponse:
    """Announce that all that is this producer's will be restricted."""
    producer = get_object_or_404(producers_moderated_by(request.user), pk=pk)
    form = NoticeForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return _form(request, form, producer=producer, status=UNPROCESSABLE if request.method == "POST" else 200)
    return _announced(request, producer, form)


@moderation_page
@require_safe
def restriction_page(request: StaffRequest, pk: int) -> HttpResponse:
    """One restriction: what was told, what was answered, what can be done now."""
    return _page(request, get_object_or_404(restrictions_seen_by(request.user), pk=pk), WordsForm())


@moderation_page
@require_POST
def restriction_act(request: StaffRequest, pk: int) -> HttpResponse:
    """Carry it out once its day has come, take it back, or end it."""
    restriction = get_object_or_404(restrictions_seen_by(request.user), pk=pk)
    act, form = request.POST.get("lam", ""), WordsForm(request.POST)
    if not restriction.actors(request.user) & GUARDIANS or act not in DONE:
        raise Http404
    if not form.is_valid():
        return _page(request, restriction, form, status=UNPROCESSABLE)
    try:
        if act in ENDINGS:
            ENDINGS[act](restriction, by=request.user, reason=form.cleaned_data["words"])
        else:
            carry_out_restriction(restriction, by=request.user)
    except ReasonMissing:
        form.add_error("words", "Hãy ghi lý do để bà con biết.")
        return _page(request, restriction, form, status=UNPROCESSABLE)
    except TooEarly:
        messages.error(request, f"Chưa tới ngày: sớm nhất là {restriction.earliest_date:%d/%m/%Y}.")
    except MoveNotAllowed:
        messages.error(request, "Chưa làm được: người khác vừa xử lý việc này.")
    else:
        messages.success(request, DONE[act])
    return redirect("restriction", restriction.pk)


@staff_page
@require_http_methods(["GET", "POST"])
def told_page(request: StaffRequest, pk: int) -> HttpResponse:
    """What a producer was told, and where her officer writes down what she says to it."""
    restriction = get_object_or_404(restrictions_told_to(request.user), pk=pk)
    form, status = AnswerForm(request.POST or None), 200
    if request.method == "POST" and form.is_valid():
        try:
            answer_restriction(restriction, by=request.user, answer=form.cleaned_data["answer"])
        except MoveNotAllowed:
            messages.error(request, "Chưa ghi được: đã có lời đáp, hoặc tỉnh đã xử lý xong.")
            status = CONFLICT
        else:
            messages.success(request, "Đã ghi và gửi cho tỉnh.")
            return redirect("work-restriction", restriction.pk)
    status = UNPROCESSABLE if form.errors else status
    return _page(request, restriction, form, template="moderation/told_one.html", status=status)


def _announced(
    request: StaffRequest, producer: Producer, form: NoticeForm, *, listing: Listing | None = None
) -> HttpResponse:
    right = form.cleaned_data
    made = announce_restriction(
        producer, listing=listing, reason=right["reason"], source=right["source"], by=request.user
    )
    messages.success(request, SAID.format(made.earliest_date))
    return redirect("restriction", made.pk)


def _list(request: StaffRequest, found: QuerySet[Restriction], template: str) -> HttpResponse:
    asked = request.GET.get("muc", "")
    tab = asked if asked in TABS else "bao"
    page = Paginator(restrictions_in(found, tab), ON_A_PAGE).get_page(request.GET.get("trang"))
    today = timezone.localdate()
    context = {
        "page": page,
        "rows": [(each, each.may_begin(on=today)) for each in page.object_list],
        "tabs": TABS.items(),
        "tab": tab,
        "moderates": moderates(request.user),
    }
    return render(request, template, context)


def _form(
    request: StaffRequest,
    form: NoticeForm,
    *,
    listing: Listing | None = None,
    producer: Producer | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "listing": listing,
        "producer": producer or (listing and listing.producer),
        "earliest": first_day_after_notice(timezone.now()),
    }
    return render(request, "moderation/restrict.html", context, status=status)


def _page(
    request: StaffRequest,
    restriction: Restriction,
    form: WordsForm | AnswerForm,
    *,
    template: str = "moderation/restriction.html",
    status: int = 200,
) -> HttpResponse:
    actors = restriction.actors(request.user)
    context = {
        "restriction": restriction,
        "form": form,
        "may_act": bool(actors & GUARDIANS),
        "may_answer": bool(actors & OWN) and restriction.state == "sent",
        "may_begin": restriction.may_begin(),
        "sent_by": name_of(restriction.sent_by),
        "answered_by": name_of(restriction.answered_by) if restriction.answered_by else "",
    }
    return render(request, template, context, status=status)
