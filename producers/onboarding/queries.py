"""What a producer has agreed to, today. Silence is not consent, and the latest answer wins."""

from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from common.text import fold
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, points_of, producers_served_by
from producers.onboarding.models import Consent, ConsentAnswer
from producers.places.models import Commune


def answers_in_force() -> QuerySet[ConsentAnswer]:
    """Every "yes" of a latest consent that has not been withdrawn."""
    latest = Consent.objects.filter(producer=OuterRef("consent__producer")).order_by("-given_at", "-pk")
    return ConsentAnswer.objects.filter(
        consent=Subquery(latest.values("pk")[:1]), is_given=True, withdrawn_at__isnull=True
    )


def has_consent(producer: Producer, scope: str) -> bool:
    """Whether the producer agrees to that use today."""
    return answers_in_force().filter(consent__producer=producer, scope=scope).exists()


def consents_of(producers: Iterable[Producer]) -> dict[int, frozenset[str]]:
    """The scopes that each of the producers agrees to today, by her id; one query for all of them."""
    given: dict[int, set[str]] = {producer.pk: set() for producer in producers}
    rows = answers_in_force().filter(consent__producer__in=given).values_list("consent__producer", "scope")
    for producer_id, scope in rows:
        given[producer_id].add(scope)
    return {producer_id: frozenset(scopes) for producer_id, scopes in given.items()}


def consent_history(producer: Producer) -> QuerySet[Consent]:
    """Every consent of the producer with its answers, newest first."""
    return (
        Consent.objects.filter(producer=producer)
        .select_related("text", "recorded_by", "at_point")
        .prefetch_related(Prefetch("answers", ConsentAnswer.objects.order_by("pk")))
        .order_by("-given_at", "-pk")
    )


def producers_to_list(user: AnyUser, sought: str = "") -> QuerySet[Producer]:
    """The producers the user serves whose name has every word sought, each with `goods` and `was_asked`.

    `goods` counts what stands under her name, on sale or not.
    """
    producers = producers_served_by(user).select_related("commune__province", "picture", "point")
    for word in fold(sought).split():
        producers = producers.filter(name_folded__contains=word)
    return producers.annotate(
        goods=Count("partner__stockrecords", distinct=True),
        was_asked=Exists(Consent.objects.filter(producer=OuterRef("pk"))),
    ).order_by("name_folded", "pk")


def candidates_for(user: AnyUser, commune: Commune, phone: str) -> QuerySet[Producer]:
    """Whoever might be written down twice: all of the commune, and those the user serves with the same phone."""
    same = Q(commune=commune)
    if phone:
        same |= Q(phone=phone, point__in=points_of(user))
    return Producer.objects.filter(same).select_related("commune__province", "point", "picture")
