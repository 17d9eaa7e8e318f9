"""Open a support point, and change what is known of it; each act in the audit trail with before and after."""

from dataclasses import asdict, dataclass, field, fields
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction

from common.audit.services import record
from producers.directory.models import SupportPoint
from producers.places.models import Commune
from producers.points.queries import points_kept_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What the officers of a point keep right themselves."""

    phone: str = ""
    week: dict[str, list[list[str]]] = field(default_factory=dict)
    hours: str = ""
    services: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class PointFacts(Service):
    """All that administrators write down about a point."""

    name: str
    commune: Commune
    address: str = ""
    host_place: str = ""
    villages: list[str] = field(default_factory=list)
    latitude: float | None = None
    longitude: float | None = None
    is_listed: bool = True


@transaction.atomic
def add_point(facts: PointFacts, *, by: User) -> SupportPoint:
    """Open a point."""
    values = _values(facts)
    point: SupportPoint = SupportPoint.objects.create(**values)
    after = {name: _written(value) for name, value in values.items() if value not in ("", None, [], {})}
    record("point.added", by=by, subject=point, at_point=point, after=after)
    return point


def change_point(point: SupportPoint, facts: PointFacts, *, by: User) -> None:
    """Change anything of the point, as an administrator."""
    _change(point, _values(facts), by=by)


@transaction.atomic
def change_service(point: SupportPoint, service: Service, *, by: User) -> None:
    """Change hours, phone and services, as an officer of the point.

    Raises PermissionDenied for one who is none of its officers any more.
    """
    if not points_kept_by(by).filter(pk=point.pk).exists():
        raise PermissionDenied
    _change(point, asdict(service), by=by)


@transaction.atomic
def _change(point: SupportPoint, values: dict[str, Any], *, by: User) -> None:
    kept = SupportPoint.objects.select_for_update().select_related("commune").get(pk=point.pk)
    changed = [name for name, value in values.items() if getattr(kept, name) != value]
    if not changed:
        return
    before = {name: _written(getattr(kept, name)) for name in changed}
    for name in changed:
        setattr(kept, name, values[name])
    kept.save(update_fields=[*changed, "folded"])
    after = {name: _written(values[name]) for name in changed}
    record("point.changed", by=by, subject=kept, at_point=kept, before=before, after=after)


def _values(facts: PointFacts) -> dict[str, Any]:
    return {one.name: getattr(facts, one.name) for one in fields(facts)}


def _written(value: Any) -> Any:
    return f"{value.full_name} ({value.code})" if isinstance(value, Commune) else value
