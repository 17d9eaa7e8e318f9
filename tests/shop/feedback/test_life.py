"""A complaint from its receipt to its end: who answers, by when, and what is forgotten."""

from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from common.audit.models import AuditEntry
from common.transitions import MoveNotAllowed, NotTheirMove
from producers.directory.models import Membership
from producers.directory.states import Role
from producers.notices.models import Notice
from shop.feedback.models import Complaint, Reply
from shop.feedback.services import (
    TooLateToReopen,
    answer_complaint,
    close_answered,
    close_complaint,
    decide_complaint,
    refer_complaint,
    refer_overdue,
    remove_contacts,
    reopen_complaint,
    take_up,
)
from shop.feedback.states import ComplaintKind, Outcome
from tests import factories
from tests.factories.complaints import complaint

pytestmark = pytest.mark.django_db

ANSWER = {"words": "Đã gọi bà Mai, đã sửa số đo trên trang.", "outcome": Outcome.RIGHT}


def acts():
    return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def later(**back):
    """Turn the clock of every complaint back."""
    span = timedelta(**back)
    for each in Complaint.objects.all():
        Complaint.objects.filter(pk=each.pk).update(
            due_date=each.due_date - span,
            answered_at=each.answered_at and each.answered_at - span,
            closed_at=each.closed_at and each.closed_at - span,
        )


def test_it_has_seven_working_days(mai, monkeypatch):
    tuesday = datetime(2026, 12, 29, 23, 30, tzinfo=timezone.get_default_timezone())
    monkeypatch.setattr(timezone, "now", lambda: tuesday)
    assert complaint(mai).due_date == date(2027, 1, 8)


def test_the_point_is_told_without_the_words_or_the_one_who_wrote_them(mai, nua_ngam):
    made = complaint(factories.listing(of=mai), phone="0912345678", email="an@example.com")
    notice = Notice.objects.get()
    assert (notice.point, notice.url) == (nua_ngam, f"/can-bo/khieu-nai/{made.pk}/")
    assert notice.text == (f"Có phản ánh {made.number} về Khăn thổ cẩm Lào: hàng không đúng như giới thiệu.")
    assert "0912345678" not in repr(list(AuditEntry.objects.values()))


def test_the_point_answers_and_its_maker_is_content(mai, tuan):
    made = complaint(mai)
    take_up(made, by=tuan)
    answer_complaint(made, by=tuan, **ANSWER)
    close_complaint(made)
    assert (made.state, Reply.objects.get().by) == ("closed", tuan)
    assert acts() == ["complaint.received", "complaint.taken_up", "complaint.answered", "complaint.closed"]
    entry = AuditEntry.objects.get(action="complaint.answered")
    assert (entry.on_behalf_of_id, entry.at_point_id, entry.reason) == (mai.pk, mai.point_id, "Phản ánh đúng, đã xử lý")


@pytest.mark.parametrize(
    ("kind", "is_about_point", "notices"),
    [
        (ComplaintKind.BANNED, False, 1),
        (ComplaintKind.RIGHTS, False, 1),
        (ComplaintKind.OTHER, True, 0),
    ],
)
def test_what_the_point_may_not_judge_is_the_provinces_at_once(mai, tuan, linh, kind, is_about_point, notices):
    made = complaint(mai, kind, is_about_point=is_about_point)
    assert (made.state, Notice.objects.count()) == ("referred", notices)
    for act in (take_up, lambda row, by: answer_complaint(row, by=by, **ANSWER)):
        with pytest.raises(MoveNotAllowed):
            act(made, by=tuan)
    decide_complaint(made, by=linh, **ANSWER)
    assert made.state == "answered"


@pytest.mark.parametrize("kind", [each for each in ComplaintKind if each not in ("banned", "rights")])
def test_everything_else_is_first_the_points(mai, linh, kind):
    made = complaint(mai, kind)
    assert made.state == "received"
    with pytest.raises(NotTheirMove):
        answer_complaint(made, by=linh, **ANSWER)
    with pytest.raises(MoveNotAllowed):
        decide_complaint(made, by=linh, **ANSWER)


def test_an_approver_may_take_over_and_answer(mai, linh, tuan):
    made = complaint(mai)
    refer_complaint(made, by=linh, reason="Nhiều người báo")
    decide_complaint(made, by=linh, **ANSWER)
    assert made.state == "answered"
    with pytest.raises(MoveNotAllowed):
        answer_complaint(made, by=tuan, **ANSWER)


def test_nobody_answers_what_is_said_of_himself(mai, tuan, nua_ngam):
    made = complaint(mai)
    mai.partner.users.add(tuan)
    with pytest.raises(NotTheirMove):
        answer_complaint(made, by=tuan, **ANSWER)
    mai.partner.users.clear()
    Membership.objects.create(user=tuan, role=Role.APPROVER, province=nua_ngam.commune.province)
    about_point = complaint(mai, "other", is_about_point=True)
    with pytest.raises(NotTheirMove):
        decide_complaint(about_point, by=tuan, **ANSWER)
    assert Reply.objects.count() == 0


def test_an_officer_moved_away_meanwhile_is_refused(mai, tuan, sin_ho):
    made = complaint(mai)
    Membership.objects.filter(user=tuan).update(point=sin_ho)
    with pytest.raises(NotTheirMove):
        answer_complaint(made, by=tuan, **ANSWER)
    assert (Complaint.objects.get().state, Reply.objects.count()) == ("received", 0)


def test_what_is_asked_again_is_answered_by_the_province_with_a_new_limit(mai, tuan, linh):
    made = complaint(mai)
    answer_complaint(made, by=tuan, **ANSWER)
    later(days=20)
    made.refresh_from_db()
    reopen_complaint(made, words="Số đo trên trang vẫn chưa sửa.")
    made.refresh_from_db()
    assert made.state == "reopened"
    assert made.due_date > timezone.localdate()
    with pytest.raises(MoveNotAllowed):
        answer_complaint(made, by=tuan, **ANSWER)
    decide_complaint(made, by=linh, **ANSWER)
    assert list(Reply.objects.values_list("by", "outcome")) == [(tuan.pk, "right"), (None, ""), (linh.pk, "right")]


def test_an_old_answer_is_not_asked_about_again(mai, tuan):
    made = complaint(mai)
    answer_complaint(made, by=tuan, **ANSWER)
    later(days=31)
    made.refresh_from_db()
    with pytest.raises(TooLateToReopen):
        reopen_complaint(made, words="Vẫn chưa sửa gì cả.")
    assert (Complaint.objects.get().state, Reply.objects.count()) == ("answered", 1)


def test_what_is_late_goes_to_the_province_once(mai, nua_ngam):
    made = complaint(mai)
    assert refer_overdue(at=timezone.now()) == 0
    Complaint.objects.update(due_date=timezone.localdate())
    assert refer_overdue(at=timezone.now()) == 0
    Complaint.objects.update(due_date=timezone.localdate() - timedelta(days=1))
    assert [refer_overdue(at=timezone.now()) for _ in range(2)] == [1, 0]
    made.refresh_from_db()
    assert (made.state, acts()) == ("referred", ["complaint.received", "complaint.referred"])
    assert Notice.objects.order_by("-pk").first().text == f"Phản ánh {made.number} quá hạn trả lời, đã chuyển lên tỉnh."


def test_an_answer_that_nobody_asks_about_closes_it(mai, tuan):
    answer_complaint(complaint(mai), by=tuan, **ANSWER)
    assert close_answered(at=timezone.now() + timedelta(days=10)) == 0
    assert [close_answered(at=timezone.now() + timedelta(days=11)) for _ in range(2)] == [1, 0]
    assert Complaint.objects.get().state == "closed"


def test_how_to_reach_its_maker_is_forgotten_and_what_was_said_is_kept(mai, tuan):
    made = complaint(mai, phone="0912345678", email="an@example.com")
    answer_complaint(made, by=tuan, **ANSWER)
    assert remove_contacts(at=timezone.now() + timedelta(days=365)) == 0
    close_complaint(made)
    assert remove_contacts(at=timezone.now() + timedelta(days=89)) == 0
    assert [remove_contacts(at=timezone.now() + timedelta(days=91)) for _ in range(2)] == [1, 0]
    made.refresh_from_db()
    assert (made.phone, made.email, bool(made.words)) == ("", "", True)
    assert acts()[-1] == "complaint.contact_removed"


def test_the_link_is_mailed_and_nothing_of_what_was_said(mai, tuan, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        made = complaint(mai, email="an@example.com")
        complaint(mai)
    with django_capture_on_commit_callbacks(execute=True):
        answer_complaint(made, by=tuan, **ANSWER)
    letters = [letter for letter in mail.outbox if letter.to == ["an@example.com"]]
    assert [letter.subject for letter in letters] == [
        f"Chợ Phiên đã nhận phản ánh {made.number}",
        f"Phản ánh {made.number} đã có trả lời",
    ]
    for letter in letters:
        assert f"/phan-anh/{made.token}/" in letter.body
        assert "Khăn" not in letter.body
        assert "bà Mai" not in letter.body
