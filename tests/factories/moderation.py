"""Make real requests of authorities and restrictions for tests."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from catalog.licences.models import Licence
from catalog.listings.models import Listing
from catalog.moderation.models import AuthorityRequest, Restriction
from producers.directory.models import Producer


def authority_request(of: Producer, *listings: Listing, received_at: datetime | None = None, **fields: Any) -> Any:
    """A request of the market's control to take her listings down, an hour old; `due_at` a day after it came."""
    received = received_at or timezone.now() - timedelta(hours=1)
    made = AuthorityRequest.objects.create(
        producer=of,
        kind=fields.pop("kind", "takedown"),
        authority="Chi cục Quản lý thị trường",
        document_no=fields.pop("document_no", "125/QLTT-NV"),
        reason="Hàng không rõ nguồn gốc.",
        received_at=received,
        due_at=received + timedelta(hours=24),
        recorded_by=of.created_by,
        **fields,
    )
    made.listings.set(listings)
    return made


def restriction(of: Producer, listing: Listing | None = None, *, sent_at: datetime | None = None, **fields: Any) -> Any:
    """A notice sent just now, unless said otherwise, which may be carried out from the sixth day on."""
    sent = sent_at or timezone.now()
    made: Restriction = Restriction.objects.create(
        producer=of,
        listing=listing,
        reason="Giao hàng chậm nhiều lần.",
        source="Quy chế của chợ, điều 7",
        sent_by=of.created_by,
        sent_at=sent,
        earliest_date=timezone.localdate(sent) + timedelta(days=6),
        **fields,
    )
    return made


def licence(of: Producer, *, until_date: date | None = None, state: str = "verified", **fields: Any) -> Any:
    """A licence to make spirits that was compared yesterday and holds for a year, unless said otherwise."""
    until = until_date or timezone.localdate() + timedelta(days=365)
    return Licence.objects.create(
        producer=of,
        kind="craft_production",
        number=fields.pop("number", "12/GP-UBND"),
        authority="UBND xã Núa Ngam",
        issued_date=min(until, timezone.localdate()) - timedelta(days=30),
        until_date=until,
        scan=fields.pop("scan", "rieng/khong-co.webp"),
        state=state,
        recorded_by=of.created_by,
        **fields,
    )
