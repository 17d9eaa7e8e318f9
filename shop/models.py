"""The models of the areas consignments and checkout."""

from shop.checkout.models import AddressPlace, Purchase
from shop.consignments.models import Consignment, ConsignmentLine

__all__ = ["AddressPlace", "Consignment", "ConsignmentLine", "Purchase"]
