"""What administrators do to accounts is written down, or is not done at all."""

import csv

import pytest
from oscar.apps.order.models import ShippingAddress

from common.audit.models import AuditEntry
from common.audit.sentences import known_acts, told
from shop.accounts.address import vietnam
from tests.factories import listing
from tests.factories.orders import consignment
from tests.people import signed_in

pytestmark = pytest.mark.django_db
FORMULA = '=HYPERLINK("http://la.example/";"Xem")'


def sent(person, **changes):
    """What the page of an account sends; a flag that is empty is not set."""
    joined = person.date_joined
    form = {
        "username": person.username,
        "date_joined_0": f"{joined:%Y-%m-%d}",
        "date_joined_1": f"{joined:%H:%M:%S}",
        "is_active": "on" if person.is_active else "",
        "is_superuser": "on" if person.is_superuser else "",
        **changes,
    }
    return {name: value for name, value in form.items() if value}


def change(client, person, **changes):
    return client.post(f"/quan-tri/he-thong/auth/user/{person.pk}/change/", sent(person, **changes))


def test_locking_and_raising_is_written_down(quan, an):
    assert change(signed_in(quan), an, is_active="", is_superuser="on").status_code == 302
    an.refresh_from_db()
    assert (an.is_active, an.is_superuser) == (False, True)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by, entry.subject) == ("person.changed", quan, an)
    assert entry.before == {"is_active": True, "is_superuser": False}
    assert entry.after == {"is_active": False, "is_superuser": True}
    line = told(entry, acts=known_acts())
    assert line.sentence == "Trần Quân đổi quyền hoặc khoá, mở tài khoản"
    assert ("Quản trị", "không", "có") in line.changes


def test_a_name_alone_is_no_flag(quan, an):
    assert change(signed_in(quan), an, first_name="Hoài An").status_code == 302
    assert not AuditEntry.objects.exists()


def test_a_new_account_is_written_down(quan):
    typed = {"username": "hoa", "password1": "mot-cau-dai-de-nho", "password2": "mot-cau-dai-de-nho"}
    typed["usable_password"] = "true"
    assert signed_in(quan).post("/quan-tri/he-thong/auth/user/add/", typed).status_code == 302
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.after["username"], entry.after["is_superuser"]) == ("person.opened", "hoa", False)


def test_a_password_set_is_written_down_and_never_the_password(quan, an):
    secret = "mot-cau-dai-de-nho"
    typed = {"password1": secret, "password2": secret, "usable_password": "true", "set-password": "1"}
    assert signed_in(quan).post(f"/quan-tri/he-thong/auth/user/{an.pk}/password/", typed).status_code == 302
    an.refresh_from_db()
    assert an.check_password(secret)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by, entry.subject) == ("person.password_set", quan, an)
    assert entry.after == {"has_password": True}
    assert secret not in str(vars(entry))
    assert an.password not in str(vars(entry))


def test_a_password_refused_is_not_written_down(quan, an):
    typed = {"password1": "mot-cau", "password2": "hai-cau", "usable_password": "true", "set-password": "1"}
    assert signed_in(quan).post(f"/quan-tri/he-thong/auth/user/{an.pk}/password/", typed).status_code == 200
    assert not AuditEntry.objects.exists()
    assert signed_in(quan).get("/quan-tri/he-thong/auth/user/nguoi-la/password/").status_code == 404


@pytest.mark.parametrize("action", ["make_active", "make_inactive"])
def test_many_accounts_at_once_are_not_changed(action, quan, an, tuan):
    tuan.is_active = False
    tuan.save()
    chosen = {"action": action, "selected_user": [an.pk, tuan.pk]}
    answer = signed_in(quan).post("/quan-tri/users/", chosen)
    assert (answer.status_code, "chỉ để xem" in answer.text) == (403, True)
    an.refresh_from_db()
    tuan.refresh_from_db()
    assert (an.is_active, tuan.is_active) == (True, False)
    assert "make_inactive" not in signed_in(quan).get("/quan-tri/users/").text


def test_no_password_is_sent_from_the_list(quan, an, mailoutbox):
    answer = signed_in(quan).post(f"/quan-tri/users/{an.pk}/password-reset/")
    assert (answer.status_code, "không gửi lại được ở đây" in answer.text) == (403, True)
    assert mailoutbox == []


def test_no_cell_of_the_orders_is_a_formula(quan, mai, an):
    order = consignment(listing("Khăn piêu", of=mai), buyer=an).order
    order.shipping_address = ShippingAddress.objects.create(first_name=FORMULA, country=vietnam())
    order.save()
    answer = signed_in(quan).get("/quan-tri/orders/?response_format=csv")
    cells = [cell for row in csv.reader(answer.text.splitlines()) for cell in row]
    assert f"'{FORMULA}" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
