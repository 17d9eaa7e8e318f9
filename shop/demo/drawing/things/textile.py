"""What is made of cloth: scarves, folded lengths, bags, skirts, costumes."""

import math
import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from shop.demo.drawing.base.colour import Ink, darker, lighter, mix, rgb
from shop.demo.drawing.base.texture import curve, dim
from shop.demo.drawing.base.tile import Pen, Point, masked, points, round_off, smooth, with_colours
from shop.demo.drawing.things.weave import Weave, cloth, hanging, lying


def fringe(width: float, length: float, scale: float, inks: Sequence[Ink], seed: int, *, gap: float = 7) -> Image.Image:
    """A row of loose warp threads."""
    dice = random.Random(seed)
    pen = Pen(width, length, scale)
    x = gap / 2
    while x < width:
        bend = dice.uniform(-gap, gap) * 0.7
        line = smooth([(x, 0), (x + bend * 0.4, length * 0.5), (x + bend, length * dice.uniform(0.86, 0.99))], steps=4)
        pen.line(line, darker(inks[dice.randrange(len(inks))], dice.uniform(0, 0.2)), gap * 0.34)
        x += gap
    return pen.tile()


def scarf(
    weave: Weave,
    width: float,
    height: float,
    scale: float,
    seed: int,
    *,
    thread: int = 4,
    ends: str = "fringe",
    start: int = 0,
) -> Image.Image:
    """A scarf laid flat; ends: "fringe", "hem"."""
    w, h = round(width * scale), round(height * scale)
    body = lying(cloth(weave, w, h, thread, seed, start=start), seed).convert("RGBA")
    tail = round(width * 0.09 * scale)
    if ends == "hem":
        return body
    whole = Image.new("RGBA", (w, h + 2 * tail), (0, 0, 0, 0))
    loose = fringe(width, width * 0.1, scale, [weave.ground, *weave.colours[:2]], seed)
    whole.alpha_composite(loose, (0, h + tail - 4))
    whole.alpha_composite(loose.transpose(Image.Transpose.FLIP_TOP_BOTTOM), (0, tail + 4 - loose.height))
    whole.paste(body, (0, tail))
    return whole


def folded(weave: Weave, width: float, height: float, scale: float, seed: int, *, thread: int = 4) -> Image.Image:
    """A length of cloth folded to a packet, its fold lines showing."""
    w, h = round(width * scale), round(height * scale)
    piece = cloth(weave, w, h, thread, seed)
    shade = curve(lambda y: 0.55 + 0.45 * min(1.0, 14 * y) * min(1.0, 5 * (1.02 - y)), (w, h), down=True)
    piece = dim(piece, shade, 0.25)
    mask = Image.new("L", (w * 2, h * 2), 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, w * 2 - 1, h * 2 - 1), 18 * scale * 2, fill=255)
    return masked(piece, mask.reduce(2))


def stack(weaves: Sequence[Weave], width: float, each: float, scale: float, seed: int) -> Image.Image:
    """Folded cloths one on the other, seen from the front."""
    dice = random.Random(seed)
    gap = round(each * 0.94 * scale)
    whole = Image.new(
        "RGBA", (round(width * 1.08 * scale), gap * len(weaves) + round(each * 0.1 * scale)), (0, 0, 0, 0)
    )
    for number, weave in enumerate(weaves):
        w, h = round(width * dice.uniform(0.95, 1.0) * scale), round(each * scale)
        piece = cloth(weave, w, h, 3, seed + number, start=dice.randrange(40))
        piece = dim(piece, curve(lambda y: math.sin(math.pi * (0.12 + 0.8 * y)) ** 0.7, (w, h), down=True), 0.3)
        mask = Image.new("L", (w * 2, h * 2), 0)
        ImageDraw.Draw(mask).rounded_rectangle((0, 0, w * 2 - 1, h * 2 - 1), h * 0.85, fill=255)
        tile = masked(piece, mask.reduce(2))
        whole.alpha_composite(tile, (round((whole.width - w) / 2 + dice.uniform(-6, 6) * scale), gap * number))
    return whole


def bag(
    weave: Weave, width: float, height: float, scale: float, seed: int, *, strap: Ink = "#7a2230", tassels: bool = True
) -> Image.Image:
    """A shoulder bag with a plaited strap and tassels."""
    rise = height * 0.95
    pen = Pen(width * 1.1, rise + height * 1.2, scale, fine=2)
    x0 = width * 0.05
    loop = smooth(
        [
            (x0 + width * 0.06, rise + 8),
            (x0 + width * 0.16, rise * 0.3),
            (x0 + width * 0.5, rise * 0.04),
            (x0 + width * 0.84, rise * 0.3),
            (x0 + width * 0.94, rise + 8),
        ],
        steps=14,
    )
    pen.line(loop, strap, width * 0.055)
    for n, (x, y) in enumerate(loop):
        pen.ellipse(x, y, width * 0.014, width * 0.014, lighter(strap, 0.35 if n % 2 else 0.1))
    whole = pen.tile()
    w, h = round(width * scale), round(height * scale)
    if tassels:
        loose = fringe(width * 0.98, height * 0.17, scale, [*weave.colours, weave.ground], seed, gap=11)
        whole.alpha_composite(loose, (round(x0 * scale), round((rise + height * 0.97) * scale)))
    piece = cloth(weave, w, h, 4, seed)
    piece = dim(piece, curve(lambda x: math.sin(math.pi * (0.1 + 0.84 * x)) ** 0.6, (w, h)), 0.45)
    mask = Image.new("L", (w * 2, h * 2), 0)
    ImageDraw.Draw(mask).polygon(
        smooth(
            [(w * 0.06, 0), (w * 1.94, 0), (w * 2, h), (w * 1.95, h * 1.9), (w, h * 2), (w * 0.05, h * 1.9), (0, h)],
            closed=True,
            steps=5,
        ),
        fill=255,
    )
    whole.paste(piece, (round(x0 * scale), round(rise * scale)), mask.reduce(2))
    return whole


def hung(
    weave: Weave,
    width: float,
    height: float,
    scale: float,
    seed: int,
    *,
    thread: int = 4,
    folds: float = 3.0,
    start: int = 0,
) -> Image.Image:
    """A cloth hanging in folds from a pole (the pole is not drawn)."""
    w, h = round(width * scale), round(height * scale)
    return (
        hanging(cloth(weave, w, h + round(24 * scale), thread, seed, start=start), folds, 10 * scale, seed)
        .crop((0, round(12 * scale), w, h + round(12 * scale)))
        .convert("RGBA")
    )


def pole(width: float, scale: float, ink: Ink = "#b58a4c") -> Image.Image:
    """A bamboo pole lying across."""
    pen = Pen(width, 30, scale)
    pen.box(0, 3, width, 27, ink, 11)
    for n in range(1, 6):
        x = width * n / 6 + (n % 2) * 20
        pen.line([(x, 3), (x, 27)], darker(ink, 0.45), 3)
        pen.line([(x + 4, 4), (x + 4, 26)], lighter(ink, 0.3), 2)
    tile = pen.tile()
    return with_colours(
        tile, lambda colours: dim(colours, curve(lambda y: 1 - abs(y - 0.3) * 1.1, colours.size, down=True), 0.35)
    )


def jacket(
    main: Weave, sleeves: Weave, width: float, scale: float, seed: int, *, buttons: Ink = "#d9dde0"
) -> Image.Image:
    """A collarless jacket hanging with its sleeves out: bands on the sleeves, bright buttons at the front."""
    height = width * 0.78
    w, h = round(width * scale), round(height * scale)
    side = w + h
    arms = cloth(sleeves, side, side, 4, seed + 1)
    whole = Image.new("RGBA", (w, h), (0, 0, 0, 0))
    for turn, shape in ((-58, "30,6 2,50 11,62 36,32"), (58, "70,6 98,50 89,62 64,32")):
        across = arms.rotate(turn, Image.Resampling.BICUBIC)
        cut = side // 4
        whole.paste(across.crop((cut, cut, cut + w, cut + h)), (0, 0), _mask(points(shape, w * 2, h * 2), w, h))
    body = hanging(cloth(main, w, h, 4, seed), 2.5, 5 * scale, seed)
    shape = "30,5 42,3 50,10 58,3 70,5 72,40 76,97 50,100 24,97 28,40"
    whole.paste(body, (0, 0), _mask(points(shape, w * 2, h * 2), w, h))
    pen = Pen(width, height, scale, fine=2)
    pen.line(points("50,10 50,99", width, height), darker(main.ground, 0.5), 4)
    for sign in (-1, 1):
        for ink, wide, course in zip(main.colours, (11, 5), ("8,3 1.8,16 1.8,98", "10,4 3.6,18 3.6,98"), strict=False):
            edge = points(course, width, height)
            pen.line([(width / 2 + sign * x, y) for x, y in edge], ink, wide)
        for n in range(9):
            x, y = width * (0.5 + sign * 0.062), height * (0.2 + n * 0.085)
            pen.ellipse(x, y, 9, 9, buttons)
            pen.ellipse(x - 2.5, y - 2.5, 3.4, 3.4, "#ffffff")
    whole.alpha_composite(pen.tile().crop((0, 0, w, h)))
    return round_off(whole, 7 * scale, dark=0.4, shine=0.1)


def _mask(points: Sequence[Point], width: int, height: int) -> Image.Image:
    mask = Image.new("L", (width * 2, height * 2), 0)
    ImageDraw.Draw(mask).polygon(list(points), fill=255)
    return mask.reduce(2)


def skirt(weave: Weave, width: float, height: float, scale: float, seed: int) -> Image.Image:
    """A tube skirt hanging, a little wider at its hem."""
    w, h = round(width * scale), round(height * scale)
    piece = hanging(cloth(weave, w, h, 4, seed), 2.2, 7 * scale, seed)
    return round_off(
        masked(piece, _mask([(w * 0.24, 0), (w * 1.76, 0), (w * 1.98, h * 1.98), (w * 0.02, h * 1.98)], w, h)),
        6 * scale,
        dark=0.4,
        shine=0.08,
    )


def knot(size: float, scale: float, ink: Ink) -> Image.Image:
    """A round coil of cord, sewn to the corner of a scarf."""
    pen = Pen(size, size, scale)
    middle = size / 2
    for n in range(5):
        r = middle * (0.95 - n * 0.19)
        pen.ellipse(middle, middle, r, r, darker(ink, 0.3))
        pen.ellipse(middle, middle, r * 0.93, r * 0.93, lighter(ink, 0.08 * n))
    return round_off(pen.tile(), size * scale * 0.1, dark=0.5, shine=0.3)


def embroidered_end(
    width: float, height: float, scale: float, inks: Sequence[Ink], ground: Ink, seed: int
) -> Image.Image:
    """The stitched end of a head scarf: lozenges in satin stitch between fine lines, red border."""
    pen = Pen(width, height, scale, fine=2)
    pen.box(0, 0, width, height, ground)
    edge = width * 0.035
    dice = random.Random(seed)
    for inset, ink in ((0.0, inks[0]), (edge * 1.35, inks[1]), (edge * 1.75, inks[2])):
        thick = edge if inset == 0 else edge * 0.22
        box = [
            (inset + thick / 2, inset + thick / 2),
            (width - inset - thick / 2, inset + thick / 2),
            (width - inset - thick / 2, height - inset - thick / 2),
            (inset + thick / 2, height - inset - thick / 2),
        ]
        pen.line([*box, box[0]], ink, thick)
    columns = 5
    step = (width - edge * 6) / columns
    rows = int((height - edge * 6) / step)
    for row in range(rows):
        for column in range(columns):
            x, y = edge * 3 + step * (column + 0.5), edge * 3 + step * (row + 0.5)
            _satin(pen, x, y, step * 0.44, inks[(row + column) % len(inks)], dice)
            _satin(pen, x, y, step * 0.2, inks[(row + column + 2) % len(inks)], dice)
    return pen.tile()


def _satin(pen: Pen, x: float, y: float, size: float, ink: Ink, dice: random.Random) -> None:
    count = 18
    for n in range(count):
        share = (n + 0.5) / count * 2 - 1
        reach = size * (1 - abs(share))
        tone = mix(ink, "#ffffff" if dice.random() < 0.5 else "#000000", dice.uniform(0, 0.14))
        pen.line([(x - reach, y + share * size), (x + reach, y + share * size)], tone, size * 0.085)


def shaded_fold(tile: Image.Image, place: float, scale: float) -> Image.Image:
    """Darken a soft line across the cloth where it turns."""
    width, height = tile.size
    mask = Image.new("L", (width, height), 0)
    ImageDraw.Draw(mask).line((0, height * place, width, height * place), fill=120, width=round(10 * scale))
    mask = ImageChops.multiply(mask.filter(ImageFilter.GaussianBlur(9 * scale)), tile.getchannel("A"))
    tile.paste(rgb("#0d0805"), (0, 0), mask)
    return tile
