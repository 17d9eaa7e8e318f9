"""The models of the areas consignments, checkout, feedback and privacy."""

from shop.checkout.models import AddressPlace, Purchase
from shop.consignments.models import Consignment, ConsignmentLine
from shop.feedback.models import Complaint, Reply
from shop.privacy.models import DataRequest

__all__ = ["AddressPlace", "Complaint", "Consignment", "ConsignmentLine", "DataRequest", "Purchase", "Reply"]
