"""Words that promise health: the officer is told while writing, and cannot send what is banned."""

from datetime import date
from html import unescape

import pytest
from oscar.apps.catalogue.models import ProductImage

from catalog.listings.presentation import shown_listing
from catalog.listings.promises import texts_of, with_marks
from catalog.listings.readiness import missing_in
from catalog.listings.states import ListingState
from common.audit.models import AuditEntry
from tests import factories
from tests.catalog.listings.conftest import save, text_of
from tests.people import signed_in

TODAY = date(2026, 11, 27)
PROMISE = "Ngày xưa mẹ bảo khăn này chữa khỏi đau đầu rất nhanh."
QUOTED = "Không được dùng “chữa khỏi” (lời hứa chữa bệnh), ở chỗ “mẹ bảo khăn này chữa khỏi đau đầu rất nhanh”"


def test_a_promise_is_shown_beside_its_box_and_saved_all_the_same(tuan, draft_with_photo):
    response = save(tuan, draft_with_photo, story=PROMISE, lam="xem")
    assert (response.status_code, draft_with_photo.product.story.text) == (302, PROMISE)
    page = text_of(signed_in(tuan).get(f"/can-bo/hang/{draft_with_photo.pk}/sua/"))
    assert "“mẹ bảo khăn này chữa khỏi đau đầu rất nhanh” (từ không được dùng: lời hứa chữa bệnh)" in page
    assert "Còn từ không được dùng thì chưa gửi duyệt được." in page


@pytest.mark.parametrize(
    ("box", "text"),
    [
        ("title", "Khăn chữa khỏi đau đầu"),
        ("description", "Khăn chữa khỏi đau đầu"),
        ("story", "khan nay chua khoi dau dau"),
        ("season_note", "Hái tháng 5 thì chữa khỏi ho"),
        ("details_value", ["Chữa khỏi ho", ""]),
        ("unit", "hộp chữa khỏi ho"),
        ("teller", "Bà Mai, người chữa khỏi ung thư"),
        ("origin_group", "Thái, chữa khỏi ho"),
    ],
)
def test_a_banned_word_stops_the_listing_at_its_box(tuan, draft_with_photo, box, text):
    response = save(tuan, draft_with_photo, lam="gui", **{box: text})
    page = text_of(response)
    field = "details" if box == "details_value" else box
    assert (response.status_code, draft_with_photo.state) == (422, ListingState.DRAFT)
    assert f'id="id_{field}_error"' in page or field == "details"
    assert "Không được dùng “" in page
    assert not AuditEntry.objects.filter(action="listing.submitted").exists()


def test_the_lack_quotes_the_words_their_place_and_the_law(mai):
    listing = factories.listing(of=mai, state=ListingState.DRAFT, photos=1, story=PROMISE)
    (lack,) = missing_in(listing)
    assert (lack.field, lack.sentence) == ("story", f"{QUOTED}. Xin viết lại.")
    assert "Nghị định 15/2018/NĐ-CP" in lack.source


@pytest.mark.parametrize("box", ["unit", "teller", "origin_group"])
def test_the_smaller_boxes_say_so_beside_them(tuan, draft_with_photo, box):
    save(tuan, draft_with_photo, lam="xem", **{box: "mát gan"})
    page = signed_in(tuan).get(f"/can-bo/hang/{draft_with_photo.pk}/sua/")
    assert "“mát gan”" in page.context["notices"][box]
    assert page.context["notices"][box] in unescape(text_of(page))


def test_a_photo_promises_nothing_either(mai):
    listing = factories.listing(of=mai, state=ListingState.DRAFT, photos=1)
    ProductImage.objects.update(caption="Khăn chữa khỏi đau đầu")
    (lack,) = missing_in(listing)
    assert (lack.field, "ở chỗ “Khăn chữa khỏi đau đầu”" in lack.sentence) == ("photos", True)
    assert missing_in(listing, {"photos": [[1, "Khăn trải phẳng"]]}) == []
    assert [each.field for each in missing_in(listing, {"photos": [[1, "Khăn đặc trị"]]})] == ["photos"]


def test_the_approver_sees_them_marked_where_they_stand(mai):
    listing = factories.listing(of=mai, unit="hộp mát gan", origin_group="Thái mát gan")
    shown = with_marks(shown_listing(listing, on=TODAY), on=TODAY)
    assert ["<mark>mát gan" in text for text in (shown.unit, shown.origin_group, shown.teller)] == [True, True, False]
    assert [place for place, text in texts_of(listing).items() if "mát gan" in text] == [
        "Tính theo",
        "Vốn nghề của dân tộc",
    ]


def test_words_typed_without_marks_say_how_to_be_read_rightly(mai):
    listing = factories.listing(of=mai, state=ListingState.DRAFT, photos=1, story="khan nay chua khoi ho")
    (lack,) = missing_in(listing)
    assert lack.sentence.endswith("Nếu không phải ý đó, hãy gõ có dấu.")


@pytest.mark.parametrize("story", ["Khăn này không chữa bệnh.", "Trà mát gan của bản.", "Vị chua khỏi chê."])
def test_words_to_look_at_stop_nobody(tuan, draft_with_photo, story):
    response = save(tuan, draft_with_photo, lam="gui", story=story)
    assert (response.status_code, draft_with_photo.state) == (302, ListingState.SUBMITTED)
