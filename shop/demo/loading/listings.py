"""The demo's goods: 82 on sale with stories, voices and certificates, and a few on their way to approval."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from django.contrib.auth.models import User
from django.core.files import File
from django.utils import timezone
from oscar.apps.catalogue.models import Product, ProductClass, ProductImage
from oscar.apps.partner.models import StockRecord

from catalog.listings.models import Listing, ListingPhoto
from catalog.listings.states import ListingState, Reach
from catalog.listings.visibility import settle
from catalog.stories.models import Story, Voice
from common.audit.services import record
from common.pictures.models import Picture
from producers.directory.models import Membership, Producer
from producers.directory.states import Role
from shop.demo import catalogue
from shop.demo.loading.certificates import certify

PRODUCT_CLASS = {"name": "Hàng chợ phiên", "track_stock": True, "requires_shipping": True}
ON_THE_WAY = {
    14: (ListingState.SUBMITTED, "gói 1 kg", 3),
    31: (ListingState.SUBMITTED, "chai 1 l", 2),
    46: (ListingState.SUBMITTED, "túi 10 kg", 2),
    70: (ListingState.SUBMITTED, "gói 500 g", 2),
    18: (ListingState.IN_REVIEW, "gói 2 kg", 4),
    19: (ListingState.REJECTED, "thùng 5 kg", 9),
    1: (ListingState.CHANGES_REQUESTED, "hộp 250 g", 2),
    37: (ListingState.DRAFT, "bộ 2 chiếc", 2),
    11: (ListingState.DRAFT, "túi 5 kg", 5),
}
"""Second pack sizes that are not on sale yet: product number to state, unit, and how many times the price."""
REJECT_REASON = "Thùng này ghép hàng của nhiều nhà, chưa rõ ai làm món nào. Xin ghi riêng hàng của từng nhà."
RETURN_REASON = "Xin chụp thêm ảnh nhãn gói mới, thấy rõ khối lượng và hạn dùng."


def load_listings(
    market: catalogue.Market, producers: dict[str, Producer], pictures: dict[Path, Picture]
) -> dict[int, Listing]:
    """The listings on sale by product number; the others are made besides."""
    approvers = {
        membership.province_id: membership.user
        for membership in Membership.objects.filter(role=Role.APPROVER).select_related("user")
    }
    product_class, _ = ProductClass.objects.get_or_create(slug="hang-cho-phien", defaults=PRODUCT_CLASS)
    on_sale = {}
    for product in market.products:
        maker = producers[product.producer]
        approver = approvers[maker.commune.province_id]
        photos = [(path, pictures[path]) for path in product.pictures]
        listing = _load(product, maker, product_class, photos)
        _approve(listing, approver, price_dong=product.price_dong, days_ago=product.no % 40 + 1)
        certify(product, listing, approver)
        on_sale[product.no] = listing
        if product.no in ON_THE_WAY:
            _second_size(product, maker, product_class, photos, approver)
    settle(listing.product_id for listing in on_sale.values())
    return on_sale


def _load(
    product: catalogue.Product,
    maker: Producer,
    product_class: ProductClass,
    photos: list[tuple[Path, Picture]],
    *,
    title: str = "",
    unit: str = "",
    times: int = 1,
) -> Listing:
    """Make the Oscar product with stock, story, photos and listing, as a draft."""
    row = _stock(product, maker, product_class, title=title or product.name, unit=unit or product.unit, times=times)
    _tell(product, row, maker)
    _show(product, row, photos)
    made: Listing = Listing.objects.create(
        product=row,
        producer=maker,
        product_set_no=product.product_set,
        unit=unit or product.unit,
        weight_grams=product.weight_grams * times,
        how_sold=product.how_sold,
        reach=Reach.OWN_PROVINCE if product.delivers_to == Reach.OWN_PROVINCE else Reach.EVERYWHERE,
        days_to_make=product.lead_days,
        months=list(product.months),
        season_note=product.season_note,
        origin_group=product.origin_group,
        details=[list(pair) for pair in product.details],
        created_by=maker.created_by,
    )
    return made


def _stock(
    product: catalogue.Product, maker: Producer, product_class: ProductClass, *, title: str, unit: str, times: int
) -> Product:
    row = Product.objects.create(
        title=title,
        description=product.description.replace(f"{product.unit.capitalize()}.", f"{unit.capitalize()}."),
        product_class=product_class,
        structure=Product.STANDALONE,
        is_public=False,
    )
    StockRecord.objects.create(
        product=row,
        partner=maker.partner,
        partner_sku=f"M{row.pk}",
        price_currency="VND",
        price=None if product.price_dong is None else Decimal(product.price_dong * times),
        num_in_stock=product.stock if _is_in_season(product) else 0,
        num_allocated=0,
    )
    return row


def _is_in_season(product: catalogue.Product) -> bool:
    """Fresh things are there in their months only; what is dried or made is there all year."""
    return not product.is_fresh or timezone.localdate().month in product.months


def _show(product: catalogue.Product, row: Product, photos: list[tuple[Path, Picture]]) -> None:
    for order, (_path, picture) in enumerate(photos):
        caption = f"{product.name}, ảnh {order + 1}"
        image = ProductImage.objects.create(
            product=row, original=picture.path(1000), caption=caption, display_order=order
        )
        ListingPhoto.objects.create(image=image, picture=picture)


def _tell(product: catalogue.Product, row: Product, maker: Producer) -> None:
    story = Story.objects.create(product=row, teller=maker.name, text=product.story)
    if product.voice is None:
        return
    voice = Voice(
        story=story,
        language=product.voice.language,
        seconds=product.voice.seconds,
        transcript=product.story,
        note=product.voice.note,
    )
    for field, path in ((voice.opus, product.voice.webm), (voice.compatible, product.voice.mp3)):
        with path.open("rb") as file:
            field.save(path.name, File(file), save=False)
    voice.save()


def _approve(listing: Listing, approver: User, *, price_dong: int | None, days_ago: int) -> None:
    decided_at = timezone.now() - timedelta(days=days_ago)
    listing.state = ListingState.APPROVED
    listing.submitted_by = listing.created_by
    listing.submitted_at = decided_at - timedelta(hours=20)
    listing.decided_by = approver
    listing.decided_at = decided_at
    listing.approved_price_dong = price_dong
    listing.approved_title = listing.product.title
    listing.save()
    Product.objects.filter(pk=listing.product_id).update(date_created=decided_at)
    maker = listing.producer
    record("listing.submitted", by=listing.created_by, subject=listing, on_behalf_of=maker, at_point=maker.point)
    record("listing.approved", by=approver, subject=listing, on_behalf_of=maker)


def _second_size(
    product: catalogue.Product,
    maker: Producer,
    product_class: ProductClass,
    photos: list[tuple[Path, Picture]],
    approver: User,
) -> None:
    state, unit, times = ON_THE_WAY[product.no]
    listing = _load(product, maker, product_class, photos, title=f"{product.name}, {unit}", unit=unit, times=times)
    if state == ListingState.DRAFT:
        _let_the_group_have_typed(listing)
        return
    listing.state = state
    listing.submitted_by = listing.created_by
    listing.submitted_at = timezone.now() - timedelta(days=product.no % 4, hours=3)
    record("listing.submitted", by=listing.created_by, subject=listing, on_behalf_of=maker, at_point=maker.point)
    if state == ListingState.CHANGES_REQUESTED:
        listing.decided_by, listing.decided_at, listing.return_reason = approver, timezone.now(), RETURN_REASON
        record("listing.returned", by=approver, subject=listing, on_behalf_of=maker, reason=RETURN_REASON)
    elif state == ListingState.REJECTED:
        listing.decided_by, listing.decided_at, listing.return_reason = approver, timezone.now(), REJECT_REASON
        record("listing.rejected", by=approver, subject=listing, on_behalf_of=maker, reason=REJECT_REASON)
    elif state == ListingState.IN_REVIEW:
        listing.reviewer = approver
        record("listing.taken_up", by=approver, subject=listing, on_behalf_of=maker)
    listing.save()


def _let_the_group_have_typed(draft: Listing) -> None:
    """Where the point has a community digital group, one of it wrote the draft."""
    role = Membership.objects.filter(role=Role.HELPER, point=draft.producer.point).select_related("user").first()
    if role:
        draft.created_by = role.user
        draft.save(update_fields=["created_by"])
