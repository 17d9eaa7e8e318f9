"""What officers do to listings: start, copy, save, send, take back, revive. They retire in `changes.closing`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from oscar.apps.catalogue.models import Product, ProductClass, ProductImage
from oscar.apps.partner.models import StockRecord

from catalog.listings.models import Listing, ListingPhoto
from catalog.listings.queries import COLUMNS, facts_of
from catalog.listings.readiness import Missing, missing_in
from catalog.listings.states import CONFIRMING, EDITABLE, OWN, ListingAct, ListingState
from catalog.listings.visibility import settle
from catalog.ocop.services import CertificateFacts, claim_certificate, claimed_certificate, written
from catalog.stories.models import Story
from common.audit.services import record
from common.codes import random_code
from common.text import slugify
from common.transitions import MoveNotAllowed, NotTheirMove, move
from producers.applications.services import submit_application
from producers.directory.models import Producer
from producers.directory.queries import point_of_act
from producers.directory.states import ProducerState

LONGEST_IN_TRAIL = 300


class NotEditable(MoveNotAllowed):
    """The listing is with the approver, on sale or retired; it is taken back before it is changed."""


class ChangedMeanwhile(Exception):  # noqa: N818
    """Somebody else saved the listing after this form was opened, and typed something else."""


class NotReady(Exception):  # noqa: N818
    """The listing lacks something; `missing` says what."""

    def __init__(self, missing: list[Missing]) -> None:
        super().__init__("; ".join(lack.sentence for lack in missing))
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it came in: every box as typed, and by field what of it was right. Money in đồng, weight in grams."""

    typed: Mapping[str, list[str]]
    right: Mapping[str, Any]
    version: str
    certificate: CertificateFacts | None = None
    is_certificate_wrong: bool = False


@transaction.atomic
def start_draft(producer: Producer, *, by: User) -> Listing:
    """Open an empty listing for the producer; one that `by` opened and left untouched is taken up again."""
    Producer.objects.select_for_update().get(pk=producer.pk)
    untouched = Listing.objects.filter(
        producer=producer, created_by=by, state=ListingState.DRAFT, typed={}, product__title="", product__images=None
    ).first()
    if untouched:
        return untouched
    listing = _empty_listing(producer, created_by=by)
    record_act(ListingAct.STARTED, listing, by=by)
    return listing


@transaction.atomic
def start_copy(listing: Listing, *, by: User) -> Listing:
    """Begin a draft that says what a listing said that was not approved; one begun and not sent yet is taken up again.

    Raises NotTheirMove, and MoveNotAllowed if the listing is not rejected.
    """
    listing.refresh_from_db(from_queryset=Listing.objects.select_for_update())
    if not listing.actors(by) & OWN:
        raise NotTheirMove(f"{by} does not write {listing}")
    if listing.state != ListingState.REJECTED:
        raise MoveNotAllowed(f"{listing} is {listing.state}, not rejected")
    begun = listing.copies.filter(state__in=EDITABLE).first()
    if begun:
        return begun
    copy = _empty_listing(listing.producer, created_by=by, copy_of=listing)
    put_in_place(copy, facts_of(listing), is_counted_anew=True)
    for photo in ListingPhoto.objects.filter(image__product=listing.product_id).select_related("image"):
        old = photo.image
        image = ProductImage.objects.create(
            product=copy.product, original=old.original, caption=old.caption, display_order=old.display_order
        )
        ListingPhoto.objects.create(image=image, picture_id=photo.picture_id)
    claim = claimed_certificate(listing.product)
    if claim:
        facts = CertificateFacts(**written(claim))
        claim_certificate(copy.product, facts, holder=copy.producer, by=by)
    record_act(ListingAct.COPIED, copy, by=by)
    return copy


def _empty_listing(producer: Producer, **about: Any) -> Listing:
    kind, _ = ProductClass.objects.get_or_create(
        slug="hang-cho-phien", defaults={"name": "Hàng chợ phiên", "track_stock": True, "requires_shipping": True}
    )
    product = Product.objects.create(structure=Product.STANDALONE, product_class=kind, title="", is_public=False)
    StockRecord.objects.create(
        product=product, partner=producer.partner, partner_sku=f"CP-{random_code(10)}", price_currency="VND"
    )
    Story.objects.create(product=product)
    made: Listing = Listing.objects.create(product=product, producer=producer, **about)
    return made


@transaction.atomic
def save_draft(listing: Listing, draft: Draft, *, by: User) -> None:
    """Keep all that was typed, and put what was right in its place.

    Raises NotEditable, and ChangedMeanwhile if another version with other words was saved since the form was opened.
    """
    editable(listing)
    typed = {name: [text.replace("\0", "") for text in texts] for name, texts in draft.typed.items()}
    if draft.version != listing.version and typed != listing.typed:
        raise ChangedMeanwhile
    before = facts_of(listing)
    is_counted_anew = typed.get("stock") != listing.typed.get("stock")
    listing.typed = typed
    put_in_place(listing, draft.right, is_counted_anew=is_counted_anew)
    claim_certificate(listing.product, draft.certificate, holder=listing.producer, by=by)
    after = facts_of(listing)
    changed = [name for name in before if before[name] != after[name]]
    record_act(
        ListingAct.SAVED,
        listing,
        by=by,
        before={name: brief(before[name]) for name in changed},
        after={name: brief(after[name]) for name in changed},
    )


@transaction.atomic
def submit_listing(listing: Listing, *, by: User, at: datetime | None = None) -> None:
    """Send the listing to the approver of its province, and with the first one its producer's application.

    Raises NotEditable, and NotReady if something is lacking.
    """
    editable(listing)
    missing = missing_in(listing)
    if missing:
        raise NotReady(missing)
    if listing.producer.state == ProducerState.DRAFT:
        submit_application(listing.producer, by=by, at=at)
    move_listing(listing, ListingAct.SUBMITTED, by=by, submitted_by=by, submitted_at=at or timezone.now())


def take_back(listing: Listing, *, by: User) -> None:
    """Take a listing that waits for approval back to go on writing. Raises MoveNotAllowed if it waits no more."""
    _back_to_draft(listing, ListingAct.TAKEN_BACK, by=by)


def revive_listing(listing: Listing, *, by: User) -> None:
    """Make a retired listing a draft again. Raises MoveNotAllowed if it is not retired."""
    _back_to_draft(listing, ListingAct.REVIVED, by=by)


def editable(listing: Listing) -> None:
    """Hold the listing's row until the transaction ends, with what it says now. Raises NotEditable."""
    listing.refresh_from_db(from_queryset=Listing.objects.select_for_update())
    if listing.state not in EDITABLE:
        raise NotEditable(f"{listing} is {listing.state}")


def move_listing(listing: Listing, act: ListingAct, *, by: User | None, reason: str = "", **changes: Any) -> None:
    """Move the listing, with both names in the audit trail. Raises MoveNotAllowed and NotTheirMove.

    What is approved or sold again is as true as on that day: from then on it is asked about again.
    """
    producer = listing.producer
    if act in CONFIRMING:
        changes.setdefault("confirmed_at", timezone.now())
    point = point_of_act(by, producer)
    move(listing, act, by=by, on_behalf_of=producer, at_point=point, reason=reason, **changes)


def record_act(act: ListingAct, listing: Listing, *, by: User | None, **about: Any) -> None:
    """Write to the audit trail what `by` did to the listing for its producer."""
    producer = listing.producer
    point = point_of_act(by, producer)
    record(act.value, by=by, subject=listing, on_behalf_of=producer, at_point=point, **about)


def put_in_place(listing: Listing, right: Mapping[str, Any], *, is_counted_anew: bool) -> None:
    """Write the right values to product, stock record, story and listing; where one was wrong, the old one stays."""
    product, story = listing.product, listing.product.story
    product.title = right.get("title", product.title)
    product.description = right.get("description", product.description)
    product.slug = slugify(product.title)
    product.save(update_fields=["title", "description", "slug", "date_updated"])
    story.text = right.get("story", story.text)
    story.teller = right.get("teller", story.teller)
    story.save()
    stock = StockRecord.objects.select_for_update().get(product=product)
    stock.price = right.get("price", stock.price)
    if is_counted_anew and "stock" in right:
        counted = right["stock"]
        stock.num_in_stock = None if counted is None else counted + (stock.num_allocated or 0)
    stock.save(update_fields=["price", "num_in_stock", "date_updated"])
    for field, column in COLUMNS.items():
        if field in right:
            setattr(listing, column, right[field])
    listing.save()


@transaction.atomic
def _back_to_draft(listing: Listing, act: ListingAct, *, by: User) -> None:
    """Take the price and stock of today, not those that were typed once, into the draft."""
    listing.refresh_from_db(from_queryset=Listing.objects.select_for_update())
    typed = {name: texts for name, texts in listing.typed.items() if name not in ("price", "stock")}
    move_listing(listing, act, by=by, typed=typed)
    settle([listing.product_id])


def brief(value: Any) -> Any:
    """A fact short enough for the audit trail."""
    return f"{value[:LONGEST_IN_TRAIL]}…" if isinstance(value, str) and len(value) > LONGEST_IN_TRAIL else value
