"""Shelves, a still, a room where cordyceps grows."""

import random
from collections.abc import Callable, Sequence

from PIL import Image

from shop.demo.drawing.base.colour import Ink, lighter, mix, rgb
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.texture import glow, streaks, tint, warm
from shop.demo.drawing.base.tile import Pen, cylinder, round_off, smooth
from shop.demo.drawing.places.indoors import flames, logs, scale_of, side_of
from shop.demo.drawing.places.room import dark_wall, plaster
from shop.demo.drawing.places.scenes import Place
from shop.demo.drawing.things.glass import POT, clay


def shelf(
    things: Sequence[Callable[[float, int], Image.Image]],
    *,
    wall: Ink = "#e2d3b6",
    board: Ink = "#8a6038",
    each: int = 6,
) -> Place:
    """Three boards on a wall with finished goods in rows."""

    def draw(size: tuple[int, int], seed: int) -> Image.Image:
        side = side_of(size)
        scene = Scene(plaster(wall)(side, seed), seed)
        for level, bottom in enumerate((330, 630, 930)):
            for n in range(each):
                make = things[(n * 3 + level * 5 + seed) % len(things)]
                scene.stand(make(scene.scale, seed + n + level * 9), 1000 * (n + 0.5) / each, bottom, strength=0.35)
            pen = Pen(1040, 34, scene.scale)
            pen.box(0, 0, 1040, 34, board)
            pen.line([(0, 3), (1040, 3)], lighter(board, 0.35), 5)
            scene.lay(pen.tile(), 500, bottom + 12, shadow=16)
        scene.sunlight()
        return scene.image.crop((0, 0, *size))

    return draw


def still(pot: Ink = "#8a5a3a", *, wall: Ink = "#43301f", mirrored: bool = False) -> Place:
    """A wooden still over the fire, a bamboo pipe running to a jar."""

    def draw(size: tuple[int, int], seed: int) -> Image.Image:
        side = side_of(size)
        scene = Scene(dark_wall(wall)(side, seed), seed)
        k = scene.scale
        floor = tint(streaks((side, round(side * 0.26)), 400 * k, 12 * k, seed), "#33231a", "#6b4e34")
        scene.image.paste(floor, (0, round(side * 0.74)))
        scene.image = warm(scene.image, glow(scene.image.size, (side * 0.36, side * 0.78), side * 0.5), 0.7, "#e2762a")
        pen = Pen(380, 470, k, fine=2)
        for n in range(9):
            x = 20 + n * 38
            pen.box(x, 40, x + 37, 360, mix(pot, "#5f3f28", (n * 7 % 5) / 6))
        for y in (80, 200, 320):
            pen.box(14, y, 366, y + 16, "#c79a63", 5)
        pen.polygon(smooth([(0, 40), (40, 4), (340, 4), (380, 40)], steps=6), "#4a4d52")
        pen.polygon(smooth([(4, 360), (376, 360), (330, 450), (190, 468), (50, 450)], closed=True), "#24262a")
        scene.stand(cylinder(pen.tile(), dark=0.5, shine=0.15), 360, 800)
        pipe = Pen(480, 160, k)
        pipe.line([(10, 14), (460, 146)], "#b58a4c", 26)
        pipe.line([(10, 9), (460, 140)], "#dcb878", 6)
        scene.lay(pipe.tile(), 690, 560, shadow=10)
        scene.stand(clay(POT, 190, 250, k, "#6b3f2a"), 860, 880)
        logs(scene, 360, 890)
        flames(scene, 360, 880, 110)
        picture = scene.image.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if mirrored else scene.image
        return picture.crop((0, 0, *size))

    return draw


def growing_room(ink: Ink = "#e08a2c") -> Place:
    """Rows of jars under soft lamps, golden threads growing in each."""

    def draw(size: tuple[int, int], seed: int) -> Image.Image:
        side = side_of(size)
        k = scale_of(side)
        dice = random.Random(seed)
        picture = Image.new("RGB", (side, side), rgb("#3b4a52"))
        scene = Scene(picture, seed)
        for bottom in (320, 620, 920):
            lamp = glow(scene.image.size, (side * 0.5, (bottom - 270) * k), side * 0.62)
            scene.image = warm(scene.image, lamp, 0.32, "#ffe6b8")
            bar = Pen(1000, 12, k)
            bar.box(0, 0, 1000, 12, "#fff6e0", 6)
            scene.lay(bar.tile(), 500, bottom - 258, shadow=0)
            for n in range(6):
                scene.stand(_culture(k, ink, dice), 85 + n * 166, bottom, strength=0.4)
            board = Pen(1040, 26, k)
            board.box(0, 0, 1040, 26, "#c6ccd0")
            board.line([(0, 3), (1040, 3)], "#eef2f2", 4)
            scene.lay(board.tile(), 500, bottom + 8, shadow=12)
        return scene.image.crop((0, 0, *size))

    return draw


def _culture(scale: float, ink: Ink, dice: random.Random) -> Image.Image:
    pen = Pen(132, 170, scale, fine=2)
    pen.box(4, 12, 128, 170, "#dfe8e6", 12)
    pen.box(10, 132, 122, 164, "#a5643c", 8)
    for n in range(26):
        x = 16 + n * 4
        top = dice.uniform(34, 74)
        pen.line(
            smooth([(x, 136), (x + dice.uniform(-4, 4), 100), (x + dice.uniform(-7, 7), top)]),
            mix(ink, dice.choice(["#c4631a", "#f0b050"]), dice.random() * 0.6),
            dice.uniform(3, 5),
        )
    pen.box(0, 0, 132, 18, "#f4f2ea", 6)
    pen.line([(18, 26), (18, 158)], "#ffffff", 5, 200)
    return round_off(pen.tile(), 8 * scale, dark=0.3, shine=0.2)
