"""Lists of certificates for people at work, by the step at which they stand."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from catalog.ocop.life import CertificateState
from catalog.ocop.models import Certificate, Dossier
from catalog.ocop.queries import holders_under, in_state, to_renew
from catalog.ocop.states import DossierResult
from common.text import fold
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, producers_served_by

S = CertificateState
TABS = {
    "can-nop": "Cần nộp lại",
    "chua-doi-chieu": "Chưa đối chiếu",
    "cho-ket-qua": "Chờ kết quả",
    "con-han": "Còn hạn",
    "keo-dai": "Kéo dài",
    "het-han": "Hết hạn",
    "thu-hoi": "Thu hồi",
    "da-thay": "Đã thay",
}
"""The steps in the order of the work, and what they are called."""


def at_step(tab: str, day: date) -> Q:
    """The certificates that stand at that step; each stands at exactly one."""
    checked = Q(verified_at__isnull=False)
    waiting = Q(product__in=Dossier.objects.filter(result=DossierResult.WAITING).values("product"))
    running = in_state(S.VALID, day) | in_state(S.RENEWAL_OPEN, day) | in_state(S.RENEWAL_MISSED, day)
    return {
        "can-nop": to_renew(day),
        "chua-doi-chieu": ~checked,
        "cho-ket-qua": checked & running & waiting,
        "con-han": checked & (in_state(S.VALID, day) & ~waiting | in_state(S.NOT_YET, day)),
        "keo-dai": checked & in_state(S.EXTENDED, day),
        "het-han": checked & in_state(S.EXPIRED, day),
        "thu-hoi": checked & in_state(S.REVOKED, day),
        "da-thay": checked & in_state(S.REPLACED, day),
    }[tab]


def counts_by_step(certificates: QuerySet[Certificate], *, on: date) -> dict[str, int]:
    """How many of the certificates stand at each step; one query."""
    counts = {tab.replace("-", "_"): Count("pk", filter=at_step(tab, on)) for tab in TABS}
    found = certificates.order_by().aggregate(**counts)
    return {name.replace("_", "-"): number for name, number in found.items()}


def with_words(certificates: QuerySet[Certificate], words: str) -> QuerySet[Certificate]:
    """Those whose product, holder, commune or decision has every word."""
    for word in fold(words).split():
        certificates = certificates.filter(
            Q(product__listing__title_folded__contains=word)
            | Q(holder__name_folded__contains=word)
            | Q(subject_folded__contains=word)
            | Q(holder__commune__folded__contains=word)
            | Q(decision_no__icontains=word)
        )
    return certificates


def goods_without_dossier(user: AnyUser) -> QuerySet[Listing]:
    """The goods for which the user may note that a file was sent: none waits for its result yet."""
    waiting = Dossier.objects.filter(result=DossierResult.WAITING)
    listings = Listing.objects.filter(producer__in=producers_served_by(user)).exclude(product__title="")
    return (
        listings.exclude(product__in=waiting.values("product"))
        .exclude(state__in=(ListingState.REJECTED, ListingState.RETIRED))
        .select_related("product", "producer")
        .order_by("title_folded", "pk")
    )


def dossiers_served_by(user: AnyUser) -> QuerySet[Dossier]:
    """The files of the producers whom the user may act for, the last sent first."""
    return dossiers_of(producers_served_by(user))


def dossiers_under(user: AnyUser) -> QuerySet[Dossier]:
    """The files of the provinces that the user approves for; an administrator has them all."""
    return dossiers_of(holders_under(user))


def dossiers_of(holders: QuerySet[Producer]) -> QuerySet[Dossier]:
    """The files of these producers, with what every list of them shows."""
    return Dossier.objects.filter(holder__in=holders).select_related("product", "holder__commune")
