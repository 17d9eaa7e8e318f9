"""Before anybody is written down twice, the officer sees whom she may mean."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from producers.directory.models import Producer
from producers.onboarding.queries import candidates_for
from tests import factories
from tests.people import signed_in
from tests.producers.onboarding.test_add import ADD, photo, typed

MAI_AGAIN = {"name": "Lò Thị Mai", "village": "bản Na Sang 1"}


def test_she_who_is_known_is_shown_first_and_nobody_is_added(mai, tuan):
    response = signed_in(tuan).post(ADD, typed(**MAI_AGAIN))
    assertContains(response, "Có phải người này không?")
    assertContains(response, f'href="/can-bo/nguoi-ban/{mai.pk}/"')
    assertContains(response, "Cùng tên")
    assert Producer.objects.get() == mai


def test_another_person_is_added_with_all_that_was_typed(mai, tuan):
    client = signed_in(tuan)
    asked = client.post(ADD, typed(**MAI_AGAIN, about="Dệt\nvà nhuộm", phone="0912345678", picture=photo()))
    assert not Producer.objects.exclude(pk=mai.pk).exists()
    response = client.post(ADD, sent_again(asked))
    added = Producer.objects.exclude(pk=mai.pk).get()
    assertRedirects(response, f"/can-bo/nguoi-ban/{added.pk}/dong-y/")
    assert (added.name, added.village, added.about, added.phone, added.languages) == (
        "Lò Thị Mai",
        "bản Na Sang 1",
        "Dệt\nvà nhuộm",
        "0912345678",
        ["lo", "vi"],
    )
    assert added.picture is not None


def sent_again(response, **button):
    """What the hidden form of the page sends."""
    hidden = {}
    for name, value in response.context["sent"]:
        hidden.setdefault(name, []).append(value)
    kept = response.context["form"].picture_kept()
    seen = [str(one.pk) for one, _, _, _ in response.context["likely"]]
    for name, value in [*response.context["sent"], ("picture_kept", kept), *(("seen", pk) for pk in seen)]:
        if value and "\n" not in value:
            assertContains(response, f'name="{name}" value="{value}"')
    return {**hidden, "picture_kept": kept, "seen": seen, **button}


def test_the_officer_can_go_back_and_finds_everything(mai, tuan):
    client = signed_in(tuan)
    asked = client.post(ADD, typed(**MAI_AGAIN, picture=photo()))
    response = client.post(ADD, sent_again(asked, back="1"))
    assert response.status_code == 200
    assertContains(response, 'value="bản Na Sang 1"')
    assertContains(response, "Đang giữ ảnh này")
    assert Producer.objects.get() == mai


def test_somebody_added_meanwhile_is_asked_about_too(mai, tuan, nua_ngam):
    client = signed_in(tuan)
    asked = client.post(ADD, typed(**MAI_AGAIN))
    factories.producer("Chị Lò Thị Mài", nua_ngam, created_by=tuan)
    assertContains(client.post(ADD, sent_again(asked)), "Chị Lò Thị Mài")
    assert Producer.objects.count() == 2


def test_pressing_twice_adds_her_once(tuan):
    client = signed_in(tuan)
    client.post(ADD, typed())
    assertContains(client.post(ADD, typed()), "Có phải người này không?")
    assert Producer.objects.count() == 1


def test_of_another_points_producer_only_name_commune_and_point_are_shown(mai, bao, sin_ho):
    mai.phone, mai.about = "0912345678", "Dệt từ nhỏ"
    mai.save()
    response = signed_in(bao).post(ADD, typed(name="Lò Thị Mai", village="", phone="0987654321"))
    assertContains(response, "Bà Lò Thị Mai")
    assertContains(response, "Xã Núa Ngam, Điện Biên")
    assertContains(response, "Điểm hỗ trợ xã Núa Ngam")
    assertContains(response, "tel:0215000001")
    for private in (f"/can-bo/nguoi-ban/{mai.pk}/", "0912", "Na Sang", "Dệt từ nhỏ", "Hộ sản xuất"):
        assertNotContains(response, private)


def test_a_phone_tells_nothing_of_another_points_producer_elsewhere(pao, tuan, nua_ngam):
    pao.phone = "0912345678"
    pao.save()
    assert not candidates_for(tuan, nua_ngam.commune, "0912345678").exists()


def test_the_same_phone_is_found_in_other_communes_of_the_same_point(tuan, nua_ngam):
    away = factories.producer("Ông Hặc", nua_ngam, commune=factories.commune("03217"), phone="0912345678")
    assert list(candidates_for(tuan, nua_ngam.commune, "0912345678")) == [away]
    assert not candidates_for(tuan, nua_ngam.commune, "").exists()


@pytest.mark.parametrize("count", [1, 3])
def test_candidates_take_one_query(tuan, nua_ngam, count, django_assert_num_queries):
    for name in ("A", "B", "C")[:count]:
        factories.producer(name, nua_ngam, created_by=tuan, phone="0912345678")
    with django_assert_num_queries(1):
        found = [
            (one.name, str(one.point), one.commune.full_name) for one in candidates_for(tuan, nua_ngam.commune, "")
        ]
    assert len(found) == count
