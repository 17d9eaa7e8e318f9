"""What becomes of a certificate after it was checked, and of the files sent for one. The paper decides; we note it."""

from collections.abc import Mapping
from datetime import date
from typing import BinaryIO

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from oscar.apps.catalogue.models import Product

from catalog.certificates.seen import seen_of
from catalog.listings.visibility import hold_producers
from catalog.ocop.grounds import revocation_grounds
from catalog.ocop.holders import HolderNotSubject, only_subjects, why_not_holder
from catalog.ocop.life import extension_window
from catalog.ocop.models import Certificate, Dossier
from catalog.ocop.services import record_act, verify_certificate
from catalog.ocop.states import CertificateAct, DossierKind, DossierResult
from catalog.search.outbox import mark_changed
from common.audit.queries import history_of
from common.pictures.intake import let_in_privately
from common.transitions import Actor, ChangedSinceSeen, NotTheirMove
from producers.directory.models import Producer
from producers.directory.queries import actors_towards

DECIDE = frozenset({Actor.APPROVER, Actor.ADMINISTRATOR})
KEEP = frozenset({Actor.OFFICER, Actor.PRODUCER, *DECIDE})
TOO_YOUNG_TO_EXTEND = (
    "Chỉ giấy cấp trước ngày Quyết định 26/2026/QĐ-TTg có hiệu lực mới được kéo dài (Điều 12.3). "
    "Giấy này nộp hồ sơ công nhận lại trong hạn."
)


class CertificateRefused(Exception):  # noqa: N818
    """The act does not fit the certificate; the message says why, in Vietnamese."""


@transaction.atomic
def check_certificate(certificate: Certificate, *, by: User, seen: str, reason: str = "") -> None:
    """Note that `by` has compared it with the decision; with a `reason` although its holder can hold none.

    The paper exists, and what the market knows of the holder may be old: so a person decides, and the trail says why.
    `seen` is the mark of what `by` compared (`seen_of`). Raises NotTheirMove, CertificateRefused, ChangedSinceSeen, and
    HolderNotSubject if there is no reason.
    """
    held = _held(certificate, by, DECIDE)
    if held.verified_at:
        raise CertificateRefused("Giấy này đã được đối chiếu rồi.")
    if seen != seen_of(held):
        raise ChangedSinceSeen(str(held))
    if history_of(held.product).filter(by=by, action=CertificateAct.CLAIMED).exists():
        raise CertificateRefused("Bạn đã ghi giấy này, nên người khác phải đối chiếu.")
    why_not = why_not_holder(held.holder, held.product.listing.product_set_no, subject_kind=held.subject_kind)
    if why_not and not reason.strip():
        raise HolderNotSubject(why_not)
    verify_certificate(held, by=by, reason=reason if why_not else "")


@transaction.atomic
def revoke_certificate(
    certificate: Certificate, *, by: User, ground: str, document_no: str, revoked_date: date, reason: str
) -> None:
    """Note the authority's revocation: the badge is gone from that day (Decision 26/2026/QĐ-TTg, Art. 8).

    Raises NotTheirMove and CertificateRefused.
    """
    held = _checked(certificate, by)
    if ground not in revocation_grounds():
        raise CertificateRefused("Hãy chọn một trong sáu căn cứ thu hồi.")
    if revoked_date < held.issued_date:
        raise CertificateRefused("Ngày thu hồi không thể trước ngày cấp.")
    facts = {"revoked_date": revoked_date, "revoked_ground": ground, "revoked_document_no": document_no}
    _change(held, CertificateAct.REVOKED, by=by, reason=reason, facts=facts)


@transaction.atomic
def extend_certificate(certificate: Certificate, *, by: User, until: date, document_no: str, reason: str) -> None:
    """Note that it stays in force past its end while the new evaluation runs (the same decision, Art. 12.3).

    Raises NotTheirMove and CertificateRefused.
    """
    held = _checked(certificate, by)
    window = extension_window(held)
    if window is None:
        raise CertificateRefused(TOO_YOUNG_TO_EXTEND)
    if timezone.localdate() < window.opens:
        raise CertificateRefused(f"Chưa tới hạn nộp lại: từ ngày {window.opens:%d/%m/%Y} mới kéo dài được.")
    if not held.expires_date < until <= window.closes:
        raise CertificateRefused(
            f"Chỉ kéo dài được từ sau ngày {held.expires_date:%d/%m/%Y} đến ngày {window.closes:%d/%m/%Y}."
        )
    facts = {"extended_until": until, "extension_document_no": document_no}
    _change(held, CertificateAct.EXTENDED, by=by, reason=reason, facts=facts)


@transaction.atomic
def mark_replaced(certificate: Certificate, *, by: User, newer: Certificate, reason: str) -> None:
    """Note which newer certificate of the product stands in its place. Raises NotTheirMove and CertificateRefused."""
    held = _checked(certificate, by)
    is_newer = newer.product_id == held.product_id and newer.issued_date > held.issued_date
    if not is_newer or newer.verified_at is None:
        raise CertificateRefused("Giấy thay phải là giấy mới hơn, đã đối chiếu, của cùng sản phẩm.")
    facts = {"replaced_date": newer.issued_date, "replaced_by": newer}
    _change(held, CertificateAct.REPLACED, by=by, reason=reason, facts=facts)


@transaction.atomic
def add_scan(certificate: Certificate, file: BinaryIO, *, by: User) -> None:
    """Keep a photo of the paper, for staff alone. Raises NotTheirMove and PictureRefused."""
    held = _held(certificate, by, KEEP)
    held.scan, held.is_scan_public = let_in_privately(file), False
    held.save(update_fields=["scan", "is_scan_public"])
    record_act(CertificateAct.SCANNED, held, by=by)


@transaction.atomic
def show_scan(certificate: Certificate, *, by: User, is_public: bool) -> None:
    """Let everybody see the photo of the paper, or staff alone. Raises NotTheirMove and CertificateRefused."""
    held = _held(certificate, by, DECIDE)
    if not held.scan:
        raise CertificateRefused("Chưa có bản chụp.")
    before, held.is_scan_public = held.is_scan_public, is_public
    held.save(update_fields=["is_scan_public"])
    record_act(
        CertificateAct.SCAN_SHOWN,
        held,
        by=by,
        before={"is_scan_public": before},
        after={"is_scan_public": is_public},
    )


@transaction.atomic
def send_dossier(
    product: Product,
    *,
    holder: Producer,
    by: User,
    kind: DossierKind,
    applied_date: date,
    file_no: str = "",
    subject_kind: str = "",
) -> Dossier:
    """Note that a file went to the commune; with `subject_kind` it is that of the other subject on the paper.

    Raises NotTheirMove, HolderNotSubject, and CertificateRefused if one waits already.
    """
    _their_act(by, holder, KEEP)
    only_subjects(holder, product.listing.product_set_no, subject_kind=subject_kind)
    hold_producers([product.pk])
    Product.objects.select_for_update().get(pk=product.pk)
    if Dossier.objects.filter(product=product, result=DossierResult.WAITING).exists():
        raise CertificateRefused("Sản phẩm này đang có một hồ sơ chờ kết quả.")
    dossier = Dossier.objects.create(
        product=product, holder=holder, kind=kind, applied_date=applied_date, file_no=file_no
    )
    after = {"applied_date": applied_date, "file_no": file_no, "kind": str(kind)}
    record_act(CertificateAct.DOSSIER_SENT, dossier, by=by, after=after)
    return dossier


@transaction.atomic
def answer_dossier(dossier: Dossier, *, by: User, result: DossierResult, result_date: date) -> None:
    """Note that the file was refused or taken back; a certificate that was extended for it ends that day (Art. 12.3).

    Raises NotTheirMove and CertificateRefused.
    """
    _their_act(by, dossier.holder, KEEP)
    held = Dossier.objects.select_for_update().get(pk=dossier.pk)
    if held.result != DossierResult.WAITING:
        raise CertificateRefused("Hồ sơ này đã có kết quả.")
    if result_date < held.applied_date:
        raise CertificateRefused("Ngày có kết quả không thể trước ngày nộp.")
    held.result, held.result_date = result, result_date
    held.save(update_fields=["result", "result_date"])
    after = {"result": str(result), "result_date": result_date}
    record_act(CertificateAct.DOSSIER_ANSWERED, held, by=by, after=after)
    for certificate in Certificate.objects.select_for_update().filter(
        product=held.product, extended_until__gt=result_date
    ):
        until = max(certificate.expires_date, result_date)
        _change(certificate, CertificateAct.EXTENDED, by=by, reason=str(result.label), facts={"extended_until": until})


def _their_act(by: User, holder: Producer, whose: frozenset[Actor]) -> None:
    if not actors_towards(by, holder) & whose:
        raise NotTheirMove(f"{by} may not do this for {holder}")


def _held(certificate: Certificate, by: User, whose: frozenset[Actor]) -> Certificate:
    """The certificate's row until the transaction ends, as it is now, for those whose act it is."""
    held = Certificate.objects.select_for_update().get(pk=certificate.pk)
    _their_act(by, held.holder, whose)
    return held


def _checked(certificate: Certificate, by: User) -> Certificate:
    """A checked certificate that is neither revoked nor replaced."""
    held = _held(certificate, by, DECIDE)
    if held.verified_at is None:
        raise CertificateRefused("Giấy này chưa được đối chiếu với quyết định.")
    if held.revoked_date:
        raise CertificateRefused(f"Giấy này đã bị thu hồi từ ngày {held.revoked_date:%d/%m/%Y}.")
    if held.replaced_date and held.replaced_date <= timezone.localdate():
        raise CertificateRefused(f"Giấy này đã có giấy mới thay từ ngày {held.replaced_date:%d/%m/%Y}.")
    return held


def _change(held: Certificate, act: CertificateAct, *, by: User, reason: str, facts: Mapping[str, object]) -> None:
    """Write the facts, the act, and that the badge may be another now."""
    before = {name: _told(getattr(held, name)) for name in facts}
    for name, value in facts.items():
        setattr(held, name, value)
    held.save(update_fields=list(facts))
    after = {name: _told(value) for name, value in facts.items()}
    record_act(act, held, by=by, reason=reason, before=before, after=after)
    mark_changed([held.product_id])


def _told(value: object) -> object:
    return str(value) if isinstance(value, Certificate) else value
