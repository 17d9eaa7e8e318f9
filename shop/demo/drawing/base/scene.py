"""A picture under way: things are laid down one after the other, each with its shadow."""

import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from shop.demo.drawing.base.colour import Ink, rgb
from shop.demo.drawing.base.texture import curve, dim, glow, warm

SHADOW: Ink = "#1c0f08"


class Scene:
    """A picture in design units: 1000 units are its width. Light comes from the upper left."""

    def __init__(self, ground: Image.Image, seed: int) -> None:
        self.image = ground
        self.scale = ground.width / 1000
        self.seed = seed
        self.dice = random.Random(seed)

    def lay(
        self,
        tile: Image.Image,
        x: float,
        y: float,
        *,
        shadow: float = 12,
        strength: float = 0.5,
    ) -> None:
        """Lay the tile with its centre at x, y; `shadow` is how high it stands above the ground."""
        left, top = self._corner(tile, x, y)
        if shadow:
            self._cast(tile, left, top, shadow * self.scale, strength)
        self.image.paste(tile, (left, top), tile)

    def _cast(self, tile: Image.Image, left: int, top: int, height: float, strength: float) -> None:
        """A wide soft shadow away from the light and a narrow dark one where the thing touches the ground."""
        edge = math.ceil(height * 3)
        for reach, blur, share in ((0.9, 1.0, 0.75), (0.25, 0.3, 0.45)):
            mask = Image.new("L", (tile.width + 2 * edge, tile.height + 2 * edge), 0)
            mask.paste(tile.getchannel("A"), (edge, edge))
            mask = _blurred(mask, height * blur).point([round(v * strength * share) for v in range(256)])
            at = (left - edge + round(height * reach), top - edge + round(height * reach))
            self.image.paste(rgb(SHADOW), at, mask)

    def stand(self, tile: Image.Image, x: float, bottom: float, *, strength: float = 0.6) -> None:
        """Stand the tile upright on a table at `bottom`, with a shadow on the table to the right."""
        width, k = tile.width, self.scale
        pad = round(60 * k)
        mask = Image.new("L", (round(width * 1.5) + 2 * pad, round(90 * k) + 2 * pad), 0)
        draw = ImageDraw.Draw(mask)
        base = pad + round(45 * k)
        draw.ellipse((pad, base - 24 * k, pad + width * 1.38, base + 26 * k), fill=round(190 * strength))
        draw.ellipse((pad, base - 16 * k, pad + width * 1.02, base + 14 * k), fill=round(255 * strength))
        mask = _blurred(mask, 13 * k)
        left = round(x * k - width / 2)
        self.image.paste(rgb(SHADOW), (left - pad, round(bottom * k) - base - round(8 * k)), mask)
        self.image.paste(tile, (left, round(bottom * k) - tile.height), tile)

    def shade(self, box: tuple[float, float, float, float], blur: float, strength: float) -> None:
        """Darken a soft ellipse inside the box."""
        k = self.scale
        left, top, right, bottom = (v * k for v in box)
        pad = round(blur * k * 2.5)
        size = (round(right - left) + 2 * pad, round(bottom - top) + 2 * pad)
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).ellipse((pad, pad, size[0] - pad, size[1] - pad), fill=round(255 * strength))
        self.image.paste(rgb(SHADOW), (round(left) - pad, round(top) - pad), _blurred(mask, blur * k))

    def sunlight(self, x: float = 180, y: float = 120, *, reach: float = 1350, dark: float = 0.28) -> None:
        """Let light fall from the upper left and the far corners stay a little darker."""
        size, k = self.image.size, self.scale
        light = glow((size[0] // 4, size[1] // 4), (x * k / 4, y * k / 4), reach * k / 4)
        light = light.point([min(255, round(v * 1.6)) for v in range(256)]).resize(size, Image.Resampling.BICUBIC)
        self.image = dim(self.image, light, 1 - dark)
        self.image = warm(self.image, light, 0.10)

    def dapple(self, strength: float = 0.3, *, lean: float = 0.5, blur: float = 9) -> None:
        """Let the shadow of leaves outside the picture fall across it."""
        width, height = self.image.size
        small = (width // 4, height // 4)
        mask = Image.new("L", small, 0)
        draw = ImageDraw.Draw(mask)
        for _ in range(7):
            x, y = self.dice.uniform(-0.1, 0.5) * small[0], self.dice.uniform(-0.25, 0.25) * small[1]
            turn = self.dice.uniform(0.1, 0.9) + lean * 0.4
            length = self.dice.uniform(0.3, 0.6) * small[0]
            _frond(draw, x, y, turn, length, self.dice)
        soft = _blurred(mask, blur * self.scale / 4).resize((width, height), Image.Resampling.BICUBIC)
        self.image.paste(
            ImageChops.multiply(self.image, Image.new("RGB", (width, height), (86, 92, 118))),
            (0, 0),
            soft.point([round(v * strength) for v in range(256)]),
        )

    def vignette(self, strength: float = 0.25) -> None:
        """Darken the borders a little."""
        across = curve(lambda x: 1 - strength * (2 * x - 1) ** 4, self.image.size)
        down = curve(lambda y: 1 - strength * (2 * y - 1) ** 4, self.image.size, down=True)
        self.image = dim(self.image, ImageChops.multiply(across, down), 0.0)

    def _corner(self, tile: Image.Image, x: float, y: float) -> tuple[int, int]:
        return round(x * self.scale - tile.width / 2), round(y * self.scale - tile.height / 2)


def _blurred(mask: Image.Image, radius: float) -> Image.Image:
    """Blur; large radii on a small copy, which is faster and looks the same."""
    if radius < 6 or min(mask.size) < 32:
        return mask.filter(ImageFilter.GaussianBlur(radius))
    part = 4 if radius > 12 else 2
    small = mask.reduce(part).filter(ImageFilter.GaussianBlur(radius / part))
    return small.resize(mask.size, Image.Resampling.BILINEAR)


def _frond(draw: ImageDraw.ImageDraw, x: float, y: float, turn: float, length: float, dice: random.Random) -> None:
    """One twig with narrow leaves to both sides."""
    for step in range(9):
        along = length * step / 8
        cx, cy = x + along * math.cos(turn), y + along * math.sin(turn)
        for side in (-1, 1):
            angle = turn + side * dice.uniform(0.5, 0.8)
            reach = length * 0.32 * (1 - 0.5 * step / 8)
            tip = (cx + reach * math.cos(angle), cy + reach * math.sin(angle))
            middle = ((cx + tip[0]) / 2, (cy + tip[1]) / 2)
            wide = reach * 0.12
            across = (-math.sin(angle) * wide, math.cos(angle) * wide)
            draw.polygon(
                [
                    (cx, cy),
                    (middle[0] + across[0], middle[1] + across[1]),
                    tip,
                    (middle[0] - across[0], middle[1] - across[1]),
                ],
                fill=255,
            )
