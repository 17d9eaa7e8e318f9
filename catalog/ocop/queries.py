"""Certificates by what they are on a day, asked of the database in the words of `life`."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from catalog.ocop.life import CertificateState
from catalog.ocop.models import Certificate, Dossier
from catalog.ocop.states import DossierResult
from common.rules.book import rule
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, producers_served_by, provinces_approved_by

S = CertificateState


def in_state(state: CertificateState, day: date) -> Q:
    """What `life.state_on` calls this state on that day."""
    revoked, replaced = Q(revoked_date__lte=day), Q(replaced_date__lte=day)
    begun = ~revoked & ~replaced & Q(issued_date__lte=day)
    opens, closes, longest = (
        timedelta(days=rule(f"ocop.{key}_days", on=day).value)
        for key in ("window_opens", "window_closes", "longest_extension")
    )
    extended = Q(extended_until__gte=day, expires_date__gte=day - longest)
    past = begun & Q(expires_date__lt=day)
    return {
        S.REVOKED: revoked,
        S.REPLACED: ~revoked & replaced,
        S.NOT_YET: ~revoked & ~replaced & Q(issued_date__gt=day),
        S.VALID: begun & Q(expires_date__gt=day + opens),
        S.RENEWAL_OPEN: begun & Q(expires_date__lte=day + opens, expires_date__gte=day + closes),
        S.RENEWAL_MISSED: begun & Q(expires_date__gte=day, expires_date__lt=day + closes),
        S.EXTENDED: past & extended,
        S.EXPIRED: past & ~extended,
    }[state]


def in_force(day: date) -> Q:
    """Certificates whose badge may be shown on that day."""
    ended = ~in_state(S.EXPIRED, day) & ~in_state(S.REVOKED, day) & ~in_state(S.REPLACED, day)
    return ended & Q(issued_date__lte=day)


def certificates_of(holders: QuerySet[Producer]) -> QuerySet[Certificate]:
    """The certificates of these producers, with what every list of them shows."""
    return Certificate.objects.filter(holder__in=holders).select_related(
        "product__listing", "holder__commune__province", "holder__point"
    )


def certificates_served_by(user: AnyUser) -> QuerySet[Certificate]:
    """The certificates of the producers whom the user may act for."""
    return certificates_of(producers_served_by(user))


def certificates_under(user: AnyUser) -> QuerySet[Certificate]:
    """The certificates of the provinces that the user approves for; an administrator has them all."""
    return certificates_of(holders_under(user))


def holders_under(user: AnyUser) -> QuerySet[Producer]:
    """The producers of the provinces that the user approves for; an administrator has them all."""
    if user.is_authenticated and user.is_active and getattr(user, "is_superuser", False):
        return Producer.objects.all()
    return Producer.objects.filter(commune__province__in=provinces_approved_by(user))


def to_renew(day: date) -> Q:
    """Checked certificates that end soon and for which no file has been sent."""
    due = in_state(S.RENEWAL_OPEN, day) | in_state(S.RENEWAL_MISSED, day)
    waiting = Dossier.objects.filter(result=DossierResult.WAITING)
    return Q(due, verified_at__isnull=False) & ~Q(product__in=waiting.values("product"))


def certificates_to_renew(user: AnyUser, *, on: date) -> QuerySet[Certificate]:
    """What the officer must see to: certificates that end within 180 days and have no file sent, the next end first."""
    return certificates_served_by(user).filter(to_renew(on)).order_by("expires_date", "pk")


def waiting_dossiers(product_ids: list[int]) -> dict[int, Dossier]:
    """The file that waits for its result, by product."""
    waiting = Dossier.objects.filter(product__in=product_ids, result=DossierResult.WAITING)
    return {each.product_id: each for each in waiting}
