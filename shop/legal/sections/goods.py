"""What she sells: listings with their checks, stories with voices."""

from collections.abc import Iterator

from django.db.models import F

from catalog.approvals.queries import risk_of
from catalog.listings.models import ListingPhoto
from catalog.stories.models import Story, Voice
from common.archives.shapes import Attachment, Row, Section, Table
from common.audit.sentences import told
from producers.directory.languages import language_name
from shop.legal.dossiers import Dossier
from shop.legal.retention import listing_kept_until
from shop.legal.sections.acts import DECIDED, acts_of
from shop.legal.sections.writing import day, moment, money, person, stored_file

AT_ONCE = 200
NOT_KEPT = "Quyết định từ trước khi chợ giữ lại điều này."
PHOTO_WIDTH = 1000
FINDINGS = ("Số", "Tên hàng", "Điểm", "Điều thấy", "Nguồn")
CHECKED = ("Lúc", "Quyết định", "Điều thấy")


def listings(dossier: Dossier) -> Section:
    """Every listing in every state, with its photos."""

    def rows() -> Iterator[Row]:
        found = dossier.listings.select_related("product", "created_by", "submitted_by", "decided_by").order_by("pk")
        for one in found.annotate(price=F("product__stockrecords__price")).iterator(AT_ONCE):
            yield (
                str(one.pk),
                str(one),
                one.get_state_display(),
                money(one.price),
                one.unit,
                one.product_set.name if one.product_set else "",
                one.product.description or "",
                moment(one.product.date_created),
                person(one.created_by),
                f"{moment(one.submitted_at)} {person(one.submitted_by)}".strip(),
                f"{moment(one.decided_at)} {person(one.decided_by)}".strip(),
                day(listing_kept_until(one)),
            )

    def photos() -> Iterator[Attachment]:
        found = ListingPhoto.objects.filter(image__product__listing__in=dossier.listings).select_related("picture")
        for photo in found.select_related("image__product__listing").order_by("image__product", "image__display_order"):
            listing = photo.image.product.listing
            title = f"Ảnh của {listing}: {photo.image.caption or 'không ghi chú'}"
            yield stored_file(f"anh-{listing.pk}-{photo.pk}.webp", title, photo.picture.path(PHOTO_WIDTH))

    columns = ("Số", "Tên hàng", "Tình trạng", "Giá", "Tính theo", "Bộ sản phẩm", "Đó là gì", "Mở hồ sơ", "Người mở")
    return Section(
        "hang",
        "Hàng hoá",
        "Mọi mặt hàng ở mọi tình trạng, kể cả đã ngừng bán, với ảnh.",
        (Table("hang", "Mặt hàng", (*columns, "Gửi duyệt", "Quyết định", "Giữ ít nhất tới"), rows),),
        photos,
    )


def content_check(dossier: Dossier) -> Section:
    """What the rules found in each listing and change when it was decided on, and find as it stands today."""

    def then() -> Iterator[Row]:
        for entry in acts_of(dossier).filter(action__in=DECIDED).iterator(AT_ONCE):
            found = entry.after.get("findings", [NOT_KEPT])
            yield (moment(entry.at), told(entry).whole, "\n".join(found))

    def today() -> Iterator[Row]:
        for one in dossier.listings.filter(submitted_at__isnull=False).select_related("product").order_by("pk"):
            for finding in risk_of(one):
                yield (str(one.pk), str(one), str(finding.points), finding.sentence, finding.source)

    return Section(
        "kiem-tra-noi-dung",
        "Kiểm tra nội dung",
        "Điều mà bộ quy tắc thấy trong từng mặt hàng và bản sửa lúc có người quyết định, và thấy hôm nay.",
        (
            Table("khi-quyet-dinh", "Thấy khi quyết định", CHECKED, then, "Chưa quyết định lần nào."),
            Table("hom-nay", "Thấy hôm nay", FINDINGS, today, "Không thấy điều gì."),
        ),
    )


def stories(dossier: Dossier) -> Section:
    """The stories and voices."""
    listings = dossier.listings

    def rows() -> Iterator[Row]:
        for story in Story.objects.filter(product__listing__in=listings).select_related("product").order_by("pk"):
            yield (str(story.product), story.teller, story.text)

    def voices() -> Iterator[Attachment]:
        found = Voice.objects.filter(story__product__listing__in=listings).select_related("story__product")
        for voice in found.order_by("pk"):
            title = f"Giọng kể {voice.story.product}, {language_name(voice.language)}, {voice.seconds} giây"
            yield stored_file(f"giong-{voice.pk}.webm", title, str(voice.opus))

    return Section(
        "cau-chuyen",
        "Câu chuyện và giọng kể",
        "Lời kể của người làm hàng, và các bản ghi giọng.",
        (Table("cau-chuyen", "Câu chuyện", ("Mặt hàng", "Người kể", "Lời kể"), rows),),
        voices,
    )
