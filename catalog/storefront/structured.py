"""A product as search engines of the web read it (schema.org)."""

import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from catalog.listings.presentation import ShownListing

HARMLESS = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
SCHEMA = "https://schema.org"


def product_facts(shown: ShownListing) -> SafeString:
    """The product as JSON that is safe inside a script element; a price only where there is one."""
    facts: dict[str, Any] = {
        "@context": SCHEMA,
        "@type": "Product",
        "name": shown.title,
        "description": shown.description,
        "sku": str(shown.product_id),
        "image": [settings.PUBLIC_ADDRESS + photo["src1000"] for photo in shown.photos],
        "brand": {"@type": "Brand", "name": shown.maker.name},
        "countryOfOrigin": "VN",
    }
    if shown.stars:
        facts["award"] = f"OCOP {shown.stars} sao"
    if shown.price_dong is not None and shown.is_for_basket:
        facts["offers"] = {
            "@type": "Offer",
            "url": settings.PUBLIC_ADDRESS + shown.url,
            "price": shown.price_dong,
            "priceCurrency": "VND",
            "availability": f"{SCHEMA}/{'InStock' if shown.availability.can_buy else 'OutOfStock'}",
            "seller": {"@type": "Organization", "name": shown.maker.name},
        }
    return mark_safe(json.dumps(facts, ensure_ascii=False).translate(HARMLESS))  # noqa: S308 - escaped above
