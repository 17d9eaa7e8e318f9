"""Make complaints for tests, as a visitor's form leaves them."""

from typing import Any

from catalog.listings.models import Listing
from producers.directory.models import Producer
from shop.consignments.models import Consignment
from shop.feedback.models import Complaint
from shop.feedback.services import About, Said, receive_complaint
from shop.feedback.states import ComplaintKind

WORDS = "Khăn nhận được ngắn hơn trên ảnh một gang tay."


def complaint(
    about: Producer | Listing | Consignment, kind: str = ComplaintKind.NOT_AS_DESCRIBED, **said: Any
) -> Complaint:
    """A complaint about a producer, a listing or a parcel."""
    words = said.pop("words", WORDS)
    if isinstance(about, Producer):
        what = About(about)
    elif isinstance(about, Listing):
        what = About(about.producer, listing=about)
    else:
        what = About(about.producer, consignment=about)
    return receive_complaint(what, Said(ComplaintKind(kind), words, **said))
