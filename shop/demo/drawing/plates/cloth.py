"""Cloths. Only geometry that many weavers share is drawn; colours differ, motifs of a community are not used."""

from collections.abc import Sequence

from PIL import Image

from shop.demo.drawing.base.backdrop import earth, linen, mat, planks, stone
from shop.demo.drawing.base.colour import Ink
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.tile import turned
from shop.demo.drawing.places import scenes
from shop.demo.drawing.places.indoors import loom, window_seat
from shop.demo.drawing.places.land import DAWN, DAY, MIST
from shop.demo.drawing.places.room import bamboo_wall, lacquer, mountains, plaster, room
from shop.demo.drawing.plates.sitting import Painter, Setting, laid, place, stood
from shop.demo.drawing.things.textile import bag, embroidered_end, folded, hung, jacket, knot, pole, scarf, skirt, stack
from shop.demo.drawing.things.weave import Weave, cloth, lying

WILD = Weave(
    "#4a1f4a",
    ("#e8b23a", "#d9628a", "#7fae6a"),
    ("double", 3, "teeth", 1, "lozenge", 1, "teeth down", 3, "line", 8, "dots", 6),
)
BARK = Weave("#6b3a2a", ("#f0d9a8", "#d98a3c", "#8fae7a"), (5, "small", 3, "bars", 3, "steps", 4, "line", 2, "line", 7))
LEAFY = Weave("#2f4a3c", ("#f0d9a8", "#d9628a", "#e8b23a"), (4, "zigzag", 5, "double", 2, "hooks", 3, "line", 10))
BRIDAL = Weave(
    "#6b1f38",
    ("#e8b23a", "#f3ebdc", "#2e7d5b"),
    ("bars", 2, "wide zigzag", 3, "line", 3, "lozenge", 3, "line", 3, "net", 4, "check", 12),
)
RIVER = Weave(
    "#2a4a5a", ("#f3ebdc", "#e0a83a", "#c2577f"), ("line", 2, "line", 4, "steps", 4, "dots", 4, "small", 6, "bars", 8)
)
RIVER_RED = Weave("#8f2f2a", ("#f3d9a0", "#22345c", "#f3ebdc"), (6, "teeth", 2, "teeth down", 4, "dots", 3, "line", 6))
MILK = Weave("#efe6d2", ("#22345c", "#a5273a", "#7d8c5a"), (14, "line", 2, "bars", 2, "line", 12, "small", 5))
SKY = Weave("#dfe6e8", ("#3a6b8a", "#22345c", "#a5273a"), (10, "line", 3, "line", 1, "line", 8, "dots", 8))
ROSE = Weave("#e8cfc4", ("#8f3a4a", "#22345c", "#c98a6a"), (9, "bars", 6, "zigzag", 10, "line", 3))
INDIGO = Weave(
    "#1f2f57", ("#f3ebdc", "#8fb0d0", "#a5273a"), (9, "line", 1, "line", 5, "net", 5, "line", 1, "line", 12, "dots", 6)
)
DEEP = Weave("#16233f", ("#c9a566", "#a5273a", "#f3ebdc"), (18, "line", 2, "small", 2, "line", 9, "line", 1, "line"))
BRIGHT = Weave("#1b2346", ("#a5273a", "#e8b23a", "#2f6b9b"), (30, "line", 2, "line"))
SLEEVES = Weave(
    "#1b2346", ("#a5273a", "#e8b23a", "#2f6b9b"), ("line", "line", "line", "line", "line", 3, "bars", 3, "small", 4)
)
TURNED = Weave(
    "#2f5d9b", ("#e8b23a", "#a5273a", "#2e7d5b"), ("bars", 2, "line", "line", "line", 2, "teeth", 2, "bars", 4)
)
STITCH = ("#a5273a", "#e8b23a", "#2e7d5b", "#f3ebdc", "#d9728a")
BLACK = "#15182a"


def _scarf(
    weave: Weave, turn: float, *, width: float = 400, height: float = 780, x: float = 500, y: float = 505
) -> Setting:
    def set_up(scene: Scene) -> None:
        scene.lay(turned(scarf(weave, width, height, scene.scale, scene.seed), turn), x, y, shadow=10)

    return set_up


def _near(weave: Weave, thread: int) -> Painter:
    def draw(size: int, seed: int) -> Image.Image:
        scene = Scene(lying(cloth(weave, size, size, max(3, round(thread * size / 1000)), seed), seed), seed)
        scene.sunlight(dark=0.22)
        return scene.image

    return draw


def _piles(*weaves: Weave) -> Setting:
    def set_up(scene: Scene) -> None:
        scene.stand(stack(weaves, 600, 112, scene.scale, scene.seed), 490, 880)

    return set_up


def _packets(one: Weave, other: Weave) -> Setting:
    def set_up(scene: Scene) -> None:
        scene.lay(turned(folded(other, 620, 430, scene.scale, scene.seed), -9), 550, 610, shadow=18)
        scene.lay(turned(folded(one, 560, 400, scene.scale, scene.seed + 1), 7), 450, 390, shadow=20)

    return set_up


def _bag(weave: Weave, strap: Ink, turn: float = 0) -> Setting:
    def set_up(scene: Scene) -> None:
        scene.lay(turned(bag(weave, 500, 440, scene.scale, scene.seed, strap=strap), turn), 500, 460, shadow=14)

    return set_up


def _two_bags(scene: Scene) -> None:
    scene.lay(turned(bag(LEAFY, 360, 320, scene.scale, 3, strap="#e0a83a"), 8), 290, 440, shadow=12)
    scene.lay(turned(bag(WILD, 360, 320, scene.scale, 4, strap="#2e7d5b"), -7), 700, 500, shadow=12)


def _hung_up(weaves: Sequence[Weave], high: float = 150) -> Setting:
    def set_up(scene: Scene) -> None:
        each = 880 / len(weaves)
        for n, weave in enumerate(weaves):
            tall = 700 - 70 * (n % 2)
            scene.lay(
                hung(weave, each * 0.86, tall, scene.scale, scene.seed + n),
                60 + each * (n + 0.5),
                high + tall / 2,
                shadow=14,
            )
        scene.lay(pole(1040, scene.scale), 500, high, shadow=10)

    return set_up


def _piece(scene: Scene) -> None:
    scene.lay(turned(scarf(BRIDAL, 660, 700, scene.scale, 2), -5), 500, 500, shadow=14)


def _skirts(scene: Scene) -> None:
    scene.lay(skirt(BRIDAL, 400, 640, scene.scale, 3), 290, 500, shadow=14)
    scene.lay(skirt(WILD, 400, 640, scene.scale, 4), 710, 500, shadow=14)
    scene.lay(pole(1040, scene.scale), 500, 176, shadow=10)


def _head_scarf(scene: Scene) -> None:
    scene.lay(turned(embroidered_end(540, 640, scene.scale, STITCH, BLACK, 3), 5), 480, 470, shadow=10)
    for n, x in enumerate((240, 330, 420)):
        scene.lay(knot(82, scene.scale, ("#a5273a", "#e8b23a", "#2e7d5b")[n]), x, 846 - 8 * n, shadow=6)


def _stitches(scene: Scene) -> None:
    scene.lay(turned(embroidered_end(1500, 1700, scene.scale, STITCH, BLACK, 5), -4), 640, 660, shadow=0)
    scene.lay(knot(170, scene.scale, "#a5273a"), 150, 850, shadow=8)


def _folded_scarf(scene: Scene) -> None:
    dark = Weave(BLACK, ("#a5273a", "#e8b23a", "#2e7d5b"), (60,))
    scene.lay(turned(folded(dark, 620, 480, scene.scale, 4), -6), 500, 560, shadow=18)
    scene.lay(turned(embroidered_end(560, 250, scene.scale, STITCH, BLACK, 6), -6), 490, 470, shadow=8)


def _costume(scene: Scene) -> None:
    scene.lay(pole(700, scene.scale), 500, 150, shadow=10)
    scene.lay(jacket(BRIGHT, SLEEVES, 860, scene.scale, 6), 500, 500, shadow=14)


def _costume_parts(scene: Scene) -> None:
    scene.lay(turned(folded(BRIGHT, 520, 420, scene.scale, 2), -8), 400, 600, shadow=18)
    scene.lay(turned(folded(SLEEVES, 470, 300, scene.scale, 3), 10), 640, 360, shadow=18)
    for n in range(7):
        scene.lay(knot(52, scene.scale, "#cfd4d8"), 200 + 66 * n, 880 - 12 * (n % 2), shadow=6)


PICTURES: dict[int, tuple[Painter, ...]] = {
    37: (laid(linen("#d9c9ae"), _scarf(WILD, 10)), _near(WILD, 12), place(loom(WILD))),
    38: (laid(planks(), _bag(LEAFY, "#a5273a", 4)), laid(linen("#c7b79a"), _two_bags, dapple=0.25), _near(LEAFY, 16)),
    39: (laid(mat(), _piece), stood(plaster("#dccbaa"), _skirts), _near(BRIDAL, 10)),
    40: (
        laid(stone("#9aa0a0", "#6f7678"), _packets(RIVER, RIVER_RED)),
        laid(linen("#efe6d2"), _scarf(RIVER, -12, width=430)),
        place(
            scenes.lake(
                MIST, shore=0.62, village=[("stilt", 0.26, 0.65, 230.0), ("stilt", 0.5, 0.635, 150.0)], boat=0.7
            )
        ),
    ),
    41: (
        stood(room(mountains(DAY), "#b98d5c"), _piles(MILK, SKY, ROSE, MILK)),
        stood(bamboo_wall("#a58a5c"), _hung_up((SKY, MILK, ROSE))),
        _near(MILK, 14),
    ),
    42: (
        laid(linen("#e9dfcc"), _head_scarf),
        laid(planks(), _stitches),
        laid(planks("#8a6a4a", "#6a4c31", 5), _folded_scarf),
    ),
    63: (
        stood(plaster("#d9cbb0"), _costume),
        laid(linen("#c7d0d0"), _costume_parts),
        place(window_seat([TURNED, BRIGHT], DAWN)),
    ),
    68: (
        stood(lacquer("#cdbb9c"), _hung_up((INDIGO, DEEP), 120)),
        laid(earth(), _packets(INDIGO, DEEP), dapple=0.3),
        place(loom(INDIGO, wall="#c7c9b8")),
    ),
}
