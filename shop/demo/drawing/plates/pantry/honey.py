"""Honey of five forests."""

from collections.abc import Callable

from PIL import Image

from shop.demo.drawing.base.backdrop import linen
from shop.demo.drawing.base.colour import Ink
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.tile import turned
from shop.demo.drawing.places import fields, scenes
from shop.demo.drawing.places.land import DAWN, DAY, GOLD, MIST, SUMMER, Land
from shop.demo.drawing.places.room import bamboo_wall, mountains, plaster, room
from shop.demo.drawing.plates.settings import WALNUT
from shop.demo.drawing.plates.sitting import Painter, Setting, closer, laid, place, stood
from shop.demo.drawing.things import emblems
from shop.demo.drawing.things.glass import (
    BOTTLE,
    JAR,
    POT,
    TALL,
    VIAL,
    Profile,
    cap,
    glass,
    vessel,
    wrapped,
)
from shop.demo.drawing.things.packets import label
from shop.demo.drawing.things.props import dipper, honeycomb
from shop.demo.drawing.things.vessels import bowl, liquid


def filled(
    profile: Profile,
    width: float,
    height: float,
    liquid_ink: Ink,
    top: tuple[str, Ink, float],
    mark: emblems.Emblem,
    print_ink: Ink,
    style: int,
    *,
    place_of_label: float = 0.62,
    share: float = 0.4,
    level: float = 0.14,
    accent: Ink = "#a5273a",
) -> Callable[[float, int], Image.Image]:
    """A stoppered, labelled vessel; `top` is the stopper's kind, colour and width (share of the vessel's)."""

    def make(scale: float, _seed: int) -> Image.Image:
        kind, cap_ink, wide = top
        body = glass(profile, width, height, scale, liquid_ink, level=level)
        body = wrapped(
            body,
            label(width * 0.97, height * share, scale, mark, print_ink, style=style, accent=accent),
            place_of_label,
        )
        return vessel(body, cap(kind, width * wide, height * 0.11, scale, cap_ink), scale, sink=height * 0.07)

    return make


FOREST = filled(JAR, 370, 500, "#d98a1c", ("cloth", "#e9dfcc", 0.76), emblems.cell, "#22345c", 0)
DARK = filled(
    BOTTLE,
    260,
    610,
    "#7a3a10",
    ("cork", "#c79a66", 0.33),
    emblems.cell,
    "#3a2a20",
    1,
    place_of_label=0.7,
    share=0.36,
    level=0.2,
)
BORDER = filled(
    POT,
    440,
    510,
    "#b5691a",
    ("wood", "#8a6038", 0.92),
    emblems.mountain,
    "#831c2d",
    3,
    place_of_label=0.54,
    share=0.5,
    level=0.08,
)
RIVER = filled(
    TALL,
    230,
    640,
    "#e8b03a",
    ("cork", "#d0a878", 0.32),
    emblems.cell,
    "#23694a",
    2,
    place_of_label=0.72,
    share=0.34,
    level=0.26,
)
NINE = filled(
    VIAL, 330, 500, "#e0951f", ("screw", "#3a3a3e", 0.6), emblems.cell, "#a86e00", 3, place_of_label=0.6, share=0.42
)
NINE_SMALL = filled(
    VIAL, 132, 200, "#e0951f", ("screw", "#3a3a3e", 0.6), emblems.cell, "#a86e00", 3, place_of_label=0.6
)


def standing(*things: tuple[Callable[[float, int], Image.Image], float, float]) -> Setting:
    """Things side by side: maker, middle x, foot y."""

    def set_up(scene: Scene) -> None:
        for number, (make, x, bottom) in enumerate(things):
            scene.stand(make(scene.scale, number), x, bottom)

    return set_up


def _comb(wax: Ink, honey: Ink, size: float = 62) -> Painter:
    def set_up(scene: Scene) -> None:
        honeycomb(scene, wax, honey, size)
        scene.vignette(0.2)

    return laid(linen("#c8a050"), set_up)


def _bowl_of_honey(ink: Ink, glaze: Ink) -> Setting:
    def set_up(scene: Scene) -> None:
        bowl(scene, 470, 530, 340, "#efe6d2", glaze, rim=0.08)
        liquid(scene, 470, 530, 312, ink)
        scene.lay(turned(dipper(620, scene.scale), 218), 610, 380, shadow=12)

    return set_up


def _paddies(land: Land) -> None:
    fields.terraces(land, fields.GREEN, 0.55)


_STILL_LIFE_31 = stood(room(mountains(DAWN), "#b98d5c"), standing((FOREST, 480, 870)))
_STILL_LIFE_57 = stood(room(plaster("#efe4cc"), "#c79a66"), standing((NINE, 360, 870), (NINE, 700, 840)), dapple=0.2)


PICTURES: dict[int, tuple[Painter, ...]] = {
    31: (
        _STILL_LIFE_31,
        _comb("#d9a441", "#c8741a"),
        place(scenes.forest_edge(DAY, giant=0.85, inks=scenes.WOOD, things=scenes.hives(6))),
    ),
    54: (
        stood(room(mountains(SUMMER, _paddies), "#6b4a30"), standing((DARK, 340, 880), (DARK, 640, 850))),
        laid(WALNUT, _bowl_of_honey("#a8561a", "#8a5a34")),
        place(scenes.forest_edge(MIST, giant=0.15, inks=scenes.DARKWOOD, things=scenes.hives(4))),
    ),
    55: (
        stood(room(bamboo_wall(), "#a57848"), standing((BORDER, 480, 870))),
        laid(linen("#e9dfcc"), _bowl_of_honey("#c8821f", "#4a5a6b")),
        place(scenes.forest_edge(DAWN, giant=0.0, things=scenes.hives(7))),
    ),
    56: (
        stood(room(mountains(DAY), "#d0ac7a"), standing((RIVER, 330, 850), (RIVER, 560, 890))),
        _comb("#e8c468", "#e0981f", 84),
        place(scenes.lake(DAY, shore=0.56, village=[("stilt", 0.3, 0.585, 150.0)], boat=0.62)),
    ),
    57: (
        _STILL_LIFE_57,
        closer(_STILL_LIFE_57, 2.1, 365, 660),
        place(scenes.forest_edge(GOLD, giant=0.5, inks=scenes.WOOD, things=scenes.hives(9), ground="#8a9a4a")),
    ),
}
