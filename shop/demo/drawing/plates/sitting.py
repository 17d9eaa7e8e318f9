"""How a picture is set up: things laid flat, things standing, a place, a closer look."""

from collections.abc import Callable

from PIL import Image, ImageEnhance

from shop.demo.drawing.base.backdrop import Backdrop
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.places.scenes import Place

Painter = Callable[[int, int], Image.Image]
"""Draws a square picture of a size in pixels from a seed."""

Setting = Callable[[Scene], None]


BRIGHTER = [round(255 * (value / 255) ** 0.92) for value in range(256)]


def developed(picture: Image.Image) -> Image.Image:
    """Lift the middle tones and the colours, as one does with a photograph for a white page."""
    return ImageEnhance.Color(picture.point(BRIGHTER * 3)).enhance(1.16)


def laid(ground: Backdrop, setting: Setting, *, dapple: float = 0.0) -> Painter:
    """Things on a ground, seen from above."""

    def draw(size: int, seed: int) -> Image.Image:
        scene = Scene(ground(size, seed), seed)
        scene.sunlight(dark=0.22)
        setting(scene)
        if dapple:
            scene.dapple(dapple)
        scene.vignette(0.1)
        return developed(scene.image)

    return draw


def stood(ground: Backdrop, setting: Setting, *, dapple: float = 0.0) -> Painter:
    """Things standing on a table, seen from the front."""

    def draw(size: int, seed: int) -> Image.Image:
        scene = Scene(ground(size, seed), seed)
        setting(scene)
        scene.sunlight(dark=0.16)
        if dapple:
            scene.dapple(dapple)
        return developed(scene.image)

    return draw


def place(where: Place) -> Painter:
    """The place a thing comes from."""

    def draw(size: int, seed: int) -> Image.Image:
        return where((size, size), seed)

    return draw


def closer(painter: Painter, times: float, x: float, y: float) -> Painter:
    """The same picture drawn larger, cut out round x, y (in thousandths)."""

    def draw(size: int, seed: int) -> Image.Image:
        large = painter(round(size * times), seed)
        left = min(max(0, round(large.width * x / 1000 - size / 2)), large.width - size)
        top = min(max(0, round(large.height * y / 1000 - size / 2)), large.height - size)
        return large.crop((left, top, left + size, top + size))

    return draw
