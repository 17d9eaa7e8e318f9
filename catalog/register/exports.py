"""What the register says of each certificate in a table to take along."""

from collections.abc import Iterable, Iterator, Sequence

from catalog.register.entries import Entry
from common.archives.tables import Cell

HEAD = (
    *("Sản phẩm", "Bộ sản phẩm", "Chủ thể", "Xã, phường", "Tỉnh, thành phố", "Số sao", "Số quyết định"),
    *("Ngày quyết định", "Cơ quan công nhận", "Số giấy chứng nhận", "Còn hiệu lực đến hết ngày", "Tình trạng"),
    *("Trang trên chợ", "Ghi chú"),
)
SAMPLE = "Dữ liệu mẫu"


def rows(entries: Iterable[Entry], *, root: str) -> Iterator[Sequence[Cell]]:
    """Each entry under the heads; `root` is the market's public address."""
    for each in entries:
        yield (
            each.product,
            each.product_set,
            each.holder,
            each.commune,
            each.province,
            each.stars,
            each.decision_no,
            each.decision_date,
            each.authority,
            each.certificate_no,
            each.valid_until,
            each.said,
            f"{root}{each.url}" if each.url else "",
            SAMPLE if each.is_sample else "",
        )
