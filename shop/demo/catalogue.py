"""The demo market as plain data: who sells what, where, with which story, picture and voice.

Everything here is invented but the products, their communes and the facts of their stories. No Django model is touched.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from producers.points.hours import Span, read_spans

HERE = Path(__file__).parent
DATA = HERE / "data"
PICTURES = HERE / "pictures"
VOICES = HERE / "voices"

PRICE_NOTE = "Giá minh hoạ"
VOICE_NOTE = "Giọng máy đọc, chỉ để minh hoạ"


@dataclass(frozen=True, slots=True)
class Point:
    """A support point of a commune."""

    key: str
    name: str
    commune_code: str
    host_place: str
    address: str
    phone: str
    week: dict[int, list[Span]]
    hours: str
    services: tuple[str, ...]
    villages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One who signs in: officer, helper, approver, auditor, administrator or buyer."""

    username: str
    full_name: str
    role: str
    points: tuple[str, ...]
    province_code: str
    commune_code: str
    address: str
    phone: str


@dataclass(frozen=True, slots=True)
class Producer:
    """One who makes and sells; `consents` are the scopes she said yes to."""

    key: str
    name: str
    kind: str
    commune_code: str
    village: str
    phone: str
    languages: tuple[str, ...]
    payout: str
    point: str
    consents: frozenset[str]
    joined_days_ago: int
    about: str

    @property
    def picture(self) -> Path:
        """Her village, field, workshop or loom; never a face."""
        return PICTURES / f"{self.key}.webp"


@dataclass(frozen=True, slots=True)
class Applicant:
    """One whose application is on its way, or who sells no longer; `said` is the decision's reason, or her word."""

    name: str
    kind: str
    commune_code: str
    village: str
    phone: str
    languages: tuple[str, ...]
    payout: str
    point: str
    state: str
    said: str
    days_ago: int


@dataclass(frozen=True, slots=True)
class Certificate:
    """Stars once given, counted in days before today so that the demo never grows old."""

    stars: int
    state: str
    issued_days_ago: int
    revoked_days_ago: int | None


@dataclass(frozen=True, slots=True)
class Voice:
    """A story read aloud, as Opus for most and MP3 for old phones."""

    webm: Path
    mp3: Path
    seconds: int
    language: str
    note: str = VOICE_NOTE


@dataclass(frozen=True, slots=True)
class Product:
    """One of the 82 products. `price_dong` is None where the price is told on request."""

    no: int
    slug: str
    name: str
    product_set: int
    producer: str
    commune_code: str
    village: str
    origin_group: str
    months: tuple[int, ...]
    is_fresh: bool
    unit: str
    price_dong: int | None
    weight_grams: int
    stock: int
    how_sold: str
    lead_days: int | None
    delivers_to: str
    certificate: Certificate | None
    description: str
    season_note: str
    details: tuple[tuple[str, str], ...]
    story: str
    voice: Voice | None

    @property
    def pictures(self) -> tuple[Path, ...]:
        """The drawn pictures, the whole thing first."""
        return tuple(sorted(PICTURES.glob(f"{self.no:02}-*.webp")))


@dataclass(frozen=True, slots=True)
class Market:
    """The whole demo market."""

    points: tuple[Point, ...]
    people: tuple[Person, ...]
    producers: tuple[Producer, ...]
    applicants: tuple[Applicant, ...]
    products: tuple[Product, ...]


def read_market() -> Market:
    """Return the demo market as written in the files of `data`."""
    stories = {row["no"]: row for row in _rows(DATA / "stories.csv")}
    voices = {row["no"]: _voice(row) for row in _rows(VOICES / "voices.csv")}
    return Market(
        points=tuple(_point(row) for row in _rows(DATA / "points.csv")),
        people=tuple(_person(row) for row in _rows(DATA / "people.csv")),
        producers=tuple(_producer(row) for row in _rows(DATA / "producers.csv")),
        applicants=tuple(_applicant(row) for row in _rows(DATA / "applicants.csv")),
        products=tuple(
            _product(row, stories[row["no"]], voices.get(row["no"])) for row in _rows(DATA / "products.csv")
        ),
    )


def _point(row: dict[str, str]) -> Point:
    """A row of points.csv; its week is written "1-5=7:30–11:30", days by their ISO numbers."""
    days, _, hours = row["week"].partition("=")
    first, _, last = days.partition("-")
    return Point(
        key=row["key"],
        name=row["name"],
        commune_code=row["commune_code"],
        host_place=row["host_place"],
        address=row["address"],
        phone=row["phone"],
        week={day: read_spans(hours) for day in range(int(first), int(last) + 1)},
        hours=row["hours"],
        services=tuple(row["services"].split()),
        villages=tuple(row["villages"].split("; ")),
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _number(text: str) -> int | None:
    return int(text) if text else None


def _person(row: dict[str, str]) -> Person:
    return Person(**{**row, "points": tuple(row["points"].split())})  # type: ignore[arg-type]


def _producer(row: dict[str, str]) -> Producer:
    values: dict[str, object] = {
        **row,
        "languages": tuple(row["languages"].split()),
        "consents": frozenset(row["consents"].split()),
        "joined_days_ago": int(row["joined_days_ago"]),
    }
    return Producer(**values)  # type: ignore[arg-type]


def _applicant(row: dict[str, str]) -> Applicant:
    values: dict[str, object] = {**row, "languages": tuple(row["languages"].split()), "days_ago": int(row["days_ago"])}
    return Applicant(**values)  # type: ignore[arg-type]


def _voice(row: dict[str, str]) -> Voice:
    return Voice(
        webm=VOICES / f"{row['file']}.webm",
        mp3=VOICES / f"{row['file']}.mp3",
        seconds=int(row["seconds"]),
        language=row["language"],
    )


def _certificate(row: dict[str, str]) -> Certificate | None:
    if row["certificate_state"] == "none":
        return None
    return Certificate(
        stars=int(row["stars_once_held"]),
        state=row["certificate_state"],
        issued_days_ago=int(row["issued_days_ago"]),
        revoked_days_ago=_number(row["revoked_days_ago"]),
    )


def _details(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (fact.partition(": ") for fact in text.split(" | "))
    return tuple((key, value) for key, _, value in pairs)


def _product(row: dict[str, str], texts: dict[str, str], voice: Voice | None) -> Product:
    return Product(
        no=int(row["no"]),
        slug=row["slug"],
        name=row["name"],
        product_set=int(row["product_set"]),
        producer=row["producer"],
        commune_code=row["commune_code"],
        village=row["village"],
        origin_group=row["origin_group"],
        months=tuple(int(month) for month in row["months"].split()),
        is_fresh=row["fresh"] == "yes",
        unit=row["unit"],
        price_dong=_number(row["price_dong"]),
        weight_grams=int(row["weight_grams"]),
        stock=int(row["stock"]),
        how_sold=row["how_sold"],
        lead_days=_number(row["lead_days"]),
        delivers_to=row["delivers_to"],
        certificate=_certificate(row),
        description=texts["description"],
        season_note=texts["season_note"],
        details=_details(texts["details"]),
        story=texts["story"],
        voice=voice,
    )
