"""Icons, pictures and cards as HTML; colours that can be read; pages that stay light."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template

from common.look.icons import DRAWINGS

STATIC = Path(settings.BASE_DIR) / "static"
CSS = STATIC / "css"
IMAGE = {"src320": "/tep/a-320.webp", "src640": "/tep/a-640.webp", "alt": "Hũ mật ong", "colour": "#c9a25a"}
HONEY = {
    "url": "/hang/7/mat-ong/",
    "title": "Mật ong <bạc hà>",
    "image": IMAGE,
    "maker": "Tổ ong bản Lả",
    "place": "xã Sín Chéng",
    "price": 185000,
    "unit": "chai",
    "stars": 3,
    "is_available": True,
}


def rendered(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_an_icon_is_hidden_from_screen_readers():
    html = rendered('{% icon "truck" %}')
    assert html.startswith('<svg class="bt" viewBox="0 0 24 24" aria-hidden="true"><path d="M14 18V6')
    assert html.count("<svg") == 1


def test_an_unknown_icon_is_an_error():
    with pytest.raises(KeyError):
        rendered('{% icon "unicorn" %}')


def test_every_icon_that_templates_ask_for_exists():
    asked = {
        name
        for path in (Path(settings.BASE_DIR) / "templates").rglob("*.html")
        for name in re.findall(r'{%\s*icon\s+"([^"]+)"', path.read_text(encoding="utf-8"))
    }
    assert asked - DRAWINGS.keys() == set()
    assert "shopping-basket" in asked


def test_a_card_is_one_link_with_stars_place_and_price():
    html = rendered("{% card product %}", product=HONEY)
    assert html.count("<a ") == 1
    assert '<h3 class="the-ten"><a href="/hang/7/mat-ong/">Mật ong &lt;bạc hà&gt;</a></h3>' in html
    assert '<span class="an">3 sao</span>' in html
    assert "<span>Tổ ong bản Lả, xã Sín Chéng</span>" in html
    assert '<span class="gia">185.000\u00a0₫ <span class="gia-don-vi">/chai</span></span>' in html
    assert 'srcset="/tep/a-320.webp 320w, /tep/a-640.webp 640w"' in html
    assert 'width="640" height="640"' in html
    assert 'style="background:#c9a25a"' in html
    assert 'loading="lazy"' in html
    assert "Tạm hết hàng" not in html


def test_a_card_without_price_stars_or_picture_says_so():
    html = rendered("{% card product %}", product={"url": "/x/", "title": "Gùi tre"})
    assert '<span class="gia">Hỏi giá</span>' in html
    assert "ocop" not in html
    assert 'aria-label="Chưa có ảnh"' in html


def test_a_card_out_of_season_says_when_it_returns():
    gone = {**HONEY, "is_available": False, "note": "Mùa sau: tháng 10"}
    html = rendered("{% card product level=2 eager=True %}", product=gone)
    assert "Tạm hết hàng" in html
    assert "<span>Mùa sau: tháng 10</span>" in html
    assert '<h2 class="the-ten">' in html
    assert "fetchpriority=high" in html


@pytest.mark.parametrize("stars", [0, None])
def test_no_stars_means_no_badge(stars):
    assert rendered("{% ocop stars %}", stars=stars or 0) == ""


def test_a_picture_takes_only_the_widths_it_has():
    html = rendered('{% picture image "62vw" width=1000 height=500 widths="640 1000" %}', image=IMAGE)
    assert 'srcset="/tep/a-640.webp 640w" sizes="62vw" width="1000" height="500" alt="Hũ mật ong"' in html


# colours: WCAG 2.2 AA, 4.5 for text and 3 for the borders of controls


def tokens() -> dict[str, str]:
    css = (CSS / "cho.css").read_text(encoding="utf-8")
    return {
        name: value if len(value) == 7 else "#ffffff" for name, value in re.findall(r"--([\w-]+): (#\w{3,6});", css)
    }


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


TEXT_ON = {
    "vai": ["muc", "muc-2", "muc-3", "cham-7", "son", "nghe-6", "la", "do"],
    "vai-2": ["muc", "muc-2", "cham-7", "son"],
    "trang": ["muc", "muc-2", "muc-3", "cham-7", "cham-8", "son", "nghe-6", "la", "do"],
    "cham-9": ["trang", "vai-2"],
    "cham-8": ["trang", "nghe", "vai-2"],
    "cham-7": ["trang"],
    "cham-1": ["muc", "muc-2", "cham-7"],
    "son": ["trang"],
    "son-7": ["trang"],
    "son-1": ["muc", "son", "son-7"],
    "nghe": ["cham-9"],
    "nghe-1": ["muc", "nghe-8"],
    "la": ["trang"],
    "la-1": ["muc", "la"],
}


@pytest.mark.parametrize(("ground", "text"), [(ground, text) for ground, texts in TEXT_ON.items() for text in texts])
def test_text_can_be_read(ground, text):
    assert contrast(tokens()[ground], tokens()[text]) >= 4.5


@pytest.mark.parametrize("ground", ["vai", "trang", "vai-2"])
def test_the_border_of_a_control_can_be_seen(ground):
    assert contrast(tokens()[ground], tokens()["vien-2"]) >= 3


@pytest.mark.parametrize("area", ["xem.css", "mua.css"])
def test_a_buyers_page_loads_little_css(area):
    size = sum(len(gzip.compress((CSS / name).read_bytes())) for name in ("cho.css", area))
    assert size <= 8 * 1024


def test_scripts_are_small():
    assert {path.name for path in (STATIC / "js").glob("*.js") if len(path.read_text().splitlines()) > 130} == set()
