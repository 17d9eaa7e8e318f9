"""Noodles, crackers and peanuts."""

from collections.abc import Sequence

from PIL import Image

from shop.demo.drawing.base.backdrop import linen, mat, planks
from shop.demo.drawing.base.colour import Ink
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.tile import turned
from shop.demo.drawing.places import fields, scenes, yard
from shop.demo.drawing.places.drying import trays_in_the_yard
from shop.demo.drawing.places.land import DAWN, DAY, MIST, Hour, Land
from shop.demo.drawing.places.room import mountains, room
from shop.demo.drawing.places.workrooms import shelf
from shop.demo.drawing.plates.settings import WALNUT, near
from shop.demo.drawing.plates.sitting import Painter, Setting, laid, place, stood
from shop.demo.drawing.things import emblems
from shop.demo.drawing.things.grains import Grain, kernel
from shop.demo.drawing.things.larder import bundle, cracker, peanut_shell, skein, stick
from shop.demo.drawing.things.packets import KRAFT, label, pouch
from shop.demo.drawing.things.plants import sprig
from shop.demo.drawing.things.props import leaf_mat
from shop.demo.drawing.things.strewing import filling, heap
from shop.demo.drawing.things.vessels import bowl, tray

GLASSY = ("#d8d4c6", "#c6c2b2", "#e8e4d8")
HONEYED = ("#d9cba4", "#c9b98c", "#e8dcb8")
ROSY = ("#b9826a", "#c7967c", "#a5705a")
PUFFED = ("#f0e0b8", "#f4e8ca", "#e8d2a0")
FRIED = ("#c98a3c", "#d99c4c", "#b97a30")


def _skeins(scene: Scene) -> None:
    for n, (x, y) in enumerate(((285, 290), (715, 280), (290, 715), (715, 720), (500, 500))):
        scene.lay(skein(205, scene.scale, ROSY, n), x, y, shadow=14)


def _one_skein(scene: Scene) -> None:
    scene.lay(skein(640, scene.scale, ROSY, 9, fine=8), 480, 520, shadow=14)


def _bundles(
    inks: Sequence[str],
    tie: Ink,
    places: Sequence[tuple[float, float, float]],
    width: float = 200,
    height: float = 720,
    fine: float = 3.2,
) -> Setting:
    def set_up(scene: Scene) -> None:
        for n, (x, y, turn) in enumerate(places):
            scene.lay(
                turned(bundle(width, height, scene.scale, inks, scene.seed + n, tie=tie, fine=fine), turn),
                x,
                y,
                shadow=13,
            )

    return set_up


def _crackers(scene: Scene) -> None:
    bowl(scene, 500, 500, 390, "#b58a58", "#8a5a34", filling(scene, cracker, PUFFED, 92, 350, crowd=1.6, deep=0.3))


def _sticks(scene: Scene) -> None:
    scene.lay(turned(leaf_mat(900, scene.scale, 3), 16), 500, 520, shadow=8)
    heap(scene, stick, FRIED, 82, 500, 500, 300, crowd=2.2)


def cracker_trays(grain: Grain, inks: Sequence[Ink], size: float) -> Setting:
    def set_up(scene: Scene) -> None:
        for n in range(9):
            x, y = 170 + 330 * (n % 3), 170 + 330 * (n // 3)
            tray(scene, x, y, 150)
            heap(scene, grain, inks, size, x, y, 120, crowd=0.9)

    return set_up


def _peanuts(scene: Scene) -> None:
    bowl(
        scene,
        430,
        450,
        310,
        "#6b4a30",
        "#9a6a42",
        filling(scene, kernel, ("#9a3a34", "#a8463c", "#8a2f2c"), 25, 284, crowd=1.4),
    )
    heap(scene, peanut_shell, ("#d9b880", "#cda870"), 44, 790, 790, 170, crowd=1.2)


def _bag_of_rice(k: float, number: int) -> Image.Image:
    return pouch(
        120,
        170,
        k,
        KRAFT if number % 2 else "#efe6d2",
        label(84, 70, k, emblems.ear, "#5f4229", style=number % 4),
        number,
    )


def noodle_yard(village: Sequence[scenes.House], hour: Hour = DAY) -> scenes.Place:
    """A valley floor white with noodles drying on bamboo frames."""

    def add(size: tuple[int, int], seed: int) -> Image.Image:
        land = Land(size, seed, hour).clouds().sun(0.24, 0.18, 40).ridges(5, 0.26, 0.52)
        fields.forest(land, 0.56, scenes.WOOD, size=90, count=26)
        fields.grass(land, 0.54, "#9aa562")
        scenes.settle(land, village)
        for row in range(4):
            share = row / 3
            wide = 150 + 170 * share
            x = 0.04 + (row % 2) * 0.05
            while x < 1.05:
                scenes.put(
                    land, yard.drying_frame(wide, land.unit, seed + row * 9 + round(x * 30)), x, 0.68 + 0.28 * share
                )
                x += wide * 1.12 * land.unit / size[0]
        return land.finish()

    return add


def peanut_plant(width: float, scale: float, seed: int) -> Image.Image:
    return sprig(width, scale, seed, "#5f8a3c", leaves=11, slim=0.42)


YARD = [("stilt", 0.24, 0.57, 280.0), ("stilt", 0.7, 0.555, 210.0)]


PICTURES: dict[int, tuple[Painter, ...]] = {
    12: (laid(WALNUT, _skeins), laid(WALNUT, _one_skein), place(shelf([_bag_of_rice], wall="#d9c4ae"))),
    13: (
        laid(linen("#d5dde0"), _bundles(GLASSY, "#b5283c", ((255, 500, 0), (500, 500, 0), (745, 500, 0)))),
        laid(linen("#d5dde0"), _bundles(GLASSY, "#b5283c", ((500, 480, 0),), 720, 1600, 7)),
        place(noodle_yard([("works", 0.5, 0.6, 230.0)], DAWN)),
    ),
    14: (
        laid(planks(), _crackers),
        near(cracker, PUFFED, 120, 1.1),
        place(trays_in_the_yard(cracker_trays(cracker, PUFFED, 26), DAY, village=YARD)),
    ),
    15: (
        laid(linen("#3a3050", 0.2), _sticks),
        near(stick, FRIED, 130, 1.3),
        place(trays_in_the_yard(cracker_trays(stick, FRIED, 28), DAWN, village=[("stilt", 0.72, 0.57, 300.0)])),
    ),
    44: (
        laid(mat(), _peanuts),
        near(kernel, ("#9a3a34", "#a8463c", "#8a2f2c"), 58, 1.15),
        place(scenes.hill_crop(DAY, peanut_plant, soil="#b58a5c", rows=8)),
    ),
    45: (
        laid(
            mat("#cfa968", "#94703c", 40),
            _bundles(HONEYED, "#2e7d5b", ((360, 470, 24), (520, 520, 24), (680, 570, 24))),
        ),
        stood(
            room(mountains(MIST), "#a57848"),
            lambda scene: scene.stand(
                pouch(
                    430,
                    560,
                    scene.scale,
                    "#efe6d2",
                    label(300, 250, scene.scale, emblems.mountain, "#23694a", style=0),
                    5,
                ),
                500,
                880,
            ),
        ),
        place(noodle_yard([("earth", 0.2, 0.6, 210.0), ("stilt", 0.74, 0.6, 220.0)], MIST)),
    ),
}
