"""Whether two names may be one person's: titles in front are left out, and words may stand in another order.

"Hộ bà Lò Thị Mai" is "Lò Thị Mai". A title counts only with its own tone mark or with none at all, for Hồ, Tô and Bá
are names.
"""

from rapidfuzz.fuzz import ratio

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


def name_key(name: str) -> str:
    """The words of the bare name in order: the same for all ways to write one name."""
    return in_order(bare_name(name))


def likeness(one: str, other: str) -> float:
    """How near two names are, from 0 to 1, whatever their titles, marks and the order of their words."""
    as_typed = ratio(bare_name(one), bare_name(other))
    return float(max(as_typed, ratio(name_key(one), name_key(other)))) / 100


def is_same_name(one: str, other: str) -> bool:
    """Whether two names have the same words, whatever their titles, marks and order."""
    return name_key(one) == name_key(other)


def is_named_in(text: str, *names: str) -> bool:
    """Whether the text says one of these names in full, with marks or without, whatever title stands before it.

    A name of one word is a word of the language too ("Mai" is tomorrow), and is not looked for.
    """
    said = f" {fold(text)} "
    return any(f" {bare} " in said for bare in map(bare_name, names) if " " in bare)


def unnamed(text: str, *names: str) -> str:
    """The text if it says none of these names; otherwise nothing."""
    return "" if is_named_in(text, *names) else text


def is_holder_known(holder: str, *names: str) -> bool:
    """Whether a bank account is in one of these names."""
    return any(name and is_same_name(holder, name) for name in names)
