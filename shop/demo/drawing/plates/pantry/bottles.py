"""Oils, vinegar and, only to be shown, spirits."""

from shop.demo.drawing.base.backdrop import linen, planks, stone
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.tile import turned
from shop.demo.drawing.places import fields, scenes
from shop.demo.drawing.places.land import DAY, DUSK, GOLD, MIST, Land
from shop.demo.drawing.places.room import cloth_wall, dark_wall, lacquer, mountains, plaster, room
from shop.demo.drawing.places.workrooms import shelf, still
from shop.demo.drawing.plates.pantry.honey import filled, standing
from shop.demo.drawing.plates.sitting import Painter, laid, place, stood
from shop.demo.drawing.things import emblems
from shop.demo.drawing.things.fruit import round_fruit
from shop.demo.drawing.things.glass import (
    BOTTLE,
    FLASK,
    GOURD,
    POT,
    TALL,
    VIAL,
    cap,
    clay,
    cup,
    vessel,
)
from shop.demo.drawing.things.grains import flake, kernel
from shop.demo.drawing.things.larder import peanut_shell, quill
from shop.demo.drawing.things.plants import sprig
from shop.demo.drawing.things.strewing import filling, heap
from shop.demo.drawing.things.vessels import bowl, liquid

VINEGAR = filled(
    TALL,
    220,
    640,
    "#a8602a",
    ("cork", "#b98a58", 0.34),
    emblems.fruit,
    "#831c2d",
    0,
    place_of_label=0.72,
    share=0.36,
    level=0.24,
)
OIL = filled(
    BOTTLE,
    290,
    660,
    "#e3b33a",
    ("screw", "#c8963a", 0.36),
    emblems.drop,
    "#7a5200",
    2,
    place_of_label=0.7,
    share=0.34,
    level=0.1,
)
CINNAMON = filled(
    VIAL, 270, 520, "#8a4a1c", ("screw", "#1d1d20", 0.6), emblems.drop, "#5f3a1f", 1, place_of_label=0.62, share=0.44
)
CLEAR = filled(
    FLASK,
    300,
    560,
    "#dfe6e2",
    ("cork", "#c79a66", 0.32),
    emblems.ear,
    "#22345c",
    3,
    place_of_label=0.68,
    share=0.3,
    level=0.2,
)


def _oil_and_nuts(scene: Scene) -> None:
    bowl(scene, 400, 430, 270, "#f4efe2", "#fbf7ee", rim=0.06)
    liquid(scene, 400, 430, 252, "#e3b33a")
    heap(scene, peanut_shell, ("#d9b880", "#cda870"), 44, 760, 720, 200, crowd=1.3)
    heap(scene, kernel, ("#9a3a34", "#a8463c"), 26, 300, 830, 110, crowd=1.4)


def _vinegar_and_fruit(scene: Scene) -> None:
    bowl(scene, 420, 430, 290, "#f4efe2", "#8d9a8a", rim=0.07)
    liquid(scene, 420, 430, 268, "#b5702e")
    for n, (x, y) in enumerate(((780, 640), (700, 800), (860, 820))):
        scene.lay(round_fruit(78, scene.scale, n, "#c8b04a", blush="#b5422a", speckle="#efe2a0"), x, y, shadow=14)
    scene.lay(turned(sprig(300, scene.scale, 2, "#5f8a3c"), -20), 250, 830, shadow=8)


def _oil_and_bark(scene: Scene) -> None:
    heap(scene, quill, ("#8a5230", "#9a5f3a", "#7a4628"), 150, 420, 540, 300, crowd=2.0)
    scene.lay(turned(sprig(420, scene.scale, 5, "#4d7a3e", slim=0.3), 8), 760, 300, shadow=10)


def _gourd(scene: Scene) -> None:
    bottle = vessel(
        clay(GOURD, 330, 580, scene.scale, "#a5743c", band="#5f3a1f"),
        cap("wood", 84, 60, scene.scale, "#6b4a30"),
        scene.scale,
        sink=12,
    )
    scene.stand(bottle, 420, 880)
    for x, y in ((700, 890), (850, 860)):
        scene.stand(cup(120, scene.scale, "#e9e4d8", "#e6ebe8"), x, y)


def _great_jar(scene: Scene) -> None:
    jar = vessel(
        clay(POT, 400, 500, scene.scale, "#5a3426", band="#a5743c"),
        cap("cloth", 330, 90, scene.scale, "#831c2d"),
        scene.scale,
        sink=60,
    )
    scene.stand(jar, 430, 890)
    scene.stand(cup(130, scene.scale, "#6b4a30", "#e6ebe8"), 770, 900)


def _jars_on_shelf() -> Painter:
    jar = clay
    return place(
        shelf(
            [
                lambda k, n: jar(POT, 150, 190, k, ("#8a4a2c", "#6b3a26", "#a5623c")[n % 3]),
                lambda k, n: filled(
                    TALL,
                    84,
                    220,
                    "#a8602a",
                    ("cork", "#b98a58", 0.34),
                    emblems.fruit,
                    "#831c2d",
                    n % 3,
                    place_of_label=0.72,
                    share=0.36,
                    level=0.24,
                )(k, n),
            ],
            wall="#cdbb9c",
        )
    )


def trunks(land: Land) -> None:
    for n, x in enumerate((0.1, 0.34, 0.62, 0.86)):
        scenes.put(
            land,
            fields.tree(
                300 + 40 * (n % 2),
                land.unit,
                ("#3f6b3a", "#5f8a44", "#8a9a4a"),
                land.seed + n,
                tall=2.1,
                trunk="#8a6a4a",
            ),
            x,
            0.97,
        )


_CINNAMON_WOOD = scenes.forest_edge(DAY, giant=0.0, inks=scenes.WOOD, things=trunks, ground="#6f8a48")
_VIALS = stood(room(mountains(MIST), "#8a6038"), standing((CINNAMON, 370, 860), (CINNAMON, 640, 890)))


PICTURES: dict[int, tuple[Painter, ...]] = {
    27: (
        stood(room(lacquer("#b5a06a"), "#7a5638"), standing((VINEGAR, 350, 880), (VINEGAR, 600, 850))),
        laid(planks("#b9b3a6", "#8f897d"), _vinegar_and_fruit),
        _jars_on_shelf(),
    ),
    33: (
        stood(room(dark_wall("#4a3626"), "#6b4a30"), _gourd),
        place(still()),
        place(scenes.village(MIST, [("earth", 0.3, 0.86, 400.0), ("earth", 0.76, 0.8, 260.0)], wall=True)),
    ),
    34: (
        stood(room(cloth_wall("#23304f"), "#7a5638"), standing((CLEAR, 450, 880))),
        laid(
            planks(),
            lambda scene: bowl(
                scene,
                500,
                500,
                350,
                "#cdbf9a",
                "#8a5a34",
                filling(scene, flake, ("#8a9455", "#a9a06a", "#6b7a44"), 34, 320, crowd=1.8),
            ),
        ),
        place(
            shelf(
                [lambda k, n: clay(POT, 150, 190 - 30 * (n % 3), k, ("#5a3426", "#7a4a34", "#4a4a48")[n % 3])],
                wall="#b59a74",
                each=5,
            )
        ),
    ),
    69: (_VIALS, laid(stone(), _oil_and_bark), place(_CINNAMON_WOOD)),
    79: (
        stood(room(mountains(DUSK), "#5f4229"), _great_jar),
        place(scenes.rice_valley(GOLD, village=[("stilt", 0.28, 0.86, 330.0)], bamboo=0.86, sun=(0.5, 0.28))),
    ),
    80: (
        stood(room(plaster("#e6d9c3"), "#a57848"), standing((OIL, 450, 880)), dapple=0.25),
        laid(linen("#c8b58f"), _oil_and_nuts),
        place(scenes.rice_valley(DAY, inks=fields.GREEN, village=[("works", 0.68, 0.86, 330.0)])),
    ),
}
