"""The page before two records become one, and what the public finds at the old address."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from catalog.merging.queries import seen_of
from catalog.merging.services import merge_producers
from producers.directory.models import Producer
from producers.directory.services import WasMerged, change_about
from tests import factories
from tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def twice(mai, tuan):
    """Mai written down a second time."""
    return factories.producer("Lo Thi Mai", mai.point, created_by=tuan)


def page(merged, into):
    return f"/duyet/nguoi-ban/{merged.pk}/gop/{into.pk}/"


def test_both_stand_side_by_side(mai, twice, linh):
    factories.listing(of=twice)
    response = signed_in(linh).get(page(twice, mai))
    assertContains(response, "1 đang bán")
    assertContains(response, "Hồ sơ giữ lại")
    assert Producer.objects.get(pk=twice.pk).merged_into is None


def test_the_stricter_word_is_told_before(mai, nua_ngam, tuan, linh):
    stricter = factories.producer("Lo Thi Mai", nua_ngam, "name_and_picture", created_by=tuan)
    response = signed_in(linh).get(page(stricter, mai))
    assertContains(response, "Câu trả lời chặt hơn được giữ")
    assertContains(response, "Hàng chưa hiện trên chợ")


def test_it_is_done_once_however_often_the_button_is_pressed(mai, twice, linh):
    client, form = signed_in(linh), {"seen": seen_of(twice, mai), "is_one_person": "on"}
    for _ in range(2):
        assertRedirects(client.post(page(twice, mai), form), f"/duyet/nguoi-ban/{mai.pk}/")
    assert Producer.objects.get(pk=twice.pk).merged_into == mai


def test_without_the_box_nothing_is_done(mai, twice, linh):
    response = signed_in(linh).post(page(twice, mai), {"seen": seen_of(twice, mai)})
    assertContains(response, "Hãy xác nhận đây là một người bán.", status_code=422)
    assert Producer.objects.get(pk=twice.pk).merged_into is None


def test_what_changed_meanwhile_is_shown_anew(mai, twice, linh, tuan):
    seen = seen_of(twice, mai)
    change_about(twice, "Lời mới.", by=tuan)
    response = signed_in(linh).post(page(twice, mai), {"seen": seen, "is_one_person": "on"})
    assertContains(response, "vừa đổi từ lúc bạn mở trang", status_code=409)
    assert Producer.objects.get(pk=twice.pk).merged_into is None


@pytest.mark.parametrize("who", ["tuan", "giang", "thanh", "an"])
def test_there_is_no_such_page_for_others(mai, twice, who, request):
    client = signed_in(request.getfixturevalue(who))
    assert client.get(page(twice, mai)).status_code == 404
    assert client.post(page(twice, mai), {"seen": "x", "is_one_person": "on"}).status_code == 404


def test_the_old_address_leads_to_her(mai, twice, linh, visitor):
    factories.listing(of=twice)
    old = visitor.get(f"/nguoi-ban/{twice.pk}/lo-thi-mai/")
    merge_producers(twice, into=mai, by=linh, seen=seen_of(twice, mai))
    moved = visitor.get(old.headers.get("Location", f"/nguoi-ban/{twice.pk}/lo-thi-mai/"))
    assert moved.status_code == 301
    assert moved.headers["Location"].startswith(f"/nguoi-ban/{mai.pk}/")


def test_the_merged_record_says_where_it_went_on(mai, twice, linh, tuan):
    merge_producers(twice, into=mai, by=linh, seen=seen_of(twice, mai))
    assertContains(signed_in(tuan).get(f"/can-bo/nguoi-ban/{twice.pk}/"), "Hồ sơ này đã gộp vào")
    assertContains(signed_in(tuan).get(f"/can-bo/nguoi-ban/{mai.pk}/"), "Lo Thi Mai")


def test_a_merged_record_is_not_written_on_any_more(mai, twice, linh, tuan):
    merge_producers(twice, into=mai, by=linh, seen=seen_of(twice, mai))
    client = signed_in(tuan)
    assertNotContains(client.get(f"/can-bo/nguoi-ban/{twice.pk}/"), "Sửa thông tin")
    assertRedirects(client.get(f"/can-bo/nguoi-ban/{twice.pk}/sua/"), f"/can-bo/nguoi-ban/{twice.pk}/")
    with pytest.raises(WasMerged):
        change_about(Producer.objects.get(pk=twice.pk), "Lời mới", by=tuan)
    assertContains(client.get(f"/can-bo/nguoi-ban/{mai.pk}/"), "Sửa thông tin")
