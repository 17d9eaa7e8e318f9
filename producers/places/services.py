"""Load the places from the project's data files."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from pathlib import Path

from django.db import transaction
from django.db.models import Model

from common.text import fold, normalise
from producers.places.models import Commune, FormerCommune, Province

DATA = Path(__file__).parent / "data"
DATA_DATE = date(2026, 11, 22)
_BATCH = 500
_FORMER_KEY = ("commune_id", "name", "district", "province_name")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one load did to one kind of place."""

    total: int
    new: int
    changed: int
    ended: int


@transaction.atomic
def load_places(folder: Path = DATA, *, at: date = DATA_DATE) -> dict[str, Loaded]:
    """Bring provinces, communes and former communes to what the files say; places no longer there end `at`.

    Rows that are right already are not written.
    """
    return {
        "tỉnh": _bring(Province, _provinces(folder), ("code",), at),
        "xã": _bring(Commune, _communes(folder), ("code",), at),
        "xã cũ": _bring(FormerCommune, _former_communes(folder), _FORMER_KEY, at),
    }


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {column: normalise(value) for column, value in row.items()}


def _provinces(folder: Path) -> list[Province]:
    return [Province(**row, folded=fold(row["name"])) for row in _rows(folder / "provinces.csv")]


def _communes(folder: Path) -> list[Commune]:
    return [
        Commune(
            code=row["code"],
            name=row["name"],
            kind=row["kind"],
            province_id=row["province_code"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            folded=fold(row["name"]),
        )
        for row in _rows(folder / "communes.csv")
    ]


def _former_communes(folder: Path) -> list[FormerCommune]:
    former = [
        FormerCommune(
            commune_id=row["commune_code"],
            name=row["former_commune"],
            district=row["former_district"],
            province_name=row["former_province"],
            extent=row["extent"],
        )
        for row in _rows(folder / "communes_before_2025.csv")
    ]
    for one in former:
        one.fold_names()
    return former


def _bring(model: type[Model], wanted: Sequence[Model], key: tuple[str, ...], at: date) -> Loaded:
    """Write what is new or different, and end what is gone: with `at` as `valid_to`, or by deletion.

    Only former communes, to which nothing points, have no `valid_to` and are deleted.
    """
    rest = [field.attname for field in model._meta.concrete_fields if field.attname not in ("id", *key)]
    identity, facts = attrgetter(*key), attrgetter(*rest)
    known = {identity(row): row for row in model._default_manager.all()}
    new = [row for row in wanted if identity(row) not in known]
    changed = [row for row in wanted if identity(row) in known and facts(row) != facts(known[identity(row)])]
    model._default_manager.bulk_create(
        [*new, *changed], batch_size=_BATCH, update_conflicts=True, unique_fields=key, update_fields=rest
    )
    gone = [known[one].pk for one in known.keys() - {identity(row) for row in wanted}]
    return Loaded(len(wanted), len(new), len(changed), _end(model, gone, at))


def _end(model: type[Model], gone: list[object], at: date) -> int:
    rows = model._default_manager.filter(pk__in=gone)
    if model is FormerCommune:
        return rows.delete()[0]
    return rows.filter(valid_to__isnull=True).update(valid_to=at)
