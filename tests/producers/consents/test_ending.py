"""A consent holds until its last day: read from the date, noted by the rounds, asked anew before."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import LazySettings
from django.utils import timezone

from common.audit.models import AuditEntry
from producers.consents.models import ConsentAnswer
from producers.consents.queries import consents_of, consents_to_renew, has_consent
from producers.consents.services import ConsentTooLong, current_text, end_consents, record_consent, withdraw_consent
from producers.consents.states import ConsentScope
from tests import factories

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
LAST = date(2027, 2, 28)
NO = dict.fromkeys((scope.value for scope in ConsentScope), False)
ENDED: list[tuple[int, str]] = []


def write_down(producer_id: int, scope: str) -> None:
    """Stand where those stand who keep something on a consent alone."""
    ENDED.append((producer_id, scope))


@pytest.fixture
def ended(settings: LazySettings, told):
    settings.AFTER_CONSENT_END = [f"{__name__}.write_down"]
    ENDED.clear()
    return ENDED


@pytest.fixture
def at(monkeypatch):
    """Set the market's clock."""

    def at(moment: datetime) -> datetime:
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return moment

    return at


@pytest.fixture
def muon(tuan, nua_ngam):
    """Mươn, who lets her goods be sold and herself be named until the end of February."""
    made = factories.producer("Bà Quàng Thị Mươn", nua_ngam, consents="", created_by=tuan)
    factories.consent(made, "goods", "name_and_picture", by=tuan, until_date=LAST)
    return made


def agrees_to(producer):
    return consents_of([producer])[producer.pk]


@pytest.mark.parametrize(
    ("moment", "holds"),
    [
        (datetime(2027, 2, 28, 23, 59, 59, tzinfo=VIETNAM), True),
        (datetime(2027, 3, 1, 0, 0, tzinfo=VIETNAM), False),
        (datetime(2027, 2, 28, 17, 0, tzinfo=ZoneInfo("UTC")), False),
        (datetime(2027, 2, 28, 16, 59, tzinfo=ZoneInfo("UTC")), True),
    ],
)
def test_it_ends_at_midnight_in_vietnam(muon, at, moment, holds):
    at(moment)
    assert has_consent(muon, "goods") is holds
    assert agrees_to(muon) == ({"goods", "name_and_picture"} if holds else frozenset())


def test_the_rounds_note_the_end_once_and_tell_of_each_scope(muon, at, ended, told):
    day_before = at(datetime(2027, 2, 28, 23, 59, tzinfo=VIETNAM))
    assert end_consents(at=day_before) == 0
    day_after = at(datetime(2027, 3, 1, 0, 5, tzinfo=VIETNAM))
    assert end_consents(at=day_after) == 2
    assert end_consents(at=day_after) == 0
    assert ended == [(muon.pk, "goods"), (muon.pk, "name_and_picture")]
    assert told == [(muon.pk, True)]
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by_name, entry.on_behalf_of_name) == ("consent.ended", "Hệ thống", muon.name)
    assert (entry.before, entry.after) == ({"agrees_to": ["goods", "name_and_picture"]}, {"agrees_to": []})


def test_an_older_answer_that_runs_out_under_a_newer_one_changes_nothing(muon, tuan, at, ended, told):
    factories.consent(muon, "goods", "name_and_picture", by=tuan)
    assert end_consents(at=at(datetime(2027, 3, 1, 8, tzinfo=VIETNAM))) == 0
    assert (ended, told, AuditEntry.objects.count()) == ([], [], 0)
    assert not ConsentAnswer.objects.filter(until_date=LAST, is_given=True, ended_at=None).exists()


def test_what_is_taken_back_or_answered_with_no_is_told_of(mai, tuan, ended):
    withdraw_consent(mai, "goods", by=tuan)
    ask(mai, tuan, answers=NO)
    assert ended == [(mai.pk, "goods"), (mai.pk, "name_and_picture")]


def ask(producer, by, answers=NO, **more):
    return record_consent(
        producer,
        answers=answers,
        text=current_text("vi"),
        language_read="vi",
        witness_name="Lò Văn Chứng",
        by=by,
        **more,
    )


@pytest.mark.parametrize(
    ("given", "until"),
    [
        (datetime(2026, 12, 1, 9, tzinfo=VIETNAM), date(2028, 12, 1)),
        (datetime(2028, 2, 29, 9, tzinfo=VIETNAM), date(2030, 2, 28)),
        (datetime(2026, 12, 31, 18, tzinfo=ZoneInfo("UTC")), date(2029, 1, 1)),
    ],
)
def test_without_a_day_of_her_own_it_ends_after_the_months_of_the_rule(mai, tuan, told, at, given, until):
    at(given)
    consent = ask(mai, tuan, answers={**NO, "goods": True})
    assert dict(consent.answers.values_list("scope", "until_date")) == {**dict.fromkeys(NO), "goods": until}


def test_the_rule_gives_the_months(mai, tuan, told, at, set_rule):
    set_rule("consent.months", 6)
    at(datetime(2026, 12, 1, 9, tzinfo=VIETNAM))
    consent = ask(mai, tuan, answers={**NO, "goods": True}, until_date=date(2027, 6, 1))
    assert consent.answers.get(scope="goods").until_date == date(2027, 6, 1)
    for wrong in (date(2027, 6, 2), date(2026, 11, 30)):
        with pytest.raises(ConsentTooLong):
            ask(mai, tuan, until_date=wrong)
    assert mai.consents.count() == 2


@pytest.mark.parametrize(("days", "is_due"), [(-5, True), (0, True), (30, True), (31, False)])
def test_the_officer_asks_anew_in_time(nua_ngam, tuan, days, is_due):
    muon = factories.producer("Bà Mươn", nua_ngam, consents="", created_by=tuan)
    factories.consent(muon, "goods", by=tuan, until_date=timezone.localdate() + timedelta(days=days))
    assert [each.pk for each in consents_to_renew(tuan)] == ([muon.pk] if is_due else [])


def test_the_most_urgent_comes_first_and_others_see_none(nua_ngam, sin_ho, mai, tuan, bao, linh, quan):
    today = timezone.localdate()
    later = factories.producer("Bà Mươn", nua_ngam, consents="")
    sooner = factories.producer("Bà Duyên", nua_ngam, consents="")
    factories.consent(later, "voice", by=tuan, until_date=today + timedelta(days=20))
    factories.consent(sooner, "goods", by=tuan, until_date=today - timedelta(days=3))
    asked_since = factories.producer("Bà Hoa", nua_ngam, consents="")
    factories.consent(asked_since, "goods", by=tuan, until_date=today, given_at=timezone.now() - timedelta(days=1))
    factories.consent(asked_since, by=tuan)
    found = consents_to_renew(tuan)
    assert [(each.name, each.renew_by) for each in found] == [
        ("Bà Duyên", today - timedelta(days=3)),
        ("Bà Mươn", today + timedelta(days=20)),
    ]
    assert [list(consents_to_renew(other)) for other in (bao, linh, quan)] == [[], [], []]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_once(nua_ngam, tuan, count, django_assert_num_queries):
    for number in range(count):
        made = factories.producer(f"Bà Lò {number}", nua_ngam, consents="", created_by=tuan)
        factories.consent(made, "goods", by=tuan, until_date=timezone.localdate())
    with django_assert_num_queries(1):
        assert len([(each.name, each.commune.name, each.renew_by) for each in consents_to_renew(tuan)]) == count


def test_what_was_read_as_version_one_asked_for_four_things(nua_ngam, tuan, told):
    muon = factories.producer("Bà Mươn", nua_ngam, consents="", created_by=tuan)
    text = current_text("vi")
    text.version = 1
    text.pk = None
    text.save()
    four = {scope: True for scope in NO if scope != "ethnicity"}
    record_consent(muon, answers=four, text=text, language_read="vi", witness_name="Lò Văn Chứng", by=tuan)
    assert agrees_to(muon) == set(four)


@pytest.mark.parametrize(
    ("state", "is_due"), [("suspended", True), ("draft", True), ("closed", False), ("rejected", False)]
)
def test_who_sells_no_more_is_not_asked_anew(nua_ngam, tuan, state, is_due):
    muon = factories.producer("Bà Mươn", nua_ngam, consents="", created_by=tuan, state=state)
    factories.consent(muon, "goods", by=tuan, until_date=timezone.localdate())
    assert [each.pk for each in consents_to_renew(tuan)] == ([muon.pk] if is_due else [])


def test_who_goes_on_in_another_record_is_not_asked_anew(mai, nua_ngam, tuan):
    muon = factories.producer("Bà Mươn", nua_ngam, consents="", created_by=tuan, merged_into=mai)
    factories.consent(muon, "goods", by=tuan, until_date=timezone.localdate())
    assert list(consents_to_renew(tuan)) == []
