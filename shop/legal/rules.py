"""The numbers and days of law and market as people read them: value, since when, from where, how sure."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from common.rules.book import Rule, all_rules, rule

SURENESS = {
    "A": "đã đọc trong văn bản luật",
    "B": "hai nguồn độc lập",
    "C": "một nguồn hoặc cách hiểu; luật sư cần xem",
    "BG": "kiến thức chung; cần kiểm lại",
    "O": "quy định của chợ",
}
AREAS = {
    "authority_information": "Trả lời cơ quan nhà nước",
    "complaint": "Phản ánh, khiếu nại",
    "consent": "Sự đồng ý",
    "consignment": "Gói và gửi hàng",
    "freshness": "Hàng còn đúng không",
    "identity": "Xác minh người bán",
    "keep": "Lưu giữ hồ sơ",
    "licence": "Giấy phép",
    "listing": "Duyệt hàng",
    "ocop": "Giấy chứng nhận OCOP",
    "policy": "Quy chế",
    "privacy": "Yêu cầu về dữ liệu cá nhân",
    "producer": "Duyệt người bán",
    "restriction": "Hạn chế người bán",
    "staffing": "Người làm việc",
    "takedown": "Gỡ hàng",
}
"""What stands before the dot of a rule's key, in words."""
DAY_WRITTEN_FROM = 19_000_101


@dataclass(frozen=True, slots=True)
class ShownRule:
    """One rule as it is in force, with the rows that come later."""

    rule: Rule
    value: str
    sureness: str
    later: list[tuple[date, str]]


def rules_shown(*, on: date) -> list[tuple[str, list[ShownRule]]]:
    """Every rule of today by area, both in the order of their keys."""
    keys = sorted(all_rules())
    return [
        (AREAS[area], [_shown(key, on) for key in group])
        for area, group in groupby(keys, lambda key: key.partition(".")[0])
    ]


def written_value(row: Rule) -> str:
    """The value with its unit; a day as a day."""
    if row.value >= DAY_WRITTEN_FROM:
        return f"{row.day:%d/%m/%Y}"
    return f"{row.value:,} {row.unit}".replace(",", ".")


def _shown(key: str, on: date) -> ShownRule:
    row = rule(key, on=on)
    later = [(each.valid_from, written_value(each)) for each in all_rules()[key] if each.valid_from > on]
    return ShownRule(row, written_value(row), SURENESS.get(row.sure, row.sure), later)
