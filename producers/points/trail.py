"""What is done to support points, in the words of the audit trail."""

from typing import Any

from common.audit.facts import Facts
from producers.points.hours import told_week, week_of
from producers.points.offered import all_services

ACTS = {
    "point.added": "mở điểm hỗ trợ",
    "point.changed": "sửa điểm hỗ trợ",
}


def _written(name: str, value: Any) -> str | None:
    """Hours and services as pages show them."""
    if name == "week":
        return "; ".join(f"{days} {hours}" for days, hours in told_week(week_of(value)))
    if name == "services":
        return ", ".join(service.name for service in all_services() if service.key in value)
    return None


FACTS = Facts(("point",), {}, _written)
