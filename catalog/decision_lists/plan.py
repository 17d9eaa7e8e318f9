"""What a list would change, row by row: nothing is written here, and no row is left out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from catalog.changes.facts import plain, version_of
from catalog.decision_lists.matching import SURE_WORDS, Known, Match, Stall, Sure
from catalog.decision_lists.models import DecisionList
from catalog.decision_lists.queries import Places, certificates_by_product, gone_products_of, products_of
from catalog.decision_lists.table.columns import Layout
from catalog.decision_lists.table.lines import KIND_WORDS, Kind, Line, lines_of
from catalog.decision_lists.table.values import day_of, stars_of
from catalog.ocop.authorities import why_not_theirs
from catalog.ocop.life import PUBLIC_STARS
from catalog.ocop.models import Certificate
from common.text import fold

LEFT_OUT = 0
"""Chosen for a row that a person leaves out."""
ALL_THE_SAME = "Vẫn ghi, lý do"


class Outcome(StrEnum):
    """What a row would do."""

    NEW = "new"
    RENEWAL = "renewal"
    CHECKED = "checked"
    KNOWN = "known"
    UNCLEAR = "unclear"
    NOT_SUBJECT = "not_subject"
    ABSENT = "absent"
    WRONG = "wrong"
    LEFT_OUT = "left_out"
    NO_PRODUCT = "no_product"


OUTCOMES = {
    Outcome.UNCLEAR: ("Cần chọn", "vang", "circle-help"),
    Outcome.NOT_SUBJECT: ("Chưa đứng tên được", "vang", "triangle-alert"),
    Outcome.WRONG: ("Dòng lỗi", "do", "triangle-alert"),
    Outcome.NEW: ("Giấy mới", "xanh", "award"),
    Outcome.RENEWAL: ("Thay giấy cũ", "xanh", "refresh-cw"),
    Outcome.CHECKED: ("Đối chiếu giấy đã khai", "xanh", "file-check-2"),
    Outcome.KNOWN: ("Đã biết", "xam", "check"),
    Outcome.ABSENT: ("Chưa có trên chợ", "xam", "ban"),
    Outcome.LEFT_OUT: ("Bỏ qua", "xam", "x"),
    Outcome.NO_PRODUCT: ("Không phải sản phẩm", "xam", "minus"),
}
"""The outcomes in the order of a person's work: name, tone and drawing."""
CHANGING = frozenset({Outcome.NEW, Outcome.RENEWAL, Outcome.CHECKED})


@dataclass(frozen=True, slots=True)
class Facts:
    """What a row says of a certificate."""

    stars: int
    issued_date: date
    certificate_no: str


@dataclass(frozen=True, slots=True)
class Planned:
    """One row: what it says, what it would do and why, the product meant, and those it might mean.

    `overruled` is why a certificate is noted although its holder can hold none.
    """

    line: Line
    outcome: Outcome
    reason: str
    product: Known | None = None
    facts: Facts | None = None
    candidates: tuple[tuple[Known, str], ...] = ()
    overruled: str = ""

    @property
    def pill(self) -> tuple[str, str, str]:
        """Words, tone and drawing."""
        return OUTCOMES[self.outcome]


def planned(found: DecisionList) -> list[Planned]:
    """Every row of the list with its outcome as the database stands now."""
    return list(Planner(found).rows())


def seen_of(rows: Iterable[Planned]) -> str:
    """A mark of what a person sees of a plan: another mark, and other certificates would be written."""
    return version_of(plain({"rows": [_seen(row) for row in rows]}))


def _seen(row: Planned) -> list[Any]:
    product_id = row.product.product_id if row.product else None
    written = (row.reason, asdict(row.facts)) if row.facts and row.outcome in CHANGING else None
    return [row.line.number, row.outcome, product_id, written]


def lines_read(found: DecisionList) -> Iterator[Line]:
    """Every row of the list as it is read now: from the table, or as a person wrote it anew."""
    for line in lines_of(found.table, Layout(found.head, found.columns)):
        said = found.corrected.get(str(line.number))
        yield Line(line.number, Kind.PRODUCT, said, line.text) if said else line


class Planner:
    """Plans the rows of one list against the products of its province."""

    def __init__(self, found: DecisionList) -> None:
        self._list = found
        known = products_of(found.province_id)
        self._products = {each.product_id: each for each in known}
        self._stall = Stall(known)
        self._places = Places(found.province_id)
        self._chosen: Mapping[str, int] = found.chosen
        self._overruled: Mapping[str, Mapping[str, Any]] = found.overruled
        self._taken: dict[int, int] = {}

    def rows(self) -> Iterator[Planned]:
        """Every row in order; a product that two rows mean is the first one's."""
        matched = [
            (line, self._match(line, self._stall) if line.kind == Kind.PRODUCT else None)
            for line in lines_read(self._list)
        ]
        meant = {self._meant(line, match) for line, match in matched if match}
        certificates = certificates_by_product(product_id for product_id in meant if product_id)
        for line, match in matched:
            yield self._row(line, match, certificates)

    def _match(self, line: Line, stall: Stall) -> Match:
        said = line.said
        communes = self._places.communes(said["place"], said["district"])
        return stall.match(said["product"], said["holder"], communes or frozenset())

    @cached_property
    def _gone(self) -> dict[int, Known]:
        return {each.product_id: each for each in gone_products_of(self._list.province_id)}

    @cached_property
    def _stall_of_gone(self) -> Stall:
        return Stall(self._gone.values())

    def _meant(self, line: Line, match: Match) -> int | None:
        """The product: the one chosen, else the exact one."""
        chosen = self._chosen.get(str(line.number))
        if chosen is not None:
            return chosen if chosen in self._products else None
        return match.candidates[0].product_id if match.sure == Sure.EXACT else None

    def _row(self, line: Line, match: Match | None, certificates: Mapping[int, list[Certificate]]) -> Planned:
        if match is None:
            return Planned(line, Outcome.NO_PRODUCT, KIND_WORDS[line.kind])
        shown = tuple((self._products[each.product_id], ", ".join(each.reasons)) for each in match.candidates)
        if self._chosen.get(str(line.number)) == LEFT_OUT:
            return Planned(line, Outcome.LEFT_OUT, "Bạn đã chọn bỏ qua dòng này.", candidates=shown)
        facts, wrong = self._facts(line)
        if facts is None:
            return Planned(line, Outcome.WRONG, wrong, candidates=shown)
        product = self._products.get(self._meant(line, match) or 0)
        if product is None:
            outcome = Outcome.UNCLEAR if match.candidates else Outcome.ABSENT
            said = f"{SURE_WORDS[match.sure].capitalize()}: {match.reason}" if match.candidates else self._absent(line)
            return Planned(line, outcome, said, facts=facts, candidates=shown)
        first = self._taken.setdefault(product.product_id, line.number)
        if first != line.number:
            return Planned(line, Outcome.WRONG, f"Cùng một món với dòng {first}.", candidates=shown)
        outcome, said = self._change(facts, certificates.get(product.product_id, []))
        why_not = product.why_not_of(line.said["holder"])
        if not why_not or outcome not in CHANGING:
            return Planned(line, outcome, said, product, facts, shown)
        reason = self._why_all_the_same(line, product)
        if not reason:
            return Planned(line, Outcome.NOT_SUBJECT, why_not, product, facts, shown)
        return Planned(line, outcome, f"{said} {ALL_THE_SAME}: {reason}", product, facts, shown, overruled=reason)

    def _why_all_the_same(self, line: Line, product: Known) -> str:
        """Why a person has this product's certificate noted although its holder can hold none."""
        said = self._overruled.get(str(line.number), {})
        return str(said["reason"]) if said.get("product") == product.product_id else ""

    def _absent(self, line: Line) -> str:
        """That no product is meant, and where one of that name is that is gone."""
        match = self._match(line, self._stall_of_gone)
        if not match.candidates:
            return match.reason
        gone = self._gone[match.candidates[0].product_id]
        return f"{gone}: hồ sơ hàng này đã khép. Mở lại hoặc mở hồ sơ mới rồi ghi giấy."

    def _facts(self, line: Line) -> tuple[Facts | None, str]:
        """What the row says, or what is wrong with it."""
        said = line.said
        stars, issued = stars_of(said["stars"]), self._issued(said["issued_date"])
        if not said["product"]:
            return None, "Thiếu tên sản phẩm."
        if not said["stars"]:
            return None, "Thiếu số sao."
        if stars is None:
            return None, f"Không đọc được số sao “{said['stars']}”."
        if stars not in PUBLIC_STARS:
            return None, f"{stars} sao không có giấy chứng nhận (Quyết định 26/2026/QĐ-TTg, Điều 4.1a)."
        not_theirs = why_not_theirs(stars, self._list.authority)
        if not_theirs:
            return None, not_theirs
        if issued is None:
            return None, f"Không đọc được ngày cấp “{said['issued_date']}”."
        if issued < self._list.decision_date:
            return None, f"Ngày cấp {issued:%d/%m/%Y} trước ngày quyết định."
        if self._places.communes(said["place"], said["district"]) is None:
            return None, f"Không có xã “{said['place']}” ở {self._list.province}, tên mới hay tên cũ."
        return Facts(stars, issued, said["certificate_no"][:60]), ""

    def _issued(self, text: str) -> date | None:
        return day_of(text) if text else self._list.issued_date

    def _change(self, facts: Facts, certificates: list[Certificate]) -> tuple[Outcome, str]:
        """What the certificate would be beside those that the product has."""
        same = [each for each in certificates if self._is_of_decision(each, facts)]
        checked = [each for each in certificates if each.verified_at and each not in same]
        if same and same[0].verified_at:
            return Outcome.KNOWN, "Giấy này chợ đã ghi và đã đối chiếu."
        if any(fold(each.decision_no) == fold(self._list.decision_no) for each in checked):
            return (
                Outcome.WRONG,
                "Chợ đã có giấy khác của cùng quyết định này cho món này; sửa ở trang giấy chứng nhận.",
            )
        newer = next((each for each in checked if each.issued_date >= facts.issued_date), None)
        if newer:
            return Outcome.WRONG, f"Chợ đã có giấy mới hơn: {newer}, cấp ngày {newer.issued_date:%d/%m/%Y}."
        if same:
            return Outcome.CHECKED, "Cán bộ xã đã khai giấy này; danh sách xác nhận."
        if checked:
            older = checked[0]
            if older.revoked_date:
                ended = f"{older} đã bị thu hồi từ {older.revoked_date:%d/%m/%Y}"
                return Outcome.RENEWAL, f"Ghi giấy mới từ {facts.issued_date:%d/%m/%Y}; giấy {ended}."
            return (
                Outcome.RENEWAL,
                f"Thay giấy {older} (cấp {older.issued_date:%d/%m/%Y}) từ {facts.issued_date:%d/%m/%Y}.",
            )
        return Outcome.NEW, f"Ghi giấy {facts.stars} sao, cấp ngày {facts.issued_date:%d/%m/%Y}."

    def _is_of_decision(self, certificate: Certificate, facts: Facts) -> bool:
        return (
            fold(certificate.decision_no) == fold(self._list.decision_no)
            and certificate.stars == facts.stars
            and certificate.issued_date == facts.issued_date
        )
