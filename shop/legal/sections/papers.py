"""What the state certified and allowed: OCOP certificates and licences, with the photos of the papers."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone

from catalog.licences.models import Licence
from catalog.ocop.models import Certificate
from common.archives.shapes import Attachment, Row, Section, Table
from shop.legal.dossiers import Dossier
from shop.legal.sections.writing import day, moment, person, scan_file

CERTIFIED = (
    "Mặt hàng",
    "Chủ thể",
    "Sao",
    "Số quyết định",
    "Ngày",
    "Cơ quan",
    "Cấp",
    "Hiệu lực tới",
    "Hôm nay",
    "Đối chiếu",
)
LICENSED = ("Giấy phép", "Cơ quan cấp", "Cấp", "Hiệu lực tới", "Tình trạng", "Người ghi", "Đối chiếu", "Vì sao hết")


def certificates(dossier: Dossier) -> Section:
    """The OCOP certificates."""

    def found() -> QuerySet[Certificate]:
        hers = Certificate.objects.filter(product__listing__in=dossier.listings)
        return hers.select_related("verified_by", "product", "holder").order_by("pk")

    def rows() -> Iterator[Row]:
        today = timezone.localdate()
        for one in found():
            yield (
                str(one.product),
                one.subject,
                str(one.stars),
                one.decision_no,
                day(one.decision_date),
                one.authority,
                day(one.issued_date),
                day(one.last_day_in_force),
                str(one.state_on(today).label),
                f"{moment(one.verified_at)} {person(one.verified_by)}".strip(),
            )

    def scans() -> Iterator[Attachment]:
        for one in found().exclude(scan=""):
            yield scan_file(f"chung-nhan-{one.pk}", f"Ảnh chụp {one.decision_no}, {one.product}", one.scan)

    return Section(
        "chung-nhan",
        "Giấy chứng nhận OCOP",
        "Sao, quyết định, hạn và người đối chiếu; ảnh chụp giấy nếu có.",
        (Table("chung-nhan", "Giấy chứng nhận", CERTIFIED, rows),),
        scans,
    )


def licences(dossier: Dossier) -> Section:
    """The licences of the producer, by which goods with an age limit are sold."""

    def found() -> QuerySet[Licence]:
        hers = Licence.objects.filter(producer=dossier.producer)
        return hers.select_related("recorded_by", "verified_by").order_by("pk")

    def rows() -> Iterator[Row]:
        for one in found():
            yield (
                str(one),
                one.authority,
                day(one.issued_date),
                day(one.until_date),
                one.get_state_display(),
                f"{moment(one.recorded_at)} {person(one.recorded_by)}",
                f"{moment(one.verified_at)} {person(one.verified_by)}".strip(),
                one.end_reason,
            )

    def scans() -> Iterator[Attachment]:
        for one in found().exclude(scan=""):
            yield scan_file(f"giay-phep-{one.pk}", f"Ảnh chụp {one}", one.scan)

    return Section(
        "giay-phep",
        "Giấy phép bán hàng",
        "Giấy phép bán rượu của người bán, ai ghi, ai đối chiếu, với ảnh chụp.",
        (Table("giay-phep", "Giấy phép", LICENSED, rows, "Chưa có giấy phép nào."),),
        scans,
    )
