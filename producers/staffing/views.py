"""Pages of administrators below /quan-tri/nguoi-lam/: who works where, invitations, and what becomes of them."""

from typing import Any

import segno
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.access import StaffRequest, administrator_page
from common.audit.sentences import told
from common.audit.services import name_of
from common.forms import ReasonForm
from producers.directory.models import AT_POINT, Membership, SupportPoint
from producers.second_factor.services import has_second_factor, reset_second_factor
from producers.staffing.codes import written_code
from producers.staffing.forms import InviteForm, MoveForm
from producers.staffing.models import Invitation
from producers.staffing.queries import acts_upon, people_at_work, roles_of, waiting_invitations
from producers.staffing.services import (
    AlreadyInvited,
    InvitationSpent,
    RoleEnded,
    RoleHeldAlready,
    end_membership,
    invite,
    link_of,
    move_to_point,
    withdraw_invitation,
)

ON_A_PAGE = 20
MOST_ACTS = 50
UNPROCESSABLE = 422
WORKPLACE = "Quản trị"
TO_ACCEPT = "chua-dong-y"
ENDED = "Vai trò này vừa được người khác cho thôi hoặc chuyển đi."


@administrator_page
@require_safe
def people(request: StaffRequest) -> HttpResponse:
    """Everybody at work, those of one point, or those who have yet to accept the texts in force; the invitations."""
    sought = request.GET.get("q", "").strip()
    point = _point(request.GET.get("diem", ""))
    is_to_accept = request.GET.get("muc") == TO_ACCEPT
    found = people_at_work(sought, point, is_to_accept=is_to_accept)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("trang"))
    waiting = waiting_invitations(timezone.now())
    context = {
        "page": page,
        "rows": [(person, name_of(person)) for person in page.object_list],
        "sought": sought,
        "point": point,
        "is_to_accept": is_to_accept,
        "invitations": waiting.filter(point=point) if point else waiting,
    }
    return _page(request, "staffing/people.html", context)


@administrator_page
@require_http_methods(["GET", "POST"])
def person(request: StaffRequest, pk: int) -> HttpResponse:
    """One person: roles of today and before, the second proof, and what was done to them. Posting resets the proof."""
    who = get_object_or_404(people_at_work(), pk=pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and who.pk != request.user.pk:
        reset_second_factor(who, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, f"Đã xoá lớp bảo vệ thứ hai của {name_of(who)}. Lần vào tới sẽ lập lại từ đầu.")
        return redirect("manage-person", pk)
    context = {
        "who": who,
        "name": name_of(who),
        "roles": roles_of(who),
        "at_point": [str(role) for role in AT_POINT],
        "has_second_factor": has_second_factor(who),
        "is_self": who.pk == request.user.pk,
        "form": form,
        "history": [told(entry) for entry in acts_upon(who)[:MOST_ACTS]],
    }
    return _page(request, "staffing/person.html", context)


@administrator_page
@require_http_methods(["GET", "POST"])
def invitation_add(request: StaffRequest) -> HttpResponse:
    """Invite somebody; the code is shown this once."""
    point = _point(request.GET.get("diem", ""))
    form = InviteForm(request.POST if request.method == "POST" else None, initial={"point": point})
    if request.method == "POST" and form.is_valid():
        try:
            invitation, code = invite(form.offer(), by=request.user)
        except AlreadyInvited:
            form.add_error(None, "Người này đã có lời mời như vậy đang chờ. Muốn mời lại thì rút lời mời cũ trước.")
        else:
            link = link_of(code)
            picture = segno.make(link, error="m", micro=False).svg_data_uri(scale=4, border=3, light="white")
            made = {"invitation": invitation, "code": written_code(code), "link": link, "picture": picture}
            return _page(request, "staffing/invited.html", made)
    return _page(request, "staffing/invite.html", {"form": form})


@administrator_page
@require_POST
def invitation_withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take an invitation back."""
    invitation = get_object_or_404(Invitation.objects.select_related("point", "province"), pk=pk)
    try:
        withdraw_invitation(invitation, by=request.user)
    except InvitationSpent:
        messages.error(request, "Lời mời này không còn chờ nữa: đã nhận, đã rút hoặc hết hạn.")
    else:
        messages.success(request, f"Đã rút lời mời của {invitation.full_name}.")
    return redirect("manage-people")


@administrator_page
@require_http_methods(["GET", "POST"])
def role_end(request: StaffRequest, pk: int) -> HttpResponse:
    """End a role, with the reason."""
    membership = _membership(pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            end_membership(membership, by=request.user, reason=form.cleaned_data["reason"])
        except RoleEnded:
            messages.error(request, ENDED)
        else:
            messages.success(request, f"Đã cho {name_of(membership.user)} thôi vai trò ở {membership.place_name}.")
        return redirect("manage-person", membership.user_id)
    return _page(request, "staffing/end.html", {"form": form, "role": membership, "name": name_of(membership.user)})


@administrator_page
@require_http_methods(["GET", "POST"])
def role_move(request: StaffRequest, pk: int) -> HttpResponse:
    """Move an officer or helper to another point, with the reason."""
    membership = _membership(pk, role__in=AT_POINT)
    form = MoveForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        to: SupportPoint = form.cleaned_data["point"]
        try:
            move_to_point(membership, to, by=request.user, reason=form.cleaned_data["reason"])
        except RoleHeldAlready:
            form.add_error("point", "Người này đang có vai trò ấy ở điểm này rồi.")
        except RoleEnded:
            messages.error(request, ENDED)
            return redirect("manage-person", membership.user_id)
        else:
            messages.success(request, f"Đã chuyển {name_of(membership.user)} sang {to.name}.")
            return redirect("manage-person", membership.user_id)
    return _page(request, "staffing/move.html", {"form": form, "role": membership, "name": name_of(membership.user)})


def _membership(pk: int, **wanted: Any) -> Membership:
    rows = Membership.objects.select_related("user", "point", "province")
    return get_object_or_404(rows, pk=pk, ended_at__isnull=True, **wanted)


def _point(typed: str) -> SupportPoint | None:
    is_number = typed.isascii() and typed.isdecimal() and len(typed) < 19
    return SupportPoint.objects.filter(pk=int(typed)).first() if is_number else None


def _page(request: StaffRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    status = UNPROCESSABLE if "form" in context and context["form"].errors else 200
    return render(request, template, {"workplace": WORKPLACE, **context}, status=status)
