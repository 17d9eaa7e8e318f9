"""The pages of makers, of communes, and those that explain the market or lead robots through it."""

import re
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from catalog.storefront.help_pages import HELP_PAGES
from producers.consents.models import ConsentAnswer
from producers.places.models import FormerCommune
from tests import factories


@pytest.fixture
def pang(nua_ngam, tuan):
    """Pâng sells but does not agree to be named."""
    return factories.producer("Chị Quàng Thị Pâng", nua_ngam, consents="goods")


@pytest.fixture
def goods(mai, pang, pao, open_stalls):
    """One thing of each."""
    made = [
        factories.listing("Khăn thổ cẩm Lào", of=mai),
        factories.listing("Túi thêu", of=pang),
        factories.listing("Trà cổ thụ", of=pao),
    ]
    open_stalls()
    return made


def test_makers_are_listed_as_far_as_they_agree(visitor, goods, mai, pang):
    page = visitor.get("/nguoi-ban/").text
    assert f'href="/nguoi-ban/{mai.pk}/ba-lo-thi-mai/"' in page
    assert f'href="/nguoi-ban/{pang.pk}/ho-san-xuat-o-xa-nua-ngam/"' in page
    assert "Pâng" not in page
    assert "Páo" in page


def test_makers_of_a_province_are_listed_by_themselves(visitor, goods, settings):
    assert 'href="?tinh=12"' in visitor.get("/nguoi-ban/").text
    page = visitor.get("/nguoi-ban/?tinh=11").text
    assert "2 nhà đang bán hàng" in page
    assert "Lò Thị Mai" in page
    assert "Páo" not in page
    assert f'rel="canonical" href="{settings.PUBLIC_ADDRESS}/nguoi-ban/?tinh=11"' in page
    assert "Chưa có ai bán ở đây" in visitor.get("/nguoi-ban/?tinh=01").text


def test_makers_of_a_province_are_leafed_through(visitor, goods, nua_ngam, tuan, open_stalls):
    for number in range(23):
        factories.listing(f"Khăn {number}", of=factories.producer(f"Bà Lò Thị {number}", nua_ngam, created_by=tuan))
    open_stalls()
    pages = [visitor.get(f"/nguoi-ban/?tinh=11&trang={page}").text for page in (1, 2)]
    assert [page.count('class="ke"') for page in pages] == [24, 1]
    assert 'href="?tinh=11&amp;trang=2"' in pages[0]


def test_an_empty_market_says_so(db, visitor, open_stalls):
    open_stalls()
    assert "Chưa có nhà nào bày hàng" in visitor.get("/nguoi-ban/").text


def test_who_has_nothing_on_sale_is_not_listed(visitor, mai, open_stalls):
    open_stalls()
    assert "Lò Thị Mai" not in visitor.get("/nguoi-ban/").text
    assert visitor.get(f"/nguoi-ban/{mai.pk}/ba-lo-thi-mai/").status_code == 404


def test_a_maker_s_page_shows_her_goods_and_no_others(visitor, goods, mai):
    page = visitor.get(f"/nguoi-ban/{mai.pk}/ba-lo-thi-mai/").text
    assert "Khăn thổ cẩm Lào" in page
    assert "Túi thêu" not in page
    assert "bản Na Sang 1" in page


def test_a_name_taken_back_is_gone_at_once_with_its_address(visitor, goods, mai):
    named = f"/nguoi-ban/{mai.pk}/ba-lo-thi-mai/"
    assert visitor.get(named).status_code == 200
    ConsentAnswer.objects.filter(scope="name_and_picture").update(withdrawn_at=timezone.now())
    moved = visitor.get(named)
    assert (moved.status_code, moved["Location"]) == (301, f"/nguoi-ban/{mai.pk}/ho-san-xuat-o-xa-nua-ngam/")
    assert "Mai" not in visitor.get("/nguoi-ban/").text
    assert "Bà Lò" not in visitor.get("/xa/03358/nua-ngam/").text.partition("Người làm ra")[2]


def test_communes_with_goods_stand_under_their_province(visitor, goods):
    page = visitor.get("/xa/").text
    found = re.findall(r'<h2>([^<]*)</h2>|<a href="/xa/(\d+)/[^"]*"><b>([^<]*)</b><small>([^<]*)</small>', page)
    assert [tuple(filter(None, each)) for each in found][:4] == [
        ("Điện Biên",),
        ("03358", "Xã Núa Ngam", "2 món"),
        ("Lai Châu",),
        ("03478", "Xã Sìn Hồ", "1 món"),
    ]


def test_a_commune_knows_its_old_names_goods_and_makers(visitor, goods, mai):
    FormerCommune.objects.create(
        commune=mai.commune,
        name="Xã Na Tông",
        district="Huyện Điện Biên",
        province_name="Tỉnh Điện Biên",
        extent="whole",
    )
    page = visitor.get("/xa/03358/nua-ngam/").text
    assert "Xã Na Tông (Huyện Điện Biên, Tỉnh Điện Biên)" in page
    assert "Túi thêu" in page
    assert "Trà cổ thụ" not in page
    assert "Bà Lò Thị Mai" in page


def test_a_commune_without_goods_says_so(visitor, db, open_stalls):
    factories.commune("03217")
    open_stalls()
    assert "chưa bày món nào" in visitor.get("/xa/03217/tua-chua/").text


def test_addresses_of_communes_are_put_right_or_not_there(visitor, db):
    factories.commune("03217")
    assert visitor.get("/xa/03217/x/")["Location"] == "/xa/03217/tua-chua/"
    assert visitor.get("/xa/99999/x/").status_code == 404


@pytest.mark.parametrize("slug", list(HELP_PAGES))
def test_every_help_page_can_be_read(visitor, db, slug):
    page = visitor.get(f"/tro-giup/{slug}/")
    assert page.status_code == 200
    assert f"{HELP_PAGES[slug].title}</h1>" in page.text


def test_help_pages_tell_what_the_code_does(visitor, db):
    assert "Tên hàng mở đầu bằng các từ đã gõ" in visitor.get("/tro-giup/xep-hang/").text
    assert "22.000\u00a0₫" in visitor.get("/tro-giup/phi-giao-hang/").text
    assert visitor.get("/tro-giup/khong-co/").status_code == 404


def test_links_of_every_page_s_foot_lead_somewhere(visitor, goods):
    page = visitor.get("/").text
    for address in sorted(set(re.findall(r'href="(/[^"#?]*)"', page))):
        if not address.startswith("/tinh/"):
            assert visitor.get(address).status_code in (200, 302), address


def test_robots_stay_out_of_what_is_a_person_s_own(visitor, db):
    lines = visitor.get("/robots.txt").text.splitlines()
    assert "Disallow: /gio/" in lines
    assert "Disallow: /can-bo/" in lines
    assert lines[-1] == "Sitemap: http://127.0.0.1:8000/sitemap.xml"


def addresses(response):
    return [element.text for element in ElementTree.fromstring(response.content).iter() if element.tag.endswith("loc")]


def test_the_map_leads_to_every_product_and_maker(visitor, goods, pang):
    parts = addresses(visitor.get("/sitemap.xml"))
    assert [part.rpartition("/")[2] for part in parts] == [
        "sitemap-trang-1.xml",
        "sitemap-hang-1.xml",
        "sitemap-diem-ho-tro-1.xml",
        "sitemap-nguoi-ban-1.xml",
    ]
    products = addresses(visitor.get("/sitemap-hang-1.xml"))
    assert f"http://127.0.0.1:8000/hang/{goods[0].product_id}/khan-tho-cam-lao/" in products
    assert len(products) == 3
    assert not any("pang" in address for address in addresses(visitor.get("/sitemap-nguoi-ban-1.xml")))
    for part in ("hang-2", "hang-0", "gi-1"):
        assert visitor.get(f"/sitemap-{part}.xml").status_code == 404
