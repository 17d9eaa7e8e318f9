"""What lies on the stalls of the journeys: things of two producers at Tuấn's point, and a few more to look through."""

from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import ContentFile
from django.utils import timezone

from catalog.listings.models import Listing
from catalog.search.outbox import mark_changed
from catalog.stories.models import Voice
from producers.directory.models import Producer, SupportPoint
from shop import demo
from tests import factories

VOICES = Path(demo.__file__).parent / "voices"
MORE = ("Gùi tre", "Gạo nếp nương", "Măng khô", "Ví lanh")


@dataclass(frozen=True, slots=True)
class Stalls:
    """Things on sale. Mai has no phone, Dua has one. Both send from Điện Biên: a parcel to Hà Nội costs 28.000 đồng."""

    mai: Producer
    dua: Producer
    scarf: Listing
    honey: Listing
    tea: Listing


def fill_the_stalls(mai: Producer, at: SupportPoint) -> Stalls:
    """Put a scarf of Mai's on sale, honey and tea of Dua's, and four things more; the search is told."""
    by = mai.created_by
    factories.consent(mai, "goods", "name_and_picture", "voice", by=by, given_at=timezone.now())
    tua_chua = factories.commune("03217")
    dua = factories.producer("Hộ Sùng A Dua", at, commune=tua_chua, village="bản Hấu Chua", phone="0912000111")
    now = timezone.localdate().month
    scarf = factories.listing("Khăn thổ cẩm Lào", mai, price=250_000, stock=5, photos=3, months=[now])
    honey = factories.listing("Mật ong hoa rừng", dua, price=185_000, stock=8, photos=1, unit="chai", product_set_no=4)
    tea = factories.listing("Chè dây", dua, price=60_000, stock=3, photos=1, unit="gói", product_set_no=11)
    factories.certificate(scarf, stars=4)
    tell_aloud(scarf)
    more = [factories.listing(name, (mai, dua)[place % 2], photos=1) for place, name in enumerate(MORE)]
    mark_changed([each.product_id for each in (scarf, honey, tea, *more)])
    return Stalls(mai, dua, scarf, honey, tea)


def tell_aloud(listing: Listing) -> Voice:
    """Let the listing's story be heard."""
    opus, compatible = (
        ContentFile((VOICES / f"42-khan-pieu.{ending}").read_bytes(), f"{listing.pk}.{ending}")
        for ending in ("webm", "mp3")
    )
    words = "Tôi là Mai, tôi dệt tấm khăn này."
    made: Voice = Voice.objects.create(
        story=listing.product.story, language="vi", opus=opus, compatible=compatible, seconds=28, transcript=words
    )
    return made
