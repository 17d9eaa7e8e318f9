"""What the cells of a list mean: stars in all their spellings, days, numbers of rows."""

import re
from datetime import date, timedelta

from common.text import fold, normalise

STAR_SIGNS = "★⭐✯✭✩☆*"
WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5}
EXCEL_DAY_ONE = date(1899, 12, 30)
"""Excel counts days from here (with its 29 February 1900 that never was)."""
SERIAL_DAYS = range(36_526, 73_051)
"""Whole numbers that Excel means as days from 2000 to 2099."""

_STARS = re.compile(
    r"(?:ocop |hang |dat |xep hang |phan hang |cong nhan )*0?([1-9]|mot|hai|ba|bon|tu|nam)(?: 0)?(?: sao)?"
)
_SIGNS = re.compile(rf"[{re.escape(STAR_SIGNS)}\s\ufe0f]+")
_DAY = re.compile(r"(?:ngay )?(\d{1,2})(?:[/.\-]| thang )(\d{1,2})(?:[/.\-]| nam )(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?")
_ROMAN = re.compile(r"(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
TICKS = frozenset({"x", "v", "co", "1"})


def stars_of(text: str) -> int | None:
    """How many stars are written: "3 sao", "★★★", "Ba sao", "OCOP 4 sao", "3*"; None if none can be read."""
    tidy = normalise(text)
    if tidy and _SIGNS.fullmatch(tidy):
        return sum(sign in STAR_SIGNS and sign != "☆" for sign in tidy) or None
    found = _STARS.fullmatch(fold(tidy))
    if found is None:
        return None
    said = found[1]
    return int(said) if said.isdecimal() else WORDS[said]


def day_of(text: str) -> date | None:
    """The day that is written, day before month; a bare number is Excel's count of days. None if it is none."""
    tidy = normalise(text)
    try:
        if iso := _ISO.fullmatch(tidy):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if tidy.isdecimal() and int(tidy) in SERIAL_DAYS:
            return EXCEL_DAY_ONE + timedelta(days=int(tidy))
        found = _DAY.fullmatch(_without_marks(tidy))
        if found is None:
            return None
        year = int(found[3])
        return date(year if year > 99 else 2000 + year, int(found[2]), int(found[1]))
    except ValueError:
        return None


def is_tick(text: str) -> bool:
    """Whether a box was ticked: "x", "X", "✓"."""
    return text.strip() in ("✓", "✔", "☑") or fold(text) in TICKS


def is_group_number(text: str) -> bool:
    """Whether it numbers a group and not a product: "I", "IV.", "A", "b)"."""
    plain = fold(text)
    return bool(plain) and (bool(_ROMAN.fullmatch(plain)) or (len(plain) == 1 and plain.isalpha()))


def is_row_number(text: str) -> bool:
    """Whether it numbers a product: "1", "12."."""
    return fold(text).isdecimal()


def _without_marks(text: str) -> str:
    """Folded, with the signs of days kept."""
    return " ".join(re.sub(r"[^\w/.\- ]", " ", fold_words(text)).split())


def fold_words(text: str) -> str:
    """Each word folded by itself, so that the signs between numbers stay."""
    return " ".join(word if word[:1].isdigit() else fold(word) for word in text.split())
