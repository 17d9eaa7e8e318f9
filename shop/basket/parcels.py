"""A basket as the parcels it will become: whose, what is inside, how heavy, what it costs to bring it there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from catalog.delivery.quotes import Quote, quote
from catalog.listings.presentation import ShownMaker
from shop.basket.goods import Good, Trouble
from shop.consignments.splitting import Part, split_by_producer

GRAMS_A_KILO = 1000


@dataclass(frozen=True, slots=True)
class Parcel:
    """The things of one producer, and the fee and days to the destination once that is known."""

    part: Part[Good]
    destination: str | None
    quote: Quote | None

    @property
    def maker(self) -> ShownMaker:
        """Who sends it, as far as she agreed to be shown."""
        return self.part.things[0].maker

    @property
    def producer_id(self) -> int:
        """Whose parcel it is."""
        return self.part.producer_id

    @property
    def point_id(self) -> int:
        """The support point that packs it."""
        return self.part.things[0].point_id

    @property
    def lines(self) -> list[tuple[Good, Trouble | None]]:
        """Every thing with what keeps it from being sent."""
        return [(good, good.trouble(self.destination)) for good in self.part.things]

    @property
    def weight(self) -> str:
        """Its weight as people say it: "300 g", "1,2 kg"."""
        grams = self.part.grams
        return f"{grams} g" if grams < GRAMS_A_KILO else f"{grams / GRAMS_A_KILO:.1f} kg".replace(".", ",")

    @property
    def least_age(self) -> int:
        """How old its recipient must be; 0 where nobody asks."""
        return max(good.least_age for good in self.part.things)

    @property
    def is_sendable(self) -> bool:
        """Whether anything in it can be sent."""
        return any(trouble is None for _, trouble in self.lines)

    @property
    def fee_dong(self) -> int:
        """The fee; nothing while the destination is not known."""
        return self.quote.fee_dong if self.quote else 0


def parcels_of(goods: Iterable[Good], *, destination: str | None, on: date) -> list[Parcel]:
    """One parcel per producer, quoted for the province (by code) on that day."""
    return [
        Parcel(part, destination, _quote(part, destination, on) if destination else None)
        for part in split_by_producer(goods)
    ]


def _quote(part: Part[Good], destination: str, on: date) -> Quote:
    origin = part.things[0].maker.province_code
    return quote(origin=origin, destination=destination, grams=part.grams, on=on)
