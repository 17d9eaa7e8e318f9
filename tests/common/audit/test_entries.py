"""The audit trail: complete, never changed, told in words."""

from datetime import date
from decimal import Decimal

import pytest

from common.audit.models import AuditEntry, NeverChanged
from common.audit.queries import history_of
from common.audit.sentences import known_acts, told
from common.audit.services import name_of, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(tuan, mai, nua_ngam):
    """Tuấn changed Mai's price."""
    return record(
        "price.changed",
        by=tuan,
        subject=mai,
        on_behalf_of=mai,
        at_point=nua_ngam,
        reason="hết mùa",
        before={"price": 250_000, "secret": 1},
        after={"price": 240_000},
    )


def test_an_entry_cannot_be_changed(entry):
    entry.reason = "khác"
    with pytest.raises(NeverChanged):
        entry.save()
    with pytest.raises(NeverChanged):
        AuditEntry.objects.filter(pk=entry.pk).update(reason="khác")
    assert AuditEntry.objects.get().reason == "hết mùa"


def test_an_entry_cannot_be_taken_away(entry):
    with pytest.raises(NeverChanged):
        entry.delete()
    with pytest.raises(NeverChanged):
        AuditEntry.objects.all().delete()
    assert AuditEntry.objects.count() == 1


def test_names_stay_as_they_were_on_the_day(entry, tuan, mai):
    mai.name = "Bà Mai"
    mai.save()
    tuan.last_name = "Lò"
    tuan.save()
    entry.refresh_from_db()
    assert (entry.by_name, entry.on_behalf_of_name) == ("Lường Văn Tuấn", "Bà Lò Thị Mai")


def test_days_and_sums_can_be_written_down(tuan, mai):
    record("x", by=tuan, subject=mai, after={"day": date(2026, 11, 23), "sum": Decimal("12")})
    assert AuditEntry.objects.get().after == {"day": "2026-11-23", "sum": "12"}


def test_a_very_long_name_is_cut_and_not_refused(tuan, mai):
    tuan.last_name = "Lường" * 60
    assert len(record("x", by=tuan, subject=mai).by_name) == 200


def test_nobody_in_person_is_the_system(mai):
    assert record("x", by=None, subject=mai).by_name == "Hệ thống"
    assert name_of(None) == "Hệ thống"


def test_history_is_of_one_thing_and_newest_first(entry, tuan, mai, pao):
    record("other", by=tuan, subject=pao)
    last = record("last", by=tuan, subject=mai)
    assert list(history_of(mai)) == [last, entry]


def test_an_act_for_somebody_is_told_with_both_names_and_what_changed(entry):
    story = told(entry, acts={"price.changed": "sửa giá"}, labels={"price": "Giá"})
    assert story.sentence == "Lường Văn Tuấn sửa giá thay Bà Lò Thị Mai"
    assert (story.at_point, story.reason) == ("Điểm hỗ trợ xã Núa Ngam", "hết mùa")
    assert story.changes == [("Giá", "250000", "240000")]


def test_who_acts_at_no_point_acts_for_himself(linh, mai):
    entry = record("listing.approved", by=linh, subject=mai, on_behalf_of=mai)
    assert told(entry, acts=known_acts(), labels={}).sentence == "Nguyễn Thuỳ Linh duyệt, cho lên chợ"


def test_an_act_without_words_is_told_by_its_name(linh, mai):
    entry = record("never.heard", by=linh, subject=mai)
    assert told(entry, acts={}, labels={}).sentence == "Nguyễn Thuỳ Linh never.heard"


def test_every_area_has_words_that_fit_into_a_sentence():
    acts = known_acts()
    assert acts["consent.recorded"] == "ghi sự đồng ý"
    assert {action.partition(".")[0] for action in acts} >= {
        "producer",
        "consent",
        "listing",
        "certificate",
        "consignment",
    }
    assert [words for words in acts.values() if words[0].isupper()] == []
