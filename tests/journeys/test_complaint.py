"""A visitor says that something is wrong with a scarf, Tuấn answers, and the visitor is content."""

import re

import pytest

from shop.feedback.models import Complaint

pytestmark = pytest.mark.browser


def test_from_a_products_page_to_its_answer(open_window, stalls, tuan):
    visitor = open_window()
    visitor.go(f"/hang/{stalls.scarf.product_id}/khan-tho-cam-lao/")
    visitor.follow("Báo điều chưa đúng")
    visitor.looks_right("bao-dieu-chua-dung")
    visitor.choose("Điều gì chưa đúng?", "Thông tin trên trang sai")
    with visitor.refused():
        visitor.submit("Gửi", within=visitor.page.get_by_role("main"))
    assert visitor.error_beside("Kể rõ hơn") == "Lỗi: Xin kể vài câu để người xem biết mà kiểm tra."
    visitor.looks_right("bao-dieu-chua-dung-thieu")
    visitor.fill("Kể rõ hơn", "Khăn dài 1,2 m chứ không phải 1,8 m.")
    visitor.fill("Số điện thoại", "0912 345 678")
    visitor.submit("Gửi", within=visitor.page.get_by_role("main"))
    visitor.sees("Đã nhận. Cảm ơn đã báo.")
    visitor.looks_right("phan-anh-da-nhan")
    made = Complaint.objects.get()
    assert (made.listing, made.phone, made.state) == (stalls.scarf, "0912345678", "received")
    assert visitor.cookies() == []

    officer = open_window()
    officer.sign_in("tuan")
    officer.looks_right("viec-hom-nay-phan-anh")
    officer.follow("Phản ánh cần trả lời")
    officer.looks_right("khieu-nai")
    officer.follow("Thông tin trên trang sai")
    officer.sees("Khăn dài 1,2 m chứ không phải 1,8 m.", "Gọi 0912 345 678")
    officer.looks_right("khieu-nai-mot")
    officer.choose("Kết quả", "Phản ánh đúng, đã xử lý")
    officer.fill("Trả lời", "Đã đo lại ở nhà bà Mai: dài 1,2 m. Đã sửa trên trang.")
    officer.submit("Gửi trả lời")
    officer.sees("Đã ghi: Đã trả lời.")
    officer.sees_not("Gọi 0912 345 678")

    visitor.go(f"/phan-anh/{made.token}/")
    visitor.sees(re.compile("Đã đo lại ở nhà bà Mai"))
    visitor.looks_right("phan-anh-tra-loi")
    visitor.submit("Rồi, cảm ơn")
    visitor.sees("Đã xong")
    made.refresh_from_db()
    assert made.state == "closed"
