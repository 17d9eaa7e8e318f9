"""What things lie on, seen from above: planks, mats, linen, stone, leaves, cloth."""

import random
from collections.abc import Callable

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from shop.demo.drawing.base.colour import Ink, darker, lighter, mix, rgb
from shop.demo.drawing.base.texture import Size, dim, noise, streaks, tint, warm

Backdrop = Callable[[int, int], Image.Image]


def planks(light: Ink = "#cdae84", dark: Ink = "#ab8659", boards: int = 4, *, upright: bool = False) -> Backdrop:
    """Boards side by side with a long grain."""

    def draw(size: int, seed: int) -> Image.Image:
        k, dice = size / 1000, random.Random(seed)
        picture = Image.new("RGB", (size, size))
        edge = 0
        for board in range(boards):
            end = size if board == boards - 1 else round(size * (board + 1 + dice.uniform(-0.12, 0.12)) / boards)
            tone = dice.uniform(-0.16, 0.16)
            picture.paste(_board((size, end - edge), seed * 10 + board, light, dark, tone, k), (0, edge))
            edge = end
        return picture.transpose(Image.Transpose.ROTATE_90) if upright else picture

    return draw


def _board(size: Size, seed: int, light: Ink, dark: Ink, tone: float, k: float) -> Image.Image:
    grain = streaks(size, 420 * k, 9 * k, seed).point([min(255, max(0, (v - 128) * 2 + 128)) for v in range(256)])
    pale, deep = (
        (lighter(light, tone), lighter(dark, tone)) if tone > 0 else (darker(light, -tone), darker(dark, -tone))
    )
    board = tint(grain, deep, pale)
    fibre = streaks(size, 160 * k, 2.5 * k, seed + 5)
    board = dim(board, fibre.point([255 if v > 88 else 255 - (88 - v) * 2 for v in range(256)]), 0.72)
    draw = ImageDraw.Draw(board)
    draw.rectangle((0, size[1] - 3 * k, size[0], size[1]), fill=darker(deep, 0.62))
    draw.rectangle((0, size[1] - 5 * k, size[0], size[1] - 3 * k), fill=darker(deep, 0.3))
    draw.rectangle((0, 0, size[0], 2 * k), fill=lighter(pale, 0.3))
    return board


def linen(ink: Ink = "#e9dfcc", folds: float = 0.16, weave: float = 0.035) -> Backdrop:
    """Plain woven cotton or linen, smoothed by hand."""

    def draw(size: int, seed: int) -> Image.Image:
        k = size / 1000
        cell = max(2, round(3 * k))
        thread = Image.new("L", (cell * 2, cell * 2), 255)
        marks = ImageDraw.Draw(thread)
        for x, y in ((0, 0), (cell, cell)):
            marks.rectangle((x, y, x + cell - 1, y + cell - 1), fill=round(255 * (1 - weave)))
        picture = ImageChops.multiply(Image.new("RGB", (size, size), rgb(ink)), tiled(thread, size).convert("RGB"))
        wide = round(size * 1.5)
        crease = streaks((wide, wide), 700 * k, 150 * k, seed).rotate(random.Random(seed).uniform(15, 75))
        start = (wide - size) // 2
        crease = _stretched(crease.crop((start, start, start + size, start + size)))
        return warm(dim(picture, crease, 1 - folds), _stretched(noise((size, size), 400 * k, seed + 3)), 0.05)

    return draw


def mat(light: Ink = "#d8bd86", dark: Ink = "#a8834b", strip: float = 26) -> Backdrop:
    """A bamboo mat woven two over, two under."""

    def draw(size: int, seed: int) -> Image.Image:
        k = size / 1000
        cell = max(6, round(strip * k))
        picture = tiled(_twill(cell, light, dark), size)
        picture = dim(picture, _stretched(noise((size, size), 300 * k, seed, 2)), 0.82)
        return dim(picture, streaks((size, size), 700 * k, cell, seed + 2), 0.86)

    return draw


def _twill(cell: int, light: Ink, dark: Ink) -> Image.Image:
    """One repeat of the weave: four by four strips, each rounded."""
    tile = Image.new("RGB", (cell * 4, cell * 4))
    draw = ImageDraw.Draw(tile)
    for row in range(4):
        for column in range(4):
            lies_across = (column + row) % 4 < 2
            for step in range(cell):
                bulge = 1 - abs(2 * step / (cell - 1) - 1) ** 3
                ink = mix(darker(dark, 0.35), light if lies_across else mix(light, dark, 0.35), bulge)
                x, y = column * cell, row * cell
                if lies_across:
                    draw.line((x, y + step, x + cell - 1, y + step), fill=ink)
                else:
                    draw.line((x + step, y, x + step, y + cell - 1), fill=ink)
    return tile


def stone(light: Ink = "#7d7f80", dark: Ink = "#4b4e52") -> Backdrop:
    """A slab of grey stone."""

    def draw(size: int, seed: int) -> Image.Image:
        k = size / 1000
        clouds = _stretched(
            Image.blend(noise((size, size), 260 * k, seed, 4), noise((size, size), 24 * k, seed + 9, 2), 0.3)
        )
        return tint(clouds, dark, light)

    return draw


def banana_leaf(ink: Ink = "#3f7a3c", *, angle: float = 28) -> Backdrop:
    """One banana leaf larger than the picture."""

    def draw(size: int, seed: int) -> Image.Image:
        k, dice = size / 1000, random.Random(seed)
        wide = round(size * 1.5)
        leaf = tint(streaks((wide, wide), 12 * k, 900 * k, seed), darker(ink, 0.25), lighter(ink, 0.14))
        pen = ImageDraw.Draw(leaf)
        middle, step, at = wide / 2, 17 * k, -wide * 0.4
        while at < wide * 1.4:
            tone = darker(ink, dice.uniform(0.2, 0.42))
            for side in (-1, 1):
                pen.line(
                    (at, middle, at + wide * 0.14, middle + side * wide / 2), fill=tone, width=max(1, round(1.6 * k))
                )
            at += step * dice.uniform(0.7, 1.3)
        for width, tone in ((26, darker(ink, 0.3)), (18, lighter(ink, 0.35)), (8, lighter(ink, 0.6))):
            pen.line((0, middle, wide, middle), fill=tone, width=round(width * k))
        leaf = leaf.filter(ImageFilter.GaussianBlur(0.8 * k)).rotate(angle, Image.Resampling.BICUBIC)
        start = (wide - size) // 2
        leaf = leaf.crop((start, start, start + size, start + size))
        return warm(leaf, _stretched(noise((size, size), 350 * k, seed + 1, 2)), 0.12, "#e9f5b0")

    return draw


def earth(light: Ink = "#b89a72", dark: Ink = "#8d6f4b") -> Backdrop:
    """A swept yard."""

    def draw(size: int, seed: int) -> Image.Image:
        k = size / 1000
        clouds = Image.blend(noise((size, size), 320 * k, seed, 3), noise((size, size), 14 * k, seed + 4, 2), 0.35)
        return tint(_stretched(clouds), dark, light)

    return draw


def tiled(tile: Image.Image, size: int) -> Image.Image:
    """Fill a square with the tile, doubling it until it is full."""
    while tile.width < size or tile.height < size:
        width, height = tile.size
        wider = Image.new(tile.mode, (width * 2, height * 2))
        for x in (0, width):
            for y in (0, height):
                wider.paste(tile, (x, y))
        tile = wider
    return tile.crop((0, 0, size, size))


def _stretched(grey: Image.Image) -> Image.Image:
    """Spread the middle greys of summed noise over the whole range."""
    return grey.point([min(255, max(0, round((v - 128) * 2.2 + 128))) for v in range(256)])
