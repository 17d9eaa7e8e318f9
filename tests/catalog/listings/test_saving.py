"""A draft is saved at any point: what is right takes its place, what is wrong stays as typed."""

import pytest
from oscar.apps.catalogue.models import Product
from oscar.apps.partner.models import StockRecord

from catalog.listings.models import Listing
from catalog.listings.services import start_draft
from catalog.listings.states import ListingState
from catalog.ocop.models import Certificate
from common.audit.models import AuditEntry
from tests import factories
from tests.catalog.listings.conftest import WHOLE_FORM, save, text_of
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def edit_page(person, listing) -> str:
    return text_of(signed_in(person).get(f"/can-bo/hang/{listing.pk}/sua/"))


def test_a_new_draft_has_product_stock_record_and_story_and_nobody_sees_it(draft, mai, tuan, nua_ngam):
    product, stock = draft.product, draft.product.stockrecords.get()
    assert (product.is_public, product.structure, product.product_class.slug) == (False, "standalone", "hang-cho-phien")
    assert (stock.partner, stock.price, stock.num_in_stock) == (mai.partner, None, None)
    assert stock.partner_sku.startswith("CP-")
    assert (draft.state, draft.created_by, product.story.text) == ("draft", tuan, "")
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by, entry.on_behalf_of_id, entry.at_point_id) == (
        "listing.started",
        tuan,
        mai.pk,
        nua_ngam.pk,
    )


def test_an_untouched_draft_is_taken_up_again(draft, mai, tuan):
    assert start_draft(mai, by=tuan) == draft
    assert Product.objects.count() == 1


def test_a_touched_draft_is_left_alone(draft, mai, tuan):
    save(tuan, draft, title="Khăn")
    assert start_draft(mai, by=tuan) != draft


def test_the_whole_form_goes_to_its_places(draft, tuan):
    response = save(tuan, draft)
    assert (response.status_code, response["Location"]) == (302, f"/can-bo/hang/{draft.pk}/sua/")
    product, stock = draft.product, draft.product.stockrecords.get()
    assert (product.title, product.description) == ("Khăn thổ cẩm Lào", "Khăn dệt tay, nhuộm lá rừng.")
    assert (product.slug, draft.title_folded) == ("khan-tho-cam-lao", "khan tho cam lao")
    assert (int(stock.price), stock.num_in_stock) == (250_000, 5)
    assert (draft.product_set_no, draft.unit, draft.weight_grams) == (22, "chiếc", 300)
    assert (draft.how_sold, draft.reach, draft.days_to_make) == ("stock", "everywhere", None)
    assert (draft.months, draft.season_note, draft.origin_group) == ([10, 11], "Dệt lúc nông nhàn", "Lào")
    assert draft.details == [["Kích thước", "40 × 180 cm"]]
    assert (product.story.text, product.story.teller) == (WHOLE_FORM["story"], "Bà Mai")
    assert draft.typed["price"] == ["250.000"]


def test_what_was_saved_is_told_with_the_time(draft, tuan):
    client = signed_in(tuan)
    page = text_of(client.get(save(client, draft)["Location"]))
    assert "Đã lưu nháp" in page
    assert "data-da-luu" in page


def test_wrong_boxes_are_saved_as_typed_and_shown_again_with_their_errors(draft, tuan):
    save(tuan, draft)
    response = save(tuan, draft, title="Khăn mới", price="12,5", weight="nặng", story="Chuyện mới")
    page = text_of(response)
    assert response.status_code == 422
    assert "Đã lưu nháp" in page
    assert "data-da-luu" in page
    for typed_text in ('value="12,5"', 'value="nặng"', 'value="Khăn mới"'):
        assert typed_text in page
    assert "Số tiền phải là số đồng chẵn" in page
    assert "Chưa đọc được cân nặng" in page
    stock = draft.product.stockrecords.get()
    assert (draft.product.title, draft.product.story.text) == ("Khăn mới", "Chuyện mới")
    assert (int(stock.price), draft.weight_grams) == (250_000, 300)
    assert (draft.typed["price"], draft.typed["weight"]) == (["12,5"], ["nặng"])


def test_wrong_boxes_are_still_there_tomorrow(draft, tuan):
    save(tuan, draft, price="mười nghìn", stock="-3", details_name=["Màu", ""], details_value=["", ""])
    page = edit_page(tuan, draft)
    assert 'value="mười nghìn"' in page
    assert 'value="-3"' in page
    assert "Không được nhỏ hơn 0." in page
    assert "Mỗi dòng cần cả tên và giá trị" in page
    assert 'value="Màu"' in page


@pytest.mark.parametrize(
    ("price", "why"),
    [
        ("12,5", "Số tiền phải là số đồng chẵn"),
        ("125.50", "Số tiền phải là số đồng chẵn"),
        ("0", "Số tiền thấp nhất là 1"),
        ("-5000", "Số tiền thấp nhất là 1"),
        ("rẻ thôi", "Chưa đọc được số tiền này"),
        ("99.000.000.000", "Số tiền cao nhất là 1.000.000.000"),
    ],
)
def test_a_wrong_price_is_said_beside_its_box(draft, tuan, price, why):
    page = text_of(save(tuan, draft, price=price))
    assert why in page.partition('for="id_price"')[2].partition("</div>")[0]
    assert f'value="{price}"' in page
    assert draft.product.stockrecords.get().price is None


@pytest.mark.parametrize("stock", ["-1", "1,5", "nhiều", "1000001"])
def test_a_wrong_stock_is_said_beside_its_box(draft, tuan, stock):
    page = text_of(save(tuan, draft, stock=stock))
    assert 'aria-invalid="true"' in page.partition('name="stock"')[2].partition(">")[0]
    assert draft.product.stockrecords.get().num_in_stock is None


def test_an_emptied_box_empties_its_fact(draft, tuan):
    save(tuan, draft)
    save(tuan, draft, price="", stock="", weight="", product_set="", story="", months=[], season_note="")
    stock = draft.product.stockrecords.get()
    assert (stock.price, stock.num_in_stock, draft.weight_grams, draft.product_set_no) == (None, None, None, None)
    assert (draft.product.story.text, draft.months, draft.season_note) == ("", [], "")


def test_html_in_a_story_is_kept_as_letters_and_the_officer_is_told(draft, tuan):
    story = "<b>Đẹp</b> <script>alert(1)</script>"
    client = signed_in(tuan)
    save(client, draft, story=story)
    assert draft.product.story.text == story
    page = edit_page(tuan, draft)
    assert "Có dấu &lt; &gt;" in page
    for address in ("", "sua/", "xem-truoc/"):
        assert "<script>alert" not in text_of(client.get(f"/can-bo/hang/{draft.pk}/{address}"))
    assert "&lt;script&gt;alert(1)" in text_of(client.get(f"/can-bo/hang/{draft.pk}/xem-truoc/"))


def test_a_smaller_than_sign_alone_needs_no_warning(draft, tuan):
    save(tuan, draft, story="Nhẹ hơn 1 kg, < 2 ngày")
    assert "Có dấu" not in edit_page(tuan, draft)


def test_a_character_that_no_database_keeps_is_left_out(draft, tuan):
    save(tuan, draft, title="Khăn\0 thổ cẩm")
    assert draft.typed["title"] == ["Khăn thổ cẩm"]


def test_text_in_pieces_is_put_together(draft, tuan):
    save(tuan, draft, title="Kha\u0306n  tho\u0302\u0309 ca\u0302\u0309m")
    assert draft.product.title == "Khăn thổ cẩm"


def test_saving_twice_is_told_once_with_what_was_different(draft, tuan):
    save(tuan, draft)
    save(tuan, draft, price="260k")
    last = AuditEntry.objects.last()
    assert (last.action, last.before, last.after) == ("listing.saved", {"price": 250_000}, {"price": 260_000})
    page = text_of(signed_in(tuan).get(f"/can-bo/hang/{draft.pk}/"))
    assert "Lường Văn Tuấn ghi lại hồ sơ hàng thay Bà Lò Thị Mai" in page
    assert "250.000\xa0₫ → 260.000\xa0₫" in page


def test_a_very_long_story_is_cut_in_the_trail_only(draft, tuan):
    save(tuan, draft, story="dệt " * 1000)
    assert len(AuditEntry.objects.last().after["story"]) == 301
    assert len(draft.product.story.text) == 3999


def test_stock_is_what_is_free_beside_what_is_promised(draft, tuan):
    save(tuan, draft, stock="5")
    StockRecord.objects.update(num_allocated=2)
    assert 'name="stock" value="3"' in edit_page(tuan, draft)
    save(tuan, draft, stock="4")
    assert draft.product.stockrecords.get().num_in_stock == 6


def test_stock_that_was_not_counted_anew_is_left_alone(draft, tuan):
    save(tuan, draft, stock="5")
    StockRecord.objects.update(num_allocated=2)
    save(tuan, draft, stock="5", title="Khăn khác")
    stock = draft.product.stockrecords.get()
    assert (stock.num_in_stock, stock.net_stock_level) == (5, 3)


def test_a_certificate_is_claimed_and_an_expired_one_is_told(draft, tuan):
    paper = {
        "has_certificate": "on",
        "stars": "3",
        "decision_no": "5/QĐ-UBND",
        "decision_date": "01/02/2021",
        "authority": "UBND tỉnh Điện Biên",
        "issued_date": "05/02/2021",
    }
    assert save(tuan, draft, **paper).status_code == 302
    assert Certificate.objects.get().stars == 3
    page = edit_page(tuan, draft)
    assert "Giấy này đã hết hạn ngày 04/02/2024" in page
    assert 'value="05/02/2021"' in page
    save(tuan, draft, **{**paper, "has_certificate": ""})
    assert not Certificate.objects.exists()


def test_half_a_certificate_is_saved_as_typed_only(draft, tuan):
    response = save(tuan, draft, has_certificate="on", stars="3", decision_no="5/QĐ-UBND")
    assert response.status_code == 422
    assert not Certificate.objects.exists()
    assert draft.typed["decision_no"] == ["5/QĐ-UBND"]


@pytest.mark.parametrize("state", [ListingState.SUBMITTED, ListingState.APPROVED, ListingState.RETIRED])
def test_what_is_not_in_the_officers_hands_is_not_saved_and_nothing_typed_is_lost(draft, tuan, state):
    save(tuan, draft)
    Listing.objects.update(state=state)
    response = save(tuan, draft, title="Khăn khác", story="Chuyện khác")
    assert response.status_code == 409
    assert "Chưa lưu được" in text_of(response)
    assert 'value="Khăn khác"' in text_of(response)
    assert "Chuyện khác" in text_of(response)
    assert draft.product.title == "Khăn thổ cẩm Lào"
    assert signed_in(tuan).get(f"/can-bo/hang/{draft.pk}/sua/")["Location"] == f"/can-bo/hang/{draft.pk}/"


def test_a_returned_listing_is_edited_with_the_reason_in_sight(draft, tuan):
    save(tuan, draft)
    Listing.objects.update(state=ListingState.CHANGES_REQUESTED, return_reason="Ảnh chưa rõ")
    assert "Ảnh chưa rõ" in edit_page(tuan, draft)
    save(tuan, draft, title="Khăn khác")
    assert (draft.state, draft.product.title) == ("changes_requested", "Khăn khác")


def test_a_large_number_in_an_address_is_not_broken_by_its_dots(mai, tuan):
    listing = factories.listing(of=mai, state=ListingState.DRAFT, pk=1_234_567)
    assert 'action="/can-bo/hang/1234567/sua/"' in edit_page(tuan, listing)
