"""Real places for the journeys: all provinces, and the communes of a few, old names included."""

import csv
from pathlib import Path

from producers.places.services import DATA, load_places

PROVINCES = frozenset({"01", "11", "12", "48"})


def load_a_few_places(folder: Path) -> None:
    """Load all provinces and the communes of Hà Nội, Điện Biên, Lai Châu and Đà Nẵng from the project's own data."""
    kept = _copy("communes.csv", folder, "province_code", PROVINCES)
    _copy("communes_before_2025.csv", folder, "commune_code", {row["code"] for row in kept})
    (folder / "provinces.csv").write_bytes((DATA / "provinces.csv").read_bytes())
    load_places(folder)


def _copy(name: str, folder: Path, column: str, wanted: frozenset[str] | set[str]) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [row for row in reader if row[column] in wanted]
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames or ())
        writer.writeheader()
        writer.writerows(rows)
    return rows
