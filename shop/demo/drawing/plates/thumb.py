"""The print of a thumb that nobody has: ridges bent round a whorl, red ink on paper."""

import math

from PIL import Image

PAPER, INK = (247, 243, 232), (176, 44, 40)
WIDTH, HEIGHT = 300, 400
RIDGE = 8.5
"""Pixels from ridge to ridge."""


def thumb_print(scale: int = 2) -> Image.Image:
    """Return the print on a sheet of paper, `scale` times 300 by 400 pixels."""
    covered = Image.new("L", (WIDTH, HEIGHT))
    covered.putdata([_ink_at(place % WIDTH, place // WIDTH) for place in range(WIDTH * HEIGHT)])
    size = (WIDTH * scale, HEIGHT * scale)
    return Image.composite(
        Image.new("RGB", size, INK), Image.new("RGB", size, PAPER), covered.resize(size, Image.Resampling.BICUBIC)
    )


def _ink_at(x: int, y: int) -> int:
    """How much ink lies there, from 0 to 255: none beyond the edge of the thumb, less towards it."""
    across, along = (x - WIDTH / 2) / 105, (y - HEIGHT / 2) / 150
    out = math.hypot(across, along)
    if out >= 1:
        return 0
    bent = math.hypot(x - 146 + 12 * math.sin(y / 37), (y - 185) * 0.66 + 8 * math.sin(x / 41))
    ridge = math.sin(2 * math.pi * bent / RIDGE + math.atan2(y - 185, x - 146))
    broken = math.sin(x * 0.31 + y * 0.17) * math.sin(y * 0.29 - x * 0.13)
    pressed = 1 - out**5
    return round(255 * pressed * min(1.0, max(0.0, 0.5 + 1.4 * ridge - 0.5 * max(0.0, broken))))
