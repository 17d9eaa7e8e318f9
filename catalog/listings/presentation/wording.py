"""How a listing is put into words, addresses and pictures, on its own page and in lists."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from django.urls import reverse

from catalog.listings.presentation.shapes import Availability, Image
from catalog.listings.states import HowSold
from common.pictures.models import WIDTHS, Picture, file_url, rendition_path
from common.text import slugify
from producers.places.models import Commune, CommuneKind

NO_NAME_YET = "Hàng chưa đặt tên"
EVERY_MONTH = 12
KILOGRAM = 1000


def availability(
    *, how_sold: str, free: int, unit: str, days_to_make: int | None, months: Sequence[int], on: date
) -> Availability:
    """What can be had on that day of a thing of which `free` pieces are neither sold nor promised."""
    match how_sold:
        case HowSold.ON_REQUEST:
            return Availability("Gọi để hỏi hàng và giá", True, False, 0)
        case HowSold.SHOWCASE:
            return Availability("Chỉ giới thiệu, chợ không bán", False, False, 0)
        case HowSold.TO_ORDER if free > 0:
            return Availability(to_order(days_to_make), True, True, free)
        case HowSold.TO_ORDER:
            return Availability("Đã kín đơn, chưa nhận thêm", False, False, 0)
        case _ if free > 0:
            return Availability(f"Còn {free} {unit or 'món'}", True, True, free)
    return Availability(sold_out(months, on=on), False, False, 0)


def to_order(days: int | None) -> str:
    """Say that it is made when ordered, and how long that takes."""
    return f"Làm theo đơn, {days} ngày" if days else "Làm theo đơn"


def sold_out(months: Sequence[int], *, on: date) -> str:
    """Say that nothing is left, and when the next season begins."""
    following = next_season(months, on=on)
    return f"Hết hàng – mùa sau có: tháng {following}" if following else "Hết hàng"


def next_season(months: Sequence[int], *, on: date) -> int | None:
    """The month in which the next season begins; None if there are no seasons or it is the season."""
    if not months or len(months) >= EVERY_MONTH or on.month in months:
        return None
    return next((month for month in sorted(months) if month > on.month), min(months))


def shown_price(how_sold: str, price: Any) -> int | None:
    """The price in đồng, or None where one has to ask."""
    return None if price is None or how_sold == HowSold.ON_REQUEST else int(price)


def weight(grams: int) -> str:
    """Grams as people say them: "180 g", "5,1 kg"."""
    return f"{grams} g" if grams < KILOGRAM else f"{grams / KILOGRAM:.1f} kg".replace(".", ",").replace(",0 ", " ")


def place_name(kind: str, name: str) -> str:
    """The commune in running text: "xã Núa Ngam"."""
    return f"{CommuneKind(kind).label.lower()} {name}"


@lru_cache(maxsize=4096)
def product_url(product_id: int, title: str) -> str:
    """The address of the product's page."""
    return f"{_products()}{product_id}/{slugify(title) or 'hang'}/"


@lru_cache(maxsize=4096)
def producer_url(producer_id: int, name: str) -> str:
    """The address of the maker's page, under the name that she agrees to show."""
    return reverse("producer", args=[producer_id, slugify(name) or "nguoi-ban"])


@lru_cache(maxsize=4096)
def commune_url(code: str, name: str) -> str:
    """The address of the commune's page."""
    return reverse("commune", args=[code, slugify(name)])


def url_of_commune(commune: Commune) -> str:
    """The address of the commune's page."""
    return commune_url(commune.code, commune.name)


def image(digest: str, colour: str, alt: str) -> Image:
    """The renditions of the picture with that digest."""
    sources = {f"src{width}": file_url(rendition_path(digest, width)) for width in WIDTHS}
    return {**sources, "alt": alt, "colour": colour}


def image_of(picture: Picture, alt: str) -> Image:
    """The picture's renditions with their addresses."""
    return image(picture.digest, picture.colour, alt)


@lru_cache
def _products() -> str:
    """What the addresses of all products begin with; working it out for each takes longer than all the rest."""
    address = reverse("product", args=[0, "hang"])
    return address.removesuffix("0/hang/")
