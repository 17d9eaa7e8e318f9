"""What nobody does on Oscar's dashboard or in the admin; the page says why, and what to do instead.

Law makes the market keep goods, sellers and names; and nothing on sale changes but by what an approver has seen.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.cache import never_cache

KEPT = (
    "Luật buộc chợ giữ tin bán hàng ít nhất 1 năm, đơn hàng ít nhất 3 năm, và nhật ký không được sửa. "
    "Vì vậy không ai, kể cả quản trị, xoá được ở đây. Chưa có gì bị xoá."
)
APPROVED_FIRST = (
    "Hàng trên chợ chỉ hiện và chỉ đổi khi cán bộ duyệt đã xem. "
    "Vì vậy không ai, kể cả quản trị, sửa được ở đây. Chưa có gì bị đổi."
)
LOGINS_OUR_WAY = (
    "Ai có đăng nhập của người bán là bán hàng thay người ấy được. Trang cũ này cho quyền mà không hỏi lại "
    "và không ghi vào nhật ký, nên đã đóng. Chưa có gì bị đổi."
)
RETIRE = "Muốn thôi bán: cán bộ điểm hỗ trợ hoặc người bán bấm “Ngừng bán” ở trang của món. Hồ sơ vẫn còn."
AT_THE_POINT = "Muốn thêm hay sửa: cán bộ điểm hỗ trợ ghi ở trang “Hàng”, rồi gửi duyệt."


@dataclass(frozen=True, slots=True)
class Closed:
    """An address below /quan-tri/ that does nothing: its heading, why, and what to do instead."""

    route: str
    heading: str
    why: str
    instead: str


CLOSED = (
    Closed("catalogue/products/<int:pk>/delete/", "Mặt hàng: không xoá được", KEPT, RETIRE),
    Closed(
        "partners/<int:pk>/delete/",
        "Người bán: không xoá được",
        KEPT,
        "Người bán thôi bán thì ngừng từng mặt hàng; tên và hồ sơ giữ lại tới hết hạn luật định.",
    ),
    Closed(
        "he-thong/auth/user/<path:object_id>/delete/",
        "Người dùng: không xoá được",
        KEPT,
        "Muốn khoá: bỏ dấu “Đang hoạt động” ở trang của người đó. Nhật ký vẫn phải có tên người đã làm.",
    ),
    Closed(
        "partners/<int:partner_pk>/users/<path:address>",
        "Đăng nhập của người bán: không làm ở đây",
        LOGINS_OUR_WAY,
        "Muốn cho hay thôi cho đăng nhập: vào Quản trị, “Đăng nhập của người bán”.",
    ),
    Closed(
        "users/<str:pk>/password-reset/",
        "Mật khẩu: không gửi lại được ở đây",
        "Trang này không gửi được thư đặt lại mật khẩu. Chưa có gì bị gửi, chưa có gì bị đổi.",
        "Người ấy tự bấm “Quên mật khẩu” ở trang đăng nhập, hoặc quản trị đặt mật khẩu mới ở Hệ thống, “Tài khoản”.",
    ),
    *(
        Closed(route, "Mặt hàng: không sửa được ở đây", APPROVED_FIRST, AT_THE_POINT)
        for route in (
            "catalogue/products/bulk-action/",
            "catalogue/products/create/",
            "catalogue/products/create/<slug:product_class_slug>/",
            "catalogue/products/<int:parent_pk>/create-variant/",
            "catalogue/products/<int:pk>/",
        )
    ),
)

TO_LOOK_AT = Closed(
    "",
    "Trang này chỉ để xem",
    "Đổi ở trang cũ này thì không ai duyệt và không ghi vào nhật ký, nên đã đóng. Chưa có gì bị đổi.",
    "Đơn và kiện: cán bộ điểm hỗ trợ làm ở trang “Đơn”. Người bán, hàng: ở trang của họ, qua cán bộ duyệt. "
    "Khoá tài khoản: ở Hệ thống, “Tài khoản”, từng người một.",
)
"""What is sent to any other page of Oscar's dashboard."""


def refusing(closed: Closed) -> Callable[..., HttpResponse]:
    """A page that changes nothing and says why."""

    @never_cache
    def page(request: HttpRequest, **_names: object) -> HttpResponse:
        if not (request.user.is_active and getattr(request.user, "is_superuser", False)):
            raise Http404
        return render(request, "administration/closed.html", {"closed": closed}, status=403)

    return page


urlpatterns = [path(closed.route, refusing(closed)) for closed in CLOSED]
