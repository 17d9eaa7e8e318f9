"""Whether two names may be one person's: titles in front are left out, and words may stand in another order.

"Hộ bà Lò Thị Mai" is "Lò Thị Mai". A title counts only with its own tone mark or with none at all, for Hồ, Tô and Bá
are names.
"""

from common.text import fold, normalise

TITLES = (
    "hợp tác xã",
    "tổ hợp tác",
    *("htx", "tht", "tổ", "hộ", "bà", "ông", "cô", "chú", "bác", "chị", "anh", "em", "cụ"),
)
_TITLES = sorted({form for title in TITLES for form in (title, fold(title))}, key=len, reverse=True)


def bare_name(name: str) -> str:
    """The folded name without titles in front; a name of titles alone stays as it is."""
    rest = normalise(name).lower()
    while title := next((title for title in _TITLES if rest.startswith(f"{title} ")), None):
        rest = rest.removeprefix(title).strip()
    return fold(rest)


def in_order(name: str) -> str:
    """The words of a name in alphabetical order."""
    return " ".join(sorted(name.split()))


def is_same_name(one: str, other: str) -> bool:
    """Whether two names have the same words, whatever their titles, marks and order."""
    return in_order(bare_name(one)) == in_order(bare_name(other))
