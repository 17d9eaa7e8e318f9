"""Legal-duty files and whole files: complete, checked by their sums, only for whom they are, each written down."""

from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from common.audit.models import AuditEntry
from common.audit.services import record
from common.policies.services import accept
from common.policies.texts import asked_versions
from producers.consents.models import ConsentAnswer
from producers.consents.states import ConsentScope
from producers.directory.models import Membership
from producers.directory.states import Role
from producers.ethnicity.models import Ethnicity
from producers.identity.methods import Evidence
from producers.identity.services import record_check
from producers.identity.states import Method, Paper
from shop.feedback.models import Complaint
from shop.feedback.states import ComplaintKind
from tests import factories
from tests.factories.moderation import authority_request, restriction
from tests.people import signed_in
from tests.shop.checkout.ordering import ordered
from tests.shop.legal.opening import opened, text_of

pytestmark = pytest.mark.django_db
REASON = "Công văn 12/CV-QLTT"
TODAY = date(2026, 11, 26)


@pytest.fixture
def towel(mai):
    """Mai's towel with a photo and a certificate."""
    listing = factories.listing("Khăn piêu", mai, photos=1)
    factories.certificate(listing, stars=4)
    return listing


@pytest.fixture
def sold(towel, mai, tuan, nua_ngam):
    """An order of it, two acts, and her yes to the rules."""
    record("listing.returned", by=tuan, subject=towel, on_behalf_of=mai, at_point=nua_ngam, reason="Chụp lại ảnh")
    record("listing.suspended", by=None, subject=towel, on_behalf_of=mai, reason="Theo yêu cầu")
    accept(asked_versions(on=timezone.localdate()), subject=mai, by=tuan)
    return ordered((towel, 2)).order.consignments.get()


@pytest.fixture
def provincial(sin_ho):
    """An auditor of Lai Châu alone."""
    person = factories.user("yen", "Tẩn Thị Yến")
    Membership.objects.create(user=person, role=Role.AUDITOR, province=sin_ho.commune.province)
    return person


def duty(of, kind="nguoi-ban"):
    return f"/giam-sat/ho-so/{kind}/{of.pk}/"


def own(producer):
    return f"/can-bo/nguoi-ban/{producer.pk}/ho-so/"


@pytest.mark.parametrize("who", ["thanh", "quan"])
def test_the_duty_file_of_a_producer_is_whole(who, sold, mai, towel, request):
    person = request.getfixturevalue(who)
    packed = opened(signed_in(person).get(f"{duty(mai)}tai/", {"ly_do": REASON}))
    first = packed.read("index.html").decode()
    assert (REASON in first, "Bà Lò Thị Mai" in first, "Điểm hỗ trợ xã Núa Ngam" in first) == (True, True, True)
    assert "bản Na Sang 1" in text_of(packed, "nguoi-ban")
    assert "Quy chế hoạt động" in text_of(packed, "nguoi-ban")
    assert "Lò Văn Chứng" in text_of(packed, "dong-y")
    assert [name for name in packed.namelist() if name.endswith("-vi.txt")]
    assert "Khăn piêu" in text_of(packed, "-hang")
    assert len(packed.read(f"04-hang/anh-{towel.pk}-{towel.product.images.get().photo.pk}.webp")) > 100
    assert "Cô dâu dệt tấm khăn" in text_of(packed, "cau-chuyen")
    assert "VD-01/QĐ-UBND" in text_of(packed, "chung-nhan")
    decisions = text_of(packed, "duyet-va-go")
    assert "Lường Văn Tuấn yêu cầu bổ sung: Khăn piêu, thay Bà Lò Thị Mai, tại Điểm hỗ trợ xã Núa Ngam" in decisions
    assert "Hệ thống đình chỉ: Khăn piêu, của Bà Lò Thị Mai" in decisions
    orders = text_of(packed, "don-hang")
    assert (sold.number in orders, "Nguyễn Thu Hà, 0912345678, 12 phố Lò Sũ" in orders) == (True, True)
    assert "500.000\xa0₫" in text_of(packed, "tien")
    assert "Chụp lại ảnh" in text_of(packed, "nhat-ky")


def test_the_file_of_one_listing_is_of_that_listing_alone(sold, towel, mai, tuan, thanh):
    other = factories.listing("Mật ong", mai)
    record("listing.saved", by=tuan, subject=other, on_behalf_of=mai, reason="chuyện khác")
    ordered((other, 1))
    packed = opened(signed_in(thanh).get(f"{duty(towel, 'hang')}tai/", {"ly_do": REASON}))
    text = text_of(packed)
    assert ("Khăn piêu" in text, sold.number in text, "Chụp lại ảnh" in text) == (True, True, True)
    assert ("Mật ong" in text, "chuyện khác" in text) == (False, False)


def test_taking_a_duty_file_is_written_down_with_its_reason(towel, mai, thanh):
    signed_in(thanh).get(f"{duty(mai)}tai/", {"ly_do": REASON})
    signed_in(thanh).get(f"{duty(towel, 'hang')}tai/", {"ly_do": "Khác"})
    first, second = AuditEntry.objects.order_by("pk")
    assert (first.action, first.by, first.subject, first.reason) == ("file.duty_taken", thanh, mai, REASON)
    assert (second.action, second.subject, second.on_behalf_of_id, second.reason) == (
        "file.duty_taken",
        towel,
        mai.pk,
        "Khác",
    )


def test_without_a_reason_nothing_leaves(mai, thanh):
    response = signed_in(thanh).get(f"{duty(mai)}tai/", {"ly_do": " "})
    assert (response.status_code, "Hãy ghi lý do" in response.text) == (422, True)
    assert AuditEntry.objects.count() == 0


@pytest.mark.parametrize("who", ["tuan", "bao", "linh", "giang", "an", "provincial"])
@pytest.mark.parametrize("kind", ["nguoi-ban", "hang"])
@pytest.mark.parametrize("page", ["", "tai/"])
def test_a_duty_file_is_not_there_for_others(who, kind, page, towel, mai, request):
    of = {"nguoi-ban": mai, "hang": towel}[kind]
    client = signed_in(request.getfixturevalue(who))
    assert client.get(f"{duty(of, kind)}{page}", {"ly_do": REASON}).status_code == 404
    assert AuditEntry.objects.count() == 0


def test_an_auditor_of_a_province_takes_files_of_that_province(pao, mai, provincial):
    client = signed_in(provincial)
    listed = client.get("/giam-sat/ho-so/").text
    assert (pao.name in listed, mai.name in listed) == (True, False)
    assert opened(client.get(f"{duty(pao)}tai/", {"ly_do": REASON}))


def test_her_officer_takes_her_whole_file_without_the_buyers(sold, mai, tuan, nua_ngam):
    packed = opened(signed_in(tuan).get(f"{own(mai)}tai/"))
    text = text_of(packed)
    assert ("Khăn piêu" in text, sold.number in text, "Hà Nội" in text, "500.000\xa0₫" in text) == (True,) * 4
    assert [word for word in ("Nguyễn Thu Hà", "0912345678", "12 phố Lò Sũ") if word in text] == []
    entry = AuditEntry.objects.order_by("-pk")[0]
    assert (entry.action, entry.by, entry.on_behalf_of_id, entry.at_point_id) == (
        "file.taken",
        tuan,
        mai.pk,
        nua_ngam.pk,
    )


def test_she_takes_her_own_and_the_administrator_may(sold, mai, quan):
    herself = factories.user("mai", "Lò Thị Mai")
    mai.partner.users.add(herself)
    assert opened(signed_in(herself).get(f"{own(mai)}tai/"))
    assert opened(signed_in(quan).get(f"{own(mai)}tai/"))
    assert "Trọn bộ hồ sơ của: Bà Lò Thị Mai" in signed_in(herself).get(own(mai)).text


@pytest.mark.parametrize("who", ["bao", "linh", "giang", "an", "thanh"])
@pytest.mark.parametrize("page", ["", "tai/"])
def test_her_file_is_not_there_for_others(who, page, mai, request):
    assert signed_in(request.getfixturevalue(who)).get(f"{own(mai)}{page}").status_code == 404
    assert AuditEntry.objects.count() == 0


def test_another_producer_does_not_get_it(mai, pao):
    login = factories.user("pao", "Giàng A Páo")
    pao.partner.users.add(login)
    assert signed_in(login).get(f"{own(mai)}tai/").status_code == 404


def test_a_picture_that_is_gone_leaves_the_file_whole(towel, mai, tuan):
    default_storage.delete(towel.product.images.get().photo.picture.path(1000))
    assert opened(signed_in(tuan).get(f"{own(mai)}tai/"))


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_producers_asks_as_much_for_three_as_for_one(number, thanh, nua_ngam, django_assert_num_queries):
    for each in range(number):
        factories.producer(f"Bà {each}", nua_ngam)
    client = signed_in(thanh)
    with django_assert_num_queries(6):
        client.get("/giam-sat/ho-so/")


@pytest.mark.parametrize("number", [1, 3])
def test_a_file_of_three_orders_asks_as_much_as_of_one(number, towel, mai, tuan, django_assert_num_queries):
    for _ in range(number):
        ordered((towel, 1))
    client = signed_in(tuan)
    client.get(f"{own(mai)}tai/").getvalue()
    with django_assert_num_queries(83):
        client.get(f"{own(mai)}tai/").getvalue()


def complained(mai, words, **fields):
    about = {"kind": ComplaintKind.values[0], "words": words, "due_date": TODAY}
    return Complaint.objects.create(token=words, number=words[:12], producer=mai, **about, **fields)


def test_complaints_are_told_and_who_complained_only_to_the_authority(mai, tuan, thanh):
    complained(mai, "Khăn phai màu", phone="0987654321")
    complained(mai, "Cán bộ nói nặng lời", is_about_point=True)
    duty_file = text_of(opened(signed_in(thanh).get(f"{duty(mai)}tai/", {"ly_do": REASON})), "khieu-nai")
    assert [word in duty_file for word in ("Khăn phai màu", "0987654321", "Cán bộ nói nặng lời")] == [True] * 3
    own_file = text_of(opened(signed_in(tuan).get(f"{own(mai)}tai/")))
    assert [word in own_file for word in ("Khăn phai màu", "0987654321", "Cán bộ nói nặng lời")] == [True, False, False]


def test_checks_of_identity_are_told_with_the_last_characters_alone(mai, tuan, thanh):
    evidence = Evidence(paper=Paper.CITIZEN_CARD, number="011190001234", name=mai.name)
    record_check(mai, evidence, method=Method.DOCUMENTS, by=tuan)
    told = text_of(opened(signed_in(thanh).get(f"{duty(mai)}tai/", {"ly_do": REASON})), "danh-tinh")
    assert ("…1234" in told, "Khớp" in told, "Lường Văn Tuấn" in told) == (True, True, True)
    assert "011190001234" not in told


def test_what_authorities_asked_to_know_stands_in_the_file_of_the_law_alone(mai, tuan, thanh, towel):
    authority_request(mai, towel, document_no="125/QLTT-NV")
    authority_request(mai, kind="information", document_no="126/QLTT-NV")
    restriction(mai, towel)
    duty_file = text_of(opened(signed_in(thanh).get(f"{duty(mai)}tai/", {"ly_do": REASON})), "yeu-cau")
    own_file = text_of(opened(signed_in(tuan).get(f"{own(mai)}tai/")), "yeu-cau")
    assert [number in duty_file for number in ("125/QLTT-NV", "126/QLTT-NV")] == [True, True]
    assert [number in own_file for number in ("125/QLTT-NV", "126/QLTT-NV")] == [True, False]
    assert all("Giao hàng chậm nhiều lần" in each for each in (duty_file, own_file))


@pytest.mark.parametrize("who", ["thanh", "quan"])
def test_legal_duty_files_are_found_from_the_first_page(who, mai, request):
    client = signed_in(request.getfixturevalue(who))
    assert 'href="/giam-sat/ho-so/"' in client.get("/can-bo/").text
    assert f'href="{duty(mai)}"' in client.get("/giam-sat/ho-so/").text


def test_the_legal_duty_file_of_a_listing_is_found_from_its_page(towel, thanh):
    client = signed_in(thanh)
    assert f'href="{duty(towel, "hang")}"' in client.get(f"/giam-sat/hang/{towel.pk}/").text
    assert client.get(duty(towel, "hang")).status_code == 200


def test_goods_are_written_as_people_say_them(towel, mai, tuan):
    goods = text_of(opened(signed_in(tuan).get(f"{own(mai)}tai/")), "04-hang/hang.csv")
    assert towel.product_set.name in goods
    assert "ProductSet" not in goods


def test_the_whole_file_is_one_click_from_her_page(mai, tuan):
    client = signed_in(tuan)
    assert f'href="{own(mai)}"' in client.get(f"/can-bo/nguoi-ban/{mai.pk}/").text
    assert f'href="{own(mai)}tai/"' in client.get(own(mai)).text


@pytest.mark.parametrize("agrees", [True, False])
def test_her_people_stand_in_her_own_file_alone_and_while_she_agrees(agrees, mai, tuan, thanh, quan):
    Ethnicity.objects.create(producer=mai, code="05", recorded_by=tuan, recorded_at=timezone.now())
    consent = mai.consents.get()
    for scope in (ConsentScope.GOODS, ConsentScope.ETHNICITY):
        given = agrees or scope == ConsentScope.GOODS
        ConsentAnswer.objects.update_or_create(consent=consent, scope=scope, defaults={"is_given": given})
    own_file = text_of(opened(signed_in(tuan).get(f"{own(mai)}tai/")), "thong-tin")
    duty_file = text_of(opened(signed_in(thanh).get(f"{duty(mai)}tai/", {"ly_do": REASON})), "thong-tin")
    assert ("theo lời bà con" in own_file, "theo lời bà con" in duty_file) == (agrees, False)
    for_administrator = text_of(opened(signed_in(quan).get(f"{own(mai)}tai/")), "thong-tin")
    assert (mai.name in for_administrator, "theo lời bà con" in for_administrator) == (True, False)
