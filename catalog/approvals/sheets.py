"""All that an approver or an auditor reads about one listing, beside what the buyer sees of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count
from django.utils import timezone

from catalog.listings.models import Listing
from catalog.listings.presentation import shown_listing
from catalog.listings.promises import names_her, with_marks
from catalog.listings.queries import told_history
from catalog.listings.states import ListingState
from catalog.ocop.life import IN_FORCE
from catalog.ocop.models import Certificate
from common.audit.services import name_of
from producers.consents.queries import consent_history, consents_of
from producers.consents.rows import consent_then, scopes_now
from producers.directory.languages import language_name
from producers.directory.models import Producer


@dataclass(frozen=True, slots=True)
class CertificateSheet:
    """A certificate with what it is on the day, in words, and who compared it with the decision."""

    certificate: Certificate
    state: str
    is_in_force: bool
    verified_by: str
    facts: list[tuple[str, str]]


def listing_sheet(listing: Listing, *, on: date) -> dict[str, Any]:
    """Everything on the page of one listing, for the template."""
    producer = listing.producer
    consents = [consent_then(each) for each in consent_history(producer)]
    certificates = list(Certificate.objects.filter(product=listing.product_id).select_related("verified_by"))
    shown = shown_listing(listing, on=on, is_to_decide=True)
    return {
        "listing": listing,
        "shown": shown,
        "names_her": not shown.maker.is_named and names_her(listing),
        "marked": with_marks(shown, on=on),
        "month": on.month,
        "producer_facts": producer_facts(producer),
        "scopes": scopes_now(consents_of([producer])[producer.pk]) if consents else [],
        "consent": consents[0] if consents else None,
        "certificates": certificate_sheets(certificates, on=on),
        "claim": next((each for each in certificates if each.verified_at is None), None),
        "history": told_history(listing),
    }


def producer_facts(producer: Producer) -> list[tuple[str, str]]:
    """What an approver needs to know of the producer; where her money goes is not among it."""
    states = dict(producer.listings.values_list("state").annotate(number=Count("pk")).order_by())
    goods = [f"{states[state]} {ListingState(state).label.lower()}" for state in ListingState if states.get(state)]
    return [
        ("Tên", producer.name),
        ("Loại hình", producer.get_kind_display()),
        ("Ở", ", ".join(filter(None, [producer.village, producer.commune.full_name]))),
        ("Tiếng nói", ", ".join(language_name(tag) for tag in producer.languages)),
        ("Điểm hỗ trợ", producer.point.name),
        ("Trên chợ từ", f"{timezone.localtime(producer.created_at):%d/%m/%Y}"),
        ("Hàng", ", ".join(goods)),
    ]


def _other_subject(certificate: Certificate) -> str:
    """Another subject than the seller, with its kind; the approver asks what ties the two together."""
    if not certificate.subject_name:
        return ""
    return f"{certificate.subject_name} ({certificate.get_subject_kind_display().lower()}), không phải người bán"


def certificate_sheets(certificates: Iterable[Certificate], *, on: date) -> list[CertificateSheet]:
    """The certificates, each with its state on that day."""
    return [
        CertificateSheet(
            certificate=each,
            state=str(each.state_on(on).label),
            is_in_force=each.state_on(on) in IN_FORCE,
            verified_by=name_of(each.verified_by) if each.verified_by else "",
            facts=[
                ("Số sao", f"{each.stars} sao"),
                ("Chủ thể trên giấy", _other_subject(each)),
                ("Quyết định", f"{each.decision_no}, ngày {each.decision_date:%d/%m/%Y}"),
                ("Cơ quan", each.authority),
                ("Số giấy", each.certificate_no),
                ("Ngày cấp", f"{each.issued_date:%d/%m/%Y}"),
                ("Ngày cuối còn hiệu lực", f"{each.last_day_in_force:%d/%m/%Y}"),
            ],
        )
        for each in certificates
    ]
