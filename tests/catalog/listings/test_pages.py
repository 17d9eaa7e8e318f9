"""The officers' pages: lists by state, opening a listing, where it stands, a look at it as the buyer sees it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from tests import factories
from tests.catalog.listings.conftest import save, text_of
from tests.people import signed_in

pytestmark = pytest.mark.django_db

LIST = "/can-bo/hang/"


def look(person, address: str) -> str:
    response = signed_in(person).get(address)
    assert response.status_code == 200
    return text_of(response)


@pytest.fixture
def goods(mai):
    """One thing in every state."""
    return {
        state: factories.listing(f"Khăn {state.value}", mai, state=state, return_reason="Ảnh chưa rõ")
        for state in ListingState
    }


@pytest.mark.parametrize("state", ListingState)
def test_each_tab_shows_its_state_and_counts_all(state, goods, tuan):
    page = look(tuan, f"{LIST}?muc={state}")
    assert f"Khăn {state.value}</a>" in page
    assert [other for other in ListingState if other != state and f"Khăn {other.value}</a>" in page] == []
    assert page.count('<span class="dem">1</span>') == len(ListingState)


def test_what_was_returned_stands_first_with_its_reason(goods, tuan):
    page = look(tuan, LIST)
    assert '<a href="?muc=changes_requested" aria-current="page">Cần bổ sung' in page
    assert "Ảnh chưa rõ" in page


def test_drafts_stand_first_when_nothing_was_returned(mai, tuan):
    factories.listing("Khăn", mai, state=ListingState.DRAFT)
    assert '<a href="?muc=draft" aria-current="page">' in look(tuan, LIST)


def test_a_nonsense_tab_is_the_first(goods, tuan):
    assert '<a href="?muc=changes_requested" aria-current="page">' in look(tuan, f"{LIST}?muc=vang")


@pytest.mark.parametrize("words", ["khan tho", "KHĂN THỔ CẨM", "lao", "ba lo thi mai", "khan mai"])
def test_goods_are_found_by_their_name_or_producer_with_marks_or_without(words, mai, tuan):
    factories.listing("Khăn thổ cẩm Lào", mai)
    factories.listing("Mật ong", factories.producer("Hộ Vàng A Dơ", mai.point))
    page = look(tuan, f"{LIST}?muc=approved&q={words}")
    assert "Khăn thổ cẩm Lào</a>" in page
    assert "Mật ong</a>" not in page


def test_what_is_not_there_is_said_so(goods, tuan):
    assert "Không thấy hàng nào tên như vậy" in look(tuan, f"{LIST}?muc=approved&q=mat ong")


def test_long_lists_have_pages_that_keep_the_tab_and_the_words(mai, tuan):
    for number in range(21):
        factories.listing(f"Khăn {number}", mai)
    page = look(tuan, f"{LIST}?muc=approved&q=khan")
    assert page.count('class="ho-so-mot"') == 20
    assert "?muc=approved&amp;q=khan&amp;trang=2" in page
    assert look(tuan, f"{LIST}?muc=approved&q=khan&trang=2").count('class="ho-so-mot"') == 1


def test_an_officer_whose_point_has_nobody_yet_is_shown_where_to_begin(tuan):
    assert signed_in(tuan).get(LIST).status_code == 200
    assert "Danh sách người bán" in look(tuan, f"{LIST}them/")


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_much_for_three_as_for_one(number, mai, tuan, django_assert_num_queries):
    for each in range(number):
        listing = factories.listing(f"Khăn {each}", factories.producer(f"Bà {each}", mai.point))
        factories.add_photo(listing, each, size=(200, 200))
    client = signed_in(tuan)
    with django_assert_num_queries(9):
        client.get(f"{LIST}?muc=approved")


@pytest.mark.parametrize("number", [1, 3])
def test_the_form_asks_as_much_for_three_photos_as_for_one(number, draft, tuan, django_assert_num_queries):
    for each in range(number):
        factories.add_photo(draft, each, size=(200, 200))
    client = signed_in(tuan)
    with django_assert_num_queries(12):
        client.get(f"{LIST}{draft.pk}/sua/")


def test_an_officer_of_another_point_sees_an_empty_list(goods, bao, pao):
    page = look(bao, LIST)
    assert "Bà Lò Thị Mai" not in page
    assert page.count('<span class="dem">') == page.count('<span class="dem">0</span>') == 1


@pytest.mark.parametrize("who", ["an", "linh", "thanh", "quan"])
@pytest.mark.parametrize("address", ["", "them/"])
def test_who_serves_nobody_has_no_list(who, address, goods, request):
    assert signed_in(request.getfixturevalue(who)).get(LIST + address).status_code == 404


@pytest.mark.parametrize(
    "address", ["", "sua/", "xem-truoc/", "gui/", "rut/", "chep/", "ngung/", "mo-lai/", "kho-gia/"]
)
@pytest.mark.parametrize("who", ["bao", "an", "linh", "thanh", "quan"])
def test_a_listing_of_others_is_not_there(address, who, goods, request):
    client = signed_in(request.getfixturevalue(who))
    where = f"{LIST}{goods['approved'].pk}/{address}"
    assert client.get(where).status_code in (404, 405)
    assert client.post(where).status_code in (404, 405)


def test_a_visitor_is_sent_to_sign_in_and_back(visitor, goods):
    response = visitor.get(LIST)
    assert (response.status_code, response["Location"]) == (302, f"/tai-khoan/vao/?next={LIST}")


def test_pages_at_work_are_in_no_cache(goods, tuan):
    assert "no-store" in signed_in(tuan).get(LIST)["Cache-Control"]


def test_the_officer_chooses_among_the_producers_of_the_point(mai, pao, tuan):
    page = look(tuan, f"{LIST}them/")
    assert "Bà Lò Thị Mai" in page
    assert pao.name not in page


def test_a_producer_chosen_before_is_the_only_one_offered(mai, tuan):
    other = factories.producer("Bà Lò Thị Hoa", mai.point)
    page = look(tuan, f"{LIST}them/?nguoi-ban={other.pk}")
    assert "Bà Lò Thị Hoa" in page
    assert "Bà Lò Thị Mai" not in page


def test_producers_are_found_by_name(mai, tuan):
    factories.producer("Hộ Vàng A Dơ", mai.point)
    page = look(tuan, f"{LIST}them/?q=vang a")
    assert "Hộ Vàng A Dơ" in page
    assert "Bà Lò Thị Mai" not in page


def test_choosing_opens_a_draft_in_her_name(mai, tuan):
    response = signed_in(tuan).post(f"{LIST}them/", {"producer": mai.pk})
    listing = Listing.objects.get()
    assert (listing.producer, response["Location"]) == (mai, f"/can-bo/hang/{listing.pk}/sua/")


@pytest.mark.parametrize("producer", ["", "0", "x", "999999", "9" * 40])
def test_choosing_nobody_opens_nothing(mai, tuan, producer):
    assert signed_in(tuan).post(f"{LIST}them/", {"producer": producer}).status_code == 404
    assert not Listing.objects.exists()


def test_choosing_a_producer_of_others_opens_nothing(pao, mai, tuan):
    assert signed_in(tuan).post(f"{LIST}them/", {"producer": pao.pk}).status_code == 404
    assert not Listing.objects.exists()


def test_the_page_of_a_returned_listing_says_why_and_when(mai, tuan):
    decided_at = timezone.now() - timedelta(days=1)
    listing = factories.listing(
        of=mai, state=ListingState.CHANGES_REQUESTED, return_reason="Ảnh chưa rõ.\nCân lại.", decided_at=decided_at
    )
    page = look(tuan, f"{LIST}{listing.pk}/")
    assert "<p>Ảnh chưa rõ.<br>Cân lại.</p>" in page
    assert f"{timezone.localtime(decided_at):%H:%M %d/%m/%Y}" in page


def test_the_page_of_a_draft_leads_to_each_box_that_lacks(draft, tuan):
    page = look(tuan, f"{LIST}{draft.pk}/")
    assert f'href="/can-bo/hang/{draft.pk}/sua/#id_price"' in page
    assert f'href="/can-bo/hang/{draft.pk}/sua/#photos"' in page
    assert "Gửi duyệt</button>" not in page


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        ("draft", {"sua", "xem-truoc", "ngung"}),
        ("changes_requested", {"sua", "xem-truoc", "ngung"}),
        ("submitted", {"xem-truoc", "rut"}),
        ("approved", {"kho-gia", "xem-truoc", "ngung"}),
        ("retired", {"xem-truoc", "mo-lai"}),
    ],
)
def test_the_page_offers_what_the_state_allows(state, offered, goods, tuan):
    listing = goods[state]
    menu = look(tuan, f"{LIST}{listing.pk}/").partition('<nav class="viec"')[2].partition("</nav>")[0]
    words = {"sua", "xem-truoc", "rut", "ngung", "mo-lai", "kho-gia"}
    assert {word for word in words if f"/{listing.pk}/{word}/" in menu} == offered


def test_the_preview_is_what_the_buyer_will_see_and_nothing_to_buy(draft_with_photo, tuan):
    save(tuan, draft_with_photo)
    page = look(tuan, f"{LIST}{draft_with_photo.pk}/xem-truoc/")
    for seen in ("Khăn thổ cẩm Lào", "250.000", "Cô dâu dệt tấm khăn này", "Còn 5 chiếc", "40 × 180 cm"):
        assert seen in page
    assert "/gio/them/" not in page


def test_saving_for_a_look_leads_to_the_preview(draft, tuan):
    assert save(tuan, draft, lam="xem")["Location"] == f"/can-bo/hang/{draft.pk}/xem-truoc/"


def test_an_empty_draft_can_be_looked_at(draft, tuan):
    for address in ("", "sua/", "xem-truoc/"):
        assert "Hàng chưa đặt tên" in look(tuan, f"{LIST}{draft.pk}/{address}") or address == "sua/"


def test_the_history_tells_every_act_in_a_sentence(draft, tuan):
    save(tuan, draft)
    page = look(tuan, f"{LIST}{draft.pk}/")
    assert "Lường Văn Tuấn mở hồ sơ hàng thay Bà Lò Thị Mai" in page
    assert "Bộ sản phẩm</b> <span>trống → Vải, may mặc" in page
    assert "Bán thế nào" not in page
    assert "Tháng có hàng</b> <span>trống → 10, 11" in page
    assert "Thông tin thêm</b> <span>trống → Kích thước: 40 × 180 cm" in page
