"""What hangs over the hearth, fish of the lake, and the black hen."""

import random
from collections.abc import Sequence

from PIL import Image

from shop.demo.drawing.base.backdrop import banana_leaf, mat, stone
from shop.demo.drawing.base.colour import Ink
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.tile import Pen, round_off, turned
from shop.demo.drawing.places import fields, scenes, yard
from shop.demo.drawing.places.indoors import Hanging, hearth
from shop.demo.drawing.places.land import DAWN, DUSK, MIST, Land
from shop.demo.drawing.places.room import bamboo_wall, mountains, room
from shop.demo.drawing.plates.settings import WALNUT, near
from shop.demo.drawing.plates.sitting import Painter, Setting, laid, place, stood
from shop.demo.drawing.things.grains import Grain
from shop.demo.drawing.things.larder import dried_meat, dried_pork, little_fish, sausage
from shop.demo.drawing.things.props import board, chilli, leaf_mat
from shop.demo.drawing.things.strewing import filling, heap
from shop.demo.drawing.things.vessels import bowl

BUFFALO = ("#5a2c20", "#6b3526", "#4a2018")
PORK = ("#9a4a2c", "#a8573a", "#8a4026")
SAUSAGE = ("#9a3a2c", "#8a2f26", "#a8463a")
FISH = ("#b8a678", "#a5956c", "#c7b68a")


def hanging_strip(grain: Grain, ink: Ink, length: float = 120) -> Hanging:
    """A maker of one strip that hangs from the rack."""

    def make(scale: float, number: int) -> Image.Image:
        pen = Pen(length * 2, length * 2, scale, fine=2)
        grain(pen, random.Random(number), length, ink)
        upright = pen.tile().rotate(90)
        cut = round(upright.width * 0.28)
        return round_off(upright.crop((cut, 0, upright.width - cut, upright.height)), 5 * scale)

    return make


def _on_a_board(grain: Grain, inks: Sequence[Ink], size: float, wood: Ink, *, leaf: bool = True) -> Setting:
    def set_up(scene: Scene) -> None:
        scene.lay(turned(board(900, 600, scene.scale, scene.seed, wood), -6), 520, 510, shadow=16)
        if leaf:
            scene.lay(turned(leaf_mat(660, scene.scale, 4), 10), 440, 500, shadow=6)
        heap(scene, grain, inks, size, 430, 500, 230, crowd=2.4)
        for n, (x, y) in enumerate(((790, 330), (830, 400), (800, 700))):
            scene.lay(turned(chilli(150, scene.scale, n), 30 * n - 20), x, y, shadow=8)

    return set_up


def _heap_on_leaf(grain: Grain, inks: Sequence[Ink], size: float, radius: float = 270, crowd: float = 2.2) -> Setting:
    def set_up(scene: Scene) -> None:
        scene.lay(turned(leaf_mat(880, scene.scale, 8), -14), 500, 520, shadow=8)
        heap(scene, grain, inks, size, 490, 510, radius, crowd=crowd)

    return set_up


def _fish_bowl(scene: Scene) -> None:
    bowl(scene, 500, 500, 370, "#2c2a28", "#3c3a38", filling(scene, little_fish, FISH, 68, 340, crowd=2.2, deep=0.4))


def _hung_sausages(scene: Scene) -> None:
    make = hanging_strip(sausage, "#9a3a2c", 180)
    for n in range(6):
        scene.lay(make(scene.scale, n), 120 + n * 152, 410 + 30 * (n % 2), shadow=14)
    pen = Pen(1040, 34, scene.scale)
    pen.box(0, 4, 1040, 30, "#4a3220", 12)
    pen.line([(0, 10), (1040, 10)], "#9a6a3a", 4)
    scene.lay(pen.tile(), 500, 232, shadow=12)


def _hen(scene: Scene) -> None:
    scene.stand(yard.hen(700, scene.scale, 3), 500, 900, strength=0.7)


def _hen_and_cage(scene: Scene) -> None:
    scene.stand(yard.hen(420, scene.scale, 5), 270, 860, strength=0.7)
    scene.stand(yard.hen(330, scene.scale, 8), 700, 840, strength=0.6)
    scene.stand(yard.cage(520, scene.scale), 700, 880, strength=0.3)


def _hens(land: Land) -> None:
    fields.rocks(land, 0.84, count=6, size=210)
    for n, (x, y, size) in enumerate(((0.22, 0.96, 150), (0.4, 0.92, 110), (0.66, 0.97, 170), (0.85, 0.93, 120))):
        scenes.put(land, yard.hen(size, land.unit, n), x, y)


PICTURES: dict[int, tuple[Painter, ...]] = {
    16: (
        laid(stone(), _fish_bowl),
        near(little_fish, FISH, 105, 1.5),
        place(scenes.lake(DUSK, village=[("stilt", 0.8, 0.625, 170.0), ("stilt", 0.64, 0.62, 130.0)])),
    ),
    17: (
        laid(WALNUT, _on_a_board(dried_meat, BUFFALO, 150, "#a8763f")),
        near(dried_meat, BUFFALO, 190, 1.5),
        place(hearth(hanging_strip(dried_meat, "#6b3526"), rows=2)),
    ),
    18: (
        laid(mat(), _heap_on_leaf(dried_pork, PORK, 135)),
        near(dried_pork, PORK, 170, 1.5),
        place(hearth(hanging_strip(dried_pork, "#a8573a", 140), kettle=False, x=620, fire=210, wall="#3d2a20")),
    ),
    19: (
        stood(bamboo_wall("#8a6a42"), _hung_sausages),
        laid(banana_leaf("#3a6a3a"), lambda scene: heap(scene, sausage, SAUSAGE, 140, 500, 500, 300, crowd=2.4)),
        place(hearth(hanging_strip(sausage, "#9a3a2c", 110), rows=1, pot="#4a4d52", x=260, wall="#2c2624")),
    ),
    36: (
        stood(room(bamboo_wall("#b9986a"), "#a58458"), _hen),
        stood(room(mountains(DAWN), "#a58a62"), _hen_and_cage),
        place(scenes.forest_edge(MIST, giant=0.0, inks=scenes.WOOD, things=_hens, ground="#8a9a5c")),
    ),
}
