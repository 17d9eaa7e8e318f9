"""The approver's decisions about a change to what is on sale.

What is approved is what was seen: every decision carries the mark of both sides as the page showed them.
"""

from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from catalog.approvals.changes.queries import has_hand_in_change, risks_of_changes
from catalog.approvals.risk import kept_of
from catalog.approvals.services import ConsentMissing, tell_officers
from catalog.changes.applying import apply_change
from catalog.changes.facts import Facts, live_facts, overtaken, seen_version, touched
from catalog.changes.models import ChangeRequest
from catalog.changes.queries import labels_of
from catalog.changes.services import LiveVersionMoved, hold_change, move_change
from catalog.changes.states import ChangeAct, ChangeState
from catalog.listings.states import LIVE
from catalog.listings.visibility import hold_producers
from catalog.ocop.holders import only_subjects
from common.transitions import ChangedSinceSeen, MoveNotAllowed, ReasonMissing, SameHands
from producers.consents.queries import has_consent
from producers.consents.states import ConsentScope


def approve_change(change: ChangeRequest, *, by: User, seen: str, is_certificate_checked: bool = False) -> None:
    """Put the change in the place of what is on sale.

    Raises MoveNotAllowed if it no longer waits or its listing is not on sale, ChangedSinceSeen, SameHands,
    ConsentMissing, HolderNotSubject; and LiveVersionMoved, when what it changes has changed meanwhile: it then goes to
    its officer.
    """
    with transaction.atomic():
        _hold_waiting(change)
        live = live_facts(change.listing)
        moved = overtaken(change, live)
        if moved:
            move_change(change, ChangeAct.OUTDATED, by=None)
            _tell(change, f"Bản đang bán đã khác ({', '.join(labels_of(moved))}), hãy xem lại bản sửa")
        else:
            if seen_version(change, live) != seen:
                raise ChangedSinceSeen(str(change))
            if has_hand_in_change(by, change):
                raise SameHands(str(change))
            hold_producers([change.listing.product_id])
            if not has_consent(change.listing.producer, ConsentScope.GOODS):
                raise ConsentMissing(str(change.listing.producer))
            if is_certificate_checked:
                _only_subjects(change, live)
            _decide(change, ChangeAct.APPROVED, by=by)
            apply_change(change, by=by, is_certificate_checked=is_certificate_checked)
            _tell(change, "Tỉnh đã duyệt bản sửa, người mua thấy bản mới")
    if moved:
        raise LiveVersionMoved(moved)


@transaction.atomic
def return_change(change: ChangeRequest, *, by: User, reason: str, seen: str) -> None:
    """Send the change back to its officer with a reason. Raises ReasonMissing, MoveNotAllowed and ChangedSinceSeen."""
    _refuse(change, ChangeAct.RETURNED, "Tỉnh yêu cầu bổ sung bản sửa", by=by, reason=reason, seen=seen)


@transaction.atomic
def reject_change(change: ChangeRequest, *, by: User, reason: str, seen: str) -> None:
    """Refuse the change for good with a reason. Raises ReasonMissing, MoveNotAllowed and ChangedSinceSeen."""
    _refuse(change, ChangeAct.REJECTED, "Tỉnh không duyệt bản sửa", by=by, reason=reason, seen=seen)


def _hold_waiting(change: ChangeRequest) -> None:
    """Hold listing and change until the transaction ends, if the change waits and the listing is on sale."""
    hold_change(change)
    if change.state != ChangeState.SUBMITTED:
        raise MoveNotAllowed(f"{change} is {change.state}")
    if change.listing.state not in LIVE:
        raise MoveNotAllowed(f"{change.listing} is {change.listing.state}, not on sale")


def _only_subjects(change: ChangeRequest, live: Facts) -> None:
    wanted = {**live, **touched(change)}
    if wanted["certificate"]:
        kind = wanted["certificate"].get("subject_kind", "")
        only_subjects(change.listing.producer, wanted["product_set"], subject_kind=kind)


def _refuse(change: ChangeRequest, act: ChangeAct, what: str, *, by: User, reason: str, seen: str) -> None:
    hold_change(change)
    if change.state == ChangeState.SUBMITTED and seen_version(change, live_facts(change.listing)) != seen:
        raise ChangedSinceSeen(str(change))
    if not reason.strip():
        raise ReasonMissing(str(change))
    _decide(change, act, by=by, reason=reason)
    _tell(change, what, reason)


def _decide(change: ChangeRequest, act: ChangeAct, *, by: User, reason: str = "") -> None:
    found = risks_of_changes([change])[change.pk]
    decided = {"decided_by": by, "decided_at": timezone.now(), "decision_reason": reason}
    move_change(change, act, by=by, reason=reason, told=kept_of(found), **decided)


def _tell(change: ChangeRequest, what: str, reason: str = "") -> None:
    tell_officers(change.listing, what, url=reverse("work-change", args=[change.pk]), reason=reason)
