"""Two officers of a point write the same draft: the second sees both, and nothing is lost."""

import pytest

from catalog.listings.models import Listing
from tests import factories
from tests.catalog.listings.conftest import SMALL, save, text_of, typed
from tests.factories import photo_file
from tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def hoa(nua_ngam):
    """Hoa, the other officer of Núa Ngam."""
    return factories.officer("hoa", "Quàng Thị Hoa", nua_ngam)


def send(person, listing, data):
    return signed_in(person).post(f"/can-bo/hang/{listing.pk}/sua/", data)


def test_the_second_gets_both_texts_and_changes_nothing(draft, tuan, hoa):
    save(tuan, draft)
    opened_by_hoa = typed(draft, title="Khăn Lào của Hoa", price="300k", months=["3"], details_value=["50 cm", ""])
    save(tuan, draft, title="Khăn Lào của Tuấn", price="280k", product_set="21")
    response = send(hoa, draft, opened_by_hoa)
    page = text_of(response)
    assert response.status_code == 409
    assert "Lường Văn Tuấn vừa lưu hàng này" in page
    assert 'value="Khăn Lào của Hoa"' in page
    assert "vừa ghi ở đây: “Khăn Lào của Tuấn”" in page
    assert 'value="300k"' in page
    assert "vừa ghi ở đây: “280.000”" in page
    assert "vừa ghi ở đây: “Thủ công mỹ nghệ gia dụng, trang trí”" in page
    assert "vừa ghi ở đây: “Tháng 10, Tháng 11”" in page
    assert "vừa ghi ở đây: “Kích thước: 40 × 180 cm”" in page
    draft.refresh_from_db()
    assert draft.product.title == "Khăn Lào của Tuấn"
    assert "data-da-luu" not in page


def test_saving_once_more_takes_the_second_ones_words(draft, tuan, hoa):
    save(tuan, draft)
    opened_by_hoa = typed(draft, title="Khăn của Hoa")
    save(tuan, draft, title="Khăn của Tuấn")
    page = text_of(send(hoa, draft, opened_by_hoa))
    draft.refresh_from_db()
    assert f'name="version" value="{draft.version}"' in page
    assert send(hoa, draft, {**opened_by_hoa, "version": draft.version}).status_code == 302
    draft.refresh_from_db()
    assert draft.product.title == "Khăn của Hoa"


def test_a_photo_of_the_second_is_kept_at_once(draft, tuan, hoa):
    opened_by_hoa = typed(draft, title="Khăn của Hoa", photos=[photo_file(3, SMALL), photo_file(4, (100, 100))])
    save(tuan, draft, title="Khăn của Tuấn")
    response = send(hoa, draft, opened_by_hoa)
    assert response.status_code == 409
    assert draft.product.images.count() == 1
    assert "anh-4.jpeg: Ảnh quá nhỏ" in text_of(response)


def test_a_caption_of_the_first_is_not_written_over(draft_with_photo, tuan, hoa):
    (image,) = draft_with_photo.product.images.all()
    caption = f"caption_{image.pk}"
    save(tuan, draft_with_photo)
    opened_by_hoa = typed(draft_with_photo, **{caption: "Của Hoa"})
    save(tuan, draft_with_photo, **{caption: "Của Tuấn"})
    page = text_of(send(hoa, draft_with_photo, opened_by_hoa))
    assert "vừa ghi ở đây: “Của Tuấn”" in page
    assert 'value="Của Hoa"' in page
    image.refresh_from_db()
    assert image.caption == "Của Tuấn"


def test_the_same_words_twice_are_no_conflict(draft, tuan):
    form = typed(draft)
    assert send(tuan, draft, form).status_code == 302
    assert send(tuan, draft, form).status_code == 302


def test_a_form_without_a_version_is_an_old_one(draft, tuan):
    save(tuan, draft)
    assert send(tuan, draft, {**typed(draft, title="Khác"), "version": ""}).status_code == 409


def test_a_listing_returned_in_between_is_still_ones_own_to_save(draft, tuan):
    save(tuan, draft)
    form = typed(draft, title="Khăn khác")
    Listing.objects.update(state="changes_requested", return_reason="Sửa tên")
    assert send(tuan, draft, form).status_code == 302
