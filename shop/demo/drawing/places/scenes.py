"""Whole places: a tea hill, a rice valley, a forest, a lake, a village by day and by night."""

from collections.abc import Callable, Sequence

from PIL import Image

from shop.demo.drawing.base.colour import Ink, darker, lighter, mix, rgb
from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.base.texture import glow, warm
from shop.demo.drawing.places import fields, houses, yard
from shop.demo.drawing.places.land import DAWN, DAY, DUSK, MIST, NIGHT, Hour, Land

Place = Callable[[tuple[int, int], int], Image.Image]
House = tuple[str, float, float, float]
"""A kind of house, its middle x and ground line y in shares of the picture, its width in thousandths of the height."""

WOOD = ("#3c5c3c", "#56764a", "#6f8a4c")
DARKWOOD = ("#24452f", "#35573a", "#4a6e44")
BLOSSOM = ("#e9dfe0", "#f6efee", "#dcc8cc")


def put(land: Land, tile: Image.Image, x: float, y: float) -> None:
    """Stand a tile with the middle of its foot at x, y (shares of the picture)."""
    width, height = land.size
    land.image.paste(tile, (round(x * width - tile.width / 2), round(y * height - tile.height)), tile)


def _house(kind: str, size: float, land: Land, number: int, *, lit: bool) -> Image.Image:
    """A house by day, or by night with dark walls and lamps in the windows."""
    seed = land.seed + number
    if kind == "earth":
        wall, roof = ("#5f4a38", "#34343c") if lit else ("#c79a5c", "#6a5f58")
        return houses.earth_house(size, land.unit, seed, lit=lit, wall=wall, roof=roof)
    wall, roof = ("#4a382c", "#2f2830") if lit else ("#86623f", "#5a4130")
    return houses.stilt_house(size, land.unit, seed, lit=lit, wall=wall, roof=roof)


def settle(land: Land, village: Sequence[House], *, lit: bool = False) -> None:
    """Build the houses of a village, the farther ones first, each with its shade on the ground."""
    for number, (kind, x, y, size) in enumerate(sorted(village, key=lambda house: house[2])):
        if kind == "market":
            tile = houses.market_hall(size, land.unit, land.seed + number)
        elif kind == "works":
            tile = houses.workshop(size, land.unit, land.seed + number)
        else:
            tile = _house(kind, size, land, number, lit=lit)
        width, height = land.size
        shade = Scene(land.image, 0)
        k = 1000 / width
        half, at = size * land.unit * k * 0.52, y * height * k
        shade.shade((x * 1000 - half, at - half * 0.1, x * 1000 + half * 1.3, at + half * 0.12), half * 0.06, 0.45)
        land.image = shade.image
        if lit:
            spot = glow(land.size, (x * width, y * height - size * land.unit * 0.25), size * land.unit * 0.9)
            land.image = warm(land.image, spot, 0.35, "#ffb85a")
        put(land, tile, x, y)


def tea_hill(
    hour: Hour = DAY,
    *,
    inks: Sequence[str] = fields.TEA,
    village: Sequence[House] = (),
    top: float = 0.56,
    lean: float = 0.0,
    bump: float = 1.0,
    count: int = 11,
    crown: float = 0,
) -> Place:
    """Clipped rows that follow the hill."""

    def draw(size: tuple[int, int], seed: int) -> Image.Image:
        land = Land(size, seed, hour).clouds()
        land.sun(0.2 + (seed % 7) * 0.09, 0.2, 42).ridges(4, 0.28, top - 0.06).mist(top - 0.05, 0.09)
        settle(land, village)
        fields.rows(land, inks, top, lean=lean, bump=bump, count=count)
        if crown:
            put(land, fields.tree(crown, land.unit, WOOD, seed), 0.8, 0.74)
        return land.finish()

    return draw


def rice_valley(
    hour: Hour = DAWN,
    *,
    inks: Sequence[str] = fields.RIPE,
    village: Sequence[House] = (),
    top: float = 0.68,
    steps: int = 8,
    sun: tuple[float, float] = (0.7, 0.24),
    bamboo: float = 0.0,
    lit: bool = False,
) -> Place:
    """Terraces or paddies under the mountains."""

    def draw(size: tuple[int, int], seed: int) -> Image.Image:
        land = Land(size, seed, hour)
        if hour is NIGHT:
            land.stars()
        land.clouds().sun(*sun, 46 if hour is not NIGHT else 30).ridges(5, 0.34, top - 0.03).mist(top - 0.07, 0.08)
        fields.terraces(land, inks, top, steps=steps)
        if bamboo:
            put(land, fields.bamboo(460, land.unit, seed), bamboo, top + 0.2)
        settle(land, village, lit=lit)
        return land.finish()

    return draw


def forest_edge(
    hour: Hour = MIST,
    *,
    inks: Sequence[str] = DARKWOOD,
    ground: Ink = "#5d7a45",
    giant: float = 0.3,
    moss: bool = False,
    size_of_giant: float = 620,
    things: Callable[[Land], None] | None = None,
) -> Place:
    """Old trees in the mist; a great one in front at `giant` (0: none)."""

    def draw(size: tuple[int, int], seed: int) -> Image.Image:
        land = Land(size, seed, hour).ridges(4, 0.24, 0.56)
        fields.forest(land, 0.66, inks, size=170, count=20)
        land.mist(0.62, 0.12)
        fields.forest(land, 0.84, inks, size=270, count=10, seed=20)
        land.mist(0.78, 0.08, 0.5)
        fields.grass(land, 0.82, ground)
        if giant:
            put(land, fields.tree(size_of_giant, land.unit, inks, seed + 5, tall=1.3, moss=moss), giant, 0.96)
        if things:
            things(land)
        return land.finish()

    return draw


def lake(hour: Hour = DUSK, *, village: Sequence[House] = (), shore: float = 0.6, boat: float = 0.6) -> Place:
    """Still water under the mountains, a narrow boat on it."""

    def draw(size: tuple[int, int], seed: int) -> Image.Image:
        land = Land(size, seed, hour).clouds().sun(0.3, 0.34, 44).ridges(5, 0.32, shore - 0.03)
        settle(land, village)
        fields.water(land, shore, 1.0)
        if boat:
            put(land, yard.boat(260, land.unit), boat, 0.8)
        return land.finish()

    return draw


def hill_crop(
    hour: Hour,
    tuft: Callable[[float, float, int], Image.Image],
    *,
    soil: Ink = "#a5693f",
    rows: int = 8,
    top: float = 0.5,
    village: Sequence[House] = (),
) -> Place:
    """A steep field planted in rows with the same plant, small above, large below."""

    def draw(size: tuple[int, int], seed: int) -> Image.Image:
        land = Land(size, seed, hour).clouds().sun(0.75, 0.16, 40).ridges(4, 0.26, top)
        settle(land, village)
        line = land.skyline(top + 0.04, 0.02, seed + 60)
        land.slope(
            line, [(0, lighter(mix(soil, hour.ground, 0.3), 0.1)), (0.6, soil), (1, darker(soil, 0.3))], depth=0.5
        )
        for row in range(rows):
            share = row / (rows - 1)
            y = top + 0.09 + (1.08 - top) * share**1.4
            width = 60 + 170 * share
            kinds = [tuft(width, land.unit, seed + row * 5 + n) for n in range(3)]
            x = -0.05 + (row % 2) * 0.04
            while x < 1.05:
                put(land, kinds[land.dice.randrange(3)], x, y + land.dice.uniform(-0.006, 0.006))
                x += width * 0.78 * land.unit / land.size[0]
        return land.finish()

    return draw


def village(
    hour: Hour,
    homes: Sequence[House],
    *,
    ground: Ink = "#7d9a55",
    top: float = 0.66,
    wall: bool = False,
    trees: Sequence[str] = WOOD,
    path_to: float = 0.45,
    lit: bool = False,
    pots: bool = False,
    bamboo: float = 0.0,
) -> Place:
    """Houses on a green under the mountains."""

    def draw(size: tuple[int, int], seed: int) -> Image.Image:
        land = Land(size, seed, hour)
        if hour is NIGHT:
            land.stars()
        land.clouds().sun(0.78, 0.17, 34 if hour is NIGHT else 44).ridges(5, 0.3, top - 0.04)
        fields.forest(land, top + 0.02, trees, size=110, count=24)
        fields.grass(land, top, ground)
        if path_to:
            fields.path(land, 0.55, path_to, top + 0.03)
        settle(land, homes, lit=lit)
        if bamboo:
            put(land, fields.bamboo(520, land.unit, seed), bamboo, 0.93)
        if wall:
            stones = yard.fence(size[0] / land.unit * 0.62, land.unit, seed)
            put(land, stones, 0.24, 0.97)
            put(land, stones, 0.98, 0.93)
        if pots:
            for n in range(9):
                put(land, yard.orchid(land.unit, seed + n), 0.06 + n * 0.11, 0.985 - 0.02 * (n % 2))
        return land.finish()

    return draw


def hives(count: int = 6) -> Callable[[Land], None]:
    """Wooden bee boxes set among the trees."""

    def add(land: Land) -> None:
        for n in range(count):
            share = n / max(1, count - 1)
            put(
                land,
                yard.hive(120 + 90 * share, land.unit, land.seed + n),
                0.16 + 0.72 * ((n * 0.37) % 1),
                0.83 + 0.13 * share,
            )
        for _ in range(50):
            x, y = land.dice.random() * land.size[0], land.size[1] * land.dice.uniform(0.55, 0.9)
            r = 1.6 * land.unit
            land.image.paste(rgb("#4a3008"), (round(x), round(y), round(x + 2 * r) + 1, round(y + r) + 1))

    return add
