"""Pages of a helper below /can-bo/ghi-giup/: the producers her group has typed, one more, and corrections."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from common.access import StaffRequest, staff_page
from common.audit.services import name_of
from producers.directory.models import SupportPoint
from producers.directory.queries import points_helped_by
from producers.directory.seen import ChangedMeanwhile
from producers.drafting.forms import DraftForm
from producers.drafting.queries import drafts_of_group
from producers.drafting.services import correct_draft, draft_producer

ON_A_PAGE = 20
UNPROCESSABLE, CONFLICT = 422, 409


@staff_page
@require_safe
def drafts(request: StaffRequest) -> HttpResponse:
    """The drafts of the helper's group."""
    _points(request)
    page = Paginator(drafts_of_group(request.user), ON_A_PAGE).get_page(request.GET.get("trang"))
    rows = [(one, name_of(one.created_by)) for one in page.object_list]
    return render(request, "drafting/list.html", {"page": page, "rows": rows})


@staff_page
@require_http_methods(["GET", "POST"])
def draft_add(request: StaffRequest) -> HttpResponse:
    """Type a producer in."""
    points = _points(request)
    if request.method != "POST":
        return _form_page(request, DraftForm(points=points, initial={"commune": points[0].commune}))
    form = DraftForm(request.POST, points=points)
    if not form.is_valid():
        return _form_page(request, form)
    producer = draft_producer(form.drafted(), at_point=form.chosen_point(), by=request.user)
    messages.success(request, f"Đã ghi nháp {producer.name}. Cán bộ {producer.point.name} sẽ hỏi sự đồng ý và gửi đi.")
    return redirect("draft-producers")


@staff_page
@require_http_methods(["GET", "POST"])
def draft_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct a draft of the group."""
    producer = get_object_or_404(drafts_of_group(request.user), pk=pk)
    known = {name: getattr(producer, name) for name in DraftForm.base_fields if hasattr(producer, name)}
    form = DraftForm(request.POST if request.method == "POST" else None, points=(), producer=producer, initial=known)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, form, producer=producer)
    try:
        correct_draft(producer, form.drafted(), by=request.user, seen=form.seen)
    except ChangedMeanwhile as late:
        form.show_changed(late)
        return _form_page(request, form, producer=producer, status=CONFLICT)
    messages.success(request, f"Đã lưu nháp {producer.name}.")
    return redirect("draft-producers")


def _points(request: StaffRequest) -> list[SupportPoint]:
    """The points of the helper; for nobody else are there such pages."""
    points = list(points_helped_by(request.user).select_related("commune__province"))
    if not points:
        raise Http404
    return points


def _form_page(request: StaffRequest, form: DraftForm, *, status: int = 0, **context: Any) -> HttpResponse:
    status = status or (UNPROCESSABLE if form.errors else 200)
    return render(request, "drafting/form.html", {**context, "form": form}, status=status)
