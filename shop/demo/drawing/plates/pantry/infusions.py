"""Coffee, and teas in bags."""

from collections.abc import Sequence

from shop.demo.drawing.base.backdrop import linen
from shop.demo.drawing.base.colour import Ink
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.tile import turned
from shop.demo.drawing.places import fields, scenes
from shop.demo.drawing.places.drying import trays_in_the_yard
from shop.demo.drawing.places.land import DAY, DUSK, GOLD, MIST, SUMMER, Land
from shop.demo.drawing.places.room import bamboo_wall, cloth_wall, lacquer, mountains, room
from shop.demo.drawing.plates.pantry.tea import WORKS
from shop.demo.drawing.plates.settings import GREY, PALE, WALNUT, near
from shop.demo.drawing.plates.sitting import Painter, Setting, laid, place, stood
from shop.demo.drawing.things import emblems
from shop.demo.drawing.things.glass import cup, steam
from shop.demo.drawing.things.grains import Grain, bean, flake
from shop.demo.drawing.things.packets import box, label, pouch
from shop.demo.drawing.things.plants import palm_leaf
from shop.demo.drawing.things.props import board, tea_bag
from shop.demo.drawing.things.strewing import filling, heap
from shop.demo.drawing.things.vessels import bowl, liquid

ROAST = ("#5b3420", "#6d4128", "#472716")
RAW = ("#a3a47a", "#b5b48c", "#8f9068")


def _boxed(ink: Ink, mark: emblems.Emblem, style: int, glaze: Ink, tea: Ink, accent: Ink) -> Setting:
    def set_up(scene: Scene) -> None:
        front = label(330, 440, scene.scale, mark, ink, style=style, accent=accent)
        scene.stand(box(330, 440, 130, scene.scale, "#f6efe0" if style != 2 else ink, front), 400, 880)
        scene.stand(cup(190, scene.scale, glaze, tea), 780, 905)

    return set_up


def _bags(tea: Ink, tag: Ink, extra: Grain, inks: Sequence[Ink], size: float) -> Setting:
    def set_up(scene: Scene) -> None:
        heap(scene, extra, inks, size, 720, 700, 220, crowd=1.4)
        for n, (x, y, turn) in enumerate(((300, 300, 12), (560, 330, -8), (330, 640, -18))):
            scene.lay(turned(tea_bag(210, scene.scale, tea, tag), turn + n), x, y, shadow=9)

    return set_up


def _steeping(tea: Ink, glaze: Ink, tag: Ink, bag: Ink) -> Setting:
    def set_up(scene: Scene) -> None:
        bowl(scene, 480, 520, 330, "#f4efe2", glaze, rim=0.07)
        liquid(scene, 480, 520, 306, tea)
        scene.lay(turned(tea_bag(230, scene.scale, bag, tag), -28), 650, 430, shadow=8)

    return set_up


def _roasted(scene: Scene) -> None:
    front = label(270, 330, scene.scale, emblems.mountain, "#4a2d1a", style=2, accent="#a5273a")
    scene.stand(pouch(390, 580, scene.scale, "#3a2a20", front, 6), 400, 870)
    scene.stand(cup(180, scene.scale, "#f3ebdc", "#2a1710"), 770, 900)
    scene.lay(steam(150, 240, scene.scale, 6), 770, 630, shadow=0)


def _green_coffee(scene: Scene) -> None:
    scene.lay(board(860, 560, scene.scale, 7, "#9a7040"), 520, 520, shadow=14)
    bowl(scene, 400, 510, 250, "#8a7a50", "#c9a96a", filling(scene, bean, RAW, 27, 230, crowd=1.5))
    heap(scene, bean, RAW, 27, 730, 560, 120, crowd=1.4)


def _ginseng_leaves(land: Land) -> None:
    for n, x in enumerate((0.12, 0.3, 0.52, 0.72, 0.9)):
        scenes.put(land, palm_leaf(190, land.unit, land.seed + n, berries=n % 2 == 0), x, 0.97 - 0.02 * (n % 2))


def _drying_coffee(scene: Scene) -> None:
    for n in range(4):
        heap(
            scene,
            bean,
            ("#8f2f22", "#a83a2a", "#7a2a20") if n % 2 else RAW,
            22,
            250 + 500 * (n % 2),
            270 + 460 * (n // 2),
            220,
            crowd=1.1,
        )


COFFEE_ROWS = ("#4f7a3c", "#446f36", "#3b6430", "#33592b")


PICTURES: dict[int, tuple[Painter, ...]] = {
    6: (
        stood(room(mountains(DUSK), "#6b4a30"), _roasted),
        near(bean, ROAST, 52, 1.3),
        place(scenes.tea_hill(GOLD, inks=COFFEE_ROWS, bump=2.2, count=8, village=WORKS)),
    ),
    7: (
        laid(GREY, _green_coffee),
        near(bean, RAW, 60, 1.3),
        place(trays_in_the_yard(_drying_coffee, DAY, village=[("stilt", 0.24, 0.57, 300.0)])),
    ),
    74: (
        stood(room(lacquer("#8f4a3c"), "#6b4630"), _boxed("#5f4229", emblems.root, 0, "#e9e4d8", "#c8962c", "#a5273a")),
        laid(linen("#d9c9ae"), _bags("#8a6a3a", "#a5273a", flake, ("#a5834c", "#8a6a3a", "#c2a06a"), 26)),
        place(scenes.forest_edge(MIST, giant=0.0, things=_ginseng_leaves)),
    ),
    75: (
        stood(
            room(bamboo_wall("#8fa05a"), "#b98d5c"), _boxed("#23694a", emblems.leaf, 2, "#b7cdbd", "#a9a83c", "#e8b23a")
        ),
        laid(PALE, _steeping("#a9a23a", "#dfe8dc", "#23694a", "#6b7a3c")),
        place(
            scenes.forest_edge(
                SUMMER,
                giant=0.85,
                inks=scenes.WOOD,
                things=lambda land: scenes.put(land, fields.bamboo(520, land.unit, 3), 0.2, 0.95),
            )
        ),
    ),
    76: (
        stood(
            room(cloth_wall("#5d7a8a"), "#c79a66"), _boxed("#2a3a6b", emblems.leaf, 1, "#f3ebdc", "#d9a83a", "#23694a")
        ),
        laid(WALNUT, _bags("#7a8058", "#2a3a6b", flake, ("#c9cdb4", "#8f9a70", "#b0b590"), 34)),
        place(scenes.village(MIST, [("stilt", 0.3, 0.84, 330.0), ("stilt", 0.68, 0.8, 240.0)], ground="#6f8a58")),
    ),
}
