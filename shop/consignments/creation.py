"""From an order to its parcels: one consignment per producer, with what was agreed written down for good."""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from django.db import transaction
from oscar.apps.order.models import Line, Order

from catalog.delivery.quotes import Quote
from shop.consignments.models import Consignment, ConsignmentLine
from shop.consignments.splitting import Part, Wanted


class Ordered(Wanted, Protocol):
    """A thing ordered: its name as the buyer saw it, the point that will pack it, how old its recipient must be."""

    @property
    def product_id(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def point_id(self) -> int: ...
    @property
    def least_age(self) -> int: ...


T = TypeVar("T", bound=Ordered)


@transaction.atomic(savepoint=False)
def create_consignments(
    order: Order, parcels: Sequence[tuple[Part[T], Quote]], *, order_lines: Mapping[int, Line]
) -> list[Consignment]:
    """Write one consignment for each parcel, numbered "CP7K2M9Q-1", with its lines; `order_lines` by product."""
    consignments = Consignment.objects.bulk_create(
        Consignment(
            order=order,
            producer_id=part.producer_id,
            point_id=part.things[0].point_id,
            number=f"{order.number}-{number}",
            goods_dong=part.goods_dong,
            fee_dong=quote.fee_dong,
            days_min=quote.days_min,
            days_max=quote.days_max,
            stated_age=max(thing.least_age for thing in part.things),
        )
        for number, (part, quote) in enumerate(parcels, start=1)
    )
    ConsignmentLine.objects.bulk_create(
        ConsignmentLine(
            consignment=consignment,
            order_line=order_lines[thing.product_id],
            title=thing.title,
            unit=thing.unit,
            price_dong=thing.price_dong,
            ordered=thing.quantity,
            least_age=thing.least_age,
        )
        for consignment, (part, _) in zip(consignments, parcels, strict=True)
        for thing in part.things
    )
    return consignments
