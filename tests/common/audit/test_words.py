"""Every act that the code writes down has words, and every fact is told with a name and a value that people read."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from common.audit.models import AuditEntry
from common.audit.sentences import known_acts, told
from common.audit.services import record
from producers.consents.services import withdraw_consent
from producers.directory.models import Producer
from producers.directory.services import change_payee, change_some
from tests import factories

ROOT = Path(__file__).resolve().parents[3]
APPS = ("common", "producers", "catalog", "shop")
ACT = re.compile(r"[a-z_]+\.[a-z_]+")
WRITERS = {"record", "_record", "move", "_move"}


def acts_of_tables() -> set[str]:
    """The acts of every table of moves and of every enumeration of acts."""
    found: set[str] = set()
    for path in sorted(path for app in APPS for path in (ROOT / app).rglob("states.py")):
        module: Any = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for name, value in vars(module).items():
            if name.endswith("MOVES"):
                found |= {str(act) for act in value}
            if name.endswith("Act") and isinstance(value, type):
                found |= {str(act) for act in value}
    return found


def acts_in_source() -> set[str]:
    """The acts that stand as they are written in a call that writes to the trail."""
    return {act for app in APPS for path in (ROOT / app).rglob("*.py") for act in _acts_in(path)}


def _acts_in(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if not any(f"{writer}(" in text for writer in WRITERS):
        return
    for node in ast.walk(ast.parse(text)):
        name = getattr(getattr(node, "func", None), "id", None) or getattr(getattr(node, "func", None), "attr", None)
        if isinstance(node, ast.Call) and name in WRITERS:
            for argument in node.args:
                for each in ast.walk(argument):
                    if isinstance(each, ast.Constant) and isinstance(each.value, str) and ACT.fullmatch(each.value):
                        yield each.value


def test_every_act_of_the_code_has_words():
    written = acts_of_tables() | acts_in_source()
    assert written >= {"listing.submitted", "consignment.sent", "producer.added", "account.opened", "order.placed"}
    assert sorted(written - set(known_acts())) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("action", "name", "before", "after", "change"),
    [
        ("listing.approved", "state", "submitted", "approved", ("Tình trạng", "Chờ duyệt", "Đang bán")),
        ("listing.saved", "price", None, 250_000, ("Giá", "trống", "250.000\xa0₫")),
        ("listing.saved", "details", [], [["Khổ", "40 cm"]], ("Thông tin thêm", "trống", "Khổ: 40 cm")),
        ("order.placed", "total_dong", None, 310_000, ("Tổng tiền", "trống", "310.000\xa0₫")),
        ("x.y", "is_given", False, True, ("Is given", "không", "có")),
        ("x.y", "given_at", None, "2026-11-25T20:30:00Z", ("Given at", "trống", "03:30 26/11/2026")),
        ("x.y", "some_day", None, "2026-11-25", ("Some day", "trống", "25/11/2026")),
    ],
)
def test_facts_are_told_with_names_and_values(action, name, before, after, change, tuan, mai):
    listing = factories.listing("Khăn", mai)
    entry = record(action, by=tuan, subject=listing, before={name: before}, after={name: after})
    entry.refresh_from_db()
    assert told(entry).changes == [change]


@pytest.mark.django_db
def test_a_producer_s_facts_are_told_in_the_words_of_her_pages(mai, tuan):
    Producer.objects.filter(pk=mai.pk).update(state="draft")
    change_some(mai, {"kind": "farm", "languages": ["blt"]}, by=tuan)
    change_payee(mai, {"payout_way": "post_office"}, by=tuan)
    assert {change for entry in AuditEntry.objects.all() for change in told(entry).changes} >= {
        ("Loại hình", "Hộ sản xuất", "Trang trại"),
        ("Tiếng nói", "trống", "Thái Đen"),
        ("Cách nhận tiền", "Tiền mặt tại điểm hỗ trợ", "Nhận tại bưu điện – văn hoá xã"),
    }


@pytest.mark.django_db
def test_a_consent_s_facts_are_told(mai, tuan):
    withdraw_consent(mai, "name_and_picture", by=tuan)
    changes = {label: (before, after) for label, before, after in told(AuditEntry.objects.get()).changes}
    assert changes["Rút lại"] == ("trống", "Đăng tên và ảnh của người bán")
    assert changes["Đồng ý cho"] == (
        "Điểm hỗ trợ đăng bán hàng thay, Đăng tên và ảnh của người bán",
        "Điểm hỗ trợ đăng bán hàng thay",
    )
