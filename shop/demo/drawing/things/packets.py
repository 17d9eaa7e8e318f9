"""Paper labels, pouches, boxes, tins and sacks."""

import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from shop.demo.drawing.base.colour import Ink, darker, lighter, mix, rgb
from shop.demo.drawing.base.texture import curve, dim, noise, warm
from shop.demo.drawing.base.tile import Pen, cylinder, masked, points, smooth, with_colours
from shop.demo.drawing.things.emblems import Emblem

PAPER = "#fbf4e4"
KRAFT = "#c49a63"


def band(pen: Pen, left: float, top: float, right: float, height: float, ground: Ink, one: Ink, other: Ink) -> None:
    """A woven-looking band of shared geometry: lozenge in lozenge between saw-teeth."""
    pen.box(left, top, right, top + height, ground)
    count = max(3, round((right - left) / (height * 0.9)))
    step = (right - left) / count
    for n in range(count):
        x, y = left + step * (n + 0.5), top + height / 2
        for size, ink in ((0.36, one), (0.22, ground), (0.12, other)):
            wide, tall = height * size * 1.05, height * size
            pen.polygon([(x, y - tall), (x + wide, y), (x, y + tall), (x - wide, y)], ink)
        for y0, lift in ((top, 1), (top + height, -1)):
            for m in range(3):
                a = left + step * (n + m / 3)
                pen.polygon([(a, y0), (a + step / 6, y0 + lift * height * 0.12), (a + step / 3, y0)], other)


def label(
    width: float,
    height: float,
    scale: float,
    emblem: Emblem,
    ink: Ink,
    *,
    ground: Ink = PAPER,
    accent: Ink = "#a5273a",
    style: int = 0,
) -> Image.Image:
    """A printed label: emblem, lines of writing too small to read, a band. Four layouts."""
    pen = Pen(width, height, scale, fine=2)
    pen.box(0, 0, width, height, ground, min(width, height) * 0.02)
    short = min(width, height)
    if style == 0:
        band(pen, 0, height * 0.05, width, height * 0.16, ink, accent, "#e8b23a")
        emblem(pen, width / 2, height * 0.43, short * 0.2, ink)
        _writing(pen, width / 2, height * 0.68, width * 0.62, height * 0.055, ink, accent)
    elif style == 1:
        pen.ellipse(width / 2, height * 0.36, short * 0.27, short * 0.27, ink)
        emblem(pen, width / 2, height * 0.36, short * 0.18, ground)
        _writing(pen, width / 2, height * 0.68, width * 0.66, height * 0.055, accent, ink)
        pen.box(0, height * 0.94, width, height, accent)
    elif style == 2:
        pen.box(0, 0, width, height * 0.5, ink)
        emblem(pen, width / 2, height * 0.27, short * 0.19, mix(ground, "#e8b23a", 0.25))
        _writing(pen, width / 2, height * 0.6, width * 0.6, height * 0.06, ink, accent)
        band(pen, 0, height * 0.47, width, height * 0.07, accent, ground, "#e8b23a")
    else:
        for inset in (0.05, 0.075):
            _frame(pen, width, height, short * inset, ink, short * 0.008)
        emblem(pen, width / 2, height * 0.33, short * 0.21, accent)
        _writing(pen, width / 2, height * 0.6, width * 0.56, height * 0.06, ink, accent)
        emblem(pen, width / 2, height * 0.88, short * 0.045, ink)
    return pen.tile()


def _frame(pen: Pen, width: float, height: float, inset: float, ink: Ink, thick: float) -> None:
    corners = [
        (inset, inset),
        (width - inset, inset),
        (width - inset, height - inset),
        (inset, height - inset),
        (inset, inset),
    ]
    pen.line(corners, ink, thick)


def _writing(pen: Pen, x: float, y: float, width: float, height: float, ink: Ink, accent: Ink) -> None:
    """A name in big letters and two lines of small ones, as strokes."""
    dice = random.Random(round(x * 7 + y * 3))
    for line, (share, size, tone) in enumerate(
        ((1.0, 1.0, ink), (0.72, 0.5, mix(ink, PAPER, 0.35)), (0.5, 0.5, accent))
    ):
        at = x - width * share / 2
        top = y + line * height * 1.6
        while at < x + width * share / 2:
            letter = height * size * dice.uniform(0.45, 0.8)
            pen.box(at, top, min(at + letter, x + width * share / 2), top + height * size, tone, height * size * 0.3)
            at += letter + height * size * (0.22 if dice.random() < 0.75 else 0.7)


def pouch(
    width: float,
    height: float,
    scale: float,
    paper: Ink,
    front: Image.Image | None,
    seed: int,
    *,
    window: Image.Image | None = None,
) -> Image.Image:
    """A stand-up paper bag, folded at the top and bulging below."""
    pen = Pen(width, height, scale, fine=2)
    dice = random.Random(seed)
    left = [
        (width * 0.05, 0),
        (width * 0.045, height * 0.1),
        (width * dice.uniform(0.015, 0.03), height * 0.4),
        (width * 0.012, height * 0.8),
        (width * 0.05, height * 0.985),
    ]
    side = smooth(left, steps=6)
    pen.polygon([*side, (width * 0.5, height), *[(width - x, y) for x, y in reversed(side)]], paper)
    tile = pen.tile()
    tile = _creased(tile, seed)
    if window:
        tile.paste(window, ((tile.width - window.width) // 2, round(tile.height * 0.82 - window.height / 2)), window)
    if front:
        tile.paste(
            front,
            ((tile.width - front.width) // 2, round(tile.height * (0.48 if window else 0.55) - front.height / 2)),
            front,
        )
    fold = Pen(width, height, scale, fine=2)
    fold.box(width * 0.03, 0, width * 0.97, height * 0.1, darker(paper, 0.06), width * 0.008)
    fold.line([(width * 0.03, height * 0.1), (width * 0.97, height * 0.1)], darker(paper, 0.4), height * 0.006)
    fold.line([(width * 0.04, height * 0.012), (width * 0.96, height * 0.012)], lighter(paper, 0.35), height * 0.005)
    tile.alpha_composite(fold.tile())
    return with_colours(tile, _bulge)


def _creased(tile: Image.Image, seed: int) -> Image.Image:
    creases = noise(tile.size, tile.width * 0.3, seed, 4).point(
        [min(255, max(0, (v - 128) * 3 + 160)) for v in range(256)]
    )
    return with_colours(tile, lambda colours: dim(colours, creases, 0.86))


def _bulge(colours: Image.Image) -> Image.Image:
    across = curve(lambda x: min(1.0, 0.5 + 0.9 * math.sin(math.pi * (0.06 + 0.86 * x)) ** 0.9), colours.size)
    colours = dim(colours, across, 0.55)
    colours = dim(colours, curve(lambda y: 1.0 if y < 0.8 else 1 - (y - 0.8) * 2.6, colours.size, down=True), 0.5)
    return warm(colours, curve(lambda x: math.exp(-(((x - 0.27) / 0.12) ** 2)), colours.size), 0.16)


def box(
    width: float, height: float, depth: float, scale: float, ink: Ink, front: Image.Image | None = None
) -> Image.Image:
    """A carton standing a little turned: front, right side and top."""
    rise = depth * 0.42
    pen = Pen(width + depth, height + rise, scale, fine=2)
    pen.polygon([(0, rise), (width, rise), (width, height + rise), (0, height + rise)], ink)
    pen.polygon([(width, rise), (width + depth, 0), (width + depth, height), (width, height + rise)], darker(ink, 0.42))
    pen.polygon([(0, rise), (depth, 0), (width + depth, 0), (width, rise)], lighter(ink, 0.28))
    tile = pen.tile()
    if front:
        face = front.resize((round(width * scale), round(height * scale)), Image.Resampling.LANCZOS)
        tile.paste(face, (0, tile.height - face.height), face)
    edge = Pen(width + depth, height + rise, scale, fine=2)
    edge.line([(width, rise), (width, height + rise)], lighter(ink, 0.3), 2, 150)
    edge.line([(0, rise), (width, rise), (width + depth, 0)], lighter(ink, 0.5), 2, 150)
    tile.alpha_composite(edge.tile())
    return with_colours(
        tile, lambda colours: dim(colours, curve(lambda y: 1 - 0.35 * y, colours.size, down=True), 0.35)
    )


def tin(width: float, height: float, scale: float, ink: Ink, front: Image.Image | None = None) -> Image.Image:
    """A round tin with a lid."""
    pen = Pen(width, height, scale, fine=2)
    pen.box(0, height * 0.03, width, height * 0.97, ink, width * 0.03)
    pen.ellipse(width / 2, height * 0.965, width * 0.495, height * 0.034, ink)
    tile = pen.tile()
    if front:
        tile.paste(front, ((tile.width - front.width) // 2, round(tile.height * 0.58 - front.height / 2)), front)
    lid = Pen(width, height, scale, fine=2)
    lid.box(0, 0, width, height * 0.2, lighter(ink, 0.06), width * 0.045)
    lid.line([(0, height * 0.2), (width, height * 0.2)], darker(ink, 0.55), height * 0.008)
    lid.line([(0, height * 0.035), (width, height * 0.035)], lighter(ink, 0.4), height * 0.006)
    tile.alpha_composite(lid.tile())
    return cylinder(tile, dark=0.55, shine=0.3, lit=0.28)


def sack(
    width: float, height: float, scale: float, ink: Ink, seed: int, front: Image.Image | None = None
) -> Image.Image:
    """A cloth sack tied at the neck."""
    dice = random.Random(seed)
    pen = Pen(width, height, scale, fine=2)
    neck, middle = height * 0.17, width / 2
    side = smooth(points("17,0 24,6.8 10,17 30,26 44,42 48,72 43,95 30,100", width, height), steps=6)
    right = [(middle + x * dice.uniform(0.99, 1.01), y) for x, y in side]
    pen.polygon([*right, *[(middle - x, y) for x, y in reversed(side)]], ink)
    for _ in range(9):
        x = width * dice.uniform(-0.09, 0.09)
        low = (middle + x * 3.6, height * dice.uniform(0.36, 0.5))
        gather = smooth([(middle + x, neck), (middle + x * 2.4, height * 0.26), low])
        pen.line(gather, darker(ink, 0.22), width * 0.007)
    pen.box(width * 0.395, neck * 0.88, width * 0.605, neck * 1.14, "#8a5a30", width * 0.015)
    tile = _creased(pen.tile(), seed)
    if front:
        tile.paste(front, ((tile.width - front.width) // 2, round(tile.height * 0.64 - front.height / 2)), front)
    return with_colours(tile, _bulge)


def see_through(content: Image.Image, width: float, height: float, scale: float) -> Image.Image:
    """An oval window in a bag, with the goods behind it and a gleam on the film."""
    size = (round(width * scale), round(height * scale))
    mask = Image.new("L", (size[0] * 2, size[1] * 2), 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, size[0] * 2 - 1, size[1] * 2 - 1), min(size) * 0.8, fill=255)
    mask = mask.reduce(2)
    window = masked(content.convert("RGB").crop((0, 0, *size)), mask)
    shade = ImageChops.invert(mask).filter(ImageFilter.GaussianBlur(min(size) * 0.06))
    window.paste(rgb("#1c0f08"), (0, 0), ImageChops.multiply(shade, mask).point([round(v * 0.8) for v in range(256)]))
    window.putalpha(mask)
    return with_colours(
        window,
        lambda colours: warm(colours, curve(lambda x: math.exp(-(((x - 0.22) / 0.05) ** 2)), colours.size), 0.35),
    )
