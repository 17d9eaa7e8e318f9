"""What grows between the mountains: terraces, tea rows, orchards, forest, water."""

import math
import random
from collections.abc import Sequence

from PIL import Image, ImageDraw

from shop.demo.drawing.base.colour import Ink, darker, lighter, mix, rgb
from shop.demo.drawing.base.texture import fade, streaks, tint
from shop.demo.drawing.base.tile import Pen, Point, round_off, smooth
from shop.demo.drawing.places.land import Land

RIPE = ("#d8c06a", "#cdb45c", "#b9ac58", "#a3a452", "#8a984c", "#6f8a48", "#5b7c44")
GREEN = ("#a9b45a", "#8fae58", "#7fa055", "#5c8a4e", "#447a49", "#2f6642", "#235539")
WATER = ("#c9d6d8", "#b4c7d0", "#a0b9c8", "#8fabbb", "#7d9fae", "#6f939e", "#5c838c")
TEA = ("#86a860", "#76a055", "#66964d", "#568a46", "#487d40", "#3b6f3a", "#306233")


def terraces(land: Land, inks: Sequence[str], top: float = 0.7, *, steps: int = 8) -> None:
    """Cut the hillside into curved steps with a bright rim on each."""
    width, height = land.size
    for step in range(steps):
        share = step / (steps - 1)
        dice = random.Random(land.seed + 40 + step // 2)
        phase, other = dice.uniform(0, 6), dice.uniform(0, 6)
        base = top + (1.02 - top) * share**1.25
        line = [
            (
                float(x),
                height
                * (
                    base
                    + (0.012 + 0.02 * share) * math.sin(x / height * 4.1 + phase)
                    + 0.008 * math.sin(x / height * 10 + other + share * 3)
                    - 0.05 * math.sin(x / width * 3.1 + 0.5)
                ),
            )
            for x in range(0, width + 6, 6)
        ]
        ink = mix(inks[min(len(inks) - 1, step * len(inks) // steps)], land.hour.ground, 0.06)
        land.slope(line, [(0, lighter(ink, 0.1)), (0.5, ink), (1, darker(ink, 0.22))], depth=0.09)
        land.stroke(line, lighter(ink, 0.5), 3.2 * land.unit)
        land.stroke([(x, y + 4.5 * land.unit) for x, y in line], darker(ink, 0.3), 1.8 * land.unit)


def rows(
    land: Land, inks: Sequence[str], top: float = 0.62, *, count: int = 11, bump: float = 1.0, lean: float = 0.0
) -> None:
    """Clipped hedges (tea, coffee) that follow the hill, smaller the farther they stand."""
    width, height = land.size
    for row in range(count):
        share = row / (count - 1)
        base = top + (1.05 - top) * share**1.5
        thick = (0.016 + 0.05 * share) * height
        phase = land.seed % 7 + share * 0.9
        ink = inks[min(len(inks) - 1, row * len(inks) // count)]
        line = [
            (
                float(x),
                height
                * (base - 0.07 * (1 - share * 0.5) * math.sin(x / width * 2.6 + phase) + lean * (x / width - 0.5)),
            )
            for x in range(-10, width + 16, 8)
        ]
        land.slope(
            [(x, y + thick * 0.45) for x, y in line], [(0, darker(ink, 0.55)), (1, darker(ink, 0.45))], depth=0.06
        )
        _hedge(land, line, thick, ink, bump)


def _hedge(land: Land, line: Sequence[Point], thick: float, ink: Ink, bump: float) -> None:
    draw = ImageDraw.Draw(land.image)
    for tone, lift, size in (
        (darker(ink, 0.25), 0.18, 0.62),
        (ink, 0.0, 0.55),
        (lighter(mix(ink, land.hour.ground, 0.12), 0.1), -0.18, 0.36),
    ):
        gap = max(1, round(thick * 0.05))
        for x, y in line[::gap]:
            r = thick * size * (1 + bump * land.dice.uniform(-0.16, 0.16))
            cx, cy = x + land.dice.uniform(-4, 4), y + lift * thick
            draw.ellipse(
                (cx - r, cy - r * 0.72, cx + r, cy + r * 0.72),
                fill=mix(tone, lighter(tone, 0.2), land.dice.random() * 0.5),
            )


def water(land: Land, top: float, bottom: float) -> None:
    """A lake or river that mirrors what stands above it."""
    width, height = land.size
    y0, y1 = round(top * height), round(bottom * height)
    mirror = (
        land.image.crop((0, max(0, 2 * y0 - y1), width, y0))
        .transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        .resize((width, y1 - y0))
    )
    tone = fade((width, y1 - y0), [(0, lighter(land.hour.mist, 0.1)), (1, mix(land.hour.near, land.hour.sky[0], 0.5))])
    ripples = streaks((width, y1 - y0), 220 * land.unit, 5 * land.unit, land.seed + 3)
    surface = Image.blend(mirror, tone, 0.42)
    surface.paste(
        rgb(lighter(land.hour.mist, 0.4)), (0, 0), ripples.point([max(0, min(110, (v - 165) * 4)) for v in range(256)])
    )
    land.image.paste(surface, (0, y0))


def tree(
    size: float,
    scale: float,
    inks: Sequence[str],
    seed: int,
    *,
    trunk: Ink = "#5a4a3a",
    tall: float = 1.25,
    moss: bool = False,
) -> Image.Image:
    """A broad-leaved tree with a lit, lumpy crown; `size` is the width of the crown."""
    dice = random.Random(seed)
    height = size * tall
    pen = Pen(size, height, scale, fine=2)
    foot = size * dice.uniform(0.46, 0.54)
    for reach, lift in ((-0.24, 0.34), (0.0, 0.26), (0.22, 0.38)):
        pen.line(
            smooth([(foot, height), (foot + size * reach * 0.3, height * 0.72), (size * (0.5 + reach), height * lift)]),
            trunk,
            size * 0.055,
        )
    pen.line([(foot, height), (foot, height * 0.62)], trunk, size * 0.085)
    if moss:
        pen.line([(foot - size * 0.025, height * 0.98), (foot - size * 0.02, height * 0.66)], "#7d8c5a", size * 0.02)
    fine = 0.72 if size < 350 else 0.5
    crown: tuple[Ink, ...] = (darker(inks[0], 0.35), inks[0], inks[-1], lighter(inks[-1], 0.22))
    for layer, tone in enumerate(crown):
        for lump in range(190 if size < 350 else 430):
            a, away = dice.uniform(0, 6.3), dice.random() ** 0.55
            x = size * (0.5 + 0.38 * away * math.cos(a) * (1 + 0.12 * math.sin(3 * a)) - 0.025 * layer)
            y = height * (0.40 + 0.23 * away * math.sin(a) - 0.035 * layer)
            r = size * dice.uniform(0.016, 0.05 - 0.006 * layer) * (2.0 if lump < 24 and layer < 2 else fine)
            pen.ellipse(x, y, r * 1.25, r, mix(tone, inks[dice.randrange(len(inks))], dice.random() * 0.45))
    return round_off(pen.tile(), size * scale * 0.03, dark=0.3, shine=0.12)


def bamboo(size: float, scale: float, seed: int, ink: Ink = "#5f8a4a") -> Image.Image:
    """A clump of bamboo, `size` tall."""
    dice = random.Random(seed)
    pen = Pen(size * 0.9, size, scale, fine=2)
    for _ in range(9):
        x, lean = size * dice.uniform(0.34, 0.56), dice.uniform(-0.32, 0.34)
        stem = smooth(
            [(x, size), (x + size * lean * 0.25, size * 0.5), (x + size * lean, size * dice.uniform(0.06, 0.2))]
        )
        pen.line(stem, mix(ink, "#c7b45e", dice.random() * 0.5), size * 0.014)
        for cx, cy in stem[5:]:
            for _ in range(3):
                a, reach = dice.uniform(0.2, 2.9), size * dice.uniform(0.05, 0.1)
                tip = (cx + reach * math.cos(a), cy + reach * math.sin(a) * 0.8)
                wide = reach * 0.13
                pen.polygon(
                    [
                        (cx, cy),
                        ((cx + tip[0]) / 2 + wide, (cy + tip[1]) / 2 - wide),
                        tip,
                        ((cx + tip[0]) / 2 - wide, (cy + tip[1]) / 2 + wide),
                    ],
                    mix(ink, dice.choice(["#2f5a34", "#8fae5a"]), dice.random() * 0.6),
                )
    return pen.tile()


def forest(land: Land, base: float, inks: Sequence[str], *, size: float = 150, count: int = 16, seed: int = 0) -> None:
    """Stand a row of trees on a line, the farther first."""
    width, height = land.size
    kinds = [tree(size, land.unit, inks, land.seed + seed + n, tall=land.dice.uniform(1.1, 1.5)) for n in range(5)]
    spots = sorted((land.dice.uniform(-0.02, 0.03), land.dice.uniform(-0.03, 1.03)) for _ in range(count))
    for depth, place in spots:
        tile = kinds[land.dice.randrange(5)]
        land.image.paste(
            tile, (round(place * width - tile.width / 2), round((base + depth) * height - tile.height)), tile
        )


def grass(land: Land, top: float, ink: Ink, *, seed: int = 0) -> None:
    """A meadow in the foreground."""
    line = land.skyline(top, 0.012, land.seed + 300 + seed)
    land.slope(
        line, [(0, lighter(mix(ink, land.hour.ground, 0.15), 0.12)), (0.4, ink), (1, darker(ink, 0.35))], depth=1 - top
    )
    width, height = land.size
    y0 = round(top * height)
    blades = streaks((width, height - y0), 7 * land.unit, 60 * land.unit, land.seed + 9)
    lit = tint(blades, darker(ink, 0.3), lighter(ink, 0.2))
    mask = blades.point([max(0, min(70, (v - 120) * 2)) for v in range(256)])
    land.image.paste(lit, (0, y0 + round(0.02 * height)), mask)


def path(land: Land, start: float, end: float, top: float, ink: Ink = "#cdb48c") -> None:
    """A footpath winding down to the viewer."""
    width, height = land.size
    middle = smooth([(start, top), ((start + end) / 2 + 0.06, (top + 1) / 2), (end, 1.02)])
    left = [(x * width - (4 + 70 * (y - top) / (1 - top)) * land.unit, y * height) for x, y in middle]
    right = [(x * width + (4 + 70 * (y - top) / (1 - top)) * land.unit, y * height) for x, y in middle]
    draw = ImageDraw.Draw(land.image)
    draw.polygon([*left, *reversed(right)], fill=mix(ink, land.hour.ground, 0.2))
    draw.line(left, fill=darker(ink, 0.25), width=max(1, round(3 * land.unit)))


def rocks(land: Land, base: float, *, count: int = 7, size: float = 190, ink: Ink = "#8b8f8e") -> None:
    """Grey limestone standing out of the ground."""
    width, height = land.size
    for number in range(count):
        dice = random.Random(land.seed * 7 + number)
        wide = size * dice.uniform(0.5, 1.2)
        high = wide * dice.uniform(0.8, 1.5)
        pen = Pen(wide, high, land.unit, fine=2)
        ring = [
            (0.02, 1),
            (0.08, 0.55),
            (0.24, 0.4),
            (0.34, 0.12),
            (0.52, 0.02),
            (0.62, 0.22),
            (0.8, 0.34),
            (0.9, 0.7),
            (0.98, 1),
        ]
        points = [(wide * x, high * (y + dice.uniform(-0.05, 0.05) * (y < 1))) for x, y in ring]
        tone = mix(ink, land.hour.near, 0.2)
        pen.polygon(points, tone)
        for _ in range(9):
            x = wide * dice.uniform(0.2, 0.8)
            y = high * dice.uniform(0.3, 0.8)
            pen.line(
                [(x, y), (x + wide * dice.uniform(-0.08, 0.08), y + high * dice.uniform(0.1, 0.3))],
                dice.choice([darker(tone, 0.35), lighter(tone, 0.3)]),
                wide * 0.014,
            )
        pen.ellipse(wide * 0.5, high * 0.98, wide * 0.45, high * 0.05, "#5d7a45")
        tile = round_off(pen.tile(), wide * 0.05 * land.unit, dark=0.5, shine=0.25)
        x = (number + dice.uniform(0.1, 0.9)) / count
        land.image.paste(
            tile,
            (round(x * width - tile.width / 2), round((base + dice.uniform(-0.03, 0.05)) * height - tile.height)),
            tile,
        )
