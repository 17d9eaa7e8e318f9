"""What the buyer reads before placing an order, and whether it is still what was read.

The form carries back what the page showed: how many of each thing at which price, and each parcel's fee. An order is
placed for exactly that or not at all.
"""

import re
from dataclasses import dataclass

from common.money import dong
from shop.basket.goods import Good, Trouble
from shop.basket.parcels import Parcel
from shop.consignments.splitting import goods_dong

LOOK_AGAIN = "Xin xem lại đơn trước khi đặt."
_THING = re.compile(r"(\d{1,19})x(\d{1,9})@(\d{1,15})")
_FEE = re.compile(r"(\d{1,19}):(\d{1,15})")


@dataclass(frozen=True, slots=True)
class Review:
    """The parcels of an order to be, with their sums in đồng."""

    parcels: list[Parcel]

    @property
    def goods(self) -> list[Good]:
        """All things, parcel by parcel."""
        return [good for parcel in self.parcels for good in parcel.part.things]

    @property
    def pieces(self) -> int:
        """How many pieces there are."""
        return sum(good.quantity for good in self.goods)

    @property
    def goods_dong(self) -> int:
        """The price of all things."""
        return goods_dong(self.goods)

    @property
    def fees_dong(self) -> int:
        """The fees of all parcels."""
        return sum(parcel.fee_dong for parcel in self.parcels)

    @property
    def total_dong(self) -> int:
        """What the buyer will pay."""
        return self.goods_dong + self.fees_dong

    @property
    def has_fees(self) -> bool:
        """Whether the destination is known, and so the whole sum."""
        return all(parcel.quote for parcel in self.parcels)

    @property
    def has_trouble(self) -> bool:
        """Whether something in it cannot be sent as it is."""
        return any(trouble for parcel in self.parcels for _, trouble in parcel.lines)

    @property
    def least_age(self) -> int:
        """How old the recipient must be; 0 where nobody asks."""
        return max((parcel.least_age for parcel in self.parcels), default=0)

    @property
    def seen(self) -> str:
        """What the page shows, for the form to carry back: "12x1@250000;15x2@40000|7:35000"."""
        things = ";".join(f"{good.product_id}x{good.quantity}@{good.price_dong}" for good in self.goods)
        fees = ";".join(f"{parcel.producer_id}:{parcel.fee_dong}" for parcel in self.parcels if parcel.quote)
        return f"{things}|{fees}"

    def changes_since(self, seen: str) -> list[str]:
        """What is other than the buyer saw, old and new, in sentences; nothing if all is as it was."""
        if seen == self.seen:
            return []
        things, _, fees = seen.partition("|")
        had = {int(product): (int(number), int(price)) for product, number, price in _THING.findall(things)}
        paid = {int(producer): int(fee) for producer, fee in _FEE.findall(fees)}
        changes = [change for good in self.goods for change in _changed(good, had.get(good.product_id))]
        if had.keys() - {good.product_id for good in self.goods}:
            changes.append("Có món không còn trong giỏ.")
        changes += [_fee(parcel, paid.get(parcel.producer_id)) for parcel in self.parcels if _is_new(parcel, paid)]
        return changes or [LOOK_AGAIN]


def _changed(good: Good, before: tuple[int, int] | None) -> list[str]:
    if before is None:
        return [f"Trong giỏ có thêm {good.quantity} {good.title}."]
    number, price = before
    changes = []
    if number != good.quantity:
        changes.append(f"{good.title}: số lượng {number} → {good.quantity}.")
    if price != good.price_dong:
        changes.append(f"Giá {good.title} đã đổi: {dong(price)} → {dong(good.price_dong)}.")
    return changes


def _is_new(parcel: Parcel, paid: dict[int, int]) -> bool:
    return parcel.quote is not None and paid.get(parcel.producer_id) != parcel.fee_dong


def _fee(parcel: Parcel, before: int | None) -> str:
    if before is None:
        return f"Phí giao kiện của {parcel.maker.name}: {dong(parcel.fee_dong)}."
    return f"Phí giao kiện của {parcel.maker.name} đã đổi: {dong(before)} → {dong(parcel.fee_dong)}."


def troubles(review: Review) -> list[str]:
    """What keeps things of the order from being sent, in sentences."""
    return [_sentence(good, trouble) for parcel in review.parcels for good, trouble in parcel.lines if trouble]


def _sentence(good: Good, trouble: Trouble) -> str:
    match trouble:
        case Trouble.OFF_SALE:
            return f"{good.title} hiện không còn bán."
        case Trouble.SOLD_OUT:
            return f"{good.title} vừa hết hàng."
        case Trouble.TOO_FEW:
            return f"{good.title} chỉ còn {good.free} {good.unit}."
        case Trouble.STAYS_HOME:
            return f"{good.title} chỉ giao trong tỉnh {good.maker.province}."
