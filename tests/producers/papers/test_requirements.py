"""What each kind of producer has to show."""

from datetime import date

import pytest

from producers.directory.models import Producer
from producers.directory.states import ProducerKind
from producers.papers.banks import bank_choices, banks
from producers.papers.requirements import missing_papers, required_of, requirements

DAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("production_household", []),
        ("household_business", ["registration_no", "tax_code"]),
        ("cooperative_group", ["registration_no", "representative"]),
        ("cooperative", ["registration_no", "tax_code", "representative"]),
        ("enterprise", ["tax_code", "representative"]),
        ("farm", ["representative"]),
        ("association", ["registration_no", "representative"]),
    ],
)
def test_each_kind_shows_its_own(kind, fields):
    assert [row.field for row in required_of(kind, on=DAY)] == fields


def test_every_row_names_a_kind_a_fact_its_source_and_how_sure_it_is():
    facts = {field.name for field in Producer._meta.get_fields()}
    for row in requirements():
        assert row.kind in ProducerKind
        assert row.field in facts
        assert row.source
        assert row.sure in {"A", "B", "C", "BG", "O"}


def test_nothing_is_asked_before_its_day_and_nothing_that_is_known():
    assert required_of("cooperative", on=date(2026, 6, 30)) == []
    known = {"registration_no": "12/ĐKHTX", "tax_code": "", "representative": "Lò Thị Mai"}
    assert [row.field for row in missing_papers("cooperative", known, on=DAY)] == ["tax_code"]


def test_banks_are_chosen_and_a_name_once_typed_stays():
    assert len({bank.bin for bank in banks().values()}) == len(banks()) >= 30
    assert all(len(bank.bin) == 6 and bank.bin.isdecimal() for bank in banks().values())
    assert ("Ngân hàng Mẫu", "Ngân hàng Mẫu") in bank_choices("Ngân hàng Mẫu")
    assert [value for value, _ in bank_choices("Agribank")].count("Agribank") == 1
