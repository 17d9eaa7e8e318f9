"""Goods laid out to dry in a yard, the village behind."""

from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw, ImageFilter

from shop.demo.drawing.base.backdrop import earth
from shop.demo.drawing.base.colour import Ink, lighter
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.places.indoors import side_of
from shop.demo.drawing.places.land import DAY, Hour, Land
from shop.demo.drawing.places.scenes import House, Place, settle


def trays_in_the_yard(
    lay: Callable[[Scene], None],
    hour: Hour = DAY,
    *,
    village: Sequence[House] = (),
    ground: tuple[Ink, Ink] = ("#c9ad84", "#a3865c"),
    horizon: float = 0.5,
) -> Place:
    """Whatever `lay` puts on the ground from above, seen from a person's height with the village behind."""

    def draw(size: tuple[int, int], seed: int) -> Image.Image:
        land = Land(size, seed, hour).clouds().sun(0.78, 0.16, 40).ridges(4, 0.22, horizon - 0.04)
        line = [(float(x), size[1] * horizon) for x in range(0, size[0] + 8, 8)]
        land.slope(line, [(0, lighter(ground[0], 0.2)), (1, ground[1])], depth=0.4)
        side = side_of(size)
        yard = Scene(earth(*ground)(side, seed), seed)
        lay(yard)
        flat = _tilted(yard.image, size, horizon)
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).rectangle((0, round(size[1] * (horizon + 0.035)), *size), fill=255)
        land.image.paste(flat, (0, 0), mask.filter(ImageFilter.GaussianBlur(9 * land.unit)))
        settle(land, village)
        return land.finish()

    return draw


def _tilted(picture: Image.Image, size: tuple[int, int], horizon: float) -> Image.Image:
    """Tip a picture seen from above so that its far edge lies at the horizon."""
    width, height = size
    side = picture.width
    near, far, top = 0.0, 0.30, height * horizon
    corners = [
        (width * -0.25, height * 1.02),
        (width * 1.25, height * 1.02),
        (width * (1 - near) - width * far * 0.1, top),
        (width * far * 0.1, top),
    ]
    source = [(0, side), (side, side), (side, 0), (0, 0)]
    return picture.transform(
        size, Image.Transform.PERSPECTIVE, _perspective(corners, source), Image.Resampling.BILINEAR
    )


def _perspective(target: Sequence[tuple[float, float]], source: Sequence[tuple[float, float]]) -> list[float]:
    """Solve the eight numbers that carry the target corners to the source corners (Gauss elimination)."""
    rows = []
    for (x, y), (u, v) in zip(target, source, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    count = 8
    for column in range(count):
        best = max(range(column, count), key=lambda row: abs(rows[row][column]))
        rows[column], rows[best] = rows[best], rows[column]
        lead = rows[column][column]
        rows[column] = [value / lead for value in rows[column]]
        for row in range(count):
            if row != column:
                share = rows[row][column]
                rows[row] = [a - share * b for a, b in zip(rows[row], rows[column], strict=True)]
    return [row[count] for row in rows]
