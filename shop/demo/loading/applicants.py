"""People of the demo who have nothing on sale yet, or no longer: their applications stand in every state."""

from datetime import timedelta
from itertools import count

from django.contrib.auth.models import User
from django.utils import timezone
from oscar.apps.partner.models import Partner

from common.audit.services import record
from producers.applications import services
from producers.applications.queries import version_of
from producers.directory.models import Membership, Producer, SupportPoint
from producers.directory.states import ProducerState, Role
from producers.papers.requirements import required_of
from producers.papers.tax_codes import check_digit
from shop.demo import catalogue

PAPERS = {
    "registration_no": "MẪU-01",
    "registration_by": "Nơi cấp mẫu",
    "representative": "Người Đại Diện Mẫu",
}
_numbers = count(1)


def load_applicants(market: catalogue.Market, points: dict[str, SupportPoint]) -> None:
    """Write the applicants down and let their officers and approvers act."""
    for applicant in market.applicants:
        point = points[applicant.point]
        officer = _member(Role.OFFICER, point=point)
        producer = _write_down(applicant, point, officer)
        approver = _member(Role.APPROVER, province=point.commune.province)
        _bring_to(ProducerState(applicant.state), producer, applicant, officer, approver)


def shown_papers(kind: str) -> dict[str, str]:
    """Invented papers of everything that producers of that kind have to show; each tax code is another."""
    papers = {**PAPERS, "tax_code": _invented_tax_code()}
    return {row.field: papers[row.field] for row in required_of(kind, on=timezone.localdate())}


def _invented_tax_code() -> str:
    """The next right code among those that begin with 99, as no tax code of Vietnam does."""
    nines = (f"99{number:07}" for number in _numbers)
    return next(nine + check_digit(nine) for nine in nines if check_digit(nine))


def _member(role: Role, **place: object) -> User:
    return Membership.objects.filter(role=role, **place).select_related("user").order_by("pk")[0].user


def _write_down(applicant: catalogue.Applicant, point: SupportPoint, officer: User) -> Producer:
    made: Producer = Producer.objects.create(
        partner=Partner.objects.create(name=applicant.name),
        name=applicant.name,
        kind=applicant.kind,
        commune_id=applicant.commune_code,
        village=applicant.village,
        phone=applicant.phone,
        languages=list(applicant.languages),
        point=point,
        payout_way=applicant.payout,
        created_by=officer,
        **shown_papers(applicant.kind),
    )
    record("producer.added", by=officer, subject=made, on_behalf_of=made, at_point=point)
    return made


def _bring_to(
    state: ProducerState, producer: Producer, applicant: catalogue.Applicant, officer: User, approver: User
) -> None:
    """Act as people did, from the first sending to where the application stands."""
    if state == ProducerState.DRAFT:
        return
    sent_at = timezone.now() - timedelta(days=applicant.days_ago)
    services.submit_application(producer, by=officer, at=sent_at)
    seen, said = version_of(producer), applicant.said
    if state == ProducerState.CHANGES_REQUESTED:
        services.return_application(producer, by=approver, reason=said, seen=seen)
    elif state == ProducerState.REJECTED:
        services.reject_application(producer, by=approver, reason=said, seen=seen)
    elif state != ProducerState.SUBMITTED:
        services.approve_application(producer, by=approver, seen=seen, at=sent_at)
        if state == ProducerState.SUSPENDED:
            services.suspend_producer(producer, by=approver, reason=said)
        else:
            services.close_producer(producer, by=officer, word=said)
