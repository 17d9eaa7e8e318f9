"""The places of the whole country, loaded."""

from django.core.management import call_command

from producers.places.models import Commune, FormerCommune, Province
from producers.places.services import Loaded


def test_the_whole_country_is_loaded(places):
    assert places == {
        "tỉnh": Loaded(34, 34, 0, 0),
        "xã": Loaded(3321, 3321, 0, 0),
        "xã cũ": Loaded(10597, 10597, 0, 0),
    }
    assert (Province.objects.count(), Commune.objects.count(), FormerCommune.objects.count()) == (34, 3321, 10597)
    assert Commune.objects.filter(province="11").count() == 45
    assert Commune.objects.filter(province="12").count() == 38
    assert Commune.objects.filter(province="48").count() == 94
    assert Commune.objects.filter(kind="special_zone").count() == 13


def test_loading_again_writes_nothing_and_says_so(places, capsys, django_assert_num_queries):
    with django_assert_num_queries(5):
        call_command("load_places")
    assert capsys.readouterr().out.splitlines() == [
        "34 tỉnh: 0 mới, 0 đổi, 0 hết hiệu lực",
        "3321 xã: 0 mới, 0 đổi, 0 hết hiệu lực",
        "10597 xã cũ: 0 mới, 0 đổi, 0 hết hiệu lực",
        "Số liệu ngày 22/11/2026",
    ]


def test_names_are_written_in_full(places):
    nua_ngam = Commune.objects.get(pk="03358")
    assert (str(nua_ngam), nua_ngam.full_name) == ("Xã Núa Ngam", "Xã Núa Ngam, Điện Biên")
    assert str(Commune.objects.get(pk="03127")) == "Phường Điện Biên Phủ"
    assert str(Commune.objects.get(pk="20333")) == "Đặc khu Hoàng Sa"
    assert Province.objects.get(pk="11").full_name == "Tỉnh Điện Biên"
    assert Province.objects.get(pk="46").full_name == "Thành phố Huế"
    former = FormerCommune.objects.get(name="Thị trấn Mường Chà")
    assert str(former) == "Thị trấn Mường Chà, Huyện Mường Chà, Tỉnh Điện Biên"
    assert former.folded == "muong cha"
