"""Everything a buyer sees of a listing: on the product page, in the officer's preview and on the approver's page.

What a producer has not agreed to is not in here at all: without her consent to name and picture she is shown by kind
and commune, without her consent to the voice nobody hears it.
"""

from catalog.listings.presentation.building import (
    first_photos,
    maker_of,
    shown_listing,
    shown_maker,
    shown_product,
)
from catalog.listings.presentation.rows import agrees, listings_on_sale
from catalog.listings.presentation.shapes import (
    Availability,
    Image,
    ShownCertificate,
    ShownListing,
    ShownMaker,
    ShownVoice,
)
from catalog.listings.presentation.wording import availability, image_of, product_url

__all__ = [
    "Availability",
    "Image",
    "ShownCertificate",
    "ShownListing",
    "ShownMaker",
    "ShownVoice",
    "agrees",
    "availability",
    "first_photos",
    "image_of",
    "listings_on_sale",
    "maker_of",
    "product_url",
    "shown_listing",
    "shown_maker",
    "shown_product",
]
