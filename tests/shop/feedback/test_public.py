"""Anybody says that something is wrong, and reads the answer behind a link that nobody guesses."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from catalog.listings.presentation import product_url
from catalog.listings.states import ListingState
from catalog.search.engine import get_engine
from shop.feedback.models import Complaint, Reply
from shop.feedback.services import answer_complaint
from shop.feedback.states import Outcome
from tests import factories
from tests.factories.complaints import WORDS, complaint
from tests.factories.orders import consignment

pytestmark = pytest.mark.django_db

SAID = {"kind": "wrong_information", "words": "Giá trên trang khác giá bà con nói."}


@pytest.fixture(autouse=True)
def _fresh_cache():
    cache.clear()


@pytest.fixture
def _search(settings, tmp_path):
    """A search engine that is there, and empty."""
    settings.SEARCH_DIR = tmp_path / "search"
    get_engine.cache_clear()
    get_engine().reset()
    yield
    get_engine.cache_clear()


@pytest.fixture
def scarf(mai):
    return factories.listing(of=mai)


def form_of(listing):
    return reverse("complain-about-product", args=[listing.product_id])


def test_from_a_things_page_to_the_link(visitor, scarf, mai):
    page = visitor.get(product_url(scarf.product_id, scarf.product.title)).content.decode()
    assert f'href="{form_of(scarf)}"' in page
    assert "Chưa nhận được hàng" not in visitor.get(form_of(scarf)).content.decode()
    answer = visitor.post(form_of(scarf), {**SAID, "phone": "0912 345 678", "email": "an@example.com"})
    made = Complaint.objects.get()
    assert (made.listing, made.producer, made.consignment) == (scarf, mai, None)
    assert (made.kind, made.words, made.phone, made.email) == (*SAID.values(), "0912345678", "an@example.com")
    assert answer["Location"] == f"/phan-anh/{made.token}/?vua-gui=1"
    follow = visitor.get(answer["Location"]).content.decode()
    assert "Đã nhận. Cảm ơn đã báo." in follow
    assert f"/phan-anh/{made.token}/" in follow
    assert dict(visitor.cookies) == {}


@pytest.mark.usefixtures("_search")
def test_from_a_producers_page_under_the_name_she_agrees_to(visitor, scarf, mai):
    page = visitor.get(reverse("producer", args=[mai.pk, "ba-lo-thi-mai"])).content.decode()
    address = reverse("complain-about-producer", args=[mai.pk])
    assert f'href="{address}"' in page
    factories.consent(mai, "goods", by=mai.created_by)
    assert "Mai" not in visitor.get(address).content.decode()
    visitor.post(address, SAID)
    assert (Complaint.objects.get().producer, Complaint.objects.get().listing) == (mai, None)


def test_from_an_orders_link_about_one_parcel(visitor, scarf, an):
    parcel = consignment(scarf, buyer=an)
    token = parcel.order.purchase.token
    address = reverse("complain-about-parcel", args=[token, parcel.number])
    assert f'href="{address}"' in visitor.get(f"/don/{token}/").content.decode()
    visitor.post(address, {**SAID, "kind": "not_delivered"})
    assert (Complaint.objects.get().consignment, Complaint.objects.get().producer) == (parcel, parcel.producer)


def test_of_what_nobody_may_see_nobody_complains(visitor, scarf, an, mai, pao):
    draft = factories.listing("Túi", of=mai, state=ListingState.DRAFT)
    parcel = consignment(scarf, buyer=an)
    for address in (
        form_of(draft),
        reverse("complain-about-producer", args=[pao.pk]),
        reverse("complain-about-parcel", args=["wrong", parcel.number]),
        reverse("complain-about-parcel", args=[parcel.order.purchase.token, "CPTEST0-9"]),
        reverse("complaint", args=["wrong"]),
    ):
        assert visitor.get(address).status_code == visitor.post(address, SAID).status_code == 404
    assert not Complaint.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"kind": ""}, "Chọn một điều gần đúng nhất"),
        ({"kind": "not_delivered"}, "o-loi"),
        ({"words": ""}, "Xin kể vài câu"),
        ({"words": "sai"}, "ít nhất 10 chữ cái"),
        ({"phone": "12"}, "o-loi"),
        ({"email": "an@"}, "E-mail chưa đúng"),
        ({"website": "http://spam.example"}, "Chưa gửi được"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(visitor, scarf, wrong, said):
    answer = visitor.post(form_of(scarf), {**SAID, "phone": "0912345678", **wrong})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert wrong.get("words", SAID["words"]) in page
    assert not Complaint.objects.exists()


def test_so_many_an_hour_and_no_more(visitor, scarf, settings):
    settings.WRONG_TRIES = {**settings.WRONG_TRIES, "complain": (2, 3600)}
    codes = [visitor.post(form_of(scarf), SAID).status_code for _ in range(3)]
    assert codes == [302, 302, 429]
    assert Complaint.objects.count() == 2


def test_the_answer_is_read_and_found_good(visitor, scarf, tuan):
    made = complaint(scarf, phone="0912345678")
    link = f"/phan-anh/{made.token}/"
    assert "Trả lời chậm nhất ngày" in visitor.get(link).content.decode()
    answer_complaint(made, by=tuan, words="Đã sửa số đo trên trang.", outcome=Outcome.RIGHT)
    page = visitor.get(link).content.decode()
    assert WORDS in page
    assert "Trả lời: phản ánh đúng, đã xử lý" in page
    assert "Đã sửa số đo trên trang." in page
    assert "0912" not in page
    assert "Tuấn" not in page
    assert visitor.post(link, {"xong": "1"}).status_code == 302
    made.refresh_from_db()
    assert made.state == "closed"


def test_the_answer_is_asked_about_again(visitor, scarf, tuan):
    made = complaint(scarf)
    link = f"/phan-anh/{made.token}/"
    early = visitor.post(link, {"words": "Vẫn chưa ai trả lời cả."})
    assert (early.status_code, Reply.objects.count()) == (409, 0)
    answer_complaint(made, by=tuan, words="Đã kiểm tra, đúng như ảnh.", outcome=Outcome.NOT_RIGHT)
    assert visitor.post(link, {"words": "Không"}).status_code == 422
    assert visitor.post(link, {"words": "Tôi gửi ảnh đo bằng thước."}).status_code == 302
    made.refresh_from_db()
    assert made.state == "reopened"
    assert "Hỏi lại" in visitor.get(link).content.decode()


def test_the_pages_lie_in_no_cache_and_tell_no_other_site_their_address(visitor, scarf):
    made = complaint(scarf)
    for address in (form_of(scarf), f"/phan-anh/{made.token}/"):
        answer = visitor.get(address)
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
