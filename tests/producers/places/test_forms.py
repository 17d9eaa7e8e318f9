"""The place field, as buyers and officers without JavaScript meet it."""

import re

import pytest
from django import forms
from django.template import Context, Template

from producers.places.forms import CommuneField, TypedPlace
from producers.places.models import Commune

pytestmark = pytest.mark.usefixtures("places")


class Home(forms.Form):
    """A form with a place."""

    place = CommuneField(label="Nơi ở")
    other = CommuneField(label="Nơi khác", required=False)


def home(text="", province="", code="", **more):
    return Home({"place_text": text, "place_province": province, "place_code": code, **more})


def chosen(form):
    assert form.is_valid(), form.errors
    return form.cleaned_data["place"].code


def radios(form):
    return re.findall(r'type="radio"\s+name="place_code"\s+value="(\d+)"', str(form["place"]))


@pytest.mark.parametrize(
    ("text", "province", "code"),
    [
        ("Núa Ngam", "11", "03358"),
        ("nua ngam", "", "03358"),
        ("Nu\u0301a Ngam", "11", "03358"),
        ("thị trấn Mường Chà", "11", "03172"),
        ("Pa Tần", "12", "03503"),
        ("03358", "11", "03358"),
    ],
)
def test_a_typed_place_gives_its_commune(text, province, code):
    form = home(text, province)
    assert chosen(form) == code
    assert form.cleaned_data["other"] is None


@pytest.mark.parametrize("province", ["", "11"])
def test_a_place_is_required(province):
    assert home("", province).errors == {"place": ["Hãy gõ tên xã, phường."]}


def test_an_unknown_name_is_said_and_kept():
    form = home("Xã Không Đâu", "11")
    assert form.errors["place"] == [
        "Không tìm thấy xã, phường nào tên như vậy. Hãy thử tên cũ, hoặc thêm tên huyện cũ."
    ]
    drawn = str(form["place"])
    assert 'value="Xã Không Đâu"' in drawn
    assert '<option value="11" selected>Điện Biên</option>' in drawn


def test_several_communes_are_offered_and_the_next_post_settles_it():
    form = home("Mường Chà", "11")
    assert form.errors["place"] == ["Có nhiều nơi tên như vậy. Hãy chọn một nơi."]
    assert radios(form) == ["03166", "03172"]
    assert "thị trấn Mường Chà cũ, huyện Mường Chà" in str(form["place"])
    assert 'type="hidden"' not in str(form["place"])
    assert chosen(home("Mường Chà", "11", "03172")) == "03172"


def test_a_name_only_begun_is_offered_as_a_question():
    form = home("nua nga", "11")
    assert form.errors["place"] == ["Có phải nơi này không? Hãy chọn, hoặc gõ lại."]
    assert radios(form) == ["03358"]


def test_what_one_form_offers_another_does_not():
    assert not home("Mường Chà", "11").is_valid()
    assert radios(Home()) == []


def test_a_code_of_another_province_is_refused():
    form = home("", "12", "03358")
    assert form.errors["place"] == ["Xã này không thuộc tỉnh đã chọn: Xã Núa Ngam, Điện Biên."]


def test_a_name_of_another_province_is_refused_and_kept():
    form = home("Núa Ngam", "12")
    assert form.errors["place"] == ["Xã này không thuộc tỉnh đã chọn: Xã Núa Ngam, Điện Biên."]
    assert 'value="Núa Ngam"' in str(form["place"])
    assert '<option value="12" selected>Lai Châu</option>' in str(form["place"])


def test_a_code_left_over_from_another_text_does_not_win():
    assert chosen(home("Sín Chải", "11", "03358")) == "03226"
    assert chosen(home("Xã Mường Chà", "11", "03172")) == "03166"


@pytest.mark.parametrize("code", ["99999", "abc", "\x00", "03358' --"])
def test_a_broken_code_does_no_harm(code):
    assert chosen(home("Núa Ngam", "11", code)) == "03358"
    assert home("", "", code).errors["place"] == ["Hãy gõ tên xã, phường."]


@pytest.mark.parametrize("province", ["99", "abc", "\x00", "<script>"])
def test_a_broken_province_is_no_province_of_the_commune(province):
    form = home("Núa Ngam", province)
    assert form.errors["place"] == ["Xã này không thuộc tỉnh đã chọn: Xã Núa Ngam, Điện Biên."]


def test_a_commune_that_ended_cannot_be_chosen():
    Commune.objects.filter(pk="03358").update(valid_to="2027-07-01")
    assert "place" in home("", "11", "03358").errors


def test_typed_html_is_shown_as_text():
    assert "<b>" not in str(home("<b>xã</b>", "11")["place"])


@pytest.mark.parametrize("start", ["03358", "object"])
def test_a_known_commune_fills_the_boxes(start):
    commune = Commune.objects.get(pk="03358")
    form = Home(initial={"place": commune if start == "object" else start})
    drawn = str(form["place"])
    assert 'value="Xã Núa Ngam"' in drawn
    assert '<option value="11" selected>' in drawn
    assert '<input type="hidden" name="place_code" value="03358">' in drawn
    same = home("Xã Núa Ngam", "11", "03358")
    same.initial = {"place": commune}
    assert same.has_changed() is False


def test_a_chosen_commune_stays_chosen_when_another_field_is_wrong():
    form = home("Mường Chà", "11", "03172", other_text="zzzz")
    assert list(form.errors) == ["other"]
    assert '<input type="hidden" name="place_code" value="03172">' in str(form["place"])


def test_another_text_is_a_change():
    assert CommuneField().has_changed("03358", TypedPlace("11", "Na Sang", "")) is True
    assert CommuneField().has_changed(None, TypedPlace()) is False


def test_every_box_has_its_label_and_the_error_its_box():
    form = home("zzzz", "11")
    row = Template("{% field form.place %}").render(Context({"form": form}))
    assert '<legend class="o-nhan">Nơi ở' in row
    assert 'for="id_place_province"' in row
    assert 'id="id_place_province"' in row
    assert 'for="id_place_text"' in row
    assert 'id="id_place_error"' in row
    assert 'aria-invalid="true" aria-describedby="id_place_error"' in row
    assert 'data-goi-y="/dia-gioi/tim/"' in row
    assert row.count("<option") == 35


@pytest.mark.parametrize(
    ("typed", "queries"),
    [
        ({"place_text": "Núa Ngam", "place_province": "11"}, 2),
        ({"place_text": "Mường Chà", "place_province": "11"}, 2),
        ({"place_text": "Mường Chà", "place_province": "11", "place_code": "03172"}, 2),
        ({"place_code": "03172"}, 1),
        ({"place_text": "zzzz", "place_province": "11"}, 4),
        ({}, 0),
    ],
)
def test_checking_takes_few_queries(django_assert_num_queries, typed, queries):
    with django_assert_num_queries(queries):
        Home(typed).is_valid()


def test_drawing_takes_one_query(django_assert_num_queries):
    form = home("Mường Chà", "11")
    form.is_valid()
    with django_assert_num_queries(1):
        str(form["place"])
