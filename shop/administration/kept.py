"""What law makes the market keep cannot be deleted here; the page says why, and what to do instead."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.cache import never_cache

INSTEAD = {
    "catalogue/products/<int:pk>/delete/": (
        "Mặt hàng",
        "Muốn thôi bán: cán bộ điểm hỗ trợ hoặc người bán bấm “Ngừng bán” ở trang của món. Hồ sơ vẫn còn.",
    ),
    "partners/<int:pk>/delete/": (
        "Người bán",
        "Người bán thôi bán thì ngừng từng mặt hàng; tên và hồ sơ giữ lại tới hết hạn luật định.",
    ),
    "he-thong/auth/user/<path:object_id>/delete/": (
        "Người dùng",
        "Muốn khoá: bỏ dấu “Đang hoạt động” ở trang của người đó. Nhật ký vẫn phải có tên người đã làm.",
    ),
}
"""Addresses below /quan-tri/ where something would be deleted: what it is, and what to do instead."""


def refusing(what: str, instead: str) -> Callable[..., HttpResponse]:
    """A page that deletes nothing and says why."""

    @never_cache
    def page(request: HttpRequest, **_names: object) -> HttpResponse:
        if not (request.user.is_active and getattr(request.user, "is_superuser", False)):
            raise Http404
        return render(request, "administration/kept.html", {"what": what, "instead": instead}, status=403)

    return page


urlpatterns = [path(route, refusing(*said)) for route, said in INSTEAD.items()]
