"""Officers and above prove by a second code that it is they; a setting asks for it, one gate holds it."""

import re
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from common.audit.models import AuditEntry
from producers.second_factor.services import (
    WrongCode,
    check_code,
    has_second_factor,
    phone_to_set_up,
    reset_second_factor,
    set_up,
)
from tests.people import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/tai-khoan/hai-lop/"


@pytest.fixture
def asked(settings):
    settings.SECOND_FACTOR = True


def code_of(device, steps=0):
    """The code that the phone shows, or shows some steps of half a minute later."""
    return f"{totp(device.bin_key, t0=-steps * 30):06d}"


def wrong_code_of(device):
    near = {code_of(device, steps) for steps in range(-3, 4)}
    return next(code for code in (f"{number:06d}" for number in range(100)) if code not in near)


def ready(user):
    """The person with a phone set up; its next code is one step ahead."""
    return set_up(user, code_of(phone_to_set_up(user)))


def is_asked(response):
    return response.status_code == 302 and response.headers["Location"].startswith(PAGE)


def test_the_first_code_sets_it_up_and_gives_codes_for_paper(tuan):
    device, codes = ready(tuan)
    assert (device.confirmed, len(codes), len(set(codes))) == (True, 10, 10)
    assert [entry.action for entry in AuditEntry.objects.all()] == ["second_factor.set_up"]
    assert AuditEntry.objects.get().after == {}


def test_a_wrong_first_code_sets_nothing_up(tuan):
    with pytest.raises(WrongCode):
        set_up(tuan, wrong_code_of(phone_to_set_up(tuan)))
    assert not has_second_factor(tuan)
    assert not StaticToken.objects.exists()


def test_who_has_one_sets_up_no_other_with_the_password_alone(tuan):
    ready(tuan)
    with pytest.raises(PermissionDenied):
        set_up(tuan, code_of(phone_to_set_up(tuan)))
    assert TOTPDevice.objects.filter(user=tuan, confirmed=True).count() == 1


def test_a_code_counts_once(tuan):
    device, codes = ready(tuan)
    with pytest.raises(WrongCode):
        check_code(tuan, code_of(device))
    assert check_code(tuan, f" {codes[0].upper()} ").user_id == tuan.pk
    with pytest.raises(WrongCode):
        check_code(tuan, codes[0])


def test_codes_for_paper_are_kept_as_digests_that_open_nothing(tuan, settings):
    _, codes = ready(tuan)
    kept = list(StaticToken.objects.values_list("token", flat=True))
    assert len(set(kept)) == len(codes)
    assert not any(code in digest for code in codes for digest in kept)
    with pytest.raises(WrongCode):
        check_code(tuan, kept[0])
    StaticDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    settings.SECRET_KEY = "another"
    with pytest.raises(WrongCode):
        check_code(tuan, codes[0])
    assert StaticToken.objects.count() == 10


def test_a_code_that_was_kept_readable_goes_on_to_count(tuan):
    _, codes = ready(tuan)
    StaticToken.objects.all().delete()
    paper = StaticDevice.objects.get()
    StaticToken.objects.bulk_create([StaticToken(device=paper, token=code) for code in codes])
    migration = import_module("producers.migrations.0009_paper_codes_hashed")
    for _ in range(2):
        migration.hash_kept_codes(apps, None)
    assert not StaticToken.objects.filter(token__in=codes).exists()
    assert check_code(tuan, codes[0]) == paper
    assert StaticToken.objects.count() == 9


def test_wrong_tries_make_one_wait_even_with_the_right_code(tuan):
    device, _ = ready(tuan)
    TOTPDevice.objects.filter(pk=device.pk).update(last_t=-1)
    for _ in range(3):
        with pytest.raises(WrongCode) as wrong:
            check_code(tuan, wrong_code_of(device))
    assert wrong.value.seconds >= 1
    with pytest.raises(WrongCode):
        check_code(tuan, code_of(device))
    TOTPDevice.objects.filter(pk=device.pk).update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert check_code(tuan, code_of(device)) == device


def test_anothers_code_is_none(tuan, bao):
    device, codes = ready(tuan)
    ready(bao)
    TOTPDevice.objects.filter(pk=device.pk).update(last_t=-1)
    for code in (code_of(device), codes[0]):
        with pytest.raises(WrongCode):
            check_code(bao, code)


def test_an_administrator_resets_it_with_the_reason(quan, tuan):
    ready(tuan)
    reset_second_factor(tuan, by=quan, reason="mất điện thoại")
    assert not has_second_factor(tuan)
    assert not StaticDevice.objects.filter(user=tuan).exists()
    entry = AuditEntry.objects.get(action="second_factor.reset")
    assert (entry.by, entry.subject, entry.reason) == (quan, tuan, "mất điện thoại")


@pytest.mark.parametrize("who", ["tuan", "bao", "chu", "linh", "thanh", "an"])
def test_nobody_else_resets_it_and_nobody_her_own(who, quan, tuan, request):
    ready(tuan)
    ready(quan)
    with pytest.raises(PermissionDenied):
        reset_second_factor(tuan, by=request.getfixturevalue(who), reason="thử")
    with pytest.raises(PermissionDenied):
        reset_second_factor(quan, by=quan, reason="thử")
    assert has_second_factor(tuan)
    assert has_second_factor(quan)


@pytest.mark.usefixtures("asked")
class TestAsked:
    """With the setting on."""

    def test_with_the_proof_they_open(self, tuan, quan):
        for person, page in ((tuan, "/can-bo/"), (quan, "/quan-tri/")):
            _, codes = ready(person)
            client = signed_in(person)
            answer = client.post(PAGE, {"code": codes[0], "next": page})
            assert answer.headers["Location"] == page
            assert client.get(page).status_code == 200

    def test_the_proof_belongs_to_one_session_and_ends_with_a_reset(self, quan, tuan):
        _, codes = ready(tuan)
        client, other = signed_in(tuan), signed_in(tuan)
        client.post(PAGE, {"code": codes[0]})
        assert client.get("/can-bo/").status_code == 200
        assert is_asked(other.get("/can-bo/"))
        reset_second_factor(tuan, by=quan, reason="mất điện thoại")
        assert is_asked(client.get("/can-bo/"))

    def test_the_page_shows_a_picture_and_sets_it_up(self, tuan):
        client = signed_in(tuan)
        page = client.get(f"{PAGE}?next=/can-bo/hang/")
        assert 'src="data:image/svg+xml' in page.content.decode()
        assert page.headers["Cache-Control"].count("no-store") == 1
        answer = client.post(PAGE, {"code": code_of(phone_to_set_up(tuan)), "next": "/can-bo/hang/"})
        codes = re.findall(r"<code>(\w{8})</code>", answer.content.decode())
        assert len(codes) == 10
        assert 'href="/can-bo/hang/"' in answer.content.decode()
        assert client.get("/can-bo/hang/").status_code == 200
        assert not any(code in client.get(PAGE).content.decode() for code in codes)

    def test_a_wrong_code_is_said_at_its_box(self, tuan):
        ready(tuan)
        answer = signed_in(tuan).post(PAGE, {"code": "không biết"})
        assert answer.status_code == 422
        assert "Mã chưa đúng hoặc đã dùng." in answer.content.decode()

    def test_it_leads_to_no_other_site(self, tuan):
        _, codes = ready(tuan)
        answer = signed_in(tuan).post(PAGE, {"code": codes[0], "next": "https://example.com/"})
        assert answer.headers["Location"] == "/can-bo/"

    def test_new_paper_ends_the_old_and_wants_the_proof(self, tuan):
        _, codes = ready(tuan)
        client = signed_in(tuan)
        assert is_asked(client.post(f"{PAGE}ma-giay/"))
        client.post(PAGE, {"code": codes[0]})
        assert client.post(f"{PAGE}ma-giay/").status_code == 200
        with pytest.raises(WrongCode):
            check_code(tuan, codes[1])

    def test_helpers_producers_and_buyers_are_not_asked(self, chu, an, mai):
        assert signed_in(chu).get("/can-bo/hang/").status_code == 200
        mai.partner.users.add(an)
        client = signed_in(an)
        assert client.get("/can-bo/").status_code == 200
        assert client.get(PAGE).status_code == 404


def test_without_the_setting_nobody_is_asked(tuan, settings):
    assert settings.SECOND_FACTOR is False
    assert signed_in(tuan).get("/can-bo/").status_code == 200
