"""The demo's producers, with the consent each gave on the day she joined."""

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.utils import timezone
from oscar.apps.partner.models import Partner

from common.audit.services import record
from common.pictures.models import Picture
from common.policies.services import accept
from common.policies.texts import asked_versions
from common.rules.book import rule
from common.rules.clocks import months_after
from producers.consents.models import Consent, ConsentAnswer
from producers.consents.services import current_text
from producers.consents.states import ConsentScope
from producers.directory.models import Membership, Producer, SupportPoint
from producers.directory.states import ProducerState, Role
from producers.identity.models import IdentityCheck
from producers.identity.states import Method, Paper
from shop.demo import catalogue
from shop.demo.loading.applicants import shown_papers

WITNESS = "Trưởng bản (mẫu)"


def load_producers(
    market: catalogue.Market, points: dict[str, SupportPoint], pictures: dict[str, Picture]
) -> dict[str, Producer]:
    """The producers by key."""
    officers: dict[int | None, User] = {
        membership.point_id: membership.user
        for membership in Membership.objects.filter(role=Role.OFFICER).select_related("user").order_by("-pk")
    }
    return {
        producer.key: _load(producer, points[producer.point], officers, pictures.get(producer.key))
        for producer in market.producers
    }


def _load(
    producer: catalogue.Producer,
    point: SupportPoint,
    officers: dict[int | None, User],
    picture: Picture | None,
) -> Producer:
    by = officers[point.pk]
    joined_at = timezone.now() - timedelta(days=producer.joined_days_ago)
    bank = {"bank_name": "Ngân hàng Mẫu", "bank_account": "0000000000", "bank_holder": producer.name}
    made = Producer.objects.create(
        partner=Partner.objects.create(name=producer.name),
        name=producer.name,
        kind=producer.kind,
        commune_id=producer.commune_code,
        village=producer.village,
        phone=producer.phone,
        languages=list(producer.languages),
        point=point,
        payout_way=producer.payout,
        about=producer.about,
        picture=picture,
        created_by=by,
        state=ProducerState.APPROVED,
        decided_at=joined_at,
        **shown_papers(producer.kind),
        **(bank if producer.payout == "bank" else {}),
    )
    Producer.objects.filter(pk=made.pk).update(created_at=joined_at)
    record("producer.added", by=by, subject=made, on_behalf_of=made, at_point=point)
    _check(made, by, joined_at)
    _ask(made, producer, by, joined_at)
    return made


def _check(made: Producer, by: User, at: datetime) -> None:
    """Her officer saw her paper on the day she joined."""
    IdentityCheck.objects.create(
        producer=made,
        method=Method.IN_PERSON,
        paper=Paper.COMMUNE_PAPER,
        tail="0000",
        is_valid=True,
        checked_at=at,
        checked_by=by,
        at_point=made.point,
    )


def _ask(made: Producer, producer: catalogue.Producer, by: User, at: datetime) -> None:
    """Her consent of the day she joined, for as long as the rule of today lets it hold, and her yes to the rules."""
    until = months_after(timezone.localdate(at), rule("consent.months").value)
    consent = Consent.objects.create(
        producer=made,
        text=current_text("vi"),
        language_read=producer.languages[0],
        witness_name=WITNESS,
        given_at=at,
        recorded_by=by,
        at_point=made.point,
    )
    ConsentAnswer.objects.bulk_create(
        ConsentAnswer(consent=consent, scope=scope, is_given=given, until_date=until if given else None)
        for scope, given in ((scope, scope.value in producer.consents) for scope in ConsentScope)
    )
    accept(asked_versions(on=timezone.localdate()), subject=made, by=by, at=at)
    record("consent.recorded", by=by, subject=made, on_behalf_of=made, at_point=made.point)
