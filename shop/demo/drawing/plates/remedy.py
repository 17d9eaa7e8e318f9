"""Roots, herbs and cordyceps."""

from shop.demo.drawing.base.backdrop import banana_leaf, earth, linen, planks, stone
from shop.demo.drawing.base.colour import Ink
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.tile import turned
from shop.demo.drawing.places import scenes
from shop.demo.drawing.places.indoors import hearth
from shop.demo.drawing.places.land import DAWN, MIST, SUMMER, Land
from shop.demo.drawing.places.room import cloth_wall, lacquer, mountains, room
from shop.demo.drawing.places.workrooms import growing_room
from shop.demo.drawing.plates.pantry.spice import jar, undergrowth
from shop.demo.drawing.plates.sitting import Painter, Setting, closer, laid, place, stood
from shop.demo.drawing.things import emblems
from shop.demo.drawing.things.grains import (
    ball,
    slice_of_fruit,
    thread,
)
from shop.demo.drawing.things.packets import box, label
from shop.demo.drawing.things.plants import ginseng, herb_bundle, palm_leaf, sprig
from shop.demo.drawing.things.props import in_honey
from shop.demo.drawing.things.strewing import filling, heap
from shop.demo.drawing.things.vessels import bowl, liquid, tray

GOLDEN = ("#d9761c", "#e08a2c", "#c4631a")
HERBS = ("#6b7a44", "#8a8450", "#5a5a34", "#9a7a4a")


def _threads(scene: Scene) -> None:
    bowl(
        scene,
        500,
        500,
        360,
        "#f6f2ea",
        "#fbf9f4",
        filling(scene, thread, GOLDEN, 110, 335, crowd=3.4, deep=0.2),
        rim=0.05,
    )


def _boxed_threads(scene: Scene) -> None:
    scene.stand(jar(scene.scale, 300, 380, "#e08a2c", emblems.lozenge, "#1d2748", 3), 330, 870)
    front = label(300, 380, scene.scale, emblems.root, "#7a5200", style=2, accent="#a5273a")
    scene.stand(box(300, 380, 110, scene.scale, "#7a5200", front), 680, 860)


def _root(ink: Ink, turn: float, *, leaves: int = 2, seed: int = 3) -> Setting:
    def set_up(scene: Scene) -> None:
        scene.lay(turned(ginseng(760, scene.scale, seed, ink), turn), 470, 520, shadow=12)
        for n in range(leaves):
            scene.lay(
                turned(palm_leaf(330, scene.scale, n + seed, berries=n == 0), -40 + 60 * n),
                810 - 30 * n,
                230 + 560 * n,
                shadow=9,
            )

    return set_up


def _three_roots(ink: Ink) -> Setting:
    def set_up(scene: Scene) -> None:
        tray(scene, 500, 500, 440)
        for n, (x, y, turn) in enumerate(((340, 480, 20), (560, 520, -14), (700, 440, -40))):
            scene.lay(turned(ginseng(430, scene.scale, n + 11, ink), turn), x, y, shadow=10)

    return set_up


def _roots_in_honey(scene: Scene) -> None:
    scene.stand(
        jar(
            scene.scale,
            390,
            520,
            "#d9921f",
            emblems.root,
            "#831c2d",
            3,
            "#831c2d",
            inside=in_honey(340, scene.scale, 4),
            share=0.34,
        ),
        470,
        880,
    )


def _black_and_gold(scene: Scene) -> None:
    front = label(300, 400, scene.scale, emblems.leaf, "#23694a", style=0)
    scene.stand(box(300, 400, 120, scene.scale, "#f6efe0", front), 700, 850)
    scene.stand(jar(scene.scale, 330, 420, "#3a2014", emblems.leaf, "#23694a", 2, "#e9dfcc"), 330, 880)


def _root_slices(scene: Scene) -> None:
    bowl(scene, 420, 440, 290, "#efe6d2", "#4a3626", rim=0.08)
    liquid(scene, 420, 440, 266, "#8a4a18")
    heap(scene, slice_of_fruit, ("#6b4230", "#7a4c38", "#5a3628"), 54, 780, 770, 180, crowd=1.6)
    heap(scene, ball, ("#1f1a18", "#2a2420"), 9, 210, 830, 110, crowd=1.4)


def _bundles(scene: Scene) -> None:
    for n, (y, turn) in enumerate(((300, 8), (530, -6), (750, 4))):
        scene.lay(turned(herb_bundle(720, scene.scale, n, HERBS), turn), 500, y, shadow=14)


def _bath(scene: Scene) -> None:
    bowl(scene, 500, 500, 390, "#6b4630", "#8a5a38", rim=0.1)
    liquid(scene, 500, 500, 350, "#6b3418")
    for n in range(7):
        scene.lay(
            turned(sprig(170, scene.scale, n, "#5a6b34", leaves=6), n * 50), 360 + 50 * n, 420 + 60 * (n % 3), shadow=3
        )


def beds(land: Land) -> None:
    for row in range(3):
        for n in range(7 - row):
            scenes.put(
                land,
                palm_leaf(120 + 50 * row, land.unit, land.seed + n + row * 9, berries=(n + row) % 3 == 0),
                0.06 + n * (0.15 + 0.02 * row),
                0.87 + 0.06 * row,
            )


_JAR_73 = stood(room(mountains(DAWN), "#8a6038"), _roots_in_honey)


PICTURES: dict[int, tuple[Painter, ...]] = {
    35: (
        laid(linen("#dfe3e0"), _threads),
        stood(room(lacquer("#d9cfc0"), "#b9a27a"), _boxed_threads),
        place(growing_room()),
    ),
    61: (
        laid(banana_leaf("#35663a"), _root("#b58f58", 24, seed=7)),
        laid(earth("#7a5f44", "#553f2c"), _three_roots("#b58f58")),
        place(scenes.forest_edge(MIST, giant=0.85, moss=True, things=beds)),
    ),
    62: (
        stood(room(cloth_wall("#3f5a48"), "#8a6038"), _black_and_gold),
        laid(linen("#d9c9ae"), _root_slices),
        place(scenes.forest_edge(SUMMER, giant=0.12, inks=scenes.DARKWOOD, things=undergrowth)),
    ),
    64: (
        laid(planks("#a58a6a", "#7d6448", 5), _bundles),
        laid(stone("#7a7d7a", "#4f5250"), _bath),
        place(
            hearth(
                lambda k, n: turned(herb_bundle(210, k, n, HERBS), -90), pot="#3a2f2a", x=420, wall="#2f3128", rows=2
            )
        ),
    ),
    72: (
        laid(linen("#831c2d", 0.2), _root("#cfae78", -16, leaves=1, seed=3)),
        laid(stone("#6b6f68", "#43473f"), _three_roots("#cfae78")),
        place(scenes.village(DAWN, [("market", 0.5, 0.88, 620.0)], ground="#6f8a50")),
    ),
    73: (_JAR_73, closer(_JAR_73, 2.0, 470, 560), place(scenes.forest_edge(DAWN, giant=0.2, things=beds))),
}
