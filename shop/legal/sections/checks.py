"""How it was made sure who the producer is: every check of identity, and the law that asks for one."""

from collections.abc import Iterator

from common.archives.shapes import Row, Section, Table
from producers.identity.models import IdentityCheck
from shop.legal.dossiers import Dossier
from shop.legal.sections.writing import day, moment, person


def identity(dossier: Dossier) -> Section:
    """Every check with its result; of a paper's number only the last four characters are known."""

    def rows() -> Iterator[Row]:
        checks = IdentityCheck.objects.filter(producer=dossier.producer).select_related("checked_by", "at_point")
        for check in checks.order_by("checked_at", "pk"):
            yield (
                moment(check.checked_at),
                check.get_method_display(),
                f"{check.get_paper_display()} …{check.tail}" if check.tail else check.get_paper_display(),
                "Khớp" if check.is_valid else "Không khớp",
                day(check.valid_until),
                person(check.checked_by),
                str(check.at_point or ""),
            )

    columns = ("Lúc", "Cách kiểm tra", "Giấy tờ", "Kết quả", "Giấy có hạn đến", "Người kiểm tra", "Tại")
    return Section(
        "danh-tinh",
        "Kiểm tra danh tính",
        "Ai đã xem giấy tờ nào, lúc nào. Chợ không giữ ảnh và không giữ cả số giấy.",
        (Table("danh-tinh", "Các lần kiểm tra", columns, rows, "Chưa kiểm tra lần nào."),),
    )
