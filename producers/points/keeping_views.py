"""Pages where points are kept right: all of a point by administrators, its hours and services by its officers."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from common.access import StaffRequest, administrator_page, staff_page
from producers.directory.models import SupportPoint
from producers.points.forms import PointForm, ServiceForm
from producers.points.queries import all_points, points_kept_by
from producers.points.services import add_point, change_point, change_service

ON_A_PAGE = 20
UNPROCESSABLE = 422
ADMINISTRATORS = "Quản trị"


@staff_page
@require_safe
def own_points(request: StaffRequest) -> HttpResponse:
    """The points of an officer; for nobody else is there a list."""
    points = list(points_kept_by(request.user))
    if not points:
        raise Http404
    return render(request, "points/own.html", {"points": points})


@staff_page
@require_http_methods(["GET", "POST"])
def own_point(request: StaffRequest, pk: int) -> HttpResponse:
    """Hours, phone and services of an officer's own point."""
    point = get_object_or_404(points_kept_by(request.user), pk=pk)
    form = ServiceForm(request.POST if request.method == "POST" else None, point=point)
    if request.method == "POST" and form.is_valid():
        change_service(point, form.service(), by=request.user)
        messages.success(request, f"Đã lưu giờ và việc giúp của {point.name}.")
        return redirect("work-point", pk)
    return _form_page(request, "points/own_form.html", form, point=point)


@administrator_page
@require_safe
def points(request: StaffRequest) -> HttpResponse:
    """Every point, listed or not."""
    sought = request.GET.get("q", "").strip()
    page = Paginator(all_points(sought), ON_A_PAGE).get_page(request.GET.get("trang"))
    return render(request, "points/all.html", {"page": page, "sought": sought, "workplace": ADMINISTRATORS})


@administrator_page
@require_http_methods(["GET", "POST"])
def point_add(request: StaffRequest) -> HttpResponse:
    """Open a point."""
    form = PointForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        point = add_point(form.facts(), by=request.user)
        messages.success(request, f"Đã mở {point.name}. Bước tiếp theo: mời cán bộ.")
        return redirect("manage-point", point.pk)
    return _form_page(request, "points/form.html", form, workplace=ADMINISTRATORS)


@administrator_page
@require_http_methods(["GET", "POST"])
def point_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """All of a point."""
    point = get_object_or_404(SupportPoint.objects.select_related("commune__province"), pk=pk)
    form = PointForm(request.POST if request.method == "POST" else None, point=point)
    if request.method == "POST" and form.is_valid():
        change_point(point, form.facts(), by=request.user)
        messages.success(request, f"Đã lưu {form.cleaned_data['name']}.")
        return redirect("manage-point", pk)
    return _form_page(request, "points/form.html", form, point=point, workplace=ADMINISTRATORS)


def _form_page(request: StaffRequest, template: str, form: ServiceForm, **context: Any) -> HttpResponse:
    status = UNPROCESSABLE if form.errors else 200
    return render(request, template, {**context, "form": form}, status=status)
