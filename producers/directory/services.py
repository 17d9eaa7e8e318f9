"""Write a producer down and change what is known about her, always with both names in the audit trail."""

from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from oscar.apps.partner.models import Partner

from common.audit.services import record
from common.pictures.models import Picture
from producers.directory.announcements import announce_change
from producers.directory.models import Producer, SupportPoint
from producers.directory.queries import point_of_act
from producers.places.models import Commune


@dataclass(frozen=True, slots=True, kw_only=True)
class ProducerFacts:
    """What an officer writes down about a producer. Phone, picture and bank account are hers to give or not."""

    name: str
    kind: str
    commune: Commune
    village: str = ""
    languages: list[str] = field(default_factory=list)
    phone: str = ""
    payout_way: str
    bank_name: str = ""
    bank_account: str = ""
    bank_holder: str = ""
    about: str = ""
    picture: Picture | None = None


def facts_of(producer: Producer) -> ProducerFacts:
    """What is known about the producer now."""
    return ProducerFacts(**{one.name: getattr(producer, one.name) for one in fields(ProducerFacts)})


@transaction.atomic
def add_producer(facts: ProducerFacts, *, at_point: SupportPoint, by: AbstractBaseUser) -> Producer:
    """Add a producer whom the point will serve, with the Oscar partner that sells for her."""
    partner = Partner.objects.create(name=facts.name)
    values = {one.name: getattr(facts, one.name) for one in fields(facts)}
    producer: Producer = Producer.objects.create(partner=partner, point=at_point, created_by=by, **values)
    record(
        "producer.added",
        by=by,
        subject=producer,
        on_behalf_of=producer,
        at_point=point_of_act(by, producer),
        after={name: value for name, value in _written(facts).items() if value},
    )
    return producer


@transaction.atomic
def change_producer(producer: Producer, facts: ProducerFacts, *, by: AbstractBaseUser) -> None:
    """Change what is known about the producer; nothing is written when nothing differs."""
    kept = Producer.objects.select_for_update().select_related("commune", "picture").get(pk=producer.pk)
    before, after = _written(facts_of(kept)), _written(facts)
    changed = [one.name for one in fields(facts) if getattr(kept, one.name) != getattr(facts, one.name)]
    if not changed:
        return
    for name in changed:
        setattr(producer, name, getattr(facts, name))
    producer.save(update_fields=[*changed, "name_folded"])
    if "name" in changed:
        Partner.objects.filter(pk=producer.partner_id).update(name=facts.name)
    record(
        "producer.changed",
        by=by,
        subject=producer,
        on_behalf_of=producer,
        at_point=point_of_act(by, producer),
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
    announce_change(producer)


def change_about(producer: Producer, about: str, *, by: AbstractBaseUser) -> None:
    """Change the producer's own words about herself."""
    change_producer(producer, replace(facts_of(producer), about=about), by=by)


def _written(facts: ProducerFacts) -> dict[str, Any]:
    """The facts as the audit trail keeps them: of a bank account only the last four digits."""
    written = {**{one.name: getattr(facts, one.name) for one in fields(facts)}}
    written["commune"] = f"{facts.commune.full_name} ({facts.commune.code})"
    written["picture"] = facts.picture.digest[:12] if facts.picture else ""
    written["bank_account"] = f"…{facts.bank_account[-4:]}" if facts.bank_account else ""
    return written
