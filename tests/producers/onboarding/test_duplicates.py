"""Who may be written down twice."""

import pytest

from producers.directory.models import Producer
from producers.directory.names import likeness
from producers.onboarding.duplicates import NEAR, likely_duplicates


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bà Lò Thị Mai", "lò thị mai"),
        ("Lò Thị Mai", "Mai Lò Thị"),
        ("Lò Thị Mai", "Lò Thị Mái"),
        ("Lò Thị Mai", "Nò Thị Mai"),
        ("Giàng A Páo", "Giàng A Pao"),
        ("Hợp tác xã Thổ cẩm Na Sang", "HTX thổ cẩm Na Xang"),
    ],
)
def test_near_names_are_found(one, other):
    assert likeness(one, other) >= NEAR


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lò Thị Mai", "Lò Thị Duyên"), ("Lò Thị Mai", "Lò Văn Mai"), ("Giàng A Páo", "Vàng A Chỉnh"), ("HTX A", "HTX B")],
)
def test_other_names_are_not(one, other):
    assert likeness(one, other) < NEAR


def people(*names_and_phones: tuple[str, str]) -> list[Producer]:
    return [Producer(pk=number, name=name, phone=phone) for number, (name, phone) in enumerate(names_and_phones, 1)]


def test_the_likeliest_come_first_and_a_shared_phone_counts():
    known = people(("Giàng A Páo", "0912345678"), ("Lò Thị Mái", ""), ("Vàng A Chỉnh", ""), ("Lo Thi Mai", ""))
    found = likely_duplicates("Bà Lò Thị Mai", "0912345678", known)
    assert [(each.producer.pk, each.why) for each in found] == [
        (2, "Cùng tên"),
        (4, "Cùng tên"),
        (1, "Cùng số điện thoại"),
    ]


def test_no_phone_is_nobodys_phone():
    assert likely_duplicates("Bà Lò Thị Mai", "", people(("Giàng A Páo", ""))) == []


def test_at_most_five_are_shown():
    assert len(likely_duplicates("Lò Thị Mai", "", people(*[("Lò Thị Mai", "")] * 8))) == 5
