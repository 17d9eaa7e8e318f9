"""The models of the areas consignments and checkout."""

from shop.checkout.models import AddressPlace, Purchase
from shop.consignments.models import Consignment, ConsignmentLine
from shop.feedback.models import Complaint, Reply

__all__ = ["AddressPlace", "Complaint", "Consignment", "ConsignmentLine", "Purchase", "Reply"]
