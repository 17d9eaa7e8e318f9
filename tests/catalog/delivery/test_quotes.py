"""What a parcel costs and how long it takes."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import producers.places
from catalog.delivery.quotes import REGIONS, Quote, quote

DIEN_BIEN, LAI_CHAU, DA_NANG, HA_NOI, CA_MAU = "11", "12", "48", "01", "96"
TODAY = date(2026, 11, 23)


def test_every_province_of_today_lies_in_one_region():
    data = Path(producers.places.__file__).parent / "data" / "provinces.csv"
    with data.open(encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    assert sorted(code for region in REGIONS.values() for code in region) == sorted(codes)


@pytest.mark.parametrize(
    ("origin", "destination", "expected"),
    [
        (DIEN_BIEN, DIEN_BIEN, Quote(22_000, 2, 3)),
        (DIEN_BIEN, LAI_CHAU, Quote(28_000, 3, 5)),
        (DIEN_BIEN, HA_NOI, Quote(28_000, 3, 5)),
        (DIEN_BIEN, DA_NANG, Quote(35_000, 4, 6)),
        (CA_MAU, DIEN_BIEN, Quote(35_000, 4, 6)),
    ],
)
def test_the_zone_decides_fee_and_days(origin, destination, expected):
    assert quote(origin=origin, destination=destination, grams=300, on=TODAY) == expected


@pytest.mark.parametrize(
    ("grams", "fee_dong"), [(0, 22_000), (1000, 22_000), (1001, 26_000), (1500, 26_000), (1501, 30_000), (6000, 62_000)]
)
def test_each_further_half_kilogram_costs_once_more(grams, fee_dong):
    assert quote(origin=DIEN_BIEN, destination=DIEN_BIEN, grams=grams, on=TODAY).fee_dong == fee_dong


def test_a_day_before_all_tariffs_gets_the_oldest():
    assert quote(origin=DIEN_BIEN, destination=DIEN_BIEN, grams=1, on=date(2020, 1, 1)).fee_dong == 22_000


@given(st.integers(0, 50_000), st.integers(0, 50_000))
def test_a_heavier_parcel_is_never_cheaper(one, other):
    light, heavy = sorted((one, other))
    fees = [quote(origin=DIEN_BIEN, destination=HA_NOI, grams=grams, on=TODAY).fee_dong for grams in (light, heavy)]
    assert fees == sorted(fees)
