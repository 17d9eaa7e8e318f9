"""Pages where an officer reads what a seller was told, and writes down what the seller says to it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from catalog.listings.states import OWN
from catalog.moderation.queries import restrictions_told_to
from catalog.moderation.restrictions.forms import AnswerForm
from catalog.moderation.restrictions.pages import listed, shown
from catalog.moderation.restrictions.services import answer_restriction
from catalog.moderation.states import RestrictionState
from common.access import StaffRequest, staff_page
from common.transitions import MoveNotAllowed
from producers.directory.access import serving_page

UNPROCESSABLE, CONFLICT = 422, 409


@serving_page
@require_safe
def told_list(request: StaffRequest) -> HttpResponse:
    """The restrictions of the producers whom the person serves."""
    return listed(request, restrictions_told_to(request.user), is_told=True)


@staff_page
@require_http_methods(["GET", "POST"])
def told_page(request: StaffRequest, pk: int) -> HttpResponse:
    """What a producer was told, and where her officer writes down what she says to it."""
    restriction = get_object_or_404(restrictions_told_to(request.user), pk=pk)
    form, status = AnswerForm(request.POST or None), 200
    if request.method == "POST" and form.is_valid():
        try:
            answer_restriction(restriction, by=request.user, answer=form.cleaned_data["answer"])
        except MoveNotAllowed:
            messages.error(request, "Chưa ghi được: đã có lời đáp, hoặc tỉnh đã xử lý xong.")
            status = CONFLICT
        else:
            messages.success(request, "Đã ghi và gửi cho tỉnh.")
            return redirect("work-restriction", restriction.pk)
    may_answer = bool(restriction.actors(request.user) & OWN) and restriction.state == RestrictionState.SENT
    status = UNPROCESSABLE if form.errors else status
    return shown(request, restriction, status=status, form=form, is_told=True, may_answer=may_answer)
