"""Draw the market's band as a weaver would note it: a row is one pick, a letter one thread's colour.

The band uses only lozenges, saw-teeth and lines, which many peoples share; no people's own motif.
A quarter is written down and mirrored both ways. Usage: python design/brocade.py
"""

from pathlib import Path

COLOURS = {"r": "#b5283c", "g": "#e8b23a", "w": "#fbf4e4"}
QUARTER = [
    "rrrrrrrrrrrrr",
    "g...g...g...g",
    ".g.g.g.g.g.g.",
    "..g...g...g..",
    "............r",
    "...........rr",
    "..........rrw",
    ".........rrw.",
    "w.......rrw.g",
]
TARGET = Path(__file__).resolve().parents[1] / "static" / "img" / "hoa-van.svg"


def mirrored(quarter: list[str]) -> list[str]:
    """Return the whole repeat; the middle thread and the middle pick are shared."""
    half = [row + row[-2::-1] for row in quarter]
    return half + half[-2::-1]


def stitches(rows: list[str], thread: str) -> str:
    """Return an SVG path of the runs of one thread, row by row."""
    runs: list[str] = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            length = len(row[x:]) - len(row[x:].lstrip(thread))
            if length:
                runs.append(f"M{x} {y}h{length}v1h-{length}z")
            x += max(length, 1)
    return "".join(runs)


def band(quarter: list[str]) -> str:
    """Return the band as SVG, one path a colour."""
    rows = mirrored(quarter)
    width, height = len(rows[0]), len(rows)
    paths = "".join(f'<path fill="{hue}" d="{stitches(rows, thread)}"/>' for thread, hue in COLOURS.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" shape-rendering="crispEdges">{paths}</svg>\n'
    )


if __name__ == "__main__":
    TARGET.write_text(band(QUARTER))
