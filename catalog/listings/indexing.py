"""What the search knows of the things on sale; whoever changes what a buyer sees marks the product as changed."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from catalog.licences.restricted import restricted
from catalog.listings.presentation.building import availability_of, first_photos, hidden_names, maker_of
from catalog.listings.presentation.rows import (
    LISTING_COLUMNS,
    Row,
    how_sold_on,
    listings_on_sale,
    rows_of,
)
from catalog.listings.presentation.shapes import Image, ShownMaker
from catalog.listings.presentation.wording import product_url, shown_price
from catalog.listings.states import HowSold
from catalog.ocop.life import star_spans
from catalog.ocop.models import Certificate
from catalog.ocop.product_sets import product_sets
from catalog.search.documents import Document, StarSpan
from producers.directory.names import unnamed
from producers.places.models import CommuneKind, FormerCommune, ProvinceKind

COLUMNS = {**LISTING_COLUMNS, "sold": "product__stats__num_purchases"}
NO_GROUP = ""


def listed_keys() -> Iterable[int]:
    """The products that the search should know."""
    return listings_on_sale().order_by("product_id").values_list("product_id", flat=True)


def build_documents(product_ids: Iterable[int]) -> list[Document]:
    """The documents of those products that are on sale now; four queries, however many."""
    today = timezone.localdate()
    rows = rows_of(listings_on_sale().filter(product__in=list(product_ids)).order_by("product_id"), COLUMNS)
    keys = [row["product_id"] for row in rows]
    images = first_photos(keys)
    stars = _stars_of(keys, since=today)
    former = _former_names({row["commune_code"] for row in rows})
    return [
        _document(row, images.get(key), stars.get(key, ()), former.get(row["commune_code"], []), on=today)
        for key, row in zip(keys, rows, strict=True)
    ]


def _document(row: Row, photo: Image | None, stars: tuple[StarSpan, ...], former: list[str], *, on: date) -> Document:
    product_set = product_sets().get(row["product_set_no"])
    maker = maker_of(row, is_named=row["agrees_to_name"])
    kinds = (product_set.group.name, product_set.name) if product_set else ()
    words = (unnamed(text or "", *hidden_names(row)) for text in (row["description"], row["story"]))
    told = (*words, maker.name, maker.kind, row["origin_group"], *kinds)
    how_sold = how_sold_on(row, on=on)
    is_available = availability_of(row, on=on).is_available
    group = product_set.group.code if product_set else NO_GROUP
    return Document(
        key=row["product_id"],
        title=row["title"],
        text="\n".join(filter(None, told)),
        places=", ".join(filter(None, (maker.village, *_names_of_today(row), *former))),
        group=group,
        product_set=row["product_set_no"] or 0,
        province=row["province_code"],
        commune=row["commune_code"],
        producer=row["producer_id"],
        price=shown_price(how_sold, row["price"]),
        stars=stars,
        is_available=is_available,
        months=tuple(row["months"]),
        listed_at=row["decided_at"] or row["created_at"],
        sold=row["sold"] or 0,
        card={**_card(row, maker, how_sold, on=on), "image": photo, "is_available": is_available},
    )


def _card(row: Row, maker: ShownMaker, how_sold: HowSold, *, on: date) -> dict[str, object]:
    """What lists show of it without asking the database; what depends on the day is worked out when it is shown."""
    return {
        "url": product_url(row["product_id"], row["title"]),
        "title": row["title"],
        "maker": maker.name,
        "place": maker.commune if maker.is_named else maker.province,
        "price": shown_price(how_sold, row["price"]),
        "unit": row["unit"],
        "how_sold": how_sold,
        "licensed_until": _last_day_of_sale(row, how_sold, on=on),
        "days_to_make": row["days_to_make"],
        "months": row["months"],
        "season_note": row["season_note"],
        "listed": timezone.localdate(row["decided_at"] or row["created_at"]).isoformat(),
    }


def _stars_of(product_ids: list[int], *, since: date) -> dict[int, tuple[StarSpan, ...]]:
    """The stars of each product's checked certificates, from that day on."""
    checked: dict[int, list[Certificate]] = {}
    for each in Certificate.objects.filter(product__in=product_ids, verified_at__isnull=False):
        checked.setdefault(each.product_id, []).append(each)
    return {
        key: tuple(StarSpan(*span) for span in star_spans(certificates) if span.last >= since)
        for key, certificates in checked.items()
    }


def _last_day_of_sale(row: Row, how_sold: HowSold, *, on: date) -> str:
    """The last day of the licence by which it is sold; empty for what needs none, or is only shown."""
    if how_sold == HowSold.SHOWCASE or restricted(row["product_set_no"], on=on) is None:
        return ""
    return str(row["licensed_until"].isoformat())


def _names_of_today(row: Row) -> tuple[str, str]:
    """ "Xã Núa Ngam", "Tỉnh Điện Biên"."""
    commune, province = CommuneKind(row["commune_kind"]), ProvinceKind(row["province_kind"])
    return f"{commune.label} {row['commune']}", f"{province.label} {row['province']}"


def _former_names(codes: Iterable[str]) -> dict[str, list[str]]:
    """The former communes, districts and provinces of each commune, each name once."""
    names: dict[str, dict[str, None]] = {}
    rows = FormerCommune.objects.filter(commune__in=codes).order_by("pk")
    for code, *old in rows.values_list("commune_id", "name", "district", "province_name"):
        names.setdefault(code, {}).update(dict.fromkeys(old))
    return {code: list(old) for code, old in names.items()}
