"""What a listing still lacks before it can be sent for approval, and how its kind of goods may be sold."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from catalog.listings.models import Listing, ListingPhoto
from catalog.listings.promises import banned_words
from catalog.listings.states import IN_BASKET, HowSold
from producers.consents.queries import has_consent
from producers.consents.states import ConsentScope

ALCOHOL = frozenset({14, 15})
"""Product sets "Rượu trắng" and "Đồ uống có cồn khác" (Decision 26/2026/QĐ-TTg, Annex I)."""
STAYS = frozenset({26})
"""Community tourism: a stay is agreed by telephone, not put into a parcel."""

ALCOHOL_LAW = "Luật 44/2019/QH14 về phòng, chống tác hại của rượu, bia"
CONSENT_LAW = "Luật 91/2025/QH15 về bảo vệ dữ liệu cá nhân"
PRICE_LAW = "Luật 122/2025/QH15 về thương mại điện tử, Điều 11"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is lacking: the field to go to ("photos" and "consent" are none), what to do, which rule asks."""

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


def missing_in(listing: Listing) -> list[Missing]:
    """Everything the listing lacks, in the order of the form; empty when it can be sent."""
    record = listing.product.stockrecords.get()
    free = record.num_in_stock and record.net_stock_level
    in_basket = listing.how_sold in IN_BASKET
    checks = [
        (
            not ListingPhoto.objects.filter(image__product=listing.product_id).exists(),
            Missing("photos", "Cần ít nhất một ảnh."),
        ),
        (not listing.product.title, Missing("title", "Cần tên hàng.")),
        (not listing.product.description, Missing("description", "Cần nói đó là gì.")),
        (listing.product_set is None, Missing("product_set", "Cần chọn bộ sản phẩm.")),
        (
            listing.how_sold not in ways_to_sell(listing.product_set_no),
            Missing("how_sold", why_not_so(listing.product_set_no)),
        ),
        (in_basket and record.price is None, Missing("price", "Cần giá bán.", PRICE_LAW)),
        (in_basket and not listing.unit, Missing("unit", "Cần đơn vị: chiếc, gói, kg…")),
        (in_basket and not listing.weight_grams, Missing("weight", "Cần cân nặng để tính phí giao.")),
        (
            listing.how_sold == HowSold.STOCK and not free and not listing.months,
            Missing("stock", "Cần số lượng đang có, hoặc tháng có hàng nếu chưa tới mùa."),
        ),
        (
            listing.how_sold == HowSold.TO_ORDER and not free,
            Missing("stock", "Cần số cái nhận làm cùng lúc."),
        ),
        (
            listing.how_sold == HowSold.TO_ORDER and not listing.days_to_make,
            Missing("days_to_make", "Cần số ngày làm xong."),
        ),
        (
            not has_consent(listing.producer, ConsentScope.GOODS),
            Missing("consent", "Người bán chưa đồng ý cho điểm hỗ trợ đăng bán hàng thay.", CONSENT_LAW),
        ),
    ]
    lacking = [lack for is_missing, lack in checks if is_missing]
    return lacking + [Missing(*banned) for banned in banned_words(listing, on=timezone.localdate())]
