"""The page of all rules, for auditors and administrators alone."""

from dataclasses import replace
from datetime import date

import pytest

from common.rules.book import all_rules, rule
from shop.legal.rules import SURENESS, rules_shown
from tests.people import signed_in

pytestmark = pytest.mark.django_db
WHERE = "/giam-sat/moc-luat/"


@pytest.mark.parametrize("who", ["thanh", "quan"])
def test_every_rule_is_there_with_source_and_sureness(who, request):
    page = signed_in(request.getfixturevalue(who)).get(WHERE).text
    for key in all_rules():
        assert rule(key).name in page
    assert "Báo trước khi quy chế mới có hiệu lực" in page
    assert "<b>5 ngày</b>" in page
    assert "Nghị định 248/2026/NĐ-CP" in page
    assert SURENESS["C"] in page


@pytest.mark.parametrize("who", ["tuan", "bao", "linh", "giang", "an"])
def test_for_others_it_is_not_there(who, request):
    assert signed_in(request.getfixturevalue(who)).get(WHERE).status_code == 404


def test_every_rule_says_how_sure_it_is():
    assert {row.sure for rows in all_rules().values() for row in rows} <= set(SURENESS)


def test_days_are_days_and_what_comes_later_is_said(monkeypatch):
    first = all_rules()["policy.notice_days"][0]
    later = replace(first, value=20270101, valid_from=date(2027, 1, 1))
    monkeypatch.setitem(all_rules(), "policy.notice_days", [first, later])
    shown = {one.rule.key: one for _, rules in rules_shown(on=date(2026, 11, 26)) for one in rules}
    assert shown["policy.notice_days"].later == [(date(2027, 1, 1), "01/01/2027")]
    shown = {one.rule.key: one for _, rules in rules_shown(on=date(2027, 1, 1)) for one in rules}
    assert (shown["policy.notice_days"].value, shown["policy.notice_days"].later) == ("01/01/2027", [])
