"""What a producer has: promised when a buyer orders, free again when the order ends, gone when the parcel goes.

Oscar's stock record counts what is in the house (`num_in_stock`) and what of it is promised (`num_allocated`); a buyer
can have the difference. Every change is one conditional UPDATE per record, always in the order of the records' ids:
the last piece goes to one buyer, and two orders never wait for each other in a circle.
"""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from oscar.apps.partner.models import StockRecord

from catalog.search.outbox import mark_changed

Quantities = Mapping[int, int]
"""How many pieces, by the id of the stock record."""

PROMISED = Coalesce(F("num_allocated"), 0)
FREE = F("num_in_stock") - PROMISED


class OutOfStock(Exception):  # noqa: N818
    """Fewer pieces are free than are wanted."""

    def __init__(self, stock_record_id: int) -> None:
        super().__init__(f"stock record {stock_record_id} has too little left")
        self.stock_record_id = stock_record_id


class NotPromised(Exception):  # noqa: N818
    """More pieces are given up than were promised: somebody counts the same parcel twice."""


@transaction.atomic
def reserve(wanted: Quantities) -> None:
    """Promise these pieces to a buyer, all of them or none. Raises OutOfStock."""
    for pk in sorted(wanted):
        has_enough = _record(pk).filter(num_in_stock__gte=PROMISED + wanted[pk])
        if not has_enough.update(num_allocated=PROMISED + wanted[pk], date_updated=timezone.now()):
            raise OutOfStock(pk)
    mark_changed(product for product, free in _free(wanted) if free == 0)


@transaction.atomic
def release(promised: Quantities) -> None:
    """Free these pieces for other buyers. Raises NotPromised."""
    for pk in sorted(promised):
        _take_back(pk, promised[pk])
    mark_changed(_available_again(promised))


@transaction.atomic
def hand_over(promised: Quantities) -> None:
    """Take these promised pieces out of the house: they are on their way to the buyer. Raises NotPromised.

    An officer may have counted the house lower since they were promised; it then stands at nothing.
    """
    for pk in sorted(promised):
        _take_back(pk, promised[pk], num_in_stock=Greatest(F("num_in_stock") - promised[pk], 0))


@transaction.atomic
def run_out(missing: Quantities) -> None:
    """Note that these promised pieces are not there, so that nothing is free either. Raises NotPromised.

    A producer who cannot give what was ordered has none left beyond what is promised to others.
    """
    for pk in sorted(missing):
        _take_back(pk, missing[pk], num_in_stock=PROMISED - missing[pk])
    mark_changed(product for product, _ in _free(missing))


@transaction.atomic
def put_back(returned: Quantities) -> None:
    """Put pieces that came back from the road into the house."""
    for pk in sorted(returned):
        _record(pk).update(num_in_stock=F("num_in_stock") + returned[pk], date_updated=timezone.now())
    mark_changed(_available_again(returned))


def _take_back(pk: int, quantity: int, **changes: object) -> None:
    promised = _record(pk).filter(num_allocated__gte=quantity)
    if not promised.update(num_allocated=PROMISED - quantity, date_updated=timezone.now(), **changes):
        raise NotPromised(f"stock record {pk} has fewer than {quantity} promised pieces")


def _record(pk: int) -> "QuerySet[StockRecord]":
    return StockRecord.objects.filter(pk=pk)


def _free(pks: Iterable[int]) -> Iterable[tuple[int, int]]:
    return StockRecord.objects.filter(pk__in=list(pks)).values_list("product_id", FREE)


def _available_again(added: Quantities) -> list[int]:
    """Products that nobody could have before these pieces became free."""
    rows = StockRecord.objects.filter(pk__in=list(added)).values_list("pk", "product_id", FREE)
    return [product for pk, product, free in rows if free > 0 >= free - added[pk]]
