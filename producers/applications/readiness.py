"""What an application still lacks, and what keeps a producer's goods from going to the approver or on sale."""

from datetime import date

from producers.directory.models import Producer
from producers.directory.states import MAY_LIST, ProducerState
from producers.identity import gate
from producers.identity.queries import lacks_identity
from producers.papers.requirements import Requirement, missing_papers, required_of

WHY_NOT_LISTED = {
    ProducerState.CHANGES_REQUESTED: "Hồ sơ người bán cần bổ sung rồi gửi duyệt lại trước.",
    ProducerState.REJECTED: "Hồ sơ người bán không được duyệt, nên chưa gửi được hàng.",
    ProducerState.SUSPENDED: "Người bán đang bị đình chỉ, nên chưa gửi được hàng.",
    ProducerState.CLOSED: "Người bán đã thôi bán, nên không gửi được hàng.",
}


def application_lacks(producer: Producer, *, on: date) -> list[Requirement]:
    """What producers of her kind have to show and she has not shown yet."""
    rows = required_of(producer.kind, on=on)
    return missing_papers(producer.kind, {row.field: getattr(producer, row.field) for row in rows}, on=on)


def checklist(producer: Producer, *, on: date) -> list[tuple[Requirement, bool]]:
    """Everything that her kind has to show, each with whether she has."""
    lacking = application_lacks(producer, on=on)
    return [(row, row not in lacking) for row in required_of(producer.kind, on=on)]


def why_no_goods(producer: Producer, *, on: date) -> str:
    """Why goods of hers cannot be sent to the approver today, or nothing.

    A first application that lacks nothing goes along with the first of her goods.
    """
    if producer.state in MAY_LIST:
        return ""
    if producer.state != ProducerState.DRAFT:
        return WHY_NOT_LISTED[ProducerState(producer.state)]
    lacking = application_lacks(producer, on=on)
    if not lacking:
        return ""
    return f"Hồ sơ người bán còn thiếu: {'; '.join(row.label.lower() for row in lacking)}."


def why_not_for_sale(producer: Producer, *, on: date) -> str:
    """Why nothing new of hers can go on sale on that day, or nothing."""
    if producer.state != ProducerState.APPROVED:
        state = ProducerState(producer.state).label
        return f"Hồ sơ của {producer.name} đang ở mục “{state}”; người bán phải được duyệt trước hàng."
    if lacks_identity(producer, on=on):
        return gate.warning(is_checked=False, on=on)
    return ""
