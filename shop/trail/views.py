"""The audit trail, to search and to take along; nothing can be done to it here or anywhere."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_safe

from common.access import StaffRequest, staff_page
from common.archives.tables import CSV_TYPE, csv_lines
from common.audit.models import AuditEntry
from common.audit.sentences import told
from common.audit.services import record
from producers.directory.access import serving_page
from producers.directory.queries import points_of
from shop.trail import queries
from shop.trail.forms import TrailForm

ACTS_ON_A_PAGE = 50
ROWS_AT_ONCE = 2_000
COLUMNS = ("Lúc", "Người làm", "Việc", "Đối tượng", "Người bán", "Tại điểm", "Lý do", "Trước và sau", "Cả câu")


@staff_page
@require_safe
def audited_trail(request: StaffRequest) -> HttpResponse:
    """The trail for auditors and administrators."""
    _only_readers(request)
    form = TrailForm(request.GET, points=queries.points_to_ask_for(request.user))
    context = {"workplace": "Giám sát", "can_export": True}
    return _page(request, form, queries.acts_audited_by(request.user), context)


@serving_page
@require_safe
def served_trail(request: StaffRequest) -> HttpResponse:
    """What was done for the producers whom an officer serves, by whomever; a producer's own login sees her own."""
    form = TrailForm(request.GET, points=points_of(request.user))
    context = {"can_export": False}
    return _page(request, form, queries.acts_of_served(request.user), context)


@staff_page
@require_GET
def export(request: StaffRequest) -> HttpResponseBase:
    """The acts asked for as a table for a spreadsheet, row by row; taking it along is an act itself."""
    _only_readers(request)
    form = TrailForm(request.GET, points=queries.points_to_ask_for(request.user))
    if not form.is_valid():
        return audited_trail(request)
    found = queries.narrowed(queries.acts_audited_by(request.user), form.asked())
    chosen = {name: str(value) for name, value in form.cleaned_data.items() if value}
    record("trail.exported", by=request.user, subject=request.user, after=chosen)
    response = StreamingHttpResponse(csv_lines(COLUMNS, _rows(found)), content_type=CSV_TYPE)
    response["Content-Disposition"] = f'attachment; filename="nhat-ky-{timezone.localdate():%Y-%m-%d}.csv"'
    return response


def _page(
    request: StaffRequest, form: TrailForm, entries: QuerySet[AuditEntry], context: dict[str, Any]
) -> HttpResponse:
    is_valid = form.is_valid()
    asked = form.asked() if is_valid else queries.Asked()
    before = request.GET.get("truoc", "")
    found: list[AuditEntry] = []
    next_before = None
    if is_valid:
        found, next_before = queries.page_of(queries.narrowed(entries, asked), before=before, size=ACTS_ON_A_PAGE)
    chips = {
        "nguoi": queries.name_of_person(entries, asked.person) if asked.person else "",
        "ba_con": queries.name_of_producer(entries, asked.producer) if asked.producer else "",
    }
    context |= {
        "form": form,
        "rows": [(entry, told(entry)) for entry in found],
        "chips": [(name, text) for name, text in chips.items() if text],
        "is_first": not before,
        "next_before": next_before,
        "is_narrowed": any(request.GET.values()),
        "is_chosen": any(request.GET.get(name) for name in ("viec", "diem", "tu", "den")),
    }
    return render(request, "trail/trail.html", context, status=200 if is_valid else 422)


def _rows(entries: QuerySet[AuditEntry]) -> Iterator[Sequence[str]]:
    """What the table says of each act."""
    for entry in entries.iterator(ROWS_AT_ONCE):
        one = told(entry)
        yield (
            f"{timezone.localtime(entry.at):%d/%m/%Y %H:%M:%S}",
            one.by,
            one.what,
            one.subject,
            entry.on_behalf_of_name,
            one.at_point,
            one.reason,
            "; ".join(f"{label}: {before} → {after}" for label, before, after in one.changes),
            one.whole,
        )


def _only_readers(request: StaffRequest) -> None:
    if not queries.reads_the_trail(request.user):
        raise Http404
