"""Bringing in a list, step by step, on the pages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.decision_lists.models import DecisionList
from catalog.ocop.models import Certificate
from tests import factories
from tests.catalog.decision_lists.conftest import seen
from tests.catalog.decision_lists.test_reading import workbook
from tests.factories.ocop import PASTED, decision_list
from tests.people import signed_in

pytestmark = pytest.mark.django_db

FACTS = {
    "province": "11",
    "decision_no": "99/QĐ-UBND",
    "decision_date": "10/11/2026",
    "authority": "UBND tỉnh Điện Biên",
    "issued_date": "",
}


@pytest.fixture
def scarf(mai):
    """Mai's scarf, which the list names."""
    return factories.listing(of=mai)


def test_a_list_is_pasted_read_and_applied(scarf, linh):
    client = signed_in(linh)
    response = client.post("/duyet/quyet-dinh/moi/", {**FACTS, "text": PASTED})
    found = DecisionList.objects.get()
    assert response.headers["Location"] == f"/duyet/quyet-dinh/{found.pk}/cot/"
    page = client.get(response.headers["Location"]).text
    assert "Cột 2: “Tên sản phẩm”" in page
    page = client.get(f"/duyet/quyet-dinh/{found.pk}/").text
    assert "Áp dụng: ghi 1 giấy" in page
    assert not Certificate.objects.exists()
    client.post(f"/duyet/quyet-dinh/{found.pk}/ap-dung/", {"seen": seen(found)})
    assert Certificate.objects.get().product == scarf.product
    done = client.get(f"/duyet/quyet-dinh/{found.pk}/").text
    assert ("Đã áp dụng lúc" in done, ", Nguyễn Thuỳ Linh." in done) == (True, True)
    assert "Nguyễn Thuỳ Linh đưa lên lúc" in client.get("/duyet/quyet-dinh/").text
    assert client.get(f"/duyet/quyet-dinh/{found.pk}/dong/2/").status_code == 404


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text": ""}, "Hãy dán danh sách hoặc chọn tệp."),
        ({"text": PASTED, "decision_no": ""}, "decision_no"),
        ({"text": PASTED, "issued_date": "09/11/2026"}, "Ngày cấp giấy không thể trước ngày quyết định."),
        ({"text": PASTED, "province": "12"}, "province"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(changes, said, scarf, linh):
    response = signed_in(linh).post("/duyet/quyet-dinh/moi/", {**FACTS, **changes})
    assert response.status_code == 422
    assert said in response.text
    assert "UBND tỉnh Điện Biên" in response.text
    assert not DecisionList.objects.exists()


def test_a_file_that_cannot_be_read_is_said_at_its_field(linh):
    file = factories.photo_file(1)
    file.name = "danh-sach.pdf"
    file.seek(0)
    file.truncate()
    file.write(b"%PDF-1.4 x")
    file.seek(0)
    response = signed_in(linh).post("/duyet/quyet-dinh/moi/", {**FACTS, "file": file})
    assert (response.status_code, "Chợ không đọc tệp PDF" in response.text) == (422, True)


def test_a_file_of_two_lists_is_refused_at_its_field_with_their_names(linh):
    rows = [["Tên sản phẩm", "Số sao"], ["Khăn thổ cẩm Lào", "3 sao"]]
    file = SimpleUploadedFile("danh-sach.xlsx", workbook(rows, rows))
    response = signed_in(linh).post("/duyet/quyet-dinh/moi/", {**FACTS, "file": file})
    assert response.status_code == 422
    assert "Tệp có 2 trang tính có danh sách: “Trang 1”, “Trang 2”." in response.context["form"].errors["file"][0]
    assert not DecisionList.objects.exists()


def test_sheets_that_were_passed_over_are_named(linh):
    rows = [["Tên sản phẩm", "Số sao"], ["Khăn thổ cẩm Lào", "3 sao"]]
    file = SimpleUploadedFile("danh-sach.xlsx", workbook([["Khăn", "Ba"]], rows))
    response = signed_in(linh).post("/duyet/quyet-dinh/moi/", {**FACTS, "file": file}, follow=True)
    assert "Không đọc trang tính “Trang 1”: không thấy dòng ghi tên các cột." in response.text
    assert DecisionList.objects.get().source == "danh-sach.xlsx, trang Trang 2"


def test_columns_are_corrected(scarf, mai, linh):
    text = "A\tB\tC\nKhăn thổ cẩm Lào\tLò Thị Mai\tBa sao\n"
    found = decision_list(mai.commune.province, by=linh, text=text)
    client, address = signed_in(linh), f"/duyet/quyet-dinh/{found.pk}/cot/"
    assert client.get(f"/duyet/quyet-dinh/{found.pk}/").headers["Location"] == address
    wrong = {"head": "1", "column_0": "product", "column_1": "product", "column_2": ""}
    assert client.post(address, wrong).status_code == 422
    client.post(address, {"head": "1", "column_0": "product", "column_1": "holder", "column_2": "stars"})
    assert "Áp dụng: ghi 1 giấy" in client.get(f"/duyet/quyet-dinh/{found.pk}/").text


def test_a_row_is_corrected_and_a_product_chosen_by_its_name(scarf, mai, linh):
    found = decision_list(mai.commune.province, by=linh, text=PASTED.replace("Khăn thổ cẩm Lào", "Vải dệt tay"))
    client = signed_in(linh)
    assert "Chưa có trên chợ" in client.get(f"/duyet/quyet-dinh/{found.pk}/").text
    page = client.get(f"/duyet/quyet-dinh/{found.pk}/dong/2/?q=khan").text
    assert f'value="{scarf.product_id}"' in page
    client.post(f"/duyet/quyet-dinh/{found.pk}/chon/", {"dong-2": scarf.product_id})
    assert "Áp dụng: ghi 1 giấy" in client.get(f"/duyet/quyet-dinh/{found.pk}/").text
    said = {"product": "Khăn thổ cẩm Lào", "holder": "Lò Thị Mai", "stars": "2 sao"}
    client.post(f"/duyet/quyet-dinh/{found.pk}/dong/2/", said)
    assert "2 sao không có giấy chứng nhận" in client.get(f"/duyet/quyet-dinh/{found.pk}/").text


def test_a_plan_that_moved_is_shown_anew_and_not_applied(scarf, mai, linh, son):
    found = decision_list(mai.commune.province, by=linh)
    client, root = signed_in(linh), f"/duyet/quyet-dinh/{found.pk}/"
    mark = seen(found)
    assert f'name="seen" value="{mark}"' in client.get(root).text
    cells = {"product": "Khăn thổ cẩm Lào", "holder": "Lò Thị Mai", "stars": "4 sao"}
    signed_in(son).post(f"{root}dong/2/", cells)
    response = client.post(f"{root}ap-dung/", {"seen": mark})
    assert response.status_code == 409
    found.refresh_from_db()
    for told in ("vừa khác đi sau khi bạn mở trang", "4 sao", f'name="seen" value="{seen(found)}"'):
        assert told in response.text
    assert (Certificate.objects.exists(), found.applied_at) == (False, None)
    assert client.get(f"{root}ap-dung/?muc=no_product").headers["Location"] == f"{root}?muc=no_product"
    client.post(f"{root}ap-dung/", {"seen": seen(found)})
    assert Certificate.objects.get().stars == 4


@pytest.mark.parametrize("who", ["tuan", "giang"])
def test_another_provinces_list_is_not_there(who, scarf, mai, linh, request):
    found = decision_list(mai.commune.province, by=linh)
    client = signed_in(request.getfixturevalue(who))
    for address in ("", "cot/", "dong/2/"):
        assert client.get(f"/duyet/quyet-dinh/{found.pk}/{address}").status_code == 404
    assert client.get(f"/duyet/quyet-dinh/{found.pk}/ap-dung/").status_code == 404
    assert client.post(f"/duyet/quyet-dinh/{found.pk}/ap-dung/", {"seen": seen(found)}).status_code == 404
    assert not Certificate.objects.exists()
