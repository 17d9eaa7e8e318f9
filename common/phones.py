"""Phone numbers of Vietnam, mobile and landline, as people write them.

A mobile number is 0 and nine digits that begin with 3, 5, 7, 8 or 9; a landline is 02 and nine digits (area codes
of 2017: Điện Biên 0215, Lai Châu 0213, Đà Nẵng 0236).
"""

import re

from common.text import normalise

NOT_A_PHONE = "Số điện thoại chưa đúng. Số di động có 10 chữ số, ví dụ 0912 345 678."

_PUNCTUATION = re.compile(r"[\s.\-‐‑–—()]")
_COUNTRY = re.compile(r"^(?:\+|00)?840?(?=[235789])")
_NATIONAL = re.compile(r"0[35789][0-9]{8}|02[0-9]{9}")


class NotAPhone(ValueError):  # noqa: N818
    """The text is no phone number of Vietnam; the message says in Vietnamese what to type."""


def normalise_phone(text: str) -> str:
    """Return the number as "0912345678", from any usual spelling: +84, 84, 0084, blanks, dots, dashes.

    Raises NotAPhone.
    """
    digits = _COUNTRY.sub("0", _PUNCTUATION.sub("", normalise(text)), count=1) if text else ""
    if not _NATIONAL.fullmatch(digits):
        raise NotAPhone(NOT_A_PHONE)
    return digits


def show_phone(phone: str) -> str:
    """Return a normalised number in groups that can be read aloud: "0912 345 678", "0215 382 5123"."""
    return f"{phone[:4]} {phone[4:7]} {phone[7:]}".strip()
