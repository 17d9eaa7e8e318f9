"""The demo's certificates in every state. Numbers and days are invented; each row is marked as a sample."""

from datetime import date, timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from catalog.listings.models import Listing
from catalog.ocop.life import latest_extension
from catalog.ocop.models import Certificate, Dossier
from catalog.ocop.states import DossierKind
from shop.demo import catalogue

EXTENDED = 56
"""Ended a month ago and was extended while it is evaluated again."""
RENEWED = 45
"""Had the same stars once before: the older certificate is replaced."""
APPLIED = 46
"""Its file was sent, and waits for the result."""
EARLIER = timedelta(days=1000)


def certify(product: catalogue.Product, listing: Listing, approver: User) -> None:
    """Give the product its certificate, if it has one, and what belongs to it."""
    if product.certificate is None:
        return
    today = timezone.localdate()
    issued = today - timedelta(days=product.certificate.issued_days_ago)
    made = _paper(product, listing, approver, issued, f"VD-{product.no:02}/QĐ-UBND")
    if product.certificate.revoked_days_ago is not None:
        made.revoked_date = today - timedelta(days=product.certificate.revoked_days_ago)
        made.revoked_ground, made.revoked_document_no = "d", f"VD-TH-{product.no:02}/QĐ-UBND"
    if product.no == EXTENDED:
        made.extended_until = latest_extension(made.expires_date)
        made.extension_document_no = f"VD-KD-{product.no:02}/UBND"
    made.save()
    if product.no == RENEWED:
        older = _paper(product, listing, approver, issued - EARLIER, f"VD-{product.no:02}A/QĐ-UBND")
        older.replaced_by, older.replaced_date = made, issued
        older.save()
    if product.no == APPLIED:
        _send(listing, today - timedelta(days=9), f"VD-{product.no:02}/PĐK")


def _paper(product: catalogue.Product, listing: Listing, approver: User, issued: date, number: str) -> Certificate:
    assert product.certificate
    made: Certificate = Certificate.objects.create(
        product=listing.product,
        holder=listing.producer,
        stars=product.certificate.stars,
        decision_no=number,
        decision_date=issued,
        authority=f"UBND {listing.producer.commune.province.full_name} (ví dụ)",
        issued_date=issued,
        is_sample=True,
        verified_by=approver,
        verified_at=timezone.now(),
    )
    return made


def _send(listing: Listing, applied: date, number: str) -> None:
    Dossier.objects.create(
        product=listing.product,
        holder=listing.producer,
        kind=DossierKind.RENEWAL,
        applied_date=applied,
        file_no=number,
    )
