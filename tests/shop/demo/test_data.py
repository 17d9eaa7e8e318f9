"""The demo market is whole, plausible and names nobody real."""

import csv
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

import producers.places
from producers.consents.states import ConsentScope
from producers.directory.states import PayoutWay, ProducerKind
from producers.points.offered import all_services
from shop.demo.catalogue import Market, read_market

COMMUNES = Path(producers.places.__file__).parent / "data" / "communes.csv"
DAYS_OF_A_CERTIFICATE = 1096
UNREGISTERED = {"production_household"}
ALCOHOL, HOMESTAY = 14, 26
NOT_IN_THE_PRODUCERS_COMMUNE = {10, 44}
CURES = re.compile(r"chữa khỏi|chữa bệnh|điều trị|cam kết|sức đề kháng|ngừa ung thư", re.IGNORECASE)


@pytest.fixture(scope="module")
def market() -> Market:
    return read_market()


@pytest.fixture(scope="module")
def province_of() -> dict[str, str]:
    with COMMUNES.open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row["province_code"] for row in csv.DictReader(lines)}


def test_the_market_has_its_82_products_and_people(market):
    assert [product.no for product in market.products] == list(range(1, 83))
    assert len({product.slug for product in market.products}) == 82
    assert len(market.points) == 8
    assert len({producer.key for producer in market.producers}) == 59
    assert Counter(person.role for person in market.people) == {
        "officer": 10,
        "helper": 1,
        "approver": 3,
        "auditor": 1,
        "administrator": 1,
        "buyer": 3,
    }


def test_every_commune_exists_and_lies_in_the_province_of_its_point(market, province_of):
    points = {point.key: point for point in market.points}
    assert {province_of[point.commune_code] for point in market.points} == {"11", "12", "48"}
    for producer in market.producers:
        assert province_of[producer.commune_code] == province_of[points[producer.point].commune_code]
    for person in market.people:
        assert person.commune_code in {"", *province_of}


def test_products_come_from_their_producers_commune_or_the_one_beside_it(market, province_of):
    sellers = {producer.key: producer for producer in market.producers}
    elsewhere = set()
    for product in market.products:
        seller = sellers[product.producer]
        assert province_of[product.commune_code] == province_of[seller.commune_code]
        if product.commune_code != seller.commune_code:
            elsewhere.add(product.no)
    assert elsewhere == NOT_IN_THE_PRODUCERS_COMMUNE
    assert {product.producer for product in market.products} == set(sellers)


def test_every_kind_of_producer_sells_and_many_have_no_phone(market):
    assert {producer.kind for producer in market.producers} == set(ProducerKind)
    assert {producer.payout for producer in market.producers} == set(PayoutWay)
    assert sum(producer.phone == "" for producer in market.producers) == 22
    for producer in market.producers:
        assert "goods" in producer.consents
        assert producer.consents <= set(ConsentScope)
        assert producer.languages
        assert 40 <= len(producer.about.split()) <= 80, producer.key


def test_every_point_is_open_offers_services_of_the_list_and_serves_villages(market):
    known = {service.key for service in all_services()}
    for point in market.points:
        assert len([day for day, spans in point.week.items() if spans]) in {5, 6}
        assert set(point.services) <= known
        assert {"listing", "packing"} <= set(point.services)
        assert {one.village for one in market.producers if one.point == point.key} <= {*point.villages, ""}


def test_every_point_has_an_officer_and_two_officers_serve_two_points(market):
    served = [person.points for person in market.people if person.role == "officer"]
    assert {point for points in served for point in points} == {point.key for point in market.points}
    assert [len(points) for points in served].count(2) == 2


def test_certificates_stand_in_every_state_and_their_days_agree(market):
    states = Counter(product.certificate.state if product.certificate else "none" for product in market.products)
    assert states == {"valid": 28, "renewal": 8, "expired": 12, "revoked": 2, "none": 32}
    for product in market.products:
        if (certificate := product.certificate) is None:
            continue
        days_left = DAYS_OF_A_CERTIFICATE - certificate.issued_days_ago
        assert certificate.stars in {3, 4}
        if certificate.state == "valid":
            assert days_left > 185
        elif certificate.state == "renewal":
            assert 5 < days_left < 175
        elif certificate.state == "expired":
            assert days_left < -5
        else:
            assert days_left > 0
            assert 0 < certificate.revoked_days_ago < certificate.issued_days_ago


def test_only_registered_producers_hold_stars(market):
    kinds = {producer.key: producer.kind for producer in market.producers}
    assert not [p.no for p in market.products if p.certificate and kinds[p.producer] in UNREGISTERED]


def test_alcohol_and_homestays_are_only_shown_and_ginseng_is_asked_for(market):
    shown = {product.no for product in market.products if product.how_sold == "showcase"}
    assert shown == {p.no for p in market.products if p.product_set in (ALCOHOL, HOMESTAY)}
    assert shown == {33, 34, 43, 65, 66, 67, 79}
    assert {product.no for product in market.products if product.how_sold == "on_request"} == {61, 72}
    assert {product.no for product in market.products if product.price_dong is None} == {61, 72}
    assert {product.no for product in market.products if product.delivers_to == "own_province"} == {36}
    for product in market.products:
        assert (product.lead_days is not None) == (product.how_sold == "to_order")
        assert (product.delivers_to == "none") == (product.how_sold == "showcase")
        assert (product.weight_grams == 0) == (product.product_set == HOMESTAY)


def test_stories_are_long_enough_to_read_and_promise_no_cure(market):
    for product in market.products:
        assert 60 <= len(product.story.split()) <= 140, product.no
        assert product.description
        assert product.season_note
        assert 2 <= len(product.details) <= 5, product.no
        assert all(key and value for key, value in product.details), product.no
        assert not CURES.search(product.story + product.description), product.no


def test_voices_belong_to_products_whose_producer_agreed(market):
    consents = {producer.key: producer.consents for producer in market.producers}
    spoken = [product for product in market.products if product.voice]
    assert [product.no for product in spoken] == [42, 57, 78]
    for product in spoken:
        assert "voice" in consents[product.producer]
        assert product.voice.webm.read_bytes()[:4] == b"\x1a\x45\xdf\xa3"
        assert product.voice.mp3.stat().st_size < 130_000
        assert 15 <= product.voice.seconds <= 30


def test_no_phone_of_the_demo_can_be_somebodys(market):
    landlines = [point.phone for point in market.points]
    mobiles = [someone.phone for someone in (*market.producers, *market.people) if someone.phone]
    assert all(re.fullmatch(r"02(15|13|36)000\d{4}", phone) for phone in landlines)
    assert all(re.fullmatch(r"0300000\d{3}", phone) for phone in mobiles)
    assert len(set(mobiles)) == len(mobiles)


def test_texts_are_composed_and_have_no_stray_blanks(market):
    texts = [text for product in market.products for text in (product.name, product.description, product.story)]
    texts += [text for producer in market.producers for text in (producer.name, producer.about)]
    for text in texts:
        assert text == unicodedata.normalize("NFC", text).strip()
        assert "  " not in text
