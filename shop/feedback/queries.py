"""Which complaints a person may read and answer; every read of people at work starts from the user."""

from datetime import date

from django.db.models import Q, QuerySet

from producers.directory.queries import AnyUser, producers_of_points_of, producers_overseen_by, provinces_approved_by
from shop.feedback.models import Complaint
from shop.feedback.states import AT_POINT, AT_PROVINCE, DONE


def complaints() -> QuerySet[Complaint]:
    """All, with what a list shows of them."""
    return Complaint.objects.select_related(
        "producer__commune", "producer__point", "listing__product", "consignment__order"
    )


def complaints_at_points_of(user: AnyUser) -> QuerySet[Complaint]:
    """What an officer may read: of the point's producers, but not of his own goods, nor of the point until answered."""
    of_others = complaints().filter(producer__in=producers_of_points_of(user)).exclude(producer__partner__users=user.pk)
    return of_others.filter(Q(is_about_point=False) | Q(state__in=DONE))


def complaints_of_provinces_of(user: AnyUser) -> QuerySet[Complaint]:
    """What an approver may read: of the producers of the provinces approved for."""
    return complaints().filter(producer__commune__province__in=provinces_approved_by(user))


def complaints_overseen_by(user: AnyUser) -> QuerySet[Complaint]:
    """What an auditor may read."""
    return complaints().filter(producer__in=producers_overseen_by(user))


def for_the_province(on: date) -> Q:
    """What the province has to answer: referred, asked again, or left unanswered by the point."""
    return Q(state__in=AT_PROVINCE) | Q(state__in=AT_POINT, due_date__lt=on)


def complaint_by_token(token: str) -> Complaint | None:
    """The complaint behind the link."""
    found = complaints().prefetch_related("replies__by").filter(token=token)
    return found.first()
