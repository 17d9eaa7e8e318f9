"""A night in a village: shown, not sold."""

from shop.demo.drawing.places import fields, scenes
from shop.demo.drawing.places.indoors import hearth, window_seat
from shop.demo.drawing.places.land import DAWN, DAY, DUSK, GOLD, MIST, NIGHT, SUMMER
from shop.demo.drawing.plates.cloth import BRIDAL, MILK, SKY
from shop.demo.drawing.plates.sitting import Painter, place

DARK_TREES = ("#0f1a30", "#152240", "#1c2b4c")
NIGHT_RICE = ("#26365a", "#22324f", "#1d2b45", "#18243a")

PICTURES: dict[int, tuple[Painter, ...]] = {
    43: (
        place(
            scenes.lake(DAY, shore=0.7, village=[("stilt", 0.3, 0.76, 430.0), ("stilt", 0.74, 0.74, 270.0)], boat=0.8)
        ),
        place(
            scenes.village(
                NIGHT,
                [("stilt", 0.38, 0.88, 520.0), ("stilt", 0.8, 0.79, 260.0)],
                ground="#22324f",
                lit=True,
                trees=DARK_TREES,
            )
        ),
        place(window_seat([MILK, SKY], SUMMER)),
    ),
    65: (
        place(scenes.village(DAY, [("earth", 0.3, 0.86, 430.0), ("earth", 0.74, 0.8, 300.0)], wall=True, pots=True)),
        place(scenes.village(MIST, [("market", 0.5, 0.86, 640.0)], ground="#7d9a55", wall=True)),
        place(
            scenes.village(
                NIGHT,
                [("earth", 0.34, 0.86, 470.0), ("earth", 0.78, 0.79, 280.0)],
                ground="#22324f",
                lit=True,
                trees=DARK_TREES,
                wall=True,
            )
        ),
        place(scenes.rice_valley(DAWN, village=[("earth", 0.24, 0.84, 250.0)], steps=10)),
    ),
    66: (
        place(scenes.village(DAWN, [("earth", 0.36, 0.9, 560.0)], ground="#8a9455", bamboo=0.85)),
        place(scenes.tea_hill(MIST, top=0.66, village=[("earth", 0.3, 0.71, 230.0), ("earth", 0.62, 0.7, 170.0)])),
        place(hearth(pot="#3a2f2a", x=690, wall="#4a3626", fire=130)),
    ),
    67: (
        place(
            scenes.rice_valley(
                DAY,
                inks=fields.WATER,
                village=[("earth", 0.26, 0.82, 300.0), ("earth", 0.62, 0.76, 210.0)],
                steps=10,
                top=0.6,
            )
        ),
        place(
            scenes.rice_valley(
                NIGHT,
                inks=NIGHT_RICE,
                village=[("earth", 0.3, 0.86, 330.0), ("earth", 0.68, 0.8, 220.0)],
                lit=True,
                sun=(0.76, 0.14),
            )
        ),
        place(scenes.rice_valley(GOLD, village=[("earth", 0.74, 0.84, 280.0)], top=0.56, steps=12, sun=(0.25, 0.25))),
        place(window_seat([BRIDAL, SKY], DUSK)),
    ),
}
