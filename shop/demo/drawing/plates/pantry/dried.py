"""Dried fruit, nuts and bamboo shoots."""

import math

from shop.demo.drawing.base.backdrop import banana_leaf, earth, linen, mat, planks
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.tile import turned
from shop.demo.drawing.places import fields, scenes
from shop.demo.drawing.places.land import GOLD, SUMMER, Land
from shop.demo.drawing.places.room import lacquer, mountains, room
from shop.demo.drawing.plates.settings import WALNUT, in_bowl, near, on_tray
from shop.demo.drawing.plates.sitting import Painter, laid, place, stood
from shop.demo.drawing.things import emblems
from shop.demo.drawing.things.fruit import round_fruit
from shop.demo.drawing.things.grains import (
    ball,
    cracked_nut,
    plum,
    slice_of_fruit,
)
from shop.demo.drawing.things.larder import bamboo_shoot
from shop.demo.drawing.things.packets import KRAFT, box, label, pouch
from shop.demo.drawing.things.plants import sprig
from shop.demo.drawing.things.props import leaf_mat
from shop.demo.drawing.things.strewing import filling, heap
from shop.demo.drawing.things.vessels import bowl, tray

PLUM = ("#a5603a", "#b5723f", "#8f4a30")
DRIED = ("#e3c07a", "#d9ae62", "#ecd098")
SHELLS = ("#9a6237", "#85502b", "#a87040")
KERNELS = ("#f1e3c2", "#e8d4a8", "#f6ecd4")
SHOOTS = ("#b98a48", "#c99a58", "#a5783c")


def _candied(scene: Scene) -> None:
    in_bowl(plum, PLUM, 50, "#efe6d2", "#8d9a8a", radius=340)(scene)
    scene.lay(turned(sprig(300, scene.scale, 4, "#5f8a3c"), 20), 850, 190, shadow=10)


def _nut_tin(scene: Scene) -> None:
    front = label(340, 400, scene.scale, emblems.fruit, "#5f4229", style=2, accent="#e8b23a")
    scene.stand(box(340, 400, 140, scene.scale, "#5f4229", front), 390, 850)
    heap(scene, cracked_nut, SHELLS, 40, 730, 850, 100, crowd=2.0)


def _opened_nuts(scene: Scene) -> None:
    bowl(scene, 420, 430, 300, "#5a3a24", "#8a5a34", filling(scene, ball, KERNELS, 40, 276, crowd=1.3, deep=0.3))
    heap(scene, cracked_nut, SHELLS, 46, 780, 780, 170, crowd=1.6)


def _shoots(scene: Scene) -> None:
    scene.lay(turned(leaf_mat(900, scene.scale, 6, "#5a8a4c"), 8), 500, 500, shadow=8)
    heap(scene, bamboo_shoot, SHOOTS, 140, 490, 500, 280, crowd=3.0)


def _packed_shoots(scene: Scene) -> None:
    front = label(310, 260, scene.scale, emblems.leaf, "#23694a", style=1)
    scene.stand(pouch(430, 560, scene.scale, KRAFT, front, 9), 490, 880)


def _fruit_bushes(land: Land) -> None:
    for n, x in enumerate((0.16, 0.46, 0.8)):
        scenes.put(
            land,
            fields.tree(330, land.unit, ("#5a7a3c", "#8a9a44", "#b5623a"), land.seed + n, tall=1.05),
            x,
            0.98 - 0.03 * (n % 2),
        )


def _bamboos(land: Land) -> None:
    for n, x in enumerate((0.12, 0.36, 0.62, 0.88)):
        scenes.put(land, fields.bamboo(620, land.unit, land.seed + n), x, 0.98)


def _apples(scene: Scene) -> None:
    tray(scene, 500, 500, 430)
    for n in range(17):
        a, r = n * 2.4, 34 * n**0.62 * 1.6
        scene.lay(
            round_fruit(74, scene.scale, n, "#c8b04a", blush="#b5422a", speckle="#efe2a0"),
            500 + r * math.cos(a),
            500 + r * math.sin(a),
            shadow=14,
        )


ORCHARD_ROWS = ("#5f8a44", "#4f7a3c", "#446f36")


PICTURES: dict[int, tuple[Painter, ...]] = {
    25: (
        laid(linen("#b9a58a"), _candied),
        near(plum, PLUM, 96),
        place(scenes.forest_edge(GOLD, giant=0.0, inks=scenes.WOOD, things=_fruit_bushes, ground="#a59a4c")),
    ),
    26: (
        laid(mat(), on_tray(slice_of_fruit, DRIED, 66)),
        near(slice_of_fruit, DRIED, 112),
        laid(earth("#a98f68", "#80643f"), _apples),
    ),
    32: (
        laid(banana_leaf(), on_tray(cracked_nut, SHELLS, 46, radius=310)),
        near(cracked_nut, SHELLS, 84, 1.1),
        place(scenes.tea_hill(SUMMER, inks=ORCHARD_ROWS, count=6, bump=3.0, top=0.5)),
    ),
    58: (
        stood(room(lacquer("#7f93a0"), "#a57848"), _nut_tin),
        laid(WALNUT, _opened_nuts),
        place(
            scenes.tea_hill(
                GOLD, inks=ORCHARD_ROWS, count=7, bump=2.6, top=0.56, lean=-0.15, village=[("works", 0.28, 0.62, 280.0)]
            )
        ),
    ),
    78: (
        laid(planks("#d0b489", "#a98a5c"), _shoots),
        stood(room(mountains(SUMMER), "#8a6038"), _packed_shoots),
        place(scenes.forest_edge(SUMMER, giant=0.0, inks=scenes.WOOD, things=_bamboos)),
    ),
}
