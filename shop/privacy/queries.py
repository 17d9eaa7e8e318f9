"""Requests as those who answer may see them, and what the market holds about an account."""

from typing import Any

from django.contrib.auth.models import User
from django.db.models import Case, F, QuerySet, When
from django.utils import timezone
from oscar.apps.address.models import UserAddress
from oscar.apps.order.models import Order

from common.audit.services import name_of
from producers.directory.queries import AnyUser, producers_of_points_of
from shop.privacy.models import DataRequest
from shop.privacy.states import OPEN, RequestState


def requests_for(user: AnyUser) -> QuerySet[DataRequest]:
    """The requests that the user answers: all for an administrator, those of her own producers for an officer."""
    if user.is_active and getattr(user, "is_superuser", False):
        return DataRequest.objects.select_related("producer")
    return DataRequest.objects.filter(producer__in=producers_of_points_of(user)).select_related("producer")


def open_requests(user: AnyUser) -> QuerySet[DataRequest]:
    """Those that wait, what is overdue first; `due` is the last day of the next step."""
    due = Case(When(state=RequestState.RECEIVED, then=F("acknowledge_by")), default=F("answer_by"))
    return requests_for(user).filter(state__in=OPEN).annotate(due=due).order_by("due", "pk")


def closed_requests(user: AnyUser) -> QuerySet[DataRequest]:
    """Those that are over, the newest first."""
    return requests_for(user).filter(closed_at__isnull=False).order_by("-closed_at", "-pk")


def held_about(user: User) -> dict[str, Any]:
    """Everything the market holds about an account, in words of the page; money in đồng."""
    return {
        "Tài khoản": {
            "Tên": name_of(user),
            "Tên đăng nhập": user.get_username(),
            "E-mail": user.email,
            "Mở ngày": timezone.localtime(user.date_joined).isoformat(),
        },
        "Địa chỉ đã lưu": [_address(each) for each in UserAddress.objects.filter(user=user).order_by("pk")],
        "Đơn hàng": [_order(each) for each in _orders_of(user)],
        "Yêu cầu về dữ liệu": [
            {
                "Loại": each.get_kind_display(),
                "Lời": each.words,
                "Nhận lúc": timezone.localtime(each.received_at).isoformat(),
                "Trả lời": each.answer,
            }
            for each in DataRequest.objects.filter(user=user).order_by("pk")
        ],
    }


def _orders_of(user: User) -> QuerySet[Order]:
    return Order.objects.filter(user=user).select_related("purchase__commune").prefetch_related("lines").order_by("pk")


def _address(address: UserAddress) -> dict[str, str]:
    return {
        "Tên": f"{address.last_name} {address.first_name}".strip(),
        "Địa chỉ": ", ".join(part for part in (address.line1, address.line3, address.line4) if part),
        "Điện thoại": str(address.phone_number),
    }


def _order(order: Order) -> dict[str, Any]:
    purchase = order.purchase
    return {
        "Mã đơn": order.number,
        "Đặt lúc": timezone.localtime(order.date_placed).isoformat(),
        "Tổng (đồng)": int(order.total_incl_tax),
        "Người nhận": purchase.recipient,
        "Điện thoại": purchase.phone,
        "Nơi nhận": f"{purchase.house}, {purchase.commune}",
        "Món": [{"Tên": line.title, "Số lượng": line.quantity} for line in order.lines.all()],
    }
