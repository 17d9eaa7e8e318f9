"""Records that may be one producer: which are shown, to whom, and that ten thousand are quick."""

import time

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from producers.directory.names import bare_name, name_key
from producers.pairs.likely import Known, likely_pairs
from producers.pairs.models import TwoPeople
from tests import factories
from tests.people import signed_in

PAGE = "/can-bo/nguoi-ban/trung/"


def known(pk, name, commune="03358", village="ban na sang 1", phone="", tax_code=""):
    return Known(pk, bare_name(name), name_key(name), commune, village, phone, tax_code)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (known(1, "Bà Lò Thị Mai"), known(2, "Lo Thi Mai", village="ban khac"), "Cùng tên, cùng xã"),
        (known(1, "Bà Lò Thị Mai"), known(2, "Mai Lò Thị"), "Cùng tên, cùng xã"),
        (known(1, "Lò Thị Mai"), known(2, "Nò Thị Mai"), "Tên gần giống, cùng thôn bản"),
        (
            known(1, "Lò Thị Mai", tax_code="9900000016"),
            known(2, "HTX Xa", "03217", tax_code="9900000016"),
            "Cùng mã số thuế",
        ),
        (
            known(1, "Lò Thị Mai", phone="0912345678"),
            known(2, "Lò Thị Mái", "03217", phone="0912345678"),
            "Cùng tên",
        ),
    ],
)
def test_a_likely_pair_is_found_once_with_its_reason(one, other, why):
    (pair,) = likely_pairs([other, one])
    assert (pair.one, pair.other) == (1, 2)
    assert pair.why.startswith(why) or (why == "Cùng tên" and pair.why.startswith("Cùng số điện thoại"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (known(1, "Lò Thị Mai"), known(2, "Lò Thị Mai", "03217")),
        (known(1, "Lò Thị Mai"), known(2, "Nò Thị Mai", village="ban khac")),
        (known(1, "Lò Thị Mai", phone="0912345678"), known(2, "Vàng A Sùng", phone="0912345678")),
        (known(1, "", village=""), known(2, "", village="")),
    ],
)
def test_others_are_left_in_peace(one, other):
    assert likely_pairs([one, other]) == []


def test_ten_thousand_are_laid_beside_each_other_in_a_moment():
    rows = [known(n, f"Hộ Lò Số {n * 7919 % 10_007}", f"{n % 180:05}", f"ban {n % 9}", "", "") for n in range(10_000)]
    started = time.process_time()
    likely_pairs(rows)
    assert time.process_time() - started < 2


@pytest.fixture
def twice(mai, tuan):
    """Mai written down a second time."""
    return factories.producer("Lo Thi Mai", mai.point, created_by=tuan)


@pytest.mark.django_db
def test_her_officer_and_her_approver_see_the_pair_and_no_others(mai, twice, tuan, linh, bao, giang, an):
    for who in (tuan, linh):
        assertContains(signed_in(who).get(PAGE), "Cùng tên, cùng xã")
    assertNotContains(signed_in(tuan).get(PAGE), "Xem trước khi gộp")
    assertContains(signed_in(linh).get(PAGE), "Xem trước khi gộp")
    for who in (bao, giang):
        assertContains(signed_in(who).get(PAGE), "Không thấy ai bị ghi hai lần")
    assert signed_in(an).get(PAGE).status_code == 404


@pytest.mark.django_db
def test_a_draft_stands_beside_the_approved_and_can_be_merged_from_there(mai, nua_ngam, tuan, linh, giang):
    draft = factories.producer("Lo Thi Mai", nua_ngam, created_by=tuan, state="draft")
    response = signed_in(linh).get(PAGE)
    assertContains(response, "Cùng tên, cùng xã")
    assert signed_in(linh).get(f"/duyet/nguoi-ban/{draft.pk}/gop/{mai.pk}/").status_code == 200
    assertContains(signed_in(giang).get(PAGE), "Không thấy ai bị ghi hai lần")


@pytest.mark.django_db
def test_two_people_are_shown_no_more(mai, twice, tuan, bao):
    assert signed_in(bao).post(f"/can-bo/nguoi-ban/{mai.pk}/trung/{twice.pk}/").status_code == 404
    for _ in range(2):
        signed_in(tuan).post(f"/can-bo/nguoi-ban/{mai.pk}/trung/{twice.pk}/")
    assert (TwoPeople.objects.get().one, TwoPeople.objects.get().other) == (mai, twice)
    assertContains(signed_in(tuan).get(PAGE), "Không thấy ai bị ghi hai lần")


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_for_one_and_three(mai, tuan, number, django_assert_num_queries):
    for _ in range(number):
        factories.producer("Lo Thi Mai", mai.point, created_by=tuan)
    client = signed_in(tuan)
    with django_assert_num_queries(8):
        client.get(PAGE)
