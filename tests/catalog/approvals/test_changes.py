"""The approver compares a change with what is on sale: what is approved is what was seen, in one transaction."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.approvals.changes.queries import changes_awaiting_review
from catalog.approvals.changes.services import approve_change, reject_change, return_change
from catalog.approvals.services import ConsentMissing
from catalog.changes.facts import live_facts, seen_version
from catalog.changes.models import ChangeRequest
from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from catalog.ocop.models import Certificate
from catalog.onsale.services import change_price, change_stock
from catalog.search.models import SearchOutbox
from common.audit.models import AuditEntry
from common.transitions import ChangedSinceSeen, MoveNotAllowed, NotTheirMove, ReasonMissing, SameHands
from producers.consents.models import ConsentAnswer
from producers.directory.models import Producer
from producers.notices.models import Notice
from tests import factories
from tests.catalog.changes.conftest import decide, save
from tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(change, tuan):
    """The change with a new title, story, price and unit, sent by Tuấn."""
    save(tuan, change, title="Khăn thổ cẩm Thái", story="Mẹ dạy tôi dệt.", price="400.000", lam="gui")
    change.refresh_from_db()
    assert change.state == "submitted"
    return change


def seen_of(change) -> str:
    return seen_version(change, live_facts(Listing.objects.get(pk=change.listing_id)))


def test_the_page_shows_before_and_after_with_the_words_that_differ(sent, linh):
    page = signed_in(linh).get(f"/duyet/sua-doi/{sent.pk}/").content.decode()
    assert re.search(r"Khăn thổ cẩm <del>Lào</del>", page)
    assert re.search(r"Khăn thổ cẩm <ins>Thái</ins>", page)
    assert "<del>250.000</del>" in page
    assert "<ins>400.000</ins>" in page
    assert f'name="seen" value="{seen_of(sent)}"' in page


def test_risk_is_that_of_the_new_words(change, tuan, linh):
    save(tuan, change, title="Sâm Ngọc Linh tươi", lam="gui")
    page = signed_in(linh).get(f"/duyet/sua-doi/{change.pk}/").content.decode()
    assert "Có sâm (tên hàng)" in page
    assert "Hàng đầu tiên" not in page


def test_approving_puts_it_in_place_and_tells_search_and_officer(sent, scarf, linh, mai):
    SearchOutbox.objects.all().delete()
    response = decide(linh, sent, "duyet", seen=seen_of(sent))
    assert response.headers["Location"] == "/duyet/"
    scarf = Listing.objects.get()
    facts = live_facts(scarf)
    assert (facts["title"], facts["story"], facts["price"], facts["stock"], facts["months"]) == (
        "Khăn thổ cẩm Thái",
        "Mẹ dạy tôi dệt.",
        400_000,
        5,
        [10, 11],
    )
    assert (scarf.state, scarf.product.is_public, scarf.approved_price_dong) == ("approved", True, 400_000)
    assert list(SearchOutbox.objects.values_list("key", flat=True)) == [scarf.product_id]
    sent.refresh_from_db()
    assert (sent.state, sent.decided_by, sent.is_open) == ("approved", linh, False)
    notice = Notice.objects.get()
    assert (notice.point, notice.producer, notice.url) == (mai.point, mai, f"/can-bo/sua-doi/{sent.pk}/")
    assert notice.text == "Tỉnh đã duyệt bản sửa, người mua thấy bản mới: Khăn thổ cẩm Thái."


def test_photos_change_only_with_the_approval(change, scarf, tuan, linh):
    save(tuan, change, photos=[factories.photo_file(7, (300, 300))])
    kept, added = change.photos.all()
    save(
        tuan, change, lam=f"anh-dau:{added.pk}", **{f"caption_{added.pk}": "Nhìn gần", f"caption_{kept.pk}": "Cả khăn"}
    )
    save(tuan, change, lam="gui")
    page = signed_in(linh).get(f"/duyet/sua-doi/{change.pk}/").content.decode()
    assert "<b>mới</b>: Nhìn gần" in page
    assert "<b>lời mới</b>: Cả khăn" in page
    image = scarf.product.images.get()
    decide(linh, change, "duyet", seen=seen_of(change))
    assert [caption for _, caption in live_facts(scarf)["photos"]] == ["Nhìn gần", "Cả khăn"]
    assert image in scarf.product.images.all()


def test_a_photo_that_is_gone_is_taken_off(change, scarf, tuan, linh):
    save(tuan, change, photos=[factories.photo_file(7, (300, 300))])
    first = change.photos.first()
    save(tuan, change, lam=f"bo-anh:{first.pk}")
    save(tuan, change, lam="gui")
    decide(linh, change, "duyet", seen=seen_of(change))
    assert [picture for picture, _ in live_facts(scarf)["photos"]] == [change.photos.get().picture_id]


PAPER = {
    "has_certificate": "on",
    "stars": "4",
    "decision_no": "12/QĐ-UBND",
    "decision_date": "01/10/2026",
    "authority": "UBND tỉnh Điện Biên",
    "issued_date": "05/10/2026",
}


def test_a_certificate_of_one_who_can_hold_none_comes_with_no_change(change, mai, tuan, linh):
    response = save(tuan, change, lam="gui", **PAPER)
    assert (response.status_code, "Hộ chưa đăng ký kinh doanh" in response.text, change.state) == (422, True, "draft")
    Producer.objects.update(registration_no="11K8000123")
    save(tuan, change, lam="gui", **PAPER)
    Producer.objects.update(registration_no="")
    seen = seen_of(change)
    response = decide(linh, change, "duyet", seen=seen, is_certificate_checked="on")
    assert (response.status_code, "Hộ chưa đăng ký kinh doanh" in response.text) == (422, True)
    change.refresh_from_db()
    assert (change.state, Certificate.objects.exists()) == ("submitted", False)


def test_a_certificate_claim_comes_with_the_approval(change, scarf, tuan, linh):
    Producer.objects.update(registration_no="11K8000123")
    save(tuan, change, lam="gui", **PAPER)
    assert not Certificate.objects.exists()
    approve_change(change, by=linh, seen=seen_of(change), is_certificate_checked=True)
    certificate = Certificate.objects.get()
    assert (certificate.stars, certificate.verified_by, certificate.product) == (4, linh, scarf.product)


@pytest.mark.parametrize(
    ("wanted", "is_her_word"), [({"title": "Khăn mới"}, False), ({"price": 300_000}, True), ({"stock": 9}, True)]
)
def test_a_new_price_or_number_is_her_word_of_today(wanted, is_her_word, mai, linh):
    long_ago = timezone.now() - timedelta(days=40)
    scarf = factories.listing(of=mai, how_sold="on_request", confirmed_at=long_ago)
    change = factories.change(scarf, state="submitted", **wanted)
    approve_change(change, by=linh, seen=seen_of(change))
    assert (Listing.objects.get().confirmed_at > long_ago) is is_her_word


def test_stock_and_small_steps_of_the_price_go_on_meanwhile(sent, scarf, tuan, linh):
    change_stock(scarf, 3, seen=5, by=tuan)
    approve_change(sent, by=linh, seen=seen_of(sent))
    assert live_facts(Listing.objects.get())["stock"] == 3


def test_where_the_live_version_moved_the_officer_looks_again(sent, scarf, tuan, linh):
    seen = seen_of(sent)
    change_price(scarf, 260_000, by=tuan)
    response = decide(linh, sent, "duyet", seen=seen)
    assert response.status_code == 409
    assert "Bản đang bán đã khác từ khi cán bộ gửi (Giá)" in response.content.decode()
    sent.refresh_from_db()
    assert (sent.state, live_facts(scarf)["title"]) == ("outdated", "Khăn thổ cẩm Lào")
    assert Notice.objects.get().text.startswith("Bản đang bán đã khác (Giá), hãy xem lại bản sửa")
    page = signed_in(tuan).get(f"/can-bo/sua-doi/{sent.pk}/sua/").content.decode()
    assert "Bản đang bán đã khác từ khi ghi bản sửa này: Giá" in page
    save(tuan, sent, price="400.000", lam="gui")
    assert (sent.state, sent.base["price"]) == ("submitted", 260_000)
    approve_change(sent, by=linh, seen=seen_of(sent))
    assert live_facts(Listing.objects.get())["price"] == 400_000


def test_what_was_seen_is_what_is_approved(sent, tuan, linh):
    seen = seen_of(sent)
    signed_in(tuan).post(f"/can-bo/sua-doi/{sent.pk}/rut/")
    save(tuan, sent, title="Khăn khác hẳn", lam="gui")
    response = decide(linh, sent, "duyet", seen=seen)
    assert response.status_code == 409
    assert "đã khác từ lúc bạn mở trang" in response.content.decode()
    for late in (lambda: return_change(sent, by=linh, reason="Sửa", seen=seen),):
        with pytest.raises(ChangedSinceSeen):
            late()
    assert str(Listing.objects.get()) == "Khăn thổ cẩm Lào"
    assert ChangeRequest.objects.get().state == "submitted"


@pytest.mark.parametrize(
    ("decision", "state", "told"),
    [
        ("tra-lai", "changes_requested", "Tỉnh yêu cầu bổ sung bản sửa"),
        ("khong-duyet", "rejected", "Tỉnh không duyệt bản sửa"),
    ],
)
def test_no_is_said_with_a_reason_and_leaves_what_is_on_sale(decision, state, told, sent, scarf, linh, tuan):
    assert decide(linh, sent, decision, seen=seen_of(sent)).status_code == 422
    decide(linh, sent, decision, seen=seen_of(sent), reason="Ảnh chưa rõ")
    sent.refresh_from_db()
    assert (sent.state, sent.decision_reason, str(Listing.objects.get())) == (state, "Ảnh chưa rõ", "Khăn thổ cẩm Lào")
    assert Notice.objects.get().text == f"{told}: Khăn thổ cẩm Lào. Lý do: Ảnh chưa rõ"
    assert "Ảnh chưa rõ" in signed_in(tuan).get(f"/can-bo/sua-doi/{sent.pk}/").content.decode()
    assert Listing.objects.get().product.is_public is True


@pytest.mark.parametrize("service", [return_change, reject_change])
def test_no_without_a_reason_is_no_answer(service, sent, linh):
    with pytest.raises(ReasonMissing):
        service(sent, by=linh, reason="  ", seen=seen_of(sent))
    assert ChangeRequest.objects.get().state == "submitted"


def test_nobody_approves_what_he_wrote_or_sells(sent, tuan, linh, mai):
    ChangeRequest.objects.update(submitted_by=linh)
    with pytest.raises(SameHands):
        approve_change(sent, by=linh, seen=seen_of(sent))
    page = decide(linh, sent, "duyet", seen=seen_of(sent)).content.decode()
    assert "để người khác duyệt" in page
    ChangeRequest.objects.update(submitted_by=tuan)
    mai.partner.users.add(linh)
    with pytest.raises(SameHands):
        approve_change(ChangeRequest.objects.get(), by=linh, seen=seen_of(sent))


def test_without_her_consent_nothing_is_approved(sent, linh):
    ConsentAnswer.objects.update(is_given=False)
    with pytest.raises(ConsentMissing):
        approve_change(sent, by=linh, seen=seen_of(sent))
    assert decide(linh, sent, "duyet", seen=seen_of(sent)).status_code == 422


@pytest.mark.parametrize("state", [ListingState.SUSPENDED, ListingState.RETIRED, ListingState.CHANGES_REQUESTED])
def test_what_is_no_longer_on_sale_is_not_changed(state, sent, linh):
    Listing.objects.update(state=state)
    with pytest.raises(MoveNotAllowed):
        approve_change(sent, by=linh, seen=seen_of(sent))
    assert list(changes_awaiting_review(linh)) == []
    assert ChangeRequest.objects.get().state == "submitted"


@pytest.mark.parametrize("who", ["tuan", "bao", "giang", "thanh", "quan", "an"])
def test_nobody_else_decides(who, sent, request):
    person = request.getfixturevalue(who)
    entries = AuditEntry.objects.count()
    assert signed_in(person).get(f"/duyet/sua-doi/{sent.pk}/").status_code == 404
    assert decide(person, sent, "duyet", seen=seen_of(sent)).status_code == 404
    with pytest.raises((NotTheirMove, SameHands)):
        approve_change(ChangeRequest.objects.get(), by=person, seen=seen_of(sent))
    assert (ChangeRequest.objects.get().state, AuditEntry.objects.count()) == ("submitted", entries)


def test_an_approver_whose_role_has_ended_decides_nothing(sent, linh):
    linh.memberships.update(ended_at=timezone.now())
    with pytest.raises(NotTheirMove):
        approve_change(sent, by=linh, seen=seen_of(sent))
    assert str(Listing.objects.get()) == "Khăn thổ cẩm Lào"


def test_a_second_answer_is_too_late_and_says_who_was_first(sent, linh, son):
    seen = seen_of(sent)
    decide(son, sent, "tra-lai", seen=seen, reason="Sửa lại")
    response = decide(linh, sent, "duyet", seen=seen)
    assert response.status_code == 409
    assert "Cà Văn Sơn đã quyết định" in response.content.decode()
