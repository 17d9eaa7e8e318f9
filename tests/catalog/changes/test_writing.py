"""An officer changes what is on sale: the approved version stays, drafts lose nothing, nobody else writes."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.changes.facts import live_facts, overtaken, touched
from catalog.changes.models import ChangeRequest
from catalog.changes.services import NothingChanged, propose_price, start_change, submit_change
from catalog.listings.models import Listing
from catalog.listings.presentation import product_url
from catalog.listings.services import NotEditable
from catalog.listings.states import ListingState
from catalog.onsale.services import change_price
from common.audit.models import AuditEntry
from common.transitions import MoveNotAllowed, NotTheirMove
from producers.directory.models import Producer
from tests import factories
from tests.catalog.changes.conftest import save, typed
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def test_the_button_opens_one_change_and_opens_it_again(scarf, tuan):
    client = signed_in(tuan)
    first = client.post(f"/can-bo/hang/{scarf.pk}/sua-doi/")
    change = ChangeRequest.objects.get()
    assert first.headers["Location"] == f"/can-bo/sua-doi/{change.pk}/sua/"
    assert client.post(f"/can-bo/hang/{scarf.pk}/sua-doi/").headers["Location"] == first.headers["Location"]
    assert touched(change) == {}
    assert [photo.caption for photo in change.photos.all()] == ["Khăn trải phẳng"]


def test_the_database_knows_one_open_change_alone(change, scarf):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.change(scarf)
    ChangeRequest.objects.update(state="withdrawn")
    factories.change(scarf)
    assert [each.is_open for each in ChangeRequest.objects.order_by("pk")] == [False, True]


@pytest.mark.parametrize("state", sorted(set(ListingState) - {ListingState.APPROVED, ListingState.PAUSED}))
def test_only_what_is_on_sale_or_rests_is_changed_so(state, mai, tuan):
    listing = factories.listing(of=mai, state=state)
    with pytest.raises(MoveNotAllowed):
        start_change(listing, by=tuan)
    assert not ChangeRequest.objects.exists()


def test_what_rests_is_changed_too(scarf, tuan):
    Listing.objects.update(state=ListingState.PAUSED)
    assert start_change(scarf, by=tuan).state == "draft"


def test_saving_changes_nothing_on_sale(change, scarf, tuan, visitor):
    before = live_facts(scarf)
    response = save(tuan, change, title="Khăn thổ cẩm Lào, nhuộm chàm", story="Mẹ dạy tôi dệt.", price="400.000")
    assert response.status_code == 302
    assert live_facts(Listing.objects.get()) == before
    assert touched(change) == {"title": "Khăn thổ cẩm Lào, nhuộm chàm", "story": "Mẹ dạy tôi dệt.", "price": 400_000}
    page = visitor.get(product_url(scarf.product_id, str(scarf))).content.decode()
    assert "<h1>Khăn thổ cẩm Lào</h1>" in page
    assert "nhuộm chàm" not in page
    assert AuditEntry.objects.filter(action="change.saved").get().after["price"] == 400_000


def test_a_wrong_box_is_kept_as_typed_and_the_rest_is_saved(change, tuan):
    response = save(tuan, change, price="rẻ lắm", title="Khăn mới")
    assert response.status_code == 422
    assert (change.typed["price"], touched(change)) == (["rẻ lắm"], {"title": "Khăn mới"})
    assert 'value="rẻ lắm"' in signed_in(tuan).get(f"/can-bo/sua-doi/{change.pk}/sua/").content.decode()


def box(change, person, name: str) -> str:
    """What the box of the form holds as it is opened now."""
    page = signed_in(person).get(f"/can-bo/sua-doi/{change.pk}/sua/")
    return str(page.context["form"][name].value())


@pytest.mark.parametrize("wrong", [{}, {"weight": "nặng lắm"}])
def test_a_price_changed_meanwhile_on_its_own_page_is_not_brought_back(change, scarf, tuan, wrong):
    save(tuan, change, title="Khăn mới", **wrong)
    change_price(scarf, 270_000, by=tuan)
    assert (box(change, tuan, "price"), box(change, tuan, "title")) == ("270.000", "Khăn mới")
    save(tuan, change, story="Mẹ dạy tôi dệt.")
    assert touched(change) == {"title": "Khăn mới", "story": "Mẹ dạy tôi dệt."}
    assert "price" not in AuditEntry.objects.filter(action="change.saved").first().after


def test_a_wrong_box_keeps_its_words_and_brings_no_old_price_back(change, scarf, tuan):
    save(tuan, change, price="rẻ lắm", title="Khăn mới")
    change_price(scarf, 270_000, by=tuan)
    assert box(change, tuan, "price") == "rẻ lắm"
    save(tuan, change, story="Mẹ dạy tôi dệt.")
    assert (change.typed["price"], touched(change).keys()) == (["rẻ lắm"], {"title", "story"})
    assert change.wanted["price"] == 270_000


def test_a_form_opened_before_the_price_changed_touches_no_price(change, scarf, tuan):
    opened = typed(change, title="Khăn mới")
    change_price(scarf, 270_000, by=tuan)
    signed_in(tuan).post(f"/can-bo/sua-doi/{change.pk}/sua/", opened)
    change.refresh_from_db()
    assert (touched(change), box(change, tuan, "price")) == ({"title": "Khăn mới"}, "270.000")


def test_a_price_that_the_change_changes_stays_and_is_said_to_have_moved(change, scarf, tuan):
    save(tuan, change, price="400.000")
    change_price(scarf, 270_000, by=tuan)
    assert box(change, tuan, "price") == "400.000"
    assert overtaken(change, live_facts(Listing.objects.get())) == ["price"]


def test_pieces_are_left_to_their_own_page(change, tuan):
    page = signed_in(tuan).get(f"/can-bo/sua-doi/{change.pk}/sua/").content.decode()
    assert 'name="stock"' not in page
    save(tuan, change, stock="99")
    assert touched(change) == {}


def test_what_becomes_sold_by_the_piece_says_how_many(mai, tuan):
    stay = factories.listing("Nghề dệt", mai, how_sold="showcase", photos=1)
    change = start_change(stay, by=tuan)
    assert 'name="stock"' in signed_in(tuan).get(f"/can-bo/sua-doi/{change.pk}/sua/").content.decode()


def test_photos_of_the_change_are_not_those_on_sale(change, scarf, tuan):
    new = factories.photo_file(7, (300, 300))
    save(tuan, change, photos=[new])
    kept, added = change.photos.all()
    save(tuan, change, lam=f"anh-dau:{added.pk}")
    save(tuan, change, lam=f"bo-anh:{kept.pk}", **{f"caption_{added.pk}": "Nhìn gần"})
    assert [(photo.pk, photo.caption) for photo in change.photos.all()] == [(added.pk, "Nhìn gần")]
    assert [caption for _, caption in live_facts(scarf)["photos"]] == ["Khăn trải phẳng"]
    assert list(touched(change)) == ["photos"]


def test_two_officers_overwrite_nothing(change, tuan, nua_ngam):
    hoa = factories.officer("hoa", "Quàng Thị Hoa", nua_ngam)
    version = change.version
    save(tuan, change, title="Khăn của Tuấn")
    response = save(hoa, change, title="Khăn của Hoa", version=version)
    assert response.status_code == 409
    assert "Lường Văn Tuấn vừa lưu hàng này" in response.content.decode()
    assert change.wanted["title"] == "Khăn của Tuấn"


def test_it_is_sent_and_waits_and_the_pages_say_so(change, scarf, tuan):
    save(tuan, change, title="Khăn mới", lam="gui")
    assert (change.state, change.submitted_by) == ("submitted", tuan)
    client = signed_in(tuan)
    assert "Có bản sửa đang chờ duyệt" in client.get(f"/can-bo/hang/{scarf.pk}/").content.decode()
    assert "Có bản sửa đang chờ duyệt" in client.get("/can-bo/hang/?muc=approved").content.decode()
    assert "gửi duyệt bản sửa" in client.get(f"/can-bo/hang/{scarf.pk}/").content.decode()
    assert client.get(f"/can-bo/sua-doi/{change.pk}/sua/").status_code == 302
    assert save(tuan, change, title="Khăn khác").status_code == 409
    assert change.wanted["title"] == "Khăn mới"


def test_a_change_of_nothing_is_not_sent(change, tuan):
    assert "chưa khác bản đang bán" in save(tuan, change, lam="gui").content.decode()
    with pytest.raises(NothingChanged):
        submit_change(change, by=tuan)
    assert change.state == "draft"


def test_what_would_be_lacking_is_said_and_nothing_sent(change, tuan):
    response = save(tuan, change, description="", lam="gui")
    assert response.status_code == 422
    assert "Cần nói đó là gì." in response.content.decode()
    assert change.state == "draft"


def test_banned_words_in_the_new_text_stop_it(change, tuan):
    response = save(tuan, change, story="Khăn này chữa khỏi ung thư.", lam="gui")
    assert response.status_code == 422
    assert change.state == "draft"


def test_it_is_taken_back_and_given_up(change, scarf, tuan):
    save(tuan, change, title="Khăn mới", lam="gui")
    client = signed_in(tuan)
    client.post(f"/can-bo/sua-doi/{change.pk}/rut/")
    change.refresh_from_db()
    assert change.state == "draft"
    assert "Bỏ bản sửa này?" in client.get(f"/can-bo/sua-doi/{change.pk}/bo/").content.decode()
    client.post(f"/can-bo/sua-doi/{change.pk}/bo/")
    change.refresh_from_db()
    assert (change.state, change.is_open, str(scarf)) == ("withdrawn", False, "Khăn thổ cẩm Lào")
    assert "Chưa làm được" in client.post(f"/can-bo/sua-doi/{change.pk}/bo/", follow=True).content.decode()


@pytest.mark.parametrize("who", ["bao", "linh", "giang", "thanh", "quan", "an"])
@pytest.mark.parametrize("page", ["", "sua/", "gui/", "rut/", "bo/"])
def test_nobody_else_sees_or_writes_it(who, page, change, request):
    client = signed_in(request.getfixturevalue(who))
    assert client.get(f"/can-bo/sua-doi/{change.pk}/{page}").status_code in (404, 405)
    assert client.post(f"/can-bo/sua-doi/{change.pk}/{page}").status_code in (404, 405)
    assert ChangeRequest.objects.get().state == "draft"


def test_an_officer_moved_to_another_point_is_refused_and_the_new_one_goes_on(change, tuan, sin_ho, nua_ngam):
    save(tuan, change, title="Khăn mới")
    tuan.memberships.update(ended_at=timezone.now())
    factories.Membership.objects.create(user=tuan, role="officer", point=sin_ho)
    entries = AuditEntry.objects.count()
    with pytest.raises(NotTheirMove):
        submit_change(change, by=tuan)
    assert save(tuan, change, title="Khăn khác").status_code == 404
    assert (change.state, change.wanted["title"], AuditEntry.objects.count()) == ("draft", "Khăn mới", entries)
    hoa = factories.officer("hoa", "Quàng Thị Hoa", nua_ngam)
    save(hoa, change, title="Khăn mới", lam="gui")
    assert (change.state, change.submitted_by) == ("submitted", hoa)


def test_a_producer_moved_to_another_point_takes_her_change_along(change, mai, tuan, bao, sin_ho):
    Producer.objects.filter(pk=mai.pk).update(point=sin_ho)
    assert save(tuan, change, title="Khăn khác").status_code == 404
    assert save(bao, change, title="Khăn mới").status_code == 302
    assert change.wanted["title"] == "Khăn mới"


def test_a_price_beyond_the_band_goes_into_the_change(scarf, tuan):
    response = signed_in(tuan).post(f"/can-bo/hang/{scarf.pk}/kho-gia/", {"price": "500.000", "de-nghi": "1"})
    change = ChangeRequest.objects.get()
    assert response.headers["Location"] == f"/can-bo/sua-doi/{change.pk}/"
    assert (touched(change), live_facts(scarf)["price"]) == ({"price": 500_000}, 250_000)


def test_a_price_joins_what_is_being_written_and_waits_for_no_one(change, scarf, tuan):
    save(tuan, change, title="Khăn mới")
    propose_price(scarf, 500_000, by=tuan)
    change.refresh_from_db()
    assert touched(change) == {"title": "Khăn mới", "price": 500_000}
    ChangeRequest.objects.update(state="submitted")
    with pytest.raises(NotEditable):
        propose_price(scarf, 600_000, by=tuan)
    response = signed_in(tuan).post(
        f"/can-bo/hang/{scarf.pk}/kho-gia/", {"price": "600.000", "de-nghi": "1"}, follow=True
    )
    assert "Đang có một bản sửa chờ duyệt" in response.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_a_change_asks_as_much_for_three_as_for_one(
    number, change, tuan, nua_ngam, django_assert_num_queries
):
    new = {"title": "Khăn mới", "story": "Chuyện mới", "unit": "tấm"}
    for at, (name, words) in enumerate(list(new.items())[:number]):
        someone = factories.officer(f"ai{at}", f"Ai Đó {at}", nua_ngam)
        save(someone, change, **{name: words}, photos=[factories.photo_file(at + 5, (200, 200))])
    client = signed_in(tuan)
    page = client.get(f"/can-bo/sua-doi/{change.pk}/").text
    assert (page.count('class="so-sanh"'), page.count("<b>mới</b>")) == (number + 1, number)
    assert page.count("ghi lại bản sửa") == number
    with django_assert_num_queries(17):
        client.get(f"/can-bo/sua-doi/{change.pk}/")
