"""What things stand on, seen from the front: a table before a wall, a window or the mountains."""

import math
import random
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFilter

from shop.demo.drawing.base.backdrop import Backdrop
from shop.demo.drawing.base.colour import Ink, darker, lighter, rgb
from shop.demo.drawing.base.texture import curve, dim, fade, noise, streaks, tint, warm
from shop.demo.drawing.places.land import Hour, Land

Wall = Callable[[int, int], Image.Image]


def room(wall: Wall, top: Ink = "#b98d5c", *, horizon: float = 0.66, grain: float = 1.0) -> Backdrop:
    """A table top in front of a wall that is out of focus."""

    def draw(size: int, seed: int) -> Image.Image:
        k = size / 1000
        picture = wall(size, seed).copy()
        edge = round(size * horizon)
        height = size - edge
        fibres = streaks((size, height), 500 * k, 14 * k, seed + 4)
        board = tint(fibres, darker(top, 0.16 * grain), lighter(top, 0.08 * grain))
        board = dim(board, curve(lambda y: 0.55 + 0.45 * min(1, y * 2.2), (size, height), down=True), 0.3)
        board = warm(board, curve(lambda x: max(0.0, 1 - abs(x - 0.32) * 1.7), (size, height)), 0.16)
        picture.paste(board, (0, edge))
        ImageDraw.Draw(picture).line((0, edge, size, edge), fill=lighter(top, 0.3), width=max(1, round(2.5 * k)))
        band = picture.crop((0, edge - round(8 * k), size, edge + round(8 * k)))
        picture.paste(band.filter(ImageFilter.GaussianBlur(1.6 * k)), (0, edge - round(8 * k)))
        return picture

    return draw


def mountains(hour: Hour, field: Callable[[Land], None] | None = None) -> Wall:
    """The valley, seen out of focus."""

    def draw(size: int, seed: int) -> Image.Image:
        land = Land((250, 250), seed, hour).sun(0.74, 0.18, 40).ridges(4, 0.24, 0.5)
        if field:
            field(land)
        return land.finish().filter(ImageFilter.GaussianBlur(4.5)).resize((size, size), Image.Resampling.BICUBIC)

    return draw


def plaster(ink: Ink = "#e6d9c3", *, window: bool = True) -> Wall:
    """A lime-washed wall with the light of a window on it."""

    def draw(size: int, seed: int) -> Image.Image:
        dice = random.Random(seed)
        small = round(size / 4)
        picture = tint(noise((small, small), small * 0.5, seed, 3), darker(ink, 0.2), lighter(ink, 0.06))
        if window:
            light = Image.new("L", (small, small), 0)
            draw_light = ImageDraw.Draw(light)
            left, lean = dice.uniform(0.05, 0.3), dice.uniform(0.12, 0.3)
            for pane in range(3):
                for row in range(3):
                    x, y = (left + pane * 0.2) * small, (-0.1 + row * 0.27) * small
                    w, h, slip = 0.17 * small, 0.24 * small, lean * small
                    at = slip * y / small
                    draw_light.polygon(
                        [
                            (x + at, y),
                            (x + w + at, y + 0.03 * small),
                            (x + w + at + slip * 0.24, y + h),
                            (x + at + slip * 0.24, y + h - 0.03 * small),
                        ],
                        fill=255,
                    )
            picture = warm(picture, light.filter(ImageFilter.GaussianBlur(small * 0.012)), 0.34, "#ffe9bf")
        return picture.resize((size, size), Image.Resampling.BICUBIC)

    return draw


def bamboo_wall(ink: Ink = "#b08a55") -> Wall:
    """A wall of split bamboo, upright slats."""

    def draw(size: int, seed: int) -> Image.Image:
        dice, small = random.Random(seed), round(size / 2)
        picture = Image.new("RGB", (small, small))
        x = 0
        while x < small:
            wide = round(dice.uniform(0.045, 0.07) * small)
            slat = fade(
                (wide, small),
                [
                    (0, darker(ink, 0.6)),
                    (0.2, darker(ink, dice.uniform(0, 0.25))),
                    (0.55, lighter(ink, dice.uniform(0, 0.18))),
                    (1, darker(ink, 0.55)),
                ],
                down=False,
            )
            pen = ImageDraw.Draw(slat)
            knot = dice.uniform(-0.3, 0.4)
            while knot < 1:
                pen.line((0, knot * small, wide, knot * small), fill=darker(ink, 0.45), width=2)
                pen.line((0, knot * small + 3, wide, knot * small + 3), fill=lighter(ink, 0.25), width=1)
                knot += dice.uniform(0.3, 0.5)
            picture.paste(slat, (x, 0))
            x += wide
        picture = picture.filter(ImageFilter.GaussianBlur(small * 0.006))
        picture = dim(picture, curve(lambda y: 0.4 + 0.6 * y, (small, small), down=True), 0.35)
        return picture.resize((size, size), Image.Resampling.BICUBIC)

    return draw


def dark_wall(ink: Ink = "#3a2a20") -> Wall:
    """A kitchen in half-light, warm on one side from the fire."""

    def draw(size: int, seed: int) -> Image.Image:
        small = round(size / 4)
        picture = tint(noise((small, small), small * 0.4, seed, 3), darker(ink, 0.5), lighter(ink, 0.1))
        picture = warm(picture, curve(lambda x: max(0.0, 1 - x * 1.4), (small, small)), 0.3, "#e08a3a")
        return picture.resize((size, size), Image.Resampling.BICUBIC)

    return draw


def cloth_wall(ink: Ink = "#26365e", folds: int = 7) -> Wall:
    """A cloth that hangs in folds."""

    def draw(size: int, seed: int) -> Image.Image:
        small = round(size / 2)
        dice = random.Random(seed)
        phase = [dice.uniform(0, 6) for _ in range(3)]

        def fold(x: float) -> float:
            return 0.5 + 0.28 * math.sin(x * folds * 6.28 + phase[0]) + 0.2 * math.sin(x * folds * 2.7 * 3.1 + phase[1])

        shade = curve(fold, (small, small))
        picture = tint(shade, darker(ink, 0.45), lighter(ink, 0.16))
        picture = dim(picture, noise((small, small), small * 0.4, seed, 2), 0.8)
        return picture.filter(ImageFilter.GaussianBlur(small * 0.008)).resize((size, size), Image.Resampling.BICUBIC)

    return draw


def lacquer(ink: Ink) -> Wall:
    """A plain painted wall, lighter towards the window."""

    def draw(size: int, seed: int) -> Image.Image:
        small = round(size / 4)
        picture = fade((small, small), [(0, lighter(ink, 0.2)), (0.6, rgb(ink)), (1, darker(ink, 0.25))], down=False)
        return dim(picture, noise((small, small), small * 0.6, seed, 2), 0.9).resize(
            (size, size), Image.Resampling.BICUBIC
        )

    return draw
