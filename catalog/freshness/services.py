"""Ask again, note what the producer says, let a thing rest and sell it again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone

from catalog.freshness.queries import ASKED, to_ask, to_pause
from catalog.freshness.states import AskedBy, Word
from catalog.listings.models import Listing
from catalog.listings.services import move_listing, record_act
from catalog.listings.states import OWN, ListingAct, ListingState, PauseReason
from catalog.listings.visibility import hold_producers, settle
from catalog.onsale.services import (
    PriceMoveTooLarge,
    StockMoved,
    change_price,
    change_stock,
    free_now,
    note_confirmed,
)
from common.transitions import MoveNotAllowed, NotTheirMove
from producers.directory.models import Producer
from producers.directory.queries import actors_towards
from producers.notices.services import notify


@dataclass(frozen=True, slots=True)
class Answer:
    """What the producer said of one thing. `free` pieces (`seen` when the form was opened) and price in đồng if new."""

    listing: Listing
    word: Word
    free: int | None = None
    seen: int = 0
    price_dong: int | None = None
    because: PauseReason = PauseReason.OTHER
    back_date: date | None = None


class AnswerRefused(Exception):  # noqa: N818
    """One of the answers cannot be kept, and so none was: `answer` says which, the cause says why."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(str(answer.listing))
        self.answer = answer


@transaction.atomic
def settle_call(producer: Producer, answers: Sequence[Answer], *, by: User, asked_by: AskedBy) -> None:
    """Keep all that the producer said in one call or visit, or nothing.

    Locks are taken in the order that `hold_producers` names, of all her answers before the first is kept.
    Raises NotTheirMove, and AnswerRefused with its cause: StockMoved, PriceMoveTooLarge or MoveNotAllowed.
    """
    _hold_all([answer.listing for answer in answers])
    if not actors_towards(by, producer) & OWN:
        raise NotTheirMove(f"{by} does not act for {producer}")
    for answer in sorted(answers, key=lambda each: each.listing.pk):
        try:
            _keep(answer, by=by, asked_by=asked_by)
        except (StockMoved, PriceMoveTooLarge, MoveNotAllowed) as cause:
            raise AnswerRefused(answer) from cause


@transaction.atomic
def confirm_listing(listing: Listing, *, by: User, asked_by: AskedBy) -> None:
    """Note that price and stock are so today; one that rests is sold again. Raises MoveNotAllowed if it cannot be."""
    _hold(listing)
    if listing.state == ListingState.APPROVED:
        note_confirmed(listing)
    else:
        resume_listing(listing, by=by)
    record_act(ListingAct.CONFIRMED, listing, by=by, after={"asked_by": asked_by.label})


@transaction.atomic
def pause_listing(listing: Listing, *, by: User | None, because: PauseReason, back_date: date | None = None) -> None:
    """Let the thing rest, until a day if she knows one. Raises MoveNotAllowed unless on sale, and NotTheirMove."""
    move_listing(
        listing,
        ListingAct.PAUSED,
        by=by,
        reason=_why(because, back_date),
        paused_because=because,
        back_date=back_date,
    )
    settle([listing.product_id])


@transaction.atomic
def resume_listing(listing: Listing, *, by: User) -> None:
    """Sell it again as it was approved. Raises MoveNotAllowed if it does not rest, and NotTheirMove."""
    move_listing(listing, ListingAct.RESUMED, by=by, paused_because="", back_date=None)
    settle([listing.product_id])


def note_answered(product_ids: Iterable[int]) -> None:
    """Take the answer to an order as a word on these goods: she looked how many there are and keeps to the price."""
    listings = Listing.objects.filter(product__in=list(product_ids), state=ListingState.APPROVED)
    held = listings.select_for_update().order_by("pk").values_list("pk", flat=True)
    Listing.objects.filter(pk__in=list(held)).update(confirmed_at=timezone.now())


def ask_again(*, at: datetime) -> int:
    """Note of everything that became due that its point is asked to ask from now on; it then has all of its days.

    What another point was asked about before she or the thing came here is asked about anew.
    """
    due = to_ask(Listing.objects.exclude(ASKED), on=timezone.localdate(at)).values("pk")
    point = Producer.objects.filter(pk=OuterRef("producer")).values("point")
    return Listing.objects.filter(pk__in=due).update(asked_at=at, asked_point=Subquery(point))


def pause_unconfirmed(*, at: datetime) -> int:
    """Let rest what nobody could say anything of, and tell each point of its producers' goods."""
    overdue = to_pause(Listing.objects.all(), on=timezone.localdate(at))
    producers = Producer.objects.filter(pk__in=overdue.values("producer")).select_related("point")
    return sum(_pause_unconfirmed_of(producer, at=at) for producer in producers.order_by("pk"))


@transaction.atomic
def _pause_unconfirmed_of(producer: Producer, *, at: datetime) -> int:
    """Hold her goods first and look again: what was confirmed in the same moment stays on sale."""
    hers = Listing.objects.filter(producer=producer)
    list(hers.filter(state=ListingState.APPROVED).select_for_update().order_by("pk").values_list("pk"))
    overdue = list(to_pause(hers, on=timezone.localdate(at)).select_related("product", "producer").order_by("pk"))
    for listing in overdue:
        pause_listing(listing, by=None, because=PauseReason.NOT_CONFIRMED)
    if overdue:
        notify(
            producer.point,
            f"{producer}: {_named(overdue)} tạm nghỉ bán vì lâu chưa hỏi lại giá và số lượng. "
            "Hỏi được thì bán tiếp ngay.",
            url=reverse("work-still-true-of", args=[producer.pk]),
            producer=producer,
        )
    return len(overdue)


def _keep(answer: Answer, *, by: User, asked_by: AskedBy) -> None:
    listing = answer.listing
    if answer.word == Word.RESTS:
        _rest(answer, by=by, asked_by=asked_by)
        return
    confirm_listing(listing, by=by, asked_by=asked_by)
    if answer.free is not None and answer.free != free_now(listing):
        change_stock(listing, answer.free, seen=answer.seen, by=by)
    if answer.price_dong is not None:
        change_price(listing, answer.price_dong, by=by)


def _rest(answer: Answer, *, by: User, asked_by: AskedBy) -> None:
    listing = answer.listing
    _hold(listing)
    note_confirmed(listing)
    record_act(ListingAct.CONFIRMED, listing, by=by, after={"asked_by": asked_by.label})
    if listing.state != ListingState.PAUSED:
        pause_listing(listing, by=by, because=answer.because, back_date=answer.back_date)
        return
    listing.paused_because, listing.back_date = answer.because, answer.back_date
    listing.save(update_fields=["paused_because", "back_date"])
    record_act(ListingAct.PAUSE_KEPT, listing, by=by, reason=_why(answer.because, answer.back_date))


def _hold_all(listings: Sequence[Listing]) -> None:
    answered = Listing.objects.filter(pk__in=[each.pk for each in listings])
    list(answered.order_by("pk").select_for_update().values_list("pk"))
    hold_producers([each.product_id for each in listings])


def _hold(listing: Listing) -> None:
    listing.refresh_from_db(from_queryset=Listing.objects.select_for_update())


def _why(because: PauseReason, back_date: date | None) -> str:
    return f"{because.label}; trở lại ngày {back_date:%d/%m/%Y}" if back_date else str(because.label)


def _named(listings: Sequence[Listing]) -> str:
    """The names of the first three, and how many there are besides."""
    names = ", ".join(str(each) for each in listings[:3])
    return names if len(listings) <= 3 else f"{names} và {len(listings) - 3} món khác"
