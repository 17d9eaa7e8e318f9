"""The public register: what it shows of whom, how it is searched, what it gives to take along."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from oscar.apps.catalogue.models import Product

from catalog.listings.models import Listing
from common.rules.clocks import beginning_of
from producers.directory.states import ProducerKind
from producers.places.models import FormerCommune
from tests import factories

pytestmark = pytest.mark.django_db


def issued(days_ago: int):
    return timezone.localdate() - timedelta(days=days_ago)


@pytest.fixture
def cooperative(nua_ngam, tuan):
    """A cooperative that agreed to nothing: its name stands in a public decision all the same."""
    return factories.producer(
        "HTX Hoa Trắng", nua_ngam, kind=ProducerKind.COOPERATIVE, consents="goods", created_by=tuan
    )


@pytest.fixture
def papers(mai, pao, cooperative):
    """Certificates of all kinds."""
    FormerCommune.objects.create(
        commune=mai.commune,
        name="Xã Na Tông",
        district="Huyện Điện Biên",
        province_name="Tỉnh Điện Biên",
        extent="whole",
    )
    return [
        factories.certificate(factories.listing("Khăn piêu", of=mai), stars=3, issued=issued(100)),
        factories.certificate(factories.listing("Trà hoa vàng", of=cooperative, product_set_no=11), issued=issued(50)),
        factories.certificate(factories.listing("Mật ong", of=pao), issued=issued(1500)),
        factories.certificate(factories.listing("Cao lá", of=pao), issued=issued(300), revoked_date=issued(3)),
        factories.certificate(factories.listing("Măng khô", of=pao), verified=False),
        factories.certificate(factories.listing("Chè dây", of=mai, state="retired"), stars=5, issued=issued(10)),
    ]


NAMES = ("Khăn piêu", "Trà hoa vàng", "Mật ong", "Cao lá", "Măng khô", "Chè dây")


def products(page: str) -> list[str]:
    """The names in the table."""
    table = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return [name for name in NAMES if name in table]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Khăn piêu", "Trà hoa vàng", "Chè dây"]),
        ("?tinh-trang=het-han", ["Mật ong"]),
        ("?tinh-trang=thu-hoi", ["Cao lá"]),
        ("?tinh-trang=tat-ca", ["Khăn piêu", "Trà hoa vàng", "Mật ong", "Cao lá", "Chè dây"]),
        ("?sao=4", ["Trà hoa vàng"]),
        ("?sao=2", ["Khăn piêu", "Trà hoa vàng", "Chè dây"]),
        ("?tinh=12&tinh-trang=tat-ca", ["Mật ong", "Cao lá"]),
        ("?bo=11", ["Trà hoa vàng"]),
        ("?q=khan pieu", ["Khăn piêu"]),
        ("?q=xã Na Tông", ["Khăn piêu", "Trà hoa vàng", "Chè dây"]),
        ("?q=hoa trang", ["Trà hoa vàng"]),
        ("?q=khong co", []),
        ("?q=01/QĐ-UBND", ["Khăn piêu", "Trà hoa vàng", "Chè dây"]),
        ("?q=99/QĐ-UBND", []),
    ],
)
def test_it_is_searched_and_filtered(papers, visitor, query, found):
    assert products(visitor.get(f"/ocop/{query}").text) == found


def test_an_unchecked_certificate_is_nowhere(papers, visitor):
    assert "Măng khô" not in visitor.get("/ocop/?tinh-trang=tat-ca").text
    assert "Măng khô" not in visitor.get("/ocop/tai-ve.csv?tinh-trang=tat-ca").getvalue().decode()


def test_words_that_nobody_has_approved_are_not_told(mai, visitor):
    for state in ("draft", "submitted", "rejected", "changes_requested"):
        factories.certificate(factories.listing(f"Cao lá {state}", of=mai, state=state))
    sold_before = factories.listing("Măng khô", of=mai, state="changes_requested", approved_title="Măng khô")
    factories.certificate(sold_before)
    page = visitor.get("/ocop/").text
    assert ("Cao lá" in page, products(page)) == (False, ["Măng khô"])
    Product.objects.filter(title="Măng khô").update(title="Măng khô chữa khỏi ung thư")
    Listing.objects.update(state="retired")
    assert products(visitor.get("/ocop/").text) == []


def test_an_organisation_is_named_and_a_person_only_if_she_agrees(papers, mai, pao, visitor):
    page = visitor.get("/ocop/").text
    assert "HTX Hoa Trắng" in page
    assert "Bà Lò Thị Mai" in page
    factories.consent(mai, "goods", by=mai.created_by)
    page = visitor.get("/ocop/").text
    assert "Lò Thị Mai" not in page
    assert "Hộ sản xuất" in page
    assert products(visitor.get("/ocop/?q=lo thi mai").text) == []
    assert "Lò Thị Mai" not in visitor.get("/ocop/tai-ve.csv").getvalue().decode()


def test_what_is_on_sale_has_a_link_and_what_is_not_has_none(papers, visitor):
    page = visitor.get("/ocop/").text
    assert f'href="/hang/{papers[0].product_id}/khan-pieu/"' in page
    assert f"/hang/{papers[5].product_id}/" not in page


def test_only_what_is_in_force_has_stars_today(papers, visitor):
    page = visitor.get("/ocop/?tinh-trang=thu-hoi").text
    assert 'class="ocop"' not in page
    assert "Bị thu hồi" in page


def test_sample_rows_say_that_they_are_samples(mai, visitor):
    factories.certificate(factories.listing(of=mai), issued=issued(5), is_sample=True)
    assert "dữ liệu mẫu" in visitor.get("/ocop/").text
    assert "Dữ liệu mẫu" in visitor.get("/ocop/tai-ve.csv").getvalue().decode()


def test_a_revoked_certificate_is_gone_at_once_from_the_kept_page(papers, visitor):
    assert "Khăn piêu" in visitor.get("/ocop/").text
    papers[0].revoked_date = timezone.localdate()
    papers[0].save()
    assert "Khăn piêu" not in visitor.get("/ocop/").text


@pytest.mark.parametrize(("number", "queries"), [(0, 1), (1, 2), (3, 2)])
@pytest.mark.parametrize("after", ["", "&sau=2199-12-31.1"])
def test_it_asks_the_database_twice_and_leaves_no_cookie(
    mai, visitor, number, queries, after, django_assert_num_queries
):
    for _ in range(number):
        factories.certificate(factories.listing(of=mai), issued=issued(5))
    with django_assert_num_queries(queries):
        response = visitor.get(f"/ocop/?q=khan&sao=4&tinh=11{after}")
    assert (response.status_code, dict(visitor.cookies)) == (200, {})


@pytest.mark.parametrize("address", ["tai-ve.csv", "tai-ve.xlsx"])
@pytest.mark.parametrize("number", [1, 3])
def test_a_file_asks_once(mai, visitor, number, address, django_assert_num_queries):
    for _ in range(number):
        factories.certificate(factories.listing(of=mai), issued=issued(5))
    with django_assert_num_queries(1):
        assert visitor.get(f"/ocop/{address}").getvalue()


def places(page: str) -> list[str]:
    """The names in the table of the page, and where the next page goes on from."""
    return re.findall(r'scope="row">\s*<a [^>]+>(\w+)', page) + re.findall(r'rel="next" href="[^"]*sau=([^"]+)"', page)


def test_every_certificate_is_on_one_page_and_pages_keep_what_was_asked(mai, visitor, monkeypatch):
    monkeypatch.setattr("catalog.register.views.ON_A_PAGE", 2)
    days_ago = {"một": 9, "hai": 5, "ba": 5, "bốn": 5, "năm": 1}
    made = {
        name: factories.certificate(factories.listing(name, of=mai), issued=issued(days))
        for name, days in days_ago.items()
    }
    first = visitor.get("/ocop/?sao=4")
    place = f"{issued(5)}.{made['bốn'].pk}"
    assert places(first.text) == ["năm", "bốn", place]
    assert ("5 giấy chứng nhận" in first.text, f"?sao=4&amp;sau={place}" in first.text) == (True, True)
    second = visitor.get(f"/ocop/?sao=4&sau={place}")
    assert places(second.text) == ["ba", "hai", f"{issued(5)}.{made['hai'].pk}"]
    assert ('<a class="nut" href="?sao=4">Mới nhất</a>' in second.text, "giấy chứng nhận</span>" in second.text) == (
        True,
        False,
    )
    assert places(visitor.get(f"/ocop/?sao=4&sau={issued(5)}.{made['hai'].pk}").text) == ["một"]


@pytest.mark.parametrize("place", ["", "2026", "hôm-qua.5", "2026-11-10", "2026-11-10.x"])
def test_a_place_that_is_none_is_the_first(mai, visitor, place):
    factories.certificate(factories.listing("một", of=mai), issued=issued(5))
    assert places(visitor.get("/ocop/", {"sau": place}).text) == ["một"]


def test_a_place_far_away_is_no_mishap(mai, visitor):
    factories.certificate(factories.listing("một", of=mai), issued=issued(5))
    assert places(visitor.get(f"/ocop/?sau={issued(5)}.{'9' * 40}").text) == ["một"]
    assert places(visitor.get("/ocop/?sau=1900-01-01.5").text) == []


def test_beyond_so_many_it_counts_no_further(mai, visitor, monkeypatch):
    monkeypatch.setattr("catalog.register.views.MOST_COUNTED", 2)
    for _ in range(2):
        factories.certificate(factories.listing(of=mai), issued=issued(5))
    assert ">2 giấy chứng nhận" in visitor.get("/ocop/").text
    for _ in range(2):
        factories.certificate(factories.listing(of=mai), issued=issued(5))
    assert ">Hơn 2 giấy chứng nhận" in visitor.get("/ocop/").text


def test_page_and_files_are_right_on_the_day_that_a_badge_ends(mai, visitor, monkeypatch):
    paper = factories.certificate(factories.listing("Khăn piêu", of=mai), issued=issued(1000))
    midnight = beginning_of(paper.expires_date + timedelta(days=1))

    def seen_at(moment) -> list[bool]:
        monkeypatch.setattr(timezone, "now", lambda: moment)
        page, table = (visitor.get(f"/ocop/{name}") for name in ("", "tai-ve.csv"))
        book = load_workbook(io.BytesIO(visitor.get("/ocop/tai-ve.xlsx").getvalue()))
        lapsed = visitor.get("/ocop/tai-ve.csv?tinh-trang=het-han").getvalue().decode()
        found = ("Khăn piêu" in page.text, "Khăn piêu" in table.getvalue().decode(), book.active.max_row == 2)
        return [*found, "Khăn piêu" in lapsed and "hết hiệu lực" in lapsed]

    assert seen_at(midnight - timedelta(seconds=1)) == [True, True, True, False]
    assert seen_at(midnight) == [False, False, False, True]


def test_the_files_hold_what_the_page_finds(papers, visitor):
    rows = list(csv.reader(io.StringIO(visitor.get("/ocop/tai-ve.csv?sao=3").getvalue().decode("utf-8-sig"))))
    assert [row[0] for row in rows] == ["Sản phẩm", "Khăn piêu"]
    assert rows[1][2:6] == ["Bà Lò Thị Mai", "Xã Núa Ngam", "Điện Biên", "3"]


def test_it_is_in_the_map_of_the_site_and_at_the_foot_of_every_page(visitor, db):
    assert "/ocop/" in visitor.get("/sitemap-trang-1.xml").text
    assert 'href="/ocop/"' in visitor.get("/tro-giup/ocop/").text
