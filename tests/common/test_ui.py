"""Tags and filters write what people read; fields tie their help and errors to the input."""

import re
from datetime import date

import pytest
from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import formats

from catalog.storefront.browsing import Option


class Household(forms.Form):
    """A form with one field of each kind."""

    name = forms.CharField(label="Họ tên", help_text="Như trên giấy tờ")
    village = forms.CharField(label="Bản", required=False)
    way = forms.ChoiceField(
        label="Nhận hàng", choices=[("nha", "Tại nhà"), ("diem", "Ở điểm")], widget=forms.RadioSelect
    )
    agrees = forms.BooleanField(label="Đồng ý")
    price = forms.IntegerField(label="Giá")
    token = forms.CharField(widget=forms.HiddenInput, required=False)


def rendered(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


@pytest.mark.parametrize(
    ("number", "shown", "called"),
    [
        ("0912345678", "0912 345 678", "tel:0912345678"),
        ("1800 0000", "1800 0000", "tel:18000000"),
        ("+84 912 345 678", "8491 234 5678", "tel:+84912345678"),
    ],
)
def test_phone_numbers_are_shown_in_groups_and_called(number, shown, called):
    assert rendered("{{ n|phone }}", n=number) == shown
    assert rendered("{{ n|tel }}", n=number) == called


@pytest.mark.parametrize(("seconds", "words"), [(58, "58 giây"), (60, "1 phút"), (80, "1 phút 20"), (125, "2 phút 05")])
def test_durations_are_words(seconds, words):
    assert rendered("{{ s|duration }}", s=seconds) == words


@pytest.mark.parametrize(("size", "words"), [(10, "1 KB"), (210_400, "210 KB"), (1_440_000, "1,4 MB")])
def test_sizes_are_told_before_data_is_spent(size, words):
    assert rendered("{{ s|kilobytes }}", s=size) == words


def test_money_is_written_with_dots():
    assert rendered("{{ 1250000|dong }}") == "1.250.000\u00a0₫"


def test_dates_and_numbers_are_vietnamese():
    assert formats.date_format(date(2026, 11, 5)) == "05/11/2026"
    assert rendered("{{ n }} {{ d }}", n=1234567, d=1.5) == "1.234.567 1,5"


def test_a_changed_filter_keeps_the_others_and_starts_at_page_one(rf):
    request = rf.get("/tim/?q=che&sao=3&sao=4&trang=5")
    assert rendered('{% url_with xep="gia" %}', request=request) == "?q=che&amp;sao=3&amp;sao=4&amp;xep=gia"
    assert rendered("{% url_with trang=2 %}", request=request) == "?q=che&amp;sao=3&amp;sao=4&amp;trang=2"
    assert rendered('{% url_with q="" %}', request=request) == "?sao=3&amp;sao=4"
    assert rendered('{% url_without "sao" 4 %}', request=request) == "?q=che&amp;sao=3"
    assert rendered('{% url_without "sao" %}', request=request) == "?q=che"


def test_pages_are_links_that_keep_the_search(rf):
    html = rendered("{% pagination 5 12 %}", request=rf.get("/tim/?q=che&trang=5"))
    assert re.findall(r'href="([^"]+)"', html) == [
        "?q=che&amp;trang=4",
        "?q=che",
        "?q=che&amp;trang=4",
        "?q=che&amp;trang=6",
        "?q=che&amp;trang=12",
        "?q=che&amp;trang=6",
    ]
    assert html.count("aria-current") == 1
    assert html.count("…") == 2


def test_one_page_needs_no_links(rf):
    assert rendered("{% pagination 1 1 %}", request=rf.get("/tim/")).strip() == ""


@pytest.mark.parametrize(
    ("path", "link", "is_here"),
    [
        ("/gio/", "/gio/", True),
        ("/gio/xong/", "/gio/", True),
        ("/gio-qua/", "/gio/", False),
        ("/", "/gio/", False),
        ("/gio/", "/", False),
        ("/", "/", True),
        ("/nhom/", "/nhom/", True),
        ("/nhom/thuc-pham/", "/nhom/", True),
        ("/nhom/thuc-pham/", "/nhom/thuc-pham/", True),
        ("/nhom/thuc-pham/", "/nhom/do-uong/", False),
    ],
)
def test_a_link_knows_when_the_visitor_is_there(path, link, is_here):
    html = rendered("{% here path|section link %}", path=path, link=link)
    assert html == (' aria-current="page"' if is_here else "")


def test_the_orders_of_a_list_are_links_that_keep_the_filters(rf):
    options = [Option("", "Phù hợp", None, is_chosen=False), Option("moi", "Mới & cũ", None, is_chosen=True)]
    html = rendered('{% choices "xep" options %}', request=rf.get("/tim/?sao=3&xep=moi&trang=5"), options=options)
    assert html == '<a href="?sao=3">Phù hợp</a><a href="?sao=3&amp;xep=moi" aria-current="true">Mới &amp; cũ</a>'
    bare = rendered('{% choices "xep" options %}', request=rf.get("/tim/"), options=options)
    assert re.findall(r'href="([^"]*)"', bare) == ["?", "?xep=moi"]


@pytest.mark.parametrize("number", [0, 4, 99])
def test_a_page_that_is_not_there_leads_to_those_that_are(rf, number):
    html = rendered("{% pagination number 3 %}", request=rf.get("/tim/"), number=number)
    assert set(re.findall(r'href="([^"]+)"', html)) <= {"?", "?trang=2", "?trang=3"}


def test_a_part_is_drawn_anew_for_other_values_alone():
    part = '{% part "components/bottom_bar.html" visited="/gio/" basket_count=count %}'
    two, three = (rendered(part, count=count) for count in (2, 3))
    assert (two.count('<span class="so">2'), three.count('<span class="so">3')) == (1, 1)
    assert rendered(part, count=2) == two


def test_the_canonical_address_has_no_query(rf, settings):
    settings.PUBLIC_ADDRESS = "https://cho.example"
    assert rendered("{% canonical %}", request=rf.get("/nhom/che/?trang=2")) == "https://cho.example/nhom/che/"


def test_a_field_ties_its_help_and_errors_to_the_input():
    form = Household({"name": "", "way": "nha", "agrees": "on", "price": "5"})
    html = rendered("{% field form.name %}", form=form)
    assert '<label class="o-nhan"' in html
    assert 'for="id_name"' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext">Như trên giấy tờ<' in html
    assert 'id="id_name_error"' in html
    assert '<span class="an">Lỗi: </span>' in html
    assert "không bắt buộc" not in html


def test_a_field_keeps_what_was_typed_and_escapes_it():
    form = Household({"name": '"><script>', "price": "12,5"})
    assert 'value="&quot;&gt;&lt;script&gt;"' in rendered("{% field form.name %}", form=form)
    html = rendered('{% field form.price suffix="₫" %}', form=form)
    assert 'value="12,5"' in html
    assert "<span>₫</span>" in html


def test_an_optional_field_says_so():
    assert "không bắt buộc" in rendered("{% field form.village %}", form=Household())


def test_choices_are_a_group_with_a_legend():
    html = rendered("{% field form.way %}", form=Household({"name": "Mai"}))
    assert "<fieldset" in html
    assert 'aria-describedby="id_way_error"' in html
    assert html.count('<label class="chon-mot">') == 2
    assert '<legend class="o-nhan">Nhận hàng</legend>' in html


def test_a_box_to_tick_stands_in_its_label():
    assert re.search(
        r'<label class="o-tich" for="id_agrees"><input[^>]+><span>Đồng ý</span>',
        rendered("{% field form.agrees %}", form=Household()),
    )


def test_a_hidden_field_shows_nothing_else():
    assert rendered("{% field form.token %}", form=Household()).strip() == (
        '<input type="hidden" name="token" id="id_token">'
    )


def test_the_error_summary_leads_to_each_field():
    html = render_to_string("components/error_summary.html", {"form": Household({"name": "Mai", "price": "a"})})
    assert re.findall(r'href="#(\w+)"', html) == ["id_way", "id_agrees", "id_price"]
    assert "còn 3 chỗ" in html
    assert "autofocus" in html


def test_a_form_without_errors_has_no_summary():
    assert render_to_string("components/error_summary.html", {"form": Household()}).strip() == ""


def test_a_voice_is_a_link_to_the_sound_with_its_length_and_size():
    html = rendered('{% voice "/tep/v.mp3" "Nghe bà Mai kể" "Tiếng Thái" 80 210000 %}')
    assert re.search(r'<a class="nghe"\s+href="/tep/v.mp3"\s+data-nghe>', html)
    assert "Tiếng Thái · 1 phút 20 · 210 KB" in html


def test_months_are_told_in_words_too():
    html = rendered("{% months season 11 %}", season=[10, 11])
    assert 'aria-label="Có hàng tháng 10, 11"' in html
    assert html.count("thang-co") == 2
    assert html.count("thang-nay") == 1


@pytest.mark.parametrize(
    ("level", "role", "is_saved"),
    [(constants.SUCCESS, "status", True), (constants.WARNING, "status", False), (constants.ERROR, "alert", False)],
)
def test_a_message_is_announced_and_success_frees_the_kept_form(level, role, is_saved):
    html = render_to_string("components/messages.html", {"messages": [Message(level, "Đã <b>lưu</b>")]})
    assert f'role="{role}"' in html
    assert ("data-da-luu" in html) is is_saved
    assert "Đã &lt;b&gt;lưu&lt;/b&gt;" in html


@pytest.mark.parametrize("page", ["400.html", "404.html", "500.html"])
def test_error_pages_need_no_context(page):
    html = render_to_string(page)
    assert "Về trang chủ" in html
    assert html.count("<h1>") == 1


def test_the_work_pages_sign_out_by_a_form(rf):
    html = render_to_string("base_work.html", {"workplace": "Điểm Nậm Ngám"}, request=rf.get("/can-bo/"))
    assert re.search(r'<form method="post" action="/tai-khoan/ra/">\s*<button', html)
    assert "Điểm Nậm Ngám" in html
