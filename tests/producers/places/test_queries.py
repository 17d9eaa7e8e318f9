"""Finding communes by every name people give them: the traps of the merger of July 2025."""

import unicodedata

import pytest

from producers.places.models import Commune
from producers.places.queries import Ambiguous, commune_by_text, find_communes, provinces_in_order

pytestmark = pytest.mark.usefixtures("places")


def codes(text, **options):
    return [match.commune.code for match in find_communes(text, **options)]


def meant(text, province=None):
    """The code of the one commune meant, or the codes to choose from."""
    found = commune_by_text(text, province)
    if isinstance(found, Ambiguous):
        return [match.commune.code for match in found.matches]
    return found.code if found else None


def test_na_sang_is_a_commune_and_villages_elsewhere():
    assert [(match.commune.code, match.note) for match in find_communes("Na Sang")] == [
        ("03172", ""),
        ("03358", "có bản Na Sang 1, bản Na Sang 2"),
    ]


def test_muong_cha_is_a_commune_a_former_town_and_a_former_district():
    matches = find_communes("Mường Chà", province="11")
    assert [(match.commune.code, match.note) for match in matches] == [
        ("03166", ""),
        ("03172", "thị trấn Mường Chà cũ, huyện Mường Chà"),
        ("03151", "huyện Mường Chà cũ"),
        ("03202", "huyện Mường Chà cũ"),
        ("03181", "huyện Mường Chà cũ"),
        ("03194", "huyện Mường Chà cũ"),
        ("03193", "huyện Mường Chà cũ"),
    ]


@pytest.mark.parametrize("typed", ["Huyện Tủa Chùa", "huyen tua chua", "h. Tủa Chùa", "HUYỆN TỦA CHÙA"])
def test_a_former_district_gives_all_its_communes(typed):
    matches = find_communes(typed)
    assert [match.commune.code for match in matches] == ["03244", "03226", "03241", "03217", "03220"]
    assert {match.note for match in matches} == {"huyện Tủa Chùa cũ"}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("03358", "03358"),
        (" 03358 ", "03358"),
        ("Núa Ngam", "03358"),
        ("nua ngam", "03358"),
        ("NÚA NGAM", "03358"),
        (unicodedata.normalize("NFD", "Núa Ngam"), "03358"),
        ("Nu\u0301a\u00a0Ngam\u200b", "03358"),
        ("xã Núa Ngam", "03358"),
        ("xa nua ngam", "03358"),
        ("x.Núa Ngam", "03358"),
        ("Xã Núa Ngam, Điện Biên", "03358"),
        ("bản Na Sang 1, xã Núa Ngam, huyện Điện Biên, tỉnh Điện Biên", "03358"),
        ("nua n", "03358"),
        ("Chà Nưa", "03166"),
        ("Chà Nưa, Nậm Pồ", "03166"),
        ("cha nua nam po dien bien", "03166"),
        ("Trà Mai", "20944"),
        ("Trà Mai, Nam Trà My, Quảng Nam", "20944"),
        ("phường Him Lam thành phố Điện Biên Phủ", "03127"),
        ("Ea H’leo", "24184"),
        ("ea hleo", "24184"),
        ("xa dung", "03208"),
        ("Sín Chải", "03226"),
        ("P.1, Q.3, TP.HCM", "27154"),
    ],
)
def test_the_commune_stands_first(typed, code):
    assert codes(typed)[0] == code


def test_exact_marks_go_before_folded_letters():
    assert codes("Tân Ân")[0] == "32236"
    assert "32236" in codes("tan an", limit=12)
    assert "32236" not in codes("Tân An", limit=10)


def test_larger_places_narrow():
    assert codes("Pa Tần, Nậm Pồ") == ["03166"]
    assert codes("pa tan, lai chau") == ["03503"]
    assert codes("Pa Tần", province="12") == ["03503"]
    assert codes("Sín Chải, Mường Chà") == []


def test_a_former_province_gives_its_communes_of_today():
    matches = find_communes("tỉnh Hà Giang", limit=200)
    assert len(matches) == len({match.commune.code for match in matches})
    assert {match.commune.province.name for match in matches} == {"Tuyên Quang"}
    assert matches[0].note == "tỉnh Hà Giang cũ"


def test_a_commune_cut_in_parts_is_found_in_each():
    matches = find_communes("phường Trúc Bạch")
    assert matches[0].commune.code == "00004"
    parts = [match for match in find_communes("Đội Cấn, Ba Đình") if match.note.startswith("một phần")]
    assert "một phần phường Đội Cấn cũ, quận Ba Đình" in {match.note for match in parts}


def test_the_list_is_cut_at_its_limit_and_names_no_commune_twice():
    found = codes("th", limit=10)
    assert len(found) == len(set(found)) == 10
    assert codes("n") == []


@pytest.mark.parametrize("typed", ["", " ", ",", "zzzz", "99999", "%", "_", "' or 1=1 --", "\x00", "n" * 10_000])
def test_nothing_fits_nonsense(typed):
    assert codes(typed) == []


@pytest.mark.parametrize(
    ("typed", "queries", "count"),
    [("", 0, 0), ("Núa Ngam", 2, 1), ("Na Sang", 2, 2), ("03358", 2, 1), ("th", 2, 10), ("Na Sang, Mường Chà", 2, 1)],
)
def test_two_queries_find_everything(django_assert_num_queries, typed, queries, count):
    with django_assert_num_queries(queries):
        assert len([match.label for match in find_communes(typed)]) == count


@pytest.mark.parametrize(
    ("typed", "province", "result"),
    [
        ("Núa Ngam", None, "03358"),
        ("Xã Na Sang", None, "03172"),
        ("xa na sang", None, "03172"),
        ("Xã Mường Chà", None, "03166"),
        ("Thị trấn Mường Chà", None, "03172"),
        ("Mường Chà", "11", ["03166", "03172"]),
        ("Na Sang", "11", ["03172", "03358"]),
        ("Pa Tần", None, ["03503", "03166"]),
        ("Pa Tần", "12", "03503"),
        ("Pa Tần", "11", "03166"),
        ("Núa Ngam", "12", None),
        ("nua n", "11", ["03358"]),
        ("huyện Tủa Chùa", None, ["03244", "03226", "03241", "03217", "03220"]),
        ("xa dung", "11", "03208"),
        ("Xã Thanh An, Hồ Chí Minh", None, "25807"),
        ("xa thanh an, ho chi minh", None, ["25807", "27676"]),
        ("Phường Phú Thọ, Phú Thọ", None, "07942"),
        ("zzzz", None, None),
        ("", None, None),
    ],
)
def test_one_commune_is_meant_or_the_person_chooses(typed, province, result):
    assert meant(typed, province) == result


def test_the_name_of_a_province_alone_never_settles_on_a_ward_of_another():
    found = commune_by_text("Điện Biên")
    assert isinstance(found, Ambiguous)
    assert "Phường Hạc Thành, Thanh Hóa" in [match.label for match in found.matches]


def test_every_full_name_of_a_province_means_its_commune():
    for commune in Commune.objects.filter(province="12").select_related("province"):
        assert commune_by_text(commune.full_name) == commune


def test_provinces_stand_in_vietnamese_order(django_assert_num_queries):
    with django_assert_num_queries(1):
        names = [province.name for province in provinces_in_order()]
    assert len(names) == 34
    assert names[:4] == ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng"]
    assert names[4:10] == ["Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Đồng Nai", "Đồng Tháp"]
