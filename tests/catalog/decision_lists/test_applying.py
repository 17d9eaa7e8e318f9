"""A list of 200 rows with ten wrong ones: every row is accounted for, applied whole, once, by those who may."""

from collections import Counter
from datetime import date

import pytest

from catalog.decision_lists.models import DecisionList
from catalog.decision_lists.plan import Outcome, planned
from catalog.decision_lists.services import (
    AlreadyApplied,
    apply_list,
    bring_list,
    choose_products,
    correct_columns,
    correct_row,
)
from catalog.decision_lists.table.columns import Layout
from catalog.ocop.models import Certificate
from catalog.ocop.services import CertificateFacts, claim_certificate
from catalog.search.models import SearchOutbox
from common.audit.models import AuditEntry
from common.audit.sentences import told
from common.transitions import ChangedSinceSeen, NotTheirMove
from tests import factories
from tests.catalog.decision_lists.conftest import seen
from tests.catalog.decision_lists.messy import goods_of_a_province, messy_list
from tests.factories.ocop import PASTED, decision_list

pytestmark = pytest.mark.django_db

DECIDED = date(2026, 11, 10)


@pytest.fixture
def scarf(mai):
    """Mai's scarf, which the short list names."""
    return factories.listing(of=mai)


@pytest.fixture
def short(scarf, mai, linh):
    """A list of one product."""
    return decision_list(mai.commune.province, by=linh)


def outcomes(found):
    return Counter(row.outcome for row in planned(found))


def test_200_rows_with_ten_wrong_ones(linh):
    goods = goods_of_a_province(190)
    messy = messy_list(goods)
    assert (len(messy.right), len(messy.wrong)) == (190, 10)
    found = decision_list(goods[0].producer.commune.province, by=linh, text=messy.text)
    rows = {row.line.number: row for row in planned(found)}
    assert sorted(rows) == list(range(1, len(messy.rows) + 1))
    assert {number: rows[number].product.product_id for number in messy.right if rows[number].product} == {
        number: each.product_id for number, each in messy.right.items()
    }
    for number, why in messy.wrong.items():
        assert rows[number].outcome in (Outcome.WRONG, Outcome.ABSENT), messy.rows[number - 1]
        assert why in rows[number].reason
    assert outcomes(found) == {Outcome.NEW: 190, Outcome.WRONG: 8, Outcome.ABSENT: 2, Outcome.NO_PRODUCT: messy.others}
    applied = apply_list(found, by=linh, seen=seen(found))
    assert len(applied.results) == len(messy.rows)
    assert Certificate.objects.filter(verified_by=linh, decision_no="99/QĐ-UBND", issued_date=DECIDED).count() == 190
    stars = dict(Certificate.objects.values_list("product", "stars"))
    assert stars == {each.product_id: 4 if each.pk % 10 == 0 else 3 for each in goods}
    assert AuditEntry.objects.filter(action="decision.applied").count() == 1
    assert set(SearchOutbox.objects.values_list("key", flat=True)) >= set(stars)


def test_applied_again_it_changes_nothing(short, linh):
    apply_list(short, by=linh, seen=seen(short))
    before = (list(Certificate.objects.values()), AuditEntry.objects.count())
    again = apply_list(short, by=linh, seen=seen(short))
    assert again.results["2"]["outcome"] == "new"
    assert (list(Certificate.objects.values()), AuditEntry.objects.count()) == before


def test_the_same_decision_brought_in_again_is_known(short, mai, linh):
    apply_list(short, by=linh, seen=seen(short))
    second = decision_list(mai.commune.province, by=linh)
    assert outcomes(second) == {Outcome.NO_PRODUCT: 1, Outcome.KNOWN: 1}
    apply_list(second, by=linh, seen=seen(second))
    assert Certificate.objects.count() == 1


def test_a_renewal_replaces_the_old_certificate_from_its_day_on(short, scarf, linh):
    old = factories.certificate(scarf, stars=3, issued=date(2024, 1, 5))
    row = planned(short)[1]
    assert (row.outcome, row.reason) == (
        Outcome.RENEWAL,
        "Thay giấy 3 sao, VD-01/QĐ-UBND (cấp 05/01/2024) từ 10/11/2026.",
    )
    apply_list(short, by=linh, seen=seen(short))
    old.refresh_from_db()
    assert (old.replaced_date, old.replaced_by.stars) == (DECIDED, 3)


def test_a_paper_after_a_revoked_one_does_not_say_that_it_replaces_it(short, scarf):
    factories.certificate(scarf, stars=3, issued=date(2024, 1, 5), revoked_date=date(2025, 6, 1))
    assert planned(short)[1].reason == (
        "Ghi giấy mới từ 10/11/2026; giấy 3 sao, VD-01/QĐ-UBND đã bị thu hồi từ 01/06/2025."
    )


def test_an_officers_claim_of_the_same_paper_is_checked_and_not_doubled(short, scarf, mai, tuan, linh):
    facts = CertificateFacts(
        stars=3, decision_no="99/qđ-ubnd", decision_date=DECIDED, authority="UBND tỉnh", issued_date=DECIDED
    )
    claim = claim_certificate(scarf.product, facts, holder=mai, by=tuan)
    assert planned(short)[1].outcome == Outcome.CHECKED
    apply_list(short, by=linh, seen=seen(short))
    claim.refresh_from_db()
    assert (claim.verified_by, claim.authority) == (linh, "UBND tỉnh Điện Biên")
    assert Certificate.objects.count() == 1


def test_a_newer_certificate_is_never_replaced_by_an_older_decision(short, scarf):
    factories.certificate(scarf, stars=4, issued=date(2026, 11, 20))
    row = planned(short)[1]
    assert row.outcome == Outcome.WRONG
    assert "giấy mới hơn" in row.reason


def test_two_rows_of_one_product_are_one_certificate(scarf, mai, linh):
    text = "Tên sản phẩm\tChủ thể\tSố sao\n" + "Khăn thổ cẩm Lào\tLò Thị Mai\t3 sao\n" * 2
    found = decision_list(mai.commune.province, by=linh, text=text)
    assert [row.reason for row in planned(found)][2] == "Cùng một món với dòng 2."
    apply_list(found, by=linh, seen=seen(found))
    assert Certificate.objects.count() == 1


def test_of_several_alike_a_person_chooses(mai, linh):
    alike = [factories.listing(f"Khăn thổ cẩm Lào {size}", of=mai) for size in ("to", "bé")]
    found = decision_list(mai.commune.province, by=linh)
    row = planned(found)[1]
    assert (row.outcome, len(row.candidates)) == (Outcome.UNCLEAR, 2)
    apply_first = decision_list(mai.commune.province, by=linh)
    apply_list(apply_first, by=linh, seen=seen(apply_first))
    assert not Certificate.objects.exists()
    choose_products(found, {2: alike[1].product_id}, by=linh)
    found.refresh_from_db()
    assert planned(found)[1].product.product_id == alike[1].product_id
    apply_list(found, by=linh, seen=seen(found))
    assert Certificate.objects.get().product_id == alike[1].product_id


def test_a_product_of_another_province_cannot_be_chosen(short, pao, linh):
    theirs = factories.listing("Khăn thổ cẩm Lào", of=pao)
    choose_products(short, {2: theirs.product_id, 999: 0}, by=linh)
    short.refresh_from_db()
    assert short.chosen == {}


def test_a_row_left_out_stays_in_the_list(short, linh):
    choose_products(short, {2: 0}, by=linh)
    short.refresh_from_db()
    apply_list(short, by=linh, seen=seen(short))
    short.refresh_from_db()
    assert (short.results["2"]["outcome"], Certificate.objects.count()) == ("left_out", 0)


def test_a_mistyped_row_is_written_anew(mai, scarf, linh):
    text = "Tên sản phẩm\tChủ thể\tXã\tSố sao\nKhăn thổ cẩm Lào\tLò Thị Mai\tNúa Ngam\tba xao\n"
    found = decision_list(mai.commune.province, by=linh, text=text)
    row = planned(found)[1]
    assert (row.outcome, row.reason) == (Outcome.WRONG, "Không đọc được số sao “ba xao”.")
    correct_row(found, 2, {**row.line.said, "stars": "3 sao"}, by=linh)
    found.refresh_from_db()
    assert planned(found)[1].outcome == Outcome.NEW


def test_a_plan_that_is_another_than_was_seen_is_not_applied(short, scarf, linh):
    mark = seen(short)
    for change in (
        lambda: correct_row(short, 2, {**planned(short)[1].line.said, "stars": "4 sao"}, by=linh),
        lambda: factories.certificate(scarf, stars=3, issued=date(2024, 1, 5)),
        lambda: choose_products(short, {2: 0}, by=linh),
    ):
        change()
        short.refresh_from_db()
        assert seen(short) != mark
        for other in (mark, ""):
            with pytest.raises(ChangedSinceSeen):
                apply_list(short, by=linh, seen=other)
        mark = seen(short)
    assert DecisionList.objects.get().applied_at is None
    assert not AuditEntry.objects.filter(action="decision.applied").exists()


def test_every_correction_is_in_the_trail_with_what_stood_there_before(short, scarf, linh):
    layout = Layout(0, {**short.columns, "certificate_no": 0})
    cells = {**planned(short)[1].line.said, "stars": "4 sao"}
    correct_columns(short, layout, by=linh)
    choose_products(short, {2: scarf.product_id}, by=linh)
    correct_row(short, 2, cells, by=linh)
    choose_products(short, {2: 0}, by=linh)
    entries = list(AuditEntry.objects.order_by("pk"))
    assert [(each.action, each.by, each.subject) for each in entries] == [
        (f"decision.{act}", linh, short)
        for act in ("columns_corrected", "products_chosen", "row_corrected", "products_chosen")
    ]
    assert entries[0].before == {"head": 0, "columns": short.columns}
    assert entries[0].after == {"head": 0, "columns": layout.columns}
    title = f"Khăn thổ cẩm Lào – Bà Lò Thị Mai (đang bán), món số {scarf.product_id}"
    assert (entries[1].before, entries[1].after) == ({"products": {}}, {"products": {"2": title}})
    before = {"cells": {**cells, "stars": "3 sao", "certificate_no": "1"}, "products": {"2": title}}
    assert (entries[2].before, entries[2].after) == (before, {"row": 2, "cells": cells})
    assert entries[3].after == {"products": {"2": "bỏ qua"}}
    told_row = told(entries[2])
    assert told_row.what == "sửa một dòng của danh sách một quyết định OCOP"
    assert [label for label, _, _ in told_row.changes] == ["Dòng ghi", "Món đã chọn", "Dòng"]
    assert "Số sao: 4 sao" in told_row.changes[0][2]
    assert told(entries[0]).changes[0] == ("Dòng đầu bảng", "1", "1")
    assert "Tên sản phẩm: cột 2" in told(entries[0]).changes[1][2]
    assert told(entries[3]).changes == [("Món đã chọn", "trống", "dòng 2: bỏ qua")]


def test_what_changes_nothing_is_not_in_the_trail(short, linh):
    correct_columns(short, Layout(short.head, short.columns), by=linh)
    choose_products(short, {2: 0}, by=linh)
    choose_products(short, {2: 0, 999: 0}, by=linh)
    assert AuditEntry.objects.count() == 1


@pytest.mark.parametrize("who", ["tuan", "giang", "an", "thanh"])
def test_nobody_else_brings_in_changes_or_applies(who, short, mai, request):
    person = request.getfixturevalue(who)
    for act in (
        lambda: apply_list(short, by=person, seen=seen(short)),
        lambda: choose_products(short, {2: 0}, by=person),
        lambda: bring_list(
            mai.commune.province,
            by=person,
            decision_no="1",
            decision_date=DECIDED,
            authority="UBND",
            issued_date=DECIDED,
            source="dán",
            table=[],
            layout=None,
        ),
    ):
        with pytest.raises(NotTheirMove):
            act()
    assert not Certificate.objects.exists()


def test_an_administrator_may(short, quan):
    apply_list(short, by=quan, seen=seen(short))
    assert Certificate.objects.get().verified_by == quan


def test_an_applied_list_is_not_changed(short, linh):
    apply_list(short, by=linh, seen=seen(short))
    with pytest.raises(AlreadyApplied):
        choose_products(short, {2: 0}, by=linh)


@pytest.mark.parametrize(
    ("authority", "is_wrong"),
    [("UBND tỉnh Điện Biên", True), ("Uỷ ban nhân dân tỉnh", True), ("Bộ Nông nghiệp và Môi trường", False)],
)
def test_five_stars_are_the_ministers_to_give(short, authority, is_wrong):
    short.authority = authority
    short.table = [[cell.replace("3 sao", "5 sao").replace("4 sao", "5 sao") for cell in row] for row in short.table]
    (row,) = [each for each in planned(short) if each.line.said.get("product")]
    assert (row.outcome == Outcome.WRONG, "Bộ trưởng" in row.reason) == (is_wrong, is_wrong)


@pytest.mark.parametrize(
    ("on_market", "written"), [("Khăn thổ cẩm Lào Núa Ngam", "Khăn thổ cẩm"), ("Khăn", "Khăn thổ cẩm Lào")]
)
def test_a_name_that_is_part_of_the_other_is_for_a_person_to_choose(on_market, written, mai, linh):
    factories.listing(on_market, of=mai)
    found = decision_list(mai.commune.province, by=linh, text=PASTED.replace("Khăn thổ cẩm Lào", written))
    row = planned(found)[1]
    assert (row.outcome, len(row.candidates)) == (Outcome.UNCLEAR, 1)
    assert "Tên là một phần của tên kia; chủ thể trùng; đúng xã" in row.reason


def test_a_part_of_a_name_of_another_holder_means_nothing(mai, nua_ngam, tuan, linh):
    other = factories.producer("Bà Quàng Thị Mươn", nua_ngam, created_by=tuan)
    factories.listing("Khăn thổ cẩm Lào Núa Ngam dệt tay", of=other)
    found = decision_list(mai.commune.province, by=linh, text=PASTED.replace("Khăn thổ cẩm Lào", "Khăn"))
    assert planned(found)[1].outcome == Outcome.ABSENT
