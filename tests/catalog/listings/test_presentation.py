"""What a buyer sees of a listing, and what of its maker nobody sees without her consent."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from catalog.listings.presentation import availability, shown_listing, shown_maker, shown_product
from catalog.listings.presentation.wording import sold_out, weight
from catalog.listings.states import HowSold, ListingState, Reach
from catalog.ocop.life import CertificateState
from catalog.stories.models import Voice
from common.pictures.intake import let_in
from producers.consents.models import ConsentAnswer
from tests import factories

NOVEMBER = date(2026, 11, 23)


def shown(listing, on=NOVEMBER):
    return shown_listing(listing, on=on)


def add_voice(listing, **fields):
    voice = Voice(story=listing.product.story, language=fields.pop("language", "blt"), seconds=80, **fields)
    voice.opus.save("ke.webm", ContentFile(b"opus"), save=False)
    voice.compatible.save("ke.mp3", ContentFile(b"mp3"), save=True)
    return voice


def test_a_listing_shows_all_that_was_typed(mai):
    listing = factories.listing(
        of=mai,
        price=250_000,
        stock=5,
        photos=2,
        months=[9, 10],
        season_note="Dệt sau mùa gặt",
        origin_group="Lào",
        details=[["Chất liệu", "Bông"]],
    )
    found = shown(listing)
    assert found.is_on_sale
    assert found.title == "Khăn thổ cẩm Lào"
    assert found.url == f"/hang/{listing.product_id}/khan-tho-cam-lao/"
    assert found.price_dong == 250_000
    assert found.unit == "chiếc"
    assert found.months == [9, 10]
    assert found.season_note == "Dệt sau mùa gặt"
    assert found.story == "Cô dâu dệt tấm khăn này trước ngày cưới."
    assert found.group.short_name == "Thủ công, thổ cẩm"
    assert found.details == [
        ("Chất liệu", "Bông"),
        ("Bộ sản phẩm OCOP", "Vải, may mặc"),
        ("Sản vật của dân tộc", "Lào"),
        ("Nặng khi gói", "300 g"),
        ("Giao hàng", "Giao toàn quốc"),
    ]


def test_photos_come_in_their_order_with_every_width(mai):
    listing = factories.listing(of=mai)
    second = factories.add_photo(listing, seed=2)
    first = factories.add_photo(listing, seed=1)
    photos = shown(listing).photos
    assert [photo["src640"] for photo in photos] == [f"/tep/{each.picture.path(640)}" for each in (first, second)]
    assert set(photos[0]) == {"src160", "src320", "src640", "src1000", "alt", "colour"}
    assert photos[0]["alt"] == "Khăn trải phẳng"
    assert photos[0]["colour"] == first.picture.colour


@pytest.mark.parametrize(
    ("how_sold", "free", "sentence", "is_available", "can_buy", "most"),
    [
        (HowSold.STOCK, 5, "Còn 5 chiếc", True, True, 5),
        (HowSold.STOCK, 0, "Hết hàng – mùa sau có: tháng 3", False, False, 0),
        (HowSold.TO_ORDER, 2, "Làm theo đơn, 30 ngày", True, True, 2),
        (HowSold.TO_ORDER, 0, "Đã kín đơn, chưa nhận thêm", False, False, 0),
        (HowSold.ON_REQUEST, 9, "Gọi để hỏi hàng và giá", True, False, 0),
        (HowSold.SHOWCASE, 9, "Chỉ giới thiệu, chợ không bán", False, False, 0),
    ],
)
def test_availability_is_said_in_words(how_sold, free, sentence, is_available, can_buy, most):
    found = availability(how_sold=how_sold, free=free, unit="chiếc", days_to_make=30, months=[3, 4], on=NOVEMBER)
    assert (found.sentence, found.is_available, found.can_buy, found.max_quantity) == (
        sentence,
        is_available,
        can_buy,
        most,
    )


@pytest.mark.parametrize(
    ("months", "sentence"),
    [
        ([], "Hết hàng"),
        (list(range(1, 13)), "Hết hàng"),
        ([10, 11], "Hết hàng"),
        ([12, 1], "Hết hàng – mùa sau có: tháng 12"),
        ([4, 5], "Hết hàng – mùa sau có: tháng 4"),
    ],
)
def test_sold_out_names_the_next_season(months, sentence):
    assert sold_out(months, on=NOVEMBER) == sentence


def test_promised_pieces_are_not_offered(mai):
    listing = factories.listing(of=mai, stock=5)
    listing.product.stockrecords.update(num_allocated=4)
    assert shown(listing).availability.sentence == "Còn 1 chiếc"
    listing.product.stockrecords.update(num_allocated=5)
    assert not shown(listing).availability.can_buy


@pytest.mark.parametrize(("grams", "said"), [(180, "180 g"), (999, "999 g"), (1000, "1 kg"), (5120, "5,1 kg")])
def test_weight_is_said_as_people_say_it(grams, said):
    assert weight(grams) == said


def test_no_price_is_told_where_one_has_to_ask(mai):
    assert shown(factories.listing(of=mai, how_sold=HowSold.ON_REQUEST)).price_dong is None


def test_a_maker_who_agrees_is_named_with_her_village(mai):
    maker = shown(factories.listing(of=mai)).maker
    assert maker.name == "Bà Lò Thị Mai"
    assert maker.village == "bản Na Sang 1"
    assert maker.commune == "xã Núa Ngam"
    assert maker.province == "Điện Biên"
    assert maker.url == f"/nguoi-ban/{mai.pk}/ba-lo-thi-mai/"
    assert maker.commune_url == "/xa/03358/nua-ngam/"
    assert maker.point_phone == "0215000001"


def test_a_maker_who_did_not_agree_is_kind_and_commune_alone(nua_ngam, tuan):
    pang = factories.producer("Chị Quàng Thị Pâng", nua_ngam, consents="goods", about="Tôi là Pâng.")
    pang.picture = let_in(factories.photo_file(7))
    pang.save()
    listing = factories.listing(of=pang)
    found = shown(listing)
    assert found.maker.name == "Hộ sản xuất ở xã Núa Ngam"
    assert found.maker.url == f"/nguoi-ban/{pang.pk}/ho-san-xuat-o-xa-nua-ngam/"
    assert found.maker.picture is None
    assert found.teller == ""
    assert "Pâng" not in repr(found)
    assert "Na Sang 1" not in repr(found)
    assert shown_maker(pang, is_named=False) == found.maker


def test_a_withdrawn_name_is_gone_at_once(mai):
    listing = factories.listing(of=mai)
    ConsentAnswer.objects.filter(consent__producer=mai, scope="name_and_picture").update(withdrawn_at=timezone.now())
    assert "Mai" not in repr(shown(listing))


def test_a_later_consent_takes_the_place_of_the_earlier_one(mai, tuan):
    listing = factories.listing(of=mai)
    factories.consent(mai, "goods", by=tuan, given_at=timezone.now() + timedelta(seconds=1))
    assert not shown(listing).maker.is_named


def test_without_consent_to_sale_it_is_not_on_sale(mai):
    listing = factories.listing(of=mai)
    ConsentAnswer.objects.filter(consent__producer=mai, scope="goods").update(withdrawn_at=timezone.now())
    assert not shown(listing).is_on_sale


def test_a_voice_is_heard_only_with_consent(mai, tuan):
    listing = factories.listing(of=mai)
    add_voice(listing, transcript="Ngày xưa…")
    assert shown(listing).voices == []
    factories.consent(mai, "goods", "name_and_picture", "voice", by=tuan)
    voice = shown(listing).voices[0]
    assert voice.label == "Nghe Bà Lò Thị Mai kể"
    assert voice.language_name == "Tiếng Thái Đen"
    assert voice.opus_url.startswith("/tep/giong/ke")
    assert voice.transcript == "Ngày xưa…"
    factories.consent(mai, "goods", "voice", by=tuan)
    assert shown(listing).voices[0].label == "Nghe người làm kể"


def test_vietnamese_is_not_called_twice(mai, tuan):
    listing = factories.listing(of=mai)
    factories.consent(mai, "goods", "voice", by=tuan)
    add_voice(listing, language="vi")
    assert shown(listing).voices[0].language_name == "Tiếng Việt"


def test_stars_last_as_long_as_the_certificate(mai):
    listing = factories.listing(of=mai)
    factories.certificate(listing, stars=4, issued=date(2024, 1, 10))
    assert shown(listing, on=date(2027, 1, 9)).stars == 4
    gone = shown(listing, on=date(2027, 1, 10))
    assert gone.stars == 0
    assert gone.certificates[0].stars == 0
    assert gone.certificates[0].state == CertificateState.EXPIRED
    assert gone.certificates[0].heading == "Hết hiệu lực sau ngày 09/01/2027"


def test_a_revoked_certificate_is_shown_without_stars(mai):
    listing = factories.listing(of=mai)
    factories.certificate(listing, issued=date(2026, 1, 10), revoked_date=NOVEMBER)
    found = shown(listing)
    assert found.stars == 0
    assert found.certificates[0].heading == "Bị thu hồi ngày 23/11/2026"
    assert ("Cơ quan công nhận", "UBND tỉnh Điện Biên") in found.certificates[0].facts


def test_nobody_sees_a_certificate_that_nobody_checked(mai):
    listing = factories.listing(of=mai)
    factories.certificate(listing, verified=False)
    found = shown(listing)
    assert (found.stars, found.certificates) == (0, [])


def test_the_newest_certificate_in_force_gives_the_badge(mai):
    listing = factories.listing(of=mai)
    factories.certificate(listing, stars=5, issued=date(2022, 1, 10))
    factories.certificate(listing, stars=3, issued=date(2026, 5, 1))
    factories.certificate(listing, stars=4, issued=date(2025, 5, 1))
    found = shown(listing)
    assert found.stars == 3
    assert [(each.stars, each.heading) for each in found.certificates] == [
        (3, "Còn hiệu lực đến hết ngày 30/04/2029"),
        (0, "Đã có giấy chứng nhận mới thay"),
        (0, "Hết hiệu lực sau ngày 09/01/2025"),
    ]


def test_a_draft_shows_what_there_is(mai):
    listing = factories.listing("", of=mai, state=ListingState.DRAFT, story="", product_set_no=None)
    listing.product.stockrecords.all().delete()
    listing.product.story.delete()
    found = shown(listing)
    assert not found.is_on_sale
    assert found.title == "Hàng chưa đặt tên"
    assert found.price_dong is None
    assert found.story == ""
    assert found.photos == []
    assert found.group is None


def test_goods_for_the_own_province_say_so(mai):
    assert shown(factories.listing(of=mai, reach=Reach.OWN_PROVINCE)).reach == Reach.OWN_PROVINCE


def test_a_product_without_listing_shows_nothing(db):
    assert shown_product(4711, on=NOVEMBER) is None


@pytest.mark.parametrize("photos", [1, 3])
def test_all_is_read_with_four_queries(mai, tuan, photos, django_assert_num_queries):
    listing = factories.listing(of=mai, photos=photos)
    for year in range(2023, 2023 + photos):
        factories.certificate(listing, issued=date(year, 5, 1))
    with django_assert_num_queries(3):
        shown(listing)
    factories.consent(mai, "goods", "name_and_picture", "voice", by=tuan)
    add_voice(listing)
    with django_assert_num_queries(4):
        assert len(shown(listing).voices) == 1


def test_a_prepared_query_asks_about_the_day_on_which_it_runs(mai, tuan, monkeypatch):
    listing = factories.listing(of=mai)
    factories.consent(mai, "goods", "name_and_picture", by=tuan, until_date=timezone.localdate() + timedelta(days=3))
    today = timezone.localdate()
    assert shown_product(listing.product_id, on=today).is_on_sale
    later = timezone.now() + timedelta(days=4)
    monkeypatch.setattr(timezone, "now", lambda: later)
    shown = shown_product(listing.product_id, on=today)
    assert (shown.is_on_sale, shown.maker.is_named) == (False, False)
