"""Draws the pictures of the demo market with Pillow alone: no photograph, no person's face, no community's own motif.

The same number always gives the same picture. `python -m shop.demo.drawing FOLDER` draws them all.
"""

from zlib import crc32

from PIL import Image

from shop.demo.drawing.plates import site
from shop.demo.drawing.plates.gallery import PRODUCTS
from shop.demo.drawing.plates.producers import PLACES
from shop.demo.drawing.plates.site import hero as draw_hero

__all__ = ["draw", "draw_group", "draw_hero", "draw_producer", "views_of"]


def views_of(product_no: int) -> int:
    """Return how many pictures a product has: the whole, from near, where it comes from."""
    return len(PRODUCTS[product_no])


def draw(product_no: int, view: int, size: int = 1200) -> Image.Image:
    """Return one square picture of a product of the demo; `view` counts from 0."""
    return PRODUCTS[product_no][view](size, product_no * 10 + view)


def draw_producer(key: str, size: int = 1200) -> Image.Image:
    """Return the square picture of where a producer of the demo works."""
    return PLACES[key]((size, size), crc32(key.encode()) % 10_000)


def draw_group(code: str, size: int = 1200) -> Image.Image:
    """Return the square tile of a product group, "I" to "VI"."""
    return site.GROUPS[code](size, 900 + list(site.GROUPS).index(code))
