"""What the search is told of the things on sale, and when."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from catalog.listings.indexing import build_documents, listed_keys
from catalog.listings.states import HowSold, ListingState
from catalog.listings.visibility import follow_producer
from catalog.search.models import SearchOutbox
from producers.consents.models import ConsentAnswer
from producers.places.models import FormerCommune
from tests import factories


def document_of(listing):
    (document,) = build_documents([listing.product_id])
    return document


def test_a_listing_on_sale_becomes_a_document(mai):
    listing = factories.listing(
        of=mai, photos=1, months=[9, 10], origin_group="Lào", decided_at=timezone.now(), stock=2
    )
    document = document_of(listing)
    assert document.key == listing.product_id
    assert document.title == "Khăn thổ cẩm Lào"
    assert document.text.split("\n") == [
        "Khăn dệt tay, nhuộm lá rừng.",
        "Cô dâu dệt tấm khăn này trước ngày cưới.",
        "Bà Lò Thị Mai",
        "Hộ sản xuất",
        "Lào",
        "Hàng thủ công mỹ nghệ",
        "Vải, may mặc",
    ]
    assert (document.group, document.product_set) == ("IV", 22)
    assert (document.province, document.commune, document.producer) == ("11", "03358", mai.pk)
    assert (document.price, document.is_available, document.months) == (250_000, True, (9, 10))
    assert document.listed_at == listing.decided_at
    assert (document.stars, document.sold) == ((), 0)


def test_the_card_has_what_a_list_shows(mai):
    listing = factories.listing(of=mai, photos=1, decided_at=timezone.now())
    card = document_of(listing).card
    assert card["url"] == f"/hang/{listing.product_id}/khan-tho-cam-lao/"
    assert card["maker"] == "Bà Lò Thị Mai"
    assert card["place"] == "xã Núa Ngam"
    assert (card["price"], card["unit"]) == (250_000, "chiếc")
    assert card["listed"] == timezone.localdate().isoformat()
    assert set(card["image"]) == {"src160", "src320", "src640", "alt", "colour"}


def test_old_and_new_names_of_the_place_are_found(mai):
    for name in ("Xã Núa Ngam", "Xã Na Tông"):
        FormerCommune.objects.create(
            commune=mai.commune,
            name=name,
            district="Huyện Điện Biên",
            province_name="Tỉnh Điện Biên",
            extent="whole",
        )
    assert document_of(factories.listing(of=mai)).places == (
        "bản Na Sang 1, Xã Núa Ngam, Tỉnh Điện Biên, Xã Núa Ngam, Huyện Điện Biên, Tỉnh Điện Biên, Xã Na Tông"
    )


def test_an_unnamed_maker_is_nowhere_in_the_document(nua_ngam, tuan):
    pang = factories.producer("Chị Quàng Thị Pâng", nua_ngam, consents="goods")
    document = document_of(factories.listing(of=pang))
    assert "Pâng" not in repr(document)
    assert "Na Sang 1" not in repr(document)
    assert document.card["maker"] == "Hộ sản xuất ở xã Núa Ngam"
    assert document.card["place"] == "Điện Biên"


@pytest.mark.parametrize("state", [state for state in ListingState if state != ListingState.APPROVED])
def test_only_approved_listings_are_told(mai, state):
    listing = factories.listing(of=mai, state=state)
    assert build_documents([listing.product_id]) == []
    assert list(listed_keys()) == []


def test_what_is_not_public_or_not_consented_is_not_told(mai):
    listing = factories.listing(of=mai)
    assert list(listed_keys()) == [listing.product_id]
    ConsentAnswer.objects.filter(consent__producer=mai, scope="goods").update(withdrawn_at=timezone.now())
    assert build_documents([listing.product_id]) == []
    ConsentAnswer.objects.filter(consent__producer=mai, scope="goods").update(withdrawn_at=None)
    listing.product.is_public = False
    listing.product.save()
    assert build_documents([listing.product_id]) == []


def test_stars_carry_the_days_of_the_certificate(mai):
    listing = factories.listing(of=mai)
    issued = timezone.localdate() - timedelta(days=100)
    certificate = factories.certificate(listing, stars=4, issued=issued)
    assert document_of(listing).stars == ((4, issued, certificate.last_day_in_force),)


def test_the_newest_certificate_in_force_counts_from_its_day_on(mai):
    listing = factories.listing(of=mai)
    today = timezone.localdate()
    factories.certificate(listing, stars=5, issued=today - timedelta(days=2000))
    old = factories.certificate(listing, stars=4, issued=today - timedelta(days=700))
    new = factories.certificate(listing, stars=3, issued=today + timedelta(days=10))
    assert document_of(listing).stars == (
        (4, old.issued_date, today + timedelta(days=9)),
        (3, new.issued_date, new.last_day_in_force),
    )


def test_before_the_first_day_the_next_certificate_waits(mai):
    listing = factories.listing(of=mai)
    tomorrow = timezone.localdate() + timedelta(days=1)
    certificate = factories.certificate(listing, stars=3, issued=tomorrow)
    assert document_of(listing).stars == ((3, tomorrow, certificate.last_day_in_force),)


@pytest.mark.parametrize("fields", [{"verified": False}, {"revoked_date": date(2026, 1, 1)}])
def test_unchecked_and_revoked_certificates_count_nothing(mai, fields):
    listing = factories.listing(of=mai)
    factories.certificate(listing, **fields)
    assert document_of(listing).stars == ()


@pytest.mark.parametrize(
    ("how_sold", "stock", "is_available", "price"),
    [
        (HowSold.STOCK, 0, False, 250_000),
        (HowSold.TO_ORDER, 1, True, 250_000),
        (HowSold.ON_REQUEST, 0, True, None),
        (HowSold.SHOWCASE, 9, False, 250_000),
    ],
)
def test_how_it_is_sold_decides_price_and_availability(mai, how_sold, stock, is_available, price):
    document = document_of(factories.listing(of=mai, how_sold=how_sold, stock=stock))
    assert (document.is_available, document.price) == (is_available, price)


@pytest.mark.parametrize("number", [1, 3])
def test_any_number_of_documents_takes_four_queries(mai, number, django_assert_num_queries):
    keys = []
    for _ in range(number):
        listing = factories.listing(of=mai, photos=2)
        factories.certificate(listing)
        keys.append(listing.product_id)
    with django_assert_num_queries(4):
        assert len(build_documents(keys)) == number


def test_a_changed_maker_has_all_her_goods_looked_at_again(mai, pao):
    hers = [factories.listing(of=mai).product_id for _ in range(2)]
    factories.listing(of=pao)
    SearchOutbox.objects.all().delete()
    follow_producer(mai.pk)
    assert sorted(SearchOutbox.objects.values_list("key", flat=True)) == hers
