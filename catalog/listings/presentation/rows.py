"""What the database knows of a listing, as flat rows of the columns that buyers see."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Exists, Expression, ExpressionWrapper, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from catalog.licences.queries import licensed_until
from catalog.licences.restricted import may_be_sold
from catalog.listings.models import Listing, ListingPhoto
from catalog.listings.states import HowSold, ListingState
from catalog.ocop.models import Certificate
from catalog.search.models import SearchOutbox
from catalog.stories.models import Voice
from producers.consents.queries import answers_in_force, answers_run_out
from producers.consents.states import ConsentScope
from producers.directory.states import ProducerState

Row = dict[str, Any]
Columns = Mapping[str, str]
"""Our names of the columns, and Django's path to each."""

OPEN = -1
"""Stands in a prepared query for the product's id, or for another number or word that differs each time."""


def maker_columns(producer: str = "") -> dict[str, str]:
    """What is shown of a maker; `producer` is the path to her, with its underscores."""
    paths = {
        "producer_id": "pk",
        "maker": "name",
        "maker_kind": "kind",
        "village": "village",
        "about": "about",
        "commune_code": "commune_id",
        "commune": "commune__name",
        "commune_kind": "commune__kind",
        "province_code": "commune__province_id",
        "province": "commune__province__name",
        "province_kind": "commune__province__kind",
        "point": "point__name",
        "point_phone": "point__phone",
        "maker_digest": "picture__digest",
        "maker_colour": "picture__colour",
    }
    return {name: f"{producer}{path}" for name, path in paths.items()}


LISTING_COLUMNS: Columns = {
    "listing_id": "pk",
    "product_id": "product_id",
    "title": "product__title",
    "description": "product__description",
    "is_public": "product__is_public",
    "created_at": "product__date_created",
    "price": "product__stockrecords__price",
    "in_stock": "product__stockrecords__num_in_stock",
    "allocated": "product__stockrecords__num_allocated",
    "story": "product__story__text",
    "teller": "product__story__teller",
    "maker_state": "producer__state",
    **{
        name: name
        for name in (
            "state",
            "product_set_no",
            "unit",
            "weight_grams",
            "how_sold",
            "reach",
            "days_to_make",
            "months",
            "season_note",
            "origin_group",
            "details",
            "decided_at",
            "back_date",
            "licensed_until",
            "agrees_to_sale",
            "agrees_to_name",
            "agrees_to_voice",
        )
    },
    **maker_columns("producer__"),
}
PHOTO_COLUMNS: Columns = {
    "product_id": "image__product_id",
    "digest": "picture__digest",
    "colour": "picture__colour",
    "caption": "image__caption",
}
LISTED_PHOTO_COLUMNS: Columns = {
    **PHOTO_COLUMNS,
    "maker": "image__product__listing__producer__name",
    "teller": "image__product__story__teller",
    "agrees_to_name": "agrees_to_name",
}
CERTIFICATE_COLUMNS: Columns = {
    name: name
    for name in (
        "stars",
        "decision_no",
        "subject_name",
        "subject_kind",
        "decision_date",
        "certificate_no",
        "authority",
        "issued_date",
        "expires_date",
        "extended_until",
        "revoked_date",
        "replaced_date",
    )
}
VOICE_COLUMNS: Columns = {name: name for name in ("language", "opus", "compatible", "seconds", "transcript", "note")}
TELLER_COLUMNS: Columns = {
    **VOICE_COLUMNS,
    "title": "story__product__title",
    "story": "story__text",
    "teller": "story__teller",
    "photo_digest": "photo_digest",
    "photo_colour": "photo_colour",
    **maker_columns("story__product__listing__producer__"),
}


def agrees(to: ConsentScope, producer: str = "producer") -> Exists:
    """Whether the producer in that column agrees to that use today."""
    return Exists(answers_in_force().filter(consent__producer=OuterRef(producer), scope=to))


def listings() -> QuerySet[Listing]:
    """All listings, each with what its producer agrees to."""
    return Listing.objects.annotate(
        licensed_until=licensed_until(),
        agrees_to_sale=agrees(ConsentScope.GOODS),
        agrees_to_name=agrees(ConsentScope.NAME_AND_PICTURE),
        agrees_to_voice=agrees(ConsentScope.VOICE),
    )


def listings_on_sale() -> QuerySet[Listing]:
    """The listings that a buyer may see: approved, public, and the producer lets the point sell for her."""
    return listings().filter(agrees(ConsentScope.GOODS), state=ListingState.APPROVED, product__is_public=True)


def is_on_sale(row: Row) -> bool:
    """Whether the row of a listing is one of those that a buyer may see."""
    return bool(row["agrees_to_sale"] and row["is_public"] and row["state"] == ListingState.APPROVED)


def is_resting(row: Row) -> bool:
    """Whether the row of a listing is one that a buyer may know of, and that rests for a while."""
    may_sell = row["agrees_to_sale"] and row["maker_state"] == ProducerState.APPROVED
    return bool(may_sell and row["state"] == ListingState.PAUSED)


def how_sold_on(row: Row, *, on: date) -> HowSold:
    """How it can be bought on that day: what needs a licence is only shown without one in force."""
    is_sold = may_be_sold(row["product_set_no"], licensed_until=plain_day(row["licensed_until"]), on=on)
    return HowSold(row["how_sold"]) if is_sold else HowSold.SHOWCASE


def plain_day(value: Any) -> date | None:
    """A reckoned day, which a prepared query brings as text where the database has no days."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def rows_of(queryset: QuerySet[Any], columns: Columns) -> list[Row]:
    """The rows of a queryset under our names."""
    return [dict(zip(columns, row, strict=True)) for row in queryset.values_list(*columns.values())]


def plain_list(value: Any) -> list[Any]:
    """A JSON column's list, which a prepared query brings as text."""
    found: list[Any] = json.loads(value) if isinstance(value, str) else value
    return found


class Prepared:
    """A query whose SQL is written once, for writing it takes Django longer than answering takes a database.

    `build` gets the open value and returns a queryset. What it asks about today it goes on asking about the day
    on which it runs. Numbers, texts and days come as from any queryset; JSON comes as text, yes and
    no as 1 and 0 where the database has no better.
    """

    def __init__(self, build: Callable[[int], QuerySet[Any]], columns: Columns) -> None:
        self._build = build
        self._columns = columns

    def rows(self, value: int | str = OPEN) -> list[Row]:
        """The rows for that value."""
        sql, parameters, written_on = self._written
        meant = {OPEN: value, str(OPEN): value, written_on: _as_parameter(timezone.localdate())}
        with connection.cursor() as cursor:
            cursor.execute(sql, [meant.get(each, each) for each in parameters])
            return [dict(zip(self._columns, row, strict=True)) for row in cursor.fetchall()]

    @cached_property
    def _written(self) -> tuple[str, tuple[Any, ...], Any]:
        """The SQL, its parameters, and the day on which they were written, as it stands among them."""
        written_on = timezone.localdate()
        sql, parameters = self._build(OPEN).values_list(*self._columns.values()).query.sql_with_params()
        if timezone.localdate() != written_on:
            return self._written
        return sql, parameters, _as_parameter(written_on)


def _as_parameter(day: date) -> Any:
    return connection.ops.adapt_datefield_value(day)


def photos() -> QuerySet[ListingPhoto]:
    """All photos, those of one product in their order."""
    return ListingPhoto.objects.order_by("image__display_order", "image_id")


def listed_photos(product_ids: Iterable[int]) -> QuerySet[ListingPhoto]:
    """All photos of these products, each with whether its maker agrees to her name."""
    agrees_to_name = agrees(ConsentScope.NAME_AND_PICTURE, "image__product__listing__producer")
    return photos().filter(image__product__in=product_ids).annotate(agrees_to_name=agrees_to_name)


def _tellers(_: int) -> QuerySet[Voice]:
    """Of the newest voices those whose makers agree to be heard and named, with the product's first photo."""
    listing = "story__product__listing__"
    scopes = (ConsentScope.GOODS, ConsentScope.NAME_AND_PICTURE, ConsentScope.VOICE)
    photo = photos().filter(image__product=OuterRef("story__product"))
    return (
        Voice.objects.filter(
            Q(pk__in=Voice.objects.order_by("-pk").values("pk")[:NEWEST_VOICES]),
            *(agrees(to, f"{listing}producer") for to in scopes),
            **{f"{listing}state": ListingState.APPROVED, "story__product__is_public": True},
        )
        .annotate(
            photo_digest=Subquery(photo.values("picture__digest")[:1]),
            photo_colour=Subquery(photo.values("picture__colour")[:1]),
        )
        .order_by("-pk")
    )


NEWEST_VOICES = 48


def _search_waits() -> Expression:
    """Whether anything has changed that the search has yet to hear."""
    unheard = Exists(SearchOutbox.objects.all()) | Exists(answers_run_out())
    return ExpressionWrapper(unheard, output_field=BooleanField())


listing_of = Prepared(
    lambda product: listings().filter(product=product).annotate(search_waits=_search_waits()),
    {**LISTING_COLUMNS, "search_waits": "search_waits"},
)
photos_of = Prepared(lambda product: photos().filter(image__product=product), PHOTO_COLUMNS)
certificates_of = Prepared(
    lambda product: Certificate.objects.filter(product=product, verified_at__isnull=False), CERTIFICATE_COLUMNS
)
voices_of = Prepared(lambda product: Voice.objects.filter(story__product=product).order_by("pk"), VOICE_COLUMNS)
newest_tellers = Prepared(_tellers, TELLER_COLUMNS)
