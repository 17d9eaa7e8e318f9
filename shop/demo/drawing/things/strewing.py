"""Small things in great number, strewn over the ground, heaped up or filled into a bowl."""

import math
import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from shop.demo.drawing.base.colour import Ink, darker
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.tile import Pen, Point, round_off
from shop.demo.drawing.things.grains import Grain

TURNS = 12


def sprites(
    grain: Grain, inks: Sequence[Ink], size: float, scale: float, seed: int, *, depth: float = 0.16
) -> list[Image.Image]:
    """Return the grain in every colour and many turns, shaded after turning, with a soft shadow beneath it."""
    result = []
    for number, ink in enumerate(inks):
        for turn in range(TURNS // 2 if len(inks) > 2 else TURNS):
            dice = random.Random(seed * 1000 + number * 50 + turn)
            pen = Pen(size * 2, size * 2, scale, fine=3 if size * scale < 30 else 2)
            grain(pen, dice, size, ink)
            tile = pen.tile().rotate(dice.uniform(0, 360), Image.Resampling.BICUBIC)
            result.append(_grounded(round_off(tile, max(1.0, size * scale * depth), dark=0.5, shine=0.2), size * scale))
    return result


def _grounded(tile: Image.Image, size: float) -> Image.Image:
    drop = max(1, round(size * 0.18))
    room = Image.new("RGBA", (tile.width + drop * 3, tile.height + drop * 3), (18, 9, 4, 0))
    mask = Image.new("L", room.size, 0)
    mask.paste(tile.getchannel("A"), (drop * 2, drop * 2))
    room.putalpha(
        mask.filter(ImageFilter.GaussianBlur(max(0.8, drop * 0.7))).point([round(v * 0.55) for v in range(256)])
    )
    room.alpha_composite(tile, (drop, drop))
    return room


def strew(
    picture: Image.Image,
    tiles: Sequence[Image.Image],
    places: Sequence[Point],
    dice: random.Random,
    *,
    deep: float = 0.55,
) -> None:
    """Paste a random tile at every place (pixels); the first ones lie deepest and darkest."""
    dark = [_darkened(tile, deep) for tile in tiles]
    middle = [_darkened(tile, deep * 0.4) for tile in tiles]
    count = len(places)
    for number, (x, y) in enumerate(places):
        layer = dark if number < count * 0.4 else middle if number < count * 0.62 else tiles
        tile = layer[dice.randrange(len(tiles))]
        picture.paste(tile, (round(x - tile.width / 2), round(y - tile.height / 2)), tile)


def _darkened(tile: Image.Image, share: float) -> Image.Image:
    shade = Image.new("RGB", tile.size, (round(255 * (1 - share)), round(248 * (1 - share)), round(240 * (1 - share))))
    result = ImageChops.multiply(tile.convert("RGB"), shade)
    result.putalpha(tile.getchannel("A"))
    return result


def in_circle(
    x: float, y: float, radius: float, count: int, dice: random.Random, *, middle: float = 0.5
) -> list[Point]:
    """Return places inside a circle; `middle` 0.5 spreads them evenly, more crowds them to the centre."""
    places = []
    for _ in range(count):
        angle, away = dice.uniform(0, 2 * math.pi), radius * dice.random() ** middle
        places.append((x + away * math.cos(angle), y + away * math.sin(angle)))
    return places


def carpet(scene: Scene, grain: Grain, inks: Sequence[Ink], size: float, *, crowd: float = 1.0) -> None:
    """Cover the whole picture with the grain, seen from very near."""
    side, k = scene.image.width, scene.scale
    tiles = sprites(grain, inks, size, k, scene.seed)
    step = size * 0.78 * k / crowd
    places = [
        (x * step + scene.dice.uniform(-0.6, 0.6) * step, y * step + scene.dice.uniform(-0.6, 0.6) * step)
        for x in range(-1, int(side / step) + 2)
        for y in range(-1, int(side / step) + 2)
    ]
    scene.dice.shuffle(places)
    strew(scene.image, tiles, [*places, *places[: len(places) // 2]], scene.dice)


def heap(
    scene: Scene,
    grain: Grain,
    inks: Sequence[Ink],
    size: float,
    x: float,
    y: float,
    radius: float,
    *,
    crowd: float = 1.0,
    deep: float = 0.22,
) -> None:
    """Lay a loose heap on the ground, thinning out at its edge."""
    k = scene.scale
    tiles = sprites(grain, inks, size, k, scene.seed + 1)
    count = round((radius / size) ** 2 * 4.2 * crowd)
    scene.shade((x - radius * 0.9, y - radius * 0.8, x + radius * 1.05, y + radius * 1.0), radius * 0.12, 0.45)
    places = in_circle(x * k, y * k, radius * k, count, scene.dice, middle=0.66)
    places.sort(
        key=lambda place: -math.hypot(place[0] - x * k, place[1] - y * k) + scene.dice.uniform(-0.4, 0.4) * radius * k
    )
    strew(scene.image, tiles, places, scene.dice, deep=deep)


def filling(
    scene: Scene,
    grain: Grain,
    inks: Sequence[Ink],
    size: float,
    radius: float,
    *,
    crowd: float = 1.0,
    deep: float = 0.55,
) -> Image.Image:
    """Return a round tile full of the grain, to be laid into a bowl of that radius."""
    k = scene.scale
    side = round(radius * 2 * k)
    ground = Image.new("RGB", (side, side), darker(inks[0], deep * 1.25))
    tiles = sprites(grain, inks, size, k, scene.seed + 2)
    count = round((radius / size) ** 2 * 5.2 * crowd)
    strew(ground, tiles, in_circle(side / 2, side / 2, side / 2, count, scene.dice), scene.dice, deep=deep)
    mask = Image.new("L", (side * 2, side * 2), 0)
    ImageDraw.Draw(mask).ellipse((0, 0, side * 2 - 1, side * 2 - 1), fill=255)
    result = ground
    result.putalpha(mask.reduce(2))
    return result
