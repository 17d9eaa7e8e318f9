"""Numbers and days of law, as dated data with a source."""

from datetime import date

import pytest

from common.rules.book import all_rules, rule

HEADER = "key,value,unit,valid_from,name,source,sure\n"


@pytest.fixture(autouse=True)
def _read_anew():
    all_rules.cache_clear()
    yield
    all_rules.cache_clear()


def test_every_rule_says_its_name_source_and_how_sure_we_are():
    rows = [row for rows in all_rules().values() for row in rows]
    assert rows
    assert all(row.name and row.source and row.unit and row.sure in {"A", "B", "C", "BG", "O"} for row in rows)


def test_an_operator_corrects_a_rule_from_a_day_on(settings, tmp_path):
    file = tmp_path / "rules.csv"
    file.write_text(HEADER + "listing.approval_working_days,5,ngày làm việc,2027-01-01,Hạn duyệt,Quyết định X,A\n")
    settings.RULES_FILE = str(file)
    key = "listing.approval_working_days"
    assert rule(key, on=date(2026, 12, 31)).value == 2
    assert rule(key, on=date(2027, 1, 1)).value == 5


def test_the_operators_row_of_the_same_day_wins(settings, tmp_path):
    file = tmp_path / "rules.csv"
    file.write_text(HEADER + "listing.approval_working_days,3,ngày làm việc,2026-07-01,Hạn duyệt,Quyết định X,A\n")
    settings.RULES_FILE = str(file)
    assert rule("listing.approval_working_days", on=date(2026, 7, 1)).value == 3


def test_before_its_first_day_the_first_row_holds():
    assert rule("listing.approval_working_days", on=date(2020, 1, 1)).value == 2


def test_a_key_that_nobody_wrote_down_is_an_error():
    with pytest.raises(KeyError):
        rule("nothing.of_the_kind")
