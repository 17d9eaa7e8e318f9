"""The officer proposes, the approver sees before and after side by side and decides; others see nothing."""

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from producers.applications.services import close_producer, reopen_producer
from producers.directory.models import Producer
from producers.identity.methods import Evidence
from producers.identity.queries import is_identity_known
from producers.identity.services import record_check
from producers.identity.states import Paper
from producers.payees.models import PayeeChange
from shop.workplace.queries import waiting_for
from tests import factories
from tests.factories.payees import AGRIBANK, payee_change
from tests.people import signed_in

QUEUE = "/duyet/nguoi-ban/tai-khoan/"
pytestmark = pytest.mark.usefixtures("told")


def page(producer):
    return f"/can-bo/nguoi-ban/{producer.pk}/tai-khoan/"


def typed(**more):
    known = {"name": "Bà Lò Thị Mai", "representative": "", "tax_code": "", "why": "Bà mới mở tài khoản"}
    return {**known, **AGRIBANK, "bank_account": "8900 2051 23456", **more}


def test_the_form_of_an_approved_producer_asks_for_neither(mai, tuan):
    client = signed_in(tuan)
    form = client.get(f"/can-bo/nguoi-ban/{mai.pk}/sua/")
    assertContains(form, page(mai))
    for name in ("name", "representative", "payout_way", "bank_account", "tax_code"):
        assertNotContains(form, f'name="{name}"')
    sent = {
        "name": "Bà Khác",
        "representative": "Ông Khác",
        "kind": mai.kind,
        "languages": ["lo"],
        "village": "bản Mới",
        "bank_account": "99999999",
    }
    sent |= {"commune_text": "Núa Ngam", "commune_province": "11", "payout_way": "bank", "tax_code": "0100109106"}
    client.post(f"/can-bo/nguoi-ban/{mai.pk}/sua/", sent)
    mai.refresh_from_db()
    assert (mai.name, mai.representative, mai.village) == ("Bà Lò Thị Mai", "", "bản Mới")
    assert (mai.payout_way, mai.bank_account, mai.tax_code) == ("cash_at_point", "", "")


def test_nor_does_the_form_of_one_who_was_opened_again(mai, tuan, linh):
    close_producer(mai, by=tuan, word="Nghỉ.")
    reopen_producer(mai, by=linh, reason="Bà làm lại.")
    client = signed_in(tuan)
    form = client.get(f"/can-bo/nguoi-ban/{mai.pk}/sua/")
    assertContains(form, page(mai))
    assertNotContains(form, 'name="bank_account"')
    assertContains(client.get(f"/can-bo/nguoi-ban/{mai.pk}/"), page(mai))
    assertRedirects(client.post(page(mai), typed()), f"/can-bo/nguoi-ban/{mai.pk}/")
    assert (PayeeChange.objects.get().state, Producer.objects.get().bank_account) == ("proposed", "")


def test_of_one_never_approved_the_form_asks_for_both(nua_ngam, tuan):
    ban = factories.producer("Bà Lò Thị Ban", nua_ngam, created_by=tuan, consents="", state="draft")
    client = signed_in(tuan)
    assertContains(client.get(f"/can-bo/nguoi-ban/{ban.pk}/sua/"), 'name="bank_account"')
    assertRedirects(client.post(page(ban), typed()), f"/can-bo/nguoi-ban/{ban.pk}/sua/")
    assert not PayeeChange.objects.exists()


def test_it_is_proposed_shown_and_taken_back(mai, tuan):
    client = signed_in(tuan)
    assertRedirects(client.post(page(mai), typed()), f"/can-bo/nguoi-ban/{mai.pk}/")
    assertContains(client.get(f"/can-bo/nguoi-ban/{mai.pk}/"), "Đang chờ tỉnh đồng ý đổi thông tin")
    assertContains(client.get(page(mai)), "8900205123456")
    assertContains(client.get("/can-bo/nguoi-ban/tai-khoan/"), "Bà Lò Thị Mai")
    client.post(page(mai), typed(bank_account="11112222"))
    assert PayeeChange.objects.get().wanted["bank_account"] == "8900205123456"
    assertRedirects(client.post(f"{page(mai)}rut/"), f"/can-bo/nguoi-ban/{mai.pk}/")
    assert PayeeChange.objects.get().state == "taken_back"
    assert client.post(f"{page(mai)}rut/").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"bank_account": "12"}, "bank_account", "Số tài khoản chỉ gồm chữ số, từ 6 đến 19 số."),
        ({"bank_holder": "LO VAN CON"}, "bank_reason", "Tên chủ tài khoản khác tên người bán và người đại diện."),
        ({"tax_code": "0100109107"}, "tax_code", "Mã số thuế không đúng"),
        ({"why": ""}, "why", "Hãy ghi vì sao đổi."),
        ({"payout_way": "cash_at_point"}, "__all__", "Chưa có gì khác với thông tin đang dùng."),
    ],
)
def test_what_is_wrong_is_told_at_its_box(mai, tuan, wrong, field, words):
    response = signed_in(tuan).post(page(mai), typed(**wrong))
    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert response.context["form"].errors[field][0].startswith(words)
    assert not PayeeChange.objects.exists()


def test_who_holds_the_account_is_asked_again_when_it_is_another(mai, tuan):
    told = "con trai bà nhận hộ"
    old = {**AGRIBANK, "bank_holder": "LO VAN CON", "bank_reason": told}
    Producer.objects.filter(pk=mai.pk).update(**old)
    other = typed(bank_holder="LO VAN KHAC", bank_reason=told)
    response = signed_in(tuan).post(page(mai), other)
    assertContains(response, "Tài khoản mới: hãy ghi lại đó là ai, vì sao.", status_code=422)
    assert not PayeeChange.objects.exists()
    signed_in(tuan).post(page(mai), {**other, "bank_reason": "cháu bà, đi chợ hộ"})
    assert PayeeChange.objects.get().wanted["bank_reason"] == "cháu bà, đi chợ hộ"


def test_the_approver_compares_and_approves(mai, linh):
    change = payee_change(mai, **{**AGRIBANK, "bank_holder": "LO VAN CON", "bank_reason": "con trai bà nhận hộ"})
    client = signed_in(linh)
    shown = client.get(f"{QUEUE}{change.pk}/")
    assertContains(shown, "Tài khoản tên LO VAN CON, khác tên người bán. Cán bộ ghi: con trai bà nhận hộ")
    assertContains(shown, "Tiền mặt tại điểm hỗ trợ")
    assertContains(shown, "…3456")
    assertNotContains(shown, "8900205123456")
    assertRedirects(client.post(f"{QUEUE}{change.pk}/quyet-dinh/", {"quyet-dinh": "duyet"}), QUEUE)
    assert Producer.objects.get().bank_account == "8900205123456"


def test_the_second_comes_late_and_a_no_wants_its_reason(mai, linh, son):
    decide = f"{QUEUE}{payee_change(mai).pk}/quyet-dinh/"
    no = {"quyet-dinh": "khong-duyet", "reason": ""}
    assertContains(signed_in(linh).post(decide, no), "Cần lý do", status_code=422)
    signed_in(linh).post(decide, {**no, "reason": "Bà nói không phải."})
    late = signed_in(son).post(decide, {"quyet-dinh": "duyet"})
    assertContains(late, "Nguyễn Thuỳ Linh đã quyết định.", status_code=409)
    assert (PayeeChange.objects.get().state, Producer.objects.get().bank_account) == ("refused", "")


def test_who_proposed_it_is_told_to_let_somebody_else(mai, linh):
    change = payee_change(mai, by=linh)
    assertContains(signed_in(linh).get(f"{QUEUE}{change.pk}/"), "nên người khác phải duyệt")
    refused = signed_in(linh).post(f"{QUEUE}{change.pk}/quyet-dinh/", {"quyet-dinh": "duyet"})
    assertContains(refused, "phải để người khác duyệt", status_code=422)
    assert PayeeChange.objects.get().state == "proposed"


@pytest.mark.parametrize("who", ["bao", "chu", "giang", "thanh", "quan", "an"])
def test_nobody_else_sees_or_does_anything(mai, who, request):
    client, change = signed_in(request.getfixturevalue(who)), payee_change(mai)
    assert client.get(page(mai)).status_code == 404
    assert client.post(page(mai), typed()).status_code == 404
    assert client.post(f"{page(mai)}rut/").status_code == 404
    assert client.get(f"{QUEUE}{change.pk}/").status_code == 404
    assert client.post(f"{QUEUE}{change.pk}/quyet-dinh/", {"quyet-dinh": "duyet"}).status_code == 404
    for every in (QUEUE, "/can-bo/nguoi-ban/tai-khoan/"):
        answer = client.get(every)
        assert answer.status_code == 404 or "Lò Thị Mai" not in answer.text
    assert (PayeeChange.objects.get().state, Producer.objects.get(pk=mai.pk).bank_account) == ("proposed", "")


def test_it_is_on_the_first_page_of_officer_and_approver(mai, tuan, linh, bao, giang):
    payee_change(mai)
    today = PayeeChange.objects.get().submitted_at.date()

    def found(who, role):
        return [each.url for each in waiting_for(who, [role], on=today) if "ổi thông tin" in each.what]

    assert (found(tuan, "officer"), found(linh, "approver")) == (["/can-bo/nguoi-ban/tai-khoan/"], [QUEUE])
    assert found(bao, "officer") == found(giang, "approver") == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_lists_ask_once(mai, tuan, linh, count, django_assert_num_queries):
    for number in range(count):
        payee_change(factories.producer(f"Bà Lò Thị {number}", mai.point, created_by=tuan))
    for who, address, queries in ((linh, QUEUE, 7), (tuan, "/can-bo/nguoi-ban/tai-khoan/", 6)):
        client = signed_in(who)
        client.get(address)
        with django_assert_num_queries(queries):
            client.get(address)


def test_another_name_is_proposed_and_decided_like_an_account(mai, tuan, linh):
    record_check(mai, Evidence(Paper.CITIZEN_CARD, "0123", "Lò Thị Mai"), method="in_person", by=tuan)
    other = {"name": "Bà Lò Thị Mây", "representative": "Lò Văn Chủ", "payout_way": "cash_at_point"}
    assertRedirects(signed_in(tuan).post(page(mai), typed(**other)), f"/can-bo/nguoi-ban/{mai.pk}/")
    mai.refresh_from_db()
    assert (mai.name, is_identity_known(mai, on=timezone.localdate())) == ("Bà Lò Thị Mai", True)
    shown = signed_in(linh).get(f"{QUEUE}{PayeeChange.objects.get().pk}/")
    assertContains(shown, "Bà Lò Thị Mây")
    assertContains(shown, "phải kiểm tra lại theo tên mới")
    signed_in(linh).post(f"{QUEUE}{PayeeChange.objects.get().pk}/quyet-dinh/", {"quyet-dinh": "duyet"})
    mai.refresh_from_db()
    assert (mai.name, mai.representative, mai.partner.name) == ("Bà Lò Thị Mây", "Lò Văn Chủ", "Bà Lò Thị Mây")
    assert not is_identity_known(mai, on=timezone.localdate())


@pytest.mark.parametrize(("field", "old"), [("representative", "Lò Văn Chủ"), ("tax_code", "0100109106")])
def test_what_the_kind_has_to_show_is_not_emptied(mai, tuan, field, old):
    Producer.objects.filter(pk=mai.pk).update(kind="cooperative", **{field: old})
    answer = signed_in(tuan).post(page(mai), typed(**{field: ""}))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not PayeeChange.objects.exists()


def test_a_name_needs_letters(mai, tuan):
    answer = signed_in(tuan).post(page(mai), typed(name="."))
    assert answer.context["form"].errors["name"] == ["Tên cần có ít nhất hai chữ cái."]
