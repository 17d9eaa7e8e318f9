"""What is mailed to whoever made a complaint and left an address: the link, never what was written."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

from shop.feedback.models import Complaint

logger = logging.getLogger(__name__)


def tell_received(complaint: Complaint) -> None:
    """Send the link once the complaint is safely kept."""
    _after(
        complaint,
        f"Chợ Phiên đã nhận phản ánh {complaint.number}",
        f"Chợ đã nhận phản ánh {complaint.number} và sẽ trả lời chậm nhất ngày {complaint.due_date:%d/%m/%Y}.",
    )


def tell_answered(complaint: Complaint) -> None:
    """Say that there is an answer."""
    _after(
        complaint,
        f"Phản ánh {complaint.number} đã có trả lời",
        f"Phản ánh {complaint.number} đã có trả lời. Nếu chưa thoả đáng, có thể hỏi lại ngay trên trang ấy.",
    )


def _after(complaint: Complaint, subject: str, text: str) -> None:
    if not complaint.email:
        return
    address = settings.PUBLIC_ADDRESS + reverse("complaint", args=[complaint.token])
    body = f"{text}\n\nXem tại: {address}\n\nXin giữ kín đường dẫn này: ai có nó đều đọc được phản ánh.\n"
    transaction.on_commit(_sending(subject, body, complaint.email, complaint.number))


def _sending(subject: str, body: str, to: str, number: str) -> Callable[[], None]:
    def send() -> None:
        try:
            send_mail(subject, body, None, [to])
        except OSError:
            logger.exception("The letter about %s could not be sent", number)

    return send
