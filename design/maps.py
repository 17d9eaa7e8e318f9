"""Draw the market's own maps: the country and each province as faint dots, one for each commune.

Reads the communes' coordinates, writes `static/img/ban-do/*.svg` and the frames by which pages put points on top.
Usage: python -m design.maps
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from producers.points.map import COUNTRY, FRAMES, WIDTH, Frame

ROOT = Path(__file__).resolve().parents[1]
COMMUNES = ROOT / "producers" / "places" / "data" / "communes.csv"
TARGET = ROOT / "static" / "img" / "ban-do"
INK = "#a99c83"
ISLANDS = {"20333": "Hoàng Sa", "22736": "Trường Sa"}
"""Groups of islands that lie far out and are named, lest their one dot be taken for dust."""

Row = dict[str, str]


def frame_of(name: str, rows: Iterable[Row]) -> Frame:
    """The smallest frame around the communes."""
    latitudes = [float(row["latitude"]) for row in rows]
    longitudes = [float(row["longitude"]) for row in rows]
    return Frame(name, min(longitudes), min(latitudes), max(longitudes), max(latitudes))


def drawing(frame: Frame, rows: Iterable[Row], dot: float) -> str:
    """The SVG: one path whose strokes have no length and round ends; places that fall together are drawn once."""
    places = sorted({_whole(frame, row) for row in rows}, key=lambda place: (place[1], place[0]))
    steps, last = [], (0, 0)
    for place in places:
        steps.append(f"m{place[0] - last[0]} {place[1] - last[1]}h0")
        last = place
    names = "".join(_label(frame, row) for row in rows if row["code"] in ISLANDS)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {frame.height}">'
        f'<path d="M0 0{"".join(steps)}" stroke="{INK}" stroke-width="{dot}" stroke-linecap="round" fill="none"/>'
        f"{names}</svg>\n"
    )


def draw_all() -> None:
    """Write every drawing, and the frames."""
    with COMMUNES.open(encoding="utf-8", newline="") as file:
        communes = list(csv.DictReader(file))
    groups = {COUNTRY: communes}
    for row in communes:
        groups.setdefault(row["province_code"], []).append(row)
    TARGET.mkdir(parents=True, exist_ok=True)
    with FRAMES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "west", "south", "east", "north"])
        for name, rows in sorted(groups.items()):
            frame = frame_of(name, rows)
            writer.writerow([name, frame.west, frame.south, frame.east, frame.north])
            (TARGET / f"{name}.svg").write_text(drawing(frame, rows, 2 if name == COUNTRY else 5), encoding="utf-8")


def _whole(frame: Frame, row: Row) -> tuple[int, int]:
    x, y = frame.place(float(row["latitude"]), float(row["longitude"]))
    return round(x), round(y)


def _label(frame: Frame, row: Row) -> str:
    x, y = _whole(frame, row)
    anchor = "end" if x > WIDTH / 2 else "start"
    return (
        f'<text x="{x}" y="{y + 14}" font-family="sans-serif" font-size="10" fill="#6b6151" text-anchor="{anchor}">'
        f"{ISLANDS[row['code']]}</text>"
    )


if __name__ == "__main__":
    draw_all()
