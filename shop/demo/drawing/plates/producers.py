"""Where each producer works: a place, a field, a house, a loom; never a face."""

from shop.demo.drawing.base.scene import Scene
from shop.demo.drawing.places import fields, scenes
from shop.demo.drawing.places.drying import trays_in_the_yard
from shop.demo.drawing.places.indoors import hearth, loom, window_seat
from shop.demo.drawing.places.land import DAWN, DAY, DUSK, GOLD, MIST, SUMMER, Land
from shop.demo.drawing.places.scenes import Place
from shop.demo.drawing.places.workrooms import shelf, still
from shop.demo.drawing.plates import cloth, remedy
from shop.demo.drawing.plates.pantry import bottles, dough, dried, fresh, honey, infusions, rice, smoked, spice
from shop.demo.drawing.things import emblems
from shop.demo.drawing.things.grains import berry, slice_of_fruit
from shop.demo.drawing.things.larder import bamboo_shoot, cracker, dried_pork, little_fish, quill
from shop.demo.drawing.things.strewing import heap
from shop.demo.drawing.things.vessels import tray

STILT, EARTH, WORKS = "stilt", "earth", "works"


def _small_trays(scene: Scene) -> None:
    for n in range(4):
        x, y = 260 + 480 * (n % 2), 280 + 470 * (n // 2)
        tray(scene, x, y, 190)
        heap(scene, berry, spice.BERRIES, 16, x, y, 150, crowd=1.6)


def _apple_trays(scene: Scene) -> None:
    for n in range(4):
        x, y = 260 + 480 * (n % 2), 280 + 470 * (n // 2)
        tray(scene, x, y, 190)
        heap(scene, slice_of_fruit, dried.DRIED, 36, x, y, 150, crowd=1.5)


def _fish(scene: Scene) -> None:
    for n in range(9):
        x, y = 170 + 330 * (n % 3), 170 + 330 * (n // 3)
        tray(scene, x, y, 150)
        heap(scene, little_fish, smoked.FISH, 24, x, y, 120, crowd=1.3)


def _shoots(scene: Scene) -> None:
    for n in range(6):
        heap(scene, bamboo_shoot, dried.SHOOTS, 60, 250 + 500 * (n % 2), 200 + 300 * (n // 2), 150, crowd=1.8)


def _house(kind: str, x: float, y: float, size: float) -> scenes.House:
    return kind, x, y, size


_BIG = [_house(STILT, 0.36, 0.88, 460.0), _house(STILT, 0.78, 0.79, 250.0)]
_LOW = [_house(EARTH, 0.62, 0.88, 470.0), _house(EARTH, 0.2, 0.79, 250.0)]
_YARD = [_house(STILT, 0.3, 0.57, 300.0)]


def _among_rocks(land: Land) -> None:
    scenes.settle(land, [_house(EARTH, 0.62, 0.9, 330.0)])
    fields.rocks(land, 0.96, count=6, size=150)


PLACES: dict[str, Place] = {
    "htx-che-nam-may": scenes.forest_edge(
        DAWN,
        giant=0.74,
        moss=True,
        inks=scenes.WOOD,
        things=lambda land: scenes.settle(land, [_house(EARTH, 0.26, 0.92, 250.0)]),
    ),
    "ho-vang-thi-suong": scenes.forest_edge(
        MIST,
        giant=0.0,
        inks=scenes.WOOD,
        ground="#87935c",
        things=_among_rocks,
    ),
    "to-nong-san-cao-nguyen-tua": scenes.village(GOLD, [_house("market", 0.52, 0.88, 640.0)], ground="#a59a58"),
    "ho-lo-thi-hoi": trays_in_the_yard(_small_trays, SUMMER, village=_YARD),
    "cong-ty-tra-ca-phe-muong-khoe": scenes.tea_hill(
        GOLD, inks=infusions.COFFEE_ROWS, bump=2.0, count=9, village=[_house(WORKS, 0.34, 0.62, 380.0)], top=0.58
    ),
    "trang-trai-buoi-doi-huong": scenes.forest_edge(
        DAY, giant=0.0, inks=scenes.WOOD, things=fresh.POMELO_TREES, ground="#94a054"
    ),
    "ho-ca-phe-nam-thoang": scenes.tea_hill(
        DAWN, inks=infusions.COFFEE_ROWS, bump=2.4, count=7, village=[_house(STILT, 0.68, 0.6, 260.0)], lean=0.1
    ),
    "htx-nong-san-pha-nang": scenes.village(DAY, [_house(WORKS, 0.46, 0.88, 620.0)], ground="#93a05c"),
    "ho-quang-thi-theu": window_seat([cloth.INDIGO, cloth.WILD], GOLD),
    "to-tao-meo-deo-suong": trays_in_the_yard(_apple_trays, DAWN, village=[_house(EARTH, 0.72, 0.56, 280.0)]),
    "htx-lua-gao-canh-thanh": scenes.rice_valley(
        DAY,
        inks=fields.GREEN,
        top=0.56,
        steps=13,
        village=[_house(STILT, 0.16, 0.72, 190.0), _house(WORKS, 0.76, 0.74, 220.0)],
    ),
    "trang-trai-nam-rom": scenes.rice_valley(
        GOLD, top=0.58, steps=12, bamboo=0.9, village=[_house(STILT, 0.3, 0.78, 250.0)], sun=(0.4, 0.26)
    ),
    "htx-bun-mien-cua-cho": dough.noodle_yard([_house(WORKS, 0.36, 0.62, 300.0)], DAY),
    "cong-ty-nam-phong-am": scenes.village(DAWN, [_house(WORKS, 0.4, 0.88, 600.0)], ground="#7f9258", bamboo=0.9),
    "ho-bac-thi-ot": shelf(
        [
            spice.jar_maker("#9a4a26", emblems.flame, "#831c2d"),
            spice.jar_maker("#b5702c", emblems.pepper, "#23694a"),
        ],
        wall="#c9a98a",
        each=5,
    ),
    "to-det-soi-bong": loom(cloth.BRIDAL, wall="#cbb79a"),
    "ho-luong-thi-thoi": loom(cloth.LEAFY, wall="#d9cdb8"),
    "to-det-ben-suoi": scenes.lake(
        SUMMER, shore=0.66, village=[_house(STILT, 0.7, 0.7, 300.0), _house(STILT, 0.36, 0.68, 170.0)], boat=0.3
    ),
    "to-nuong-na-tia": scenes.hill_crop(
        SUMMER, fresh.gourd_plant, soil="#a5834c", top=0.44, village=[_house(STILT, 0.72, 0.53, 190.0)]
    ),
    "htx-banh-san-nia": trays_in_the_yard(
        dough.cracker_trays(cracker, dough.PUFFED, 26),
        GOLD,
        village=[_house(STILT, 0.3, 0.57, 320.0), _house(STILT, 0.72, 0.55, 220.0)],
    ),
    "ho-ca-ben-thuyen": trays_in_the_yard(_fish, DUSK, village=[_house(STILT, 0.74, 0.57, 280.0)]),
    "ho-gac-bep-khoi-lam": hearth(
        smoked.hanging_strip(dried_pork, "#8a3f2a", 120), rows=2, pot="#3a2f2a", x=700, kettle=False
    ),
    "ho-giang-a-doi": scenes.hill_crop(
        DAY, fresh.pineapple_plant, soil="#b0643a", rows=7, top=0.46, village=[_house(EARTH, 0.26, 0.56, 190.0)]
    ),
    "ho-men-say-nui": still("#7d6a4a", wall="#2f3430", mirrored=True),
    "hoi-cong-dong-na-su": scenes.village(DAY, [*_BIG, _house(STILT, 0.1, 0.76, 180.0)], ground="#86a05a", bamboo=0.92),
    "ho-tra-goc-tay": scenes.tea_hill(DUSK, count=9, top=0.6, village=[_house(EARTH, 0.3, 0.65, 250.0)]),
    "to-thao-qua-tan-gia": scenes.forest_edge(MIST, giant=0.2, moss=True, things=spice.undergrowth, size_of_giant=760),
    "to-ong-bia-rung": scenes.forest_edge(SUMMER, giant=0.1, inks=scenes.WOOD, things=scenes.hives(8)),
    "htx-mien-phen-tre": dough.noodle_yard([_house(STILT, 0.26, 0.6, 220.0), _house(EARTH, 0.62, 0.59, 200.0)], GOLD),
    "htx-ruong-bac-nam-sin": scenes.rice_valley(
        DAWN, top=0.5, steps=14, village=[_house(EARTH, 0.7, 0.66, 170.0), _house(EARTH, 0.84, 0.68, 130.0)]
    ),
    "hoi-du-lich-suoi-lan": scenes.village(DAWN, _LOW, wall=True, pots=True, ground="#86985a"),
    "ho-tan-thi-bong": scenes.rice_valley(
        GOLD, top=0.64, steps=9, village=[_house(EARTH, 0.68, 0.88, 340.0)], sun=(0.24, 0.22)
    ),
    "cong-ty-che-doi-xanh-bo": scenes.tea_hill(SUMMER, count=13, top=0.5, village=[_house(WORKS, 0.3, 0.55, 240.0)]),
    "to-che-khoai-cao-nguyen-sin": scenes.forest_edge(
        DAY, giant=0.7, moss=True, inks=scenes.WOOD, size_of_giant=720, ground="#7a8a4c"
    ),
    "ho-ly-a-rung": scenes.forest_edge(MIST, giant=0.46, moss=True, size_of_giant=860),
    "trang-trai-mac-ca-doi-gio": scenes.tea_hill(DAY, inks=dried.ORCHARD_ROWS, bump=3.0, count=6, top=0.52, lean=0.14),
    "htx-le-hoa-trang": scenes.forest_edge(
        DAY, giant=0.0, inks=scenes.WOOD, things=fresh.BLOSSOM_TREES, ground="#93a85c"
    ),
    "ho-nha-dat-may": scenes.village(MIST, [_house(EARTH, 0.42, 0.88, 600.0)], ground="#82945c", wall=True),
    "cong-ty-duoc-lieu-la-muc": scenes.forest_edge(
        SUMMER,
        giant=0.86,
        inks=scenes.DARKWOOD,
        things=lambda land: scenes.settle(land, [_house(WORKS, 0.34, 0.93, 420.0)]),
    ),
    "to-ban-khun-ha": scenes.rice_valley(
        DAWN, inks=fields.WATER, top=0.54, steps=12, village=[_house(EARTH, 0.7, 0.76, 230.0)]
    ),
    "htx-gao-dong-than": scenes.rice_valley(
        SUMMER,
        inks=fields.RIPE,
        top=0.6,
        steps=11,
        village=[_house(STILT, 0.2, 0.76, 220.0), _house(STILT, 0.4, 0.74, 170.0)],
    ),
    "cong-ty-che-vien-tan": scenes.tea_hill(
        DAWN, count=12, top=0.52, lean=-0.12, village=[_house(WORKS, 0.66, 0.6, 300.0)]
    ),
    "htx-ong-chin-nha": shelf([honey.NINE_SMALL], wall="#e6d6b4", each=5),
    "to-ong-dau-nguon": scenes.forest_edge(DAWN, giant=0.9, things=scenes.hives(5), ground="#6f8050"),
    "ho-ong-bien-may": scenes.forest_edge(GOLD, giant=0.15, inks=scenes.WOOD, things=scenes.hives(6), ground="#94984c"),
    "htx-ong-bo-song": scenes.lake(DAWN, shore=0.58, village=[_house(STILT, 0.72, 0.61, 200.0)], boat=0.34),
    "ho-may-ao-me-giong": window_seat([cloth.TURNED, cloth.SLEEVES], MIST, frame="#5f4a3a"),
    "trang-trai-sam-tan-rung": scenes.forest_edge(SUMMER, giant=0.3, moss=True, things=remedy.beds),
    "htx-que-thom-tra-my": scenes.forest_edge(
        DAWN, giant=0.0, inks=scenes.WOOD, things=bottles.trunks, ground="#7a9050"
    ),
    "to-que-dao-cong": trays_in_the_yard(
        spice.spread(quill, spice.BARK, 70, round_trays=False), MIST, village=[_house(STILT, 0.26, 0.56, 260.0)]
    ),
    "xuong-den-vo-que": scenes.village(
        GOLD, [_house(WORKS, 0.56, 0.88, 560.0)], ground="#9a9a54", trees=scenes.DARKWOOD
    ),
    "trang-trai-sam-nuoc-nguon": scenes.forest_edge(
        MIST, giant=0.6, moss=True, things=remedy.beds, size_of_giant=700, ground="#56703f"
    ),
    "ho-ho-van-uoi": scenes.forest_edge(GOLD, giant=0.4, inks=scenes.DARKWOOD, size_of_giant=880, ground="#8a8a48"),
    "htx-duoc-lieu-nuoc-trong": shelf(
        [
            spice.jar_maker("#d9921f", emblems.root, "#831c2d"),
            spice.jar_maker("#8a6a3a", emblems.leaf, "#23694a"),
        ],
        wall="#d5d9cc",
    ),
    "to-tra-la-leo": scenes.forest_edge(DAY, giant=0.8, inks=scenes.WOOD, things=spice.undergrowth, ground="#6f8f4c"),
    "ho-ray-lua-do": scenes.hill_crop(
        DAWN, rice.upland, soil="#9a6a3c", rows=8, top=0.46, village=[_house(STILT, 0.7, 0.56, 210.0)]
    ),
    "htx-mang-mam-nua": trays_in_the_yard(_shoots, SUMMER, village=[_house(WORKS, 0.64, 0.57, 330.0)]),
    "ho-bai-mia-suoi": scenes.hill_crop(GOLD, fresh.cane_plant, soil="#8a6a48", rows=5, top=0.54),
    "ho-ep-dau-tra-dong": scenes.hill_crop(
        DAY, dough.peanut_plant, soil="#c2a070", rows=7, top=0.54, village=[_house(WORKS, 0.3, 0.62, 300.0)]
    ),
}
