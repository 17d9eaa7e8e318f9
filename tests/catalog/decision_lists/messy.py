"""A province's list as it really comes: titles above, groups by district, repeated heads, stars in all spellings."""

import random
import unicodedata
from dataclasses import dataclass, field

from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from producers.directory.states import ProducerKind
from producers.places.models import FormerCommune
from tests import factories

GOODS = ("Trà Shan tuyết", "Mật ong", "Gạo nếp", "Măng khô", "Thổ cẩm", "Miến dong", "Cao chè vằng", "Hạt mắc ca")
SPELLINGS = {
    3: ("3 sao", "★★★", "Ba sao", "3", "3*", "Hạng 3 sao"),
    4: ("4 sao", "★★★★", "Bốn sao", "OCOP 4 sao", "4"),
}
WRONG = (
    ("2 sao", "2 sao không có giấy chứng nhận"),
    ("1 sao", "1 sao không có giấy chứng nhận"),
    ("", "Thiếu số sao"),
    ("sao", "Không đọc được số sao"),
)
HEAD = ["TT", "Tên chủ thể", "Địa chỉ", "Tên sản phẩm", "Kết quả phân hạng", "Ghi chú"]


@dataclass
class Messy:
    """The rows, and by number of the row the product that it means, or why it is wrong."""

    rows: list[list[str]] = field(default_factory=list)
    right: dict[int, Listing] = field(default_factory=dict)
    wrong: dict[int, str] = field(default_factory=dict)
    others: int = 0

    @property
    def text(self) -> str:
        """The list as it is pasted."""
        return "\n".join("\t".join(row) for row in self.rows)

    def add(self, *cells: str) -> int:
        """One more row; returns its number."""
        self.rows.append([*cells, *[""] * (len(HEAD) - len(cells))])
        return len(self.rows)


def messy_list(goods: list[Listing], *, seed: int = 7) -> Messy:
    """A list of all these goods and of ten wrong rows, in two districts."""
    rng = random.Random(seed)
    made = Messy()
    for title in (
        "UBND TỈNH ĐIỆN BIÊN",
        "DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN",
        "(Kèm theo Quyết định số 99/QĐ-UBND)",
    ):
        made.add(title)
        made.others += 1
    wrong = _wrong_rows()
    half = len(goods) // 2
    for group, part in (("I", goods[:half]), ("II", goods[half:])):
        made.add(*HEAD)
        made.add(group, f"Huyện {'Điện Biên' if group == 'I' else 'Tủa Chùa'} ({len(part)} sản phẩm)")
        made.others += 2
        for number, each in enumerate(part, start=1):
            made.right[made.add(str(number), *_cells(each, rng))] = each
            if number % 18 == 0 and wrong:
                cells, why = wrong.pop()
                made.wrong[made.add(str(900 + number), *cells)] = why
    for cells, why in wrong:
        made.wrong[made.add("999", *cells)] = why
    made.add("", "Tổng cộng: 200 sản phẩm")
    made.add("Nơi nhận: như trên; lưu VT")
    made.others += 2
    return made


def goods_of_a_province(number: int) -> list[Listing]:
    """That many goods of twenty cooperatives in Núa Ngam, formerly Na Tông."""
    point = factories.point()
    FormerCommune.objects.get_or_create(
        commune=point.commune,
        name="Xã Na Tông",
        district="Huyện Điện Biên",
        province_name="Tỉnh Điện Biên",
        extent="whole",
    )
    makers = [
        factories.producer(f"Hợp tác xã {name}", point, kind=ProducerKind.COOPERATIVE, consents="goods")
        for name in _own_names(20)
    ]
    return [
        factories.listing(
            f"{GOODS[at % 8]} {_word(at // 8)} {_word(at % 8 + 5)}", makers[at % 20], state=ListingState.DRAFT
        )
        for at in range(number)
    ]


def _wrong_rows() -> list[tuple[tuple[str, ...], str]]:
    place = "xã Na Tông, huyện Điện Biên"
    by_stars = [(("HTX Nào Đó", place, f"Rượu cần {_word(at)}", stars), why) for at, (stars, why) in enumerate(WRONG)]
    return [
        *by_stars,
        (("HTX Nào Đó", "xã Không Có Đâu", "Bánh chưng gù", "3 sao"), "Không có xã"),
        (("HTX Nào Đó", "xã Xa Lắc Xa Lơ", "Bánh dày", "★★★"), "Không có xã"),
        (("HTX Nào Đó", place, "", "3 sao"), "Thiếu tên sản phẩm"),
        (("", place, "", "Ba sao"), "Thiếu tên sản phẩm"),
        (("HTX Chưa Lên Chợ", place, "Cơm lam ống nứa", "3 sao"), "Không có món nào"),
        (("HTX Chưa Lên Chợ", place, "Xôi ngũ sắc", "4 sao"), "Không có món nào"),
    ]


def _cells(each: Listing, rng: random.Random) -> tuple[str, str, str, str]:
    holder = each.producer.name
    holder = rng.choice((holder, holder.replace("Hợp tác xã", "HTX"), holder.upper(), f"“{holder}”"))
    place = rng.choice(("xã Na Tông, huyện Điện Biên", "Núa Ngam", "Xã Núa Ngam", "xa na tong"))
    title = rng.choice((str(each), str(each).upper(), unicodedata.normalize("NFD", str(each)), f"Sản phẩm {each}"))
    stars = 4 if each.pk % 10 == 0 else 3
    return holder, place, title, rng.choice(SPELLINGS[stars])


def _own_names(number: int) -> list[str]:
    return [f"{_word(at)} {_word(at + 9)}" for at in range(number)]


def _word(at: int) -> str:
    """A word that is near to no other."""
    words = (
        *("Háng Mây", "Suối Bạc", "Đồi Gió", "Nậm Khói", "Bản Phố", "Tả Gia", "Pú Nhi", "Khe Đá", "Vườn Cau"),
        *(
            "Cổng Trời",
            "Ruộng Xanh",
            "Mường Trai",
            "Thác Bạc",
            "Lũng Sâu",
            "Đèo Cao",
            "Bến Gỗ",
            "Nà Sáng",
            "Phiêng Ban",
        ),
        *("Chung Chải", "Hồ Thầu", "Rừng Già", "Tủa Sín", "Vàng Đán", "Xóm Núi", "Ao Sen", "Giếng Tiên", "Yên Hoà"),
    )
    return words[at % len(words)]
