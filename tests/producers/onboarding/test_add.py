"""An officer brings in a producer who has neither phone nor mail nor login."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from common.audit.models import AuditEntry
from common.pictures.models import Picture
from producers.directory.models import Membership, Producer
from producers.directory.portraits import picture_signed
from tests import factories
from tests.people import signed_in

ADD = "/can-bo/nguoi-ban/them/"


def typed(**more):
    return {
        "name": "Bà Quàng Thị Mươn",
        "kind": "production_household",
        "commune_province": "11",
        "commune_text": "Xã Núa Ngam",
        "village": "bản Na Sang 2",
        "languages": ["lo", "vi"],
        "payout_way": "cash_at_point",
        **more,
    }


def photo(seed=1):
    return SimpleUploadedFile("anh.jpg", factories.photo_file(seed, size=(240, 240)).read(), "image/jpeg")


def test_the_form_begins_at_the_points_commune(tuan):
    response = signed_in(tuan).get(ADD)
    assertContains(response, 'value="Xã Núa Ngam"')
    assertNotContains(response, 'name="point"')
    assertContains(response, 'data-giu="lau"')


def test_she_is_written_down_and_the_consent_is_next(tuan, nua_ngam):
    response = signed_in(tuan).post(ADD, typed())
    muon = Producer.objects.get()
    assertRedirects(response, f"/can-bo/nguoi-ban/{muon.pk}/dong-y/")
    assert (muon.name, muon.kind, muon.commune_id, muon.village) == (
        "Bà Quàng Thị Mươn",
        "production_household",
        "03358",
        "bản Na Sang 2",
    )
    assert (muon.languages, muon.phone, muon.payout_way, muon.picture) == (["lo", "vi"], "", "cash_at_point", None)
    assert (muon.point, muon.created_by, muon.partner.name) == (nua_ngam, tuan, "Bà Quàng Thị Mươn")
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by_name, entry.on_behalf_of_name, entry.at_point_name) == (
        "producer.added",
        "Lường Văn Tuấn",
        "Bà Quàng Thị Mươn",
        "Điểm hỗ trợ xã Núa Ngam",
    )


def test_her_picture_phone_and_account_are_kept_tidy(tuan):
    signed_in(tuan).post(
        ADD,
        typed(
            phone="+84 912.345.678",
            payout_way="bank",
            bank_name="Agribank",
            bank_account="8900 2051-23456",
            bank_holder="QUANG THI MUON",
            about="Dệt từ năm\r\nmười hai tuổi.",
            picture=photo(),
        ),
    )
    muon = Producer.objects.get()
    assert (muon.phone, muon.bank_account, muon.about) == (
        "0912345678",
        "8900205123456",
        "Dệt từ năm\nmười hai tuổi.",
    )
    assert muon.picture == Picture.objects.get()


def test_no_account_is_kept_of_one_who_is_paid_in_cash(tuan):
    signed_in(tuan).post(ADD, typed(bank_name="Agribank", bank_account="sai", bank_holder="AI DO"))
    muon = Producer.objects.get()
    assert (muon.bank_name, muon.bank_account, muon.bank_holder) == ("", "", "")


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"name": " "}, "name", "Hãy gõ tên người bán."),
        ({"name": "- 7"}, "name", "Tên cần có ít nhất hai chữ cái."),
        ({"kind": ""}, "kind", "Hãy chọn loại hình."),
        (
            {"commune_text": "Chẳng Có"},
            "commune",
            "Không tìm thấy xã, phường nào tên như vậy. Hãy thử tên cũ, hoặc thêm tên huyện cũ.",
        ),
        ({"languages": []}, "languages", "Hãy chọn ít nhất một tiếng."),
        ({"phone": "12345"}, "phone", "Số điện thoại chưa đúng. Số di động có 10 chữ số, ví dụ 0912 345 678."),
        ({"payout_way": ""}, "payout_way", "Hãy chọn cách nhận tiền."),
        ({"payout_way": "bank"}, "bank_account", "Hãy gõ số tài khoản."),
        (
            {"payout_way": "bank", "bank_account": "12AB567"},
            "bank_account",
            "Số tài khoản chỉ gồm chữ số, từ 6 đến 19 số.",
        ),
        (
            {"payout_way": "bank", "bank_account": "12345"},
            "bank_account",
            "Số tài khoản chỉ gồm chữ số, từ 6 đến 19 số.",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(tuan, wrong, field, words):
    response = signed_in(tuan).post(ADD, typed(about="Không được mất", **wrong))
    assert response.status_code == 422
    assert response.context["form"].errors[field] == [words]
    assertContains(response, "Không được mất", status_code=422)
    assert not Producer.objects.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"day la chu", "Tệp này không phải ảnh JPEG, PNG hay WebP."),
        (b"", "Tệp ảnh rỗng; xin chọn lại."),
        (factories.photo_file(1, size=(100, 100)).read(), "Ảnh quá nhỏ; mỗi cạnh cần ít nhất 200 điểm ảnh."),
    ],
)
def test_a_picture_that_cannot_be_let_in_says_by_which_rule(tuan, content, words):
    response = signed_in(tuan).post(ADD, typed(picture=SimpleUploadedFile("anh.jpg", content, "image/jpeg")))
    assert response.status_code == 422
    assert response.context["form"].errors == {"picture": [words]}


def test_a_picture_is_not_lost_when_something_else_is_wrong(tuan):
    client = signed_in(tuan)
    kept = client.post(ADD, typed(name="", picture=photo())).context["form"].picture_kept()
    assert picture_signed(kept) == Picture.objects.get()
    client.post(ADD, typed(picture_kept=kept))
    assert Producer.objects.get().picture == Picture.objects.get()


@pytest.mark.parametrize("forged", ["1", "MQ:1:xxxx", ""])
def test_a_picture_cannot_be_named_by_hand(tuan, forged):
    factories.let_in(factories.photo_file(1, size=(240, 240)))
    signed_in(tuan).post(ADD, typed(picture_kept=forged))
    assert Producer.objects.get().picture is None


def test_an_officer_of_several_points_chooses_one_of_them(tuan, sin_ho):
    client = signed_in(tuan)
    Membership.objects.create(user=tuan, role="officer", point=sin_ho)
    other = factories.point("Điểm hỗ trợ xã Trà My", "20900")
    assertContains(client.get(ADD), "Điểm hỗ trợ xã Sìn Hồ")
    assertNotContains(client.get(ADD), "Điểm hỗ trợ xã Trà My")
    assert client.post(ADD, typed()).context["form"].errors == {"point": ["Hãy chọn điểm hỗ trợ."]}
    refused = client.post(ADD, typed(point=other.pk))
    assert refused.context["form"].errors == {"point": ["Hãy chọn một điểm của bạn."]}
    client.post(ADD, typed(point=sin_ho.pk))
    assert Producer.objects.get().point == sin_ho


def test_a_visitor_is_sent_to_sign_in(visitor):
    assert visitor.post(ADD, typed()).headers["Location"] == f"/tai-khoan/vao/?next={ADD}"


@pytest.mark.parametrize("who", ["an", "linh", "thanh", "quan"])
def test_only_an_officer_of_a_point_may_add(who, request, nua_ngam):
    client = signed_in(request.getfixturevalue(who))
    assert client.get(ADD).status_code == 404
    assert client.post(ADD, typed()).status_code == 404
    assert not Producer.objects.exists()


def test_a_producer_with_her_own_login_may_not_add(mai, an):
    mai.partner.users.add(an)
    assert signed_in(an).post(ADD, typed()).status_code == 404
    assert Producer.objects.count() == 1
