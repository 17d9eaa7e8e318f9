"""Bowls, trays, pans and baskets seen from above, empty or filled."""

import math

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from shop.demo.drawing.base.backdrop import mat
from shop.demo.drawing.base.colour import Ink, darker, lighter, mix, rgb
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.texture import dim, glow, warm
from shop.demo.drawing.base.tile import Pen, Point, masked, round_off


def disc(radius: float, scale: float, *, fine: int = 3) -> Image.Image:
    """Return a smooth-edged round mask (L)."""
    side = round(radius * 2 * scale)
    mask = Image.new("L", (side * fine, side * fine), 0)
    ImageDraw.Draw(mask).ellipse((0, 0, side * fine - 1, side * fine - 1), fill=255)
    return mask.reduce(fine)


def bowl(
    scene: Scene,
    x: float,
    y: float,
    radius: float,
    inner: Ink,
    outer: Ink,
    content: Image.Image | None = None,
    *,
    rim: float = 0.09,
) -> None:
    """Lay a round bowl, lit on its rim, dark where its wall throws shade inside."""
    k = scene.scale
    wall = Image.new("RGB", (round(radius * 2 * k),) * 2, rgb(outer))
    side = wall.width
    wall = warm(
        dim(wall, glow(wall.size, (side * 0.22, side * 0.2), side * 1.05), 0.45),
        glow(wall.size, (side * 0.2, side * 0.2), side * 0.5),
        0.35,
    )
    wall.putalpha(disc(radius, k, fine=2))
    scene.lay(wall, x, y, shadow=radius * 0.11, strength=0.62)
    hollow = Image.new("RGB", (round(radius * 2 * (1 - rim) * k),) * 2, rgb(inner))
    hollow = dim(hollow, glow(hollow.size, (side * 0.62, side * 0.62), side * 0.75), 0.35)
    hollow.putalpha(disc(radius * (1 - rim), k, fine=2))
    scene.lay(hollow, x, y, shadow=0)
    if content:
        scene.lay(content, x, y, shadow=0)
    _inner_shade(scene, x, y, radius * (1 - rim))
    _rim_light(scene, x, y, radius, rim, outer)


def _inner_shade(scene: Scene, x: float, y: float, radius: float) -> None:
    """The wall towards the light throws its shade into the bowl."""
    k = scene.scale
    mask = disc(radius, k, fine=1)
    shift = round(radius * 0.13 * k)
    light = ImageChops.offset(mask, shift, shift)
    ImageDraw.Draw(light).rectangle((0, 0, light.width, shift - 1), fill=0)
    ImageDraw.Draw(light).rectangle((0, 0, shift - 1, light.height), fill=0)
    soft = ImageChops.invert(light).filter(ImageFilter.GaussianBlur(radius * 0.06 * k))
    shade = ImageChops.multiply(soft, disc(radius, k, fine=2)).point([round(v * 0.62) for v in range(256)])
    scene.image.paste((16, 9, 5), (round((x - radius) * k), round((y - radius) * k)), shade)


def _rim_light(scene: Scene, x: float, y: float, radius: float, rim: float, outer: Ink) -> None:
    """The rim is a ring of its own, rounded and lit."""
    k = scene.scale
    mask = disc(radius, k, fine=2)
    hole = disc(radius * (1 - rim), k, fine=2)
    edge = (mask.width - hole.width) // 2
    mask.paste(0, (edge, edge), hole)
    ring = masked(Image.new("RGB", mask.size, rgb(lighter(outer, 0.12))), mask)
    scene.lay(round_off(ring, max(2.0, radius * rim * 0.3 * k), dark=0.6, shine=0.55), x, y, shadow=0)


def liquid(scene: Scene, x: float, y: float, radius: float, ink: Ink, *, foam: Ink | None = None) -> None:
    """Fill a bowl with tea, oil or vinegar: deeper at the wall, a bright gleam at the upper left."""
    k = scene.scale
    side = round(radius * 2 * k)
    surface = Image.new("RGB", (side, side), darker(ink, 0.35))
    surface = Image.composite(
        Image.new("RGB", (side, side), lighter(ink, 0.14)),
        surface,
        glow((side, side), (side * 0.56, side * 0.58), side * 0.62),
    )
    if foam:
        dice = scene.dice
        draw = ImageDraw.Draw(surface)
        for _ in range(420):
            a, r = dice.uniform(0, 6.3), side / 2 * dice.random() ** 0.5
            cx, cy, s = side / 2 + r * math.cos(a), side / 2 + r * math.sin(a), dice.uniform(2, 9) * k
            draw.ellipse((cx - s, cy - s, cx + s, cy + s), fill=mix(foam, lighter(foam, 0.5), dice.random()))
        surface = surface.filter(ImageFilter.GaussianBlur(1.6 * k))
    surface.putalpha(disc(radius, k, fine=2))
    scene.lay(surface, x, y, shadow=0)
    gleam = Pen(radius * 2, radius * 2, k, fine=2)
    gleam.ring(radius, radius, radius * 0.84, radius * 0.84, "#fffdf2", radius * 0.07)
    sector = Image.new("L", gleam.image.size, 0)
    ImageDraw.Draw(sector).pieslice((0, 0, *gleam.image.size), 195, 262, fill=150)
    gleam.image.putalpha(ImageChops.multiply(gleam.image.getchannel("A"), sector))
    tile = gleam.tile()
    tile.putalpha(tile.getchannel("A").filter(ImageFilter.GaussianBlur(radius * 0.03 * k)))
    scene.lay(tile, x, y, shadow=0)


def tray(scene: Scene, x: float, y: float, radius: float, light: Ink = "#dfc48d", dark: Ink = "#9a7240") -> None:
    """Lay a round flat bamboo tray with a bound rim."""
    k = scene.scale
    weave = mat(light, dark, 22)(round(radius * 2 * k), scene.seed + 7)
    weave = dim(weave, glow(weave.size, (weave.width * 0.4, weave.height * 0.4), weave.width * 0.9), 0.62)
    weave.putalpha(disc(radius, k, fine=2))
    scene.lay(weave, x, y, shadow=radius * 0.06)
    pen = Pen(radius * 2.04, radius * 2.04, k, fine=2)
    middle = radius * 1.02
    for inset, ink in (
        (0.0, darker(dark, 0.35)),
        (0.008, lighter(light, 0.05)),
        (0.022, lighter(light, 0.35)),
        (0.038, mix(light, dark, 0.5)),
        (0.052, darker(dark, 0.45)),
    ):
        pen.ring(middle, middle, radius * (1 - inset), radius * (1 - inset), ink, radius * 0.02)
    for number in range(30):
        a = number * math.pi / 15
        pen.line(
            [_around(middle, radius * 0.94, a), _around(middle, radius * 1.0, a + 0.03)],
            darker(dark, 0.25),
            radius * 0.018,
        )
    scene.lay(pen.tile(), x, y, shadow=0)
    _inner_shade(scene, x, y, radius * 0.95)


def _around(middle: float, radius: float, angle: float) -> Point:
    return middle + radius * math.cos(angle), middle + radius * math.sin(angle)


def pan(scene: Scene, x: float, y: float, radius: float, content: Image.Image | None = None) -> None:
    """Lay a black cast-iron pan with two ears."""
    ears = Pen(radius * 2.6, radius * 0.5, scene.scale)
    for left in (0.0, radius * 2.18):
        ears.box(left, radius * 0.1, left + radius * 0.42, radius * 0.4, "#24262a", radius * 0.14)
        ears.box(left + radius * 0.1, radius * 0.19, left + radius * 0.32, radius * 0.31, "#0f1012", radius * 0.05)
    scene.lay(ears.tile(), x, y, shadow=10)
    bowl(scene, x, y, radius, "#1b1c1f", "#34373c", content, rim=0.06)
