"""Answer, pack, send and end a consignment. Stock and sums move in the same transaction as the state."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from oscar.apps.order.models import Order

from catalog.freshness.services import note_answered
from common.audit.services import record
from common.transitions import move
from producers.directory.queries import points_of
from shop.consignments import stock
from shop.consignments.models import Consignment, ConsignmentLine
from shop.consignments.sold import count_sold, take_back_sold
from shop.consignments.states import NOTHING_DUE, ConsignmentAct, ConsignmentState


class AnswerIncomplete(ValueError):  # noqa: N818
    """The answer does not say for every line how many there are, or says more than were ordered."""


class AgeNotChecked(ValueError):  # noqa: N818
    """Something in the parcel is for grown-ups alone, and nobody is named who saw that the recipient is one."""


@transaction.atomic
def answer_consignment(consignment: Consignment, *, by: User, confirmed: Mapping[int, int]) -> None:
    """Write down what the producer can give (by line id), correct the sums and the stock.

    Raises AnswerIncomplete for a missing, negative or too large number, MoveNotAllowed unless just placed.
    """
    lines = list(consignment.lines.select_related("order_line").select_for_update(of=("self",)))
    if any(not 0 <= confirmed.get(line.pk, -1) <= line.ordered for line in lines):
        raise AnswerIncomplete(consignment.number)
    goods_dong = sum(line.price_dong * confirmed[line.pk] for line in lines)
    act = ConsignmentAct.ANSWERED if goods_dong else ConsignmentAct.UNFILLED
    _move(consignment, act, by=by, goods_dong=goods_dong, confirmed_at=timezone.now())
    note_answered(line.order_line.product_id for line in lines if line.order_line.product_id)
    for line in lines:
        line.confirmed = confirmed[line.pk]
    ConsignmentLine.objects.bulk_update(lines, ["confirmed"])
    stock.run_out({_record(line): line.ordered - line.quantity for line in lines if line.quantity < line.ordered})
    correct_sums(consignment.order)


@transaction.atomic
def cancel_consignment(consignment: Consignment, *, by: User | None, reason: str = "") -> None:
    """Cancel for the buyer and put the goods back on sale. Raises MoveNotAllowed once it was answered."""
    _move(consignment, ConsignmentAct.CANCELLED, by=by, reason=reason, ended_at=timezone.now())
    stock.release(_quantities(consignment))
    correct_sums(consignment.order)


@transaction.atomic
def pack_consignment(consignment: Consignment, *, by: User) -> None:
    """Note that the parcel is packed. Raises MoveNotAllowed unless confirmed."""
    _move(consignment, ConsignmentAct.PACKED, by=by, packed_at=timezone.now())


@transaction.atomic
def unpack_consignment(consignment: Consignment, *, by: User) -> None:
    """Take the packing back, before the parcel is sent. Raises MoveNotAllowed unless packed."""
    _move(consignment, ConsignmentAct.UNPACKED, by=by, packed_at=None)


@transaction.atomic
def send_consignment(consignment: Consignment, *, by: User, carrier: str, tracking_no: str = "") -> None:
    """Hand the parcel over to a carrier; its goods leave the stock. Raises MoveNotAllowed unless packed."""
    _move(
        consignment,
        ConsignmentAct.SENT,
        by=by,
        carrier=carrier,
        tracking_no=tracking_no,
        sent_at=timezone.now(),
    )
    stock.hand_over(_quantities(consignment))


@transaction.atomic
def deliver_consignment(consignment: Consignment, *, by: User, age_checked_by: str = "") -> None:
    """Note that the buyer has the parcel and has paid; its pieces count as sold.

    `age_checked_by` names who saw at the door that the recipient is old enough for what is in it (Law 44/2019/QH14).
    Raises AgeNotChecked where that is asked and nobody is named, MoveNotAllowed unless sent.
    """
    age = consignment.least_age
    if age and not age_checked_by.strip():
        raise AgeNotChecked(consignment.number)
    checked_by = age_checked_by if age else ""
    if age:
        after = {"least_age": age, "age_checked_by": checked_by}
        record(ConsignmentAct.AGE_CHECKED, subject=consignment, after=after, **_in_her_name(consignment, by))
    _move(consignment, ConsignmentAct.DELIVERED, by=by, ended_at=timezone.now(), age_checked_by=checked_by)
    count_sold(_pieces(consignment))


@transaction.atomic
def refuse_consignment(consignment: Consignment, *, by: User, reason: str) -> None:
    """Note that the buyer did not take the parcel and why. Raises MoveNotAllowed unless sent."""
    _move(consignment, ConsignmentAct.REFUSED, by=by, reason=reason, note=reason)
    correct_sums(consignment.order)


@transaction.atomic
def reopen_consignment(consignment: Consignment, *, by: User) -> None:
    """Take "delivered" or "refused" back: the parcel is still under way. Raises MoveNotAllowed otherwise."""
    came_from = _move(consignment, ConsignmentAct.REOPENED, by=by, ended_at=None, note="", age_checked_by="")
    if came_from == ConsignmentState.DELIVERED:
        take_back_sold(_pieces(consignment))
    correct_sums(consignment.order)


@transaction.atomic
def return_consignment(consignment: Consignment, *, by: User, can_be_sold: bool) -> None:
    """Note that a refused parcel came back; goods still good go on sale again. Raises MoveNotAllowed otherwise."""
    _move(consignment, ConsignmentAct.RETURNED, by=by, ended_at=timezone.now())
    if can_be_sold:
        stock.put_back(_quantities(consignment))


def correct_sums(order: Order) -> None:
    """Make Oscar's order say what the buyer still owes, in đồng: the sum of the parcels that are due.

    The order is held meanwhile: of two parcels that move at once the second reckons with what the first has become.
    """
    order = Order.objects.select_for_update(no_key=True).get(pk=order.pk)
    due = order.consignments.exclude(state__in=NOTHING_DUE).aggregate(goods=Sum("goods_dong"), fees=Sum("fee_dong"))
    goods, fees = due["goods"] or 0, due["fees"] or 0
    order.total_incl_tax = order.total_excl_tax = goods + fees
    order.shipping_incl_tax = order.shipping_excl_tax = fees
    order.save(update_fields=["total_incl_tax", "total_excl_tax", "shipping_incl_tax", "shipping_excl_tax"])


def _move(consignment: Consignment, act: ConsignmentAct, *, by: User | None, reason: str = "", **changes: Any) -> str:
    """Make the move in the producer's name, at her point when its officer makes it; return where it started."""
    return move(consignment, act, reason=reason, **_in_her_name(consignment, by), **changes)


def _in_her_name(consignment: Consignment, by: User | None) -> dict[str, Any]:
    """Who acts for whom, and at which point, for the audit trail."""
    is_officer = by is not None and points_of(by).filter(pk=consignment.point_id).exists()
    point = consignment.point if is_officer else None
    return {"by": by, "on_behalf_of": consignment.producer, "at_point": point}


def _quantities(consignment: Consignment) -> dict[int, int]:
    """How many of each thing the parcel holds, by stock record."""
    lines = consignment.lines.select_related("order_line").all()
    return {_record(line): line.quantity for line in lines if line.quantity}


def _pieces(consignment: Consignment) -> dict[int, int]:
    """How many of each thing the parcel holds, by product."""
    lines = consignment.lines.select_related("order_line").all()
    return {line.order_line.product_id: line.quantity for line in lines if line.quantity and line.order_line.product_id}


def _record(line: ConsignmentLine) -> int:
    """The stock record of a line. It is never deleted: listings retire, and keep their rows."""
    pk: int = line.order_line.stockrecord_id  # type: ignore[assignment]
    return pk
