"""The texts that bind those who use the market, as dated versions. Once announced a version is never changed.

They lie in one folder (POLICIES_DIR, else the one beside this file): `versions.csv` says which versions there are,
`<policy>/<version>.md` what they say. A new version holds from its day on, and no sooner than the notice that law asks
for (rule "policy.notice_days"): a file that promises an earlier day is read as if it promised the first lawful one.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from common.rules.book import rule
from common.rules.clocks import days_after

SHIPPED = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Policy:
    """One of the texts; `is_asked` ones are accepted by name, `needs` says what a lawyer or operator still fills in."""

    slug: str
    title: str
    needs: str
    is_asked: bool = False


POLICIES = {
    policy.slug: policy
    for policy in (
        Policy(
            "quy-che",
            "Quy chế hoạt động",
            "Quy chế phải do đơn vị vận hành ban hành và đăng ký với Bộ Công Thương trước khi chợ mở "
            "(Luật Thương mại điện tử 122/2025/QH15, Nghị định 248/2026/NĐ-CP); luật sư đọc lại từng điều.",
            is_asked=True,
        ),
        Policy(
            "du-lieu-ca-nhan",
            "Chính sách dữ liệu cá nhân",
            "Tám mục theo cách hiểu Điều 5.1 a–h Nghị định 248/2026/NĐ-CP và Luật 91/2025/QH15; luật sư cần đối chiếu, "
            "đơn vị vận hành điền nơi lưu và người phụ trách.",
            is_asked=True,
        ),
        Policy(
            "khieu-nai",
            "Quy trình khiếu nại",
            "Thời hạn và nơi nhận cần đơn vị vận hành xác nhận; luật sư đối chiếu Điều 7 Nghị định 248/2026/NĐ-CP "
            "và Luật 19/2023/QH15.",
        ),
        Policy(
            "xep-hang",
            "Cách xếp thứ tự hàng hoá",
            "Trang này do máy viết ra từ chính bảng mà việc tìm kiếm dùng; luật sư xem đã đủ theo Điều 11 Nghị định "
            "248/2026/NĐ-CP chưa.",
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Version:
    """One version of one policy as it was announced."""

    policy: str
    number: int
    announced_date: date
    valid_from: date
    changes: str
    body: str

    @property
    def title(self) -> str:
        """What the policy is called."""
        return POLICIES[self.policy].title

    @property
    def holds_from(self) -> date:
        """The day from which it binds: its own, and after the first version never before the notice has run."""
        if self.number == 1:
            return self.valid_from
        notice = rule("policy.notice_days", on=self.announced_date).value
        return max(self.valid_from, days_after(self.announced_date, notice))


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or the points of a list."""

    kind: str
    lines: tuple[str, ...]


def versions_of(policy: str) -> list[Version]:
    """Every version of the policy, the oldest first."""
    return [version for version in _read(_folder()) if version.policy == policy]


def version_in_force(policy: str, *, on: date) -> Version:
    """The version that binds on that day; before its first day the first one."""
    versions = versions_of(policy)
    return next((version for version in reversed(versions) if version.holds_from <= on), versions[0])


def versions_to_come(policy: str, *, on: date) -> list[Version]:
    """The versions that are announced and do not bind yet."""
    return [version for version in versions_of(policy) if version.announced_date <= on < version.holds_from]


def versions_announced(policy: str, *, on: date) -> list[Version]:
    """Every version that the public may know of, the newest first."""
    in_force = version_in_force(policy, on=on)
    known = [each for each in versions_of(policy) if each.announced_date <= on or each == in_force]
    return known[::-1]


def asked_versions(*, on: date) -> list[Version]:
    """The versions that people are asked to accept."""
    return [version_in_force(policy.slug, on=on) for policy in POLICIES.values() if policy.is_asked]


def filled_in(body: str) -> str:
    """The text with who runs the market in it."""
    market = settings.MARKET
    return body.replace("{operator}", market["operator"]).replace("{phone}", market["phone"])


def blocks(text: str) -> list[Block]:
    """The headings ("## …"), lists ("- …") and paragraphs of a text, in order."""
    found = []
    for part in text.strip().split("\n\n"):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        if not lines:
            continue
        if lines[0].startswith("## "):
            found.append(Block("heading", (lines[0][3:],)))
        elif lines[0].startswith("- "):
            found.append(Block("list", tuple(line.removeprefix("- ") for line in lines)))
        else:
            found.append(Block("paragraph", (" ".join(lines),)))
    return found


def _folder() -> Path:
    return Path(settings.POLICIES_DIR) if settings.POLICIES_DIR else SHIPPED


@lru_cache
def _read(folder: Path) -> list[Version]:
    with (folder / "versions.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Version(
                policy=row["policy"],
                number=int(row["version"]),
                announced_date=date.fromisoformat(row["announced_date"]),
                valid_from=date.fromisoformat(row["valid_from"]),
                changes=row["changes"],
                body=(folder / row["policy"] / f"{row['version']}.md").read_text(encoding="utf-8").strip(),
            )
            for row in csv.DictReader(file)
        ]
    return sorted(rows, key=lambda version: (version.policy, version.number))
