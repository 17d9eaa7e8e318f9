"""Work indoors and in the yard: hearth, loom, shelves, still, trays drying in the sun."""

import math
import random
from collections.abc import Callable, Sequence

from PIL import Image, ImageFilter

from shop.demo.drawing.base.colour import Ink, darker, lighter, mix
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.texture import glow, streaks, tint, warm
from shop.demo.drawing.base.tile import Pen, round_off, smooth, turned
from shop.demo.drawing.places.fields import GREEN, terraces
from shop.demo.drawing.places.land import DAY, Hour, Land
from shop.demo.drawing.places.room import dark_wall, plaster
from shop.demo.drawing.places.scenes import Place
from shop.demo.drawing.things.weave import Weave, cloth, hanging

Hanging = Callable[[float, int], Image.Image]
"""Makes one thing that hangs over the fire, from the scale and a number."""


def side_of(size: tuple[int, int]) -> int:
    return max(size)


def hearth(
    hang: Hanging | None = None,
    *,
    kettle: bool = True,
    pot: Ink = "#26282c",
    rows: int = 1,
    x: float = 500,
    wall: Ink = "#33241a",
    fire: float = 170,
) -> Place:
    """A fire on the floor at `x`, under a smoke rack."""

    def draw(size: tuple[int, int], seed: int) -> Image.Image:
        side = side_of(size)
        scene = Scene(dark_wall(wall)(side, seed), seed)
        k = scene.scale
        floor = tint(streaks((side, round(side * 0.3)), 400 * k, 12 * k, seed), darker(wall, 0.2), lighter(wall, 0.2))
        scene.image.paste(floor, (0, round(side * 0.72)))
        light = glow(scene.image.size, (x * k, side * 0.72), side * 0.62)
        scene.image = warm(scene.image, light, 0.5 + fire / 500, "#e2762a")
        if hang:
            for row in range(rows):
                _hang_up(scene, hang, row)
        near_light = glow(scene.image.size, (x * k, side * 0.76), side * 0.34)
        scene.image = warm(scene.image, near_light, 0.5, "#ffb04a")
        flames(scene, x, 845, fire)
        logs(scene, x, 860)
        if kettle:
            scene.lay(_tripod(k, pot), x, 690, shadow=0)
        return scene.image.crop((0, 0, *size))

    return draw


def _hang_up(scene: Scene, hang: Hanging, row: int) -> None:
    y = 90 + row * 190
    for n in range(11):
        tile = hang(scene.scale, scene.seed + n + row * 20)
        scene.lay(tile, 60 + n * 88 + row * 30, y + tile.height / scene.scale / 2, shadow=6, strength=0.6)
    scene.lay(_rack(scene.scale), 500, y, shadow=8)


def scale_of(side: int) -> float:
    """Pixels for one design unit."""
    return side / 1000


def _rack(scale: float) -> Image.Image:
    pen = Pen(1040, 26, scale)
    pen.box(0, 4, 1040, 22, "#4a3220", 8)
    pen.line([(0, 8), (1040, 8)], "#9a6a3a", 3)
    return pen.tile()


def logs(scene: Scene, x: float, y: float) -> None:
    """Three logs laid together."""
    for turn, shift in ((18, -70), (-16, 70), (4, 0)):
        pen = Pen(330, 46, scene.scale)
        pen.box(0, 4, 330, 42, "#3a281b", 18)
        pen.ellipse(312, 23, 15, 19, "#d9762a")
        pen.line([(10, 12), (300, 12)], "#6b4a30", 5)
        scene.lay(turned(round_off(pen.tile(), 8 * scene.scale), turn), x + shift, y, shadow=10)


def flames(scene: Scene, x: float, bottom: float, size: float) -> None:
    """A fire of soft tongues."""
    dice = random.Random(scene.seed)
    for ink, share, blur in (("#c8471c", 1.0, 14), ("#ef8a2a", 0.76, 9), ("#fbd060", 0.5, 6), ("#fff3c0", 0.25, 4)):
        pen = Pen(size * 2.2, size * 1.6, scene.scale, fine=1)
        for n in range(6):
            base = size * (1.1 + (n - 2.5) * 0.24 * share)
            high = size * share * dice.uniform(0.9, 1.4)
            sway = dice.uniform(-0.15, 0.15) * size
            wide = size * 0.2 * share
            ring = [
                (base - wide, size * 1.45),
                (base - wide * 0.9, size * 1.45 - high * 0.35),
                (base + sway, size * 1.45 - high),
                (base + wide * 0.9, size * 1.45 - high * 0.35),
                (base + wide, size * 1.45),
            ]
            pen.polygon(smooth(ring, closed=True), ink)
        scene.lay(pen.image.filter(ImageFilter.GaussianBlur(blur * scene.scale)), x, bottom - size * 0.55, shadow=0)


def _tripod(scale: float, ink: Ink) -> Image.Image:
    pen = Pen(420, 360, scale)
    for x0, x1 in ((120, 60), (300, 360), (210, 210)):
        pen.line([(x0, 210), (x1, 350)], "#1a1512", 14)
    pen.ellipse(210, 210, 135, 22, "#1a1512")
    body = [(90, 150), (110, 80), (210, 62), (310, 80), (330, 150), (290, 205), (130, 205)]
    pen.polygon(smooth(body, closed=True), ink)
    pen.line(smooth([(322, 130), (372, 104), (392, 60)]), ink, 24)
    pen.line(smooth([(120, 84), (146, 26), (210, 10), (274, 26), (300, 84)]), "#3a3c40", 10)
    pen.ellipse(210, 62, 48, 13, lighter(ink, 0.12))
    pen.ellipse(210, 50, 12, 10, "#5a4a3a")
    return round_off(pen.tile(), 16 * scale, dark=0.5, shine=0.3)


def loom(weave: Weave, *, wall: Ink = "#d9c8a6", thread: Ink = "#efe6d2") -> Place:
    """A floor loom from the front: warp above, cloth growing below, the shuttle between."""

    def draw(size: tuple[int, int], seed: int) -> Image.Image:
        side = side_of(size)
        scene = Scene(plaster(wall)(side, seed), seed)
        k = scene.scale
        piece = cloth(weave, round(560 * k), round(420 * k), max(3, round(6 * k)), seed)
        warp = Pen(560, 560, k, fine=2)
        for n in range(112):
            x = 2.5 + n * 5
            warp.line([(x, 0), (x + 3 * math.sin(n), 560)], darker(thread, 0.12 * (n % 3)), 2.2)
        scene.lay(warp.tile(), 500, 330, shadow=10, strength=0.3)
        scene.lay(piece.convert("RGBA"), 500, 790, shadow=14)
        for y, ink, high in ((90, "#7a5231", 46), (330, "#8a6038", 26), (452, "#8a6038", 26), (575, "#6b4a30", 44)):
            scene.lay(_beam(760, high, k, ink), 500, y, shadow=12)
        for x in (140, 860):
            scene.lay(_beam(1000, 62, k, "#6b4a30").transpose(Image.Transpose.ROTATE_90), x, 520, shadow=16)
        scene.lay(turned(_shuttle(k, weave.colours[0]), 7), 620, 648, shadow=10)
        scene.sunlight()
        return scene.image.crop((0, 0, *size))

    return draw


def _beam(length: float, high: float, scale: float, ink: Ink) -> Image.Image:
    pen = Pen(length, high, scale)
    pen.box(0, 0, length, high, ink, high * 0.3)
    for n in range(8):
        y = high * (0.15 + 0.1 * n)
        pen.line([(length * 0.01, y), (length * 0.99, y + (n % 3) - 1)], darker(ink, 0.16), high * 0.02)
    return round_off(pen.tile(), high * 0.2 * scale, dark=0.45, shine=0.25)


def _shuttle(scale: float, ink: Ink) -> Image.Image:
    pen = Pen(330, 80, scale)
    pen.polygon(smooth([(0, 40), (80, 8), (250, 8), (330, 40), (250, 72), (80, 72)], closed=True), "#a8743a")
    pen.box(85, 24, 245, 56, "#3c2412", 14)
    for n in range(16):
        pen.line([(92 + n * 9.6, 26), (95 + n * 9.6, 54)], mix(ink, "#ffffff", 0.12 * (n % 3)), 8)
    return round_off(pen.tile(), 8 * scale, dark=0.45, shine=0.3)


def window_seat(weaves: Sequence[Weave], hour: Hour = DAY, *, frame: Ink = "#6b4a30") -> Place:
    """A window on the valley, cloth and reels of thread on the sill."""

    def draw(size: tuple[int, int], seed: int) -> Image.Image:
        side = side_of(size)
        k = scale_of(side)
        scene = Scene(plaster("#cbb48c", window=False)(side, seed), seed)
        view = Land((round(600 * k), round(480 * k)), seed, hour).clouds().sun(0.7, 0.25, 40).ridges(4, 0.4, 0.7)
        terraces(view, GREEN, 0.74)
        scene.image.paste(view.finish(), (round(200 * k), round(110 * k)))
        pen = Pen(680, 560, k)
        for box in ((0, 0, 680, 44), (0, 516, 680, 560), (0, 0, 44, 560), (636, 0, 680, 560), (326, 0, 354, 560)):
            pen.box(*box, frame)
        scene.lay(round_off(pen.tile(), 6 * k), 500, 350, shadow=12)
        pen = Pen(1040, 330, k)
        pen.box(0, 0, 1040, 330, "#6f4c2e")
        pen.box(0, 0, 1040, 84, "#a5753f")
        pen.line([(0, 84), (1040, 84)], "#c79a63", 6)
        scene.lay(pen.tile(), 500, 840, shadow=20)
        drape = hanging(cloth(weaves[0], round(430 * k), round(330 * k), max(3, round(4 * k)), seed), 2.4, 8 * k, seed)
        scene.lay(drape.convert("RGBA"), 330, 850, shadow=14)
        for n, ink in enumerate([*weaves[0].colours, weaves[-1].colours[0], "#f3ebdc"]):
            scene.stand(_reel(k, ink), 620 + n * 76, 716 + 30 * (n % 2), strength=0.5)
        scene.sunlight(500, 300)
        return scene.image.crop((0, 0, *size))

    return draw


def _reel(scale: float, ink: Ink) -> Image.Image:
    pen = Pen(64, 92, scale)
    pen.box(0, 0, 64, 14, "#c79a63", 4)
    pen.box(0, 78, 64, 92, "#a47c50", 4)
    pen.box(7, 12, 57, 80, ink, 4)
    for n in range(12):
        pen.line([(8, 16 + n * 5.4), (56, 14 + n * 5.4)], darker(ink, 0.22), 1.3)
    return round_off(pen.tile(), 9 * scale, dark=0.45, shine=0.25)
