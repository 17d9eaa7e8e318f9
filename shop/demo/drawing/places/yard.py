"""What stands about a house: walls, hives, drying frames, hens."""

import math
import random

from PIL import Image

from shop.demo.drawing.base.colour import Ink, darker, lighter, mix
from shop.demo.drawing.base.tile import Pen, points, round_off, smooth


def fence(width: float, scale: float, seed: int, *, ink: Ink = "#8b8a84") -> Image.Image:
    """A hand-laid wall of field stones."""
    dice = random.Random(seed)
    high = width * 0.09
    pen = Pen(width, high, scale, fine=2)
    for row in range(4):
        x = -width * 0.02 * (row % 2)
        while x < width:
            wide = width * dice.uniform(0.018, 0.042)
            y = high * (0.98 - row * 0.25)
            tone = mix(ink, dice.choice(["#5f615e", "#b4b0a4", "#7d8c5a"]), dice.random() * 0.6)
            pen.box(x, y - high * 0.25, x + wide * 0.94, y - high * 0.02, tone, high * 0.08)
            pen.line(
                [(x + wide * 0.15, y - high * 0.22), (x + wide * 0.75, y - high * 0.22)],
                lighter(tone, 0.3),
                high * 0.03,
            )
            x += wide
    return pen.tile()


def hive(size: float, scale: float, seed: int, ink: Ink = "#b58a58") -> Image.Image:
    """A wooden bee box on stones under a small roof of leaves."""
    dice = random.Random(seed)
    high = size * 0.95
    pen = Pen(size, high, scale, fine=3)
    for x in (0.24, 0.7):
        pen.box(size * x, high * 0.86, size * (x + 0.12), high, "#77756f", size * 0.02)
    pen.box(size * 0.14, high * 0.3, size * 0.86, high * 0.88, ink, size * 0.012)
    for n in range(1, 4):
        y = high * (0.3 + 0.145 * n)
        pen.line([(size * 0.14, y), (size * 0.86, y)], darker(ink, 0.35), size * 0.009)
    for _ in range(18):
        x, y = size * dice.uniform(0.16, 0.7), high * dice.uniform(0.32, 0.86)
        pen.line([(x, y), (x + size * dice.uniform(0.05, 0.14), y)], darker(ink, 0.18), size * 0.005)
    pen.box(size * 0.34, high * 0.77, size * 0.66, high * 0.81, "#20150d", size * 0.01)
    pen.polygon(
        [(size * 0.02, high * 0.3), (size * 0.12, high * 0.14), (size * 0.88, high * 0.14), (size * 0.98, high * 0.3)],
        "#6f6a4a",
    )
    for n in range(40):
        x = size * (0.03 + 0.94 * n / 39)
        pen.line(
            [(size * (0.12 + 0.76 * n / 39), high * 0.14), (x, high * (0.3 + dice.uniform(0, 0.03)))],
            mix("#6f6a4a", dice.choice(["#a39a6a", "#3f3c28"]), dice.random()),
            size * 0.012,
        )
    for _ in range(12):
        x, y = size * dice.uniform(0.2, 0.8), high * dice.uniform(0.55, 0.85)
        pen.ellipse(x, y, size * 0.012, size * 0.009, "#2a1a08")
        pen.ellipse(x + size * 0.008, y - size * 0.008, size * 0.008, size * 0.005, "#fbf4e4")
    return pen.tile()


def drying_frame(size: float, scale: float, seed: int, *, ink: Ink = "#f1ece0", wood: Ink = "#a47c50") -> Image.Image:
    """A slanting bamboo frame hung with strands of noodles."""
    dice = random.Random(seed)
    high = size * 0.72
    pen = Pen(size, high, scale, fine=3)
    for x in (0.04, 0.94):
        pen.line([(size * x, high * 0.08), (size * x, high)], wood, size * 0.02)
    for level in (0.1, 0.5):
        pen.line([(0, high * level), (size, high * level)], lighter(wood, 0.15), size * 0.018)
        for n in range(88):
            x = size * (0.06 + 0.88 * n / 88)
            pen.line(
                [(x, high * level), (x + dice.uniform(-2, 2), high * (level + dice.uniform(0.32, 0.36)))],
                darker(ink, dice.uniform(0, 0.22)),
                size * 0.007,
            )
    return pen.tile()


def hen(size: float, scale: float, seed: int, ink: Ink = "#1b1b22") -> Image.Image:
    """A black hen from the side, feathers a little ruffled."""
    pen = Pen(size, size * 0.95, scale, fine=3)
    for x in (45, 54):
        pen.line(points(f"{x},68 {x + 1},89", size), "#44444c", size * 0.022)
        for toe in (-5, 0, 6):
            pen.line(points(f"{x + 1},89 {x + 1 + toe},92.5", size), "#44444c", size * 0.015)
    for n in range(7):
        quill = smooth(points(f"36,50 {20 + 1.2 * n},{42 - 3 * n} {3 + 3.5 * n},{34 - 4.5 * n}", size))
        pen.line(quill, mix(ink, "#2f4a4a", n / 10), size * 0.055)
        pen.line(quill[3:], lighter(ink, 0.12), size * 0.008)
    body = "20,50 30,66 48,74 66,68 75,52 74.5,36 74.5,24 70,17 64,19 61,30 50,41 34,43"
    pen.polygon(smooth(points(body, size), closed=True), ink)
    _feathers(pen, size, random.Random(seed), ink)
    comb, wattle = "65.5,20 65,12 68,14.5 70,9.5 72.5,14 75.2,13 74.5,20", "72,28 75.5,33 73,36 70.5,31"
    for red in (comb, wattle):
        pen.polygon(smooth(points(red, size), closed=True), "#6a2a38")
    pen.polygon(points("74.5,22.5 82,25.5 74.5,28", size), "#55555c")
    pen.ellipse(size * 0.708, size * 0.225, size * 0.017, size * 0.017, "#d9a24a")
    pen.ellipse(size * 0.71, size * 0.225, size * 0.009, size * 0.009, "#0d0d10")
    return round_off(pen.tile(), size * scale * 0.03, dark=0.35, shine=0.22)


def _feathers(pen: Pen, size: float, dice: random.Random, ink: Ink) -> None:
    for _ in range(150):
        x, y = dice.uniform(24, 74), dice.uniform(36, 72)
        if ((x - 49) / 25) ** 2 + ((y - 56) / 16) ** 2 < 1:
            tone = mix(ink, dice.choice(("#4a5a72", "#3d6a66", "#5a5a64")), dice.uniform(0.2, 0.8))
            barb = points(f"{x},{y} {x - 3},{y + 1.2} {x - 5.5},{y + 4}", size)
            pen.line(smooth(barb, steps=4), tone, size * 0.008)


def cage(size: float, scale: float, ink: Ink = "#c79a5c") -> Image.Image:
    """A bell-shaped basket cage of split bamboo, seen through."""
    pen = Pen(size, size * 0.86, scale, fine=3)
    for n in range(13):
        share = n / 12 * 2 - 1
        line = smooth(
            [
                (size * (0.5 + 0.1 * share), size * 0.05),
                (size * (0.5 + 0.4 * share), size * 0.3),
                (size * (0.5 + 0.47 * share), size * 0.84),
            ]
        )
        pen.line(line, darker(ink, 0.25 * abs(share)), size * 0.011)
    for y, reach in ((0.06, 0.1), (0.2, 0.31), (0.4, 0.435), (0.62, 0.46), (0.83, 0.475)):
        arc = [
            (size * (0.5 + reach * math.cos(a)), size * (y + 0.05 * reach * 2 * math.sin(a)))
            for a in (math.pi * m / 20 for m in range(21))
        ]
        pen.line(arc, lighter(ink, 0.15), size * 0.013)
    return pen.tile()


def boat(size: float, scale: float) -> Image.Image:
    """A narrow boat with its pole."""
    pen = Pen(size, size * 0.3, scale, fine=3)
    hull = smooth(points("0,6 14,17 50,20 86,17 100,5", size), steps=8)
    low = smooth(points("90,24 50,28 10,24", size), steps=8)
    pen.polygon([*hull, *low], "#4a3626")
    pen.line(hull, "#a47c50", size * 0.018)
    for x in (30, 50, 70):
        pen.line(points(f"{x},19 {x},15", size), "#8a6038", size * 0.03)
    pen.line(points("16,2 84,15", size), "#c79a63", size * 0.012)
    return pen.tile()


def orchid(scale: float, seed: int) -> Image.Image:
    """A pot of cymbidium in flower."""
    dice = random.Random(seed)
    size = 150.0
    pen = Pen(size, size * 1.25, scale, fine=2)
    for _ in range(16):
        a = dice.uniform(-1, 1)
        blade = points(f"50,95 {50 + 30 * a},50 {50 + 48 * a},{dice.uniform(45, 75)}", size)
        pen.line(smooth(blade), mix("#4d7a3e", "#86a860", dice.random()), size * 0.02)
    flower = dice.choice(("#e8b23a", "#d98aa0", "#f1e3c2", "#c2577f"))
    for x in (34, 50, 66):
        pen.line(smooth(points(f"50,95 {x},40 {x + 8},14", size)), "#7d8c4a", size * 0.014)
        for n in range(5):
            cx, cy = size * (x / 100 + 0.012 * n - 0.02), size * (0.16 + 0.09 * n)
            for dx, dy in ((-0.04, 0.0), (0.04, 0.0), (0.0, -0.035), (-0.025, 0.03), (0.025, 0.03)):
                pen.ellipse(cx + size * dx, cy + size * dy, size * 0.032, size * 0.024, flower)
            pen.ellipse(cx, cy, size * 0.016, size * 0.016, "#8f2f4c")
    pen.polygon(points("30,90 70,90 64,124 36,124", size), "#8a5a42")
    pen.box(size * 0.28, size * 0.88, size * 0.72, size * 0.95, "#a06a4e")
    return pen.tile()
