"""Pages where an approver, or an administrator, looks at applications and decides."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from common.access import StaffRequest, staff_page
from common.audit.queries import history_of
from common.audit.services import name_of
from common.transitions import Actor, MoveNotAllowed, ReasonMissing, SameHands
from producers.applications import services
from producers.applications.deadlines import is_overdue, last_day
from producers.applications.queries import (
    applications_under,
    decides_applications,
    has_hand_in,
    same_phone,
    version_of,
)
from producers.applications.rows import account_note, application_sheet, facts_to_decide, paper_facts
from producers.consents.queries import consent_history, consents_of
from producers.consents.rows import consent_then, scopes_now
from producers.decisions.forms import DecisionForm
from producers.decisions.queries import applications_in_list, as_applications
from producers.directory.models import Producer
from producers.directory.portraits import shown_picture
from producers.directory.states import ProducerState
from producers.onboarding.rows import act
from producers.pairs.queries import pairs_of, same_code_elsewhere, shown_pairs

ON_A_PAGE = 20
UNPROCESSABLE, CONFLICT = 422, 409
TABS = [state for state in ProducerState if state != ProducerState.DRAFT]
DONE = {
    "duyet": "đã duyệt. Hàng của bà con có thể lên chợ.",
    "tra-lai": "đã gửi lại cho cán bộ xã kèm lý do.",
    "tu-choi": "không duyệt, cán bộ xã đã nhận lý do.",
    "thoi-dinh-chi": "được bán lại.",
    "mo-lai": "đã mở lại; cán bộ xã xem lại rồi gửi duyệt.",
}


@staff_page
@require_safe
def application_list(request: StaffRequest) -> HttpResponse:
    """What waits for this approver, the longest waiting first, and every other application by its state."""
    if not decides_applications(request.user):
        raise Http404
    asked, sought = request.GET.get("muc", ""), request.GET.get("q", "").strip()
    state = ProducerState(asked) if asked in TABS else ProducerState.SUBMITTED
    found = applications_in_list(request.user, state=state, words=sought)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "rows": as_applications(page.object_list, at=timezone.now()),
        "tabs": TABS,
        "state": state,
        "sought": sought,
    }
    return render(request, "applications/queue.html", context)


@staff_page
@require_safe
def application_page(request: StaffRequest, pk: int) -> HttpResponse:
    """One application with everything that a decision needs."""
    producer = get_object_or_404(applications_under(request.user), pk=pk)
    return _page(request, producer, DecisionForm(initial={"seen": version_of(producer)}))


@staff_page
@require_POST
def application_decide(request: StaffRequest, pk: int) -> HttpResponse:
    """Carry the decision out; if somebody was faster, say who and when and change nothing."""
    producer = get_object_or_404(applications_under(request.user), pk=pk)
    decision, form = request.POST.get("quyet-dinh", ""), DecisionForm(request.POST)
    if decision not in DONE or not form.is_valid():
        return _page(request, producer, form, status=UNPROCESSABLE)
    try:
        _decisions(producer, form, request)[decision]()
    except ReasonMissing:
        form.add_error("reason", "Cần lý do để cán bộ xã nói lại với bà con.")
    except SameHands:
        form.add_error(None, "Bạn đã ghi hoặc gửi hồ sơ này, nên phải để người khác duyệt.")
    except services.IdentityMissing:
        form.add_error(None, "Người bán chưa được xác minh danh tính, nên chưa duyệt được (Nghị định 248/2026/NĐ-CP).")
    except services.StillHeld as held:
        form.add_error(None, held.told)
    except MoveNotAllowed:
        return _too_late(request, producer, form)
    if form.errors:
        producer.refresh_from_db()
        return _page(request, producer, form, status=UNPROCESSABLE)
    messages.success(request, f"{producer}: {DONE[decision]}")
    return redirect("approve-producers")


def _decisions(producer: Producer, form: DecisionForm, request: StaffRequest) -> dict[str, Callable[[], None]]:
    seen, reason, by = form.cleaned_data["seen"], form.cleaned_data["reason"], request.user
    return {
        "duyet": lambda: services.approve_application(producer, by=by, seen=seen),
        "tra-lai": lambda: services.return_application(producer, by=by, reason=reason, seen=seen),
        "tu-choi": lambda: services.reject_application(producer, by=by, reason=reason, seen=seen),
        "thoi-dinh-chi": lambda: services.lift_suspension(producer, by=by, reason=reason),
        "mo-lai": lambda: services.reopen_producer(producer, by=by, reason=reason),
    }


def _too_late(request: StaffRequest, producer: Producer, form: DecisionForm) -> HttpResponse:
    now = get_object_or_404(Producer.objects.select_related("decided_by", "merged_into"), pk=producer.pk)
    context = {
        "producer": now,
        "decided_by": name_of(now.decided_by) if now.decided_by else "",
        "reason": form.cleaned_data["reason"],
    }
    return render(request, "applications/too_late.html", context, status=CONFLICT)


def _page(request: StaffRequest, producer: Producer, form: DecisionForm, *, status: int = 200) -> HttpResponse:
    today, sent = timezone.localdate(), producer.submitted_at
    consents = [consent_then(each) for each in consent_history(producer)]
    context: dict[str, Any] = {
        **application_sheet(producer, on=today),
        "producer": producer,
        "form": form,
        "picture": shown_picture(producer.picture, f"Ảnh của {producer.name}"),
        "facts": [*facts_to_decide(producer), *paper_facts(producer)],
        "account_note": account_note(producer),
        "pairs": shown_pairs(pairs_of(producer, request.user)),
        "same_code_elsewhere": same_code_elsewhere(producer, request.user),
        "same_phone": same_phone(producer, among=applications_under(request.user)),
        "scopes": scopes_now(consents_of([producer])[producer.pk]) if consents else [],
        "consent": consents[0] if consents else None,
        "trail": [act(entry) for entry in history_of(producer)[:50]],
        "sent_by": name_of(producer.submitted_by) if producer.submitted_by else "",
        "last_day": last_day(sent) if sent else None,
        "is_overdue": sent is not None and is_overdue(sent, at=timezone.now()),
        "is_own": has_hand_in(request.user, producer),
        "is_approver": Actor.APPROVER in producer.actors(request.user),
    }
    return render(request, "applications/page.html", context, status=status)
