"""Roots, stalks, pods and leaves; ears of rice; bundles of herbs."""

import math
import random

from PIL import Image

from shop.demo.drawing.base.colour import Ink, darker, lighter, mix
from shop.demo.drawing.base.tile import Pen, points, round_off, smooth


def bean_pod(length: float, scale: float, seed: int, ink: Ink = "#5f9a4a") -> Image.Image:
    """A young climbing bean."""
    dice = random.Random(seed)
    pen = Pen(length, length * 0.4, scale)
    bend = dice.uniform(-0.13, 0.13)
    spine = [(length * (0.03 + 0.94 * n / 16), length * (0.2 + bend * math.sin(math.pi * n / 16))) for n in range(17)]
    tone = mix(ink, dice.choice(["#7fb35c", "#4a7f3f"]), dice.random() * 0.6)
    pen.line(spine, darker(tone, 0.2), length * 0.06)
    pen.line(spine, tone, length * 0.05)
    for x, y in spine[2:-1:2]:
        pen.ellipse(x, y, length * 0.026, length * 0.02, lighter(tone, 0.14))
    pen.line([(x, y - length * 0.012) for x, y in spine[1:-1]], lighter(tone, 0.35), length * 0.008)
    pen.line([spine[0], (0, spine[0][1] - length * 0.03)], "#86a860", length * 0.02)
    return round_off(pen.tile(), length * 0.02 * scale, dark=0.45, shine=0.2)


def cane(length: float, thick: float, scale: float, seed: int, ink: Ink = "#5b2448") -> Image.Image:
    """A length of purple sugar cane."""
    dice = random.Random(seed)
    pen = Pen(length, thick * 1.3, scale, fine=2)
    y, x = thick * 0.65, 0.0
    while x < length:
        step = length * dice.uniform(0.13, 0.18)
        end = min(length, x + step)
        pen.box(x, y - thick * 0.5, end, y + thick * 0.5, mix(ink, "#8a3a5c", dice.random() * 0.35), thick * 0.12)
        pen.box(x, y - thick * 0.54, x + thick * 0.16, y + thick * 0.54, "#b9a27a", thick * 0.06)
        pen.box(x + thick * 0.16, y - thick * 0.52, x + thick * 0.34, y + thick * 0.52, mix(ink, "#e6dcd0", 0.55))
        pen.line(
            [(x + thick * 0.5, y - thick * 0.24), (end - thick * 0.2, y - thick * 0.24)],
            lighter(ink, 0.4),
            thick * 0.08,
        )
        x = end
    return round_off(pen.tile(), thick * 0.2 * scale, dark=0.55, shine=0.25)


def cane_end(radius: float, scale: float, seed: int) -> Image.Image:
    """A cut piece of cane seen on its white end."""
    dice = random.Random(seed)
    pen = Pen(radius * 2, radius * 2, scale)
    pen.ellipse(radius, radius, radius * 0.98, radius * 0.98, "#5b2448")
    pen.ellipse(radius, radius, radius * 0.87, radius * 0.87, "#f6f3e2")
    for _ in range(60):
        a, away = dice.uniform(0, 6.3), dice.random() ** 0.5 * 0.8
        pen.ellipse(
            radius * (1 + away * math.cos(a)),
            radius * (1 + away * math.sin(a)),
            radius * 0.028,
            radius * 0.028,
            dice.choice(["#dfd9b4", "#ffffff", "#cfd6a8"]),
        )
    return round_off(pen.tile(), radius * 0.08 * scale, dark=0.35, shine=0.2)


def ginseng(size: float, scale: float, seed: int, ink: Ink = "#c2a06a") -> Image.Image:
    """A ginseng root: knotted stem with one scar a year, forked roots, fine hairs."""
    dice = random.Random(seed)
    pen = Pen(size, size, scale, fine=2)
    for n, (x, y) in enumerate(smooth(points("62,6 50,18 58,32 46,46 50,60", size))[::2]):
        r = size * dice.uniform(0.045, 0.075)
        pen.ellipse(x, y, r, r * 0.85, darker(ink, dice.uniform(0.05, 0.25)))
        pen.ellipse(x + r * 0.2, y, r * 0.4, r * 0.36, darker(ink, 0.45) if n % 2 else lighter(ink, 0.2))
    for course, wide in ROOTS:
        line = smooth(points(course, size))
        for n, (x, y) in enumerate(line):
            r = size * wide * (1 - n / len(line)) ** 0.7
            pen.ellipse(x, y, r, r, ink)
        for x, y in line[3::2]:
            a, reach = dice.uniform(0.2, 2.9), size * dice.uniform(0.05, 0.13)
            middle = (x + reach * 0.5 * math.cos(a) + 4, y + reach * 0.5)
            hair = smooth([(x, y), middle, (x + reach * math.cos(a), y + reach * math.sin(a))])
            pen.line(hair, darker(ink, 0.1), size * 0.006)
        for x, y in line[2:-6:2]:
            pen.line([(x - size * wide * 0.6, y), (x + size * wide * 0.4, y + 2)], darker(ink, 0.3), size * 0.005)
    return round_off(pen.tile(), size * 0.028 * scale, dark=0.5, shine=0.25)


ROOTS = (
    ("50,52 44,70 50,85 46,99", 0.1),
    ("48,58 34,68 24,82 20,94", 0.055),
    ("52,58 66,70 70,84 80,95", 0.06),
    ("50,50 30,54 16,62 6,66", 0.04),
    ("52,50 70,54 84,56 95,64", 0.035),
)


def palm_leaf(size: float, scale: float, seed: int, ink: Ink = "#4d7a3e", *, berries: bool = False) -> Image.Image:
    """A ginseng leaf of five fingers, with red berries if wanted."""
    dice = random.Random(seed)
    pen = Pen(size, size, scale, fine=2)
    x, y = size * 0.5, size * 0.62
    pen.line(smooth(points("50,100 52,80 50,62", size)), "#7d8c4a", size * 0.02)
    for n in range(5):
        a = -math.pi / 2 + (n - 2) * 0.78
        reach = size * (0.52 - 0.07 * abs(n - 2))
        tone = mix(ink, dice.choice(("#6b9a50", "#35612f")), dice.random() * 0.5)
        _leaf(pen, (x, y), a, reach, 0.24, tone)
        for m in range(2, 7):
            bx, by = x + reach * m / 8 * math.cos(a), y + reach * m / 8 * math.sin(a)
            for turn in (a - 0.8, a + 0.8):
                vein = [(bx, by), (bx + reach * 0.14 * math.cos(turn), by + reach * 0.14 * math.sin(turn))]
                pen.line(vein, lighter(tone, 0.18), size * 0.004)
    for _ in range(16) if berries else ():
        a, away = dice.uniform(0, 6.3), dice.random() ** 0.5 * size * 0.085
        bx, by = x + away * math.cos(a), y + away * math.sin(a)
        pen.ellipse(bx, by, size * 0.026, size * 0.026, dice.choice(("#b5283c", "#c8363c", "#8f1f2c")))
        pen.ellipse(bx - size * 0.008, by - size * 0.008, size * 0.007, size * 0.007, "#f6c6ba")
    return round_off(pen.tile(), size * 0.015 * scale, dark=0.35, shine=0.15)


def sprig(
    size: float, scale: float, seed: int, ink: Ink, *, leaves: int = 9, slim: float = 0.3, tip: Ink | None = None
) -> Image.Image:
    """A twig with leaves to both sides; a paler bud at its end if wanted."""
    dice = random.Random(seed)
    pen = Pen(size, size, scale, fine=2)
    stem = smooth(
        [(size * 0.12, size * 0.95), (size * 0.35, size * 0.6), (size * 0.62, size * 0.34), (size * 0.84, size * 0.12)]
    )
    pen.line(stem, mix(ink, "#6b5a34", 0.5), size * 0.016)
    for n in range(leaves):
        at = stem[round((0.16 + 0.8 * n / leaves) * (len(stem) - 1))]
        a = -0.9 + (-1 if n % 2 else 1) * dice.uniform(0.55, 0.95)
        reach = size * dice.uniform(0.24, 0.34) * (1 - 0.35 * n / leaves)
        tone = mix(ink, dice.choice(["#86a860", "#2f5a34"]), dice.random() * 0.4)
        _leaf(pen, at, a, reach, slim, tone)
    if tip:
        _leaf(pen, stem[-3], -0.9, size * 0.2, 0.2, tip)
    return round_off(pen.tile(), size * 0.012 * scale, dark=0.35, shine=0.15)


def _leaf(pen: Pen, at: tuple[float, float], a: float, reach: float, slim: float, tone: Ink) -> None:
    end = (at[0] + reach * math.cos(a), at[1] + reach * math.sin(a))
    middle = (at[0] + reach * 0.48 * math.cos(a), at[1] + reach * 0.48 * math.sin(a))
    across = (-math.sin(a) * reach * slim, math.cos(a) * reach * slim)
    pen.polygon(
        smooth(
            [at, (middle[0] + across[0], middle[1] + across[1]), end, (middle[0] - across[0], middle[1] - across[1])],
            closed=True,
        ),
        tone,
    )
    pen.polygon(smooth([at, (middle[0] + across[0], middle[1] + across[1]), end], steps=6), lighter(tone, 0.08))
    pen.line([at, end], lighter(tone, 0.3), reach * 0.022)


def rice_ear(size: float, scale: float, seed: int, ink: Ink = "#d9b04a", *, awn: float = 0.0) -> Image.Image:
    """A bent ear of ripe rice, with awns if wanted."""
    dice = random.Random(seed)
    pen = Pen(size, size, scale, fine=2)
    stem = smooth(
        [(size * 0.04, size * 0.98), (size * 0.3, size * 0.55), (size * 0.58, size * 0.3), (size * 0.9, size * 0.42)]
    )
    pen.line(stem, "#a9a04a", size * 0.009)
    for n, (x, y) in enumerate(stem[9:]):
        for side in (-1, 1, 0):
            a = -0.5 + n * 0.07 + side * dice.uniform(0.3, 0.6)
            reach = size * dice.uniform(0.03, 0.06)
            cx, cy = x + reach * math.cos(a), y + reach * math.sin(a) + size * 0.012
            tone = mix(ink, dice.choice(["#b5842a", "#ecd27a"]), dice.random() * 0.5)
            if awn:
                pen.line(
                    [(cx, cy), (cx + size * awn * math.cos(a), cy + size * awn * math.sin(a))],
                    lighter(tone, 0.25),
                    size * 0.003,
                )
            _seed(pen, cx, cy, size * 0.034, a, tone)
    return round_off(pen.tile(), size * 0.008 * scale, dark=0.35, shine=0.2)


def _seed(pen: Pen, x: float, y: float, size: float, a: float, ink: Ink) -> None:
    ca, sa = math.cos(a), math.sin(a)
    ring = [
        (
            x + size * math.cos(t) * ca - size * 0.36 * math.sin(t) * sa,
            y + size * math.cos(t) * sa + size * 0.36 * math.sin(t) * ca,
        )
        for t in (0.52 * n for n in range(13))
    ]
    pen.polygon(ring, ink)


def herb_bundle(size: float, scale: float, seed: int, inks: tuple[str, ...], *, tie: Ink = "#c9a566") -> Image.Image:
    """Dry stalks and leaves bound to a bundle."""
    dice = random.Random(seed)
    pen = Pen(size, size * 0.62, scale, fine=2)
    middle = size * 0.31
    for _ in range(70):
        lift = dice.uniform(-1, 1)
        start, end = (
            (size * dice.uniform(0.0, 0.06), middle + lift * size * 0.1),
            (size * dice.uniform(0.72, 0.98), middle + lift * size * 0.26),
        )
        pen.line(
            smooth([start, (size * 0.34, middle + lift * size * 0.055), end]),
            darker(dice.choice(inks), dice.uniform(0, 0.35)),
            size * dice.uniform(0.006, 0.014),
        )
    for _ in range(110):
        lift = dice.uniform(-1, 1)
        x = size * dice.uniform(0.46, 0.94)
        y = middle + lift * size * 0.26 * (x / size)
        a, reach = dice.uniform(-0.9, 0.9), size * dice.uniform(0.05, 0.1)
        tip = (x + reach * math.cos(a), y + reach * math.sin(a))
        wide = reach * 0.22
        tone = mix(dice.choice(inks), dice.choice(["#2a2416", "#b0a878"]), dice.random() * 0.35)
        pen.polygon(
            smooth(
                [(x, y), ((x + tip[0]) / 2, (y + tip[1]) / 2 - wide), tip, ((x + tip[0]) / 2, (y + tip[1]) / 2 + wide)],
                closed=True,
                steps=3,
            ),
            tone,
        )
    for x in (0.3, 0.34, 0.38):
        pen.line([(size * x, middle - size * 0.085), (size * (x + 0.015), middle + size * 0.085)], tie, size * 0.022)
    return round_off(pen.tile(), size * 0.02 * scale, dark=0.45, shine=0.15)
