"""The officer's and the approver's pages of certificates."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.certificates.queries import TABS, at_step
from catalog.certificates.seen import seen_of
from catalog.ocop.life import CertificateState, end_of_validity, state_on
from catalog.ocop.models import Certificate, Dossier
from catalog.ocop.queries import certificates_to_renew, in_force, in_state
from producers.directory.models import Producer
from tests import factories
from tests.factories.ocop import dossier
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def today():
    return timezone.localdate()


def ending_in(days: int):
    """A day of issue whose certificate ends in so many days."""
    end = today() + timedelta(days=days)
    return next(day for n in range(1090, 1100) if end_of_validity(day := end - timedelta(days=n)) == end)


@pytest.fixture
def paper(mai):
    """Mai's certificate, which ends in 130 days."""
    return factories.certificate(factories.listing(of=mai), stars=3, issued=ending_in(130))


@pytest.fixture
def every_kind(mai):
    """A certificate of each kind, at the edges of its days."""
    kinds = [
        *({"issued": ending_in(days)} for days in (181, 180, 120, 119, 0, -1)),
        {"issued": ending_in(-10), "extended_until": today()},
        {"issued": ending_in(-10), "extended_until": today() - timedelta(1)},
        {"issued": ending_in(-181), "extended_until": today() + timedelta(9)},
        {"issued": ending_in(500), "revoked_date": today()},
        {"issued": ending_in(500), "revoked_date": today() + timedelta(1)},
        {"issued": ending_in(500), "replaced_date": today()},
        {"issued": today() + timedelta(1)},
    ]
    return [factories.certificate(factories.listing(of=mai), **kind) for kind in kinds]


def test_the_database_and_the_life_call_every_day_alike(every_kind):
    for certificate in every_kind:
        state = state_on(certificate, today())
        found = [
            each
            for each in CertificateState
            if each != CertificateState.APPLIED
            and Certificate.objects.filter(in_state(each, today()), pk=certificate.pk).exists()
        ]
        assert found == [state]
    listed = set(Certificate.objects.filter(in_force(today())).values_list("pk", flat=True))
    assert listed == {each.pk for each in every_kind if each.last_day_in_force >= today() >= each.issued_date}


def test_every_certificate_stands_at_one_step(every_kind, mai):
    factories.certificate(factories.listing(of=mai), verified=False)
    dossier(every_kind[1].product.listing)
    steps = [
        [tab for tab in TABS if Certificate.objects.filter(at_step(tab, today()), pk=each.pk).exists()]
        for each in Certificate.objects.order_by("pk")
    ]
    assert [len(each) for each in steps] == [1] * len(steps)
    assert steps[1] == ["cho-ket-qua"]


def test_the_work_list_has_what_ends_soon_and_has_no_file(every_kind, tuan, bao, mai):
    assert [each.pk for each in certificates_to_renew(tuan, on=today())] == [every_kind[at].pk for at in (4, 3, 2, 1)]
    dossier(every_kind[4].product.listing)
    assert certificates_to_renew(tuan, on=today()).count() == 3
    assert not certificates_to_renew(bao, on=today()).exists()


def test_the_officer_reads_the_state_the_days_left_and_the_next_step(paper, tuan):
    page = signed_in(tuan).get("/can-bo/chung-nhan/").text
    assert "Trong thời gian nộp lại" in page
    assert "Còn hiệu lực 130 ngày" in page
    assert f"Hạn: {today() + timedelta(days=10):%d/%m/%Y}" in page


@pytest.mark.parametrize("address", ["/can-bo/chung-nhan/", "/can-bo/chung-nhan/?muc=con-han&q=khong-co"])
def test_no_certificates_are_said_to_be_none(address, tuan):
    assert "Không" in signed_in(tuan).get(address).text


def test_an_officer_notes_a_file_and_its_refusal(paper, tuan):
    client = signed_in(tuan)
    sent = {"kind": "renewal", "applied_date": f"{today():%d/%m/%Y}", "file_no": "07/PĐK"}
    assert client.post(f"/can-bo/chung-nhan/{paper.pk}/ho-so/", {**sent, "applied_date": "mai"}).status_code == 422
    assert client.post(f"/can-bo/chung-nhan/{paper.pk}/ho-so/", sent).status_code == 302
    file = Dossier.objects.get()
    page = client.get(f"/can-bo/chung-nhan/{paper.pk}/").text
    assert "chờ kết quả" in page
    assert "đã nộp hồ sơ" in page
    assert client.post(f"/can-bo/chung-nhan/{paper.pk}/ho-so/", sent).status_code == 422
    client.post(f"/can-bo/chung-nhan/ho-so/{file.pk}/", {"result": "refused", "result_date": f"{today():%d/%m/%Y}"})
    file.refresh_from_db()
    assert file.result == "refused"


def test_a_file_for_a_first_certificate_is_noted_for_a_product(mai, pao, tuan):
    first, theirs = factories.listing(of=mai), factories.listing("Túi", of=pao)
    client = signed_in(tuan)
    sent = {"kind": "first", "applied_date": f"{today():%d/%m/%Y}", "listing": theirs.pk}
    assert client.post("/can-bo/chung-nhan/nop-ho-so/", sent).status_code == 422
    assert client.post("/can-bo/chung-nhan/nop-ho-so/", {**sent, "listing": first.pk}).status_code == 302
    file = Dossier.objects.get()
    assert file.product == first.product
    assert f"/can-bo/chung-nhan/ho-so/{file.pk}/" in client.get("/can-bo/chung-nhan/ho-so/").text


def test_the_province_sees_the_files_that_wait_and_no_other_province_does(mai, linh, giang):
    waiting = dossier(factories.listing(of=mai))
    assert "Khăn" in signed_in(linh).get("/duyet/chung-nhan/ho-so/").text
    assert "Khăn" not in signed_in(giang).get("/duyet/chung-nhan/ho-so/").text
    Dossier.objects.filter(pk=waiting.pk).update(result="refused", result_date=today())
    assert "Không có hồ sơ nào" in signed_in(linh).get("/duyet/chung-nhan/ho-so/").text


def test_an_officer_keeps_a_scan_that_only_staff_may_see(paper, tuan, linh, bao, visitor):
    client, address = signed_in(tuan), f"/can-bo/chung-nhan/{paper.pk}/ban-chup/"
    assert client.post(address, {}).status_code == 422
    assert client.post(address, {"scan": factories.photo_file(2)}).status_code == 302
    assert client.get(f"{address}anh/").headers["Content-Type"] == "image/webp"
    assert signed_in(linh).get(f"/duyet/chung-nhan/{paper.pk}/ban-chup/anh/").status_code == 200
    assert signed_in(bao).get(f"{address}anh/").status_code == 404
    assert visitor.get(f"{address}anh/").status_code == 302


def test_an_approver_checks_extends_and_revokes(paper, linh):
    client, root = signed_in(linh), f"/duyet/chung-nhan/{paper.pk}/"
    Certificate.objects.update(verified_at=None)
    assert "Tôi đã đối chiếu" in client.get(root).text
    assert client.post(f"{root}doi-chieu/", {"seen": seen_of(paper)}).status_code == 302
    too_long = {"until": "01/01/2040", "document_no": "1", "reason": "Lũ."}
    response = client.post(f"{root}keo-dai/", too_long)
    assert (response.status_code, "Chỉ kéo dài được" in response.text) == (422, True)
    until = paper.expires_date + timedelta(days=180)
    client.post(f"{root}keo-dai/", {**too_long, "until": f"{until:%d/%m/%Y}"})
    day = f"{today():%d/%m/%Y}"
    client.post(f"{root}thu-hoi/", {"ground": "c", "document_no": "9", "revoked_date": day, "reason": "Theo kết luận."})
    paper.refresh_from_db()
    assert (paper.extended_until, paper.revoked_date, paper.revoked_ground) == (until, today(), "c")
    page = client.get(root).text
    assert "ghi thu hồi giấy chứng nhận" in page
    assert "Thu hồi…" not in page


@pytest.mark.parametrize("registration_no", ["11K8000123", ""])
def test_a_paper_written_anew_meanwhile_is_shown_again_and_not_checked(registration_no, paper, linh):
    Producer.objects.update(registration_no=registration_no)
    Certificate.objects.update(verified_at=None)
    client, root = signed_in(linh), f"/duyet/chung-nhan/{paper.pk}/"
    assert f'name="seen" value="{seen_of(paper)}"' in client.get(root).text
    Certificate.objects.update(stars=5)
    sent = {"seen": seen_of(paper), "reason": "Đã có giấy đăng ký."}
    without_reason = client.post(f"{root}doi-chieu/", {"seen": sent["seen"]})
    assert without_reason.status_code == (409 if registration_no else 422)
    response = client.post(f"{root}doi-chieu/", sent)
    assert (response.status_code, Certificate.objects.get().verified_at) == (409, None)
    now = seen_of(Certificate.objects.get())
    for told in ("Giấy này vừa được sửa sau khi bạn mở trang", "5 sao", f'name="seen" value="{now}"'):
        assert told in response.text
    assert ("Đã có giấy đăng ký." in response.text) is not bool(registration_no)
    assert client.post(f"{root}doi-chieu/", {**sent, "seen": now}).status_code == 302


def test_of_one_who_can_hold_none_the_pages_ask_for_a_reason_and_refuse_files(paper, mai, tuan, linh):
    Producer.objects.update(registration_no="")
    Certificate.objects.update(verified_at=None)
    client, root = signed_in(linh), f"/duyet/chung-nhan/{paper.pk}/"
    assert "Hộ chưa đăng ký kinh doanh" in client.get(root).text
    sent = {"seen": seen_of(paper)}
    assert client.post(f"{root}doi-chieu/", sent).status_code == 422
    assert Certificate.objects.get().verified_at is None
    assert client.post(f"{root}doi-chieu/", {**sent, "reason": "Đã có giấy đăng ký."}).status_code == 302
    assert Certificate.objects.get().verified_by == linh
    sent = {"kind": "renewal", "applied_date": f"{today():%d/%m/%Y}", "listing": paper.product.listing.pk}
    for address in (f"{paper.pk}/ho-so/", "nop-ho-so/"):
        response = signed_in(tuan).post(f"/can-bo/chung-nhan/{address}", sent)
        assert (response.status_code, "Hộ chưa đăng ký kinh doanh" in response.text) == (422, True)
    assert not Dossier.objects.exists()


def test_the_list_finds_by_words_and_shows_another_province_nothing(paper, linh, giang):
    assert "Khăn" in signed_in(linh).get("/duyet/chung-nhan/?q=nua ngam khan").text
    assert "Khăn" not in signed_in(giang).get("/duyet/chung-nhan/?q=khan").text
    assert signed_in(giang).get(f"/duyet/chung-nhan/{paper.pk}/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_lists_ask_as_often_for_one_as_for_three(mai, tuan, number, django_assert_num_queries):
    for _ in range(number):
        factories.certificate(factories.listing(of=mai), issued=ending_in(130))
    client = signed_in(tuan)
    client.get("/can-bo/chung-nhan/")
    with django_assert_num_queries(9):
        client.get("/can-bo/chung-nhan/")
