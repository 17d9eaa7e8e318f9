"""Photos come in one by one: a bad file never costs a good one, and never a word that was typed."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from oscar.apps.catalogue.models import ProductImage

from catalog.listings.models import Listing, ListingPhoto
from catalog.listings.photos import TOO_MANY, add_photos, make_first, photos_of_listing, remove_photo
from catalog.listings.services import NotEditable
from catalog.listings.states import ListingState
from common.audit.models import AuditEntry
from common.pictures import uploads
from tests.catalog.listings.conftest import SMALL, save, text_of
from tests.common.test_pictures import black_png
from tests.factories import add_photo, listing, photo_file
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def jpeg(seed: int = 1, name: str = "anh.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, photo_file(seed, SMALL).getvalue(), "image/jpeg")


def heavy(megabytes: int, name: str = "nang.jpg") -> SimpleUploadedFile:
    """A right photo with so much behind it."""
    content = photo_file(99, SMALL).getvalue()
    return SimpleUploadedFile(name, content + bytes(megabytes * 2**20 - len(content)), "image/jpeg")


def text_called_jpg() -> SimpleUploadedFile:
    return SimpleUploadedFile("ghi-chu.jpg", "Đây là ghi chú".encode(), "image/jpeg")


def order(listing) -> list[int]:
    return [photo.image_id for photo in photos_of_listing(listing)]


def test_photos_are_hung_on_the_product_in_the_order_they_came(draft, tuan):
    assert add_photos(draft, [jpeg(1), jpeg(2)], by=tuan) == []
    first, second = photos_of_listing(draft)
    assert [first.image.display_order, second.image.display_order] == [0, 1]
    assert str(first.image.original) == first.picture.path(1000)
    entry = AuditEntry.objects.last()
    assert (entry.action, entry.after) == ("listing.photos_added", {"photos": 2})


def test_good_files_are_kept_beside_bad_ones_and_each_bad_one_is_named(draft, tuan):
    files = [
        jpeg(1),
        text_called_jpg(),
        SimpleUploadedFile("den.png", black_png(12_000).getvalue()),
        jpeg(2, "hai.jpg"),
    ]
    response = save(tuan, draft, title="Khăn", price="sai", photos=files)
    page = text_of(response)
    assert response.status_code == 422
    assert ListingPhoto.objects.count() == 2
    assert "ghi-chu.jpg: Tệp này không phải ảnh JPEG, PNG hay WebP." in page
    assert "den.png: Ảnh quá nhiều điểm ảnh" in page
    assert "anh.jpg:" not in page
    assert 'value="sai"' in page
    assert draft.product.title == "Khăn"


def test_a_photo_of_30_megabytes_costs_nothing_else(draft, tuan):
    response = save(tuan, draft, title="Khăn", photos=[heavy(30), jpeg(1)])
    assert response.status_code == 422
    assert "nang.jpg: Ảnh nặng quá 12 MB; xin chọn ảnh nhẹ hơn." in text_of(response)
    assert ListingPhoto.objects.count() == 1
    assert draft.product.title == "Khăn"


def test_a_heavy_file_is_dropped_while_it_arrives_and_kept_nowhere(rf):
    request = rf.post("/", {"photos": [heavy(13), jpeg(1)], "title": "Khăn"})
    files, dropped = uploads.photos_of(request, "photos")
    assert ([file.name for file in files], dropped) == (["anh.jpg"], ["nang.jpg"])
    assert request.POST["title"] == "Khăn"


def test_a_file_of_just_12_megabytes_arrives(rf):
    files, dropped = uploads.photos_of(rf.post("/", {"photos": [heavy(12)]}), "photos")
    assert (len(files), dropped) == (1, [])


def test_a_request_beyond_all_measure_is_answered_without_being_read(draft, tuan, monkeypatch):
    monkeypatch.setattr(uploads, "MAX_REQUEST_BYTES", 1000)
    response = save(tuan, draft, title="Khăn", photos=[jpeg(1)])
    assert response.status_code == 413
    assert "chữ đã gõ vẫn còn" in text_of(response)
    assert draft.typed == {}


def test_there_are_six_at_most(draft, tuan):
    refused = add_photos(draft, [jpeg(seed, f"{seed}.jpg") for seed in range(1, 9)], by=tuan)
    assert [(each.file_name, each.reason) for each in refused] == [("7.jpg", TOO_MANY), ("8.jpg", TOO_MANY)]
    assert ListingPhoto.objects.count() == 6
    assert "Đã đủ 6 ảnh." in text_of(signed_in(tuan).get(f"/can-bo/hang/{draft.pk}/sua/"))


def test_a_bad_file_takes_no_place(draft, tuan):
    add_photos(draft, [jpeg(seed) for seed in range(1, 6)], by=tuan)
    assert len(add_photos(draft, [text_called_jpg(), jpeg(7)], by=tuan)) == 1
    assert ListingPhoto.objects.count() == 6


def test_the_same_photo_sent_again_is_there_once(draft, tuan):
    add_photos(draft, [jpeg(1)], by=tuan)
    assert add_photos(draft, [jpeg(1), jpeg(1)], by=tuan) == []
    assert ListingPhoto.objects.count() == 1


def test_a_button_in_the_form_removes_a_photo_and_saves_what_was_typed(draft, tuan):
    add_photos(draft, [jpeg(1), jpeg(2)], by=tuan)
    first, second = order(draft)
    save(tuan, draft, title="Khăn", lam=f"bo-anh:{first}")
    assert order(draft) == [second]
    assert ProductImage.objects.get().display_order == 0
    assert draft.product.title == "Khăn"


def test_the_pixels_stay_for_others_who_show_them(draft, mai, tuan):
    add_photos(draft, [jpeg(1)], by=tuan)
    (photo,) = photos_of_listing(draft)
    remove_photo(draft, photo.image_id, by=tuan)
    assert photo.image.original.storage.exists(photo.picture.path(1000))


def test_a_button_in_the_form_makes_a_photo_the_first(draft, tuan):
    add_photos(draft, [jpeg(seed) for seed in (1, 2, 3)], by=tuan)
    first, second, third = order(draft)
    save(tuan, draft, lam=f"anh-dau:{third}")
    assert order(draft) == [third, first, second]


def test_making_the_first_the_first_is_no_act(draft, tuan):
    add_photos(draft, [jpeg(1), jpeg(2)], by=tuan)
    before = AuditEntry.objects.count()
    make_first(draft, order(draft)[0], by=tuan)
    assert AuditEntry.objects.count() == before


@pytest.mark.parametrize("button", ["bo-anh:{}", "anh-dau:{}"])
def test_photos_of_another_listing_are_out_of_reach(draft, pao, bao, tuan, button):
    other = listing("Chè", pao)
    add_photo(other, 5)
    add_photos(draft, [jpeg(1)], by=tuan)
    (theirs,) = order(other)
    assert save(tuan, draft, lam=button.format(theirs)).status_code == 302
    assert order(other) == [theirs]


@pytest.mark.parametrize("target", ["", "x", "-1", "9" * 30, "²"])
def test_a_button_with_nonsense_does_nothing(draft, tuan, target):
    assert save(tuan, draft, lam=f"bo-anh:{target}").status_code == 302


def test_captions_are_saved_and_a_long_one_stays_as_typed(draft, tuan):
    add_photos(draft, [jpeg(1), jpeg(2)], by=tuan)
    first, second = order(draft)
    response = save(tuan, draft, **{f"caption_{first}": "  Khăn trải phẳng ", f"caption_{second}": "d" * 121})
    assert list(ProductImage.objects.order_by("display_order").values_list("caption", flat=True)) == [
        "Khăn trải phẳng",
        "",
    ]
    assert response.status_code == 422
    assert f'value="{"d" * 121}"' in text_of(response)


@pytest.mark.parametrize("state", [ListingState.SUBMITTED, ListingState.APPROVED, ListingState.RETIRED])
def test_photos_change_only_in_the_officers_hands(draft_with_photo, tuan, state):
    Listing.objects.update(state=state)
    (photo,) = order(draft_with_photo)
    for act in (
        lambda: add_photos(draft_with_photo, [jpeg(8)], by=tuan),
        lambda: remove_photo(draft_with_photo, photo, by=tuan),
        lambda: make_first(draft_with_photo, photo, by=tuan),
    ):
        with pytest.raises(NotEditable):
            act()
    assert order(draft_with_photo) == [photo]


def test_an_empty_file_is_refused_by_name(draft, tuan):
    response = save(tuan, draft, photos=[SimpleUploadedFile("trong.jpg", b"")])
    assert "trong.jpg: Tệp này không phải ảnh" in text_of(response)


def test_a_half_sent_form_is_no_crash(draft, tuan):
    whole = b'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nKh'
    response = signed_in(tuan).post(
        f"/can-bo/hang/{draft.pk}/sua/", io.BytesIO(whole).read(), content_type="multipart/form-data; boundary=x"
    )
    assert response.status_code < 500
