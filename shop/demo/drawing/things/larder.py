"""From the hearth and the kitchen: smoked meat, fish, crackers, noodles, shoots, bark, tubers. Strewn like grains."""

import math
import random
from collections.abc import Sequence

from PIL import Image

from shop.demo.drawing.base.colour import Ink, darker, lighter, mix
from shop.demo.drawing.base.tile import Pen, Point, round_off, smooth


def _edge(
    dice: random.Random, size: float, wide: float, *, rough: float = 0.12, bend: float = 0.0, blunt: float = 0.4
) -> tuple[list[Point], list[Point]]:
    """The upper and lower edge of a strip along x, in the middle of a square of 2 x size."""
    upper, lower = [], []
    for n in range(9):
        t = n / 8
        x = size * (0.06 + 1.88 * t)
        y = size * (1 + bend * math.sin(math.pi * t))
        half = size * wide * (blunt + (1 - blunt) * math.sin(math.pi * (0.03 + 0.94 * t)) ** 0.7)
        upper.append((x, y - half * dice.uniform(1 - rough, 1 + rough)))
        lower.append((x, y + half * dice.uniform(1 - rough, 1 + rough)))
    return smooth(upper, steps=4), smooth(lower, steps=4)


def _between(upper: Sequence[Point], lower: Sequence[Point], share: float) -> list[Point]:
    return [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in zip(upper, lower, strict=True)]


def dried_meat(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A strip of smoked meat: long fibres, dark crust, flecks of spice."""
    upper, lower = _edge(dice, size, dice.uniform(0.2, 0.27), rough=0.2, bend=dice.uniform(-0.12, 0.12))
    pen.polygon([*upper, *reversed(lower)], darker(ink, 0.25))
    for share in (0.12, 0.24, 0.36, 0.48, 0.6, 0.72, 0.84):
        line = _between(upper, lower, share + dice.uniform(-0.04, 0.04))
        start = dice.randrange(0, 10)
        pen.line(
            line[start : start + dice.randrange(12, 22)],
            dice.choice([lighter(ink, 0.16), darker(ink, 0.5), mix(ink, "#8f2f1c", 0.5)]),
            size * dice.uniform(0.02, 0.045),
        )
    for _ in range(14):
        x, y = dice.choice(_between(upper, lower, dice.uniform(0.15, 0.85)))
        pen.ellipse(x, y, size * 0.018, size * 0.014, dice.choice(["#2a1a10", "#b5642c", "#d9b06a"]))


def dried_pork(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A strip of smoked pork with streaks of amber fat."""
    upper, lower = _edge(dice, size, dice.uniform(0.26, 0.34), rough=0.14, bend=dice.uniform(-0.1, 0.1))
    pen.polygon([*upper, *reversed(lower)], ink)
    for share, tone, wide in ((0.16, "#d9a860", 0.07), (0.52, "#e0b878", 0.06), (0.8, "#c98e4c", 0.05)):
        pen.line(_between(upper, lower, share + dice.uniform(-0.06, 0.06))[2:-2], tone, size * wide)
    for share in (0.3, 0.4, 0.65, 0.92):
        pen.line(_between(upper, lower, share)[1:-2], darker(ink, 0.35), size * 0.025)


def sausage(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A smoked sausage, tied at both ends."""
    bend = dice.uniform(0.06, 0.2)
    spine = [(size * (0.16 + 1.68 * n / 14), size * (1 + bend * math.sin(math.pi * n / 14))) for n in range(15)]
    pen.line(spine, darker(ink, 0.3), size * 0.42)
    pen.line(spine, ink, size * 0.36)
    for _ in range(26):
        x, y = dice.choice(spine)
        pen.ellipse(
            x + dice.uniform(-0.05, 0.05) * size,
            y + dice.uniform(-0.15, 0.15) * size,
            size * dice.uniform(0.015, 0.045),
            size * dice.uniform(0.012, 0.03),
            dice.choice([lighter(ink, 0.45), darker(ink, 0.3)]),
        )
    pen.line([(x, y - size * 0.1) for x, y in spine[1:-2]], lighter(ink, 0.4), size * 0.05)
    for x, y, turn in ((spine[0][0], spine[0][1], -1), (spine[-1][0], spine[-1][1], 1)):
        pen.line([(x + turn * size * 0.14, y), (x + turn * size * 0.2, y - size * 0.03)], "#d9c08a", size * 0.05)


def little_fish(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A small dried fish, silver turned to gold."""
    body = [
        (size * 0.1, size),
        (size * 0.5, size * 0.82),
        (size * 1.1, size * 0.84),
        (size * 1.6, size * 0.96),
        (size * 1.6, size * 1.03),
        (size * 1.1, size * 1.16),
        (size * 0.5, size * 1.2),
    ]
    pen.polygon(smooth(body, closed=True), ink)
    pen.polygon(
        [(size * 1.56, size), (size * 1.95, size * 0.8), (size * 1.86, size), (size * 1.95, size * 1.2)],
        darker(ink, 0.25),
    )
    pen.line(
        smooth([(size * 0.4, size * 0.9), (size, size * 0.9), (size * 1.55, size * 0.98)]),
        darker(ink, 0.4),
        size * 0.05,
    )
    pen.line(
        smooth([(size * 0.4, size * 1.1), (size, size * 1.1), (size * 1.5, size * 1.03)]),
        lighter(ink, 0.55),
        size * 0.06,
    )
    pen.line([(size * 0.44, size * 0.86), (size * 0.47, size * 1.16)], darker(ink, 0.35), size * 0.03)
    pen.ellipse(size * 0.26, size * 0.96, size * 0.055, size * 0.055, "#f4eedd")
    pen.ellipse(size * 0.26, size * 0.96, size * 0.032, size * 0.032, "#1b1512")


def cracker(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A puffed slice of cassava cracker: curled, blistered, pale gold."""
    ring = [
        (
            size * (1 + dice.uniform(0.82, 0.98) * math.cos(a)),
            size * (1 + dice.uniform(0.46, 0.58) * math.sin(a) + 0.1 * math.cos(a) ** 2),
        )
        for a in (2 * math.pi * n / 12 for n in range(12))
    ]
    outline = smooth(ring, closed=True)
    pen.polygon(outline, mix(ink, "#b9772e", 0.4))
    pen.polygon([(size + (x - size) * 0.93, size + (y - size) * 0.9 - size * 0.02) for x, y in outline], ink)
    for _ in range(15):
        a, away = dice.uniform(0, 6.3), dice.random() ** 0.6
        x, y = size * (1 + 0.72 * away * math.cos(a)), size * (1 + 0.36 * away * math.sin(a))
        r = size * dice.uniform(0.05, 0.12)
        pen.ellipse(x + r * 0.2, y + r * 0.25, r, r * 0.7, mix(ink, "#b07a3a", 0.35))
        pen.ellipse(x, y, r * 0.86, r * 0.58, lighter(ink, 0.45))


def stick(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A short fried stick of rice dough."""
    upper, lower = _edge(dice, size, dice.uniform(0.17, 0.22), rough=0.16, bend=dice.uniform(-0.14, 0.14))
    pen.polygon([*upper, *reversed(lower)], ink)
    pen.line(_between(upper, lower, 0.25)[3:-4], lighter(ink, 0.5), size * 0.07)
    for _ in range(16):
        x, y = dice.choice(_between(upper, lower, dice.uniform(0.1, 0.9)))
        pen.ellipse(
            x,
            y,
            size * dice.uniform(0.015, 0.04),
            size * dice.uniform(0.012, 0.03),
            dice.choice([darker(ink, 0.28), lighter(ink, 0.6), darker("#5d3a1c", 0)]),
        )


def bamboo_shoot(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A torn strip of dried bamboo shoot with its chambers and fibres."""
    upper, lower = _edge(dice, size, dice.uniform(0.13, 0.2), rough=0.3, bend=dice.uniform(-0.25, 0.25))
    pen.polygon([*upper, *reversed(lower)], ink)
    for share in (0.2, 0.4, 0.6, 0.8):
        pen.line(
            _between(upper, lower, share)[dice.randrange(4) : -dice.randrange(1, 8)],
            dice.choice([darker(ink, 0.3), lighter(ink, 0.3)]),
            size * 0.025,
        )
    for n in range(6, 26, dice.randrange(6, 9)):
        pen.line([upper[n], lower[n + 1]], darker(ink, 0.28), size * 0.022)


def quill(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A rolled stick of cinnamon bark."""
    half = size * dice.uniform(0.13, 0.17)
    pen.box(size * 0.06, size - half, size * 1.94, size + half, ink, half * 0.5)
    for lift in (-0.55, -0.1, 0.35):
        y = size + half * lift
        pen.line(
            smooth([(size * 0.08, y), (size * 0.7, y + half * dice.uniform(-0.1, 0.1)), (size * 1.92, y)]),
            darker(ink, 0.34),
            size * 0.018,
        )
    pen.line([(size * 0.1, size - half * 0.72), (size * 1.9, size - half * 0.66)], lighter(ink, 0.36), size * 0.04)
    for x in (size * 0.08, size * 1.92):
        pen.ellipse(x, size, half * 0.42, half * 0.98, darker(ink, 0.45))
        pen.ring(x, size, half * 0.36, half * 0.85, lighter(ink, 0.3), size * 0.02)
        pen.ellipse(x, size + half * 0.1, half * 0.14, half * 0.4, darker(ink, 0.75))


def tuber(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A yacon tuber: spindle, thin skin, fine rings."""
    upper, lower = _edge(dice, size, dice.uniform(0.36, 0.44), rough=0.04, bend=dice.uniform(-0.1, 0.1), blunt=0.02)
    pen.polygon([*upper, *reversed(lower)], ink)
    for n in range(3, 31, 3):
        a, b = upper[n], lower[n]
        pen.line(smooth([a, ((a[0] + b[0]) / 2 + size * 0.05, (a[1] + b[1]) / 2), b]), darker(ink, 0.16), size * 0.016)
    pen.line(_between(upper, lower, 0.2)[4:-5], lighter(ink, 0.3), size * 0.08)
    pen.line([lower[-1], (lower[-1][0] + size * 0.05, lower[-1][1])], darker(ink, 0.3), size * 0.05)


def peanut_shell(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A peanut in its netted shell."""
    for x, r in ((0.62, 0.5), (1.32, 0.54)):
        pen.ellipse(size * x, size, size * r, size * r * 0.74, ink)
    pen.box(size * 0.6, size * 0.72, size * 1.35, size * 1.28, ink)
    for lane in (-0.22, -0.08, 0.08, 0.22):
        pen.line(
            smooth(
                [
                    (size * 0.2, size * (1 + lane)),
                    (size * 0.7, size * (1 + lane * 1.4)),
                    (size, size * (1 + lane)),
                    (size * 1.35, size * (1 + lane * 1.4)),
                    (size * 1.8, size * (1 + lane)),
                ]
            ),
            darker(ink, 0.24),
            size * 0.03,
        )


def bundle(
    width: float,
    height: float,
    scale: float,
    inks: Sequence[str],
    seed: int,
    *,
    fine: float = 3.2,
    tie: Ink = "#b5283c",
    curl: float = 0.06,
) -> Image.Image:
    """Straight dry noodles tied in the middle with a strip."""
    dice = random.Random(seed)
    pen = Pen(width, height, scale, fine=2)
    count = round(width / fine * 1.5)
    for n in range(count):
        share = (n * 0.618) % 1
        x = width * (0.04 + 0.92 * share)
        pinch = width / 2 + (x - width / 2) * 0.8
        top, bottom = height * dice.uniform(0.0, 0.035), height * dice.uniform(0.965, 1.0)
        sway = width * curl * dice.uniform(-1, 1)
        tone = darker(inks[dice.randrange(len(inks))], 0.3 * (1 - n / count) + dice.uniform(0, 0.1))
        pen.line(
            smooth(
                [
                    (x + sway, top),
                    (pinch + sway * 0.3, height * 0.3),
                    (pinch, height * 0.5),
                    (pinch - sway * 0.3, height * 0.7),
                    (x - sway, bottom),
                ],
                steps=6,
            ),
            tone,
            fine * dice.uniform(0.7, 1.1),
        )
    for y in (0.47, 0.53):
        pen.box(width * 0.075, height * (y - 0.035), width * 0.925, height * (y + 0.03), tie, height * 0.012)
    return round_off(pen.tile(), width * 0.09 * scale, dark=0.45, shine=0.2)


def skein(radius: float, scale: float, inks: Sequence[str], seed: int, *, fine: float = 3.4) -> Image.Image:
    """Dry noodles wound to a loose nest."""
    dice = random.Random(seed)
    pen = Pen(radius * 2, radius * 2, scale, fine=2)
    for n in range(130):
        share = n / 130
        r, start = radius * dice.uniform(0.2, 0.9), dice.uniform(0, 6.3)
        squash, turn = dice.uniform(0.62, 0.98), dice.uniform(0, 3.1)
        line = []
        for m in range(26):
            a = start + m * 0.2
            x, y = r * math.cos(a), r * squash * math.sin(a)
            line.append(
                (radius + x * math.cos(turn) - y * math.sin(turn), radius + x * math.sin(turn) + y * math.cos(turn))
            )
        pen.line(line, darker(inks[dice.randrange(len(inks))], 0.42 * (1 - share)), fine)
    return round_off(pen.tile(), radius * 0.1 * scale, dark=0.4, shine=0.18)
