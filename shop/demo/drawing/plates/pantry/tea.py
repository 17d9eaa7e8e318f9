"""Teas from old trees and from clipped hills."""

from collections.abc import Sequence

from shop.demo.drawing.base.backdrop import Backdrop, banana_leaf, linen, mat, planks, stone
from shop.demo.drawing.base.colour import Ink
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.tile import turned
from shop.demo.drawing.places import fields, scenes
from shop.demo.drawing.places.indoors import hearth
from shop.demo.drawing.places.land import DAWN, DAY, MIST, SUMMER, Land
from shop.demo.drawing.places.room import mountains, plaster, room
from shop.demo.drawing.plates.settings import INDIGO, WALNUT, in_bowl, near
from shop.demo.drawing.plates.sitting import Painter, Setting, laid, place, stood
from shop.demo.drawing.things import emblems
from shop.demo.drawing.things.glass import POT, cap, clay, cup, steam, vessel
from shop.demo.drawing.things.grains import bud, flake, leaf_roll, pellet
from shop.demo.drawing.things.packets import KRAFT, label, pouch, tin
from shop.demo.drawing.things.plants import sprig
from shop.demo.drawing.things.props import ladder, spoon
from shop.demo.drawing.things.strewing import filling, heap
from shop.demo.drawing.things.vessels import bowl, liquid, pan, tray

GREEN = ("#5f6b3c", "#7d8550", "#434e2c", "#8a7a4d")
STONE_GREEN = ("#54603a", "#6b7a4c", "#3d4a30")
SMOKED = ("#3f3a2a", "#54492f", "#2f2d22", "#665836")
FIVE = ("#e6dfc8", "#5f6b3c", "#b9862f", "#6b4023", "#8f4a2c")
GOLDEN = ("#7a6a34", "#938040", "#5d5a2e", "#a99a58")
JADE = ("#3f5a34", "#56703c", "#2f4628")
NEEDLE = ("#5f8a3c", "#7aa54c", "#47702f")


def _with_cup(first: Setting, tea: Ink, glaze: Ink, x: float = 820, y: float = 190, radius: float = 120) -> Setting:
    def set_up(scene: Scene) -> None:
        first(scene)
        bowl(scene, x, y, radius, "#efe9da", glaze, rim=0.1)
        liquid(scene, x, y, radius * 0.88, tea)

    return set_up


def _brew(
    ground: Backdrop,
    tea: Ink,
    glaze: Ink,
    leaves: Sequence[Ink],
    *,
    radius: float = 300,
    x: float = 430,
    y: float = 450,
) -> Painter:
    def set_up(scene: Scene) -> None:
        heap(scene, leaf_roll, leaves, 34, 800, 800, 190, crowd=1.6)
        bowl(scene, x, y, radius, "#efe9da", glaze, rim=0.08)
        liquid(scene, x, y, radius * 0.91, tea)

    return laid(ground, set_up)


def _buds(scene: Scene) -> None:
    in_bowl(
        bud,
        ("#c9cdb4", "#dfe0cf", "#b9bfa0"),
        42,
        "#e6e2d6",
        "#f6f2ea",
        x=440,
        y=540,
        radius=330,
        rim=0.06,
        crowd=1.9,
        deep=0.55,
    )(scene)
    scene.lay(sprig(380, scene.scale, 4, "#6f9a58", tip="#dfe3c2"), 800, 240, shadow=10)


def _packed(scene: Scene) -> None:
    front = label(300, 250, scene.scale, emblems.mountain, "#23694a", style=3)
    scene.stand(pouch(400, 560, scene.scale, KRAFT, front, 3), 430, 870)
    scene.stand(cup(190, scene.scale, "#e9e4d8", "#b9982c"), 780, 900)
    scene.lay(steam(150, 230, scene.scale, 3), 780, 630, shadow=0)


def _tinned(scene: Scene) -> None:
    scene.stand(
        tin(330, 460, scene.scale, "#23694a", label(330, 260, scene.scale, emblems.leaf, "#1d2748", style=0)), 400, 870
    )
    scene.stand(cup(180, scene.scale, "#9dbfae", "#b5a23c"), 740, 900)


def _on_tray(scene: Scene) -> None:
    tray(scene, 500, 500, 420)
    heap(scene, leaf_roll, SMOKED, 36, 500, 500, 320, crowd=2.4)


def _five_colours(scene: Scene) -> None:
    in_bowl(leaf_roll, FIVE, 40, "#e9e4d8", "#fbf7ee", x=500, y=500, radius=350, rim=0.06, crowd=1.9, deep=0.55)(scene)


def _pellets(scene: Scene) -> None:
    in_bowl(pellet, JADE, 22, "#8fae9a", "#b7cdbd", x=430, y=430, radius=300, crowd=1.3, deep=0.55)(scene)
    heap(scene, pellet, JADE, 22, 780, 770, 150, crowd=1.3)


def _matcha(scene: Scene) -> None:
    bowl(scene, 430, 450, 330, "#2a2f2c", "#3b4540", rim=0.07)
    liquid(scene, 430, 450, 304, "#7d9f3a", foam="#a9c45c")
    heap(scene, flake, ("#7fa53c", "#8fb54a", "#6f9534"), 9, 800, 800, 130, crowd=2.2)
    scene.lay(turned(spoon(400, scene.scale, "#c7a45e"), -52), 820, 560, shadow=12)


def _needles(scene: Scene) -> None:
    in_bowl(leaf_roll, NEEDLE, 34, "#efe9da", "#fbf7ee", x=500, y=500, radius=360, rim=0.05, crowd=2.3, deep=0.55)(
        scene
    )


def _clay_pot(scene: Scene) -> None:
    pot = vessel(
        clay(POT, 420, 480, scene.scale, "#8a4a2c", band="#d9b380"),
        cap("wood", 396, 64, scene.scale, "#c79a63"),
        scene.scale,
        sink=14,
    )
    scene.stand(pot, 370, 870)
    scene.stand(cup(200, scene.scale, "#5a4a3c", "#c8962c"), 800, 905)
    scene.lay(steam(150, 230, scene.scale, 5), 800, 640, shadow=0)


def _old_leaves(scene: Scene) -> None:
    in_bowl(
        leaf_roll,
        ("#39402a", "#4d5233", "#2b3020", "#6b6238"),
        58,
        "#4a3020",
        "#8a5a34",
        x=460,
        y=540,
        radius=340,
        crowd=2.0,
        deep=0.55,
    )(scene)
    scene.lay(turned(sprig(430, scene.scale, 9, "#3f6b3a", slim=0.34, tip="#c9d69a"), 14), 790, 230, shadow=12)


def _beside_the_tree(land: Land) -> None:
    scenes.put(land, ladder(560, land.unit), 0.42, 0.955)


def _rocky(land: Land) -> None:
    fields.rocks(land, 0.9, count=7)


WORKS = [("works", 0.72, 0.62, 300.0)]


PICTURES: dict[int, tuple[Painter, ...]] = {
    1: (
        laid(
            planks(),
            _with_cup(
                in_bowl(leaf_roll, GREEN, 36, "#3a2a1c", "#7a4e2c", x=440, y=560, radius=360, crowd=2.0, deep=0.55),
                "#b9a23c",
                "#e9e2d0",
            ),
            dapple=0.22,
        ),
        near(leaf_roll, GREEN, 74, 1.3),
        place(scenes.forest_edge(MIST, giant=0.4, moss=True, things=_beside_the_tree, size_of_giant=680)),
    ),
    2: (
        laid(INDIGO, _buds),
        near(bud, ("#c9cdb4", "#dfe0cf", "#b9bfa0"), 96, 1.7),
        place(scenes.forest_edge(DAWN, giant=0.72, inks=scenes.WOOD, ground="#8a9455")),
    ),
    3: (
        stood(room(mountains(MIST), "#8f897d"), _packed),
        laid(
            stone(), lambda scene: pan(scene, 500, 500, 370, filling(scene, leaf_roll, STONE_GREEN, 34, 345, crowd=2.0))
        ),
        place(scenes.forest_edge(DAY, giant=0.2, inks=scenes.WOOD, ground="#7d8a55", things=_rocky, size_of_giant=460)),
    ),
    4: (
        stood(room(plaster("#e8d9bd"), "#a57848"), _tinned, dapple=0.18),
        _brew(linen("#efe6d2"), "#b5a23c", "#8fae9a", GREEN),
        place(scenes.tea_hill(DAY, village=WORKS)),
    ),
    5: (
        laid(mat("#c9a566", "#8a6432"), _on_tray),
        near(leaf_roll, SMOKED, 88, 1.3),
        place(hearth(x=330, wall="#3f3026")),
    ),
    49: (
        laid(banana_leaf(), _five_colours),
        _brew(WALNUT, "#c8782a", "#f6f2ea", FIVE, x=450, y=470, radius=320),
        place(scenes.tea_hill(SUMMER, lean=0.16, crown=300)),
    ),
    50: (
        laid(linen("#e9dfcc"), _pellets, dapple=0.3),
        near(pellet, JADE, 48, 1.1),
        place(scenes.tea_hill(DAWN, count=9, bump=0.7, top=0.5)),
    ),
    51: (
        laid(WALNUT, _matcha),
        laid(linen("#f3ebdc"), _needles),
        place(scenes.tea_hill(MIST, lean=-0.2, count=14, top=0.6)),
    ),
    52: (
        stood(room(mountains(DAWN), "#a57848"), _clay_pot),
        laid(
            stone("#8d8a84", "#5f5c58"),
            in_bowl(leaf_roll, GOLDEN, 52, "#5a3420", "#a5623c", radius=360, crowd=2.0, deep=0.55),
        ),
        place(
            scenes.forest_edge(
                DAWN, giant=0.24, moss=True, things=lambda land: scenes.settle(land, [("earth", 0.76, 0.92, 240.0)])
            )
        ),
    ),
    53: (
        laid(planks("#7a5a3c", "#5a3f28", 4, upright=True), _old_leaves),
        near(leaf_roll, ("#39402a", "#4d5233", "#2b3020", "#6b6238"), 120, 1.3),
        place(scenes.forest_edge(SUMMER, giant=0.55, size_of_giant=760, moss=True)),
    ),
}
