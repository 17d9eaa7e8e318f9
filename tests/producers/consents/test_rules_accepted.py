"""A producer's yes to the market's rules is written down with her consent, and only when she says it."""

import pytest

from common.audit.queries import history_of
from common.policies.queries import acceptances_of
from producers.consents.services import current_text
from producers.consents.states import ConsentScope
from tests.people import signed_in

pytestmark = pytest.mark.django_db
IN_FORCE = "quy-che:1,du-lieu-ca-nhan:1"


def sent(producer, person, **changes):
    answers = {scope.value: "yes" for scope in ConsentScope}
    about = {"language_read": "vi", "witness_name": "Lò Văn Chứng", "text": str(current_text("vi"))}
    return signed_in(person).post(f"/can-bo/nguoi-ban/{producer.pk}/dong-y/", {**answers, **about, **changes})


def test_her_yes_is_kept_with_the_officer_s_name(mai, tuan):
    assert sent(mai, tuan, accepts_rules="on", versions=IN_FORCE).status_code == 302
    kept = {(yes.policy, yes.version, yes.recorded_by) for yes in acceptances_of(mai)}
    assert kept == {("quy-che", 1, tuan), ("du-lieu-ca-nhan", 1, tuan)}
    entry = history_of(mai).get(action="consent.recorded")
    assert (entry.after["quy-che"], entry.on_behalf_of_id) == (1, mai.pk)


def test_who_does_not_say_it_has_accepted_nothing(mai, tuan):
    assert sent(mai, tuan).status_code == 302
    assert not acceptances_of(mai).exists()


def test_a_yes_to_an_older_version_is_asked_anew(mai, tuan):
    response = sent(mai, tuan, accepts_rules="on", versions="quy-che:0,du-lieu-ca-nhan:1")
    assert (response.status_code, "Quy chế vừa có bản mới" in response.text) == (422, True)
    assert not acceptances_of(mai).exists()


def test_she_is_asked_once_for_each_version(mai, tuan):
    address = f"/can-bo/nguoi-ban/{mai.pk}/dong-y/"
    assert "Quy chế hoạt động, bản 1" in signed_in(tuan).get(address).text
    sent(mai, tuan, accepts_rules="on", versions=IN_FORCE)
    assert "Quy chế hoạt động, bản 1" not in signed_in(tuan).get(address).text
