"""A thing in a basket as it stands today, and what keeps it from being sent."""

from dataclasses import dataclass, field
from enum import StrEnum

from catalog.listings.presentation import Image, ShownMaker
from catalog.listings.states import Reach


class Trouble(StrEnum):
    """Why a thing in the basket cannot be ordered as it is."""

    OFF_SALE = "off_sale"
    SOLD_OUT = "sold_out"
    TOO_FEW = "too_few"
    STAYS_HOME = "stays_home"


@dataclass(frozen=True, slots=True)
class Good:
    """One thing wanted. `free` pieces are neither sold nor promised; prices are of one piece, in đồng."""

    product_id: int
    stock_record_id: int
    partner_id: int
    partner_name: str
    sku: str
    title: str
    url: str
    unit: str
    quantity: int
    price_dong: int
    price_when_added_dong: int
    free: int
    weight_grams: int
    is_on_sale: bool
    reach: Reach
    days_to_make: int | None
    point_id: int
    least_age: int
    maker: ShownMaker
    photo: Image | None = field(default=None, compare=False)

    @property
    def producer_id(self) -> int:
        """Whose it is."""
        return self.maker.producer_id

    @property
    def total_dong(self) -> int:
        """Price times quantity."""
        return self.price_dong * self.quantity

    @property
    def field_id(self) -> str:
        """The name of its quantity's box on the page."""
        return f"so-luong-{self.product_id}"

    @property
    def stays_home(self) -> bool:
        """Whether it is sent within its own province only."""
        return self.reach == Reach.OWN_PROVINCE

    @property
    def has_new_price(self) -> bool:
        """Whether it costs something else than on the day it was put into the basket."""
        return self.price_dong != self.price_when_added_dong

    def trouble(self, destination: str | None) -> Trouble | None:
        """What keeps it from being sent to that province (by code), or None."""
        if not self.is_on_sale:
            return Trouble.OFF_SALE
        if self.free <= 0:
            return Trouble.SOLD_OUT
        if self.free < self.quantity:
            return Trouble.TOO_FEW
        if self.stays_home and destination not in (None, self.maker.province_code):
            return Trouble.STAYS_HOME
        return None
