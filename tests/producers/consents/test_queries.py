"""What a producer agrees to today."""

from datetime import timedelta

import pytest
from django.utils import timezone

from common.audit.services import name_of
from producers.consents.models import ConsentAnswer
from producers.consents.queries import consent_history, consents_of, has_consent
from producers.consents.states import ConsentScope
from tests import factories


def test_silence_is_not_consent(nua_ngam, tuan):
    asked_nothing = factories.producer("Bà Quàng Thị Mươn", nua_ngam, consents="", created_by=tuan)
    assert not any(has_consent(asked_nothing, scope) for scope in ConsentScope)
    assert consents_of([asked_nothing]) == {asked_nothing.pk: frozenset()}


def test_yes_is_yes_and_no_is_no(mai):
    assert [scope.value for scope in ConsentScope if has_consent(mai, scope)] == ["goods", "name_and_picture"]


def test_the_latest_answer_wins_whenever_it_was_written_down(mai, tuan):
    factories.consent(mai, "voice", by=tuan, given_at=timezone.now() - timedelta(days=400))
    assert consents_of([mai]) == {mai.pk: {"goods", "name_and_picture"}}
    factories.consent(mai, "voice", by=tuan)
    assert consents_of([mai]) == {mai.pk: {"voice"}}


def test_of_two_answers_at_one_moment_the_later_written_wins(mai, tuan):
    at = timezone.now()
    factories.consent(mai, "goods", by=tuan, given_at=at)
    factories.consent(mai, "motif", by=tuan, given_at=at)
    assert consents_of([mai]) == {mai.pk: {"motif"}}


def test_a_withdrawn_answer_holds_no_more_and_the_older_one_does_not_return(mai, tuan):
    factories.consent(mai, "goods", by=tuan)
    latest = ConsentAnswer.objects.filter(consent__producer=mai, scope="goods").order_by("-pk").first()
    latest.withdrawn_at = timezone.now()
    latest.save()
    assert not has_consent(mai, ConsentScope.GOODS)
    assert consents_of([mai]) == {mai.pk: frozenset()}


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_asks_once(count, nua_ngam, tuan, django_assert_num_queries):
    some = [factories.producer(f"Bà Lò Thị {name}", nua_ngam) for name in ("Mai", "Duyên", "Hoa")[:count]]
    with django_assert_num_queries(1):
        found = consents_of(some)
    assert found == {one.pk: {"goods", "name_and_picture"} for one in some}


def test_the_history_has_the_newest_first(mai, tuan, django_assert_num_queries):
    newer = factories.consent(mai, "voice", by=tuan)
    with django_assert_num_queries(3):
        history = list(consent_history(mai))
        answers = [[answer.is_given for answer in one.answers.all()] for one in history]
        names = [(str(one.text), name_of(one.recorded_by), str(one.at_point)) for one in history]
    assert history[0] == newer
    assert answers == [[False, False, True, False, False], [True, True, False, False, False]]
    assert names == [("bản 2 (vi)", "Lường Văn Tuấn", "Điểm hỗ trợ xã Núa Ngam")] * 2
