"""The drawing and what is put on top of it come from the same frame."""

import csv
from pathlib import Path

import pytest

from design.maps import COMMUNES, TARGET, drawing, frame_of
from producers.points.map import COUNTRY, EDGE, WIDTH, frames, kilometres_between

with COMMUNES.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def rows_of(name):
    return [row for row in ROWS if name in (COUNTRY, row["province_code"])]


@pytest.mark.parametrize("name", sorted(frames()))
def test_every_commune_lies_inside_its_drawing(name):
    frame = frames()[name]
    for row in rows_of(name):
        x, y = frame.place(float(row["latitude"]), float(row["longitude"]))
        assert EDGE - 0.5 <= x <= WIDTH - EDGE + 0.5
        assert EDGE - 0.5 <= y <= frame.height - EDGE + 1


@pytest.mark.parametrize("name", [COUNTRY, "11", "56"])
def test_the_drawings_are_those_of_the_data(name):
    frame = frame_of(name, rows_of(name))
    assert frame == frames()[name]
    drawn = (TARGET / f"{name}.svg").read_text(encoding="utf-8")
    assert drawn == drawing(frame, rows_of(name), 2 if name == COUNTRY else 5)


def test_both_archipelagos_are_named_on_the_map():
    drawn = (TARGET / f"{COUNTRY}.svg").read_text(encoding="utf-8")
    assert ">Hoàng Sa<" in drawn
    assert ">Trường Sa<" in drawn


def test_the_maps_are_light():
    assert max(path.stat().st_size for path in Path(TARGET).glob("*.svg")) < 21_000


def test_hanoi_is_as_far_from_dien_bien_phu_as_a_bird_flies():
    assert round(kilometres_between((21.0285, 105.8542), (21.386, 103.023))) == 296
    assert kilometres_between((21, 105), (21, 105)) == 0
