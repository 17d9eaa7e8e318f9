"""Pages where an approver announces and carries out restrictions."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from catalog.moderation.access import moderation_page
from catalog.moderation.models import Restriction
from catalog.moderation.queries import listings_moderated_by, producers_moderated_by, restrictions_seen_by
from catalog.moderation.restrictions.forms import NoticeForm, TakeDownForm
from catalog.moderation.restrictions.pages import listed, shown
from catalog.moderation.restrictions.services import (
    announce_restriction,
    carry_out_restriction,
    first_day_after_notice,
    lift_restriction,
    take_down_at_once,
    withdraw_restriction,
)
from catalog.moderation.states import RestrictionAct
from common.access import StaffRequest
from common.acts.forms import WordsForm
from common.acts.shapes import Act
from common.acts.views import acted, with_acts
from common.transitions import MoveNotAllowed
from producers.directory.models import Producer

UNPROCESSABLE, CONFLICT = 422, 409
CARRY_OUT = Act(
    "thuc-hien",
    RestrictionAct.CARRIED_OUT,
    "Ngừng bán từ bây giờ",
    "ban",
    "nut-nguy",
    carry_out_restriction,
    "Đã ngừng bán và báo cho điểm hỗ trợ.",
)
ENDINGS = (
    Act(
        "rut",
        RestrictionAct.WITHDRAWN,
        "Rút thông báo, kèm lý do",
        "undo-2",
        "",
        withdraw_restriction,
        "Đã rút thông báo và báo cho điểm hỗ trợ.",
        words="reason",
    ),
    Act(
        "thoi",
        RestrictionAct.LIFTED,
        "Thôi hạn chế, kèm lý do",
        "refresh-cw",
        "",
        lift_restriction,
        "Đã thôi hạn chế và báo cho điểm hỗ trợ.",
        words="reason",
    ),
)
WHEN = "Cần khi rút thông báo hoặc thôi hạn chế. Cán bộ xã đọc nguyên văn."
TOO_EARLY = "Chưa ngừng bán được: người bán phải được báo trước đủ ngày. Từ 0 giờ {:%d/%m/%Y} nút sẽ hiện ở đây."
SAID = "Đã báo cho điểm hỗ trợ. Ngày sớm nhất được ngừng bán: {:%d/%m/%Y}."


@moderation_page
@require_safe
def restriction_list(request: StaffRequest) -> HttpResponse:
    """What was announced, what is in force, what has ended."""
    return listed(request, restrictions_seen_by(request.user))


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
    return _page(request, get_object_or_404(restrictions_seen_by(request.user), pk=pk), WordsForm(hint=WHEN))


@moderation_page
@require_POST
def restriction_act(request: StaffRequest, pk: int) -> HttpResponse:
    """Carry it out once its day has come, take it back, or end it."""
    restriction = get_object_or_404(restrictions_seen_by(request.user), pk=pk)
    form = WordsForm(request.POST, hint=WHEN)
    return acted(request, restriction, (CARRY_OUT, *ENDINGS), form, page=partial(_page, request, restriction))


def _announced(
    request: StaffRequest, producer: Producer, form: NoticeForm, *, listing: Listing | None = None
) -> HttpResponse:
    right = form.cleaned_data
    made = announce_restriction(
        producer, listing=listing, reason=right["reason"], source=right["source"], by=request.user
    )
    messages.success(request, SAID.format(made.earliest_date))
    return redirect("restriction", made.pk)


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


def _page(request: StaffRequest, restriction: Restriction, form: WordsForm, *, status: int = 200) -> HttpResponse:
    may_begin = restriction.may_begin()
    acts = with_acts(restriction, (CARRY_OUT, *ENDINGS) if may_begin else ENDINGS, form, by=request.user)
    notice = TOO_EARLY.format(restriction.earliest_date) if restriction.is_pending and not may_begin else ""
    return shown(request, restriction, status=status, notice=notice, **acts)
