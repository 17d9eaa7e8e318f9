"""Changing a password, and setting a forgotten one by a link that works once."""

import re

import pytest
from django.core.cache import cache

from common.audit.queries import history_of
from shop.accounts.services import encode_id
from tests.factories import user
from tests.people import signed_in

pytestmark = pytest.mark.django_db
OLD, NEW = "cho-phien", "hoa-ban-no-trang"


@pytest.fixture(autouse=True)
def _nobody_has_tried(db):
    cache.clear()


def can_sign_in(person, password):
    person.refresh_from_db()
    return person.check_password(password)


def test_who_knows_the_old_password_sets_a_new_one_and_stays_signed_in(an):
    here, elsewhere = signed_in(an), signed_in(an)
    response = here.post("/tai-khoan/mat-khau/", {"old": OLD, "password": NEW})
    assert (response.status_code, response["Location"]) == (302, "/tai-khoan/")
    assert can_sign_in(an, NEW)
    assert (here.get("/tai-khoan/").status_code, elsewhere.get("/tai-khoan/").status_code) == (200, 302)
    assert history_of(an).get().action == "account.password_changed"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("sai", NEW, "Mật khẩu đang dùng chưa đúng."),
        (OLD, "ngan", "Mật khẩu cần ít nhất 8 ký tự."),
        (OLD, "an@example.com", "Mật khẩu quá giống tên, số điện thoại hoặc e-mail."),
        (OLD, "", "Hãy gõ mật khẩu."),
    ],
)
def test_otherwise_the_old_one_stays(an, old, new, words):
    response = signed_in(an).post("/tai-khoan/mat-khau/", {"old": old, "password": new})
    assert response.status_code == 422
    assert words in response.content.decode()
    assert can_sign_in(an, OLD)


def ask_for_link(client, email="an@example.com"):
    return client.post("/tai-khoan/quen-mat-khau/", {"email": email})


def link_in(mail):
    return re.search(r"https?://[^/]+(/tai-khoan/mat-khau-moi/\S+)", mail.body).group(1)


def test_a_link_from_the_e_mail_sets_a_new_password_once(visitor, an, mailoutbox, settings):
    settings.PUBLIC_ADDRESS = "https://cho-phien.example"
    ask_for_link(visitor, "AN@example.com")
    (mail,) = mailoutbox
    assert mail.to == ["an@example.com"]
    assert "https://cho-phien.example/tai-khoan/mat-khau-moi/" in mail.body
    link = link_in(mail)
    opened = visitor.get(link)
    assert opened["Referrer-Policy"] == "same-origin"
    assert visitor.post(link, {"password": "ngan"}).status_code == 422
    assert visitor.post(link, {"password": NEW}).status_code == 302
    assert can_sign_in(an, NEW)
    assert visitor.get(link).status_code == 404
    assert visitor.post(link, {"password": OLD}).status_code == 404
    assert can_sign_in(an, NEW)


def test_the_answer_does_not_tell_whether_there_is_such_an_account(visitor, an, mailoutbox):
    known, unknown = ask_for_link(visitor), ask_for_link(visitor, "ai@example.com")
    assert known.content.decode().replace("an@", "ai@") == unknown.content.decode()
    assert len(mailoutbox) == 1


def test_an_account_with_a_phone_number_alone_is_told_to_phone(visitor, db, mailoutbox):
    user("0912345678", "Lò Thị Bình")
    page = visitor.get("/tai-khoan/quen-mat-khau/").content.decode()
    assert "Tài khoản chỉ có số điện thoại" in page
    assert ask_for_link(visitor, "0912345678").status_code == 422
    assert not mailoutbox


def test_links_are_asked_for_a_few_times_an_hour(visitor, an, mailoutbox):
    for _ in range(5):
        ask_for_link(visitor)
    assert ask_for_link(visitor).status_code == 429
    assert len(mailoutbox) == 5


@pytest.mark.parametrize("code", ["x", "MQ", "OTk5OTk5", "____", "/".join("ab")[:1]])
def test_a_made_up_link_opens_nothing(visitor, an, code):
    assert visitor.get(f"/tai-khoan/mat-khau-moi/{code}/abc-def/").status_code == 404
    assert visitor.get(f"/tai-khoan/mat-khau-moi/{encode_id(an.pk)}/abc-def/").status_code == 404


def test_the_link_of_one_account_does_not_open_another(visitor, an, linh, mailoutbox):
    ask_for_link(visitor)
    token = link_in(mailoutbox[0]).rstrip("/").rpartition("/")[2]
    other = f"/tai-khoan/mat-khau-moi/{encode_id(linh.pk)}/{token}/"
    assert visitor.post(other, {"password": NEW}).status_code == 404
    assert can_sign_in(linh, OLD)
