"""What authorities asked for and what the market restricted: each with its hours or days, and how it was kept to."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from catalog.moderation.models import AuthorityRequest, Restriction
from catalog.moderation.states import RequestKind
from common.archives.shapes import Attachment, Row, Section, Table
from shop.legal.dossiers import Dossier
from shop.legal.sections.writing import day, moment, person, scan_file

ASKED = (
    "Cơ quan",
    "Văn bản",
    "Yêu cầu",
    "Về",
    "Nhận lúc",
    "Hạn",
    "Tình trạng",
    "Làm xong lúc",
    "Đúng hạn",
    "Người làm",
    "Trả lời",
)
RESTRICTED = (
    "Về",
    "Lý do",
    "Căn cứ",
    "Báo trước lúc",
    "Sớm nhất từ ngày",
    "Lời đáp của người bán",
    "Tình trạng",
    "Hạn chế lúc",
    "Kết thúc lúc",
)


def measures(dossier: Dossier) -> Section:
    """Requests of authorities and restrictions with the notice given before.

    What an authority asked to know of her stands only in the file that law asks for.
    """
    return Section(
        "yeu-cau-va-han-che",
        "Yêu cầu của cơ quan, hạn chế bán",
        "Cơ quan nào yêu cầu gì, làm xong lúc nào, có đúng hạn không; hạn chế nào đã báo trước, người bán đáp gì.",
        (
            Table("yeu-cau", "Yêu cầu của cơ quan", ASKED, lambda: _asked(dossier), "Chưa có yêu cầu nào."),
            Table("han-che", "Hạn chế bán", RESTRICTED, lambda: _restricted(dossier), "Chưa có hạn chế nào."),
        ),
        lambda: _scans(dossier),
    )


def _requests(dossier: Dossier) -> QuerySet[AuthorityRequest]:
    found = AuthorityRequest.objects.filter(producer=dossier.producer)
    if not dossier.is_duty:
        found = found.filter(kind=RequestKind.TAKEDOWN)
    if dossier.listing:
        found = found.filter(Q(names_all=True) | Q(listings=dossier.listing)).distinct()
    return found.order_by("received_at", "pk")


def _scans(dossier: Dossier) -> Iterator[Attachment]:
    for one in _requests(dossier).exclude(scan=""):
        yield scan_file(f"van-ban-{one.pk}", f"Ảnh chụp văn bản {one}", one.scan)


def _asked(dossier: Dossier) -> Iterator[Row]:
    for one in _requests(dossier).select_related("done_by").prefetch_related("listings__product"):
        yield (
            one.authority,
            one.document_no,
            f"{one.get_kind_display()}: {one.reason}",
            "Mọi mặt hàng" if one.names_all else ", ".join(str(each) for each in one.listings.all()),
            moment(one.received_at),
            moment(one.due_at),
            one.get_state_display(),
            moment(one.done_at),
            "" if one.done_at is None else "Đúng hạn" if one.was_in_time else "Trễ hạn",
            person(one.done_by),
            one.answer,
        )


def _restricted(dossier: Dossier) -> Iterator[Row]:
    found = Restriction.objects.filter(producer=dossier.producer)
    if dossier.listing:
        found = found.filter(Q(listing=None) | Q(listing=dossier.listing))
    for one in found.select_related("listing__product", "producer").order_by("sent_at", "pk"):
        yield (
            str(one),
            one.reason,
            one.source,
            moment(one.sent_at),
            day(one.earliest_date),
            one.answer,
            one.get_state_display(),
            moment(one.carried_out_at),
            moment(one.ended_at),
        )
