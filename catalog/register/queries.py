"""The public register of OCOP products: every checked certificate, as far as its holder may be named.

An organisation's name stands in a public decision and is public here too. A person's or a household's name is shown,
and found by, only with her consent to name and picture (Law 91/2025/QH15): without it she is her kind and her commune.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from catalog.listings.presentation import agrees, listings_on_sale, product_url
from catalog.ocop.life import PUBLIC_STARS, CertificateState, last_day_in_force, state_on
from catalog.ocop.models import Certificate
from catalog.ocop.product_sets import product_sets
from catalog.ocop.queries import in_force, in_state
from common.text import fold
from producers.consents.states import ConsentScope
from producers.directory.states import ProducerKind
from producers.places.models import FormerCommune

S = CertificateState
ORGANISATIONS = (
    ProducerKind.COOPERATIVE_GROUP,
    ProducerKind.COOPERATIVE,
    ProducerKind.ENTERPRISE,
    ProducerKind.ASSOCIATION,
)
STATES = {
    "con-han": "Còn hiệu lực",
    "het-han": "Hết hiệu lực",
    "thu-hoi": "Bị thu hồi",
    "da-thay": "Đã có giấy mới thay",
    "tat-ca": "Tất cả",
}
PARAMETERS = ("q", "tinh", "sao", "bo", "tinh-trang")
LONGEST_WORDS = 80
MOST_WORDS = 8
KINDS_OF_PLACES = frozenset({"xa", "phuong", "huyen", "tinh", "thi", "tran", "thanh", "pho"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for: words, a province's code, stars, a product set's number, a state; empty is any."""

    words: str = ""
    province: str = ""
    stars: int = 0
    product_set: int = 0
    state: str = "con-han"


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
    valid_until: date
    state: CertificateState
    has_public_scan: bool
    is_sample: bool

    @property
    def is_in_force(self) -> bool:
        """Whether it gives its product a badge today."""
        return self.state not in (S.EXPIRED, S.REVOKED, S.REPLACED, S.NOT_YET)

    @property
    def said(self) -> str:
        """Its state in the public's words: who renews when is the holder's matter."""
        if self.state in (S.VALID, S.RENEWAL_OPEN, S.RENEWAL_MISSED):
            return str(S.VALID.label)
        return str(self.state.label)


def wanted(get: dict[str, str]) -> Wanted:
    """What the address asks for; what makes no sense is any."""
    stars, product_set = get.get("sao", ""), get.get("bo", "")
    state = get.get("tinh-trang", "")
    return Wanted(
        words=get.get("q", "").strip()[:LONGEST_WORDS],
        province=get.get("tinh", "")[:2],
        stars=int(stars) if stars in map(str, PUBLIC_STARS) else 0,
        product_set=int(product_set) if product_set in map(str, product_sets()) else 0,
        state=state if state in STATES else "con-han",
    )


def certificates_wanted(asked: Wanted, *, on: date) -> QuerySet[Certificate]:
    """The checked certificates that fit, the newest first."""
    may_be_named = Q(holder__kind__in=ORGANISATIONS) | Q(agrees(ConsentScope.NAME_AND_PICTURE, "holder"))
    found = Certificate.objects.filter(_state(asked.state, on), verified_at__isnull=False).exclude(product__title="")
    if asked.province:
        found = found.filter(holder__commune__province=asked.province)
    if asked.stars:
        found = found.filter(stars=asked.stars)
    if asked.product_set:
        found = found.filter(product__listing__product_set_no=asked.product_set)
    for word in _words(asked.words):
        found = found.filter(_has(word, may_be_named))
    return found.order_by("-issued_date", "-pk")


def entries(certificates: QuerySet[Certificate], *, on: date) -> Iterator[Entry]:
    """The certificates as everybody may read them; one query."""
    on_sale = listings_on_sale().filter(product=OuterRef("product"))
    rows = certificates.select_related("product", "holder__commune__province").annotate(
        agrees_to_name=agrees(ConsentScope.NAME_AND_PICTURE, "holder"),
        is_on_sale=Exists(on_sale),
        product_set_no=F("product__listing__product_set_no"),
    )
    return (_entry(each, on) for each in rows.iterator(chunk_size=2_000))


def _entry(row: Certificate, on: date) -> Entry:
    holder, commune = row.holder, row.holder.commune
    is_named = holder.kind in ORGANISATIONS or row.agrees_to_name  # type: ignore[attr-defined]
    known = product_sets().get(row.product_set_no)  # type: ignore[attr-defined]
    return Entry(
        certificate=row.pk,
        product=row.product.title,
        url=product_url(row.product_id, row.product.title) if row.is_on_sale else "",  # type: ignore[attr-defined]
        product_set=known.name if known else "",
        holder=holder.name if is_named else str(ProducerKind(holder.kind).label),
        commune=str(commune),
        province=commune.province.name,
        stars=row.stars,
        decision_no=row.decision_no,
        decision_date=row.decision_date,
        authority=row.authority,
        certificate_no=row.certificate_no,
        valid_until=last_day_in_force(row),
        state=state_on(row, on),
        has_public_scan=bool(row.scan) and row.is_scan_public,
        is_sample=row.is_sample,
    )


def _state(state: str, on: date) -> Q:
    return {
        "con-han": in_force(on),
        "het-han": in_state(S.EXPIRED, on),
        "thu-hoi": in_state(S.REVOKED, on),
        "da-thay": in_state(S.REPLACED, on),
        "tat-ca": Q(),
    }[state]


def _words(text: str) -> list[str]:
    """The words to look for; "xã", "huyện" and the like say nothing beside a name."""
    words = fold(text).split()[:MOST_WORDS]
    return [word for word in words if word not in KINDS_OF_PLACES] or words


def _has(word: str, may_be_named: Q) -> Q:
    """Whether the product, a holder who may be named, the decision or the place, by old and new names, has the word."""
    former = FormerCommune.objects.filter(
        Q(folded__contains=word) | Q(folded_district__contains=word) | Q(folded_province__contains=word)
    )
    return (
        Q(product__listing__title_folded__contains=word)
        | (Q(holder__name_folded__contains=word) & may_be_named)
        | Q(holder__commune__folded__contains=word)
        | Q(holder__commune__province__folded__contains=word)
        | Q(holder__commune__in=former.values("commune"))
        | Q(decision_no__icontains=word)
    )


def has_samples(shown: Iterable[Entry]) -> bool:
    """Whether any of these was invented for the demo."""
    return any(each.is_sample for each in shown)
