"""Make a large market of believable things, fast and always the same."""

import random
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from oscar.apps.catalogue.models import Product, ProductClass, ProductImage
from oscar.apps.partner.models import Partner, StockRecord

from catalog.listings.models import Listing, ListingPhoto
from catalog.listings.states import ListingState
from catalog.ocop.models import Certificate
from catalog.stories.models import Story
from common.audit.models import AuditEntry
from common.audit.words import words_of
from common.pictures.models import Picture
from common.text import fold, slugify
from producers.consents.models import Consent, ConsentAnswer
from producers.consents.services import current_text
from producers.consents.states import ConsentScope
from producers.directory.models import Producer, SupportPoint
from producers.directory.states import PayoutWay, ProducerKind, ProducerState
from producers.places.models import Commune

PRODUCTS_OF_ONE = 10
"""A producer sells ten things, so that a market of 100,000 has 10,000 of them."""
ACTS = (
    "listing.created",
    *["listing.saved"] * 5,
    "listing.submitted",
    "listing.taken_up",
    "listing.approved",
    "stock.changed",
)
"""What is written down of every listing, so that a market of 100,000 has a trail of a million acts."""
BATCH = 2_000
THINGS = ["Trà", "Gạo", "Mật ong", "Măng khô", "Khăn thêu", "Túi vải", "Cà phê", "Thảo quả", "Miến dong", "Giấm", "Lạc"]
WORDS = """cổ thụ nương rừng gác bếp sao tay hoa bản núi suối thơm đỏ trắng xanh mùa sớm nhà làm đan dệt""".split()  # noqa: SIM905
PROVINCES = ("11", "12", "48")


def make_market(products: int) -> None:
    """Fill an empty database with so many approved listings, ten of each producer, in three provinces."""
    rng = random.Random(products)
    with transaction.atomic():
        makers = _makers(rng, products // PRODUCTS_OF_ONE)
    by = get_user_model().objects.create_user("bench")
    product_class = ProductClass.objects.create(name="Hàng chợ phiên", slug="hang-cho-phien", track_stock=True)
    picture = Picture.objects.create(digest="0" * 64, width=1000, height=1000, colour="#8a6d4f")
    for start in range(0, products, BATCH):
        numbers = range(start, min(start + BATCH, products))
        _batch(numbers, rng, makers, product_class, picture, by.pk)


def _makers(rng: random.Random, wanted: int) -> list[Producer]:
    by = get_user_model().objects.create_user("bench-officer")
    communes = list(Commune.objects.filter(province__in=PROVINCES).order_by("code"))
    text = current_text("vi")
    makers = []
    for number in range(wanted):
        commune = communes[number % len(communes)]
        name = f"Hộ {rng.choice(['Lò', 'Vàng', 'Giàng', 'Quàng', 'Hồ'])} Số {number}"
        point, _ = SupportPoint.objects.get_or_create(name=f"Điểm hỗ trợ {commune.name}", commune=commune)
        maker = Producer.objects.create(
            partner=Partner.objects.create(name=name),
            name=name,
            kind=rng.choice(ProducerKind.values),
            commune=commune,
            village=f"bản {number % 9 + 1}",
            point=point,
            payout_way=PayoutWay.CASH_AT_POINT,
            state=ProducerState.APPROVED,
            created_by=by,
        )
        consent = Consent.objects.create(
            producer=maker,
            text=text,
            language_read="vi",
            witness_name="Người làm chứng",
            given_at=timezone.now(),
            recorded_by=by,
            at_point=point,
        )
        ConsentAnswer.objects.bulk_create(
            ConsentAnswer(consent=consent, scope=scope, is_given=True) for scope in ConsentScope
        )
        makers.append(maker)
    return makers


def _batch(
    numbers: range, rng: random.Random, makers: list[Producer], product_class: ProductClass, picture: Picture, by: int
) -> None:
    titles = [f"{rng.choice(THINGS)} {' '.join(rng.sample(WORDS, 3))} số {number}" for number in numbers]
    products = Product.objects.bulk_create(
        Product(
            title=title,
            slug=slugify(title),
            description=" ".join(rng.choices(WORDS, k=20)),
            product_class=product_class,
            structure=Product.STANDALONE,
            is_public=True,
        )
        for title in titles
    )
    listings = [_listing(product, rng.choice(makers), rng, by) for product in products]
    Listing.objects.bulk_create(listings)
    StockRecord.objects.bulk_create(_stock(listings, rng))
    Story.objects.bulk_create(
        Story(product=product, text=" ".join(rng.choices(WORDS, k=60)), teller="Người kể") for product in products
    )
    images = ProductImage.objects.bulk_create(
        ProductImage(product=product, original=picture.path(1000), caption=product.title, display_order=0)
        for product in products
    )
    ListingPhoto.objects.bulk_create(ListingPhoto(image=image, picture=picture) for image in images)
    Certificate.objects.bulk_create(_certificates(listings[::3], rng))
    AuditEntry.objects.bulk_create(_trail(listings, by))


def _listing(product: Product, maker: Producer, rng: random.Random, by: int) -> Listing:
    now = timezone.now()
    return Listing(
        product=product,
        producer=maker,
        state=ListingState.APPROVED,
        title_folded=fold(product.title),
        approved_title=product.title,
        product_set_no=rng.choice((1, 3, 4, 7, 10, 11, 13, 20, 21, 22)),
        unit="gói",
        weight_grams=rng.randrange(100, 3000, 100),
        created_by_id=by,
        submitted_at=now,
        decided_at=now - timedelta(minutes=product.pk),
    )


def _stock(listings: list[Listing], rng: random.Random) -> Iterator[StockRecord]:
    for listing in listings:
        yield StockRecord(
            product=listing.product,
            partner_id=listing.producer.partner_id,
            partner_sku=f"B{listing.product_id}",
            price_currency="VND",
            price=Decimal(rng.randrange(20, 900) * 1000),
            num_in_stock=1_000_000 if rng.random() < 0.9 else 0,
            num_allocated=0,
        )


def _trail(listings: list[Listing], by: int) -> Iterator[AuditEntry]:
    kind = ContentType.objects.get_for_model(Listing)
    for listing in listings:
        maker, title = listing.producer, str(listing.product)
        words = words_of("bench", maker.name, title)
        for act in ACTS:
            yield AuditEntry(
                action=act,
                by_id=by,
                by_name="bench",
                on_behalf_of_id=maker.pk,
                on_behalf_of_name=maker.name,
                at_point_id=maker.point_id,
                at_point_name=str(maker.point),
                subject_type=kind,
                subject_id=str(listing.pk),
                subject_name=title,
                words=words,
            )


def _certificates(listings: list[Listing], rng: random.Random) -> Iterator[Certificate]:
    today = timezone.localdate()
    for listing in listings:
        issued = today - timedelta(days=rng.randrange(10, 1300))
        yield Certificate(
            product=listing.product,
            holder=listing.producer,
            stars=rng.choice((3, 3, 3, 4, 5)),
            decision_no="01/QĐ-UBND",
            decision_date=issued,
            authority="UBND tỉnh",
            issued_date=issued,
            expires_date=issued + timedelta(days=1095),
            verified_at=timezone.now(),
        )
