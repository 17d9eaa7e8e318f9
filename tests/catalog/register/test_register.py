"""The public register: what it shows of whom, how it is searched, what it gives to take along."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from catalog.register.exports import harmless
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
        factories.certificate(factories.listing("Chè dây", of=mai, state="draft"), stars=5, issued=issued(10)),
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
    ],
)
def test_it_is_searched_and_filtered(papers, visitor, query, found):
    assert products(visitor.get(f"/ocop/{query}").text) == found


def test_an_unchecked_certificate_is_nowhere(papers, visitor):
    assert "Măng khô" not in visitor.get("/ocop/?tinh-trang=tat-ca").text
    assert "Măng khô" not in visitor.get("/ocop/tai-ve.csv?tinh-trang=tat-ca").getvalue().decode()


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
    assert "bị thu hồi" in page


def test_sample_rows_say_that_they_are_samples(mai, visitor):
    factories.certificate(factories.listing(of=mai), issued=issued(5), is_sample=True)
    assert "dữ liệu mẫu" in visitor.get("/ocop/").text
    assert "Dữ liệu mẫu" in visitor.get("/ocop/tai-ve.csv").getvalue().decode()


def test_a_revoked_certificate_is_gone_at_once_from_the_kept_page(papers, visitor):
    assert "Khăn piêu" in visitor.get("/ocop/").text
    papers[0].revoked_date = timezone.localdate()
    papers[0].save()
    assert "Khăn piêu" not in visitor.get("/ocop/").text


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_the_database_twice_and_leaves_no_cookie(mai, visitor, number, django_assert_num_queries):
    for _ in range(number):
        factories.certificate(factories.listing(of=mai), issued=issued(5))
    with django_assert_num_queries(2):
        response = visitor.get("/ocop/?q=khan&sao=4&tinh=11")
    assert (response.status_code, dict(visitor.cookies)) == (200, {})


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@sum", "\t=1"])
def test_no_cell_is_a_formula(mai, visitor, text):
    assert harmless(text) == f"'{text}"
    factories.certificate(factories.listing(f"{text} trà", of=mai), issued=issued(5))
    rows = list(csv.reader(io.StringIO(visitor.get("/ocop/tai-ve.csv").getvalue().decode("utf-8-sig"))))
    assert rows[1][0] == f"'{text} trà"
    book = load_workbook(io.BytesIO(visitor.get("/ocop/tai-ve.xlsx").content))
    assert (book.active["A2"].data_type, book.active["A2"].value) == ("s", f"'{text} trà")


def test_the_files_hold_what_the_page_finds(papers, visitor):
    rows = list(csv.reader(io.StringIO(visitor.get("/ocop/tai-ve.csv?sao=3").getvalue().decode("utf-8-sig"))))
    assert [row[0] for row in rows] == ["Sản phẩm", "Khăn piêu"]
    assert rows[1][2:6] == ["Bà Lò Thị Mai", "Xã Núa Ngam", "Điện Biên", "3"]


def test_it_is_in_the_map_of_the_site_and_at_the_foot_of_every_page(visitor, db):
    assert "/ocop/" in visitor.get("/sitemap-trang-1.xml").text
    assert 'href="/ocop/"' in visitor.get("/tro-giup/ocop/").text
