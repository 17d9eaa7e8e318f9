"""Pages of approvers below /duyet/nguoi-ban/tai-khoan/: before and after side by side, and the decision."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from common.access import StaffRequest, staff_page
from common.audit.queries import history_of
from common.audit.sentences import Told, told
from common.audit.services import name_of
from common.transitions import ChangedSinceSeen, MoveNotAllowed, ReasonMissing, SameHands
from producers.applications.deadlines import is_overdue, last_day
from producers.directory.queries import provinces_approved_by
from producers.payees.forms import AnswerForm
from producers.payees.models import PayeeChange
from producers.payees.queries import has_hand_in_change, payee_changes_awaiting, payee_changes_under
from producers.payees.rows import compared, is_renaming, note_on, pill_of
from producers.payees.services import approve_payee, refuse_payee

ON_A_PAGE = 20
UNPROCESSABLE, CONFLICT = 422, 409
LONGEST_TRAIL = 50


@staff_page
@require_safe
def payee_queue(request: StaffRequest) -> HttpResponse:
    """What waits for this approver, the longest waiting first."""
    if not provinces_approved_by(request.user).exists():
        raise Http404
    now = timezone.now()
    page = Paginator(payee_changes_awaiting(request.user), ON_A_PAGE).get_page(request.GET.get("trang"))
    rows = [(each, is_overdue(each.submitted_at, at=now)) for each in page.object_list]
    return render(request, "payees/queue.html", {"rows": rows, "page": page})


@staff_page
@require_safe
def payee_page(request: StaffRequest, pk: int) -> HttpResponse:
    """One change with everything that a decision needs, or what became of it."""
    return _page(request, get_object_or_404(payee_changes_under(request.user), pk=pk), AnswerForm())


@staff_page
@require_POST
def payee_decide(request: StaffRequest, pk: int) -> HttpResponse:
    """Carry the decision out; if somebody was faster, say who and change nothing."""
    change = get_object_or_404(payee_changes_under(request.user), pk=pk)
    form, answer = AnswerForm(request.POST), request.POST.get("quyet-dinh")
    if answer not in ("duyet", "khong-duyet") or not form.is_valid():
        return _page(request, change, form, status=UNPROCESSABLE)
    try:
        if answer == "duyet":
            approve_payee(change, by=request.user)
        else:
            refuse_payee(change, by=request.user, reason=form.cleaned_data["reason"])
    except ReasonMissing:
        form.add_error("reason", "Cần lý do để cán bộ xã nói lại với bà con.")
    except SameHands:
        form.add_error(None, "Bạn đã ghi hoặc đề nghị việc này, nên phải để người khác duyệt.")
    except ChangedSinceSeen:
        form.add_error(None, "Thông tin đang dùng đã khác từ khi đề nghị. Hãy không duyệt, để cán bộ đề nghị lại.")
    except MoveNotAllowed:
        return _page(request, _fresh(request, pk), form, status=CONFLICT, is_too_late=True)
    if form.errors:
        return _page(request, _fresh(request, pk), form, status=UNPROCESSABLE)
    messages.success(request, f"{change}: {change.get_state_display().lower()}.")
    return redirect("approve-payees")


def _fresh(request: StaffRequest, pk: int) -> PayeeChange:
    return get_object_or_404(payee_changes_under(request.user), pk=pk)


def _page(
    request: StaffRequest, change: PayeeChange, form: AnswerForm, *, status: int = 200, is_too_late: bool = False
) -> HttpResponse:
    context = {
        "change": change,
        "producer": change.producer,
        "form": form,
        "pill": pill_of(change),
        "sides": compared(change, is_whole=False),
        "is_renaming": is_renaming(change),
        "note": note_on(change),
        "sent_by": name_of(change.submitted_by),
        "decided_by": name_of(change.decided_by) if change.decided_by else "",
        "last_day": last_day(change.submitted_at),
        "is_overdue": is_overdue(change.submitted_at, at=timezone.now()),
        "is_own": has_hand_in_change(request.user, change),
        "is_too_late": is_too_late,
        "trail": _trail(change),
    }
    return render(request, "payees/decide.html", context, status=status)


def _trail(change: PayeeChange) -> list[Told]:
    """What was done to the change and to its producer, the newest first."""
    entries = [*history_of(change), *history_of(change.producer)[:LONGEST_TRAIL]]
    return [told(entry) for entry in sorted(entries, key=lambda entry: (entry.at, entry.pk), reverse=True)]
