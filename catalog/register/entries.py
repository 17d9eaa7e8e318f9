"""From certificates to what everybody may read of them: rows of the columns that are shown, no model of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from catalog.listings.presentation import agrees, listings_on_sale, product_url
from catalog.ocop.life import IN_FORCE, CertificateState, last_day_in_force, state_on
from catalog.ocop.models import Certificate
from catalog.ocop.product_sets import product_sets
from producers.consents.states import ConsentScope
from producers.directory.states import ORGANISATIONS, ProducerKind
from producers.places.models import CommuneKind

S = CertificateState
AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One certificate as everybody may read it."""

    certificate: int
    product: str
    url: str
    product_set: str
    holder: str
    commune: str
    province: str
    stars: int
    decision_no: str
    decision_date: date
    authority: str
    certificate_no: str
    issued_date: date
    valid_until: date
    state: CertificateState
    has_public_scan: bool
    is_sample: bool

    @property
    def is_in_force(self) -> bool:
        """Whether it gives its product a badge today."""
        return self.state in IN_FORCE

    @property
    def said(self) -> str:
        """Its state in the public's words: who renews when is the holder's matter."""
        if self.state in (S.VALID, S.RENEWAL_OPEN, S.RENEWAL_MISSED):
            return str(S.VALID.label)
        return str(self.state.label)


class _Row(NamedTuple):
    """What is read of a certificate, under our names; `COLUMNS` says where each stands."""

    pk: int
    stars: int
    decision_no: str
    decision_date: date
    authority: str
    certificate_no: str
    issued_date: date
    expires_date: date
    extended_until: date | None
    revoked_date: date | None
    replaced_date: date | None
    subject_name: str
    subject_kind: str
    scan: str
    is_scan_public: bool
    is_sample: bool
    product_id: int
    title: str
    product_set_no: int | None
    holder: str
    kind: str
    commune: str
    commune_kind: str
    province: str
    agrees_to_name: bool
    is_on_sale: bool


ELSEWHERE = {
    "title": "product__title",
    "product_set_no": "product__listing__product_set_no",
    "holder": "holder__name",
    "kind": "holder__kind",
    "commune": "holder__commune__name",
    "commune_kind": "holder__commune__kind",
    "province": "holder__commune__province__name",
}
COLUMNS = tuple(ELSEWHERE.get(name, name) for name in _Row._fields)


def entries(certificates: QuerySet[Certificate], *, on: date) -> Iterator[Entry]:
    """The certificates as everybody may read them; one query."""
    rows: QuerySet[Certificate, tuple[Any, ...]] = certificates.annotate(
        agrees_to_name=agrees(ConsentScope.NAME_AND_PICTURE, "holder"),
        is_on_sale=Exists(listings_on_sale().filter(product=OuterRef("product"))),
    ).values_list(*COLUMNS)
    return (_entry(_Row._make(row), on) for row in rows.iterator(chunk_size=AT_ONCE))


def has_samples(shown: Iterable[Entry]) -> bool:
    """Whether any of these was invented for the demo."""
    return any(each.is_sample for each in shown)


def _entry(row: _Row, on: date) -> Entry:
    kind = row.subject_kind or row.kind
    is_named = kind in ORGANISATIONS or (row.agrees_to_name and not row.subject_kind)
    known = product_sets().get(row.product_set_no) if row.product_set_no else None
    return Entry(
        certificate=row.pk,
        product=row.title,
        url=product_url(row.product_id, row.title) if row.is_on_sale else "",
        product_set=known.name if known else "",
        holder=(row.subject_name or row.holder) if is_named else str(ProducerKind(kind).label),
        commune=f"{CommuneKind(row.commune_kind).label} {row.commune}",
        province=row.province,
        stars=row.stars,
        decision_no=row.decision_no,
        decision_date=row.decision_date,
        authority=row.authority,
        certificate_no=row.certificate_no,
        issued_date=row.issued_date,
        valid_until=last_day_in_force(row),
        state=state_on(row, on),
        has_public_scan=bool(row.scan) and row.is_scan_public and is_named,
        is_sample=row.is_sample,
    )
