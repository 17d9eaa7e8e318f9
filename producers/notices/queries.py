"""What officers are told; every read starts from the user."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from producers.directory.models import Producer
from producers.directory.queries import AnyUser, points_of, producers_of_points_of
from producers.notices.models import Notice


def notices_of(user: AnyUser) -> QuerySet[Notice]:
    """The notices of the points where the user is an officer."""
    return Notice.objects.filter(point__in=points_of(user))


def unread_notices(user: AnyUser) -> int:
    """How many notices nobody of the user's points has read yet."""
    return notices_of(user).filter(read_at=None).count()


def producers_to_tell(user: AnyUser) -> QuerySet[Producer]:
    """The producers about whom there is unread news; those without a telephone, who must be visited, first."""
    unread = Notice.objects.filter(producer=OuterRef("pk"), point=OuterRef("point"), read_at=None)
    return (
        producers_of_points_of(user)
        .filter(Exists(unread))
        .select_related("commune", "point")
        .annotate(has_phone=ExpressionWrapper(~Q(phone=""), BooleanField()))
        .order_by("has_phone", "village", "name", "pk")
    )


def news_by_producer(user: AnyUser, producers: Iterable[Producer]) -> dict[int, list[Notice]]:
    """The unread news about each of the producers, the oldest first."""
    news: dict[int, list[Notice]] = defaultdict(list)
    for notice in notices_of(user).filter(read_at=None, producer__in=producers).order_by("at", "pk"):
        news[notice.producer_id or 0].append(notice)
    return news
