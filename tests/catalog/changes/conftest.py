"""The form of a change as Tuấn types it, and the approver's answer."""

from typing import Any

from catalog.changes.facts import live_facts, live_version
from catalog.changes.forms import change_data
from catalog.changes.models import ChangeRequest
from catalog.changes.photos import photos_of_change
from catalog.listings.models import Listing
from tests.people import signed_in


def typed(change: ChangeRequest, **changes: Any) -> dict[str, Any]:
    """The whole form with these boxes changed, as a page opened just now sends it."""
    change.refresh_from_db()
    photos = photos_of_change(change)
    boxes = dict(change_data(change, photos).lists())
    live = live_version(live_facts(Listing.objects.get(pk=change.listing_id)))
    return {**boxes, "version": change.version, "live": live, "lam": "luu", **changes}


def save(person: Any, change: ChangeRequest, **changes: Any) -> Any:
    """Send the form with these boxes changed."""
    response = signed_in(person).post(f"/can-bo/sua-doi/{change.pk}/sua/", typed(change, **changes))
    change.refresh_from_db()
    return response


def decide(person: Any, change: ChangeRequest, decision: str, *, seen: str, **data: Any) -> Any:
    """Press a button of the approver's page."""
    address = f"/duyet/sua-doi/{change.pk}/quyet-dinh/"
    return signed_in(person).post(address, {"quyet-dinh": decision, "seen": seen, **data})
