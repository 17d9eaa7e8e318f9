"""What in a listing deserves an approver's second look: rules as dated data, each with its points and its source.

`data/risks.csv` says what each rule weighs, whether a person must always look, where it stands and from when it holds;
this module says when it applies. The rules judge plain facts and ask nothing of a database, and decide nothing: a
person does.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.db.models import TextChoices
from django.utils import timezone

from catalog.approvals.namesakes import names
from catalog.listings.readiness import ALCOHOL
from catalog.listings.states import FACTS
from catalog.wordlists.finding import Found, found_in
from catalog.wordlists.lists import WordKind
from common.money import dong
from common.text import normalise

RISKS = Path(__file__).parent / "data" / "risks.csv"
HEALTH_FOOD = frozenset({18})
"""Product set "Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền"."""
TITLE = FACTS["title"]
"""What the texts call the place of the name."""
ORIGIN_WORDS = re.compile("chỉ dẫn địa lý|nhãn hiệu chứng nhận|vietgap|globalgap|hữu cơ|organic")
STARS_IN_WORDS = re.compile(r"\bocop\b|\b(?:[1-5]|một|hai|ba|bốn|năm)\s+sao\b|★+")
NOTHING_FOUND = "không thấy điều gì"
FAR_FROM_MEDIAN = 4
"""A price this many times above or below the median of its product set is far."""


class RiskLevel(TextChoices):
    """How soon and how closely to look."""

    LOW = "thap", "Thấp"
    MEDIUM = "vua", "Vừa"
    HIGH = "cao", "Cao"


LEVEL_FROM = ((40, RiskLevel.HIGH), (20, RiskLevel.MEDIUM))
"""From how many points on a listing is of that level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules judge. Prices in đồng; `texts` are the listing's words by the Vietnamese name of their place."""

    texts: Mapping[str, str]
    product_set_no: int | None = None
    price_dong: int | None = None
    median_dong: int | None = None
    is_first_of_producer: bool = False
    is_identity_checked: bool = True
    claims_certificate: bool = False
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class Risk:
    """One rule as it holds from `valid_from` to `valid_until`: points, and whether a person must always look."""

    code: str
    points: int
    needs_person: bool
    name: str
    source: str
    sure: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that applies, and what exactly was found."""

    code: str
    points: int
    sentence: str
    source: str
    needs_person: bool


def findings(facts: Facts, *, on: date | None = None) -> list[Finding]:
    """Everything that the rules in force on that day find, the gravest first; today if no day is given."""
    day = on or timezone.localdate()
    risks = risks_on(day)
    said = [(code, sentence) for code, found in RULES.items() for sentence in found(facts)]
    said += [(_code_of(found), f"{place}: “{found.excerpt}”") for place, found in claims_in(facts.texts, on=day)]
    known = [(risks[code], sentence) for code, sentence in said if code in risks]
    found = [Finding(each.code, each.points, words, each.source, each.needs_person) for each, words in known]
    return sorted(found, key=lambda finding: -finding.points)


def needs_a_person(found: Iterable[Finding]) -> bool:
    """Whether a person must look at this listing by itself: it is never approved together with others."""
    return any(finding.needs_person for finding in found)


def kept_of(found: Iterable[Finding]) -> dict[str, list[str]]:
    """The findings as the audit trail keeps them with the decision that was made on them."""
    said = [f"{finding.points} điểm: {finding.sentence} ({finding.source})" for finding in found]
    return {"findings": said or [NOTHING_FOUND]}


def points(found: Iterable[Finding]) -> int:
    """The points of all findings together; a rule counts once, however often it applies."""
    gravest: dict[str, int] = {}
    for finding in found:
        gravest[finding.code] = max(finding.points, gravest.get(finding.code, 0))
    return sum(gravest.values())


def level(found: Iterable[Finding]) -> RiskLevel:
    """How closely to look."""
    total = points(found)
    return next((each for least, each in LEVEL_FROM if total >= least), RiskLevel.LOW)


def claims_in(texts: Mapping[str, str], *, on: date) -> Iterator[tuple[str, Found]]:
    """Every word of the list that stands in the texts, with the name of its place."""
    for place, text in texts.items():
        for found in found_in(text, on=on):
            yield place, found


def risks_on(day: date) -> dict[str, Risk]:
    """The rules in force on that day, by code; of several rows of one code the latest."""
    held = [
        each for each in all_risks() if each.valid_from <= day and (each.valid_until is None or day <= each.valid_until)
    ]
    return {each.code: each for each in sorted(held, key=lambda each: each.valid_from)}


@lru_cache
def all_risks() -> tuple[Risk, ...]:
    """Every row of the data, past and present."""
    with RISKS.open(encoding="utf-8", newline="") as file:
        return tuple(
            Risk(
                code=row["code"],
                points=int(row["points"]),
                needs_person=row["needs_person"] == "có",
                name=row["name"],
                source=row["source"],
                sure=row["sure"],
                valid_from=date.fromisoformat(row["valid_from"]),
                valid_until=date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
            )
            for row in csv.DictReader(file)
        )


def _code_of(found: Found) -> str:
    if found.is_banned:
        return "banned_claim"
    return "praise" if found.word.kind == WordKind.PRAISE else "health_claim"


def _alcohol(facts: Facts) -> Iterator[str]:
    if facts.product_set_no in ALCOHOL:
        yield "Rượu, đồ uống có cồn: xem giấy phép của người bán; chưa có thì chỉ được giới thiệu."


def _alcohol_elsewhere(facts: Facts) -> Iterator[str]:
    if facts.product_set_no not in ALCOHOL and names(facts.texts.get(TITLE, ""), "rượu", code="alcohol_elsewhere"):
        yield "Tên hàng có chữ “rượu” mà bộ sản phẩm không phải rượu, đồ uống có cồn: xem có xếp đúng bộ không."


def _health_food(facts: Facts) -> Iterator[str]:
    if facts.product_set_no in HEALTH_FOOD:
        yield "Thực phẩm chức năng, thuốc dược liệu: xem kỹ lời hứa về sức khoẻ và giấy công bố."


def _ginseng(facts: Facts) -> Iterator[str]:
    for place, text in facts.texts.items():
        if names(text, "sâm", code="ginseng"):
            yield f"Có sâm ({place.lower()}): cần giấy xác nhận nguồn gốc."
            return


def _origin(facts: Facts) -> Iterator[str]:
    for place, said in _said(facts, ORIGIN_WORDS):
        yield f"Nói về nguồn gốc, tiêu chuẩn ({place}): {said}. Hỏi giấy tờ."


def _first(facts: Facts) -> Iterator[str]:
    if facts.is_first_of_producer:
        yield "Hàng đầu tiên của người bán này."


def _identity(facts: Facts) -> Iterator[str]:
    if not facts.is_identity_checked:
        yield "Người bán chưa được xác thực danh tính, hoặc lần xác thực không còn giá trị."


def _stars_in_words(facts: Facts) -> Iterator[str]:
    for place, said in _said(facts, STARS_IN_WORDS):
        yield f"Lời viết nói tới sao OCOP ({place}): {said}. Chỉ giấy chứng nhận mới cho sao; so với giấy."


def _certificate(facts: Facts) -> Iterator[str]:
    if facts.claims_certificate:
        yield "Có ghi chứng nhận OCOP: đối chiếu quyết định."


def _price(facts: Facts) -> Iterator[str]:
    price, median = facts.price_dong, facts.median_dong
    if not price or not median:
        return
    if price > median * FAR_FROM_MEDIAN or price * FAR_FROM_MEDIAN < median:
        yield f"Giá {dong(price)} khác xa giá giữa của bộ sản phẩm này ({dong(median)})."


def _held(facts: Facts) -> Iterator[str]:
    if facts.is_held:
        yield "Đang bị gỡ theo yêu cầu của cơ quan nhà nước hoặc bị hạn chế bán: chưa cho lên chợ được."


RULES: Mapping[str, Callable[[Facts], Iterator[str]]] = {
    "held": _held,
    "alcohol": _alcohol,
    "alcohol_elsewhere": _alcohol_elsewhere,
    "health_food": _health_food,
    "ginseng": _ginseng,
    "origin": _origin,
    "stars_in_words": _stars_in_words,
    "certificate": _certificate,
    "identity": _identity,
    "first": _first,
    "price": _price,
}
"""When each rule applies: a sentence for everything that it applies to."""


def _said(facts: Facts, words: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Each place where such words stand, and what stands there, each once."""
    for place, text in facts.texts.items():
        found = dict.fromkeys(words.findall(_lower(text)))
        if found:
            yield place.lower(), ", ".join(f"“{each}”" for each in found)


def _lower(text: str) -> str:
    return normalise(text).lower()
