"""The lamp of cinnamon wood and bark."""

from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.texture import glow, warm
from shop.demo.drawing.places.room import dark_wall, plaster, room
from shop.demo.drawing.plates.sitting import Painter, closer, stood
from shop.demo.drawing.things.props import lamp


def _lamps(scene: Scene) -> None:
    k = scene.scale
    light = glow(scene.image.size, (430 * k, 430 * k), 640 * k)
    scene.image = warm(scene.image, light, 0.6, "#ffb85a")
    scene.stand(lamp(470, k, 3), 430, 890, strength=0.4)


def _two_lamps(scene: Scene) -> None:
    scene.stand(lamp(330, scene.scale, 6, lit=False), 330, 880)
    scene.stand(lamp(400, scene.scale, 8, lit=False), 690, 860)


_LAMP = stood(room(dark_wall("#4a3222"), "#7a5638"), _lamps)


PICTURES: dict[int, tuple[Painter, ...]] = {
    71: (_LAMP, stood(room(plaster("#e9dcc2"), "#b98d5c"), _two_lamps), closer(_LAMP, 2.2, 430, 560)),
}
