"""An order as its buyer sees it: each parcel's way in five dots, what is in it, whom to phone, what is to pay."""

from dataclasses import dataclass
from datetime import datetime

from catalog.listings.presentation import ShownMaker
from shop.checkout.models import Purchase
from shop.consignments.models import Consignment, ConsignmentLine
from shop.consignments.states import NOTHING_DUE, ConsignmentState

WAY = (
    ConsignmentState.PLACED,
    ConsignmentState.CONFIRMED,
    ConsignmentState.PACKED,
    ConsignmentState.SENT,
    ConsignmentState.DELIVERED,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One dot; `state` is "xong" (passed), "nay" (here), "hong" (ended otherwise) or "" (to come)."""

    name: str
    state: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class ParcelShown:
    """One parcel of an order. Sums are of what the buyer gets: corrected once the producer has answered."""

    parcel: Consignment
    maker: ShownMaker

    @property
    def lines(self) -> list[ConsignmentLine]:
        """What was ordered and what comes."""
        return list(self.parcel.lines.all())

    @property
    def goods_dong(self) -> int:
        """What its goods cost now."""
        return sum(line.total_dong for line in self.lines)

    @property
    def due_dong(self) -> int:
        """What the buyer pays for it, fee included."""
        return 0 if self.parcel.state in NOTHING_DUE else self.goods_dong + self.parcel.fee_dong

    @property
    def can_cancel(self) -> bool:
        """Whether the buyer may still cancel it: the producer has not answered yet."""
        return self.parcel.state == ConsignmentState.PLACED

    @property
    def is_on_its_way(self) -> bool:
        """Whether it can still come."""
        return self.parcel.state in WAY[:-1]

    @property
    def steps(self) -> list[Step]:
        """Five dots, or the parcel's way as far as it went before it ended otherwise."""
        parcel = self.parcel
        times = [parcel.placed_at, parcel.confirmed_at, parcel.packed_at, parcel.sent_at, parcel.ended_at]
        way = list(zip(WAY, times, strict=True))
        state = ConsignmentState(parcel.state)
        if state in WAY:
            here = WAY.index(state)
            return [
                Step(str(each.label), _dot(number, here), at if number <= here else None)
                for number, (each, at) in enumerate(way)
            ]
        gone = [Step(str(each.label), "xong", at) for each, at in way[:-1] if at and state in WENT[each]]
        return [*gone, Step(str(state.label), "hong", parcel.ended_at)]


WENT = {
    ConsignmentState.PLACED: NOTHING_DUE,
    ConsignmentState.CONFIRMED: frozenset({ConsignmentState.REFUSED, ConsignmentState.RETURNED}),
    ConsignmentState.PACKED: frozenset({ConsignmentState.REFUSED, ConsignmentState.RETURNED}),
    ConsignmentState.SENT: frozenset({ConsignmentState.REFUSED, ConsignmentState.RETURNED}),
}
"""The endings before which a parcel passed each step: one that could not be filled was answered, not prepared."""


@dataclass(frozen=True, slots=True)
class OrderShown:
    """A purchase with its parcels in their order."""

    purchase: Purchase
    parcels: list[ParcelShown]

    @property
    def goods_dong(self) -> int:
        """The price of all goods still to pay."""
        return self.due_dong - self.fees_dong

    @property
    def fees_dong(self) -> int:
        """The fees of the parcels that the buyer pays for."""
        return sum(shown.parcel.fee_dong for shown in self.parcels if shown.parcel.state not in NOTHING_DUE)

    @property
    def due_dong(self) -> int:
        """What the buyer pays in all."""
        return sum(shown.due_dong for shown in self.parcels)

    @property
    def was_corrected(self) -> bool:
        """Whether the sum is other than on the day of the order."""
        return any(
            shown.due_dong != shown.parcel.fee_dong + sum(line.price_dong * line.ordered for line in shown.lines)
            for shown in self.parcels
        )


def _dot(number: int, here: int) -> str:
    if number < here or here == len(WAY) - 1:
        return "xong"
    return "nay" if number == here else ""
