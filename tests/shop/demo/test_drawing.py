"""The drawn pictures: all there, light enough to ship, no two alike, the same every time."""

from itertools import combinations

import pytest
from PIL import Image, ImageChops

from shop.demo.catalogue import PICTURES, read_market
from shop.demo.drawing import draw, draw_group, draw_hero, draw_producer, views_of
from shop.demo.drawing.__main__ import encoded, pictures

SHIPPED = sorted(PICTURES.glob("*.webp"))
SIDE = 16


def thumbnail(picture: Image.Image) -> Image.Image:
    return picture.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BOX)


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of two thumbnails, 0 (alike) to 255."""
    return sum(ImageChops.difference(one, other).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))) / 3


@pytest.fixture(scope="module")
def thumbnails() -> dict[str, Image.Image]:
    """Every shipped picture of a product or producer, by name, very small."""
    result = {}
    for path in SHIPPED:
        if not path.stem.startswith(("hero", "group")):
            with Image.open(path) as picture:
                result[path.stem] = thumbnail(picture)
    return result


def test_every_product_and_producer_has_its_pictures():
    market = read_market()
    for product in market.products:
        assert 2 <= len(product.pictures) == views_of(product.no) <= 4, product.no
    assert all(producer.picture.exists() for producer in market.producers)
    assert {path.stem for path in SHIPPED} == set(pictures())


def test_the_shipped_pictures_are_square_webp_and_weigh_less_than_8_megabytes():
    assert sum(path.stat().st_size for path in SHIPPED) < 8_000_000
    for path in SHIPPED:
        with Image.open(path) as picture:
            assert picture.format == "WEBP"
            if not path.stem.startswith("hero"):
                assert picture.size in {(1000, 1000), (720, 720)}


def test_any_two_products_look_clearly_different(thumbnails):
    first = {name: picture for name, picture in thumbnails.items() if name.endswith("-0")}
    alike = [(a, b) for a, b in combinations(first, 2) if difference(first[a], first[b]) < 12]
    assert len(first) == 82
    assert alike == []


def test_no_picture_is_shown_twice(thumbnails):
    alike = [(a, b) for a, b in combinations(thumbnails, 2) if difference(thumbnails[a], thumbnails[b]) < 6]
    assert alike == []


@pytest.mark.parametrize(("product_no", "view"), [(1, 0), (31, 0), (37, 1), (43, 1)])
def test_the_same_number_gives_the_same_picture(product_no, view):
    assert draw(product_no, view, 300).tobytes() == draw(product_no, view, 300).tobytes()


@pytest.mark.parametrize(("product_no", "view"), [(4, 0), (31, 0), (60, 2)])
def test_the_shipped_pictures_are_what_the_program_draws(product_no, view):
    with Image.open(PICTURES / f"{product_no:02}-{view}.webp") as shipped:
        assert difference(thumbnail(shipped), thumbnail(draw(product_no, view, 1000))) < 2


def test_places_groups_and_the_front_page_can_be_drawn_in_any_size():
    assert draw_producer("htx-che-nam-may", 240).size == (240, 240)
    assert draw_group("VI", 240).size == (240, 240)
    assert draw_hero("wide").size == (1600, 900)
    assert draw_hero("tall").size == (900, 1000)


def test_a_picture_of_thousands_of_grains_is_packed_harder():
    flat = Image.new("RGB", (400, 400), "#cdae84")
    assert len(encoded(flat)) < 1000
    assert len(encoded(draw(8, 1, 1000))) < 60_000


def test_an_unknown_product_cannot_be_drawn():
    with pytest.raises(KeyError):
        draw(83, 0)
