"""A tile is one thing drawn by itself with smooth edges (RGBA), ready to be laid down with its shadow."""

import math
from collections.abc import Callable, Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from shop.demo.drawing.base.colour import Ink, rgb
from shop.demo.drawing.base.texture import curve, dim, warm

Point = tuple[float, float]


class Pen:
    """Draws a tile in design units (a whole picture is 1000 wide) at several times its size, then reduces it."""

    def __init__(self, width: float, height: float, scale: float, *, fine: int = 3) -> None:
        self.fine = fine
        self.factor = scale * fine
        size = (max(1, math.ceil(width * scale)) * fine, max(1, math.ceil(height * scale)) * fine)
        self.image = Image.new("RGBA", size, (0, 0, 0, 0))
        self.draw = ImageDraw.Draw(self.image)

    def polygon(self, points: Sequence[Point], ink: Ink, alpha: int = 255) -> None:
        """Fill the polygon."""
        self.draw.polygon(self._all(points), fill=(*rgb(ink), alpha))

    def line(self, points: Sequence[Point], ink: Ink, width: float, alpha: int = 255) -> None:
        """Draw a line with round joints and ends."""
        at = self._all(points)
        pixels = max(1, round(width * self.factor))
        fill = (*rgb(ink), alpha)
        self.draw.line(at, fill=fill, width=pixels, joint="curve")
        if pixels > 2 and alpha == 255:
            for x, y in (at[0], at[-1]):
                self.draw.ellipse((x - pixels / 2, y - pixels / 2, x + pixels / 2, y + pixels / 2), fill=fill)

    def ellipse(self, x: float, y: float, rx: float, ry: float, ink: Ink, alpha: int = 255) -> None:
        """Fill an ellipse round its centre."""
        box = [v * self.factor for v in (x - rx, y - ry, x + rx, y + ry)]
        self.draw.ellipse(box, fill=(*rgb(ink), alpha))

    def ring(self, x: float, y: float, rx: float, ry: float, ink: Ink, width: float) -> None:
        """Draw the outline of an ellipse."""
        box = [v * self.factor for v in (x - rx, y - ry, x + rx, y + ry)]
        self.draw.ellipse(box, outline=(*rgb(ink), 255), width=max(1, round(width * self.factor)))

    def box(self, left: float, top: float, right: float, bottom: float, ink: Ink, radius: float = 0) -> None:
        """Fill a rectangle, with round corners if a radius is given."""
        box = [v * self.factor for v in (left, top, right, bottom)]
        self.draw.rounded_rectangle(box, radius * self.factor, fill=(*rgb(ink), 255))

    def tile(self) -> Image.Image:
        """Return the finished tile."""
        return self.image.reduce(self.fine)

    def _all(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.factor, y * self.factor) for x, y in points]


def points(text: str, width: float, height: float | None = None) -> list[Point]:
    """Read "x,y x,y ..." in hundredths of a width and a height (the width, if no height is given)."""
    tall = width if height is None else height
    pairs = (pair.split(",") for pair in text.split())
    return [(float(x) * width / 100, float(y) * tall / 100) for x, y in pairs]


def smooth(points: Sequence[Point], *, closed: bool = False, steps: int = 8) -> list[Point]:
    """Return a Catmull-Rom curve through the points."""
    count = len(points)
    if closed:
        line = [points[-1], *points, points[0], points[1]]
        pieces = count
    else:
        line = [points[0], *points, points[-1]]
        pieces = count - 1
    curve_points = [_spline(line[n : n + 4], step / steps) for n in range(pieces) for step in range(steps)]
    if not closed:
        curve_points.append(points[-1])
    return curve_points


def _spline(p: Sequence[Point], t: float) -> Point:
    def one(a: float, b: float, c: float, d: float) -> float:
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)

    return (
        one(p[0][0], p[1][0], p[2][0], p[3][0]),
        one(p[0][1], p[1][1], p[2][1], p[3][1]),
    )


def with_colours(tile: Image.Image, change: Callable[[Image.Image], Image.Image]) -> Image.Image:
    """Return the tile with its colours changed and its outline kept."""
    alpha = tile.getchannel("A")
    result = change(tile.convert("RGB"))
    result.putalpha(alpha)
    return result


def round_off(tile: Image.Image, depth: float, *, dark: float = 0.55, shine: float = 0.35) -> Image.Image:
    """Return the tile shaded as if it stood out by `depth` pixels, lit from the upper left."""
    alpha = tile.getchannel("A")
    grown = Image.new("L", (alpha.width + 8, alpha.height + 8), 0)
    grown.paste(alpha, (4, 4))
    soft = grown.filter(ImageFilter.GaussianBlur(depth))
    step = round(depth * 0.8)
    away = ImageChops.offset(soft, step, step).crop((4, 4, 4 + alpha.width, 4 + alpha.height))
    towards = ImageChops.offset(soft, -step, -step).crop((4, 4, 4 + alpha.width, 4 + alpha.height))
    lit = ImageChops.subtract(towards, away, 2, 128)

    def shade(colours: Image.Image) -> Image.Image:
        colours = dim(colours, lit.point([min(255, v * 2) for v in range(256)]), 1 - dark)
        return warm(colours, lit.point([max(0, v - 128) * 2 for v in range(256)]), shine)

    return with_colours(tile, shade)


def cylinder(tile: Image.Image, *, dark: float = 0.5, shine: float = 0.25, lit: float = 0.3) -> Image.Image:
    """Return the tile shaded as an upright round thing, brightest at `lit` of its width."""

    def body(x: float) -> float:
        if x > lit:
            return float(max(0.0, math.cos((x - lit) * math.pi * 0.62)) ** 0.8)
        return 0.62 + 0.38 * float((x / lit) ** 0.7)

    def shade(colours: Image.Image) -> Image.Image:
        colours = dim(colours, curve(body, colours.size), 1 - dark)
        return warm(colours, curve(lambda x: math.exp(-(((x - lit) / 0.07) ** 2)), colours.size), shine)

    return with_colours(tile, shade)


def masked(picture: Image.Image, mask: Image.Image) -> Image.Image:
    """Return the picture cut out along the mask."""
    result = picture.convert("RGB")
    result.putalpha(mask)
    return result


def turned(tile: Image.Image, degrees: float) -> Image.Image:
    """Return the tile turned against the clock."""
    return tile.rotate(degrees, Image.Resampling.BICUBIC, expand=True)
