"""The badge on every page, on the day it changes, while nobody indexes anything."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.utils import timezone

from catalog.certificates.services import revoke_certificate
from catalog.listings.indexing import build_documents, listed_keys
from catalog.search.engine import get_engine
from tests import factories

pytestmark = pytest.mark.django_db

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
BADGE = re.compile(r'class="ocop"[^>]*>.*?(★+)', re.S)


@pytest.fixture
def clock(monkeypatch):
    """Set what time it is."""

    def clock(day: date, hour: int = 0, minute: int = 0) -> None:
        moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=HANOI)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return clock


@pytest.fixture
def open_stalls(settings, tmp_path: Path):
    """Bring what is on sale to the search, once; after that the worker is stopped."""
    settings.SEARCH_DIR = tmp_path / "search"
    get_engine.cache_clear()
    cache.clear()
    get_engine().reset()
    yield lambda: get_engine().replace(build_documents(list(listed_keys())))
    get_engine.cache_clear()
    cache.clear()


def badges(visitor, listing) -> dict[str, int]:
    """How many stars each kind of page shows."""
    product = listing.product_id
    pages = {
        "home": "/",
        "group": "/nhom/thu-cong/",
        "search": "/tim/?q=khan",
        "product": f"/hang/{product}/khan-tho-cam-lao/",
        "producer": f"/nguoi-ban/{listing.producer_id}/{listing.producer.slug}/",
        "commune": f"/xa/{listing.producer.commune_id}/nua-ngam/",
        "register": "/ocop/",
    }
    shown = {}
    for name, address in pages.items():
        response = visitor.get(address)
        assert response.status_code == 200, (name, response.headers.get("Location"))
        found = BADGE.search(response.text)
        shown[name] = len(found[1]) if found else 0
    award = re.search(r'"award": "OCOP (\d) sao"', visitor.get(pages["product"]).text)
    shown["structured"] = int(award[1]) if award else 0
    facet = visitor.get("/tim/").text
    shown["facet"] = next((stars for stars in (5, 4, 3) if _is_counted(facet, stars)), 0)
    return shown


def _is_counted(page: str, stars: int) -> bool:
    """Whether the filter says that one thing has so many stars."""
    box = re.search(rf'name="sao"\s+value="{stars}".*?</label>', page, re.S)
    return bool(box and re.search(r"\b1\b", re.sub(r"<[^>]*>", " ", box[0].partition(">")[2])))


@pytest.fixture
def days(clock, visitor, mai, open_stalls):
    """On each of the days, the one number of stars that all pages agree on."""

    def days(listing, expected: dict[tuple[date, int, int], int]) -> None:
        clock(min(expected)[0] - timedelta(days=1))
        open_stalls()
        for (day, hour, minute), stars in expected.items():
            clock(day, hour, minute)
            shown = badges(visitor, listing)
            assert set(shown.values()) == {stars}, (day, hour, shown)

    return days


@pytest.fixture
def scarf(mai):
    """Mai's scarf, on sale."""
    return factories.listing(of=mai)


def test_issue_end_and_leap_day(days, scarf):
    """Issued on 29 February 2024 at midnight of Vietnam, ended after 28 February 2027."""
    factories.certificate(scarf, stars=4, issued=date(2024, 2, 29))
    days(
        scarf,
        {
            (date(2024, 2, 28), 23, 59): 0,
            (date(2024, 2, 29), 0, 0): 4,
            (date(2027, 2, 28), 23, 59): 4,
            (date(2027, 3, 1), 0, 0): 0,
        },
    )


def test_extension(days, scarf):
    factories.certificate(scarf, stars=3, issued=date(2023, 11, 1), extended_until=date(2027, 4, 29))
    days(scarf, {(date(2026, 11, 1), 0, 0): 3, (date(2027, 4, 29), 23, 59): 3, (date(2027, 4, 30), 0, 0): 0})


def test_more_stars_before_the_old_certificate_ends_then_fewer(days, scarf):
    old = factories.certificate(scarf, stars=3, issued=date(2024, 5, 1))
    new = factories.certificate(scarf, stars=4, issued=date(2026, 12, 10))
    last = factories.certificate(scarf, stars=3, issued=date(2029, 11, 30))
    assert old.expires_date > new.issued_date
    days(
        scarf,
        {
            (date(2026, 12, 9), 23, 59): 3,
            (date(2026, 12, 10), 0, 0): 4,
            (date(2029, 11, 29), 23, 59): 4,
            (date(2029, 11, 30), 0, 0): 3,
            (last.expires_date, 23, 59): 3,
            (last.expires_date + timedelta(days=1), 0, 0): 0,
        },
    )


def test_a_revocation_that_is_known_ahead(days, scarf):
    factories.certificate(scarf, stars=5, issued=date(2026, 1, 1), revoked_date=date(2026, 12, 24))
    days(scarf, {(date(2026, 12, 23), 23, 59): 5, (date(2026, 12, 24), 0, 0): 0})


def test_a_revocation_of_today_is_gone_once_the_worker_has_run(clock, visitor, scarf, linh, open_stalls):
    day = date(2026, 11, 26)
    paper = factories.certificate(scarf, stars=4, issued=date(2026, 1, 1))
    clock(day)
    open_stalls()
    assert set(badges(visitor, scarf).values()) == {4}
    revoke_certificate(paper, by=linh, ground="a", document_no="1", revoked_date=day, reason="Giả mạo hồ sơ.")
    shown = badges(visitor, scarf)
    assert (shown["product"], shown["register"]) == (0, 0)
    open_stalls()
    assert set(badges(visitor, scarf).values()) == {0}
