"""Houses of the mountains, drawn as tiles standing on their ground line."""

import random

from PIL import Image

from shop.demo.drawing.base.colour import Ink, darker, lighter, mix
from shop.demo.drawing.base.tile import Pen, points, smooth


def stilt_house(
    size: float, scale: float, seed: int, *, lit: bool = False, roof: Ink = "#5a4130", wall: Ink = "#86623f"
) -> Image.Image:
    """A house on posts with a broad thatched roof; `size` is its width."""
    dice = random.Random(seed)
    high = size * 0.78
    pen = Pen(size, high, scale, fine=3)
    eaves, floor = high * 0.47, high * 0.74
    pen.polygon(points("14,74 86,74 86,98.5 14,98.5", size, high), darker(wall, 0.78), 150)
    for n in range(6):
        x = size * (0.14 + 0.144 * n)
        pen.box(x - size * 0.011, floor, x + size * 0.011, high, "#5a4330")
    pen.box(size * 0.1, eaves, size * 0.9, floor, wall)
    for n in range(26):
        x = size * (0.1 + 0.8 * n / 26)
        pen.line([(x, eaves), (x, floor)], darker(wall, dice.uniform(0.1, 0.35)), size * 0.004)
    _openings(pen, size, eaves, floor, lit)
    pen.box(size * 0.07, floor - high * 0.012, size * 0.93, floor + high * 0.018, darker(wall, 0.35))
    rail = floor - high * 0.11
    pen.line([(size * 0.62, rail), (size * 0.93, rail)], lighter(wall, 0.12), size * 0.009)
    for n in range(9):
        x = size * (0.625 + 0.038 * n)
        pen.line([(x, rail), (x, floor)], lighter(wall, 0.05), size * 0.005)
    _stairs(pen, size * 0.9, floor, size * 0.99, high, size)
    _thatch(pen, size, high * 0.05, eaves + high * 0.05, roof, dice)
    return pen.tile()


def _openings(pen: Pen, size: float, top: float, floor: float, lit: bool) -> None:
    room = floor - top
    glowing = "#ffd98a" if lit else "#2c2018"
    for n, x in enumerate((0.2, 0.34, 0.72)):
        pen.box(size * x, top + room * 0.34, size * (x + 0.08), top + room * 0.76, glowing)
        pen.line(
            [(size * (x + 0.04), top + room * 0.34), (size * (x + 0.04), top + room * 0.76)], "#5a4330", size * 0.006
        )
        pen.line([(size * x, top + room * 0.55), (size * (x + 0.08), top + room * 0.55)], "#5a4330", size * 0.004)
        if not lit and n != 1:
            pen.box(size * (x - 0.038), top + room * 0.34, size * x, top + room * 0.76, "#a47c50")
    pen.box(size * 0.5, top + room * 0.24, size * 0.58, floor, "#ffc66a" if lit else "#241a13")


def _stairs(pen: Pen, x0: float, y0: float, x1: float, y1: float, size: float) -> None:
    for shift in (0.0, 0.05):
        pen.line([(x0 - size * shift, y0), (x1 - size * shift, y1)], "#6b4e34", size * 0.011)
    for n in range(1, 8):
        x, y = x0 + (x1 - x0) * n / 8, y0 + (y1 - y0) * n / 8
        pen.line([(x - size * 0.05, y), (x, y)], "#a47c50", size * 0.01)


def _thatch(pen: Pen, size: float, ridge: float, eaves: float, ink: Ink, dice: random.Random) -> None:
    left, right = (
        [(size * 0.2, ridge), (size * 0.1, (ridge + eaves) * 0.52), (0, eaves)],
        [(size, eaves), (size * 0.9, (ridge + eaves) * 0.52), (size * 0.8, ridge)],
    )
    outline = [*smooth(left, steps=6), *smooth(right, steps=6)]
    pen.polygon(outline, ink)
    for n in range(90):
        share = n / 89
        x_top, x_low = size * (0.2 + 0.6 * share), size * share
        bend = size * (0.1 * (1 - share) + 0.9 * share) if share in (0, 1) else (x_top + x_low) / 2
        tone = mix(darker(ink, 0.3), lighter(ink, 0.28), dice.random() * (1 - 0.55 * share))
        pen.line(
            [(x_top, ridge), (bend, (ridge + eaves) * 0.52), (x_low, eaves + dice.uniform(-0.012, 0.012) * size)],
            tone,
            size * 0.006,
        )
    pen.line(
        [(size * 0.19, ridge + size * 0.008), (size * 0.81, ridge + size * 0.008)], lighter(ink, 0.3), size * 0.018
    )
    pen.line([(0, eaves), (size, eaves)], darker(ink, 0.45), size * 0.01)


def earth_house(
    size: float, scale: float, seed: int, *, lit: bool = False, roof: Ink = "#6a5f58", wall: Ink = "#c79a5c"
) -> Image.Image:
    """A low house of rammed earth with a tiled roof."""
    dice = random.Random(seed)
    high = size * 0.56
    pen = Pen(size, high, scale, fine=3)
    eaves, ridge = high * 0.46, high * 0.05
    pen.box(size * 0.08, eaves - high * 0.03, size * 0.92, high, wall)
    for n in range(5):
        y = eaves + (high - eaves) * n / 5
        pen.line([(size * 0.08, y), (size * 0.92, y + dice.uniform(-2, 2))], darker(wall, 0.14), size * 0.006)
    for _ in range(60):
        x, y = size * dice.uniform(0.1, 0.9), dice.uniform(eaves, high * 0.98)
        pen.ellipse(
            x, y, size * dice.uniform(0.004, 0.016), size * 0.004, mix(wall, dice.choice(["#8a6a3c", "#e0bc84"]), 0.5)
        )
    pen.box(size * 0.45, eaves + high * 0.1, size * 0.56, high, "#ffc66a" if lit else "#33241a")
    for x in (0.2, 0.72):
        pen.box(size * x, eaves + high * 0.16, size * (x + 0.1), eaves + high * 0.34, "#ffd98a" if lit else "#3a2a1e")
        pen.line(
            [(size * (x + 0.05), eaves + high * 0.16), (size * (x + 0.05), eaves + high * 0.34)],
            "#6b4e34",
            size * 0.008,
        )
    pen.polygon([(size * 0.1, ridge), (size * 0.9, ridge), (size, eaves), (0, eaves)], roof)
    for row in range(9):
        y = ridge + (eaves - ridge) * (row + 0.5) / 9
        share = (row + 0.5) / 9
        start, end = size * 0.1 * (1 - share), size * (0.9 + 0.1 * share)
        pen.line([(start, y + size * 0.008), (end, y + size * 0.008)], darker(roof, 0.4), size * 0.006)
        for n in range(34):
            x = start + (end - start) * n / 34
            pen.line(
                [(x, y - size * 0.012), (x, y + size * 0.006)],
                mix(roof, dice.choice(["#8f857c", "#4a423c"]), dice.random() * 0.6),
                size * 0.007,
            )
    pen.line([(0, eaves), (size, eaves)], darker(roof, 0.5), size * 0.012)
    return pen.tile()


def workshop(
    size: float, scale: float, seed: int, *, wall: Ink = "#efe4cc", roof: Ink = "#8f3b32", sign: Ink = "#23694a"
) -> Image.Image:
    """A small works: plastered walls, tin roof, wide door, an awning and crates beside it."""
    dice = random.Random(seed)
    high = size * 0.56
    pen = Pen(size, high, scale, fine=3)
    pen.box(size * 0.05, high * 0.34, size * 0.95, high, wall)
    pen.box(size * 0.05, high * 0.88, size * 0.95, high, darker(wall, 0.22))
    pen.polygon(points("12,6 88,6 100,37 0,37", size, high), roof)
    for n in range(46):
        share = n / 45
        rib = [(size * (0.12 + 0.76 * share), high * 0.06), (size * share, high * 0.37)]
        pen.line(rib, mix(roof, "#000000" if n % 2 else "#ffffff", dice.uniform(0.08, 0.2)), size * 0.006)
    pen.box(size * 0.36, high * 0.54, size * 0.64, high, "#3a2c22")
    pen.polygon(points("33,46 67,46 70,58 30,58", size, high), sign)
    for stripe in ("37,46 42,46 42.6,58 36,58", "50,46 55,46 55.6,58 49,58", "63,46 67,46 70,58 63.6,58"):
        pen.polygon(points(stripe, size, high), lighter(sign, 0.75))
    for x in (0.12, 0.74):
        _window(pen, size * x, high * 0.54, size * 0.14, high * 0.22)
    for n in range(3):
        left = size * (0.66 + 0.085 * n)
        pen.box(left, high * 0.82, left + size * 0.075, high * 0.985, mix("#c79a63", "#8a6038", n / 3), size * 0.01)
    return pen.tile()


def _window(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    pen.box(x, y, x + width, y + height, "#5d7a8a")
    pen.line([(x + width / 2, y), (x + width / 2, y + height)], "#f6efe0", width * 0.057)
    pen.line([(x, y + height / 2), (x + width, y + height / 2)], "#f6efe0", width * 0.043)


def market_hall(size: float, scale: float, seed: int, *, roof: Ink = "#7a5a3e") -> Image.Image:
    """An open roof on posts with stalls beneath."""
    dice = random.Random(seed)
    high = size * 0.5
    pen = Pen(size, high, scale, fine=3)
    for n in range(7):
        x = size * (0.07 + 0.143 * n)
        pen.box(x, high * 0.4, x + size * 0.014, high, "#6b4e34")
    for n in range(6):
        x = size * (0.09 + 0.143 * n)
        pen.box(x, high * 0.76, x + size * 0.11, high * 0.99, darker("#a47c50", dice.uniform(0, 0.2)))
        for _ in range(10):
            pen.ellipse(
                x + size * dice.uniform(0.01, 0.1),
                high * dice.uniform(0.7, 0.76),
                size * 0.013,
                size * 0.012,
                dice.choice(["#7f9a45", "#d98a1c", "#a5273a", "#e8d4a0", "#4d7a3e", "#5b2448"]),
            )
    _thatch(pen, size, high * 0.04, high * 0.44, roof, dice)
    return pen.tile()
