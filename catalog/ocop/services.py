"""Write down what a certificate says, and that an approver has compared it with the decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from oscar.apps.catalogue.models import Product

from catalog.ocop.life import end_of_validity
from catalog.ocop.models import Certificate, Dossier
from catalog.ocop.states import CertificateAct, DossierResult
from catalog.search.outbox import mark_changed
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
    subject_name: str = ""
    subject_kind: str = ""
    extended_until: date | None = None
    revoked_date: date | None = None
    replaced_date: date | None = None

    @property
    def expires_date(self) -> date:
        """The last day of the 36 months."""
        return end_of_validity(self.issued_date)


WRITTEN = ("stars", "decision_no", "decision_date", "authority", "certificate_no", "issued_date")
SUBJECT = ("subject_name", "subject_kind")
"""Who stands on the paper; written down only where it is another than the seller."""


@transaction.atomic
def claim_certificate(
    product: Product, facts: CertificateFacts | None, *, holder: Producer, by: User
) -> Certificate | None:
    """Keep what the officer copied from the paper, unchecked; None takes an unchecked claim away.

    A certificate that was checked is never changed here: other facts make a new claim beside it. The claim is held
    until the transaction ends: whoever checks it in the same moment sees what was written, or is not overwritten.
    """
    claim = claimed_certificate(product, is_held=True)
    if facts is None:
        if claim:
            claim.delete()
            record_act(CertificateAct.CLAIM_DROPPED, claim, by=by, before=written(claim))
        return None
    wanted = written(facts)
    if claim is None:
        same = {name: getattr(facts, name) for name in (*WRITTEN, *SUBJECT)}
        known = Certificate.objects.filter(product=product, **same).first()
        if known:
            return known
        claim = Certificate(product=product, holder=holder)
    before = written(claim) if claim.pk else {}
    if before == wanted:
        return claim
    for name in (*WRITTEN, *SUBJECT):
        setattr(claim, name, getattr(facts, name))
    claim.expires_date = facts.expires_date
    claim.save()
    record_act(CertificateAct.CLAIMED, claim, by=by, before=before, after=wanted)
    return claim


def claimed_certificate(product: Product, *, is_held: bool = False) -> Certificate | None:
    """The product's certificate that nobody has compared with the decision yet; if held, until the transaction ends."""
    claims = Certificate.objects.filter(product=product, verified_at__isnull=True)
    return (claims.select_for_update() if is_held else claims).first()


@transaction.atomic
def verify_certificate(certificate: Certificate, *, by: User, at: datetime | None = None, reason: str = "") -> None:
    """Note that `by` has compared the certificate with the decision; from now on its badge may be shown.

    Older certificates of the product are replaced from its day of issue, and a file that waits has its result.
    `reason` says why it is noted although its holder can hold none by what the market knows of her.
    """
    certificate.verified_by, certificate.verified_at = by, at or timezone.now()
    certificate.save(update_fields=["verified_by", "verified_at"])
    record_act(CertificateAct.VERIFIED, certificate, by=by, reason=reason, after=written(certificate))
    replace_older(certificate, by=by)
    for dossier in Dossier.objects.select_for_update().filter(
        product=certificate.product, result=DossierResult.WAITING, applied_date__lte=certificate.issued_date
    ):
        dossier.result, dossier.result_date = DossierResult.RECOGNISED, certificate.issued_date
        dossier.certificate = certificate
        dossier.save()
        record_act(CertificateAct.DOSSIER_ANSWERED, certificate, by=by, after={"result_date": dossier.result_date})
    mark_changed([certificate.product_id])


def replace_older(newer: Certificate, *, by: User) -> None:
    """Let the newer certificate stand in the place of the product's older ones; and a still newer one in its own."""
    checked = Certificate.objects.select_for_update().filter(product=newer.product, verified_at__isnull=False)
    rows = list(checked.order_by("issued_date", "pk"))
    for older, following in pairwise(rows):
        if older.replaced_by_id or older.issued_date == following.issued_date:
            continue
        older.replaced_by, older.replaced_date = following, following.issued_date
        older.save(update_fields=["replaced_by", "replaced_date"])
        record_act(CertificateAct.REPLACED, older, by=by, after={"replaced_date": older.replaced_date})
    newer.refresh_from_db(fields=["replaced_by", "replaced_date"])


def record_act(
    act: CertificateAct,
    certificate: Certificate | Dossier,
    *,
    by: User | None,
    reason: str = "",
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    """Write to the audit trail, under the product, what `by` did for the holder."""
    product, holder = certificate.product, certificate.holder
    point = point_of_act(by, holder)
    record(
        act.value,
        by=by,
        subject=product,
        on_behalf_of=holder,
        at_point=point,
        reason=reason,
        before=dict(before or {}),
        after=dict(after or {}),
    )


def written(certificate: Certificate | CertificateFacts) -> dict[str, Any]:
    """What is written on it, by field; nothing of its subject where that is the seller."""
    names = (*WRITTEN, *SUBJECT) if certificate.subject_name else WRITTEN
    return {name: getattr(certificate, name) for name in names}
