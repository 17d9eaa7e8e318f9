"""Small things in great number: leaves, grains, beans, nuts, berries, slices. Each is drawn a few times and strewn."""

import math
import random
from collections.abc import Callable, Sequence

from shop.demo.drawing.base.colour import Ink, darker, lighter, mix
from shop.demo.drawing.base.tile import Pen, Point, smooth

Grain = Callable[[Pen, random.Random, float, Ink], None]


def leaf_roll(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A twisted dry tea leaf."""
    bend, twist = dice.uniform(-0.3, 0.3), dice.uniform(0.05, 0.16)
    spine = [
        (size * t, size * (1 + bend * math.sin(math.pi * (t / 2)) + twist * math.sin(t * 5)))
        for t in _steps(0.06, 1.94)
    ]
    wide = size * dice.uniform(0.1, 0.17)
    _ribbon(pen, spine, wide, ink)
    _ribbon(pen, [(x, y - wide * 0.35) for x, y in spine[1:-2]], wide * 0.3, lighter(ink, 0.3))


def bud(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A downy white-tea bud."""
    bend = dice.uniform(-0.2, 0.2)
    spine = [(size * t, size * (1 + bend * (t - 1) ** 2)) for t in _steps(0.05, 1.95)]
    _ribbon(pen, spine, size * 0.17, ink)
    _ribbon(pen, [(x, y - size * 0.05) for x, y in spine], size * 0.09, lighter(ink, 0.55))
    pen.line(spine[5:], mix(ink, "#6c7a4c", 0.7), size * 0.045)


def rice(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A grain of rice."""
    slim = dice.uniform(0.25, 0.32)
    pen.ellipse(size, size, size * 0.95, size * slim, ink)
    pen.ellipse(size * 0.9, size * (1 - slim * 0.3), size * 0.6, size * slim * 0.45, lighter(ink, 0.55))
    pen.ellipse(size * 1.75, size, size * 0.1, size * slim * 0.4, mix(ink, "#fffdf4", 0.8))


def sticky_rice(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A short, milky grain of sticky rice."""
    wide = dice.uniform(0.42, 0.5)
    pen.ellipse(size, size, size * 0.86, size * wide, ink)
    pen.ellipse(size * 0.88, size * 0.86, size * 0.5, size * wide * 0.5, lighter(ink, 0.6))
    pen.ellipse(size * 1.62, size * 1.04, size * 0.12, size * 0.1, mix(ink, "#b9a67c", 0.6))


def paddy(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A grain in its husk with a long awn."""
    pen.line(
        smooth(
            [
                (size * 1.1, size),
                (size * 1.6, size * dice.uniform(0.8, 0.95)),
                (size * 1.98, size * dice.uniform(0.6, 0.9)),
            ]
        ),
        lighter(ink, 0.2),
        size * 0.035,
    )
    pen.ellipse(size * 0.72, size, size * 0.5, size * 0.2, ink)
    for lift in (-0.08, 0.04, 0.12):
        pen.line(
            [
                (size * 0.3, size * (1 + lift * 0.6)),
                (size * 0.75, size * (1 + lift)),
                (size * 1.15, size * (1 + lift * 0.5)),
            ],
            darker(ink, 0.3) if lift > 0 else lighter(ink, 0.35),
            size * 0.03,
        )


def bean(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A coffee bean, flat side or round side up."""
    wide = dice.uniform(0.6, 0.68)
    pen.ellipse(size, size, size * 0.92, size * wide, ink)
    pen.ellipse(size * 0.8, size * 0.78, size * 0.5, size * wide * 0.35, lighter(ink, 0.16))
    if dice.random() < 0.7:
        furrow = smooth([(size * 0.12, size), (size * 0.6, size * 1.1), (size * 1.3, size * 0.9), (size * 1.88, size)])
        pen.line(furrow, darker(ink, 0.6), size * 0.12)
        pen.line([(x, y + size * 0.1) for x, y in furrow], lighter(ink, 0.18), size * 0.05)


def pellet(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A rolled ball of oolong, with the stalk end showing."""
    ring = [
        (size * (1 + dice.uniform(0.62, 0.9) * math.cos(a)), size * (1 + dice.uniform(0.6, 0.85) * math.sin(a)))
        for a in _circle(9)
    ]
    pen.polygon(smooth(ring, closed=True), ink)
    for _ in range(4):
        start = dice.uniform(0, 6.3)
        arc = [
            (size * (1 + 0.55 * math.cos(start + t)), size * (1 + 0.5 * math.sin(start + t * 1.2)))
            for t in _steps(0, 1.4)
        ]
        pen.line(arc, dice.choice([darker(ink, 0.4), lighter(ink, 0.28)]), size * 0.1)
    if dice.random() < 0.35:
        pen.line([(size * 1.2, size * 1.3), (size * 1.75, size * 1.7)], mix(ink, "#8a6b3a", 0.6), size * 0.14)


def ball(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A smooth round nut or seed."""
    pen.ellipse(size, size, size * 0.9, size * dice.uniform(0.84, 0.92), ink)
    pen.ellipse(size * 0.72, size * 0.68, size * 0.26, size * 0.2, lighter(ink, 0.4))


def cracked_nut(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A macadamia in its shell, sawn open so that the kernel shows."""
    pen.ellipse(size, size, size * 0.93, size * 0.9, ink)
    if dice.random() < 0.72:
        slit = [(size * 0.25, size * 0.95), (size, size * 0.78), (size * 1.78, size * 1.0), (size, size * 1.22)]
        pen.polygon(smooth(slit, closed=True), darker(ink, 0.55))
        inner = [(size * 0.42, size * 0.98), (size, size * 0.87), (size * 1.6, size * 1.0), (size, size * 1.15)]
        pen.polygon(smooth(inner, closed=True), "#f1e3c2")
    pen.ellipse(size * 0.68, size * 0.55, size * 0.2, size * 0.12, lighter(ink, 0.4))


def berry(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A wild pepper husk, split with its black seed inside."""
    pen.ellipse(size, size, size * 0.88, size * 0.84, ink)
    if dice.random() < 0.6:
        pen.ellipse(size * 1.08, size * 1.05, size * 0.52, size * 0.5, darker(ink, 0.65))
        pen.ellipse(size * 1.02, size * 0.98, size * 0.34, size * 0.33, "#17130f")
        pen.ellipse(size * 0.9, size * 0.88, size * 0.1, size * 0.08, "#9a9184")
    else:
        pen.ellipse(size * 0.74, size * 0.7, size * 0.26, size * 0.2, lighter(ink, 0.3))


def pod(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A dried cardamom pod with its ribs."""
    wide = dice.uniform(0.5, 0.62)
    ring = [
        (size * (1 + 0.94 * math.cos(a)), size * (1 + wide * math.sin(a) * (1 - 0.18 * math.cos(a))))
        for a in _circle(16)
    ]
    pen.polygon(ring, ink)
    for lane in (-0.66, -0.33, 0.0, 0.33, 0.66):
        rib = [(size * (1 + 0.86 * t), size * (1 + wide * lane * math.sqrt(max(0, 1 - t * t)))) for t in _steps(-1, 1)]
        pen.line(rib, darker(ink, 0.42), size * 0.055)
        pen.line([(x, y + size * 0.07) for x, y in rib[1:-1]], lighter(ink, 0.22), size * 0.04)
    pen.line([(size * 1.85, size), (size * 1.98, size * dice.uniform(0.9, 1.1))], darker(ink, 0.3), size * 0.1)


def kernel(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A peanut kernel in its red skin."""
    pen.ellipse(size, size, size * 0.9, size * dice.uniform(0.52, 0.6), ink)
    pen.ellipse(size * 0.75, size * 0.8, size * 0.4, size * 0.15, lighter(ink, 0.3))
    pen.line([(size * 1.66, size), (size * 1.86, size)], lighter(ink, 0.5), size * 0.09)


def slice_of_fruit(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A thin dried slice with its skin and core."""
    ring = [
        (size * (1 + dice.uniform(0.84, 0.95) * math.cos(a)), size * (1 + dice.uniform(0.7, 0.82) * math.sin(a)))
        for a in _circle(14)
    ]
    outline = smooth(ring, closed=True)
    pen.polygon(outline, mix(ink, "#8f2f22", 0.62))
    pen.polygon([(size + (x - size) * 0.9, size + (y - size) * 0.88) for x, y in outline], ink)
    pen.polygon([(size + (x - size) * 0.62, size + (y - size) * 0.6) for x, y in outline], lighter(ink, 0.28))
    for a in _circle(5):
        pen.ellipse(
            size * (1 + 0.2 * math.cos(a)),
            size * (1 + 0.18 * math.sin(a)),
            size * 0.09,
            size * 0.06,
            mix(ink, "#6b3f1d", 0.7),
        )


def plum(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A sugared half fruit, wrinkled and moist."""
    ring = [
        (size * (1 + dice.uniform(0.72, 0.95) * math.cos(a)), size * (1 + dice.uniform(0.6, 0.82) * math.sin(a)))
        for a in _circle(10)
    ]
    pen.polygon(smooth(ring, closed=True), ink)
    for _ in range(4):
        x, y = size * dice.uniform(0.5, 1.4), size * dice.uniform(0.6, 1.4)
        pen.line(
            smooth([(x, y), (x + size * 0.2, y + size * dice.uniform(-0.2, 0.2)), (x + size * 0.42, y)]),
            darker(ink, 0.38),
            size * 0.06,
        )
    pen.ellipse(size * 0.7, size * 0.66, size * 0.2, size * 0.1, lighter(ink, 0.65))


def flake(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A crumb of dry leaf, chilli or bark."""
    ring = [
        (size * (1 + dice.uniform(0.3, 0.95) * math.cos(a)), size * (1 + dice.uniform(0.25, 0.7) * math.sin(a)))
        for a in _circle(7)
    ]
    pen.polygon(ring, ink)
    pen.line([ring[0], ring[3]], lighter(ink, 0.22), size * 0.08)


def thread(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A cordyceps strand: thin foot, thick granular club."""
    bend = dice.uniform(-0.35, 0.35)
    spine = [(size * t, size * (1 + bend * math.sin(math.pi * t / 2))) for t in _steps(0.05, 1.95)]
    pen.line(spine, lighter(ink, 0.22), size * 0.09)
    pen.line(spine[7:], ink, size * 0.16)
    pen.line([(x, y - size * 0.03) for x, y in spine[7:-1]], lighter(ink, 0.32), size * 0.05)


def seed_ribbed(pen: Pen, dice: random.Random, size: float, ink: Ink) -> None:
    """A wrinkled scaphium seed."""
    pen.ellipse(size, size, size * 0.94, size * dice.uniform(0.54, 0.62), ink)
    for _ in range(9):
        x, y = size * dice.uniform(0.3, 1.4), size * dice.uniform(0.62, 1.35)
        pen.line(
            smooth([(x, y), (x + size * 0.16, y - size * 0.06), (x + size * 0.34, y)]),
            dice.choice([darker(ink, 0.5), lighter(ink, 0.2)]),
            size * 0.045,
        )


def _steps(start: float, end: float, count: int = 12) -> list[float]:
    return [start + (end - start) * n / count for n in range(count + 1)]


def _circle(count: int) -> list[float]:
    return [2 * math.pi * n / count for n in range(count)]


def _ribbon(pen: Pen, spine: Sequence[Point], wide: float, ink: Ink) -> None:
    count = len(spine) - 1
    upper = [(x, y - wide * math.sin(math.pi * (0.03 + 0.94 * n / count))) for n, (x, y) in enumerate(spine)]
    lower = [(x, y + wide * math.sin(math.pi * (0.03 + 0.94 * n / count))) for n, (x, y) in enumerate(spine)]
    pen.polygon([*upper, *reversed(lower)], ink)
