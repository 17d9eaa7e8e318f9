"""Our own small map: from longitude and latitude to a drawing, one frame for the country and one for each province.

The frames stand in `data/frames.csv`, written by `design/maps.py` together with the dots under `static/img/ban-do/`; so
what a page puts on top lies where the drawing says.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

FRAMES = Path(__file__).parent / "data" / "frames.csv"
COUNTRY = "viet-nam"
WIDTH = 320
"""Units across every drawing."""
EDGE = 14
"""Air around the outermost dots, so that no mark is cut."""
EARTH_KM = 6371


@dataclass(frozen=True, slots=True)
class Frame:
    """A piece of the earth between two meridians and two parallels, in degrees; small enough to be drawn flat."""

    name: str
    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> float:
        """Units for one degree of latitude; one of longitude is narrower by the cosine."""
        return (WIDTH - 2 * EDGE) / ((self.east - self.west) * self._narrowing)

    @property
    def height(self) -> int:
        """Units from top to bottom."""
        return round((self.north - self.south) * self.scale + 2 * EDGE)

    @property
    def _narrowing(self) -> float:
        return cos(radians((self.south + self.north) / 2))

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where the place lies in the drawing: units from the left and from the top."""
        x = EDGE + (longitude - self.west) * self._narrowing * self.scale
        y = EDGE + (self.north - latitude) * self.scale
        return round(x, 1), round(y, 1)


@lru_cache
def frames() -> dict[str, Frame]:
    """Every frame by the code of its province, and the country's as COUNTRY."""
    with FRAMES.open(encoding="utf-8", newline="") as file:
        return {
            row["name"]: Frame(row["name"], *(float(row[side]) for side in ("west", "south", "east", "north")))
            for row in csv.DictReader(file)
        }


def kilometres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The way of a bird between two places, each latitude and longitude in degrees."""
    (south, west), (north, east) = [(radians(latitude), radians(longitude)) for latitude, longitude in (one, other)]
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
