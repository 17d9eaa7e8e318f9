"""Small things beside the goods in a still life: a board, a leaf, a spoon, a tea bag, a comb of honey, a lamp."""

import math
import random

from PIL import Image

from shop.demo.drawing.base.colour import Ink, darker, lighter, mix
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.texture import curve, dim, glow, streaks, tint, warm
from shop.demo.drawing.base.tile import Pen, cylinder, round_off, smooth, turned, with_colours


def board(width: float, height: float, scale: float, seed: int, ink: Ink = "#a8763f") -> Image.Image:
    """A chopping board with a hole in its handle."""
    pen = Pen(width, height, scale, fine=2)
    pen.box(0, 0, width * 0.86, height, "#ffffff", height * 0.09)
    pen.box(width * 0.8, height * 0.38, width, height * 0.62, "#ffffff", height * 0.09)
    shape = pen.tile().getchannel("A")
    wood = tint(streaks(shape.size, 380 * scale, 9 * scale, seed), darker(ink, 0.22), lighter(ink, 0.2))
    wood.putalpha(shape)
    hole = Pen(width, height, scale, fine=2)
    hole.ellipse(width * 0.95, height * 0.5, height * 0.035, height * 0.035, "#1c0f08", 200)
    tile = round_off(wood, 5 * scale, dark=0.4, shine=0.25)
    tile.alpha_composite(hole.tile())
    return tile


def leaf_mat(length: float, scale: float, seed: int, ink: Ink = "#4a8044") -> Image.Image:
    """A cut piece of banana leaf."""
    dice = random.Random(seed)
    wide = length * 0.46
    pen = Pen(length, wide, scale, fine=2)
    ring = [
        (0.02, 0.5),
        (0.1, 0.16),
        (0.35, 0.03),
        (0.7, 0.04),
        (0.93, 0.2),
        (0.99, 0.5),
        (0.93, 0.8),
        (0.7, 0.97),
        (0.35, 0.96),
        (0.1, 0.85),
    ]
    pen.polygon(smooth([(length * x, wide * y) for x, y in ring], closed=True), ink)
    for n in range(70):
        x = length * (0.05 + 0.9 * n / 70)
        for side in (0.03, 0.97):
            tone = darker(ink, dice.uniform(0.05, 0.3)) if n % 3 else lighter(ink, 0.2)
            pen.line([(x, wide * 0.5), (x + length * 0.06, wide * side)], tone, length * 0.003)
    shape = Pen(length, wide, scale, fine=2)
    shape.polygon(smooth([(length * x, wide * y) for x, y in ring], closed=True), "#ffffff")
    pen.line([(length * 0.01, wide * 0.5), (length * 0.99, wide * 0.5)], lighter(ink, 0.5), wide * 0.028)
    tile = pen.tile()
    tile.putalpha(shape.tile().getchannel("A"))
    return round_off(tile, 4 * scale, dark=0.35, shine=0.15)


def tea_bag(size: float, scale: float, tea: Ink, tag: Ink) -> Image.Image:
    """A paper tea bag with its string and tag."""
    pen = Pen(size * 1.5, size * 1.5, scale)
    pen.box(size * 0.1, size * 0.3, size * 0.85, size * 1.3, "#efe7d4", size * 0.03)
    pen.box(size * 0.17, size * 0.55, size * 0.78, size * 1.22, tea, size * 0.05)
    pen.polygon(
        [(size * 0.1, size * 0.3), (size * 0.3, size * 0.14), (size * 0.65, size * 0.14), (size * 0.85, size * 0.3)],
        "#e2d8c0",
    )
    pen.line(
        smooth(
            [(size * 0.48, size * 0.18), (size * 0.7, size * 0.05), (size * 1.0, size * 0.3), (size * 1.1, size * 0.62)]
        ),
        "#fbf7ea",
        size * 0.018,
    )
    pen.box(size * 0.95, size * 0.6, size * 1.3, size * 0.95, tag, size * 0.03)
    pen.polygon(
        [
            (size * 1.125, size * 0.68),
            (size * 1.2, size * 0.775),
            (size * 1.125, size * 0.87),
            (size * 1.05, size * 0.775),
        ],
        "#fbf4e4",
    )
    return round_off(pen.tile(), size * 0.04 * scale, dark=0.3, shine=0.15)


def spoon(length: float, scale: float, ink: Ink = "#9a6a3a") -> Image.Image:
    """A wooden spoon, bowl to the right."""
    pen = Pen(length, length * 0.28, scale)
    y = length * 0.14
    pen.line([(length * 0.02, y), (length * 0.75, y)], ink, length * 0.04)
    pen.ellipse(length * 0.85, y, length * 0.145, length * 0.115, ink)
    tile = round_off(pen.tile(), length * 0.02 * scale, dark=0.45, shine=0.3)
    hollow = Pen(length, length * 0.28, scale)
    hollow.ellipse(length * 0.855, y, length * 0.115, length * 0.085, darker(ink, 0.35))
    tile.alpha_composite(hollow.tile())
    return tile


def dipper(length: float, scale: float, ink: Ink = "#a8743a") -> Image.Image:
    """A honey dipper."""
    pen = Pen(length, length * 0.26, scale)
    y = length * 0.13
    pen.line([(length * 0.02, y), (length * 0.7, y)], ink, length * 0.035)
    for n in range(6):
        x = length * (0.7 + 0.05 * n)
        reach = length * 0.11 * math.sin(math.pi * (0.22 + 0.6 * n / 5))
        pen.box(x - length * 0.017, y - reach, x + length * 0.017, y + reach, mix(ink, "#d98a1c", 0.25), length * 0.014)
    return round_off(pen.tile(), length * 0.014 * scale, dark=0.45, shine=0.35)


def honeycomb(scene: Scene, wax: Ink, honey: Ink, size: float) -> None:
    """Cover the picture with comb: six-cornered cells, some capped, honey gleaming in the rest."""
    k, dice = scene.scale, scene.dice
    cells = [_cell(size, k, wax, honey, seed, capped=seed % 4 == 0) for seed in range(12)]
    step_x, step_y = size * math.sqrt(3), size * 1.5
    for row in range(-1, int(1000 / step_y) + 2):
        for column in range(-1, int(1000 / step_x) + 2):
            x = (column + 0.5 * (row % 2)) * step_x
            capped = math.sin(x / 260 + scene.seed) + math.cos(row * step_y / 310) > 0.95
            tile = cells[dice.choice([0, 4, 8])] if capped else cells[dice.choice([1, 2, 3, 5, 6, 7, 9, 10, 11])]
            scene.lay(tile, x, row * step_y, shadow=0)
    scene.image = warm(
        scene.image,
        glow(scene.image.size, (scene.image.width * 0.35, scene.image.height * 0.3), scene.image.width * 0.6),
        0.25,
        "#ffe9a8",
    )


def _cell(size: float, scale: float, wax: Ink, honey: Ink, seed: int, *, capped: bool) -> Image.Image:
    dice = random.Random(seed)
    pen = Pen(size * 2.1, size * 2.1, scale, fine=3)
    middle = size * 1.05

    def ring(share: float, shift: float = 0.0) -> list[tuple[float, float]]:
        return [
            (middle + shift + size * share * math.cos(a), middle + shift + size * share * math.sin(a))
            for a in (math.pi * (n / 3 + 1 / 6) for n in range(6))
        ]

    pen.polygon(ring(1.02), darker(wax, 0.1))
    pen.polygon(ring(0.97), lighter(wax, 0.18))
    if capped:
        pen.polygon(ring(0.88), mix(wax, "#f1dfae", 0.5))
        for _ in range(7):
            pen.ellipse(
                middle + dice.uniform(-0.4, 0.4) * size,
                middle + dice.uniform(-0.4, 0.4) * size,
                size * 0.16,
                size * 0.1,
                mix(wax, "#fff3d0", dice.uniform(0.3, 0.7)),
            )
    else:
        pen.polygon(ring(0.84), darker(honey, 0.5))
        pen.polygon(ring(0.78, size * 0.05), darker(honey, 0.15))
        pen.polygon(ring(0.6, size * 0.1), mix(honey, "#ffcf5a", dice.uniform(0.2, 0.6)))
        pen.ellipse(middle - size * 0.26, middle - size * 0.3, size * 0.15, size * 0.08, "#fff6d6")
    return round_off(pen.tile(), size * 0.07 * scale, dark=0.35, shine=0.2)


def chilli(length: float, scale: float, seed: int, ink: Ink = "#b5221f") -> Image.Image:
    """A red chilli with its green stalk."""
    dice = random.Random(seed)
    pen = Pen(length, length * 0.5, scale)
    bend = dice.uniform(-0.16, 0.16)
    spine = [(length * (0.16 + 0.82 * n / 12), length * (0.25 + bend * math.sin(math.pi * n / 14))) for n in range(13)]
    for n, (x, y) in enumerate(spine):
        r = length * 0.07 * (1 - n / 13) ** 0.6
        pen.ellipse(x, y, r * 1.3, r, ink)
    pen.line(
        smooth([(length * 0.01, length * 0.2), (length * 0.09, length * 0.23), (length * 0.16, length * 0.25)]),
        "#5f8a3c",
        length * 0.035,
    )
    return round_off(pen.tile(), length * 0.03 * scale, dark=0.45, shine=0.4)


def lamp(width: float, scale: float, seed: int, *, lit: bool = True) -> Image.Image:
    """A table lamp: turned foot of cinnamon wood, shade pieced from bark."""
    dice = random.Random(seed)
    height = width * 1.5
    foot = Pen(width, height, scale, fine=2)
    half = [(0.05, 0.5), (0.05, 0.58), (0.12, 0.62), (0.06, 0.7), (0.09, 0.8), (0.05, 0.88), (0.2, 0.94), (0.26, 1.0)]
    side = smooth([(width * x, height * y) for x, y in half], steps=6)
    foot.polygon([*[(width / 2 + x, y) for x, y in side], *[(width / 2 - x, y) for x, y in reversed(side)]], "#8a5a34")
    whole = cylinder(foot.tile(), dark=0.5, shine=0.3)
    shade = Pen(width, height, scale, fine=2)
    top, low, high, deep = 0.24, 0.47, height * 0.02, height * 0.54
    strips = 15
    for n in range(strips):
        a, b = n / strips * 2 - 1, (n + 1) / strips * 2 - 1
        tone = mix("#8f5a30", dice.choice(["#b5793f", "#6b4023", "#c98e52"]), dice.random())
        points = [
            (width * (0.5 + top * a), high),
            (width * (0.5 + top * b), high),
            (width * (0.5 + low * b), deep),
            (width * (0.5 + low * a), deep),
        ]
        shade.polygon(points, tone)
        shade.line([points[1], points[2]], "#ffd98a" if lit else "#4a2d18", width * 0.006)
    for place in (0.0, 1.0):
        y = high + (deep - high) * place
        reach = top + (low - top) * place
        shade.line([(width * (0.5 - reach), y), (width * (0.5 + reach), y)], "#5f3a1f", width * 0.018)
    body = cylinder(shade.tile(), dark=0.35, shine=0.1, lit=0.5)
    if lit:
        body = with_colours(
            body,
            lambda colours: warm(
                colours,
                glow(colours.size, (colours.width / 2, colours.height * 0.3), colours.width * 0.62),
                0.75,
                "#ffc060",
            ),
        )
    whole.alpha_composite(body)
    return whole


def ladder(height: float, scale: float) -> Image.Image:
    """A bamboo ladder, leaning."""
    pen = Pen(height * 0.2, height, scale, fine=2)
    for x in (0.2, 0.8):
        pen.line(
            [(height * 0.2 * (x * 0.8 + 0.1), height * 0.01), (height * 0.2 * x, height * 0.99)],
            "#c7a45e",
            height * 0.016,
        )
    for n in range(1, 12):
        y = height * n / 12
        pen.line([(height * 0.036, y), (height * 0.164, y)], "#a5813f", height * 0.012)
    return turned(round_off(pen.tile(), 2 * scale), -9)


def in_honey(width: float, scale: float, seed: int) -> Image.Image:
    """Slices of root floating in honey, to be seen through a jar."""
    dice = random.Random(seed)
    pen = Pen(width, width, scale, fine=2)
    for _ in range(26):
        x, y = width * dice.uniform(0.12, 0.88), width * dice.uniform(0.1, 0.92)
        r = width * dice.uniform(0.05, 0.09)
        pen.ellipse(x, y, r, r * dice.uniform(0.4, 0.9), "#d9a24a")
        pen.ellipse(x, y, r * 0.78, r * 0.5, "#f0c878")
        pen.ellipse(x, y, r * 0.35, r * 0.22, "#c98a34")
    return round_off(pen.tile(), 4 * scale, dark=0.3, shine=0.25)


def shade_down(tile: Image.Image, low: float) -> Image.Image:
    """Darken a tile towards its foot."""
    return with_colours(tile, lambda colours: dim(colours, curve(lambda y: 1 - y, colours.size, down=True), low))
