"""The officer's pages of “Còn đúng không?”."""

import pytest
from django.utils import timezone
from oscar.apps.partner.models import StockRecord
from pytest_django.asserts import assertNumQueries, assertRedirects

from catalog.freshness.queries import unasked
from catalog.listings.models import Listing
from catalog.listings.states import ListingState, PauseReason
from common.audit.models import AuditEntry
from tests import factories
from tests.people import signed_in

pytestmark = pytest.mark.django_db

LIST = "/can-bo/con-dung/"


def page(person, path=LIST):
    return signed_in(person).get(path).content.decode()


def post(person, mai, **data):
    return signed_in(person).post(f"{LIST}{mai.pk}/", {"asked_by": "goi", **data})


def test_the_list_is_by_producer_and_the_oldest_word_comes_first(old, tuan, mai, nua_ngam):
    dua = factories.producer("Hộ Sùng A Dua", nua_ngam, phone="0912000111")
    old(20), old(16, "Túi"), old(3, "Gối")
    old(40, "Mật ong", of=dua)
    shown = page(tuan)
    assert shown.index("Hộ Sùng A Dua") < shown.index("Bà Lò Thị Mai")
    assert "1 món · hỏi lần cuối" in shown
    assert "2 món · hỏi lần cuối" in shown
    assert shown.index("Gọi được") < shown.index("Tới nhà")


def test_what_rests_by_itself_already_is_marked(old, tuan, mai):
    old(20), old(60, "Gối", state=ListingState.PAUSED, paused_because=PauseReason.NOT_CONFIRMED)
    assert "2 món, 1 món đã tự tạm nghỉ · hỏi lần cuối" in page(tuan)


def test_nothing_to_ask_is_said(tuan, mai):
    factories.listing(of=mai)
    assert "Không phải hỏi lại ai" in page(tuan)
    assert "Không phải hỏi lại ai" in page(tuan, f"{LIST}phieu/")
    assert "Hàng của nhà này đều mới được hỏi" in page(tuan, f"{LIST}{mai.pk}/")


def test_another_point_sees_and_does_nothing(old, bao, mai):
    scarf = old(20)
    assert "Không phải hỏi lại ai" in page(bao)
    assert "Mai" not in page(bao, f"{LIST}phieu/")
    assert signed_in(bao).get(f"{LIST}{mai.pk}/").status_code == 404
    assert post(bao, mai, **{f"word_{scarf.pk}": "dung"}).status_code == 404
    assert not AuditEntry.objects.exists()


def test_her_own_login_may_say_so_herself(old, mai):
    scarf = old(20)
    herself = factories.user("mai", "Lò Thị Mai")
    mai.partner.users.add(herself)
    assertRedirects(post(herself, mai, **{f"word_{scarf.pk}": "dung"}), LIST)
    assert AuditEntry.objects.get().by == herself


def test_the_page_asks_of_all_goods_with_what_is_written_now(old, tuan, mai):
    old(20)
    old(2, "Túi")
    old(60, "Gối", state=ListingState.PAUSED, paused_because=PauseReason.NOT_CONFIRMED)
    shown = " ".join(page(tuan, f"{LIST}{mai.pk}/").split())
    assert "còn <b>5</b> chiếc, giá <b>250.000 ₫</b>" in shown
    assert "Đang tạm nghỉ: lâu chưa hỏi lại giá và số lượng." in shown
    assert "Hỏi luôn 1 món khác" in shown
    assert shown.index("Bà con nói sao về Gối?") < shown.index("Bà con nói sao về Túi?")


def test_only_what_was_asked_is_kept(old, tuan, mai):
    scarf, bag = old(20), old(20, "Túi")
    assertRedirects(
        post(tuan, mai, **{f"word_{scarf.pk}": "khac", f"free_{scarf.pk}": "2", f"seen_{scarf.pk}": "5"}), LIST
    )
    assert unasked(tuan, on=timezone.localdate()).count == 1
    assert StockRecord.objects.get(product=scarf.product_id).num_in_stock == 2
    assert [each.subject for each in AuditEntry.objects.all()] == [scarf, scarf]
    bag.refresh_from_db()
    assert bag.confirmed_at < timezone.now() - timezone.timedelta(days=19)


@pytest.mark.parametrize(
    ("boxes", "said"),
    [
        ({"word": "khac"}, "Gõ số lượng hoặc giá mới"),
        ({"word": "dung", "free": "3"}, "Có số mới thì chọn “Có thay đổi”"),
        ({"word": "khac", "free": "ba"}, "Phải là số chẵn"),
        ({"word": "khac", "price": "400.000"}, "Giá đã duyệt là 250.000\xa0₫; sửa ngay được từ 200.000\xa0₫"),
        ({"word": "dung", "back": "01/03/2099"}, "Xa nhất là một năm nữa"),
        ({"word": "nghi", "back": "01/03/2020"}, "Ngày trở lại phải sau hôm nay"),
        ({"word": ""}, "Chưa ghi câu trả lời nào"),
    ],
)
def test_what_is_wrong_stands_beside_its_box_and_nothing_is_lost(old, tuan, mai, boxes, said):
    scarf = old(20)
    answer = post(tuan, mai, **{f"{name}_{scarf.pk}": text for name, text in boxes.items()})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert said in shown
    assert all(f'value="{text}"' in shown for text in boxes.values())
    assert not AuditEntry.objects.exists()


def test_pieces_ordered_meanwhile_are_said_and_the_next_count_is_taken(old, tuan, mai):
    scarf = old(20)
    boxes = {f"word_{scarf.pk}": "khac", f"free_{scarf.pk}": "8"}
    StockRecord.objects.update(num_allocated=2)
    refused = post(tuan, mai, **boxes, **{f"seen_{scarf.pk}": "5"})
    assert refused.status_code == 409
    assert "Lúc mở trang còn 5, nay còn 3" in refused.content.decode()
    assert f'name="seen_{scarf.pk}" value="3"' in refused.content.decode()
    assertRedirects(post(tuan, mai, **boxes, **{f"seen_{scarf.pk}": "3"}), LIST)
    assert StockRecord.objects.get().num_in_stock == 10


def test_the_sheet_has_whom_to_visit_first(old, tuan, mai, nua_ngam):
    dua = factories.producer("Hộ Sùng A Dua", nua_ngam, phone="0912000111")
    old(20)
    old(40, "Mật ong", of=dua)
    shown = page(tuan, f"{LIST}phieu/")
    assert shown.index("Bà Lò Thị Mai") < shown.index("Hộ Sùng A Dua")
    assert "không có điện thoại, cần tới nhà" in shown
    assert "5 chiếc, 250.000\xa0₫" in shown


def test_letting_it_rest_and_selling_it_again_by_hand(old, tuan, mai):
    scarf = old(1)
    address = f"/can-bo/hang/{scarf.pk}/"
    assert "Tạm nghỉ bán" in page(tuan, address)
    client = signed_in(tuan)
    assert client.post(f"{address}tam-nghi/", {"back_date": "01/03/2020"}).status_code == 422
    back = f"{timezone.localdate() + timezone.timedelta(days=60):%d/%m/%Y}"
    assertRedirects(client.post(f"{address}tam-nghi/", {"because": "season", "back_date": back}), address)
    assert f"Tạm nghỉ: hết mùa, chưa tới mùa. Trở lại ngày {back}." in " ".join(page(tuan, address).split())
    assertRedirects(client.post(f"{address}ban-tiep/"), address)
    assert Listing.objects.get().state == "approved"
    assertRedirects(client.post(f"{address}ban-tiep/"), address)
    assert [each.action for each in AuditEntry.objects.order_by("pk")] == ["listing.paused", "listing.resumed"]


@pytest.mark.parametrize("goods", [1, 3])
def test_the_pages_cost_the_same_however_many_goods(old, tuan, mai, nua_ngam, goods):
    for number in range(goods):
        old(20 + number, f"Khăn {number}", of=factories.producer(f"Bà {number}", nua_ngam))
        old(20 + number, f"Túi {number}")
    client = signed_in(tuan)
    with assertNumQueries(7):
        client.get(LIST)
    with assertNumQueries(7):
        client.get(f"{LIST}phieu/")
    with assertNumQueries(5):
        client.get(f"{LIST}{mai.pk}/")
    with assertNumQueries(1):
        unasked(tuan, on=timezone.localdate())


def test_what_rests_can_be_sold_again_or_no_more(old, tuan):
    scarf = old(1, state=ListingState.PAUSED, paused_because=PauseReason.SEASON)
    shown = page(tuan, f"/can-bo/hang/{scarf.pk}/")
    assert f'href="/can-bo/hang/{scarf.pk}/ban-tiep/"' in shown
    assert f'href="/can-bo/hang/{scarf.pk}/ngung/"' in shown
    assert f'href="/can-bo/hang/{scarf.pk}/tam-nghi/"' not in shown
