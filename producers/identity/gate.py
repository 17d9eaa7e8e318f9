"""From which day nobody may begin to sell without a check of identity: Decree 248/2026/NĐ-CP, Art. 52.2.

Days are days in Vietnam; the number stands in the book of rules as `identity.required_from`.
"""

from datetime import date

from common.rules.book import rule

KEY = "identity.required_from"


def required_from(on: date) -> date:
    """The first day of the duty, as the rules of that day say."""
    return rule(KEY, on=on).day


def is_required(on: date) -> bool:
    """Whether the duty holds on that day."""
    return on >= required_from(on)


def days_left(on: date) -> int:
    """How many days are left until the duty holds; 0 once it does."""
    return max(0, (required_from(on) - on).days)


def warning(*, is_checked: bool, on: date) -> str:
    """What to say of a producer on that day; nothing of one who was checked."""
    if is_checked:
        return ""
    source = rule(KEY, on=on).source
    if is_required(on):
        return f"Chưa xác minh danh tính, nên chưa duyệt được hồ sơ và hàng mới ({source})."
    return (
        f"Chưa xác minh danh tính. Còn {days_left(on)} ngày: từ {required_from(on):%d/%m/%Y} "
        f"người chưa xác minh không được duyệt ({source})."
    )
