"""Pages where an approver brings in a decision's list, sees what it would change, and applies it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.decision_lists import services
from catalog.decision_lists.forms import BringForm, ColumnsForm, OverruleForm, RowForm
from catalog.decision_lists.models import DecisionList
from catalog.decision_lists.pages import column_samples, list_context, row_of
from catalog.decision_lists.plan import Planned
from catalog.decision_lists.queries import lists_of, products_of, provinces_decided_by
from catalog.decision_lists.table.columns import Layout, best_sheet, layout_of
from catalog.decision_lists.table.lines import EXTENDED_FIELDS
from catalog.decision_lists.table.reading import ListRefused, Table, read_file, read_pasted
from common.access import StaffRequest, staff_page
from common.text import fold
from common.transitions import ChangedSinceSeen, MoveNotAllowed

ON_A_PAGE = 20
MOST_FOUND = 20
UNPROCESSABLE, CONFLICT = 422, 409
CHANGED = "Kết quả của các dòng vừa khác đi sau khi bạn mở trang, nên chưa ghi gì. Hãy xem lại rồi áp dụng."
LOCKED = "Danh sách này đã áp dụng rồi, không sửa được nữa."
NO_HEAD = "không thấy dòng ghi tên các cột. Nếu đó là danh sách, hãy chép rồi dán."


@staff_page
@require_safe
def decision_lists(request: StaffRequest) -> HttpResponse:
    """The lists that were brought in for the person's provinces."""
    if not provinces_decided_by(request.user).exists():
        raise Http404
    page = Paginator(lists_of(request.user).defer("table", "results"), ON_A_PAGE).get_page(request.GET.get("trang"))
    return render(request, "decision_lists/lists.html", {"page": page})


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: StaffRequest) -> HttpResponse:
    """A new list: the decision, and the rows pasted or in a file."""
    provinces = provinces_decided_by(request.user)
    if not provinces.exists():
        raise Http404
    form = BringForm(request.POST or None, request.FILES or None, provinces=provinces)
    if request.method != "POST" or not form.is_valid():
        return render(
            request, "decision_lists/bring.html", {"form": form}, status=UNPROCESSABLE if form.errors else 200
        )
    right = form.cleaned_data
    try:
        source, table, passed_over = _table(right)
    except ListRefused as refused:
        form.add_error("file" if right["file"] else "text", str(refused))
        return render(request, "decision_lists/bring.html", {"form": form}, status=UNPROCESSABLE)
    facts = {name: right[name] for name in ("decision_no", "decision_date", "authority", "issued_date")}
    layout = layout_of(table)
    found = services.bring_list(right["province"], by=request.user, source=source, table=table, layout=layout, **facts)
    messages.success(request, f"Đã đọc {len(table)} dòng. Xem lại các cột.")
    if passed_over:
        names = ", ".join(f"“{name}”" for name in passed_over)
        messages.warning(request, f"Không đọc trang tính {names}: {NO_HEAD}")
    return redirect("decision-columns", found.pk)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: StaffRequest, pk: int) -> HttpResponse:
    """What was read as which column, to correct."""
    found = _found(request, pk)
    samples = column_samples(found)
    layout = Layout(found.head, found.columns)
    form = ColumnsForm(request.POST or None, layout=layout, width=len(samples), rows=len(found.table))
    if request.method == "POST" and form.is_valid():
        return _changed(request, found, lambda: services.correct_columns(found, form.layout(), by=request.user))
    rows = [(form[f"column_{at}"], head, values) for at, (head, values) in enumerate(samples)]
    context = {"found": found, "form": form, "rows": rows, "is_enough": layout.is_enough}
    return render(request, "decision_lists/columns.html", context, status=UNPROCESSABLE if form.errors else 200)


@staff_page
@require_safe
def decision_list(request: StaffRequest, pk: int) -> HttpResponse:
    """What the list would change, or what it changed, row by row."""
    found = _found(request, pk)
    if not found.applied_at and not Layout(found.head, found.columns).is_enough:
        return redirect("decision-columns", pk)
    context = list_context(found, request.GET.get("muc", ""), request.GET.get("trang"))
    return render(request, "decision_lists/done.html" if found.applied_at else "decision_lists/list.html", context)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def row(request: StaffRequest, pk: int, line: int) -> HttpResponse:
    """One row: write its cells anew, or choose the product that it means."""
    found, planned = _open_row(request, pk, line)
    form = RowForm(request.POST or None, initial=_cells(planned))
    if request.method == "POST" and form.is_valid():
        return _changed(request, found, lambda: services.correct_row(found, line, form.said(), by=request.user))
    return _row_page(request, found, planned, form=form)


@staff_page
@require_POST
def overrule(request: StaffRequest, pk: int, line: int) -> HttpResponse:
    """Note a certificate although its holder can hold none, with a reason."""
    found, planned = _open_row(request, pk, line)
    form = OverruleForm(request.POST)
    if not form.is_valid():
        return _row_page(request, found, planned, overruling=form)
    reason = form.cleaned_data["reason"]
    return _changed(request, found, lambda: services.overrule_row(found, line, reason=reason, by=request.user))


@staff_page
@require_POST
def choose(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep which product each row of the page means."""
    found = _found(request, pk)
    choices = {
        int(name.removeprefix("dong-")): int(value)
        for name, value in request.POST.dict().items()
        if name.startswith("dong-") and name.removeprefix("dong-").isdecimal() and value.isdecimal()
    }
    return _changed(request, found, lambda: services.choose_products(found, choices, by=request.user))


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: StaffRequest, pk: int) -> HttpResponse:
    """Write all that the list asks for, in one act; if it would do other than was seen, show that and write nothing.

    Tabs and pages of what is then shown lead to this address and from here to the list.
    """
    found = _found(request, pk)
    if request.method != "POST":
        return redirect(f"{reverse('decision-list', args=[pk])}?{request.GET.urlencode()}")
    try:
        services.apply_list(found, by=request.user, seen=request.POST.get("seen", ""))
    except ChangedSinceSeen:
        messages.error(request, CHANGED)
        context = list_context(_found(request, pk), "", None)
        return render(request, "decision_lists/list.html", context, status=CONFLICT)
    messages.success(request, f"Đã áp dụng {found}. Dấu sao hiện đúng ngày của từng giấy.")
    return redirect("decision-list", pk)


def _table(right: dict[str, Any]) -> tuple[str, Table, list[str]]:
    """Where the list comes from, its rows, and the sheets of the file that were passed over. Raises ListRefused."""
    passed_over: list[str] = []
    if not right["file"]:
        table = read_pasted(right["text"])
        source = "dán"
    else:
        file = right["file"]
        sheet, passed_over = best_sheet(read_file(file.name, file.read()))
        source, table = (f"{file.name}, trang {sheet.name}", sheet.rows) if sheet else (file.name, [])
    if not table:
        raise ListRefused("Không có dòng nào.")
    return source, table, passed_over


def _row_page(request: StaffRequest, found: DecisionList, row: Planned, **forms: Any) -> HttpResponse:
    sought = request.GET.get("q", "").strip()[:120]
    context = {
        "found": found,
        "row": row,
        "form": RowForm(initial=_cells(row)),
        "overruling": OverruleForm(),
        "sought": sought,
        "others": _products_named(found, sought) if sought else [],
        **forms,
    }
    status = UNPROCESSABLE if any(form.errors for form in forms.values()) else 200
    return render(request, "decision_lists/row.html", context, status=status)


def _cells(row: Planned) -> dict[str, str]:
    return row.line.said or dict.fromkeys(EXTENDED_FIELDS, "")


def _products_named(found: DecisionList, sought: str) -> list[Any]:
    words = fold(sought).split()
    named = (each for each in products_of(found.province_id) if all(word in fold(each.title) for word in words))
    return [each for each, _ in zip(named, range(MOST_FOUND), strict=False)]


def _found(request: StaffRequest, pk: int) -> DecisionList:
    found: DecisionList = get_object_or_404(lists_of(request.user), pk=pk)
    return found


def _open_row(request: StaffRequest, pk: int, line: int) -> tuple[DecisionList, Planned]:
    """The list, and one of its rows as long as it is not applied."""
    found = _found(request, pk)
    planned = None if found.applied_at else row_of(found, line)
    if planned is None:
        raise Http404
    return found, planned


def _changed(request: StaffRequest, found: DecisionList, change: Any) -> HttpResponse:
    try:
        change()
    except services.AlreadyApplied:
        messages.error(request, LOCKED)
    except MoveNotAllowed:
        messages.error(request, "Dòng này không cần lý do nữa. Xem lại danh sách.")
    else:
        messages.success(request, "Đã ghi.")
    return redirect("decision-list", found.pk)
