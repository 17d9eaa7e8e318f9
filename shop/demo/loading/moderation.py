"""What an approver of the demo finds to decide: a licence, a notice to a seller, an authority that asks; invented."""

from datetime import timedelta
from io import BytesIO

from django.contrib.auth.models import User
from django.utils import timezone
from PIL import Image, ImageDraw

from catalog.licences.services import LicenceFacts, record_licence
from catalog.listings.models import Listing
from catalog.moderation.requests.services import Asked, record_request
from catalog.moderation.restrictions.services import announce_restriction
from catalog.moderation.states import RequestKind
from common.pictures.intake import let_in_privately

SPIRITS, LATE, ASKED_ABOUT = 33, 44, 32
"""The numbers of the demo's products that have something to decide."""


def load_moderation(listings: dict[int, Listing], people: dict[str, User]) -> None:
    """One licence to compare, one seller told, one authority that asks; all before Linh of Điện Biên."""
    linh, now = people["linh"], timezone.now()
    today = timezone.localdate(now)
    maker = listings[SPIRITS].producer
    record_licence(
        maker,
        LicenceFacts(
            kind="craft_production",
            number="MẪU-01/GP-UBND",
            authority=f"UBND {maker.commune}",
            issued_date=today - timedelta(days=200),
            until_date=today + timedelta(days=5 * 365 - 200),
            scan=let_in_privately(_paper()),
        ),
        by=maker.created_by,
    )
    late = listings[LATE]
    announce_restriction(
        late.producer,
        listing=late,
        reason="Ba kiện gần đây gửi trễ hơn ngày đã hẹn với người mua. Xin cho biết có vướng gì.",
        source="Quy chế của chợ (mẫu)",
        by=linh,
        at=now - timedelta(days=2),
    )
    asked = Asked(
        kind=RequestKind.INFORMATION,
        authority="Chi cục Quản lý thị trường (mẫu)",
        document_no="MẪU-125/QLTT",
        reason="Đề nghị cho biết nơi sản xuất và giấy tờ của mặt hàng nêu dưới đây.",
        received_at=now - timedelta(hours=5),
    )
    record_request(listings[ASKED_ABOUT].producer, asked, listings=[listings[ASKED_ABOUT]], by=linh)


def _paper() -> BytesIO:
    """A sheet with lines on it, in the place of a licence that nobody has."""
    image = Image.new("RGB", (800, 1100), "#f7f3e8")
    draw = ImageDraw.Draw(image)
    draw.rectangle((30, 30, 770, 1070), outline="#8a2432", width=4)
    for row in range(14):
        draw.line((110, 220 + row * 56, 690 - row % 3 * 90, 220 + row * 56), fill="#55606f", width=5)
    draw.ellipse((520, 860, 660, 1000), outline="#a52638", width=8)
    file = BytesIO()
    image.save(file, "PNG")
    return file
