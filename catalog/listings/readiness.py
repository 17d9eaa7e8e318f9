"""What a listing still lacks before it can be sent for approval, and how its kind of goods may be sold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from catalog.licences.queries import is_licensed
from catalog.licences.restricted import restricted
from catalog.listings.models import Listing, ListingPhoto
from catalog.listings.promises import banned_words
from catalog.listings.queries import facts_of
from catalog.listings.states import IN_BASKET, HowSold
from catalog.ocop.holders import why_not_holder
from catalog.ocop.product_sets import product_sets
from catalog.ocop.services import claimed_certificate
from producers.applications.readiness import why_no_goods
from producers.consents.queries import has_consent
from producers.consents.states import ConsentScope
from producers.directory.models import Producer
from producers.papers.ocop_subjects import SOURCE as SUBJECTS

ALCOHOL = frozenset({14, 15})
"""Product sets "Rượu trắng" and "Đồ uống có cồn khác" (Decision 26/2026/QĐ-TTg, Annex I)."""
STAYS = frozenset({26})
"""Community tourism: a stay is agreed by telephone, not put into a parcel."""

ALCOHOL_LAW = "Luật 44/2019/QH14 về phòng, chống tác hại của rượu, bia"
NO_LICENCE = (
    "Rượu chỉ bán được khi người bán có giấy phép còn hạn, tỉnh đã đối chiếu. Chưa có thì chọn “Chỉ giới thiệu”."
)
CONSENT_LAW = "Luật 91/2025/QH15 về bảo vệ dữ liệu cá nhân"
PRICE_LAW = "Luật 122/2025/QH15 về thương mại điện tử, Điều 11"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is lacking: the field to go to ("photos", "consent" and
    "application" are none), what to do, which rule asks."""

    field: str
    sentence: str
    source: str = ""


def ways_to_sell(product_set_no: int | None) -> frozenset[HowSold]:
    """How goods of that product set may be sold today."""
    if product_set_no in ALCOHOL and settings.ALCOHOL_ONLY_SHOWN:
        return frozenset({HowSold.SHOWCASE})
    if product_set_no in STAYS:
        return frozenset({HowSold.ON_REQUEST, HowSold.SHOWCASE})
    return frozenset(HowSold)


def why_not_so(product_set_no: int | None) -> str:
    """Why goods of that product set cannot be sold in every way."""
    if product_set_no in ALCOHOL:
        return f"Rượu hiện chỉ được giới thiệu, chưa bán qua chợ vì chưa kiểm được tuổi người mua ({ALCOHOL_LAW})."
    return "Dịch vụ du lịch: chọn “Hỏi giá” hoặc “Chỉ giới thiệu”, vì không gửi được bằng bưu kiện."


def missing_in(listing: Listing, wanted: Mapping[str, Any] | None = None) -> list[Missing]:
    """Everything the listing lacks, in the order of the form; empty when it can be sent.

    With `wanted`, by field of the form, everything it would lack if it said that.
    """
    facts = {"photos": _has_photo(listing), **facts_of(listing), **(wanted or {})}
    how_sold, in_basket = facts["how_sold"], facts["how_sold"] in IN_BASKET
    checks = [
        (not facts["photos"], Missing("photos", "Cần ít nhất một ảnh.")),
        (not facts["title"], Missing("title", "Cần tên hàng.")),
        (not facts["description"], Missing("description", "Cần nói đó là gì.")),
        (facts["product_set"] not in product_sets(), Missing("product_set", "Cần chọn bộ sản phẩm.")),
        (
            how_sold not in ways_to_sell(facts["product_set"]),
            Missing("how_sold", why_not_so(facts["product_set"])),
        ),
        (in_basket and facts["price"] is None, Missing("price", "Cần giá bán.", PRICE_LAW)),
        (in_basket and not facts["unit"], Missing("unit", "Cần đơn vị: chiếc, gói, kg…")),
        (in_basket and not facts["weight"], Missing("weight", "Cần cân nặng để tính phí giao.")),
        (
            how_sold == HowSold.STOCK and not facts["stock"] and not facts["months"],
            Missing("stock", "Cần số lượng đang có, hoặc tháng có hàng nếu chưa tới mùa."),
        ),
        (how_sold == HowSold.TO_ORDER and not facts["stock"], Missing("stock", "Cần số cái nhận làm cùng lúc.")),
        (how_sold == HowSold.TO_ORDER and not facts["days_to_make"], Missing("days_to_make", "Cần số ngày làm xong.")),
        (
            not has_consent(listing.producer, ConsentScope.GOODS),
            Missing("consent", "Người bán chưa đồng ý cho điểm hỗ trợ đăng bán hàng thay.", CONSENT_LAW),
        ),
    ]
    lacking = [lack for is_missing, lack in checks if is_missing]
    lacking += _lacks_of_application(listing, facts)
    today = timezone.localdate()
    banned = [Missing(*each) for each in banned_words(listing, on=today, wanted=wanted)]
    return [*lacking, *_missing_licence(listing.producer, facts, on=today), *banned]


def _missing_licence(producer: Producer, facts: Mapping[str, Any], *, on: date) -> list[Missing]:
    """What is sold by licence alone wants one in force; while the market only shows it, nothing else is allowed."""
    needs = restricted(facts["product_set"], on=on)
    if needs is None or settings.ALCOHOL_ONLY_SHOWN or facts["how_sold"] == HowSold.SHOWCASE:
        return []
    return [] if is_licensed(producer, on=on) else [Missing("how_sold", NO_LICENCE, needs.source)]


def _has_photo(listing: Listing) -> bool:
    return ListingPhoto.objects.filter(image__product=listing.product_id).exists()


def _lacks_of_application(listing: Listing, facts: Mapping[str, Any]) -> list[Missing]:
    """What her application lacks, and a star that she cannot hold."""
    producer = listing.producer
    why_not = why_no_goods(producer, on=timezone.localdate())
    lacking = [Missing("application", why_not)] if why_not else []
    written_down, kind = _claim(listing, facts)
    why_no_star = why_not_holder(producer, facts["product_set"], subject_kind=kind)
    if why_no_star and written_down:
        lacking.append(Missing("has_certificate", why_no_star, SUBJECTS))
    return lacking


def _claim(listing: Listing, facts: Mapping[str, Any]) -> tuple[bool, str]:
    """Whether a certificate is written down that nobody has compared, and the kind of another subject on it."""
    if "certificate" in facts:
        wanted = facts["certificate"]
        return bool(wanted), (wanted or {}).get("subject_kind", "")
    claim = claimed_certificate(listing.product)
    return claim is not None, claim.subject_kind if claim else ""
