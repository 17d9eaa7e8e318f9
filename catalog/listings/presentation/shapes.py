"""The shapes of what a buyer sees of a listing; money in đồng, what is missing is empty."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from catalog.listings.states import IN_BASKET, HowSold, Reach
from catalog.ocop.life import IN_FORCE, CertificateState
from catalog.ocop.product_sets import ProductGroup
from producers.directory.languages import language_name

SPOKEN = "Tiếng {}"

Image = dict[str, Any]
"""A picture as the `picture` tag takes it: src160 … src1000, alt, colour."""


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether it can be had, in words and for the basket."""

    sentence: str
    is_available: bool
    can_buy: bool
    max_quantity: int


@dataclass(frozen=True, slots=True)
class ShownVoice:
    """A recording that the teller lets everybody hear."""

    label: str
    language: str
    opus_url: str
    compatible_url: str
    seconds: int
    transcript: str
    note: str

    @property
    def language_name(self) -> str:
        """The language as people say it: "Tiếng Việt", "Tiếng Thái Đen"."""
        return SPOKEN.format(language_name(self.language).removeprefix(SPOKEN.format("")))


@dataclass(frozen=True, slots=True)
class ShownMaker:
    """Who made it, as far as she agreed to be shown."""

    producer_id: int
    name: str
    is_named: bool
    kind: str
    commune: str
    commune_code: str
    commune_url: str
    province: str
    province_code: str
    village: str
    about: str
    picture: Image | None
    url: str
    point_name: str
    point_phone: str


@dataclass(frozen=True, slots=True)
class ShownCertificate:
    """A checked certificate and what it is today. Stars are 0 unless it is the one that counts.

    `subject` is who stands on the paper, if it is another than the seller and may be named.
    """

    stars: int
    subject: str
    decision_no: str
    decision_date: date
    certificate_no: str
    authority: str
    issued_date: date
    last_day: date
    revoked_date: date | None
    state: CertificateState

    @property
    def is_in_force(self) -> bool:
        """Whether its stars may be shown."""
        return self.state in IN_FORCE

    @property
    def heading(self) -> str:
        """What it is today, with the day that matters."""
        match self.state:
            case CertificateState.REVOKED:
                return f"Bị thu hồi ngày {_day(self.revoked_date)}"
            case CertificateState.EXPIRED:
                return f"Hết hiệu lực sau ngày {_day(self.last_day)}"
            case CertificateState.NOT_YET:
                return f"Có hiệu lực từ ngày {_day(self.issued_date)}"
            case CertificateState.REPLACED:
                return "Đã có giấy chứng nhận mới thay"
        return f"Còn hiệu lực đến hết ngày {_day(self.last_day)}"

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What can be checked with the authority."""
        return [
            ("Chủ thể của giấy", self.subject),
            ("Số giấy chứng nhận", self.certificate_no),
            ("Quyết định", f"{self.decision_no}, ngày {_day(self.decision_date)}"),
            ("Cơ quan công nhận", self.authority),
            ("Ngày cấp", _day(self.issued_date)),
        ]


@dataclass(frozen=True, slots=True)
class ShownListing:
    """One listing as the buyer sees it; what a draft does not have yet is empty. Money in đồng."""

    listing_id: int
    product_id: int
    is_on_sale: bool
    is_resting: bool
    back_date: date | None
    is_suspended: bool
    url: str
    title: str
    description: str
    photos: list[Image]
    price_dong: int | None
    unit: str
    weight_grams: int | None
    how_sold: HowSold
    availability: Availability
    stars: int
    months: list[int]
    season_note: str
    story: str
    teller: str
    voices: list[ShownVoice]
    maker: ShownMaker
    certificates: list[ShownCertificate]
    group: ProductGroup | None
    origin_group: str
    reach: Reach
    days_to_make: int | None
    details: list[tuple[str, str]]
    search_waits: bool = False

    @property
    def is_for_basket(self) -> bool:
        """Whether such a thing is sold through the basket at all, in stock or not."""
        return self.how_sold in IN_BASKET


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
