"""Home, groups and search: what they show, how they are narrowed, what they cost."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from catalog.listings.states import HowSold
from catalog.stories.models import Voice
from producers.consents.models import ConsentAnswer
from tests import factories


def titles(response):
    return [unescape(each) for each in re.findall(r'class="the-ten"><a href="[^"]*">([^<]*)</a>', response.text)]


def add_voice(listing):
    voice = Voice(story=listing.product.story, language="vi", seconds=28)
    voice.opus.save("ke.webm", ContentFile(b"opus"), save=False)
    voice.compatible.save("ke.mp3", ContentFile(b"mp3"), save=True)


@pytest.fixture
def goods(mai, pao, open_stalls):
    """Four goods of two makers in two provinces."""
    now = timezone.now()
    long_ago = now - timedelta(days=90)
    made = [
        factories.listing("Khăn piêu Thái", of=mai, price=350_000, decided_at=now - timedelta(days=4)),
        factories.listing("Mật ong Pa Ủ", of=pao, price=180_000, product_set_no=4, decided_at=now - timedelta(days=3)),
        factories.listing("Gạo nếp nương", of=mai, price=45_000, product_set_no=3, decided_at=now - timedelta(days=2)),
        factories.listing(
            "Hạt ươi",
            of=pao,
            price=1_200_000,
            stock=0,
            months=[6],
            product_set_no=1,
            decided_at=long_ago,
        ),
    ]
    factories.certificate(made[1], stars=4)
    open_stalls()
    return made


def test_home_shows_the_newest_first(visitor, goods):
    page = visitor.get("/")
    assert page.status_code == 200
    assert titles(page) == ["Gạo nếp nương", "Mật ong Pa Ủ", "Khăn piêu Thái", "Hạt ươi"]


def test_home_counts_the_groups(visitor, goods):
    page = visitor.get("/").text
    assert "Thực phẩm<small>3 món</small>" in page
    assert "Thủ công, thổ cẩm<small>1 món</small>" in page
    assert "Sinh vật cảnh<small>Sắp có</small>" in page


def test_an_empty_market_has_a_home(visitor, db):
    page = visitor.get("/")
    assert page.status_code == 200
    assert "Vừa lên chợ" not in page.text


def test_home_lets_makers_be_heard_until_they_take_it_back(visitor, goods, mai, tuan):
    add_voice(goods[0])
    assert "Nghe Bà Lò Thị Mai kể" not in visitor.get("/").text
    factories.consent(mai, "goods", "name_and_picture", "voice", by=tuan)
    assert "Nghe Bà Lò Thị Mai kể" in visitor.get("/").text
    ConsentAnswer.objects.filter(scope="voice").update(withdrawn_at=timezone.now())
    assert "Nghe Bà Lò Thị Mai kể" not in visitor.get("/").text


def test_home_tells_whose_season_it_is(visitor, mai, open_stalls):
    month = timezone.localdate().month
    factories.listing("Đào tiên", of=mai, months=[month])
    factories.listing("Muối ớt", of=mai, months=list(range(1, 13)))
    open_stalls()
    strip = visitor.get("/").text.partition("Mùa nào thức nấy")[2].partition("</section>")[0]
    assert "Đào tiên" in strip
    assert "Muối ớt" not in strip


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/tim/?q=mat+ong", ["Mật ong Pa Ủ"]),
        ("/tim/?q=khan+pieu", ["Khăn piêu Thái"]),
        ("/tim/?nhom=thu-cong", ["Khăn piêu Thái"]),
        ("/tim/?tinh=12&con=1", ["Mật ong Pa Ủ"]),
        ("/tim/?sao=4", ["Mật ong Pa Ủ"]),
        ("/tim/?sao=5", []),
        ("/tim/?gia=duoi-100", ["Gạo nếp nương"]),
        ("/tim/?gia=tren-1000", ["Hạt ươi"]),
        ("/tim/?xep=gia-tang", ["Gạo nếp nương", "Mật ong Pa Ủ", "Khăn piêu Thái", "Hạt ươi"]),
        ("/tim/?xep=gia-giam&gia=100-300", ["Mật ong Pa Ủ"]),
        ("/nhom/thuc-pham/", ["Gạo nếp nương", "Mật ong Pa Ủ", "Hạt ươi"]),
        ("/nhom/thuc-pham/?bo=4", ["Mật ong Pa Ủ"]),
        ("/tim/?tinh=12&xa=03358&con=1", ["Mật ong Pa Ủ"]),
        ("/tim/?sao=x&tinh=abc&gia=7&xep=quay&trang=-1&bo=99&con=co&q=ong", ["Mật ong Pa Ủ"]),
    ],
)
def test_a_list_is_narrowed_by_its_address(visitor, goods, address, found):
    page = visitor.get(address)
    assert page.status_code == 200
    assert titles(page) == found


def test_filters_that_are_on_can_be_taken_off_one_by_one(visitor, goods):
    page = visitor.get("/tim/?q=ong&sao=4&tinh=12&gia=100-300").text
    assert re.findall(r'<a href="([^"]*)"><span class="an">Bỏ lọc: </span>([^<]*)', page) == [
        ("?gia=100-300&amp;q=ong&amp;sao=4", "Lai Châu"),
        ("?gia=100-300&amp;q=ong&amp;tinh=12", "4 sao OCOP"),
        ("?q=ong&amp;sao=4&amp;tinh=12", "100.000 – 300.000 ₫"),
    ]


def test_a_typed_word_stays_typed(visitor, goods):
    page = visitor.get("/tim/?q=mật ong").text
    assert 'value="mật ong"' in page
    assert "Tìm “mật ong”" in page


def test_html_in_a_search_is_shown_as_typed(visitor, goods):
    page = visitor.get("/tim/", {"q": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_slip_of_the_finger_is_told(visitor, goods):
    page = visitor.get("/tim/?q=khan+pieuu")
    assert titles(page) == ["Khăn piêu Thái"]
    assert "Không có món nào đúng chữ “khan pieuu”" in page.text


def test_nothing_found_offers_a_way_on_and_a_phone(visitor, goods):
    page = visitor.get("/tim/?q=xyzzy").text
    assert "Chưa thấy món này" in page
    assert 'href="tel:18000000"' in page


def test_a_list_has_pages_of_24(visitor, mai, open_stalls):
    for number in range(25):
        factories.listing(f"Khăn số {number}", of=mai)
    open_stalls()
    assert len(titles(visitor.get("/tim/?q=khan"))) == 24
    assert len(titles(visitor.get("/tim/?q=khan&trang=2"))) == 1
    assert 'href="?q=khan&amp;trang=2"' in visitor.get("/tim/?q=khan").text


def test_what_is_sold_out_says_when_it_comes_back(visitor, goods):
    page = visitor.get("/tim/?q=uoi").text
    assert "Tạm hết hàng" in page
    month = timezone.localdate().month
    assert ("Mùa sau có: tháng 6" in page) == (month != 6)


def test_made_to_order_and_shown_only_say_so(visitor, mai, open_stalls):
    factories.listing("Bộ váy", of=mai, how_sold=HowSold.TO_ORDER, days_to_make=30)
    factories.listing("Rượu ngô", of=mai, how_sold=HowSold.SHOWCASE)
    factories.listing("Sâm tươi", of=mai, how_sold=HowSold.ON_REQUEST)
    open_stalls()
    page = visitor.get("/tim/").text
    assert "Làm theo đơn, 30 ngày" in page
    assert "Chỉ giới thiệu" in page
    assert "Gọi để hỏi hàng" in page
    assert "Tạm hết hàng" not in page


def test_stars_leave_the_lists_the_day_they_end(visitor, mai, open_stalls):
    listing = factories.listing(of=mai)
    factories.certificate(listing, issued=timezone.localdate() - timedelta(days=2000))
    open_stalls()
    assert 'class="ocop"' not in visitor.get("/tim/").text


def test_an_unknown_group_is_not_there(visitor, db):
    assert visitor.get("/nhom/vang-bac/").status_code == 404


def test_groups_lead_to_their_product_sets(visitor, goods):
    page = visitor.get("/nhom/").text
    assert 'href="/nhom/thuc-pham/?bo=4"' in page
    assert 'href="/nhom/thuc-pham/?bo=13"' not in page


@pytest.mark.parametrize(
    ("address", "cold", "kept"),
    [
        ("/", 2, 2),
        ("/nhom/", 1, 1),
        ("/nhom/thuc-pham/", 1, 1),
        ("/tim/?q=ong", 1, 1),
        ("/tim/?tinh=12&sao=4", 2, 1),
        ("/nguoi-ban/", 2, 2),
        ("/nguoi-ban/?tinh=11", 3, 2),
    ],
)
@pytest.mark.parametrize("more", [0, 8])
def test_lists_ask_the_database_next_to_nothing(
    visitor, goods, mai, open_stalls, more, address, cold, kept, django_assert_num_queries
):
    for number in range(more):
        factories.listing(f"Khăn {number}", of=mai)
    open_stalls()
    with django_assert_num_queries(cold):
        visitor.get(address)
    with django_assert_num_queries(kept):
        visitor.get(address)
