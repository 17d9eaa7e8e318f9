"""A producer applies, the province asks for more and approves; a record written twice is merged."""

import re

import pytest

from producers.directory.models import Producer
from tests import factories
from tests.journeys.officer_steps import approve_producer

pytestmark = pytest.mark.browser


def test_an_application_goes_to_the_province_and_comes_back(open_window, tuan, linh, nua_ngam):
    htx = factories.producer("HTX Sợi Chàm", nua_ngam, created_by=tuan, kind="cooperative", state="draft")
    tuans, linhs = open_window(), open_window()
    tuans.sign_in("tuan")
    tuans.go(f"/can-bo/nguoi-ban/{htx.pk}/")
    tuans.sees(re.compile("Còn thiếu"))
    tuans.looks_right("ho-so-con-thieu")
    Producer.objects.filter(pk=htx.pk).update(
        registration_no="MẪU-07", tax_code="9900000016", representative="Lò Thị Chàm"
    )
    tuans.go(f"/can-bo/nguoi-ban/{htx.pk}/")
    tuans.submit("Gửi duyệt hồ sơ")
    tuans.go(f"/can-bo/nguoi-ban/{htx.pk}/danh-tinh/")
    tuans.looks_right("danh-tinh")

    linhs.sign_in("linh")
    linhs.go("/duyet/nguoi-ban/")
    linhs.looks_right("ho-so-cho-duyet")
    linhs.follow("HTX Sợi Chàm")
    linhs.looks_right("ho-so-nguoi-ban")
    approve_producer(linhs, "HTX Sợi Chàm")
    htx.refresh_from_db()
    assert (htx.state, htx.submitted_by, htx.decided_by) == ("approved", tuan, linh)


def test_two_records_become_one(open_window, mai, tuan, linh):
    twice = factories.producer("Lo Thi Mai", mai.point, created_by=tuan)
    linhs = open_window()
    linhs.sign_in("linh")
    linhs.go("/can-bo/nguoi-ban/trung/")
    linhs.looks_right("ghi-trung")
    linhs.follow(re.compile("Xem trước khi gộp"))
    linhs.page.get_by_label("Tôi đã hỏi và chắc đây là một người bán").check()
    linhs.looks_right("gop-ho-so")
    linhs.submit(re.compile("Gộp vào Bà Lò Thị Mai"))
    twice.refresh_from_db()
    assert (twice.state, twice.merged_into) == ("closed", mai)
