"""How many pieces of each thing were sold: those of delivered parcels, kept in Oscar's record of the product.

The search ranks by it. It is counted in the transaction of the move, which nobody can make twice; records are changed
in the order of their products' ids, so that two parcels never wait for each other in a circle.
"""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F
from oscar.apps.analytics.models import ProductRecord

from catalog.search.outbox import mark_changed

Pieces = Mapping[int, int]
"""How many pieces, by the id of the product."""


@transaction.atomic
def count_sold(delivered: Pieces) -> None:
    """Add the pieces of a parcel that was delivered, and tell the search."""
    missing = [ProductRecord(product_id=pk) for pk in sorted(delivered)]
    ProductRecord.objects.bulk_create(missing, ignore_conflicts=True)
    _add(delivered)


@transaction.atomic
def take_back_sold(not_delivered: Pieces) -> None:
    """Take the pieces off again of a parcel that was not delivered after all, and tell the search."""
    _add({pk: -pieces for pk, pieces in not_delivered.items()})


def _add(pieces: Pieces) -> None:
    for pk in sorted(pieces):
        ProductRecord.objects.filter(product=pk).update(num_purchases=F("num_purchases") + pieces[pk])
    mark_changed(sorted(pieces))
