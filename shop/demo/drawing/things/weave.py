"""Cloth woven thread by thread, from geometry that many weavers share: lozenges, saw-teeth, zigzags, lines.

No figure and no community's own motif is drawn here; those are the communities' to give (ADR on ornament).
A row is one pick of weft, a letter one thread of a palette, "." the ground.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from PIL import Image, ImageChops, ImageDraw

from shop.demo.drawing.base.backdrop import tiled
from shop.demo.drawing.base.colour import RGB, Ink, mix, rgb
from shop.demo.drawing.base.texture import dim, noise, profile, streaks


def _mirrored(half: Sequence[str]) -> list[str]:
    rows = [row + row[-2::-1] for row in half]
    return rows + rows[-2::-1]


def _zigzag(letters: str, deep: int) -> list[str]:
    period = deep * 2
    return [
        "".join(
            letters[(row - abs((x % period) - deep)) % (deep + 2)]
            if (row - abs((x % period) - deep)) % (deep + 2) < len(letters)
            else "."
            for x in range(period)
        )
        for row in range(deep + len(letters))
    ]


PATTERNS: dict[str, list[str]] = {
    "lozenge": _mirrored(
        [
            "............a",
            "...........aa",
            "..........aab",
            ".........aab.",
            "c.......aab.b",
            ".c.....aab.bc",
        ]
    ),
    "small": _mirrored([".....a", "....ab", "b..ab.", ".bab.c"]),
    "teeth": ["a...", "aa..", "aaa.", "aaaa"],
    "teeth down": ["aaaa", "aaa.", "aa..", "a..."],
    "zigzag": _zigzag("ab", 6),
    "wide zigzag": _zigzag("abc", 9),
    "dots": ["....", ".ab.", ".ba.", "...."],
    "steps": _mirrored(["........a", "......aaa", "....aaabb", "..aaabb..", "aaabb...c"]),
    "hooks": _mirrored(["b......a", ".b....aa", "..b..aac", "...baac."]),
    "net": _mirrored(["a......b", ".a....b.", "..a..b..", "...ab..."]),
    "bars": ["aabb", "aabb", "aabb"],
    "line": ["a"],
    "double": ["a", ".", "b"],
    "check": ["ab", "ba"],
}


@dataclass(frozen=True, slots=True)
class Weave:
    """A ground colour, the colours a to c, and the bands from top to bottom (pattern name, or blank picks)."""

    ground: str
    colours: tuple[str, str, str]
    bands: tuple[str | int, ...]
    warp: tuple[str, ...] = field(default=())

    def picks(self) -> list[str]:
        """Return one repeat of the cloth, row by row."""
        rows: list[str] = []
        for item in self.bands:
            rows += ["."] * item if isinstance(item, int) else PATTERNS[item]
        return rows


def threads(weave: Weave, across: int, down: int, seed: int, *, start: int = 0) -> Image.Image:
    """Return the cloth with one pixel for every crossing of threads."""
    dice = random.Random(seed)
    rows = weave.picks()
    ground = rgb(weave.ground)
    inks: dict[str, RGB] = {".": ground, **{letter: rgb(ink) for letter, ink in zip("abc", weave.colours, strict=True)}}
    picture = Image.new("RGB", (across, down))
    data: list[RGB] = []
    for y in range(down):
        row = rows[(y + start) % len(rows)]
        shift = dice.uniform(-0.05, 0.05)
        shade = {letter: mix(ink, "#ffffff" if shift > 0 else "#000000", abs(shift)) for letter, ink in inks.items()}
        line = [shade[row[x % len(row)]] for x in range(across)]
        if weave.warp and set(row) == {"."}:
            line = [mix(ink, weave.warp[(x // 3) % len(weave.warp)], 0.55) for x, ink in enumerate(line)]
        data += line
    picture.putdata(data)
    return picture


def cloth(weave: Weave, width: int, height: int, thread: int, seed: int, *, start: int = 0) -> Image.Image:
    """Return a flat piece of the cloth in pixels; `thread` is how many pixels one thread is wide."""
    plain = threads(weave, width // thread + 2, height // thread + 2, seed, start=start)
    large = plain.resize((plain.width * thread, plain.height * thread), Image.Resampling.NEAREST)
    if thread >= 3:
        side = max(large.size)
        large = ImageChops.multiply(large, tiled(_crossing(thread), side).crop((0, 0, *large.size)).convert("RGB"))
    uneven = noise(large.size, thread * 60, seed + 1, 3)
    return dim(large, uneven, 0.82).crop((0, 0, width, height))


def _crossing(thread: int) -> Image.Image:
    """One repeat of plain weave: over, under; every thread is round."""
    tile = Image.new("L", (thread * 2, thread * 2))
    draw = ImageDraw.Draw(tile)
    for cell_y in range(2):
        for cell_x in range(2):
            for step in range(thread):
                bulge = 1 - abs((step + 0.5) / thread * 2 - 1) ** 2
                grey = round(255 * (0.80 + 0.20 * bulge))
                x, y = cell_x * thread, cell_y * thread
                if (cell_x + cell_y) % 2:
                    draw.line((x + step, y, x + step, y + thread - 1), fill=grey)
                else:
                    draw.line((x, y + step, x + thread - 1, y + step), fill=grey)
    return tile


def hanging(flat: Image.Image, folds: float, depth: float, seed: int) -> Image.Image:
    """Return the cloth hung in upright folds: lines bend, valleys darken."""
    dice = random.Random(seed)
    phase, other = dice.uniform(0, 6), dice.uniform(0, 6)
    width, height = flat.size

    def wave(x: float) -> float:
        return math.sin(x * folds * 6.283 + phase) * 0.7 + math.sin(x * folds * 2.4 * 6.283 + other) * 0.3

    mesh = []
    strips = 60
    for n in range(strips):
        x0, x1 = width * n // strips, width * (n + 1) // strips
        a, b = wave(x0 / width) * depth, wave(x1 / width) * depth
        mesh.append(((x0, 0, x1, height), (x0, a, x0, height + a, x1, height + b, x1, b)))
    bent = flat.transform(flat.size, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR)
    light = [
        0.5 - 0.5 * (wave((n + 1.2) / 128) - wave((n - 1.2) / 128)) * 128 / 2.4 / (folds * 5.5) for n in range(128)
    ]
    return dim(bent, profile([min(1.0, max(0.0, value)) for value in light], flat.size), 0.42)


def lying(flat: Image.Image, seed: int, *, crease: float = 0.24) -> Image.Image:
    """Return the cloth lying on a table with a few soft waves."""
    side = round(max(flat.size) * 1.5)
    waves = streaks((side, side), side * 0.9, side * 0.13, seed).rotate(random.Random(seed).uniform(-60, 60))
    cut = ((side - flat.width) // 2, (side - flat.height) // 2)
    waves = waves.crop((*cut, cut[0] + flat.width, cut[1] + flat.height)).point(
        [min(255, max(0, (v - 128) * 2 + 140)) for v in range(256)]
    )
    return dim(flat, waves, 1 - crease)


def plain(ink: Ink) -> Weave:
    """Undecorated cloth of one colour."""
    code = "#{:02x}{:02x}{:02x}".format(*rgb(ink))
    return Weave(code, (code, code, code), (4,))
