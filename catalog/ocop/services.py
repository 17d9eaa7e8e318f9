"""Write down what a certificate says, and that an approver has compared it with the decision."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from oscar.apps.catalogue.models import Product

from catalog.ocop.life import end_of_validity
from catalog.ocop.models import Certificate
from common.audit.services import record
from producers.directory.models import Producer
from producers.directory.queries import point_of_act


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFacts:
    """What is written on a certificate; its end follows from its issue."""

    stars: int
    decision_no: str
    decision_date: date
    authority: str
    certificate_no: str = ""
    issued_date: date
    extended_until: date | None = None
    revoked_date: date | None = None

    @property
    def expires_date(self) -> date:
        """The last day of the 36 months."""
        return end_of_validity(self.issued_date)


WRITTEN = ("stars", "decision_no", "decision_date", "authority", "certificate_no", "issued_date")


@transaction.atomic
def claim_certificate(
    product: Product, facts: CertificateFacts | None, *, holder: Producer, by: User
) -> Certificate | None:
    """Keep what the officer copied from the paper, unchecked; None takes an unchecked claim away.

    A certificate that was checked is never changed here: other facts make a new claim beside it.
    """
    claim = claimed_certificate(product)
    if facts is None:
        if claim:
            claim.delete()
            _record("certificate.claim_dropped", product, holder, by, before=_written(claim), after={})
        return None
    wanted = {name: value for name, value in asdict(facts).items() if name in WRITTEN}
    if claim is None:
        known = Certificate.objects.filter(product=product, **wanted).first()
        if known:
            return known
        claim = Certificate(product=product, holder=holder)
    before = _written(claim) if claim.pk else {}
    if before == wanted:
        return claim
    for name, value in wanted.items():
        setattr(claim, name, value)
    claim.expires_date = facts.expires_date
    claim.save()
    _record("certificate.claimed", product, holder, by, before=before, after=wanted)
    return claim


def claimed_certificate(product: Product) -> Certificate | None:
    """The product's certificate that nobody has compared with the decision yet."""
    return Certificate.objects.filter(product=product, verified_at__isnull=True).first()


@transaction.atomic
def verify_certificate(certificate: Certificate, *, by: User, at: datetime | None = None) -> None:
    """Note that `by` has compared the certificate with the decision; from now on its badge may be shown."""
    certificate.verified_by, certificate.verified_at = by, at or timezone.now()
    certificate.save(update_fields=["verified_by", "verified_at"])
    _record("certificate.verified", certificate.product, certificate.holder, by, before={}, after=_written(certificate))


def _written(certificate: Certificate) -> dict[str, object]:
    return {name: getattr(certificate, name) for name in WRITTEN}


def _record(
    action: str,
    product: Product,
    holder: Producer,
    by: User,
    *,
    before: dict[str, object],
    after: dict[str, object],
) -> None:
    point = point_of_act(by, holder)
    record(action, by=by, subject=product, on_behalf_of=holder, at_point=point, before=before, after=after)
