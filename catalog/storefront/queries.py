"""Reads for the pages of makers and places; lists of goods come from the search."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from catalog.listings.models import Listing
from catalog.listings.presentation import Image, ShownMaker, ShownVoice, agrees, listings_on_sale, maker_of
from catalog.listings.presentation.building import listed_image, voice_of
from catalog.listings.presentation.rows import Row, maker_columns, newest_tellers
from catalog.listings.presentation.wording import commune_url
from catalog.listings.states import ListingState
from common.text import vietnamese_key
from producers.consents.states import ConsentScope
from producers.directory.models import Producer
from producers.places.models import Commune, FormerCommune
from producers.places.services import DATA

LONGEST_WORDS = 150


@dataclass(frozen=True, slots=True)
class Teller:
    """A maker who lets everybody hear her, with the thing she tells about."""

    maker: ShownMaker
    image: Image | None
    words: str
    product_title: str
    voice: ShownVoice


@dataclass(frozen=True, slots=True)
class MakerWithGoods:
    """A maker and how many goods she has on sale."""

    maker: ShownMaker
    goods: int


@dataclass(frozen=True, slots=True)
class CommuneWithGoods:
    """A commune of today and how many goods come from there."""

    name: str
    url: str
    count: int


@lru_cache
def province_names() -> dict[str, str]:
    """The provinces of today by code, in alphabetical order, from the file that the database is loaded from."""
    with (DATA / "provinces.csv").open(encoding="utf-8", newline="") as file:
        names = [(row["code"], row["name"]) for row in csv.DictReader(file)]
    return dict(sorted(names, key=lambda pair: vietnamese_key(pair[1])))


def commune_names(codes: Iterable[str]) -> dict[str, str]:
    """The names of these communes, with their kind."""
    return {commune.code: str(commune) for commune in Commune.objects.filter(code__in=codes)}


def makers() -> QuerySet[Producer, Any]:
    """Rows of the producers who have goods on sale, each with whether she agrees to be named, and how many goods."""
    on_sale = Q(listings__state=ListingState.APPROVED, listings__product__is_public=True)
    rows: QuerySet[Producer, Any] = (
        Producer.objects.filter(agrees(ConsentScope.GOODS, "pk"))
        .annotate(goods=Count("listings", filter=on_sale), agrees_to_name=agrees(ConsentScope.NAME_AND_PICTURE, "pk"))
        .filter(goods__gt=0)
        .order_by("commune__province__name", "commune__name", "pk")
        .values("goods", "agrees_to_name", *maker_columns().values())
    )
    return rows


def makers_in_order(province: str) -> list[int]:
    """The numbers of all `makers` of the province with that code, by commune."""
    on_sale = Listing.objects.filter(producer=OuterRef("pk"), state=ListingState.APPROVED, product__is_public=True)
    found = Producer.objects.filter(agrees(ConsentScope.GOODS, "pk"), Exists(on_sale), commune__province=province)
    return list(found.order_by("commune__name", "pk").values_list("pk", flat=True))


def makers_of_goods(products: Iterable[int]) -> QuerySet[Producer, Any]:
    """Those of the `makers` who made one of these products."""
    return makers().filter(pk__in=Listing.objects.filter(product__in=products).values("producer"))


def shown(row: Mapping[str, Any]) -> MakerWithGoods:
    """One of `makers` as far as she agreed to be shown."""
    flat = {name: row[path] for name, path in maker_columns().items()}
    return MakerWithGoods(maker_of(flat, is_named=row["agrees_to_name"]), row["goods"])


def maker_by_id(producer_id: int) -> ShownMaker | None:
    """The maker, if she has goods on sale."""
    row = makers().filter(pk=producer_id).first()
    return shown(row).maker if row else None


def maker_who_goes_on(producer_id: int) -> ShownMaker | None:
    """The maker into whose record this one was merged, whatever was merged in between, if she has goods on sale."""
    followed: set[int] = set()
    next_id: int | None = producer_id
    while next_id is not None and next_id not in followed:
        followed.add(next_id)
        producer_id, next_id = next_id, _merged_into(next_id)
    return maker_by_id(producer_id) if len(followed) > 1 else None


def makers_of(commune: Commune) -> list[ShownMaker]:
    """The makers of that commune."""
    return [shown(row).maker for row in makers().filter(commune=commune)]


def tellers(limit: int) -> list[Teller]:
    """The makers whose voices were added last, each once; one query."""
    one_each: dict[int, Row] = {}
    for row in newest_tellers.rows():
        one_each.setdefault(row["producer_id"], row)
    return [_teller(row) for row in list(one_each.values())[:limit]]


def commune_of_today(code: str) -> Commune | None:
    """The commune with its province, unless it has ceased."""
    return Commune.objects.select_related("province").filter(code=code, valid_to__isnull=True).first()


def former_places(commune: Commune) -> dict[str, list[str]]:
    """The names of before July 2025, by district: {"Huyện Điện Biên, Tỉnh Điện Biên": ["Xã Núa Ngam", …]}."""
    districts: dict[str, list[str]] = {}
    for former in FormerCommune.objects.filter(commune=commune).order_by("pk"):
        districts.setdefault(f"{former.district}, {former.province_name}", []).append(former.name)
    return districts


def communes_with_goods(counts: Mapping[str, int]) -> dict[str, list[CommuneWithGoods]]:
    """These communes under their province's name, both in alphabetical order; `counts` is goods by commune code."""
    communes = Commune.objects.filter(code__in=counts).select_related("province")
    provinces: dict[str, list[CommuneWithGoods]] = {}
    for commune in sorted(communes, key=_by_name):
        place = CommuneWithGoods(str(commune), commune_url(commune.code, commune.name), counts[commune.code])
        provinces.setdefault(commune.province.name, []).append(place)
    return provinces


def products_on_sale() -> QuerySet[Listing, Any]:
    """Every product on sale for the map of the site: id, title and day of the last change."""
    rows = listings_on_sale().order_by("product_id")
    return rows.values("product_id", "changed_at", title=F("product__title"))


def _merged_into(producer_id: int) -> int | None:
    return Producer.objects.filter(pk=producer_id).values_list("merged_into", flat=True).first()


def _by_name(commune: Commune) -> tuple[str, str]:
    return vietnamese_key(commune.province.name), vietnamese_key(commune.name)


def _teller(row: Row) -> Teller:
    maker = maker_of(row, is_named=True)
    photo = listed_image(row["photo_digest"], row["photo_colour"], row["title"]) if row["photo_digest"] else None
    return Teller(
        maker=maker,
        image=maker.picture or photo,
        words=_first_words(row["story"]),
        product_title=row["title"],
        voice=voice_of(row, teller=row["teller"]),
    )


def _first_words(text: str) -> str:
    """The first sentences that a card can hold, or as many whole words of the first one."""
    line = text.strip().split("\n")[0]
    if len(line) <= LONGEST_WORDS:
        return line
    cut = line[:LONGEST_WORDS]
    sentences, stop, _ = cut.rpartition(". ")
    return sentences + "." if stop else cut.rpartition(" ")[0] + " …"
