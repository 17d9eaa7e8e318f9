"""The pictures of the market itself: the valley of the front page and the tiles of the groups."""

from PIL import Image

from shop.demo.drawing.base.backdrop import banana_leaf, linen, planks
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.tile import turned
from shop.demo.drawing.places import fields, scenes
from shop.demo.drawing.places.land import DAWN, GOLD, Land
from shop.demo.drawing.places.room import mountains, room
from shop.demo.drawing.plates.cloth import INDIGO, MILK, RIVER_RED, WILD
from shop.demo.drawing.plates.pantry import bottles, honey
from shop.demo.drawing.plates.sitting import Painter, laid, place, stood
from shop.demo.drawing.things.fruit import round_fruit
from shop.demo.drawing.things.grains import bean, leaf_roll, rice
from shop.demo.drawing.things.plants import herb_bundle
from shop.demo.drawing.things.strewing import filling
from shop.demo.drawing.things.textile import folded
from shop.demo.drawing.things.vessels import bowl

HERO_SIZES = {"wide": (1600, 900), "tall": (900, 1000)}


def hero(kind: str) -> Image.Image:
    """The valley at daybreak; houses to the right, where no words stand."""
    size = HERO_SIZES[kind]
    land = Land(size, 11, DAWN).clouds(0.04, 0.34).sun(0.78 if kind == "wide" else 0.66, 0.26, 52)
    land.ridges(6, 0.36, 0.7, rough=1.1).mist(0.62, 0.09)
    fields.terraces(land, fields.RIPE, 0.7, steps=9)
    if kind == "wide":
        village = [("stilt", 0.62, 0.845, 190.0), ("stilt", 0.72, 0.82, 150.0), ("stilt", 0.83, 0.86, 250.0)]
        grove = 0.95
    else:
        village = [("stilt", 0.28, 0.9, 250.0), ("stilt", 0.58, 0.85, 190.0), ("stilt", 0.78, 0.83, 140.0)]
        grove = 0.93
    for x, y, crown in ((0.56, 0.8, 120), (0.665, 0.79, 150), (0.775, 0.785, 130), (0.9, 0.81, 190)):
        scenes.put(land, fields.tree(crown, land.unit, scenes.WOOD, round(x * 100)), x, y)
    scenes.put(land, fields.bamboo(430, land.unit, 4), grove, 0.9)
    scenes.settle(land, village)
    return land.finish()


def _food(scene: Scene) -> None:
    bowl(
        scene,
        330,
        330,
        240,
        "#3a2a1c",
        "#7a4e2c",
        filling(scene, leaf_roll, ("#5f6b3c", "#7d8550", "#434e2c"), 26, 218, crowd=2.0),
    )
    bowl(
        scene,
        700,
        620,
        270,
        "#e6d5ad",
        "#b98b55",
        filling(scene, rice, ("#f4ead2", "#efe2c2", "#fbf5e6"), 13, 246, crowd=1.3, deep=0.28),
    )
    bowl(
        scene,
        280,
        790,
        160,
        "#2a2a2c",
        "#4a4a4e",
        filling(scene, bean, ("#5b3420", "#6d4128", "#472716"), 24, 144, crowd=1.5),
    )
    for n, (x, y) in enumerate(((760, 220), (880, 300))):
        scene.lay(round_fruit(88, scene.scale, n, "#c8b04a", blush="#b5422a", speckle="#efe2a0"), x, y, shadow=14)


def _cloths(scene: Scene) -> None:
    for n, (weave, x, y, turn) in enumerate(
        ((INDIGO, 560, 700, -10), (RIVER_RED, 470, 540, 8), (MILK, 560, 400, -5), (WILD, 460, 270, 9))
    ):
        scene.lay(turned(folded(weave, 640, 330, scene.scale, n), turn), x, y, shadow=18)


def _herbs(scene: Scene) -> None:
    for n, y in enumerate((300, 520, 740)):
        scene.lay(
            turned(herb_bundle(760, scene.scale, n, ("#6b7a44", "#8a8450", "#5a5a34", "#9a7a4a")), 9 - 8 * n),
            500,
            y,
            shadow=14,
        )


GROUPS: dict[str, Painter] = {
    "I": laid(planks(), _food),
    "II": stood(room(mountains(GOLD), "#8a6038"), honey.standing((bottles.CLEAR, 350, 880), (bottles.CLEAR, 640, 850))),
    "III": laid(banana_leaf("#4a7a44"), _herbs),
    "IV": laid(linen("#d9c9ae"), _cloths),
    "V": place(scenes.village(DAWN, [("earth", 0.7, 0.8, 300.0)], pots=True, wall=True, ground="#86985a")),
    "VI": place(scenes.rice_valley(GOLD, village=[("stilt", 0.32, 0.88, 420.0), ("stilt", 0.74, 0.8, 250.0)])),
}
