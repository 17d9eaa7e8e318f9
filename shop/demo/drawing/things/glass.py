"""Jars, bottles, cups and glasses, seen from the front."""

import math
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from shop.demo.drawing.base.colour import Ink, darker, lighter, mix, rgb
from shop.demo.drawing.base.texture import curve, dim, glow, warm
from shop.demo.drawing.base.tile import Pen, Point, cylinder, smooth, with_colours

Profile = Sequence[Point]
"""Half widths down the height, both in shares of the vessel's width and height."""

JAR: Profile = (
    (0.36, 0.0),
    (0.37, 0.09),
    (0.40, 0.11),
    (0.48, 0.17),
    (0.5, 0.24),
    (0.5, 0.92),
    (0.47, 0.98),
    (0.42, 1.0),
)
BOTTLE: Profile = ((0.17, 0.0), (0.17, 0.2), (0.2, 0.26), (0.42, 0.36), (0.5, 0.46), (0.5, 0.95), (0.46, 1.0))
TALL: Profile = ((0.16, 0.0), (0.16, 0.3), (0.22, 0.36), (0.47, 0.46), (0.5, 0.52), (0.5, 0.96), (0.46, 1.0))
FLASK: Profile = ((0.14, 0.0), (0.14, 0.28), (0.2, 0.34), (0.42, 0.5), (0.5, 0.7), (0.46, 0.92), (0.34, 1.0))
VIAL: Profile = ((0.26, 0.0), (0.26, 0.12), (0.34, 0.16), (0.5, 0.24), (0.5, 0.95), (0.46, 1.0))
POT: Profile = (
    (0.42, 0.0),
    (0.42, 0.04),
    (0.455, 0.08),
    (0.485, 0.14),
    (0.5, 0.24),
    (0.5, 0.88),
    (0.47, 0.98),
    (0.42, 1.0),
)
GOURD: Profile = (
    (0.1, 0.0),
    (0.11, 0.1),
    (0.3, 0.22),
    (0.32, 0.34),
    (0.2, 0.46),
    (0.46, 0.62),
    (0.5, 0.78),
    (0.38, 0.96),
    (0.26, 1.0),
)


def outline(profile: Profile, width: float, height: float, *, inset: float = 0) -> list[Point]:
    """Return the silhouette, in design units, drawn in by `inset`."""
    half = smooth([(share * width, place * height) for share, place in profile], steps=5)
    right = [(width / 2 + max(1.0, x - inset), y) for x, y in half]
    left = [(width / 2 - max(1.0, x - inset), y) for x, y in reversed(half)]
    foot, low = right[-1][0] - width / 2, right[-1][1]
    belly = [
        (width / 2 + foot * math.cos(a), low + foot * 0.07 * math.sin(a)) for a in (math.pi * n / 12 for n in range(13))
    ]
    return [*right, *belly, *left]


def glass(
    profile: Profile,
    width: float,
    height: float,
    scale: float,
    liquid: Ink,
    *,
    level: float = 0.16,
    tint: Ink = "#dfe8e2",
    clear: bool = True,
) -> Image.Image:
    """A vessel of glass filled up to `level` (share of the height from the top)."""
    pen = Pen(width, height + width * 0.03, scale, fine=2)
    pen.polygon(outline(profile, width, height), tint, 150 if clear else 255)
    inside = [(x, max(y, level * height)) for x, y in outline(profile, width, height, inset=width * 0.025)]
    pen.polygon(inside, liquid)
    pen.ellipse(width / 2, level * height, _half(profile, level) * width * 0.93, width * 0.022, lighter(liquid, 0.4))
    body = pen.tile()
    return _lit(body, liquid)


def _half(profile: Profile, place: float) -> float:
    for (wide, low), (next_wide, high) in pairwise(profile):
        if low <= place <= high:
            return wide + (next_wide - wide) * (place - low) / max(0.001, high - low)
    return profile[-1][0]


def _lit(body: Image.Image, liquid: Ink) -> Image.Image:
    """Glass is dark at its edges, glows opposite the light and carries two upright gleams."""
    width, height = body.size

    def shade(colours: Image.Image) -> Image.Image:
        colours = dim(
            colours,
            curve(lambda x: min(1.0, 0.15 + 1.6 * math.sin(math.pi * min(1, max(0, x))) ** 0.8), (width, height)),
            0.42,
        )
        colours = warm(
            colours, glow((width, height), (width * 0.68, height * 0.72), width * 0.62), 0.5, lighter(liquid, 0.35)
        )
        gleam = curve(
            lambda x: math.exp(-(((x - 0.17) / 0.035) ** 2)) + 0.45 * math.exp(-(((x - 0.9) / 0.02) ** 2)),
            (width, height),
        )
        ends = curve(
            lambda y: min(1.0, 9 * max(0.0, y - 0.06)) * min(1.0, 9 * max(0.0, 0.97 - y)), (width, height), down=True
        )
        return warm(colours, ImageChops.multiply(gleam, ends), 0.62, "#fffdf4")

    return with_colours(body, shade)


def clay(
    profile: Profile, width: float, height: float, scale: float, ink: Ink, *, band: Ink | None = None
) -> Image.Image:
    """A thrown pot, glazed or plain."""
    pen = Pen(width, height + width * 0.03, scale, fine=2)
    pen.polygon(outline(profile, width, height), ink)
    if band:
        for place in (0.34, 0.4):
            half = _half(profile, place) * width
            pen.box(width / 2 - half, height * place, width / 2 + half, height * (place + 0.02), band)
    for n in range(9):
        y = height * (0.15 + n * 0.09)
        pen.line([(0, y), (width, y)], darker(ink, 0.12), 1.2, 60)
    tile = pen.tile()
    mask = Pen(width, height + width * 0.03, scale, fine=2)
    mask.polygon(outline(profile, width, height), "#ffffff")
    tile.putalpha(mask.tile().getchannel("A"))
    return cylinder(tile, dark=0.62, shine=0.3)


def cap(kind: str, width: float, height: float, scale: float, ink: Ink) -> Image.Image:
    """A stopper: "cork", "screw", "cloth" tied with string, or "wood"."""
    pen = Pen(width * 1.3, height * 1.5, scale)
    middle = width * 0.65
    if kind == "cloth":
        skirt = [
            (middle - width * 0.5, height * 0.1),
            (middle + width * 0.5, height * 0.1),
            (middle + width * 0.5, height * 0.75),
        ]
        frill = [(middle + width * (0.62 - n * 0.155), height * (1.32 if n % 2 else 1.16)) for n in range(9)]
        pen.polygon(smooth([*skirt, *frill, (middle - width * 0.5, height * 0.75)], closed=True, steps=4), ink)
        pen.box(middle - width * 0.53, height * 0.7, middle + width * 0.53, height * 0.86, "#c9a566", height * 0.06)
        pen.line([(middle, height * 0.78), (middle + width * 0.16, height * 1.2)], "#c9a566", height * 0.05)
    else:
        pen.box(middle - width * 0.5, 0, middle + width * 0.5, height, ink, height * (0.1 if kind == "screw" else 0.16))
        if kind == "screw":
            for n in range(22):
                x = middle - width * 0.48 + n * width * 0.0457
                pen.line([(x, height * 0.22), (x, height * 0.95)], darker(ink, 0.3), width * 0.01)
        if kind == "cork":
            for n in range(16):
                x, y = middle + width * (((n * 37) % 90) / 100 - 0.45), height * (((n * 53) % 80) / 100 + 0.1)
                pen.ellipse(x, y, width * 0.025, width * 0.012, darker(ink, 0.35))
    tile = pen.tile()
    return cylinder(tile.crop(tile.getbbox()), dark=0.5, shine=0.2)


def vessel(body: Image.Image, top: Image.Image, scale: float, *, sink: float = 20) -> Image.Image:
    """Set a stopper on a body."""
    drop = round(sink * scale)
    width = max(body.width, top.width)
    whole = Image.new("RGBA", (width, body.height + top.height - drop), (0, 0, 0, 0))
    whole.alpha_composite(body, ((width - body.width) // 2, top.height - drop))
    whole.alpha_composite(top, ((width - top.width) // 2, 0))
    return whole


def wrapped(tile: Image.Image, label: Image.Image, place: float) -> Image.Image:
    """Return the tile with a label on it, shaded as the round body is; `place` is the label's middle."""
    label = cylinder(label, dark=0.42, shine=0.12, lit=0.32)
    result = tile.copy()
    at = ((tile.width - label.width) // 2, round(tile.height * place - label.height / 2))
    inside = ImageChops.multiply(
        label.getchannel("A"), tile.getchannel("A").crop((*at, at[0] + label.width, at[1] + label.height))
    )
    result.paste(label, at, inside)
    return result


def cup(width: float, scale: float, ink: Ink, tea: Ink | None, *, steam: bool = False) -> Image.Image:
    """A small handleless cup, seen a little from above."""
    height = width * 0.82
    pen = Pen(width, height, scale)
    rim = width * 0.14
    sides = smooth(
        [(0, rim), (width * 0.06, height * 0.5), (width * 0.26, height * 0.9), (width * 0.34, height)], steps=6
    )
    pen.polygon([*sides, *[(width - x, y) for x, y in reversed(sides)]], ink)
    body = cylinder(pen.tile(), dark=0.45, shine=0.3)
    lid = Pen(width, height, scale)
    lid.ellipse(width / 2, rim, width / 2, rim, lighter(ink, 0.25))
    lid.ellipse(width / 2, rim * 1.06, width * 0.46, rim * 0.86, darker(ink, 0.3))
    if tea:
        lid.ellipse(width / 2, rim * 1.22, width * 0.43, rim * 0.66, darker(tea, 0.12))
        lid.ellipse(width * 0.53, rim * 1.3, width * 0.36, rim * 0.5, lighter(tea, 0.14))
        lid.ellipse(width * 0.3, rim * 1.02, width * 0.09, rim * 0.13, "#fffdf2", 190)
    body.alpha_composite(lid.tile())
    return body


def steam(width: float, height: float, scale: float, seed: int) -> Image.Image:
    """Two wisps of steam."""
    size = (round(width * scale), round(height * scale))
    mask = Image.new("L", size, 0)
    draw = ImageDraw.Draw(mask)
    for wisp in range(2):
        x = size[0] * (0.4 + 0.22 * wisp)
        line = [
            (x + size[0] * 0.13 * math.sin(n / 7 + seed + wisp * 2) * (1 - n / 46), size[1] * n / 40) for n in range(41)
        ]
        draw.line(line, fill=150, width=max(2, round(size[0] * 0.05)), joint="curve")
    mask = mask.filter(ImageFilter.GaussianBlur(size[0] * 0.05))
    mask = ImageChops.multiply(mask, curve(lambda y: math.sin(math.pi * y) ** 0.7, size, down=True))
    tile = Image.new("RGBA", size, (*rgb(mix("#ffffff", "#fff4e0", 0.5)), 0))
    tile.putalpha(mask)
    return tile
