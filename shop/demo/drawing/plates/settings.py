"""Tables and cloths that several pictures lie on, and the settings they share."""

from collections.abc import Sequence

from shop.demo.drawing.base.backdrop import linen, planks
from shop.demo.drawing.base.colour import Ink
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.plates.sitting import Painter, Setting, laid
from shop.demo.drawing.things.grains import Grain
from shop.demo.drawing.things.strewing import carpet, filling, heap
from shop.demo.drawing.things.vessels import bowl, tray

WALNUT = planks("#8a6a4a", "#6a4c31", 5)
GREY = planks("#b9b3a6", "#8f897d")
PALE = planks("#e0c9a0", "#c2a574", 5)
INDIGO = linen("#26365e", 0.25)


def near(grain: Grain, inks: Sequence[Ink], size: float, crowd: float = 1.2) -> Painter:
    """The goods alone, so near that they fill the picture."""

    def set_up(scene: Scene) -> None:
        carpet(scene, grain, inks, size, crowd=crowd)
        scene.vignette(0.2)

    return laid(planks(), set_up)


def in_bowl(
    grain: Grain,
    inks: Sequence[Ink],
    size: float,
    inner: Ink,
    outer: Ink,
    *,
    x: float = 500,
    y: float = 500,
    radius: float = 370,
    rim: float = 0.08,
    crowd: float = 1.5,
    deep: float = 0.45,
) -> Setting:
    """A bowl full of the goods; `deep` is how dark it gets between them."""

    def set_up(scene: Scene) -> None:
        content = filling(scene, grain, inks, size, radius * (1 - rim), crowd=crowd, deep=deep)
        bowl(scene, x, y, radius, inner, outer, content, rim=rim)

    return set_up


def on_tray(grain: Grain, inks: Sequence[Ink], size: float, *, radius: float = 320, crowd: float = 1.8) -> Setting:
    """A heap of the goods on a bamboo tray."""

    def set_up(scene: Scene) -> None:
        tray(scene, 500, 500, 430)
        heap(scene, grain, inks, size, 500, 500, radius, crowd=crowd)

    return set_up
