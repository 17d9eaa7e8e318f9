"""What a listing says and what a change wants, as plain facts by field of the form that can be kept and compared.

Prices are in đồng, weights in grams; `photos` are pairs of picture and caption, `certificate` what an officer copied
from the paper and nobody has compared yet.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from catalog.changes.models import ChangeRequest
from catalog.listings.models import Listing
from catalog.listings.photos import photos_of_listing
from catalog.listings.queries import facts_of
from catalog.ocop.services import CertificateFacts, claimed_certificate, written

Facts = dict[str, Any]
DAYS = ("decision_date", "issued_date")


def live_facts(listing: Listing) -> Facts:
    """What the listing says now."""
    claim = claimed_certificate(listing.product)
    return plain(
        {
            **facts_of(listing),
            "certificate": written(claim) if claim else None,
            "photos": [(photo.picture_id, photo.caption) for photo in photos_of_listing(listing)],
        }
    )


def wanted_facts(change: ChangeRequest) -> Facts:
    """What the listing shall say, for every field that a change can touch."""
    photos = [[photo.picture_id, photo.caption] for photo in change.photos.all()]
    return {**change.wanted, "photos": photos}


def touched(change: ChangeRequest) -> Facts:
    """What the change changes: by field, the wanted fact."""
    return {name: fact for name, fact in wanted_facts(change).items() if fact != change.base.get(name)}


def overtaken(change: ChangeRequest, live: Facts) -> list[str]:
    """The fields that the change touches and that no longer say what they said when it was written."""
    return [name for name in touched(change) if live.get(name) != change.base.get(name)]


def seen_version(change: ChangeRequest, live: Facts) -> str:
    """A mark of what a person sees of a change, before and after: another mark, and one side has changed."""
    return version_of({"before": {name: live.get(name) for name in touched(change)}, "after": touched(change)})


def live_version(live: Facts) -> str:
    """A mark of what a listing says, whatever number of pieces there are."""
    return version_of({name: fact for name, fact in live.items() if name != "stock"})


def version_of(facts: Mapping[str, Any]) -> str:
    """A mark of facts: the same for the same facts only."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:32]


def plain(facts: Mapping[str, Any]) -> Facts:
    """The facts as JSON gives them back: days as text, pairs as lists."""
    made: Facts = json.loads(json.dumps(facts, cls=DjangoJSONEncoder))
    return made


def written_certificate(facts: CertificateFacts | None) -> Facts | None:
    """A certificate as a plain fact."""
    return plain(written(facts)) if facts else None


def certificate_of(fact: Facts | None) -> CertificateFacts | None:
    """A certificate from its plain fact."""
    if fact is None:
        return None
    return CertificateFacts(**{**fact, **{name: date.fromisoformat(fact[name]) for name in DAYS}})
