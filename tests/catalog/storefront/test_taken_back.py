"""What a producer takes back is gone at once from every page, in every scope, while no worker runs."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.utils import timezone

from catalog.listings.presentation.rows import listing_of
from catalog.search.models import SearchOutbox
from catalog.stories.models import Voice
from common.pictures.intake import let_in
from producers.consents.services import current_text, record_consent, withdraw_consent
from producers.consents.states import ConsentScope
from tests import factories
from tests.factories.orders import consignment
from tests.people import signed_in

NAME, VILLAGE, WORDS = "Bà Lò Thị Mai", "bản Na Sang 1", "Dệt từ năm mười hai tuổi"
TITLE, OTHERS = "Khăn thổ cẩm Lào", "Mật ong rừng"
LISTS = [
    "/",
    "/nhom/",
    "/nhom/thu-cong/",
    "/tim/",
    "/tim/?q=khan+tho+cam",
    "/tim/?q=khan+tho+cma",
    "/tim/?q=lo+thi+mai",
    "/tim/?q=lo+thi+mia",
    "/tim/?q=L%C3%B2+Th%E1%BB%8B+Mai",
    "/tim/?tinh=11&xa=03358",
    "/nguoi-ban/",
    "/nguoi-ban/?tinh=11",
    "/xa/",
    "/xa/03358/nua-ngam/",
    "/sitemap-hang-1.xml",
    "/sitemap-nguoi-ban-1.xml",
]


@pytest.fixture
def scarf(mai, tuan):
    """Mai's scarf with photo, story and voice; she agrees to everything and has a portrait."""
    mai.about, mai.picture = WORDS, let_in(factories.photo_file(70))
    mai.save()
    factories.consent(mai, *ConsentScope, by=tuan)
    listing = factories.listing(TITLE, of=mai, photos=1, description="Khăn dệt tay.", story="Khăn ngày cưới.")
    voice = Voice(story=listing.product.story, language="blt", seconds=28)
    voice.opus.save("ke.webm", ContentFile(b"opus"), save=False)
    voice.compatible.save("ke.mp3", ContentFile(b"mp3"), save=True)
    return listing


@pytest.fixture
def market(scarf, nua_ngam, tuan, an, visitor, open_stalls):
    """Everything seen once, so that every page that is kept is kept; from here on no worker runs."""
    neighbour = factories.listing(OTHERS, of=factories.producer("Chị Quàng Thị Pâng", nua_ngam, created_by=tuan))
    parcel = consignment(scarf, buyer=an)
    open_stalls()
    SearchOutbox.objects.all().delete()
    addresses = {
        "product": f"/hang/{scarf.product_id}/khan-tho-cam-lao/",
        "maker": f"/nguoi-ban/{scarf.producer_id}/ba-lo-thi-mai/",
        "neighbour": f"/hang/{neighbour.product_id}/mat-ong-rung/",
        "order": f"/don/{parcel.order.purchase.token}/",
    }
    files = {
        "photo": f"/tep/{scarf.product.images.get().photo.picture.path(320)}",
        "portrait": f"/tep/{scarf.producer.picture.path(160)}",
        "voice": scarf.product.story.voices.get().opus.url,
        "old phone's voice": scarf.product.story.voices.get().compatible.url,
    }
    for address in [*LISTS, *addresses.values()]:
        for _ in range(2):
            visitor.get(address)
    return addresses | files


def shown(client, addresses) -> dict[str, str]:
    """Each page as it is now; one that is not there shows nothing."""
    answers = {address: client.get(address, follow=True) for address in addresses}
    return {address: answer.text for address, answer in answers.items() if answer.status_code == 200}


def where(pages, words) -> list[str]:
    return [address for address, page in pages.items() if any(word in _without_box(page) for word in words)]


def _without_box(page: str) -> str:
    """The page without what the visitor typed herself."""
    return page.replace('value="', "").replace("Lò Thị Mai</h1>", "") if "Tìm" in page else page


def statuses(client, market, *names) -> list[int]:
    return [client.get(market[name]).status_code for name in names]


def test_before_it_is_all_there(visitor, market):
    pages = shown(visitor, [*LISTS, market["product"], market["maker"], market["neighbour"]])
    assert {"/", "/tim/", "/tim/?q=lo+thi+mai", "/xa/03358/nua-ngam/", "/sitemap-hang-1.xml"} <= set(
        where(pages, [TITLE, "khan-tho-cam-lao"])
    )
    assert {"/", "/nguoi-ban/", "/xa/03358/nua-ngam/", market["product"], market["maker"]} <= set(
        where(pages, [NAME, "ba-lo-thi-mai"])
    )
    assert market["voice"] in pages[market["product"]]
    assert statuses(visitor, market, "photo", "portrait", "voice", "old phone's voice") == [200] * 4


def test_goods(visitor, market, mai, tuan):
    withdraw_consent(mai, "goods", by=tuan)
    assert SearchOutbox.objects.exists()
    pages = shown(visitor, [*LISTS, market["neighbour"]])
    assert where(pages, [TITLE, "khan-tho-cam-lao", NAME, "ba-lo-thi-mai", WORDS]) == []
    assert statuses(visitor, market, "product", "maker") == [404, 404]
    assert statuses(visitor, market, "photo", "portrait", "voice", "old phone's voice") == [404] * 4
    assert OTHERS in pages["/tim/"]
    assert "Chưa thấy món này" in pages["/tim/?q=lo+thi+mai"]


def test_name_and_picture(visitor, market, mai, tuan, scarf):
    withdraw_consent(mai, "name_and_picture", by=tuan)
    pages = shown(visitor, [*LISTS, market["product"], market["maker"], market["neighbour"], market["order"]])
    personal = [NAME, "ba-lo-thi-mai", VILLAGE, WORDS, scarf.producer.picture.digest]
    told = where(pages, personal)
    assert [address for address in told if address != market["neighbour"]] == []
    assert NAME not in pages[market["neighbour"]]
    assert "Hộ sản xuất ở xã Núa Ngam" in pages["/tim/?q=khan+tho+cam"]
    assert [TITLE in pages[address] for address in LISTS if "lo+thi" in address or "L%C3" in address] == [False] * 3
    assert "seller" in pages[market["product"]]
    assert statuses(visitor, market, "portrait", "photo", "voice") == [404, 200, 200]


def test_voice(visitor, market, mai, tuan):
    withdraw_consent(mai, "voice", by=tuan)
    pages = shown(visitor, ["/", market["product"], market["maker"]])
    assert where(pages, [market["voice"], market["old phone's voice"], "data-nghe"]) == []
    assert statuses(visitor, market, "voice", "old phone's voice", "photo", "portrait") == [404, 404, 200, 200]


@pytest.mark.parametrize("scope", ["motif", "ethnicity"])
def test_no_page_shows_what_the_other_scopes_are_about(visitor, market, mai, tuan, scope):
    mistyped = ("/tim/?q=khan+tho+cma", "/tim/?q=lo+thi+mia")  # found anew once the search has heard
    addresses = [*(each for each in LISTS if each not in mistyped), market["product"], market["maker"]]
    before = shown(visitor, addresses)
    withdraw_consent(mai, scope, by=tuan)
    cache.clear()
    assert shown(visitor, addresses) == before


def test_people_at_work_still_open_the_files_and_buyers_do_not(market, mai, tuan, linh, an, quan):
    withdraw_consent(mai, "goods", by=tuan)
    for who in (tuan, linh, quan):
        response = signed_in(who).get(market["voice"])
        assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert statuses(signed_in(an), market, "photo", "portrait", "voice") == [404] * 3


def test_what_is_given_anew_is_back_at_once(visitor, market, mai, tuan):
    withdraw_consent(mai, "goods", by=tuan)
    visitor.get(market["product"])
    answers = {scope.value: True for scope in ConsentScope}
    record_consent(
        mai, answers=answers, text=current_text("vi"), language_read="blt", witness_name="Lò Văn Chứng", by=tuan
    )
    pages = shown(visitor, ["/", "/tim/?q=lo+thi+mai", market["product"]])
    assert where(pages, [TITLE]) == ["/", "/tim/?q=lo+thi+mai", market["product"]]
    assert statuses(visitor, market, "photo", "portrait", "voice") == [200] * 3


@pytest.mark.parametrize("scope", ["goods", "name_and_picture"])
def test_even_if_too_many_wait_to_look_at_all(visitor, market, mai, tuan, scope, monkeypatch):
    monkeypatch.setattr("catalog.finding.answers.MOST_BUILT", 0)
    withdraw_consent(mai, scope, by=tuan)
    pages = shown(visitor, LISTS)
    assert where(pages, [NAME, "ba-lo-thi-mai"]) == []
    assert [TITLE in pages[address] for address in ("/tim/", "/tim/?q=lo+thi+mai")] == [scope != "goods", False]


def test_at_midnight_after_the_last_day_without_the_rounds(visitor, market, mai, tuan, open_stalls, monkeypatch):
    factories.consent(mai, *ConsentScope, by=tuan, until_date=timezone.localdate())
    open_stalls()
    addresses = ["/", "/tim/", "/tim/?q=lo+thi+mai", "/nguoi-ban/", "/xa/03358/nua-ngam/", "/sitemap-hang-1.xml"]
    assert len(where(shown(visitor, addresses), [TITLE, NAME, "khan-tho-cam-lao"])) == 6
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    pages = shown(visitor, [*LISTS, market["neighbour"]])
    assert where(pages, [TITLE, NAME, "khan-tho-cam-lao", "ba-lo-thi-mai"]) == []
    assert statuses(visitor, market, "product", "maker", "photo", "portrait", "voice") == [404] * 5


def test_at_midnight_even_if_the_first_buyer_comes_after_it(visitor, market, mai, tuan, open_stalls, monkeypatch):
    factories.consent(mai, *ConsentScope, by=tuan, until_date=timezone.localdate())
    open_stalls()
    assert where(shown(visitor, [market["neighbour"]]), [TITLE]) == [market["neighbour"]]
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    monkeypatch.delitem(vars(listing_of), "_written")
    assert where(shown(visitor, [market["neighbour"]]), [TITLE]) == []


def test_a_kept_page_is_not_older_than_a_change_that_was_written_first_and_ended_last(visitor, market, scarf):
    """Two transactions: the later mark is seen before the earlier one; the page must notice the earlier one too."""
    late = SearchOutbox.objects.create(key=scarf.product_id)
    early_pk = late.pk + 1
    SearchOutbox.objects.filter(pk=late.pk).update(key=0)
    before = visitor.get("/tim/")["ETag"]
    factories.listing("Áo chàm", of=scarf.producer)
    SearchOutbox.objects.create(pk=early_pk + 5, key=0)
    between = visitor.get("/tim/").text
    scarf.product.title = "Khăn đổi tên"
    scarf.product.save()
    SearchOutbox.objects.create(pk=early_pk + 1, key=scarf.product_id)
    after = visitor.get("/tim/")
    assert "Khăn đổi tên" not in between
    assert "Khăn đổi tên" in after.text
    assert after["ETag"] != before
