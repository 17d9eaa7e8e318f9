"""The public pages of the texts that bind: version, date, earlier ones, what comes, what was changed; the ranking."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.search import ranking
from catalog.search.analysis import read_query
from catalog.search.asking import steps_as_typed
from catalog.search.ranking import Fit, weights
from common.policies.texts import POLICIES

pytestmark = pytest.mark.django_db
RULES = "/tro-giup/quy-che/"


def read(visitor, address) -> str:
    response = visitor.get(address)
    assert response.status_code == 200
    return " ".join(response.text.split())


@pytest.mark.parametrize("slug", POLICIES)
def test_each_text_says_its_version_its_day_and_that_it_is_a_draft(slug, visitor):
    page = read(visitor, f"/tro-giup/{slug}/")
    assert '<b>Bản 1</b>, có hiệu lực từ <time datetime="2026-11-01">01/11/2026</time>' in page
    assert "Bản nháp." in page
    assert dict(visitor.cookies) == {}


def test_what_comes_is_announced_and_does_not_hold_yet(visitor, announce):
    today = timezone.localdate()
    announce(today, today + timedelta(days=2))
    holds = f"{today + timedelta(days=5):%d/%m/%Y}"
    page = read(visitor, RULES)
    assert f"<b>Bản 2 sẽ có hiệu lực từ {holds}.</b>" in page
    assert "ít nhất 1 năm" in page
    assert "ít nhất 2 năm" not in page
    coming = read(visitor, f"{RULES}ban-2/")
    assert ("ít nhất 2 năm" in coming, f"sẽ có hiệu lực từ {holds}" in coming) == (True, True)


def test_what_is_not_announced_is_not_there(visitor, announce):
    today = timezone.localdate()
    announce(today + timedelta(days=1), today + timedelta(days=9))
    assert "Bản 2" not in read(visitor, RULES)
    for address in (f"{RULES}ban-2/", f"{RULES}ban-7/", f"{RULES}so-sanh/?cu=1&moi=2", f"{RULES}so-sanh/"):
        assert visitor.get(address).status_code == 404
    assert visitor.get("/tro-giup/ocop/ban-1/").status_code == 404


def test_earlier_versions_stay_and_are_compared(visitor, announce):
    today = timezone.localdate()
    announce(today - timedelta(days=9), today)
    page = read(visitor, RULES)
    assert ("<b>Bản 2</b>" in page, "ít nhất 2 năm" in page) == (True, True)
    assert "Bản 1 là bản cũ" in read(visitor, f"{RULES}ban-1/")
    changed = read(visitor, f"{RULES}so-sanh/?cu=1&moi=2")
    assert read(visitor, f"{RULES}so-sanh/") == changed
    assert '<del><span class="an">Bỏ: </span>1</del> <ins><span class="an">Thêm: </span>2</ins>' in changed


def test_the_ranking_page_follows_the_weights_of_the_search(visitor, monkeypatch):
    before = read(visitor, "/tro-giup/xep-hang/")
    assert "<li>16 điểm: Tên hàng mở đầu bằng các từ đã gõ, viết đúng dấu</li>" in before
    assert "<li>Điều 1: Còn hàng đứng trước hết hàng</li><li>Điều 2: Bán được nhiều hơn đứng trước</li>" in before
    opening, *others = ranking.LADDER
    available, sold, days = ranking.STANDING
    monkeypatch.setattr(ranking, "LADDER", (*others, opening))
    monkeypatch.setattr(ranking, "STANDING", (sold, available, replace(days, said="Mới lên đứng trước")))
    after = read(visitor, "/tro-giup/xep-hang/")
    assert "<li>16 điểm: Tên hàng có các từ đã gõ đứng liền nhau, viết đúng dấu</li>" in after
    assert "<li>Điều 1: Bán được nhiều hơn đứng trước</li><li>Điều 2: Còn hàng đứng trước hết hàng</li>" in after
    assert "Điều 3: Mới lên đứng trước" in after


def test_there_are_as_many_weights_on_the_page_as_steps_in_the_search(visitor):
    steps = steps_as_typed(read_query("mật ong"))
    assert len(steps) == len(weights(len(steps))) == 16
    assert read(visitor, "/tro-giup/xep-hang/").count(" điểm: ") == 2 * len(steps)
    assert {step.fit for step in ranking.FOOT} == {Fit.BEGUN}
