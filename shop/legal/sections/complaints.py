"""What was complained of, and what was answered."""

from collections.abc import Iterator
from functools import partial

from django.db.models import Q

from common.archives.shapes import Row, Section, Table
from shop.feedback.models import Complaint
from shop.legal.dossiers import Dossier
from shop.legal.sections.writing import day, moment, person

COLUMNS = (
    "Số",
    "Nhận lúc",
    "Về",
    "Chuyện gì",
    "Lời khiếu nại",
    "Tình trạng",
    "Hạn trả lời",
    "Người khiếu nại",
    "Trả lời",
    "Hồ sơ",
)


def complaints(dossier: Dossier) -> Section:
    """Every complaint with its answers.

    Who complained stands only in the file that law asks for; what is said of the support point stands in no file that
    the point can take along.
    """
    return Section(
        "khieu-nai",
        "Khiếu nại",
        "Mọi khiếu nại và lời trả lời, cả từ hồ sơ đã gộp vào hồ sơ này."
        + ("" if dossier.is_duty else " Không ghi người khiếu nại, không có khiếu nại về điểm hỗ trợ."),
        (Table("khieu-nai", "Khiếu nại", COLUMNS, partial(_rows, dossier), "Chưa có khiếu nại nào."),),
    )


def _rows(dossier: Dossier) -> Iterator[Row]:
    theirs = Complaint.objects.filter(producer__in=list(dossier.records))
    found = theirs.select_related("listing", "consignment", "producer")
    if dossier.listing:
        in_parcel = Q(consignment__lines__order_line__product=dossier.listing.product_id)
        found = found.filter(Q(listing=dossier.listing) | in_parcel).distinct()
    if not dossier.is_duty:
        found = found.filter(is_about_point=False)
    for one in found.prefetch_related("replies__by").order_by("received_at", "pk"):
        answers = [f"{moment(reply.at)} {person(reply.by)}: {reply.words}" for reply in one.replies.all()]
        yield (
            one.number,
            moment(one.received_at),
            one.about,
            one.get_kind_display(),
            one.words,
            one.get_state_display(),
            day(one.due_date),
            f"{one.phone} {one.email}".strip() if dossier.is_duty else "",
            "\n".join(answers),
            dossier.records[one.producer_id],
        )
