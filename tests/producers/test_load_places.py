"""New data dates: what load_places does to places that change, go and come back."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.db.models import ProtectedError

from producers.places.models import Commune, FormerCommune
from producers.places.queries import find_communes
from producers.places.services import DATA, Loaded, load_places
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A copy of the data of Điện Biên, to change."""
    kept = {"provinces.csv": "code", "communes.csv": "province_code", "communes_before_2025.csv": "former_province"}
    for name, column in kept.items():
        rows = list(csv.DictReader((DATA / name).open(encoding="utf-8")))
        write(tmp_path / name, [row for row in rows if row[column] in ("11", "Tỉnh Điện Biên")])
    return tmp_path


def write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def change(path: Path, code: str, **facts: str) -> None:
    """Change the facts of a commune in the file, or leave it out if there are none."""
    key = "commune_code" if "before" in path.name else "code"
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    write(path, [{**row, **(facts if row[key] == code else {})} for row in rows if facts or row[key] != code])


def test_a_new_name_and_kind_replace_the_old(files):
    load_places(files)
    change(files / "communes.csv", "03358", name="Núa  Ngam Mới", kind="ward")
    assert load_places(files)["xã"] == Loaded(45, 0, 1, 0)
    assert str(Commune.objects.get(pk="03358")) == "Phường Núa Ngam Mới"
    assert [match.commune.code for match in find_communes("nua ngam moi")] == ["03358"]


def test_a_commune_that_is_gone_ends_and_keeps_its_producers(files):
    load_places(files)
    nua_ngam = Commune.objects.get(pk="03358")
    factories.point("Điểm hỗ trợ", "03358")
    change(files / "communes.csv", "03358")
    change(files / "communes_before_2025.csv", "03358")
    done = load_places(files, at=date(2027, 7, 1))
    assert done["xã"] == Loaded(44, 0, 0, 1)
    assert done["xã cũ"].ended == 3
    nua_ngam.refresh_from_db()
    assert nua_ngam.valid_to == date(2027, 7, 1)
    assert find_communes("Núa Ngam") == []
    assert load_places(files, at=date(2028, 1, 1))["xã"] == Loaded(44, 0, 0, 0)
    nua_ngam.refresh_from_db()
    assert nua_ngam.valid_to == date(2027, 7, 1)
    with pytest.raises(ProtectedError):
        nua_ngam.delete()


def test_a_commune_that_comes_back_is_valid_again(files, tmp_path):
    load_places(files)
    Commune.objects.filter(pk="03358").update(valid_to=date(2027, 7, 1))
    assert load_places(files)["xã"] == Loaded(45, 0, 1, 0)
    assert Commune.objects.get(pk="03358").valid_to is None


def test_a_broken_file_changes_nothing(files):
    load_places(files)
    change(files / "communes.csv", "03358", name="Tên Mới", latitude="không rõ")
    with pytest.raises(ValueError, match="không rõ"):
        load_places(files)
    assert Commune.objects.get(pk="03358").name == "Núa Ngam"


def test_names_saved_one_by_one_are_folded_too():
    nua_ngam = factories.commune("03358")
    former = FormerCommune.objects.create(
        commune=nua_ngam, name="Xã Núa Ngam", district="Huyện Điện Biên", province_name="Tỉnh Điện Biên", extent="whole"
    )
    assert (nua_ngam.folded, nua_ngam.province.folded) == ("nua ngam", "dien bien")
    assert (former.folded, former.folded_district, former.folded_province) == ("nua ngam", "dien bien", "dien bien")
