"""Write a producer down and change what is known about her, always with both names in the audit trail."""

from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from oscar.apps.partner.models import Partner

from common.audit.services import record
from common.pictures.models import Picture
from common.transitions import MoveNotAllowed
from producers.directory.announcements import announce_change
from producers.directory.models import Producer, SupportPoint
from producers.directory.queries import is_payee_guarded, point_of_act
from producers.directory.seen import ChangedMeanwhile, changed_since
from producers.directory.states import PAYEE_FIELDS, PAYEE_GUARDED
from producers.papers.requirements import Requirement, required_of
from producers.papers.tax_codes import masked
from producers.places.models import Commune


class NeedsApprover(Exception):  # noqa: N818
    """Where her money goes, and her tax code, change only by an approver's decision (producers/payees)."""


class NeedsNewApproval(Exception):  # noqa: N818
    """Of an approved producer kind and province stay, and what the kind has to show; `missing` would be lost."""

    def __init__(self, *, is_of_kind: bool, is_elsewhere: bool, missing: list[Requirement]) -> None:
        super().__init__("kind" if is_of_kind else "", *(row.field for row in missing))
        self.is_of_kind, self.is_elsewhere, self.missing = is_of_kind, is_elsewhere, missing


class WasMerged(MoveNotAllowed):
    """The record was merged into another, where the producer goes on."""


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
    bank_reason: str = ""
    representative: str = ""
    tax_code: str = ""
    registration_no: str = ""
    registration_date: date | None = None
    registration_by: str = ""
    about: str = ""
    picture: Picture | None = None


@transaction.atomic
def add_producer(facts: ProducerFacts, *, at_point: SupportPoint, by: User) -> Producer:
    """Add a producer whom the point will serve, with the Oscar partner that sells for her."""
    partner = Partner.objects.create(name=facts.name)
    values = _values(facts)
    producer: Producer = Producer.objects.create(partner=partner, point=at_point, created_by=by, **values)
    record(
        "producer.added",
        by=by,
        subject=producer,
        on_behalf_of=producer,
        at_point=point_of_act(by, producer),
        after=written_facts({name: value for name, value in values.items() if value}),
    )
    return producer


def change_about(producer: Producer, about: str, *, by: User, seen: str = "") -> None:
    """Change the producer's own words about herself. Raises ChangedMeanwhile if they are not as they were `seen`."""
    _change(producer, {"about": about}, by=by, seen=seen)


def change_some(producer: Producer, values: dict[str, Any], *, by: User, seen: str = "") -> None:
    """Change these facts of the producer and leave the others alone.

    `seen` is what they were when the form was drawn (`seen_of`); without it nothing is compared.
    Raises NeedsApprover, NeedsNewApproval, WasMerged and ChangedMeanwhile.
    """
    _change(producer, values, by=by, seen=seen)


def change_payee(producer: Producer, values: dict[str, Any], *, by: User) -> None:
    """Change where her money goes, or her tax code, as the approver `by` has decided."""
    _change(producer, values, by=by, action="producer.payee_changed")


@transaction.atomic
def _change(
    producer: Producer, values: dict[str, Any], *, by: User, action: str = "producer.changed", seen: str = ""
) -> None:
    kept = Producer.objects.select_for_update().get(pk=producer.pk)
    changed = [name for name, value in values.items() if getattr(kept, name) != value]
    if not changed:
        return
    if action == "producer.changed":
        _check_may_change(kept, {name: values[name] for name in changed})
    late = changed_since(seen, kept, values) if seen else []
    if late:
        raise ChangedMeanwhile(kept, late)
    before = written_facts({name: getattr(kept, name) for name in changed})
    for name in changed:
        setattr(producer, name, values[name])
    producer.save(update_fields=[*changed, "name_folded", "name_key"])
    if "name" in changed:
        Partner.objects.filter(pk=producer.partner_id).update(name=producer.name)
    record(
        action,
        by=by,
        subject=producer,
        on_behalf_of=producer,
        at_point=point_of_act(by, producer),
        before=before,
        after=written_facts({name: values[name] for name in changed}),
    )
    announce_change(producer)


def _check_may_change(kept: Producer, changes: dict[str, Any]) -> None:
    """Refuse what one officer alone does not change of a producer who was approved, and all of one merged away."""
    if kept.merged_into_id:
        raise WasMerged(str(kept))
    if not changes.keys().isdisjoint(PAYEE_FIELDS) and is_payee_guarded(kept):
        raise NeedsApprover(str(kept))
    if kept.state not in PAYEE_GUARDED:
        return
    is_elsewhere = "commune" in changes and changes["commune"].province_id != kept.commune.province_id
    shown = [row for row in required_of(kept.kind, on=timezone.localdate()) if getattr(kept, row.field)]
    missing = [row for row in shown if not changes.get(row.field, True)]
    if "kind" in changes or missing or is_elsewhere:
        raise NeedsNewApproval(is_of_kind="kind" in changes, is_elsewhere=is_elsewhere, missing=missing)


def _values(facts: ProducerFacts) -> dict[str, Any]:
    return {one.name: getattr(facts, one.name) for one in fields(facts)}


def written_facts(values: dict[str, Any]) -> dict[str, Any]:
    """The values as the audit trail keeps them: of a bank account and a tax code only the last four digits."""
    return {name: _for_the_trail(name, value) for name, value in values.items()}


def _for_the_trail(name: str, value: Any) -> Any:
    if name in ("bank_account", "tax_code"):
        return masked(value)
    if isinstance(value, Commune):
        return f"{value.full_name} ({value.code})"
    if name == "picture":
        return str(value or "")
    return value
