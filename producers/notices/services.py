"""Tell the officers of a point, and note that they have read it."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from producers.directory.models import Producer, SupportPoint
from producers.notices.models import Notice
from producers.notices.queries import notices_of
from producers.notices.ways import send


def notify(point: SupportPoint, text: str, *, url: str, producer: Producer | None = None) -> Notice:
    """Tell the officers of the point, about the producer if one is named; `url` is the page to look at.

    The notice lives and dies with the caller's transaction; what is sent outside is sent once that has ended well.
    """
    notice = Notice.objects.create(point=point, producer=producer, text=text, url=url)
    transaction.on_commit(lambda: send(notice))
    return notice


def read_notice(notice: Notice, *, by: User, at: datetime | None = None) -> None:
    """Note who read it first; reading it again changes nothing."""
    Notice.objects.filter(pk=notice.pk, read_at=None).update(read_by=by, read_at=at or timezone.now())


def read_all(*, by: User, upto: int, at: datetime | None = None) -> int:
    """Read everything of the person's points up to the newest notice that was on the page; say how many there were."""
    unread = notices_of(by).filter(read_at=None, pk__lte=upto)
    return unread.update(read_by=by, read_at=at or timezone.now())
