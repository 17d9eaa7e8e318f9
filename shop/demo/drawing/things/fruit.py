"""Fresh from the field: each fruit or root is one tile, whole or cut."""

import math
import random

from PIL import Image

from shop.demo.drawing.base.colour import Ink, darker, lighter, mix
from shop.demo.drawing.base.tile import Pen, Point, points, round_off, smooth


def _arc(count: int, start: float = 0.0, end: float = 2 * math.pi) -> list[float]:
    return [start + (end - start) * n / count for n in range(count)]


def pineapple(size: float, scale: float, seed: int, *, ripe: float = 0.6) -> Image.Image:
    """A pineapple standing, with its crown; `size` is its height."""
    pen = Pen(size * 0.7, size, scale, fine=2)
    x, top, bottom = size * 0.35, size * 0.42, size * 0.99
    _crown(pen, x, top, size, random.Random(seed))
    middle, half_w, half_h = (top + bottom) / 2, size * 0.215, (bottom - top) / 2
    pen.ellipse(x, middle, half_w, half_h, darker("#b5792a", 0.25))
    for row in range(10):
        y = top + half_h * 2 * (row + 0.5) / 10
        span = half_w * math.sqrt(max(0.0, 1 - ((y - middle) / half_h) ** 2))
        gold = mix("#6f8a3c", "#e0a02c", min(1.0, max(0.0, ripe + (row / 9 - 0.5) * 0.7)))
        for column in range(6):
            u = (column + 0.5 * (row % 2)) / 3 - 0.92
            if abs(u) < 0.98:
                _eye(pen, x + span * math.sin(u * 1.45), y, half_w * 0.21, max(0.25, math.cos(u * 1.35)), gold)
    return round_off(pen.tile(), size * 0.06 * scale, dark=0.5, shine=0.2)


def _crown(pen: Pen, x: float, top: float, size: float, dice: random.Random) -> None:
    wide = size * 0.024
    for n in range(34):
        place = n % 17 - 8
        a = -math.pi / 2 + place * 0.17 + dice.uniform(-0.05, 0.05)
        reach = size * (0.42 if n < 17 else 0.3) * dice.uniform(0.8, 1.05) * (1 - 0.25 * abs(place) / 8)
        rx, ry = x + place * size * 0.009, top + size * 0.03
        bx, by = rx + reach * 0.44 * math.cos(a), ry + reach * 0.62 * math.sin(a)
        tip = (rx + reach * math.cos(a), ry + reach * math.sin(a))
        tone = mix("#4d7a3e", dice.choice(("#2f5a34", "#7d9c58")), dice.random() * 0.7)
        blade = [(rx - wide, ry), (bx - wide, by), tip, (bx + wide, by), (rx + wide, ry)]
        pen.polygon(smooth(blade, steps=4), tone)


def _eye(pen: Pen, x: float, y: float, r: float, squeeze: float, gold: Ink) -> None:
    for share, tone in ((1.0, gold), (0.55, lighter(gold, 0.25))):
        ring = [(x, y - r * share), (x + r * share * squeeze, y), (x, y + r * share), (x - r * share * squeeze, y)]
        pen.polygon(smooth(ring, closed=True, steps=3), tone)
    pen.ellipse(x, y + r * 0.1, r * 0.14 * squeeze, r * 0.16, "#6b4a20")


def pineapple_ring(radius: float, scale: float, seed: int) -> Image.Image:
    """A slice cut across."""
    dice = random.Random(seed)
    pen = Pen(radius * 2, radius * 2, scale)
    ring = [
        (radius * (1 + (0.98 if n % 2 else 0.9) * math.cos(a)), radius * (1 + (0.98 if n % 2 else 0.9) * math.sin(a)))
        for n, a in enumerate(_arc(26))
    ]
    pen.polygon(smooth(ring, closed=True, steps=3), "#e3b23a")
    pen.ellipse(radius, radius, radius * 0.86, radius * 0.86, "#f2cf5a")
    for a in _arc(44):
        start, end = radius * dice.uniform(0.28, 0.4), radius * dice.uniform(0.6, 0.84)
        pen.line(
            [
                (radius + start * math.cos(a), radius + start * math.sin(a)),
                (radius + end * math.cos(a), radius + end * math.sin(a)),
            ],
            dice.choice(["#e6b83c", "#f9e08a"]),
            radius * 0.02,
        )
    pen.ellipse(radius, radius, radius * 0.22, radius * 0.22, "#f6e09a")
    return round_off(pen.tile(), radius * 0.04 * scale, dark=0.35, shine=0.25)


def long_fruit(
    length: float,
    thick: float,
    scale: float,
    seed: int,
    ink: Ink,
    *,
    stripes: Ink | None = None,
    bloom: float = 0.0,
    bend: float = 0.08,
) -> Image.Image:
    """A wax gourd or a hill cucumber lying on its side."""
    dice = random.Random(seed)
    pen = Pen(length, thick * 2.2, scale, fine=2)
    upper, lower = _sides(length, thick, bend)
    pen.polygon([*upper, *reversed(lower)], ink)
    for share in (0.14, 0.3, 0.46, 0.62, 0.78) if stripes else ():
        sway = dice.uniform(-0.012, 0.012) * thick
        line = [(a[0], a[1] + (b[1] - a[1]) * share + sway) for a, b in zip(upper, lower, strict=True)]
        cut = dice.randrange(1, 8)
        pen.line(line[cut : -dice.randrange(1, 8)], stripes or ink, thick * dice.uniform(0.03, 0.06))
    for _ in range(round(120 * bloom)):
        n, share = dice.randrange(4, len(upper) - 4), dice.uniform(0.06, 0.9)
        px, py = upper[n][0], upper[n][1] + (lower[n][1] - upper[n][1]) * share
        pen.ellipse(px, py, thick * dice.uniform(0.02, 0.09), thick * dice.uniform(0.01, 0.04), lighter(ink, 0.45))
    stalk = [upper[0], (length * 0.015, thick), (length * 0.004, thick * 0.86)]
    pen.line(smooth(stalk), mix(ink, "#6b6a3a", 0.6), thick * 0.12)
    return round_off(pen.tile(), thick * 0.22 * scale, dark=0.6, shine=0.3)


def _sides(length: float, thick: float, bend: float) -> tuple[list[Point], list[Point]]:
    """The upper and lower edge of a long fruit, blunt at both ends."""
    top, low = [], []
    for n in range(19):
        t = 0.5 - 0.5 * math.cos(math.pi * n / 18)
        half = thick * 0.5 * (1 - abs(2 * t - 1) ** 3.4) ** 0.5 * (0.9 + 0.12 * t)
        y = thick * 1.1 + bend * length * math.sin(math.pi * t) * 0.5
        top.append((length * (0.03 + 0.93 * t), y - half))
        low.append((length * (0.03 + 0.93 * t), y + half))
    return smooth(top, steps=3), smooth(low, steps=3)


def gourd_slice(radius: float, scale: float, seed: int, skin: Ink, *, flesh: Ink = "#f2f5e2") -> Image.Image:
    """A cut through a gourd or cucumber with its seeds."""
    dice = random.Random(seed)
    pen = Pen(radius * 2, radius * 2, scale)
    pen.ellipse(radius, radius, radius * 0.99, radius * 0.99, skin)
    pen.ellipse(radius, radius, radius * 0.92, radius * 0.92, mix(flesh, skin, 0.25))
    pen.ellipse(radius, radius, radius * 0.84, radius * 0.84, flesh)
    pen.ellipse(radius, radius, radius * 0.5, radius * 0.5, mix(flesh, "#dfe8b8", 0.6))
    for a in _arc(15):
        r = radius * dice.uniform(0.24, 0.44)
        x, y = radius + r * math.cos(a), radius + r * math.sin(a)
        pen.ellipse(x, y, radius * 0.06, radius * 0.035, "#fbf7e6")
        pen.ellipse(x, y, radius * 0.035, radius * 0.018, "#d8cf9c")
    return round_off(pen.tile(), radius * 0.05 * scale, dark=0.3, shine=0.2)


def round_fruit(
    radius: float, scale: float, seed: int, ink: Ink, *, speckle: Ink | None = None, blush: Ink | None = None
) -> Image.Image:
    """A pear, pomelo or apple."""
    dice = random.Random(seed)
    pen = Pen(radius * 2, radius * 2.3, scale, fine=2)
    y = radius * 1.28
    pen.ellipse(radius, y, radius * 0.98, radius * 0.95, ink)
    for n in range(9) if blush else ():
        wide, tall = radius * (0.62 - n * 0.055), radius * (0.72 - n * 0.06)
        pen.ellipse(radius * (1.25 + 0.02 * n), y + radius * 0.1, wide, tall, mix(ink, blush or ink, n / 9))
    for _ in range(150) if speckle else ():
        a, away = dice.uniform(0, 6.3), dice.random() ** 0.5 * 0.93
        x, low = radius * (1 + away * math.cos(a)), y + radius * 0.93 * away * math.sin(a)
        pen.ellipse(x, low, radius * 0.014, radius * 0.013, speckle or ink)
    pen.ellipse(radius, y - radius * 0.8, radius * 0.2, radius * 0.09, darker(ink, 0.4))
    pen.line(smooth(points("100,48 103,23 114,4", radius)), "#6b4e2c", radius * 0.07)
    return round_off(pen.tile(), radius * 0.36 * scale, dark=0.62, shine=0.38)


def pomelo_half(radius: float, scale: float, seed: int) -> Image.Image:
    """Half a pomelo: thick white pith, pink segments."""
    dice = random.Random(seed)
    pen = Pen(radius * 2, radius * 2, scale, fine=2)
    pen.ellipse(radius, radius, radius * 0.99, radius * 0.99, "#7f9a45")
    pen.ellipse(radius, radius, radius * 0.94, radius * 0.94, "#f6ecd6")
    segments = 12
    for n in range(segments):
        a = 2 * math.pi * n / segments
        wedge = [(0.14, a + 0.26), (0.72, a + 0.06), (0.77, a + 0.26), (0.72, a + 0.46)]
        points = [(radius * (1 + r * math.cos(t)), radius * (1 + r * math.sin(t))) for r, t in wedge]
        pen.polygon(smooth(points, closed=True, steps=4), "#e58a80")
        for _ in range(26):
            r, t = dice.uniform(0.25, 0.72), a + 0.26 + dice.uniform(-0.14, 0.14)
            x, y = radius * (1 + r * math.cos(t)), radius * (1 + r * math.sin(t))
            pen.line(
                [(x, y), (x + radius * 0.07 * math.cos(t), y + radius * 0.07 * math.sin(t))],
                dice.choice(["#f0aca0", "#d8706a", "#f6c6ba"]),
                radius * 0.024,
            )
    pen.ellipse(radius, radius, radius * 0.1, radius * 0.1, "#fbf4e4")
    return round_off(pen.tile(), radius * 0.05 * scale, dark=0.3, shine=0.2)


def pear_half(radius: float, scale: float) -> Image.Image:
    """Half a round pear with its core."""
    pen = Pen(radius * 2, radius * 2, scale)
    pen.ellipse(radius, radius, radius * 0.97, radius * 0.94, "#a9783e")
    pen.ellipse(radius, radius, radius * 0.91, radius * 0.88, "#fbf6e2")
    pen.ellipse(radius, radius, radius * 0.4, radius * 0.38, "#f2e8c6")
    for a in _arc(5, 0.3, 0.3 + 2 * math.pi):
        x, y = radius * (1 + 0.2 * math.cos(a)), radius * (1 + 0.2 * math.sin(a))
        pen.ellipse(x, y, radius * 0.09, radius * 0.055, "#e3d29c")
        pen.ellipse(x, y, radius * 0.05, radius * 0.032, "#4a2d18")
    return round_off(pen.tile(), radius * 0.05 * scale, dark=0.25, shine=0.2)
