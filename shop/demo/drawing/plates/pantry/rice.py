"""Rice of the valleys, the terraces and the hill fields."""

import random
from collections.abc import Sequence

from PIL import Image

from shop.demo.drawing.base.backdrop import banana_leaf, earth, linen, mat, stone
from shop.demo.drawing.base.colour import Ink
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.tile import Pen, turned
from shop.demo.drawing.places import fields, scenes
from shop.demo.drawing.places.indoors import hearth
from shop.demo.drawing.places.land import DAWN, DAY, GOLD, SUMMER
from shop.demo.drawing.places.room import bamboo_wall, mountains, room
from shop.demo.drawing.plates.settings import GREY, near
from shop.demo.drawing.plates.sitting import Painter, Setting, laid, place, stood
from shop.demo.drawing.things import emblems
from shop.demo.drawing.things.grains import Grain, paddy, rice, sticky_rice
from shop.demo.drawing.things.packets import label, sack
from shop.demo.drawing.things.plants import rice_ear
from shop.demo.drawing.things.props import spoon
from shop.demo.drawing.things.strewing import filling, heap
from shop.demo.drawing.things.vessels import bowl, tray

WHITE = ("#f4ead2", "#efe2c2", "#fbf5e6")
IVORY = ("#f6efdc", "#ece0c0", "#fffaf0")
MILKY = ("#f7f2e4", "#ece4d0", "#fffdf6")
TAN = ("#e0cba0", "#d3bb8c", "#ead9b4")
RED = ("#8f3f2c", "#a5543a", "#7a3224")
PADDY = ("#d9b566", "#c9a14e", "#e6c67e")


def _sack(
    ink: Ink, print_ink: Ink, mark: emblems.Emblem, style: int, *, second: Ink | None = None, accent: Ink = "#a5273a"
) -> Setting:
    def set_up(scene: Scene) -> None:
        if second:
            scene.stand(sack(300, 390, scene.scale, second, scene.seed + 3), 770, 850)
        front = label(250, 190, scene.scale, mark, print_ink, style=style, accent=accent)
        scene.stand(sack(470, 600, scene.scale, ink, scene.seed, front), 430, 890)

    return set_up


def _bowl(
    grain: Grain,
    inks: Sequence[Ink],
    size: float,
    inner: Ink,
    outer: Ink,
    *,
    ears: bool = False,
    awn: float = 0.0,
    crowd: float = 1.3,
) -> Setting:
    def set_up(scene: Scene) -> None:
        bowl(
            scene, 500, 500, 360, inner, outer, filling(scene, grain, inks, size, 332, crowd=crowd, deep=0.28), rim=0.08
        )
        if ears:
            for n, turn in enumerate((8, -6)):
                scene.lay(
                    turned(rice_ear(430, scene.scale, n, awn=awn), turn + 20), 810 - n * 40, 240 + n * 60, shadow=8
                )

    return set_up


def _heaped(grain: Grain, inks: Sequence[Ink], size: float, radius: float = 320, crowd: float = 1.5) -> Setting:
    def set_up(scene: Scene) -> None:
        heap(scene, grain, inks, size, 480, 520, radius, crowd=crowd)
        scene.lay(turned(spoon(460, scene.scale), -38), 740, 300, shadow=12)

    return set_up


def _two_bowls(scene: Scene) -> None:
    bowl(scene, 370, 400, 270, "#cbb892", "#6b4a30", filling(scene, rice, IVORY, 14, 246, crowd=1.3, deep=0.28))
    bowl(scene, 710, 720, 190, "#c9a14e", "#a5783c", filling(scene, paddy, PADDY, 22, 172, crowd=1.4, deep=0.4))


def _tray_of_paddy(scene: Scene) -> None:
    tray(scene, 500, 500, 430)
    heap(scene, paddy, PADDY, 30, 500, 500, 340, crowd=2.2)


def _basket_of_sticky(scene: Scene) -> None:
    tray(scene, 500, 500, 400, "#e6d09c", "#a5813f")
    heap(scene, sticky_rice, MILKY, 15, 500, 500, 300, crowd=1.7)


def _ear_over_the_fire(k: float, number: int) -> Image.Image:
    ears = turned(rice_ear(260, k, number, awn=0.02), 235)
    return ears.crop(ears.getbbox())


def upland(width: float, scale: float, seed: int) -> Image.Image:
    """A tuft of upland rice."""
    dice = random.Random(seed)
    pen = Pen(width, width * 0.9, scale, fine=2)
    for _ in range(26):
        lean = dice.uniform(-0.45, 0.45)
        ink = dice.choice(["#b59a44", "#9aa04a", "#c9a850", "#8f4a34"])
        pen.line(
            [
                (width * 0.5, width * 0.88),
                (width * (0.5 + lean * 0.5), width * 0.45),
                (width * (0.5 + lean), width * dice.uniform(0.12, 0.5)),
            ],
            ink,
            width * 0.014,
        )
    return pen.tile()


HUT = [("stilt", 0.78, 0.83, 240.0)]


PICTURES: dict[int, tuple[Painter, ...]] = {
    8: (
        stood(room(mountains(GOLD), "#b98d5c"), _sack("#e4d6b8", "#7a5200", emblems.ear, 1, second="#d9c49a")),
        near(rice, WHITE, 62, 1.15),
        place(
            scenes.rice_valley(
                GOLD, top=0.6, steps=11, village=[("stilt", 0.2, 0.74, 170.0), ("stilt", 0.34, 0.725, 130.0)]
            )
        ),
    ),
    9: (
        laid(linen("#c7d0c0"), _bowl(rice, MILKY, 13, "#cdbf9a", "#b98b55", ears=True)),
        laid(linen("#26365e", 0.25), _heaped(rice, MILKY, 14, 290)),
        place(scenes.rice_valley(SUMMER, inks=fields.GREEN, top=0.58, steps=12, bamboo=0.85)),
    ),
    10: (
        laid(banana_leaf("#4a8044"), _basket_of_sticky),
        near(sticky_rice, MILKY, 70, 1.15),
        place(hearth(_ear_over_the_fire, pot="#6b4a30", x=640, wall="#54402c", fire=120)),
    ),
    11: (
        laid(GREY, _bowl(rice, TAN, 15, "#a5835c", "#7a4a34", ears=True), dapple=0.25),
        laid(stone(), _heaped(rice, TAN, 17, 300)),
        place(
            scenes.forest_edge(
                GOLD,
                giant=0.0,
                ground="#c2a850",
                inks=scenes.WOOD,
                things=lambda land: fields.rocks(land, 0.88, count=6, size=230),
            )
        ),
    ),
    46: (
        stood(
            room(bamboo_wall("#b99a64"), "#8a6038"), _sack("#f1ebdd", "#1d2748", emblems.mountain, 2, second="#e4d6b8")
        ),
        laid(stone("#8d9296", "#5a5f64"), _heaped(rice, IVORY, 19, 310)),
        place(scenes.rice_valley(DAWN, top=0.62, steps=10, village=HUT)),
    ),
    47: (
        laid(mat("#e0c890", "#b08d52", 20), _two_bowls, dapple=0.3),
        near(rice, IVORY, 76, 1.15),
        place(
            scenes.rice_valley(
                DAY,
                inks=fields.RIPE,
                steps=13,
                top=0.52,
                village=[("earth", 0.26, 0.74, 190.0), ("earth", 0.8, 0.68, 140.0)],
            )
        ),
    ),
    48: (
        laid(earth(), _tray_of_paddy),
        near(paddy, PADDY, 110, 1.3),
        place(scenes.rice_valley(GOLD, steps=9, top=0.66, sun=(0.3, 0.3), bamboo=0.12)),
    ),
    77: (
        laid(linen("#d9c9ae"), _bowl(rice, RED, 15, "#5a3a2a", "#3a3a3e", ears=True)),
        near(rice, RED, 68, 1.15),
        place(scenes.hill_crop(GOLD, upland, soil="#a57a44", rows=9, top=0.42, village=[("stilt", 0.3, 0.5, 170.0)])),
    ),
}
