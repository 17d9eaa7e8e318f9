"""How one basket becomes parcels: the things of each producer travel together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Wanted(Protocol):
    """A thing, how many of it, and whose it is. Price in đồng and weight in grams are of one piece."""

    @property
    def producer_id(self) -> int: ...
    @property
    def quantity(self) -> int: ...
    @property
    def price_dong(self) -> int: ...
    @property
    def weight_grams(self) -> int: ...


W = TypeVar("W", bound=Wanted)


@dataclass(frozen=True, slots=True)
class Part(Generic[W]):
    """What one producer sends."""

    producer_id: int
    things: tuple[W, ...]

    @property
    def goods_dong(self) -> int:
        """The price of all things in the parcel, without its fee."""
        return goods_dong(self.things)

    @property
    def grams(self) -> int:
        """What the parcel weighs."""
        return sum(thing.quantity * thing.weight_grams for thing in self.things)


def split_by_producer(things: Iterable[W]) -> list[Part[W]]:
    """One part per producer, producers and things in the order in which they first come."""
    of: dict[int, list[W]] = {}
    for thing in things:
        of.setdefault(thing.producer_id, []).append(thing)
    return [Part(producer_id, tuple(theirs)) for producer_id, theirs in of.items()]


def goods_dong(things: Iterable[Wanted]) -> int:
    """The price of all these things together."""
    return sum(thing.quantity * thing.price_dong for thing in things)
