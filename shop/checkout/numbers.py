"""Order numbers that people read aloud on the phone."""

from oscar.apps.order.models import Order

from common.codes import random_code

PREFIX = "CP"
LENGTH = 6


def new_order_number() -> str:
    """A number nobody has, of letters and digits that are not taken for one another: "CP7K2M9Q"."""
    while Order.objects.filter(number=(number := PREFIX + random_code(LENGTH))).exists():
        continue
    return number
