"""A product as the shop's lists show it: picture, OCOP stars, name, maker and place, price."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from django.utils.safestring import SafeString

from common.look.icons import icon
from common.look.markup import fill, plain
from common.look.pictures import picture
from common.money import dong

CARD_SIZES = "(min-width: 48rem) 15rem, 31vw"
NEW = fill('<span class="the-moi">{}</span>', "Mới")
PRICE_ON_REQUEST = fill('<span class="gia">{}</span>', "Hỏi giá")
GONE = fill('<span class="vien-nho vien-xam">{}</span>', "Tạm hết hàng")


@cache
def ocop(stars: int) -> SafeString:
    """Return the OCOP badge for 3, 4 or 5 stars, and nothing for none."""
    if not stars:
        return SafeString("")
    return fill(
        '<span class="ocop">OCOP <span class="ocop-sao" aria-hidden="true">{}</span>'
        '<span class="an">{} sao</span></span>',
        "★" * stars,
        stars,
    )


def price(amount_dong: int | None, unit: str = "") -> SafeString:
    """Return the price with its unit; a product without a price invites a question."""
    if amount_dong is None:
        return PRICE_ON_REQUEST
    per = f' <span class="gia-don-vi">/{plain(unit)}</span>' if unit else ""
    return SafeString(f'<span class="gia">{dong(amount_dong)}{per}</span>')


def card(product: Mapping[str, Any], *, level: int = 3, eager: bool = False) -> SafeString:
    """Return one <li> of a product grid; the whole card is one link.

    Keys: url, title, image, maker, place, price, unit, stars, is_available, is_new, note. Only the first
    two are needed. `level` is the heading's level; `eager` is for the first row of a page.
    """
    image = product.get("image") or {}
    return _drawn(
        product["url"],
        product["title"],
        tuple(image.items()),
        ", ".join(part for part in (product.get("maker"), product.get("place")) if part),
        price(product.get("price"), product.get("unit") or ""),
        product.get("stars") or 0,
        not product.get("is_available", True),
        bool(product.get("is_new")),
        product.get("note") or "",
        level,
        eager,
    )


@lru_cache(maxsize=2048)
def _drawn(
    url: str,
    title: str,
    image: tuple[tuple[str, Any], ...],
    where: str,
    priced: SafeString,
    stars: int,
    is_gone: bool,
    is_new: bool,
    note: str,
    level: int,
    eager: bool,
) -> SafeString:
    """The same thing stands in many lists: its card is drawn once while nothing of it changes."""
    shown = picture(dict(image), sizes=CARD_SIZES, widths=(320, 640), eager=eager)
    below = f'<p class="the-phu">{GONE if is_gone else ""}<span>{plain(note)}</span></p>' if is_gone or note else ""
    return SafeString(
        f'<li class="the"><div class="the-anh">{shown}{ocop(stars)}{NEW if is_new else ""}</div><div class="the-than">'
        f'<h{level} class="the-ten"><a href="{plain(url)}">{plain(title)}</a></h{level}>'
        f'<p class="the-noi">{icon("map-pin")}<span>{plain(where)}</span></p>'
        f'<p class="the-gia">{priced}</p>{below}</div></li>'
    )


def cards(products: Iterable[Mapping[str, Any]], *, level: int = 3, eager: int = 0) -> SafeString:
    """Return the cards of a whole grid, the first `eager` of them for the first screen."""
    return SafeString(
        "".join(card(product, level=level, eager=place < eager) for place, product in enumerate(products))
    )
