"""Names as they stand in decisions, cut down to what tells one product or subject from another."""

import re

from common.text import fold, normalise

SUBJECT_KINDS = (
    *(
        "hợp tác xã",
        "htx",
        "liên hiệp hợp tác xã",
        "tổ hợp tác",
        "tht",
        "tổ sản xuất",
        "công ty tnhh mtv",
        "công ty tnhh",
    ),
    *("công ty trách nhiệm hữu hạn", "công ty cổ phần", "công ty cp", "công ty", "cty tnhh", "cty cp", "cty"),
    *("doanh nghiệp tư nhân", "dntn", "doanh nghiệp", "hộ kinh doanh", "hkd", "hộ sản xuất", "hộ gia đình", "hộ"),
    *(
        "cơ sở sản xuất",
        "cơ sở",
        "cssx",
        "trang trại",
        "hội",
        "một thành viên",
        "mtv",
        "tnhh",
        "ông",
        "bà",
        "anh",
        "chị",
    ),
    *("dịch vụ nông nghiệp", "dvnn", "nông nghiệp", "tổ"),
)
"""What stands before a subject's own name, longest first once sorted; a word counts with its marks or with none."""
_KINDS = sorted({form for kind in SUBJECT_KINDS for form in (kind, fold(kind))}, key=len, reverse=True)
_QUOTED = re.compile(r"""["“”«»']""")
_FORMS = (("hop tac xa", "htx"), ("to hop tac", "tht"), ("trach nhiem huu han", "tnhh"), ("mot thanh vien", "mtv"))


def product_name(text: str) -> str:
    """The folded name of a product, without "sản phẩm" in front and what stands in brackets behind."""
    plain = fold(_QUOTED.sub(" ", text.split("(")[0] or text))
    return plain.removeprefix("san pham ").strip()


def subject_name(text: str) -> str:
    """The folded name of a subject with long forms shortened: "Hợp tác xã Hoa Trắng" is "htx hoa trang"."""
    plain = fold(_QUOTED.sub(" ", text))
    for long, short in _FORMS:
        plain = re.sub(rf"\b{long}\b", short, plain)
    return plain


def own_name(text: str) -> str:
    """The folded name without its kind: "HTX dịch vụ nông nghiệp Hoa Trắng" is "hoa trang"; never empty."""
    rest = normalise(_QUOTED.sub(" ", text)).lower()
    while kind := next((kind for kind in _KINDS if rest.startswith(f"{kind} ")), None):
        rest = rest.removeprefix(kind).strip()
    return fold(rest) or fold(text)
