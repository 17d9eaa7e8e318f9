"""What we know of a purchase beyond Oscar's order: its unguessable link and the commune it goes to."""

from django.db import models
from oscar.apps.address.models import UserAddress
from oscar.apps.order.models import Order

from producers.places.models import Commune


class Purchase(models.Model):
    """The buyer's side of one order. `token` opens its page; `basket_id` lets a basket become one order only."""

    order = models.OneToOneField(Order, on_delete=models.PROTECT, related_name="purchase")
    basket_id = models.BigIntegerField(unique=True)
    token = models.CharField(max_length=43, unique=True)
    recipient = models.CharField(max_length=120)
    phone = models.CharField(max_length=15)
    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="+")
    house = models.CharField(max_length=200)
    note = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return str(self.order.number)

    @property
    def total_dong(self) -> int:
        """What the buyer owes for the whole order today."""
        return int(self.order.total_incl_tax)


class AddressPlace(models.Model):
    """The commune of an address that a buyer keeps in the account."""

    address = models.OneToOneField(UserAddress, on_delete=models.CASCADE, related_name="place")
    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.commune)
