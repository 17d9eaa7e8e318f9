"""What a listing needs before it can be sent, and what happens when it is."""

import pytest
from django.utils import timezone

from catalog.listings.models import Listing, ListingPhoto
from catalog.listings.readiness import missing_in
from catalog.listings.services import NotReady, submit_listing
from catalog.listings.states import HowSold, ListingState
from common.audit.models import AuditEntry
from producers.consents.services import withdraw_consent
from producers.directory.models import Producer
from tests import factories
from tests.catalog.listings.conftest import WHOLE_FORM, save, text_of
from tests.factories.moderation import licence
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def fields(listing: Listing) -> list[str]:
    listing.refresh_from_db()
    return [lack.field for lack in missing_in(listing)]


@pytest.fixture
def ready(draft_with_photo, tuan):
    """A draft that lacks nothing."""
    save(tuan, draft_with_photo)
    return draft_with_photo


def test_an_empty_draft_lacks_everything(draft):
    assert fields(draft) == ["photos", "title", "description", "product_set", "price", "unit", "weight", "stock"]


def test_a_whole_form_with_a_photo_lacks_nothing(ready):
    assert fields(ready) == []


@pytest.mark.parametrize("name", ["title", "description", "product_set", "price", "unit", "weight", "stock"])
def test_each_box_that_is_needed_is_missed(ready, tuan, name):
    save(tuan, ready, **{name: "", "months": []})
    assert fields(ready) == [name]


def test_a_thing_without_a_photo_is_not_sent(ready):
    ListingPhoto.objects.all().delete()
    assert fields(ready) == ["photos"]


def test_none_in_stock_is_right_when_a_season_is_given(ready, tuan):
    save(tuan, ready, stock="0", months=[])
    assert fields(ready) == ["stock"]
    save(tuan, ready, stock="0", months=["10"])
    assert fields(ready) == []


def test_made_to_order_needs_days_and_how_many(ready, tuan):
    save(tuan, ready, how_sold="to_order", stock="")
    assert fields(ready) == ["stock", "days_to_make"]
    save(tuan, ready, how_sold="to_order", stock="3", days_to_make="30")
    assert fields(ready) == []


@pytest.mark.parametrize("how_sold", [HowSold.ON_REQUEST, HowSold.SHOWCASE])
def test_what_is_not_put_into_a_basket_needs_no_price(ready, tuan, how_sold):
    save(tuan, ready, how_sold=how_sold, price="", unit="", weight="", stock="", months=[])
    assert fields(ready) == []


@pytest.mark.parametrize("product_set", ["14", "15"])
@pytest.mark.parametrize("how_sold", [HowSold.STOCK, HowSold.TO_ORDER, HowSold.ON_REQUEST])
def test_alcohol_is_only_shown(ready, tuan, product_set, how_sold):
    page = text_of(save(tuan, ready, product_set=product_set, how_sold=how_sold, days_to_make="3"))
    assert "Rượu hiện chỉ được giới thiệu" in page
    assert "Luật 44/2019/QH14" in page


def test_alcohol_may_be_shown(ready, tuan):
    assert save(tuan, ready, product_set="14", how_sold="showcase", lam="gui").status_code == 302
    assert ready.state == ListingState.SUBMITTED


def test_alcohol_may_be_sold_by_licence_once_the_market_checks_ages(ready, tuan, settings):
    settings.ALCOHOL_ONLY_SHOWN = False
    refused = save(tuan, ready, product_set="14", lam="gui")
    assert (refused.status_code, "Rượu chỉ bán được khi" in text_of(refused)) == (422, True)
    licence(ready.producer)
    assert save(tuan, ready, product_set="14", lam="gui").status_code == 302
    assert ready.state == ListingState.SUBMITTED


@pytest.mark.parametrize(
    ("how_sold", "status"), [("stock", 422), ("to_order", 422), ("on_request", 302), ("showcase", 302)]
)
def test_a_stay_is_asked_for_or_shown(ready, tuan, how_sold, status):
    assert save(tuan, ready, product_set="26", how_sold=how_sold, days_to_make="3").status_code == status


def test_the_service_itself_refuses_a_way_of_selling_that_is_not_allowed(ready, tuan):
    Listing.objects.update(product_set_no=14)
    with pytest.raises(NotReady, match="Rượu hiện chỉ được giới thiệu"):
        submit_listing(ready, by=tuan)
    assert Listing.objects.get().state == ListingState.DRAFT


def test_without_consent_nothing_is_sent_and_the_page_leads_to_it(ready, mai, tuan):
    withdraw_consent(mai, "goods", by=tuan)
    response = save(tuan, ready, lam="gui")
    page = text_of(response)
    assert (response.status_code, ready.state) == (422, "draft")
    assert f'href="/can-bo/nguoi-ban/{mai.pk}/dong-y/"' in page
    assert "Luật 91/2025/QH15" in page


def test_sending_names_every_lack_beside_its_box_and_saves_all(draft, tuan):
    response = save(tuan, draft, price="", weight="", lam="gui")
    page = text_of(response)
    assert (response.status_code, draft.state) == (422, "draft")
    assert "Chưa gửi duyệt được, nhưng đã lưu nháp hết." in page
    assert '<a href="#photos">Cần ít nhất một ảnh.</a>' in page
    assert "Giá bán: Cần giá bán. (Luật 122/2025/QH15 về thương mại điện tử, Điều 11)" in page
    assert "Cần cân nặng để tính phí giao." in page.partition('for="id_weight"')[2].partition("</div>")[0]
    assert draft.product.title == WHOLE_FORM["title"]


def test_a_wrong_box_is_said_once_and_not_also_as_missing(draft_with_photo, tuan):
    page = text_of(save(tuan, draft_with_photo, price="0", lam="gui"))
    assert "Số tiền thấp nhất là 1" in page
    assert "Cần giá bán" not in page


def test_a_wrong_box_keeps_a_listing_back_even_if_it_was_right_before(ready, tuan):
    assert save(tuan, ready, price="12,5", lam="gui").status_code == 422
    assert ready.state == "draft"
    signed_in(tuan).post(f"/can-bo/hang/{ready.pk}/gui/")
    ready.refresh_from_db()
    assert ready.state == "draft"


def test_a_refused_photo_keeps_a_listing_back(ready, tuan):
    bad = factories.photo_file(1, (100, 100))
    response = save(tuan, ready, lam="gui", photos=[bad], price="")
    assert (response.status_code, ready.state) == (422, "draft")
    assert "Ảnh quá nhỏ" in text_of(response)
    assert "Cần giá bán" in text_of(response)


def test_a_listing_is_sent_in_the_name_of_its_producer(ready, mai, tuan, nua_ngam):
    before = timezone.now()
    response = save(tuan, ready, lam="gui")
    assert response["Location"] == f"/can-bo/hang/{ready.pk}/"
    assert (ready.state, ready.submitted_by) == ("submitted", tuan)
    assert before <= ready.submitted_at <= timezone.now()
    assert not ready.product.is_public
    entry = AuditEntry.objects.last()
    assert (entry.action, entry.by, entry.on_behalf_of_id, entry.at_point_id) == (
        "listing.submitted",
        tuan,
        mai.pk,
        nua_ngam.pk,
    )


def test_a_saved_draft_is_sent_from_its_own_page(ready, tuan):
    response = signed_in(tuan).post(f"/can-bo/hang/{ready.pk}/gui/")
    ready.refresh_from_db()
    assert (response.status_code, ready.state) == (302, "submitted")


def test_a_listing_without_typed_boxes_is_sent_as_it_stands(mai, tuan):
    listing = factories.listing(of=mai, state=ListingState.CHANGES_REQUESTED, photos=1)
    signed_in(tuan).post(f"/can-bo/hang/{listing.pk}/gui/")
    listing.refresh_from_db()
    assert listing.state == "submitted"


def test_a_producer_with_her_own_login_sends_in_her_own_name(ready, mai):
    herself = factories.user("mai", "Lò Thị Mai")
    mai.partner.users.add(herself)
    signed_in(herself).post(f"/can-bo/hang/{ready.pk}/gui/")
    entry = AuditEntry.objects.last()
    assert (entry.action, entry.by, entry.at_point_id) == ("listing.submitted", herself, None)


def test_sending_twice_is_sending_once(ready, tuan):
    client = signed_in(tuan)
    for _ in range(2):
        client.post(f"/can-bo/hang/{ready.pk}/gui/")
    assert AuditEntry.objects.filter(action="listing.submitted").count() == 1


def test_who_sends_what_somebody_else_has_just_sent_is_told(ready, tuan):
    Listing.objects.update(state="submitted")
    page = signed_in(tuan).post(f"/can-bo/hang/{ready.pk}/gui/", follow=True)
    assert "vừa được người khác gửi hoặc sửa" in page.text


@pytest.mark.parametrize("state", ["closed", "rejected"])
def test_no_goods_are_written_down_for_whoever_is_closed_or_was_rejected(mai, tuan, state):
    Producer.objects.filter(pk=mai.pk).update(state=state)
    client, before = signed_in(tuan), Listing.objects.count()
    assert f'value="{mai.pk}"' not in client.get("/can-bo/hang/them/").text
    assert client.post("/can-bo/hang/them/", {"producer": mai.pk}).status_code == 404
    assert "Ghi sản phẩm mới" not in client.get(f"/can-bo/nguoi-ban/{mai.pk}/").text
    assert Listing.objects.count() == before
