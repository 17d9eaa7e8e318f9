"""Make real rows for tests, each with believable Vietnamese values."""

from datetime import date, datetime, timedelta
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from oscar.apps.catalogue.models import Product, ProductClass, ProductImage
from oscar.apps.partner.models import Partner, StockRecord
from PIL import Image, ImageDraw

from catalog.changes.facts import live_facts
from catalog.changes.models import ChangeRequest
from catalog.changes.services import left_alone
from catalog.listings.models import Listing, ListingPhoto
from catalog.listings.states import HowSold, ListingState
from catalog.ocop.models import Certificate
from catalog.stories.models import Story
from common.pictures.intake import let_in, written_anew
from common.policies.services import accept
from common.policies.texts import asked_versions
from producers.consents.models import Consent, ConsentAnswer, ConsentProof, ConsentText
from producers.consents.proofs.services import keep_proofs
from producers.consents.states import ConsentScope, ProofKind
from producers.directory.models import Membership, Producer, SupportPoint
from producers.directory.states import PayoutWay, ProducerKind, ProducerState, Role
from producers.places.models import Commune, Province

_number = count(1)
VOICE = Path(__file__).resolve().parents[2] / "shop" / "demo" / "voices" / "57-mat-ong-muong-mit"

PLACES = {
    "03358": ("Núa Ngam", "commune", "11", "Điện Biên", "province"),
    "03217": ("Tủa Chùa", "commune", "11", "Điện Biên", "province"),
    "03127": ("Điện Biên Phủ", "ward", "11", "Điện Biên", "province"),
    "03478": ("Sìn Hồ", "commune", "12", "Lai Châu", "province"),
    "20900": ("Trà My", "commune", "48", "Đà Nẵng", "city"),
    "00070": ("Hoàn Kiếm", "ward", "01", "Hà Nội", "city"),
}


READ = (ListingState.APPROVED, ListingState.PAUSED, ListingState.SUSPENDED, ListingState.RETIRED)
"""Where a listing stands whose title an approver has let pass."""


def commune(code: str = "03358") -> Commune:
    """One of the communes of PLACES, with its province."""
    name, kind, province_code, province_name, province_kind = PLACES[code]
    province, _ = Province.objects.get_or_create(
        code=province_code, defaults={"name": province_name, "kind": province_kind}
    )
    found, _ = Commune.objects.get_or_create(
        code=code,
        defaults={"name": name, "kind": kind, "province": province, "latitude": 21.3, "longitude": 103.0},
    )
    return found


def user(username: str, full_name: str, *, accepts: bool = True, **fields: Any) -> Any:
    """A person with a sign-in who has accepted the texts in force; the password is "cho-phien"."""
    family, _, given = full_name.rpartition(" ")
    person = get_user_model().objects.create_user(
        username, password="cho-phien", first_name=given, last_name=family, **fields
    )
    if accepts:
        accept(asked_versions(on=timezone.localdate()), subject=person, by=person)
    return person


def point(name: str = "Điểm hỗ trợ xã Núa Ngam", commune_code: str = "03358") -> SupportPoint:
    """A support point."""
    return SupportPoint.objects.create(name=name, commune=commune(commune_code), phone="0215000001")


def officer(username: str, full_name: str, at: SupportPoint) -> Any:
    """An officer of a point."""
    person = user(username, full_name)
    Membership.objects.create(user=person, role=Role.OFFICER, point=at)
    return person


def helper(username: str, full_name: str, at: SupportPoint) -> Any:
    """A helper of a point."""
    person = user(username, full_name)
    Membership.objects.create(user=person, role=Role.HELPER, point=at)
    return person


def producer(
    name: str = "Bà Lò Thị Mai",
    at: SupportPoint | None = None,
    consents: str = "goods name_and_picture",
    **fields: Any,
) -> Producer:
    """A producer served by a point, with a recorded consent for the named scopes."""
    at = at or SupportPoint.objects.first() or point()
    by = fields.pop("created_by", None) or get_user_model().objects.first() or user("ai-do", "Ai Đó")
    made: Producer = Producer.objects.create(
        partner=Partner.objects.create(name=name),
        name=name,
        kind=fields.pop("kind", ProducerKind.PRODUCTION_HOUSEHOLD),
        commune=fields.pop("commune", at.commune),
        village=fields.pop("village", "bản Na Sang 1"),
        point=at,
        payout_way=PayoutWay.CASH_AT_POINT,
        created_by=by,
        state=fields.pop("state", ProducerState.APPROVED),
        **fields,
    )
    if consents:
        consent(made, *consents.split(), by=by)
    return made


def consent(
    of: Producer, *scopes: str, by: Any, given_at: datetime | None = None, until_date: date | None = None
) -> Consent:
    """Her yes to the named scopes and no to the others; for ever unless a last day is given."""
    text, _ = ConsentText.objects.get_or_create(
        version=2,
        language="vi",
        defaults={"body": "Bà con đồng ý cho điểm hỗ trợ…", "valid_from": date(2026, 11, 26)},
    )
    made = Consent.objects.create(
        producer=of,
        text=text,
        language_read="blt",
        witness_name="Lò Văn Chứng",
        given_at=given_at or timezone.now(),
        recorded_by=by,
        at_point=of.point,
    )
    for scope in ConsentScope:
        ConsentAnswer.objects.create(consent=made, scope=scope, is_given=scope in scopes, until_date=until_date)
    return made


def proof(of: Consent, *, by: Any, kind: str = ProofKind.PICTURE) -> ConsentProof:
    """A kept photo of a signature, or a kept recording of her answer."""
    content = written_anew(photo_file()) if kind == ProofKind.PICTURE else VOICE.with_suffix(".mp3").read_bytes()
    keep_proofs(of, [(ProofKind(kind), content)], by=by)
    made: ConsentProof = of.proofs.latest("pk")
    return made


def voice_file(ending: str = ".mp3") -> BytesIO:
    """A real recording of 28 seconds."""
    file = BytesIO(VOICE.with_suffix(ending).read_bytes())
    file.name = f"giong{ending}"
    return file


def photo_file(seed: int = 1, size: tuple[int, int] = (800, 600), image_format: str = "JPEG") -> BytesIO:
    """The bytes of a drawn photo, different for every seed."""
    image = Image.new("RGB", size, (40 + seed * 37 % 200, 120, 90))
    ImageDraw.Draw(image).ellipse([seed % 90, 40, 300 + seed % 90, 340], fill=(200, 60 + seed % 120, 40))
    file = BytesIO()
    image.save(file, image_format)
    file.seek(0)
    file.name = f"anh-{seed}.{image_format.lower()}"
    return file


def product_class() -> ProductClass:
    """The one product class of the market."""
    found, _ = ProductClass.objects.get_or_create(
        slug="hang-cho-phien",
        defaults={"name": "Hàng chợ phiên", "track_stock": True, "requires_shipping": True},
    )
    return found


def listing(
    title: str = "Khăn thổ cẩm Lào",
    of: Producer | None = None,
    *,
    price: int = 250_000,
    stock: int = 5,
    state: str = ListingState.APPROVED,
    photos: int = 0,
    story: str = "Cô dâu dệt tấm khăn này trước ngày cưới.",
    **fields: Any,
) -> Listing:
    """A listing with product, stock record and story; on sale unless another state is given."""
    of = of or Producer.objects.first() or producer()
    description = fields.pop("description", "Khăn dệt tay, nhuộm lá rừng.")
    product = _product(title, of, price, stock, description=description, is_public=state == ListingState.APPROVED)
    Story.objects.create(product=product, text=story, teller=of.name)
    made: Listing = Listing.objects.create(
        product=product,
        producer=of,
        state=state,
        product_set_no=fields.pop("product_set_no", 22),
        unit=fields.pop("unit", "chiếc"),
        weight_grams=fields.pop("weight_grams", 300),
        how_sold=fields.pop("how_sold", HowSold.STOCK),
        created_by=of.created_by,
        submitted_at=timezone.now() if state != ListingState.DRAFT else None,
        approved_title=fields.pop("approved_title", title if state in READ else ""),
        **fields,
    )
    for seed in range(photos):
        add_photo(made, seed + made.pk * 10)
    return made


def _product(title: str, of: Producer, price: int, stock: int, **fields: Any) -> Product:
    product = Product.objects.create(structure=Product.STANDALONE, product_class=product_class(), title=title, **fields)
    StockRecord.objects.create(
        product=product,
        partner=of.partner,
        partner_sku=f"CP{next(_number)}",
        price_currency="VND",
        price=price,
        num_in_stock=stock,
        num_allocated=0,
    )
    return product


def add_photo(to: Listing, seed: int = 1, size: tuple[int, int] = (400, 300)) -> ListingPhoto:
    """One more photo of the listing."""
    picture = let_in(photo_file(seed, size))
    image = ProductImage.objects.create(
        product=to.product, original=picture.path(1000), caption="Khăn trải phẳng", display_order=seed
    )
    made: ListingPhoto = ListingPhoto.objects.create(image=image, picture=picture)
    return made


def certificate(
    of: Listing, *, stars: int = 4, issued: date | None = None, verified: bool = True, **fields: Any
) -> Certificate:
    """A certificate of the listing's product, issued a year ago unless said otherwise."""
    made: Certificate = Certificate.objects.create(
        product=of.product,
        holder=of.producer,
        stars=stars,
        decision_no="VD-01/QĐ-UBND",
        decision_date=issued or date.today() - timedelta(days=365),  # noqa: DTZ011
        authority="UBND tỉnh Điện Biên",
        issued_date=issued or date.today() - timedelta(days=365),  # noqa: DTZ011
        verified_at=timezone.now() if verified else None,
        **fields,
    )
    return made


def change(of: Listing, *, state: str = "draft", by: Any = None, **wanted: Any) -> ChangeRequest:
    """A change of a listing on sale that wants these facts; by its producer's officer unless said otherwise."""
    by = by or of.created_by
    live = live_facts(of)
    made: ChangeRequest = ChangeRequest.objects.create(
        listing=of,
        state=state,
        base=live,
        wanted={name: fact for name, fact in {**live, **wanted}.items() if name not in left_alone(of)},
        created_by=by,
        submitted_by=by if state != "draft" else None,
        submitted_at=timezone.now() if state != "draft" else None,
    )
    for place, (picture, caption) in enumerate(live["photos"]):
        made.photos.create(picture_id=picture, caption=caption, place=place)
    return made
