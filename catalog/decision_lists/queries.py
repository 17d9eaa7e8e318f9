"""What a list of a decision is matched against; every read of lists starts from the user."""

from collections.abc import Iterable
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from catalog.decision_lists.matching import Known
from catalog.decision_lists.models import DecisionList
from catalog.listings.models import Listing
from catalog.listings.states import GONE
from catalog.ocop.holders import ON_THE_PAPER, why_not_held
from catalog.ocop.models import Certificate
from catalog.ocop.services import SUBJECT
from producers.directory.queries import AnyUser, provinces_approved_by
from producers.places.models import Province
from producers.places.queries import Ambiguous, commune_by_text


def provinces_decided_by(user: AnyUser) -> QuerySet[Province]:
    """The provinces whose decisions the user may bring in: an approver's own, an administrator's all of today."""
    if user.is_authenticated and user.is_active and getattr(user, "is_superuser", False):
        return Province.objects.filter(valid_to__isnull=True)
    return provinces_approved_by(user)


def lists_of(user: AnyUser) -> QuerySet[DecisionList]:
    """The lists of the user's provinces, the last one first."""
    return DecisionList.objects.filter(province__in=provinces_decided_by(user)).select_related(
        "province", "created_by", "applied_by"
    )


KNOWN = ("product_id", "product__title", "state", "producer__name", "producer__commune_id")
HOLDER = ("producer__kind", "producer__registration_no", "product_set_no")


def products_of(province_id: str) -> list[Known]:
    """All products of the province's producers that have a name, on sale or not yet, without those that are gone."""
    return _known(Listing.objects.filter(producer__commune__province=province_id).exclude(state__in=GONE))


def gone_products_of(province_id: str) -> list[Known]:
    """Those that were rejected or retired: no row means them, but a person is told where they are."""
    return _known(Listing.objects.filter(producer__commune__province=province_id, state__in=GONE))


def _known(listings: QuerySet[Listing]) -> list[Known]:
    named = Certificate.objects.filter(product=OuterRef("product")).exclude(subject_name="").order_by("-issued_date")
    newest = {name: Coalesce(Subquery(named.values(name)[:1]), Value("")) for name in SUBJECT}
    rows = listings.exclude(product__title="").annotate(**newest).order_by("product_id")
    return [_as_known(*row) for row in rows.values_list(*KNOWN, *SUBJECT, *HOLDER)]


def _as_known(product: int, title: str, state: str, seller: str, commune: str, *about: Any) -> Known:
    subject, subject_kind, kind, registration_no, product_set_no = about
    hers = why_not_held(kind, registration_no, product_set_no)
    theirs = why_not_held(subject_kind, ON_THE_PAPER, product_set_no) if subject_kind else ""
    return Known(product, title, state, subject or seller, commune, hers, subject_kind, theirs, seller)


def certificates_by_product(product_ids: Iterable[int]) -> dict[int, list[Certificate]]:
    """All certificates of these products, checked or not, the newest first."""
    found: dict[int, list[Certificate]] = {}
    for each in Certificate.objects.filter(product__in=product_ids).order_by("-issued_date", "-pk"):
        found.setdefault(each.product_id, []).append(each)
    return found


class Places:
    """The communes that a list names, by old and new names, each looked up once."""

    def __init__(self, province_id: str) -> None:
        self._province = province_id
        self._known: dict[tuple[str, str], frozenset[str] | None] = {}

    def communes(self, place: str, district: str) -> frozenset[str] | None:
        """The codes that the text may mean; none for an empty text, None for a place that the province has not."""
        key = (place, district)
        if key not in self._known:
            self._known[key] = self._look_up(place, district)
        return self._known[key]

    def _look_up(self, place: str, district: str) -> frozenset[str] | None:
        if not place:
            return frozenset()
        for text in (f"{place}, {district}" if district else "", place):
            found = commune_by_text(text, self._province) if text else None
            if isinstance(found, Ambiguous):
                return frozenset(match.commune.code for match in found.matches)
            if found is not None:
                return frozenset({found.code})
        return None
