"""What officers do to a change of a listing on sale: start it, save it, send it, give it up.

Locks are taken in one order: the listing first, then its change.
"""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from catalog.changes.facts import (
    live_facts,
    live_version,
    overtaken,
    plain,
    touched,
    wanted_facts,
    written_certificate,
)
from catalog.changes.models import ChangePhoto, ChangeRequest
from catalog.changes.states import EDITABLE, ChangeAct
from catalog.listings.models import Listing
from catalog.listings.readiness import missing_in
from catalog.listings.services import (
    ChangedMeanwhile,
    Draft,
    NotEditable,
    NotReady,
    brief,
)
from catalog.listings.states import IN_BASKET, LIVE, OWN
from common.audit.services import record
from common.transitions import MoveNotAllowed, NotTheirMove, move
from producers.directory.queries import point_of_act


class NothingChanged(Exception):  # noqa: N818
    """The change says what the listing says already."""


class LiveVersionMoved(Exception):  # noqa: N818
    """What is on sale was changed meanwhile where the change would change it; `fields` says where."""

    def __init__(self, fields: list[str]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


@transaction.atomic
def start_change(listing: Listing, *, by: User) -> ChangeRequest:
    """Open a change of a listing on sale, or take up the one that is open.

    Raises NotTheirMove, and MoveNotAllowed if the listing is not on sale.
    """
    hold(listing)
    if not listing.actors(by) & OWN:
        raise NotTheirMove(f"{by} does not write {listing}")
    started = listing.changes.filter(is_open=True).first()
    if started:
        return started
    if listing.state not in LIVE:
        raise MoveNotAllowed(f"{listing} is {listing.state}, not on sale")
    live = live_facts(listing)
    photos = live["photos"]
    wanted = {name: fact for name, fact in live.items() if name not in left_alone(listing)}
    change: ChangeRequest = ChangeRequest.objects.create(listing=listing, base=live, wanted=wanted, created_by=by)
    ChangePhoto.objects.bulk_create(
        ChangePhoto(change=change, picture_id=picture, caption=caption, place=place)
        for place, (picture, caption) in enumerate(photos)
    )
    record_change(ChangeAct.STARTED, change, by=by)
    return change


@transaction.atomic
def save_change(change: ChangeRequest, draft: Draft, *, live: str, by: User) -> None:
    """Keep all that was typed and what was right of it; `live` marks the listing as the form showed it.

    Raises NotEditable, NotTheirMove, and ChangedMeanwhile if somebody saved other words since the form was opened.
    """
    editable(change, by=by)
    typed = {name: [text.replace("\0", "") for text in texts] for name, texts in draft.typed.items()}
    if draft.version != change.version and typed != change.typed:
        raise ChangedMeanwhile
    before = _rebased(change, live)
    right = {name: value for name, value in draft.right.items() if name not in left_alone(change.listing)}
    certificate = before.get("certificate") if draft.is_certificate_wrong else written_certificate(draft.certificate)
    change.typed, change.wanted = typed, {**before, **plain(right), "certificate": certificate}
    change.save(update_fields=["typed", "wanted", "base", "changed_at"])
    changed = [name for name in change.wanted if change.wanted[name] != before.get(name) and name != "certificate"]
    record_change(
        ChangeAct.SAVED,
        change,
        by=by,
        before={name: brief(before.get(name)) for name in changed},
        after={name: brief(change.wanted[name]) for name in changed},
    )


@transaction.atomic
def propose_price(listing: Listing, price_dong: int, *, by: User) -> ChangeRequest:
    """Put a price that needs approval into the open change of the listing, or into a new one, not sent yet.

    Raises MoveNotAllowed if the listing is not on sale or its change waits for the approver, and NotTheirMove.
    """
    change = start_change(listing, by=by)
    editable(change, by=by)
    before = change.wanted["price"]
    change.wanted = {**change.wanted, "price": price_dong}
    if change.typed:
        change.typed = {**change.typed, "price": [str(price_dong)]}
    change.save(update_fields=["typed", "wanted", "changed_at"])
    record_change(ChangeAct.SAVED, change, by=by, before={"price": before}, after={"price": price_dong})
    return change


@transaction.atomic
def submit_change(change: ChangeRequest, *, by: User, at: datetime | None = None) -> None:
    """Send the change to the approver; what is on sale stays as it is.

    Raises NotEditable, NotTheirMove, NothingChanged, LiveVersionMoved, and NotReady if something would be lacking.
    """
    editable(change, by=by)
    if not touched(change):
        raise NothingChanged(str(change))
    moved = overtaken(change, live_facts(change.listing))
    if moved:
        raise LiveVersionMoved(moved)
    lacks = missing_in(change.listing, wanted_facts(change))
    if lacks:
        raise NotReady(lacks)
    move_change(change, ChangeAct.SUBMITTED, by=by, submitted_by=by, submitted_at=at or timezone.now())


@transaction.atomic
def take_change_back(change: ChangeRequest, *, by: User) -> None:
    """Take a change that waits back to go on writing. Raises MoveNotAllowed if it waits no more."""
    move_change(change, ChangeAct.TAKEN_BACK, by=by)


@transaction.atomic
def withdraw_change(change: ChangeRequest, *, by: User) -> None:
    """Give the change up; what is on sale stays as it is. Raises MoveNotAllowed if it was decided."""
    move_change(change, ChangeAct.WITHDRAWN, by=by)


def hold(listing: Listing) -> None:
    """Hold the listing's row until the transaction ends, with what it says now."""
    listing.refresh_from_db(from_queryset=Listing.objects.select_for_update())


def hold_change(change: ChangeRequest) -> None:
    """Hold the listing's row and then the change's until the transaction ends, with what they say now."""
    hold(change.listing)
    listing = change.listing
    change.refresh_from_db(from_queryset=ChangeRequest.objects.select_for_update())
    change.listing = listing


def editable(change: ChangeRequest, *, by: User) -> None:
    """Hold the change for one of those who write it. Raises NotEditable and NotTheirMove."""
    hold_change(change)
    if not change.actors(by) & OWN:
        raise NotTheirMove(f"{by} does not write {change}")
    if change.state not in EDITABLE or change.listing.state not in LIVE:
        raise NotEditable(f"{change} is {change.state}, its listing {change.listing.state}")


def _rebased(change: ChangeRequest, live: str) -> dict[str, Any]:
    """Begin from what the listing says now if the form showed that; return what is wanted before this form.

    What the change does not touch follows the listing, so that nothing of an older version comes back with it.
    """
    now, wanted = live_facts(change.listing), dict(change.wanted)
    if live == live_version(now):
        changed = touched(change)
        wanted = {name: fact if name in changed else now[name] for name, fact in wanted.items()}
        change.base = now
    return wanted


def left_alone(listing: Listing) -> frozenset[str]:
    """What a change never touches: photos, kept in rows of their own, and the pieces, which go live at once."""
    return frozenset({"photos", "stock"}) if listing.how_sold in IN_BASKET else frozenset({"photos"})


def move_change(change: ChangeRequest, act: ChangeAct, *, by: User | None, reason: str = "", **changes: Any) -> None:
    """Move the change, with both names in the audit trail. Raises MoveNotAllowed and NotTheirMove."""
    producer = change.listing.producer
    point = point_of_act(by, producer)
    move(change, act, by=by, on_behalf_of=producer, at_point=point, reason=reason, **changes)


def record_change(act: ChangeAct, change: ChangeRequest, *, by: User, **about: Any) -> None:
    """Write to the audit trail what `by` did to the change for its producer."""
    producer = change.listing.producer
    record(act.value, by=by, subject=change, on_behalf_of=producer, at_point=point_of_act(by, producer), **about)
