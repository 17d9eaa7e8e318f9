"""A producer's page at work: facts, consent, history, and what can be done."""

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from producers.consents.rows import AnswerThen
from producers.consents.services import withdraw_consent
from producers.directory.services import change_about
from tests import factories
from tests.people import signed_in


def page(producer):
    return f"/can-bo/nguoi-ban/{producer.pk}/"


@pytest.fixture
def muon(nua_ngam, tuan):
    """Mươn, paid through a bank, whom nobody has asked yet."""
    muon = factories.producer(
        "Bà Quàng Thị Mươn",
        nua_ngam,
        consents="",
        created_by=tuan,
        languages=["lo", "vi"],
        phone="0912345678",
        bank_name="Agribank",
        bank_account="8900205123456",
        bank_holder="QUANG THI MUON",
        about="Dệt từ năm mười hai tuổi.",
    )
    muon.payout_way = "bank"
    muon.save()
    return muon


def test_the_officer_sees_every_fact(muon, tuan):
    response = signed_in(tuan).get(page(muon))
    assert response.context["facts"] == [
        ("Loại hình", "Hộ sản xuất"),
        ("Ở", "bản Na Sang 1, Xã Núa Ngam, Điện Biên"),
        ("Tiếng nói", "Lào, Tiếng Việt"),
        ("Nhận tiền", "Chuyển khoản ngân hàng"),
        ("Tài khoản", "Agribank, 8900 2051 2345 6, QUANG THI MUON"),
        ("Tên tài khoản khác vì", ""),
        ("Người đại diện", ""),
        ("Mã số thuế", ""),
        ("Giấy đăng ký", ""),
        ("Giới thiệu", "Dệt từ năm mười hai tuổi."),
        ("Điểm hỗ trợ", "Điểm hỗ trợ xã Núa Ngam"),
    ]
    assertContains(response, "Gọi 0912 345 678")


def test_who_was_never_asked_is_to_be_asked(muon, tuan):
    response = signed_in(tuan).get(page(muon))
    assertContains(response, "Chưa hỏi sự đồng ý.")
    assertContains(response, f"{page(muon)}dong-y/")
    assertContains(response, f"/can-bo/hang/them/?nguoi-ban={muon.pk}")
    assertContains(response, f"{page(muon)}sua/")
    assertNotContains(response, "Rút lại")


def test_todays_answers_stand_with_a_way_to_withdraw_those_that_are_yes(mai, tuan):
    response = signed_in(tuan).get(page(mai))
    assert [(one.scope, one.is_given) for one in response.context["scopes"]] == [
        ("goods", True),
        ("name_and_picture", True),
        ("voice", False),
        ("motif", False),
        ("ethnicity", False),
    ]
    assertContains(response, f"{page(mai)}dong-y/goods/rut/")
    assertNotContains(response, f"{page(mai)}dong-y/voice/rut/")


def test_the_history_keeps_what_was_withdrawn(mai, tuan):
    at = timezone.now()
    withdraw_consent(mai, "goods", by=tuan, at=at)
    factories.consent(mai, "goods", by=tuan)
    newer, older = signed_in(tuan).get(page(mai)).context["history"]
    assert (newer.language, newer.recorded_by, newer.consent.witness_name) == (
        "Thái Đen",
        "Lường Văn Tuấn",
        "Lò Văn Chứng",
    )
    assert [answer.is_given for answer in newer.answers] == [True, False, False, False, False]
    assert older.answers[0] == AnswerThen("Điểm hỗ trợ đăng bán hàng thay", True, None, at)


def test_the_trail_names_who_wrote_and_at_which_point(mai, tuan):
    change_about(mai, "Dệt từ năm mười hai tuổi.", by=tuan)
    withdraw_consent(mai, "goods", by=tuan)
    trail = signed_in(tuan).get(page(mai)).context["trail"]
    assert [(one.what, one.by) for one in trail] == [
        ("Ghi việc rút lại", "Lường Văn Tuấn, Điểm hỗ trợ xã Núa Ngam"),
        ("Sửa thông tin: giới thiệu", "Lường Văn Tuấn, Điểm hỗ trợ xã Núa Ngam"),
    ]


def test_a_producer_with_her_own_login_reads_changes_her_words_and_takes_back(mai, an):
    mai.partner.users.add(an)
    response = signed_in(an).get(page(mai))
    assertContains(response, "Bà Lò Thị Mai")
    assertContains(response, "Sửa lời giới thiệu")
    assertNotContains(response, 'dong-y/"')
    assertContains(response, "/dong-y/goods/rut/")


@pytest.mark.parametrize("who", ["bao", "an", "linh", "thanh", "quan"])
def test_nobody_else_learns_that_she_exists(mai, who, request):
    assert signed_in(request.getfixturevalue(who)).get(page(mai)).status_code == 404


def test_a_visitor_is_sent_to_sign_in(mai, visitor):
    response = visitor.get(page(mai))
    assert (response.status_code, response.headers["Location"]) == (302, f"/tai-khoan/vao/?next={page(mai)}")


@pytest.mark.parametrize("count", [1, 3])
def test_a_longer_history_asks_no_more(mai, tuan, count, django_assert_num_queries):
    for _ in range(count - 1):
        factories.consent(mai, "goods", by=tuan)
    for number in range(count):
        change_about(mai, f"Lời {number}", by=tuan)
    client = signed_in(tuan)
    client.get(page(mai))
    with django_assert_num_queries(
        13
    ):  # session, user, producer, consents, history with answers and proofs, trail, officer, change of account, rules
        client.get(page(mai))
