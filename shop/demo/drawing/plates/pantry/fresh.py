"""Fruit, vegetables and roots of the season."""

import random
from collections.abc import Callable, Sequence

from PIL import Image

from shop.demo.drawing.base.backdrop import banana_leaf, earth, linen, mat, planks, stone
from shop.demo.drawing.base.colour import Ink
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.tile import Pen, round_off, turned
from shop.demo.drawing.places import fields, scenes
from shop.demo.drawing.places.land import DAWN, DAY, GOLD, SUMMER, Land
from shop.demo.drawing.places.room import mountains, plaster, room
from shop.demo.drawing.plates.settings import WALNUT
from shop.demo.drawing.plates.sitting import Painter, Setting, laid, place, stood
from shop.demo.drawing.things.fruit import (
    gourd_slice,
    long_fruit,
    pear_half,
    pineapple,
    pineapple_ring,
    pomelo_half,
    round_fruit,
)
from shop.demo.drawing.things.larder import tuber
from shop.demo.drawing.things.plants import bean_pod, cane, cane_end, sprig
from shop.demo.drawing.things.props import board
from shop.demo.drawing.things.strewing import heap
from shop.demo.drawing.things.vessels import tray

YACON = ("#9a6a4a", "#a87858", "#8a5c40")
PEAR, PEAR_DOT = "#b88648", "#e0c08a"


def _pineapples(scene: Scene) -> None:
    for x, size, bottom in ((270, 560, 850), (730, 540, 850), (500, 680, 890)):
        scene.stand(pineapple(size, scene.scale, round(x)), x, bottom)


def _rings(scene: Scene) -> None:
    scene.lay(board(880, 620, scene.scale, 2, "#8a6038"), 540, 500, shadow=16)
    for n, (x, y) in enumerate(((330, 360), (560, 340), (350, 600), (590, 600), (460, 480))):
        scene.lay(pineapple_ring(140, scene.scale, n), x, y, shadow=12)


def _gourds(scene: Scene) -> None:
    scene.lay(turned(long_fruit(860, 250, scene.scale, 1, "#8fae7a", bloom=1), 14), 480, 360, shadow=24)
    scene.lay(turned(long_fruit(760, 235, scene.scale, 2, "#7f9f6c", bloom=1), -12), 520, 620, shadow=24)


def _slices(skin: Ink, flesh: Ink, radius: float) -> Setting:
    def set_up(scene: Scene) -> None:
        scene.lay(board(900, 640, scene.scale, 5), 530, 500, shadow=16)
        for n, (x, y) in enumerate(((250, 330), (420, 400), (590, 330), (300, 600), (480, 660), (650, 590))):
            scene.lay(gourd_slice(radius, scene.scale, n, skin, flesh=flesh), x, y, shadow=10)

    return set_up


def _pomelos(scene: Scene) -> None:
    scene.stand(round_fruit(210, scene.scale, 1, "#8aa04a", speckle="#b4c070"), 310, 870)
    scene.stand(round_fruit(190, scene.scale, 2, "#7f9a45", speckle="#b4c070"), 690, 850)
    scene.lay(pomelo_half(160, scene.scale, 3), 530, 830, shadow=10)
    scene.lay(turned(sprig(230, scene.scale, 3, "#3f6b3a", slim=0.4), 20), 420, 420, shadow=0)


def _pomelo_halves(scene: Scene) -> None:
    scene.lay(pomelo_half(300, scene.scale, 5), 360, 400, shadow=18)
    scene.lay(pomelo_half(230, scene.scale, 6), 730, 730, shadow=16)


def _beans(scene: Scene) -> None:
    pods = [bean_pod(600, scene.scale, n) for n in range(6)]
    for n in range(20):
        scene.lay(
            turned(pods[n % 6], scene.dice.uniform(-16, 16)), 500 + scene.dice.uniform(-80, 80), 330 + 18 * n, shadow=8
        )
    pen = Pen(60, 420, scene.scale)
    pen.box(0, 0, 46, 420, "#c9b26a", 8)
    scene.lay(round_off(pen.tile(), 5 * scene.scale), 470, 505, shadow=6)


def _bean_bowl(scene: Scene) -> None:
    tray(scene, 500, 500, 420)
    pods = [bean_pod(430, scene.scale, n + 9) for n in range(6)]
    for n in range(26):
        scene.lay(
            turned(pods[n % 6], scene.dice.uniform(0, 180)),
            500 + scene.dice.uniform(-150, 150),
            500 + scene.dice.uniform(-150, 150),
            shadow=7,
        )


def _cucumbers(scene: Scene) -> None:
    melons = [
        long_fruit(500, 160, scene.scale, n, ("#6f9a50", "#8aa458", "#a3a556")[n % 3], stripes="#d0dca8", bend=0.1)
        for n in range(4)
    ]
    for n in range(7):
        scene.lay(
            turned(melons[n % 4], scene.dice.uniform(-35, 35)),
            290 + 210 * (n % 3),
            260 + 190 * (n // 3) + 60 * (n % 2),
            shadow=18,
        )


def _pears(scene: Scene) -> None:
    tray(scene, 500, 520, 430)
    for n, (x, y) in enumerate(
        ((330, 340), (510, 300), (690, 350), (280, 520), (470, 480), (660, 540), (370, 690), (560, 690), (730, 690))
    ):
        scene.lay(round_fruit(100, scene.scale, n, PEAR, speckle=PEAR_DOT), x, y, shadow=18)
    scene.lay(pear_half(98, scene.scale), 520, 560, shadow=14)


def _pears_standing(scene: Scene) -> None:
    for n, (x, bottom) in enumerate(((300, 840), (500, 830), (700, 842), (400, 890), (620, 890))):
        scene.stand(round_fruit(112, scene.scale, n + 20, PEAR, speckle=PEAR_DOT), x, bottom)


def _canes(scene: Scene) -> None:
    for n in range(10):
        scene.lay(
            turned(cane(1150, 66, scene.scale, n), 24 + scene.dice.uniform(-1.5, 1.5)),
            490 + 6 * n,
            250 + 55 * n,
            shadow=14,
        )
    for n, (x, y) in enumerate(((780, 820), (860, 790), (840, 880), (930, 860))):
        scene.lay(cane_end(50, scene.scale, n), x, y, shadow=9)


def _cane_ends(scene: Scene) -> None:
    for n in range(23):
        scene.lay(
            cane_end(112, scene.scale, n), 90 + 205 * (n % 5) + 100 * (n // 5 % 2), 110 + 190 * (n // 5), shadow=12
        )


def _tubers(scene: Scene) -> None:
    heap(scene, tuber, YACON, 165, 500, 500, 300, crowd=3.0)


def _cut_tubers(scene: Scene) -> None:
    scene.lay(board(880, 600, scene.scale, 4, "#b58a58"), 540, 520, shadow=14)
    for n, (x, y) in enumerate(((300, 400), (470, 360), (640, 420), (330, 610), (520, 570), (690, 640))):
        scene.lay(gourd_slice(96, scene.scale, n + 3, "#8a5c40", flesh="#f0dfae"), x, y, shadow=9)


def pineapple_plant(width: float, scale: float, seed: int) -> Image.Image:
    return pineapple(width * 1.2, scale, seed, ripe=0.5)


def gourd_plant(width: float, scale: float, seed: int) -> Image.Image:
    pen = Pen(width * 1.3, width * 0.7, scale, fine=2)
    dice = random.Random(seed)
    for _ in range(12):
        x, y, r = width * dice.uniform(0.1, 1.2), width * dice.uniform(0.15, 0.6), width * dice.uniform(0.08, 0.14)
        pen.ellipse(x, y, r, r * 0.6, dice.choice(["#5f8a3c", "#4a7a36", "#7a9a48"]))
    tile = pen.tile()
    tile.alpha_composite(
        long_fruit(width * 0.7, width * 0.2, scale, seed, "#9ab586", bloom=0.2),
        (round(width * 0.3 * scale), round(width * 0.25 * scale)),
    )
    return tile


def cane_plant(width: float, scale: float, seed: int) -> Image.Image:
    dice = random.Random(seed)
    pen = Pen(width, width * 1.7, scale, fine=2)
    for _ in range(6):
        x = width * dice.uniform(0.3, 0.7)
        pen.line([(x, width * 1.7), (x + width * dice.uniform(-0.1, 0.1), width * 0.6)], "#6b2f52", width * 0.04)
        for _ in range(6):
            lean = dice.uniform(-0.5, 0.5)
            pen.line(
                [
                    (x, width * 0.75),
                    (x + width * lean * 0.6, width * dice.uniform(0.1, 0.4)),
                    (x + width * lean, width * dice.uniform(0.3, 0.7)),
                ],
                dice.choice(["#7a9a48", "#5f8a3c", "#93ad5c"]),
                width * 0.022,
            )
    return pen.tile()


def _corn_plant(width: float, scale: float, seed: int) -> Image.Image:
    return sprig(width, scale, seed, "#6f9a48", leaves=8, slim=0.16)


def _yacon_plant(width: float, scale: float, seed: int) -> Image.Image:
    return sprig(width, scale, seed, "#5a8a4a", leaves=9, slim=0.5)


def _fruit_trees(crown: Sequence[str], dots: Ink, trunk: Ink = "#5a4a3a") -> Callable[[Land], None]:
    def add(land: Land) -> None:
        for n, x in enumerate((0.14, 0.4, 0.66, 0.92)):
            tile = fields.tree(300 + 40 * (n % 2), land.unit, tuple(crown), land.seed + n, tall=1.15, trunk=trunk)
            pen = Pen(tile.width / land.unit, tile.height / land.unit, land.unit, fine=2)
            dice = random.Random(n)
            for _ in range(26):
                pen.ellipse(300 * dice.uniform(0.2, 0.9), 330 * dice.uniform(0.2, 0.55), 11, 11, dots)
            fruit = pen.tile().crop((0, 0, *tile.size))
            tile.alpha_composite(round_off(fruit, 3 * land.unit))
            scenes.put(land, tile, x, 0.97 - 0.03 * (n % 2))

    return add


POMELO_TREES = _fruit_trees(("#2f5a34", "#4f7a3c"), "#a9b858")
BLOSSOM_TREES = _fruit_trees(scenes.BLOSSOM, "#f6efee")


PICTURES: dict[int, tuple[Painter, ...]] = {
    20: (
        stood(room(mountains(GOLD), "#8a6038"), _pineapples),
        laid(banana_leaf("#5a8a44"), _rings),
        place(scenes.hill_crop(GOLD, pineapple_plant)),
    ),
    21: (
        laid(mat(), _gourds),
        laid(linen("#b9c7c0"), _slices("#6f9a5c", "#f2f5e2", 118)),
        place(scenes.hill_crop(DAY, gourd_plant, soil="#9a7a4c", top=0.46)),
    ),
    22: (
        stood(room(mountains(DAY), "#a57848"), _pomelos),
        laid(linen("#d9c9ae"), _pomelo_halves, dapple=0.3),
        place(scenes.forest_edge(SUMMER, giant=0.0, inks=scenes.WOOD, things=POMELO_TREES, ground="#8a9a4a")),
    ),
    23: (
        laid(linen("#c9b58c"), _beans),
        laid(WALNUT, _bean_bowl),
        place(
            scenes.rice_valley(SUMMER, inks=fields.GREEN, top=0.64, bamboo=0.2, village=[("stilt", 0.76, 0.82, 220.0)])
        ),
    ),
    24: (
        laid(planks(), _cucumbers),
        laid(stone("#8d9296", "#5f6468"), _slices("#7f9f4c", "#e9f0cc", 96)),
        place(scenes.hill_crop(SUMMER, _corn_plant, soil="#8f7a4c", rows=9)),
    ),
    59: (
        laid(earth(), _tubers),
        laid(linen("#c7d0c0"), _cut_tubers),
        place(scenes.hill_crop(DAWN, _yacon_plant, soil="#7a5236", village=[("earth", 0.3, 0.58, 200.0)])),
    ),
    60: (
        laid(planks("#c9b08a", "#a58a62", 5, upright=True), _pears),
        stood(room(plaster("#d9dcd0"), "#b98d5c"), _pears_standing, dapple=0.2),
        place(scenes.forest_edge(DAWN, giant=0.0, inks=scenes.WOOD, things=BLOSSOM_TREES, ground="#8fa55c")),
    ),
    81: (
        laid(earth("#a98a62", "#7d6142"), _canes),
        laid(linen("#5b2448", 0.2), _cane_ends),
        place(scenes.hill_crop(DAY, cane_plant, soil="#8f6a44", rows=5, top=0.5)),
    ),
}
