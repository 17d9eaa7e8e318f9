"""What a buyer chose in the address of a list, as a question to the search and as filters to change it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import QueryDict

from catalog.ocop.life import PUBLIC_STARS
from catalog.ocop.product_sets import ProductGroup, ProductSet, group_by_slug, product_groups, product_sets
from catalog.search.port import Query, Results, Sort

PARAMETERS = ("bo", "con", "gia", "nhom", "q", "sao", "tinh", "trang", "xa", "xep")
"""Every parameter that a list understands: product set, available, price, group, words, stars, province, page,
commune, order."""

LONGEST_TEXT = 200
LAST_PAGE = 400


@dataclass(frozen=True, slots=True)
class PriceBand:
    """Prices from … to, both included, in đồng."""

    label: str
    lowest: int | None
    highest: int | None


PRICE_BANDS = {
    "duoi-100": PriceBand("Dưới 100.000 ₫", None, 99_999),
    "100-300": PriceBand("100.000 – 300.000 ₫", 100_000, 300_000),
    "300-1000": PriceBand("300.000 – 1.000.000 ₫", 300_000, 1_000_000),
    "tren-1000": PriceBand("Trên 1.000.000 ₫", 1_000_001, None),
}

SORTS = {
    "": (Sort.RELEVANCE, "Phù hợp nhất"),
    "moi": (Sort.NEWEST, "Mới lên chợ"),
    "ban-chay": (Sort.BEST_SELLING, "Bán chạy"),
    "gia-tang": (Sort.PRICE_UP, "Giá thấp trước"),
    "gia-giam": (Sort.PRICE_DOWN, "Giá cao trước"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the address says; words that a list does not understand are left out."""

    text: str = ""
    group: ProductGroup | None = None
    product_sets: tuple[int, ...] = ()
    province: str = ""
    commune: str = ""
    stars: tuple[int, ...] = ()
    price: str = ""
    is_available: bool = False
    sort: str = ""
    page: int = 1

    @property
    def count(self) -> int:
        """How many filters are on."""
        single = (self.province, self.commune, self.price, self.is_available)
        return sum(map(bool, single)) + len(self.stars) + len(self.product_sets)


@dataclass(frozen=True, slots=True)
class Option:
    """One box of a filter; no count where nobody counted."""

    value: str
    label: str
    count: int | None
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """One question of the filter form."""

    name: str
    label: str
    kind: str
    options: list[Option]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on, to be taken off."""

    name: str
    value: str
    label: str


def choice_of(get: QueryDict) -> Choice:
    """What the parameters of an address mean."""
    return Choice(
        text=get.get("q", "").strip()[:LONGEST_TEXT],
        group=group_by_slug(get.get("nhom", "")),
        product_sets=tuple(number for number in _numbers(get.getlist("bo")) if number in product_sets()),
        province=_code(get.get("tinh", "")),
        commune=_code(get.get("xa", "")),
        stars=tuple(stars for stars in _numbers(get.getlist("sao")) if stars in PUBLIC_STARS),
        price=get.get("gia", "") if get.get("gia") in PRICE_BANDS else "",
        is_available=get.get("con") == "1",
        sort=get.get("xep", "") if get.get("xep") in SORTS else "",
        page=next((page for page in _numbers([get.get("trang", "")]) if 1 <= page <= LAST_PAGE), 1),
    )


def query_of(choice: Choice, *, on: date, in_group: bool) -> Query:
    """The choice as a question to the search, with the counts that its filters show."""
    band = PRICE_BANDS.get(choice.price)
    return Query(
        on=on,
        text=choice.text,
        group=choice.group.code if choice.group else None,
        product_sets=choice.product_sets,
        province=choice.province or None,
        commune=choice.commune or None,
        stars=choice.stars,
        price_from=band.lowest if band else None,
        price_to=band.highest if band else None,
        available_only=choice.is_available,
        sort=SORTS[choice.sort][0],
        page=choice.page,
        facets=("product_set" if in_group else "group", "province", "available", "stars"),
    )


def filters_of(choice: Choice, results: Results, names: Mapping[str, str], *, in_group: bool) -> list[Filter]:
    """The filters of a list with how many goods each box would leave; `names` are those of places by code.

    A group's own page asks for product sets, the search page for groups. Communes are asked for inside a province.
    """
    facets = results.facets
    chosen_group = choice.group.slug if choice.group else ""
    kinds = (
        _boxes("bo", "Loại hàng", _product_sets(choice, facets), set(map(str, choice.product_sets)))
        if in_group
        else _radios("nhom", "Nhóm hàng", _groups(facets), chosen_group)
    )
    places = [_radios("tinh", "Nơi làm ra", _places(facets.get("province", {}), names), choice.province)]
    if choice.province:
        places.append(_radios("xa", "Xã, phường", _places(facets.get("commune", {}), names), choice.commune))
    stars = [(str(each), f"{each} sao OCOP", facets.get("stars", {}).get(each, 0)) for each in reversed(PUBLIC_STARS)]
    return [
        kinds,
        *places,
        _boxes("sao", "Sao còn hiệu lực hôm nay", stars, set(map(str, choice.stars))),
        _radios("gia", "Giá", [(slug, band.label, None) for slug, band in PRICE_BANDS.items()], choice.price),
        _boxes(
            "con",
            "Có hàng",
            [("1", "Còn hàng", facets.get("available", {}).get(1, 0))],
            {"1"} if choice.is_available else set(),
        ),
    ]


def chips_of(choice: Choice, names: Mapping[str, str], *, in_group: bool) -> list[Chip]:
    """The filters that are on."""
    chips = [Chip("bo", str(number), product_sets()[number].name) for number in choice.product_sets]
    if choice.group and not in_group:
        chips.append(Chip("nhom", choice.group.slug, choice.group.short_name))
    chips += [Chip(name, code, names.get(code, code)) for name, code in _chosen_places(choice) if code]
    chips += [Chip("sao", str(stars), f"{stars} sao OCOP") for stars in choice.stars]
    if choice.price:
        chips.append(Chip("gia", choice.price, PRICE_BANDS[choice.price].label))
    if choice.is_available:
        chips.append(Chip("con", "1", "Còn hàng"))
    return chips


def without_commune(choice: Choice) -> Choice:
    """The same choice in the whole province: the commune that stood there lies in another one."""
    return replace(choice, commune="")


def sorts_of(choice: Choice) -> list[Option]:
    """The orders to choose from."""
    return [Option(slug, label, None, slug == choice.sort) for slug, (_, label) in SORTS.items()]


def sets_of(group: ProductGroup | None) -> list[ProductSet]:
    """The product sets of a group, in the decision's order."""
    return [each for each in product_sets().values() if each.group == group]


Counted = Sequence[tuple[str, str, int | None]]


def _radios(name: str, label: str, counted: Counted, chosen: str) -> Filter:
    everything = Option("", "Tất cả", None, not chosen)
    options = [Option(value, text, count, value == chosen) for value, text, count in counted]
    return Filter(name, label, "radio", [everything, *options])


def _boxes(name: str, label: str, counted: Counted, chosen: set[str]) -> Filter:
    return Filter(
        name, label, "checkbox", [Option(value, text, count, value in chosen) for value, text, count in counted]
    )


def _groups(facets: Mapping[str, Mapping[Any, int]]) -> Counted:
    counts = facets.get("group", {})
    return [(group.slug, group.short_name, counts.get(group.code, 0)) for group in product_groups().values()]


def _product_sets(choice: Choice, facets: Mapping[str, Mapping[Any, int]]) -> Counted:
    counts = facets.get("product_set", {})
    return [
        (str(each.number), each.name, counts.get(each.number, 0))
        for each in sets_of(choice.group)
        if counts.get(each.number) or each.number in choice.product_sets
    ]


def _places(counts: Mapping[Any, int], names: Mapping[str, str]) -> Counted:
    return [(str(code), names.get(str(code), str(code)), count) for code, count in counts.items()]


def _chosen_places(choice: Choice) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("tinh", choice.province), ("xa", choice.commune)


def _numbers(typed: list[str]) -> list[int]:
    return sorted({int(each) for each in typed if each.isascii() and each.isdecimal() and len(each) <= 4})


def _code(typed: str) -> str:
    return typed if typed.isascii() and typed.isdecimal() and len(typed) <= 5 else ""
