"""Noise and gradients, the same for the same seed on every machine."""

import random
from collections.abc import Callable, Sequence

from PIL import Image, ImageChops

from shop.demo.drawing.base.colour import Ink, rgb

Size = tuple[int, int]


def noise(size: Size, cell: float, seed: int, octaves: int = 3) -> Image.Image:
    """Return soft grey clouds (mode L) whose largest lumps are `cell` pixels wide."""
    result: Image.Image | None = None
    for octave in range(octaves):
        step = max(1.0, cell / 2**octave)
        layer = _lattice(size, step, step, seed * 31 + octave)
        result = layer if result is None else Image.blend(result, layer, 1 / (octave + 2))
    assert result is not None
    return result


def streaks(size: Size, length: float, width: float, seed: int) -> Image.Image:
    """Return noise drawn out sideways, as the grain of wood."""
    fine = _lattice(size, length, width, seed)
    coarse = _lattice(size, length * 2, width * 4, seed + 1)
    return Image.blend(fine, coarse, 0.5)


def _lattice(size: Size, step_x: float, step_y: float, seed: int) -> Image.Image:
    columns, rows = int(size[0] / step_x) + 4, int(size[1] / step_y) + 4
    grid = Image.frombytes("L", (columns, rows), random.Random(seed).randbytes(columns * rows))
    box = (1.0, 1.0, 1 + size[0] / step_x, 1 + size[1] / step_y)
    return grid.resize(size, Image.Resampling.BICUBIC, box)


def profile(values: Sequence[float], size: Size, *, down: bool = False) -> Image.Image:
    """Return grey values (0..1) spread evenly from left to right, or from the top down."""
    strip = Image.new("L", (len(values), 1))
    strip.putdata([max(0, min(255, round(value * 255))) for value in values])
    if down:
        strip = strip.transpose(Image.Transpose.TRANSPOSE)
    return strip.resize(size, Image.Resampling.BILINEAR)


def curve(function: Callable[[float], float], size: Size, *, down: bool = False) -> Image.Image:
    """Return the grey values of a function of 0..1, from left to right or from the top down."""
    return profile([function(step / 127) for step in range(128)], size, down=down)


def fade(size: Size, stops: Sequence[tuple[float, Ink]], *, down: bool = True) -> Image.Image:
    """Return a colour gradient through the stops (place 0..1, colour)."""
    strip = Image.new("RGB", (1, 256))
    strip.putdata([_between(stops, step / 255) for step in range(256)])
    if not down:
        strip = strip.transpose(Image.Transpose.TRANSPOSE)
    return strip.resize(size, Image.Resampling.BILINEAR)


def _between(stops: Sequence[tuple[float, Ink]], place: float) -> tuple[int, ...]:
    low, high = stops[0], stops[-1]
    for stop in stops:
        if stop[0] <= place:
            low = stop
    for stop in reversed(stops):
        if stop[0] >= place:
            high = stop
    width = high[0] - low[0]
    share = (place - low[0]) / width if width > 0 else 0.0
    return tuple(round(a + (b - a) * min(1, max(0, share))) for a, b in zip(rgb(low[1]), rgb(high[1]), strict=True))


def glow(size: Size, centre: tuple[float, float], radius: float) -> Image.Image:
    """Return a round light (mode L), bright at the centre, gone at `radius` pixels."""
    ball = Image.radial_gradient("L").point([round(255 * max(0.0, 1 - v / 180) ** 1.5) for v in range(256)])
    span = max(2, round(radius * 2))
    light = Image.new("L", size, 0)
    ball = ball.resize((span, span), Image.Resampling.BILINEAR)
    light.paste(ball, (round(centre[0] - radius), round(centre[1] - radius)))
    return light


def tint(grey: Image.Image, dark: Ink, light: Ink) -> Image.Image:
    """Return the grey picture in the colours between dark and light."""
    a, b = rgb(dark), rgb(light)
    bands = [grey.point([a[n] + (b[n] - a[n]) * v // 255 for v in range(256)]) for n in range(3)]
    return Image.merge("RGB", bands)


def dim(picture: Image.Image, grey: Image.Image, low: float) -> Image.Image:
    """Return the picture (RGB) multiplied by the grey values, black standing for `low` and white for 1."""
    shade = grey.point([round(255 * low + (1 - low) * v) for v in range(256)])
    return ImageChops.multiply(picture, Image.merge("RGB", [shade] * 3))


def warm(picture: Image.Image, light: Image.Image, share: float, ink: Ink = "#fff0d0") -> Image.Image:
    """Return the picture (RGB) with coloured light added where the grey picture is bright."""
    colour = Image.new("RGB", picture.size, rgb(ink))
    return Image.composite(
        ImageChops.screen(picture, colour), picture, light.point([round(v * share) for v in range(256)])
    )
