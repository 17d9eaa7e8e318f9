"""The public register of OCOP products: every checked certificate, as far as its holder may be named.

An organisation's name stands in a public decision and is public here too. A person's or a household's name is shown,
and found by, only with her consent to name and picture (Law 91/2025/QH15): without it she is her kind and her commune.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from catalog.listings.models import Listing
from catalog.listings.presentation import agrees
from catalog.ocop.life import PUBLIC_STARS, CertificateState
from catalog.ocop.models import Certificate
from catalog.ocop.product_sets import product_sets
from catalog.ocop.queries import in_force, in_state
from common.text import fold
from producers.consents.states import ConsentScope
from producers.directory.models import Producer
from producers.directory.states import ORGANISATIONS
from producers.places.models import Commune, FormerCommune

S = CertificateState
STATES = {
    "con-han": "Còn hiệu lực",
    "het-han": "Hết hiệu lực",
    "thu-hoi": "Bị thu hồi",
    "da-thay": "Đã có giấy mới thay",
    "tat-ca": "Tất cả",
}
PARAMETERS = ("q", "tinh", "sao", "bo", "tinh-trang")
NEWEST_FIRST = ("-issued_date", "-pk")
LONGEST_WORDS = 80
MOST_WORDS = 8
SAYING_NOTHING = frozenset({"xa", "phuong", "huyen", "tinh", "thi", "tran", "thanh", "pho", "qd", "ubnd"})
"""What stands beside a name or in the number of every decision."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for: words, a province's code, stars, a product set's number, a state; empty is any."""

    words: str = ""
    province: str = ""
    stars: int = 0
    product_set: int = 0
    state: str = "con-han"


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
    """The checked certificates that fit, the newest first; none of goods whose title nobody has approved as it is."""
    read = Listing.objects.filter(product=OuterRef("product"), approved_title=OuterRef("product__title"))
    found = Certificate.objects.filter(Exists(read), _state(asked.state, on), verified_at__isnull=False)
    if asked.province:
        found = found.filter(holder__commune__province=asked.province)
    if asked.stars:
        found = found.filter(stars=asked.stars)
    if asked.product_set:
        found = found.filter(product__listing__product_set_no=asked.product_set)
    for word in _words(asked.words):
        found = found.filter(_has(word))
    return found.order_by(*NEWEST_FIRST)


def keys_of(found: QuerySet[Certificate], *, after: str, most: int) -> list[int]:
    """So many of them in their order: from the first on, or from after the place of that name.

    The database walks along the order and stops, so that the last page costs as much as the first.
    """
    place = _place(after)
    if place:
        issued, pk = place
        found = found.filter(Q(issued_date__lt=issued) | Q(pk__lt=pk), issued_date__lte=issued)
    return list(found.values_list("pk", flat=True)[:most])


def of_keys(keys: Iterable[int]) -> QuerySet[Certificate]:
    """These certificates, in the order of the register."""
    return Certificate.objects.filter(pk__in=keys).order_by(*NEWEST_FIRST)


def place_of(issued: date, pk: int) -> str:
    """The name of a certificate's place in the order: "2026-11-10.381"."""
    return f"{issued.isoformat()}.{pk}"


def _place(name: str) -> tuple[date, int] | None:
    day, _, pk = name.partition(".")
    try:
        return date.fromisoformat(day), int(pk)
    except ValueError:
        return None


def _state(state: str, on: date) -> Q:
    return {
        "con-han": in_force(on),
        "het-han": in_state(S.EXPIRED, on),
        "thu-hoi": in_state(S.REVOKED, on),
        "da-thay": in_state(S.REPLACED, on),
        "tat-ca": Q(),
    }[state]


def _words(text: str) -> list[str]:
    """The words to look for; "xã", "huyện", the "QĐ-UBND" of a number and the like say nothing."""
    words = fold(text).split()[:MOST_WORDS]
    return [word for word in words if word not in SAYING_NOTHING] or words


def _has(word: str) -> Q:
    """Whether the product, a holder who may be named, the decision or the place, by old and new names, has the word.

    Each list of goods, holders and places is made once, not asked again for each certificate.
    """
    may_be_named = Q(kind__in=ORGANISATIONS) | Q(agrees(ConsentScope.NAME_AND_PICTURE, "pk"))
    places = Commune.objects.filter(Q(folded__contains=word) | Q(province__folded__contains=word))
    former = FormerCommune.objects.filter(
        Q(folded__contains=word) | Q(folded_district__contains=word) | Q(folded_province__contains=word)
    )
    holders = Producer.objects.filter(
        (Q(name_folded__contains=word) & may_be_named)
        | Q(commune__in=places.values("pk"))
        | Q(commune__in=former.values("commune"))
    )
    return (
        Q(product__in=Listing.objects.filter(title_folded__contains=word).values("product"))
        | Q(holder__in=holders.values("pk"))
        | Q(subject_folded__contains=word, subject_kind__in=ORGANISATIONS)
        | Q(decision_no__icontains=word)
    )
