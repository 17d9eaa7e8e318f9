"""Spices, bark and seeds."""

from collections.abc import Callable, Sequence

from PIL import Image

from shop.demo.drawing.base.backdrop import earth, linen, stone
from shop.demo.drawing.base.colour import Ink
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.tile import turned
from shop.demo.drawing.places import scenes
from shop.demo.drawing.places.drying import trays_in_the_yard
from shop.demo.drawing.places.land import DAY, MIST, SUMMER, Land
from shop.demo.drawing.places.room import bamboo_wall, plaster, room
from shop.demo.drawing.places.workrooms import shelf
from shop.demo.drawing.plates.settings import GREY, WALNUT, in_bowl, near, on_tray
from shop.demo.drawing.plates.sitting import Painter, Setting, laid, place, stood
from shop.demo.drawing.things import emblems
from shop.demo.drawing.things.glass import JAR, cap, glass, vessel, wrapped
from shop.demo.drawing.things.grains import (
    Grain,
    berry,
    flake,
    pod,
    seed_ribbed,
)
from shop.demo.drawing.things.larder import quill
from shop.demo.drawing.things.packets import label
from shop.demo.drawing.things.plants import sprig
from shop.demo.drawing.things.props import chilli, spoon
from shop.demo.drawing.things.strewing import filling, heap
from shop.demo.drawing.things.vessels import bowl, liquid, tray

PODS = ("#7a4a2c", "#8d5a36", "#643a22")
BERRIES = ("#6a5132", "#4a3a26", "#856a45")
BARK = ("#8a5230", "#9a5f3a", "#7a4628")
POWDER = ("#9a6238", "#a56d42", "#8c5630")
SEEDS = ("#5f4632", "#6f543c", "#4f3a2a")
CHAM_CHEO = ("#8f4a26", "#b5622c", "#5f6b34", "#7a3a20", "#c98a44")


def jar(
    scale: float,
    width: float,
    height: float,
    content: Ink,
    mark: emblems.Emblem,
    print_ink: Ink,
    style: int,
    cloth: Ink | None = None,
    *,
    inside: Image.Image | None = None,
    share: float = 0.4,
) -> Image.Image:
    body = glass(JAR, width, height, scale, content, level=0.14)
    if inside:
        body.alpha_composite(inside, ((body.width - inside.width) // 2, round(body.height * 0.2)))
    body = wrapped(body, label(width * 0.97, height * share, scale, mark, print_ink, style=style), 0.66)
    top = (
        cap("cloth", width * 0.76, height * 0.12, scale, cloth)
        if cloth
        else cap("screw", width * 0.76, height * 0.12, scale, "#3a3a3e")
    )
    return vessel(body, top, scale, sink=height * 0.09)


def _jar_of_pepper(scene: Scene) -> None:
    scene.stand(jar(scene.scale, 390, 510, "#5a4530", emblems.pepper, "#23694a", 1), 420, 870)
    scene.lay(turned(sprig(340, scene.scale, 8, "#4d7a3e", leaves=13, slim=0.2), 16), 770, 760, shadow=12)


def _jar_of_dip(scene: Scene) -> None:
    scene.stand(jar(scene.scale, 410, 480, "#9a4a26", emblems.flame, "#831c2d", 0, "#a5273a"), 420, 870)
    for n, (x, y) in enumerate(((700, 850), (780, 880), (840, 840))):
        scene.lay(turned(chilli(190, scene.scale, n), 12 * n), x, y, shadow=8)


def _mortar(scene: Scene) -> None:
    in_bowl(flake, CHAM_CHEO, 15, "#4a4a48", "#6b6b68", crowd=1.8, radius=320)(scene)
    scene.lay(turned(spoon(620, scene.scale, "#8a8680"), -40), 690, 330, shadow=20)
    for n, (x, y) in enumerate(((160, 820), (260, 880), (860, 800))):
        scene.lay(turned(chilli(170, scene.scale, n), 40 * n), x, y, shadow=8)


def _quills(scene: Scene) -> None:
    heap(scene, quill, BARK, 180, 470, 460, 260, crowd=3.4)
    heap(scene, flake, POWDER, 9, 790, 800, 140, crowd=2.2)


def _powder(scene: Scene) -> None:
    bowl(
        scene,
        470,
        500,
        310,
        "#efe6d2",
        "#f6f2ea",
        filling(scene, flake, POWDER, 9, 288, crowd=1.2, deep=0.25),
        rim=0.06,
    )
    heap(scene, quill, BARK, 150, 800, 760, 160, crowd=2.6)


def _soaked_seeds(scene: Scene) -> None:
    bowl(scene, 420, 440, 300, "#e9e4d8", "#cfd6d0", rim=0.07)
    liquid(scene, 420, 440, 278, "#b98a54")
    heap(scene, flake, ("#c9a06a", "#a87a48", "#d9b888"), 24, 420, 440, 190, crowd=0.5)
    heap(scene, seed_ribbed, SEEDS, 56, 790, 780, 170, crowd=1.6)


def jar_maker(content: Ink, mark: emblems.Emblem, ink: Ink) -> Callable[[float, int], Image.Image]:
    def make(scale: float, number: int) -> Image.Image:
        return jar(scale, 120, 160, content, mark, ink, number % 4, "#e9dfcc" if number % 2 else None)

    return make


def undergrowth(land: Land) -> None:
    for n in range(9):
        scenes.put(
            land,
            sprig(260, land.unit, land.seed + n, "#4a7a3e", leaves=10, slim=0.2),
            0.05 + n * 0.12,
            1.0 - 0.04 * (n % 2),
        )


def spread(grain: Grain, inks: Sequence[Ink], size: float, *, round_trays: bool = True) -> Setting:
    def set_up(scene: Scene) -> None:
        for n in range(9):
            x, y = 170 + 330 * (n % 3), 170 + 330 * (n // 3)
            if round_trays:
                tray(scene, x, y, 150)
            heap(scene, grain, inks, size, x, y, 120, crowd=1.2)

    return set_up


PICTURES: dict[int, tuple[Painter, ...]] = {
    28: (
        laid(GREY, on_tray(pod, PODS, 50)),
        near(pod, PODS, 82),
        place(scenes.forest_edge(MIST, giant=0.8, moss=True, things=undergrowth)),
    ),
    29: (
        stood(room(bamboo_wall("#c0a070"), "#7a5638"), _jar_of_pepper),
        laid(linen("#d9cdb4"), in_bowl(berry, BERRIES, 25, "#3a3a3a", "#4a4a4e")),
        place(scenes.forest_edge(SUMMER, giant=0.25, inks=scenes.WOOD, size_of_giant=560)),
    ),
    30: (
        stood(room(plaster("#e2c9a8"), "#8a6038"), _jar_of_dip, dapple=0.2),
        laid(stone("#9a958c", "#6f6a62"), _mortar),
        place(
            shelf(
                [jar_maker("#9a4a26", emblems.flame, "#831c2d"), jar_maker("#6b5232", emblems.pepper, "#23694a")],
                wall="#d9bf9c",
            )
        ),
    ),
    70: (
        laid(linen("#e3d3b4"), _quills),
        laid(WALNUT, _powder),
        place(
            trays_in_the_yard(spread(quill, BARK, 62, round_trays=False), DAY, village=[("stilt", 0.7, 0.56, 270.0)])
        ),
    ),
    82: (
        laid(earth("#9a8460", "#6f5a3c"), in_bowl(seed_ribbed, SEEDS, 56, "#4a3626", "#9a7a50", crowd=1.7)),
        laid(linen("#cfd6d0"), _soaked_seeds),
        place(scenes.forest_edge(DAY, giant=0.62, size_of_giant=820)),
    ),
}
