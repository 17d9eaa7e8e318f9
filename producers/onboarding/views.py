"""Pages where an officer brings in producers, and a producer with her own login sees what is known of her."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from common.access import StaffRequest, staff_page
from common.audit.queries import history_of
from common.policies.queries import versions_to_accept
from producers.applications.queries import same_phone
from producers.applications.rows import application_sheet
from producers.consents.queries import consent_history, consents_of
from producers.consents.rows import consent_pill, consent_then, scopes_now
from producers.directory.forms import AboutForm, ProducerForm
from producers.directory.models import Producer, SupportPoint
from producers.directory.portraits import shown_picture
from producers.directory.queries import is_payee_guarded, points_of, producers_of_points_of, producers_served_by
from producers.directory.seen import ChangedMeanwhile
from producers.directory.services import NeedsNewApproval, WasMerged, add_producer, change_about, change_some
from producers.directory.states import ENDED, ProducerState
from producers.onboarding.duplicates import Likely, likely_duplicates
from producers.onboarding.queries import candidates_for, producers_to_list
from producers.onboarding.rows import act, facts_for_officers, producer_row
from producers.payees.queries import open_change_of

ON_A_PAGE = 20
TO_ACCEPT = "chua-dong-y"
UNPROCESSABLE, CONFLICT = 422, 409
NOT_SENT_AGAIN = ("seen", "back", "picture_kept")


@staff_page
@require_safe
def producer_list(request: StaffRequest) -> HttpResponse:
    """The producers whom the person serves; for nobody else is there a list."""
    points = list(points_of(request.user))
    if not points and not producers_served_by(request.user).exists():
        raise Http404
    sought = request.GET.get("q", "").strip()
    asked = request.GET.get("muc", "")
    state = ProducerState(asked) if asked in ProducerState else None
    is_to_accept = asked == TO_ACCEPT
    found = producers_to_list(request.user, sought, state or "", is_to_accept=is_to_accept)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("trang"))
    agreed = consents_of(page.object_list)
    return render(
        request,
        "onboarding/list.html",
        {
            "page": page,
            "rows": [producer_row(one, agreed[one.pk]) for one in page.object_list],
            "sought": sought,
            "state": state,
            "states": ProducerState,
            "is_to_accept": is_to_accept,
            "kept": asked if state or is_to_accept else "",
            "may_add": bool(points),
            "workplace": _workplace(points),
        },
    )


@staff_page
@require_safe
def producer_page(request: StaffRequest, pk: int) -> HttpResponse:
    """One producer: what is known, what she agrees to, and what was done in her name."""
    producer = _served(request, pk)
    agreed = consents_of([producer])[producer.pk]
    history = [consent_then(one) for one in consent_history(producer)]
    return render(
        request,
        "onboarding/producer.html",
        {
            "producer": producer,
            "picture": shown_picture(producer.picture, f"Ảnh của {producer.name}"),
            "facts": facts_for_officers(producer),
            "same_phone": same_phone(producer, among=producers_of_points_of(request.user)),
            **application_sheet(producer, on=timezone.localdate()),
            "pill": consent_pill(was_asked=bool(history), agrees_to=agreed),
            "scopes": scopes_now(agreed) if history else [],
            "history": history,
            "trail": [act(entry) for entry in history_of(producer)],
            "is_officer": _is_officer(request, producer),
            "is_ended": producer.state in ENDED,
            "to_accept": versions_to_accept(producer, on=timezone.localdate()),
            "is_payee_guarded": is_payee_guarded(producer),
            "payee_change": open_change_of(producer),
            "workplace": producer.point.name,
        },
    )


@staff_page
@require_http_methods(["GET", "POST"])
def producer_add(request: StaffRequest) -> HttpResponse:
    """Write a new producer down; whoever looks like her is shown first."""
    points = list(points_of(request.user).select_related("commune__province"))
    if not points:
        raise Http404
    if request.method != "POST":
        form = ProducerForm(points=points, initial={"commune": points[0].commune})
        return _form_page(request, form, points=points)
    form = ProducerForm(request.POST, request.FILES, points=points)
    if not form.is_valid():
        return _form_page(request, form, points=points, status=UNPROCESSABLE)
    if "back" in request.POST:
        return _form_page(request, form, points=points)
    facts = form.facts()
    candidates = candidates_for(request.user, facts.commune, facts.phone, facts.tax_code)
    likely = likely_duplicates(facts.name, facts.phone, candidates, tax_code=facts.tax_code)
    if {str(each.producer.pk) for each in likely} - set(request.POST.getlist("seen")):
        return _ask_whether_known(request, form, likely, points)
    producer = add_producer(facts, at_point=form.chosen_point(), by=request.user)
    messages.success(request, f"Đã ghi {producer.name}. Bước tiếp theo: hỏi sự đồng ý.")
    return redirect("work-consent", producer.pk)


@staff_page
@require_http_methods(["GET", "POST"])
def producer_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Change what is known; the producer with her own login changes her own words only."""
    producer = _served(request, pk)
    if producer.merged_into_id:
        return _goes_on_elsewhere(request, producer)
    is_officer = _is_officer(request, producer)
    form = _edit_form(request, producer) if is_officer else AboutForm(request.POST or None, producer=producer)
    if request.method != "POST":
        return _form_page(request, form, producer=producer)
    try:
        status = _save(form, producer, by=request.user) if form.is_valid() else UNPROCESSABLE
    except WasMerged:
        return _goes_on_elsewhere(request, producer)
    if status:
        return _form_page(request, form, producer=producer, status=status)
    messages.success(request, f"Đã lưu thông tin của {producer.name}.")
    return redirect("work-producer", producer.pk)


def _goes_on_elsewhere(request: StaffRequest, producer: Producer) -> HttpResponse:
    messages.info(request, "Hồ sơ này đã gộp vào hồ sơ khác, nên không sửa nữa. Xin sửa ở hồ sơ còn dùng.")
    return redirect("work-producer", producer.pk)


def _served(request: StaffRequest, pk: int) -> Producer:
    near = ("commune__province", "point", "picture", "partner")
    return get_object_or_404(producers_served_by(request.user).select_related(*near), pk=pk)


def _is_officer(request: StaffRequest, producer: Producer) -> bool:
    return producers_of_points_of(request.user).filter(pk=producer.pk).exists()


def _workplace(points: list[SupportPoint]) -> str:
    return points[0].name if len(points) == 1 else ""


def _edit_form(request: StaffRequest, producer: Producer) -> ProducerForm:
    if request.method == "POST":
        return ProducerForm(request.POST, request.FILES, producer=producer)
    known = {name: getattr(producer, name) for name in ProducerForm.base_fields if hasattr(producer, name)}
    return ProducerForm(producer=producer, initial=known)


def _save(form: ProducerForm | AboutForm, producer: Producer, *, by: User) -> int:
    """Save a valid form, or say in it why not and return the status to answer with."""
    try:
        if isinstance(form, AboutForm):
            change_about(producer, form.cleaned_data["about"], by=by, seen=form.seen)
        else:
            _save_facts(form, producer, by=by)
    except ChangedMeanwhile as late:
        form.show_changed(late)
        return CONFLICT
    return UNPROCESSABLE if form.errors else 0


def _save_facts(form: ProducerForm, producer: Producer, *, by: User) -> None:
    try:
        change_some(producer, form.values(), by=by, seen=form.seen)
    except NeedsNewApproval as error:
        form.refuse(error)


def _form_page(request: StaffRequest, form: Any, *, status: int = 200, **context: Any) -> HttpResponse:
    producer, points = context.get("producer"), context.get("points", [])
    context["workplace"] = producer.point.name if producer else _workplace(points)
    template = "onboarding/form.html" if isinstance(form, ProducerForm) else "onboarding/about.html"
    return render(request, template, {**context, "form": form}, status=status)


def _ask_whether_known(
    request: StaffRequest, form: ProducerForm, likely: list[Likely], points: list[SupportPoint]
) -> HttpResponse:
    """Show whom the officer may mean; everything typed goes along, unseen."""
    own = {point.pk for point in points}
    sent = [(name, value) for name, values in request.POST.lists() for value in values if name not in NOT_SENT_AGAIN]
    return render(
        request,
        "onboarding/duplicates.html",
        {
            "form": form,
            "sent": sent,
            "likely": [
                (each.producer, each.why, each.producer.point_id in own, shown_picture(each.producer.picture, ""))
                for each in likely
            ],
            "workplace": _workplace(points),
        },
    )
