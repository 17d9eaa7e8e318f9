"""From rows to what a buyer sees. What a producer has not agreed to is left out here, once for all pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalog.listings.models import Listing
from catalog.listings.presentation import rows
from catalog.listings.presentation.rows import Row
from catalog.listings.presentation.shapes import (
    Availability,
    Image,
    ShownCertificate,
    ShownListing,
    ShownMaker,
    ShownVoice,
)
from catalog.listings.presentation.wording import (
    NO_NAME_YET,
    availability,
    commune_url,
    image,
    place_name,
    producer_url,
    product_url,
    shown_price,
    weight,
)
from catalog.listings.states import HowSold, ListingState, Reach
from catalog.ocop.holders import shown_subject
from catalog.ocop.life import IN_FORCE, CertificateState, in_effect_on, last_day_in_force, state_on
from catalog.ocop.product_sets import ProductSet, product_sets
from common.pictures.models import file_url
from producers.directory.models import Producer
from producers.directory.names import unnamed
from producers.directory.states import ProducerKind

LISTED = ("src160", "src320", "src640", "alt", "colour")
"""What lists show of a photo: all but the largest rendition."""


def shown_listing(listing: Listing, *, on: date, is_to_decide: bool = False) -> ShownListing:
    """What a buyer would see of the listing on that day, whatever its state; at most four queries.

    To be decided on, it also has the words that are hidden because they name her: one day they may be shown.
    """
    found = rows.listing_of.rows(listing.product_id)
    if not found:
        raise Listing.DoesNotExist
    return _shown(found[0], on, is_to_decide=is_to_decide)


def shown_product(product_id: int, *, on: date) -> ShownListing | None:
    """What a buyer would see of the product's listing, or None if it has none; at most four queries."""
    found = rows.listing_of.rows(product_id)
    return _shown(found[0], on) if found else None


def _shown(row: Row, on: date, *, is_to_decide: bool = False) -> ShownListing:
    names = () if is_to_decide else hidden_names(row)
    product_id = row["product_id"]
    maker = maker_of(row, is_named=row["agrees_to_name"])
    teller = row["teller"] or "" if maker.is_named else ""
    voices = rows.voices_of.rows(product_id) if row["agrees_to_voice"] else []
    certificates = _certificates(product_id, on)
    product_set = product_sets().get(row["product_set_no"])
    how_sold = rows.how_sold_on(row, on=on)
    return ShownListing(
        listing_id=row["listing_id"],
        product_id=product_id,
        is_on_sale=rows.is_on_sale(row),
        is_resting=rows.is_resting(row),
        back_date=row["back_date"] if rows.is_resting(row) else None,
        is_suspended=row["state"] == ListingState.SUSPENDED,
        url=product_url(product_id, row["title"]),
        title=row["title"] or NO_NAME_YET,
        description=unnamed(row["description"] or "", *names),
        photos=_photos(product_id, row["title"], names),
        price_dong=shown_price(how_sold, row["price"]),
        unit=row["unit"],
        weight_grams=row["weight_grams"],
        how_sold=how_sold,
        availability=availability_of(row, on=on),
        stars=max((each.stars for each in certificates), default=0),
        months=rows.plain_list(row["months"]),
        season_note=unnamed(row["season_note"], *names),
        story=unnamed(row["story"] or "", *names),
        teller=teller,
        voices=[voice_of(_without(each, ("transcript", "note"), names), teller=teller) for each in voices],
        maker=maker,
        certificates=certificates,
        group=product_set.group if product_set else None,
        origin_group=row["origin_group"],
        reach=Reach(row["reach"]),
        days_to_make=row["days_to_make"] if how_sold == HowSold.TO_ORDER else None,
        details=_details(row, product_set, names),
        search_waits=bool(row["search_waits"]),
    )


def availability_of(row: Row, *, on: date) -> Availability:
    """What can be had on that day: what is in the house less what is promised."""
    return availability(
        how_sold=rows.how_sold_on(row, on=on),
        free=(row["in_stock"] or 0) - (row["allocated"] or 0),
        unit=row["unit"],
        days_to_make=row["days_to_make"],
        months=rows.plain_list(row["months"]),
        on=on,
    )


def maker_of(row: Row, *, is_named: bool) -> ShownMaker:
    """Who sells it; without her consent neither name, village, words nor picture, not even in the address."""
    kind = str(ProducerKind(row["maker_kind"]).label)
    place = place_name(row["commune_kind"], row["commune"])
    name = row["maker"] if is_named else f"{kind} ở {place}"
    return ShownMaker(
        producer_id=row["producer_id"],
        name=name,
        is_named=bool(is_named),
        kind=kind,
        commune=place,
        commune_code=row["commune_code"],
        commune_url=commune_url(row["commune_code"], row["commune"]),
        province=row["province"],
        province_code=row["province_code"],
        village=row["village"] if is_named else "",
        about=row["about"] if is_named else "",
        picture=image(row["maker_digest"], row["maker_colour"], name) if is_named and row["maker_digest"] else None,
        url=producer_url(row["producer_id"], name),
        point_name=row["point"],
        point_phone=row["point_phone"],
    )


def hidden_names(row: Row) -> tuple[str, ...]:
    """The names that nothing written about the thing may say before buyers: none while she agrees to hers."""
    return () if row["agrees_to_name"] else (row["maker"], row["teller"] or "")


def _without(row: Row, texts: tuple[str, ...], names: tuple[str, ...]) -> Row:
    """The row with those of its texts that say none of the names."""
    return {**row, **{text: unnamed(row[text], *names) for text in texts}}


def shown_maker(producer: Producer, *, is_named: bool) -> ShownMaker:
    """A producer as far as she agrees to be shown; wants her commune, province, point and picture at hand."""
    row = {name: _along(producer, path) for name, path in rows.maker_columns().items()}
    return maker_of(row, is_named=is_named)


def voice_of(row: Row, *, teller: str) -> ShownVoice:
    """A recording; without a teller it is told by "the maker"."""
    return ShownVoice(
        label=f"Nghe {teller or 'người làm'} kể",
        language=row["language"],
        opus_url=file_url(row["opus"]),
        compatible_url=file_url(row["compatible"]),
        seconds=row["seconds"],
        transcript=row["transcript"],
        note=row["note"],
    )


def first_photos(product_ids: Iterable[int]) -> dict[int, Image]:
    """The photo that a list shows of each product, without its largest rendition."""
    found = rows.rows_of(rows.listed_photos(product_ids), rows.LISTED_PHOTO_COLUMNS)
    return {
        row["product_id"]: listed_image(row["digest"], row["colour"], unnamed(row["caption"], *hidden_names(row)))
        for row in reversed(found)
    }


def listed_image(digest: str, colour: str, alt: str) -> Image:
    """A picture for a list, without its largest rendition."""
    found = image(digest, colour, alt)
    return {name: found[name] for name in LISTED}


@dataclass(slots=True)
class _Dates:
    stars: int
    issued_date: date
    expires_date: date
    extended_until: date | None
    revoked_date: date | None
    replaced_date: date | None


def _photos(product_id: int, title: str, names: tuple[str, ...]) -> list[Image]:
    return [
        image(photo["digest"], photo["colour"], unnamed(photo["caption"], *names) or title)
        for photo in rows.photos_of.rows(product_id)
    ]


def _certificates(product_id: int, on: date) -> list[ShownCertificate]:
    """The one that counts today first, then the newest."""
    found = [(row, _Dates(*(row[name] for name in _Dates.__slots__))) for row in rows.certificates_of.rows(product_id)]
    counts = in_effect_on([dates for _, dates in found], on)
    shown = [_certificate(row, dates, on, is_the_one=dates is counts) for row, dates in found]
    return sorted(shown, key=lambda each: (-each.stars, -each.issued_date.toordinal()))


def _certificate(row: Row, dates: _Dates, on: date, *, is_the_one: bool) -> ShownCertificate:
    state = state_on(dates, on)
    if state in IN_FORCE and not is_the_one:
        state = CertificateState.REPLACED
    return ShownCertificate(
        stars=row["stars"] if is_the_one else 0,
        subject=shown_subject(row["subject_name"], row["subject_kind"]),
        decision_no=row["decision_no"],
        decision_date=row["decision_date"],
        certificate_no=row["certificate_no"],
        authority=row["authority"],
        issued_date=row["issued_date"],
        last_day=last_day_in_force(dates),
        revoked_date=row["revoked_date"],
        state=state,
    )


def _details(row: Row, product_set: ProductSet | None, names: tuple[str, ...]) -> list[tuple[str, str]]:
    """What was typed about it, as far as it says none of the names, then what the market knows."""
    typed = [(label, unnamed(value, *names)) for label, value in rows.plain_list(row["details"])]
    known = [
        ("Bộ sản phẩm OCOP", product_set.name if product_set else ""),
        ("Sản vật của dân tộc", row["origin_group"]),
        ("Nặng khi gói", weight(row["weight_grams"]) if row["weight_grams"] else ""),
        ("Giao hàng", str(Reach(row["reach"]).label)),
    ]
    return [(str(label), str(value)) for label, value in (*typed, *known) if value]


def _along(start: Any, path: str) -> Any:
    """The value at the end of a Django path; None where nothing lies on the way."""
    for name in path.split("__"):
        start = getattr(start, name) if start is not None else None
    return start
