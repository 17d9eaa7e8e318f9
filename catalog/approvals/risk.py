"""What in a listing deserves an approver's second look: rules as data, each with its points and its source.

The rules judge plain facts and ask nothing of a database. They decide nothing: a person does.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.db.models import TextChoices

from catalog.listings.readiness import ALCOHOL, ALCOHOL_LAW
from common.money import dong
from common.text import fold, normalise

CLAIMS = Path(__file__).parent / "data" / "claims.csv"
HEALTH_FOOD = frozenset({18})
"""Product set "Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền"."""
FAR_FROM_MEDIAN = 4
"""A price this many times above or below the median of its product set is far."""
WORDS_AROUND = 4
OWN_RULE = "Quy tắc của chợ"
PRE_MODERATION = "Luật 122/2025/QH15, Điều 17 (duyệt trước khi hiển thị)"


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
    claims_certificate: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that applies, and what exactly was found."""

    code: str
    points: int
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `found` gives a sentence for everything that it applies to."""

    code: str
    points: int
    source: str
    found: Callable[[Facts], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that promise too much, as dated data."""

    words: str
    points: int
    source: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The words, standing by themselves."""
        return re.compile(rf"(?<!\w){re.escape(self.words)}(?!\w)")

    @property
    def bare_pattern(self) -> re.Pattern[str]:
        """The same for texts typed without marks."""
        return re.compile(rf"(?<!\w){re.escape(fold(self.words))}(?!\w)")


def findings(facts: Facts) -> list[Finding]:
    """Everything that the rules find, the gravest first."""
    found = [Finding(rule.code, rule.points, sentence, rule.source) for rule in RULES for sentence in rule.found(facts)]
    found += [
        Finding("claim", claim.points, f"{place}: “{excerpt}”", claim.source)
        for claim in claims()
        for place, excerpt in _places(claim, facts.texts)
    ]
    return sorted(found, key=lambda finding: -finding.points)


def points(found: list[Finding]) -> int:
    """The points of all findings together; words that promise too much count once, however often they stand there."""
    gravest: dict[str, int] = {}
    for finding in found:
        gravest[finding.code] = max(finding.points, gravest.get(finding.code, 0))
    return sum(gravest.values())


def level(found: list[Finding]) -> RiskLevel:
    """How closely to look."""
    total = points(found)
    return next((each for least, each in LEVEL_FROM if total >= least), RiskLevel.LOW)


@lru_cache
def claims() -> list[Claim]:
    """The words that promise too much."""
    with CLAIMS.open(encoding="utf-8", newline="") as file:
        return [Claim(row["words"], int(row["points"]), row["source"]) for row in csv.DictReader(file)]


def _alcohol(facts: Facts) -> Iterator[str]:
    if facts.product_set_no in ALCOHOL:
        yield "Rượu, đồ uống có cồn: chỉ được giới thiệu."


def _health_food(facts: Facts) -> Iterator[str]:
    if facts.product_set_no in HEALTH_FOOD:
        yield "Thực phẩm chức năng, thuốc dược liệu: xem kỹ lời hứa về sức khoẻ và giấy công bố."


def _ginseng(facts: Facts) -> Iterator[str]:
    for place, text in facts.texts.items():
        words = fold(text)
        if re.search(r"(?<!khoai )\bsam (ngoc linh|lai chau|k5|day|tuoi|cu)\b", words):
            yield f"Có sâm ({place.lower()}): cần giấy xác nhận nguồn gốc."
            return


def _origin(facts: Facts) -> Iterator[str]:
    for place, text in facts.texts.items():
        found = re.search(r"chỉ dẫn địa lý|nhãn hiệu chứng nhận|vietgap|globalgap|hữu cơ|organic", _lower(text))
        if found:
            yield f"Nói về nguồn gốc, tiêu chuẩn ({place.lower()}): “{found[0]}”. Hỏi giấy tờ."


def _first(facts: Facts) -> Iterator[str]:
    if facts.is_first_of_producer:
        yield "Hàng đầu tiên của người bán này."


def _certificate(facts: Facts) -> Iterator[str]:
    if facts.claims_certificate:
        yield "Có ghi chứng nhận OCOP: đối chiếu quyết định."


def _price(facts: Facts) -> Iterator[str]:
    price, median = facts.price_dong, facts.median_dong
    if not price or not median:
        return
    if price > median * FAR_FROM_MEDIAN or price * FAR_FROM_MEDIAN < median:
        yield f"Giá {dong(price)} khác xa giá giữa của bộ sản phẩm này ({dong(median)})."


RULES = (
    Rule("alcohol", 40, ALCOHOL_LAW, _alcohol),
    Rule("health_food", 30, PRE_MODERATION, _health_food),
    Rule("ginseng", 30, OWN_RULE, _ginseng),
    Rule("origin", 15, OWN_RULE, _origin),
    Rule("certificate", 10, "Quyết định 26/2026/QĐ-TTg, Điều 9", _certificate),
    Rule("first", 10, OWN_RULE, _first),
    Rule("price", 15, OWN_RULE, _price),
)


def _places(claim: Claim, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Where the words stand, each with a few words around; text typed without marks is read without them."""
    for place, text in texts.items():
        words = _lower(text)
        pattern = claim.bare_pattern if words.isascii() else claim.pattern
        for found in pattern.finditer(words):
            before = words[: found.start()].split(" ")[-WORDS_AROUND - 1 :]
            after = words[found.end() :].split(" ")[: WORDS_AROUND + 1]
            yield place, f"{' '.join(before)}{found[0]}{' '.join(after)}".strip()


def _lower(text: str) -> str:
    return normalise(text).lower()
