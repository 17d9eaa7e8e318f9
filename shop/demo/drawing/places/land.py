"""Sky, ridges and mist in the light of an hour of the day."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from shop.demo.drawing.base.colour import Ink, lighter, mix, rgb
from shop.demo.drawing.base.texture import Size, fade, glow, streaks, warm
from shop.demo.drawing.base.tile import Point, smooth


@dataclass(frozen=True, slots=True)
class Hour:
    """The colours of one hour: sky from the top down, ridges far and near, mist, sun, light on the ground."""

    sky: tuple[str, ...]
    far: str
    near: str
    mist: str
    sun: str
    ground: str
    lightness: float = 1.0


DAWN = Hour(("#f6d9a8", "#f4b98a", "#d9a3a0", "#a79ab4"), "#b7a9b9", "#2f456c", "#f4dccd", "#fff7e4", "#ffe9c0")
DAY = Hour(("#7fb2dd", "#a9cfe8", "#dcebee", "#f4f1e2"), "#a9c3cf", "#3f6f5c", "#eef3ea", "#fffbe8", "#fff8dc")
GOLD = Hour(("#8fb3cf", "#d8d2b4", "#f3cf8e", "#f6b866"), "#c9a988", "#5b5a3a", "#fbe2b0", "#fff2c8", "#ffdf9a")
MIST = Hour(("#cfd8d6", "#dfe5e0", "#e9ebe2", "#f0eee2"), "#bccac6", "#52716a", "#eef0ea", "#ffffff", "#f4f4e8")
DUSK = Hour(("#3d4a80", "#7a6a9a", "#c9858a", "#f0a878"), "#8a7396", "#26284c", "#d9a39a", "#ffd9a0", "#e8b8a0", 0.85)
NIGHT = Hour(("#0d1533", "#16224a", "#24355f", "#3a4a70"), "#2c3c63", "#0c1226", "#41527a", "#f2efdc", "#8fa4d8", 0.55)
SUMMER = Hour(("#6fa8c8", "#9ccbd4", "#cfe6d6", "#f2f0d4"), "#9dbfae", "#2f6a4a", "#e4efd8", "#fffbe0", "#fbffd8")


class Land:
    """A landscape under way, filled from the sky down to the foreground."""

    def __init__(self, size: Size, seed: int, hour: Hour) -> None:
        self.size = size
        self.seed = seed
        self.hour = hour
        self.dice = random.Random(seed)
        stops = [(n * 0.55 / (len(hour.sky) - 1), ink) for n, ink in enumerate(hour.sky)]
        self.image = fade(size, [*stops, (1.0, hour.mist)])

    @property
    def unit(self) -> float:
        """Pixels for a thousandth of the height."""
        return self.size[1] / 1000

    def sun(self, x: float, y: float, radius: float = 55) -> "Land":
        """Set the sun (or moon) at x, y in shares of the picture, with its glow."""
        width, height = self.size
        at, r = (x * width, y * height), radius * self.unit
        self.image = warm(self.image, glow(self.size, at, r * 9), 0.75, self.hour.sun)
        disc = Image.new("L", (round(r * 4), round(r * 4)), 0)
        ImageDraw.Draw(disc).ellipse((r, r, r * 3, r * 3), fill=255)
        disc = disc.filter(ImageFilter.GaussianBlur(max(1, r * 0.06)))
        self.image.paste(rgb(self.hour.sun), (round(at[0] - r * 2), round(at[1] - r * 2)), disc)
        return self

    def clouds(self, top: float = 0.05, bottom: float = 0.4, strength: float = 0.6) -> "Land":
        """Draw thin bands of cloud between two heights."""
        width, height = self.size
        box = (width, round((bottom - top) * height))
        bank = streaks(box, 260 * self.unit, 38 * self.unit, self.seed + 70)
        bank = bank.point([min(255, max(0, round((v - 132) * 4 * strength))) for v in range(256)])
        edge = fade(box, [(0, "#000000"), (0.4, "#ffffff"), (1, "#000000")]).convert("L")
        self.image.paste(
            rgb(lighter(self.hour.sky[2], 0.55)), (0, round(top * height)), ImageChops.multiply(bank, edge)
        )
        return self

    def stars(self, count: int = 160) -> "Land":
        """Strew stars over the upper half."""
        draw = ImageDraw.Draw(self.image)
        for _ in range(count):
            x, y = self.dice.random() * self.size[0], self.dice.random() ** 1.5 * self.size[1] * 0.5
            r = self.dice.choice((0.6, 0.8, 1.3)) * self.unit * 1.3
            draw.ellipse((x - r, y - r, x + r, y + r), fill=mix("#8ea2d0", "#fff6dc", self.dice.random()))
        return self

    def ridges(
        self, count: int = 5, top: float = 0.36, bottom: float = 0.72, *, rough: float = 1.0, woods: bool = True
    ) -> "Land":
        """Stack ridges from the far, pale one to the near, deep one, mist lying between them."""
        for number in range(count):
            share = number / max(1, count - 1)
            base = top + (bottom - top) * share
            ink = mix(self.hour.far, self.hour.near, share**0.9)
            line = self.skyline(base, (0.10 + 0.03 * number) * rough, self.seed + number * 17)
            foot = mix(ink, self.hour.mist, 0.62 - 0.25 * share)
            edge = self._wooded(line) if woods and share > 0.45 else line
            self.slope(edge, [(0, lighter(ink, 0.08)), (0.5, ink), (1, foot)], depth=0.26)
        return self

    def skyline(self, base: float, amplitude: float, seed: int) -> list[Point]:
        """Return a ridge line in pixels."""
        dice = random.Random(seed)
        waves = [(dice.uniform(0.4, 1.1) * 1.9**n, dice.uniform(0, 7), 1 / 1.75**n) for n in range(7)]
        width, height = self.size
        aspect = width / height
        step = max(2, width // 400)
        return [
            (
                float(x),
                height
                * (base - amplitude * sum(a * math.sin(f * x / width * aspect * 4.4 + p) for f, p, a in waves) / 2.2),
            )
            for x in range(0, width + step, step)
        ]

    def slope(self, line: list[Point], stops: list[tuple[float, Ink]], *, depth: float = 1.0, alpha: int = 255) -> None:
        """Fill everything under the line with a gradient that runs over `depth` of the height."""
        width, height = self.size
        start = max(0, int(min(y for _, y in line)) - 2)
        if start >= height:
            return
        mask = self._under(line, start)
        reach = max(2, round(depth * height))
        body = fade((width, reach), stops)
        ground = Image.new("RGB", (width, height - start), rgb(stops[-1][1]))
        ground.paste(body, (0, 0))
        self.image.paste(
            ground, (0, start), mask if alpha == 255 else mask.point([v * alpha // 255 for v in range(256)])
        )

    def _under(self, line: list[Point], start: int) -> Image.Image:
        width, height = self.size
        mask = Image.new("L", (width * 2, (height - start) * 2), 0)
        points = [(x * 2, (y - start) * 2) for x, y in line]
        ImageDraw.Draw(mask).polygon([(0, mask.height), *points, (mask.width, mask.height)], fill=255)
        return mask.reduce(2)

    def _wooded(self, line: list[Point]) -> list[Point]:
        """Give a ridge line the small lumps of tree crowns."""
        rough: list[Point] = []
        for (x, y), (next_x, next_y) in pairwise(line):
            crown = self.dice.uniform(2.5, 9) * self.unit
            rough += [
                (x, y),
                (x + (next_x - x) * 0.35, y - crown),
                (x + (next_x - x) * 0.8, (y + next_y) / 2 - crown * 0.8),
            ]
        return [*smooth(rough, steps=3), line[-1]]

    def stroke(self, line: Sequence[Point], ink: Ink, width: float, *, alpha: int = 255) -> None:
        """Draw a smooth-edged line, `width` in pixels."""
        pad = round(width) + 2
        left, top = int(min(x for x, _ in line)) - pad, int(min(y for _, y in line)) - pad
        right, bottom = int(max(x for x, _ in line)) + pad, int(max(y for _, y in line)) + pad
        mask = Image.new("L", ((right - left) * 3, (bottom - top) * 3), 0)
        points = [((x - left) * 3, (y - top) * 3) for x, y in line]
        ImageDraw.Draw(mask).line(points, fill=alpha, width=max(1, round(width * 3)), joint="curve")
        self.image.paste(rgb(ink), (left, top), mask.reduce(3))

    def mist(self, y: float, thickness: float = 0.1, strength: float = 0.75) -> "Land":
        """Lay a bank of mist across the picture at a height."""
        width, height = self.size
        box = (width, max(4, round(thickness * 2 * height)))
        band = fade(box, [(0, "#000000"), (0.5, "#ffffff"), (1, "#000000")]).convert("L")
        wisps = streaks(box, 420 * self.unit, 40 * self.unit, self.seed + round(y * 900))
        wisps = wisps.point([min(255, max(0, round((v - 60) * 1.7))) for v in range(256)])
        mask = ImageChops.multiply(band, wisps).point([round(v * strength) for v in range(256)])
        self.image.paste(rgb(self.hour.mist), (0, round(y * height - box[1] / 2)), mask)
        return self

    def finish(self) -> Image.Image:
        """Return the picture, a little brighter where the light of the hour comes from."""
        if self.hour.lightness < 1:
            return self.image
        return warm(self.image, glow(self.size, (self.size[0] * 0.3, 0), self.size[0] * 0.9), 0.08, self.hour.sun)
