"""Two people answer in the same moment, on PostgreSQL: one answer."""

import pytest
from django.utils import timezone

from common.transitions import MoveNotAllowed
from producers.notices.models import Notice
from shop.feedback.models import Complaint, Reply
from shop.feedback.services import answer_complaint, refer_complaint, refer_overdue
from shop.feedback.states import Outcome
from tests.catalog.approvals.test_races import at_once
from tests.factories.complaints import complaint

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def mine(made):
    return Complaint.objects.get(pk=made.pk)


def test_an_answer_and_a_referral_at_once_are_one_of_them(mai, tuan, linh):
    made = complaint(mai)
    one, other = mine(made), mine(made)
    outcomes = at_once(
        lambda: answer_complaint(one, by=tuan, words="Đã sửa số đo trên trang.", outcome=Outcome.RIGHT),
        lambda: refer_complaint(other, by=linh, reason="Nhiều người báo"),
    )
    assert [isinstance(outcome, MoveNotAllowed) for outcome in outcomes].count(True) == 1
    assert (mine(made).state, Reply.objects.count()) == [("answered", 1), ("referred", 0)][outcomes.index(None)]


def test_three_rounds_at_once_refer_it_once(mai, tuan):
    made = complaint(mai)
    Complaint.objects.update(due_date="2026-01-05")
    before = Notice.objects.count()
    assert sorted(at_once(*[lambda: refer_overdue(at=timezone.now())] * 3)) == [0, 0, 1]
    assert (mine(made).state, Notice.objects.count()) == ("referred", before + 1)
