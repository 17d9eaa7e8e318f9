"""Tax codes as people hold them: 10 digits, 13 for a branch, 12 for a person or household.

10 digits: the last is a check digit, 10 less the remainder by 11 of the weighted sum of the first nine. 13 digits: the
code of the whole and three more, written 0100109106-001. 12 digits: since 1 July 2025 the personal number of an
individual or household (Circular 86/2024/TT-BTC), which has no check digit. A tax code is never logged.
"""

import re

WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
PERSONS = frozenset({"production_household", "household_business", "farm"})
"""Kinds of producers that may be one person or one household."""
LAST_PROVINCE_OF_BIRTH = 96
"""Provinces of birth registration are numbered from 001 to 096 in personal numbers."""
CENTURIES = frozenset("0123")
"""The fourth digit of a personal number: man or woman, born in the twentieth or the twenty-first century."""
BROKEN_BRANCH = re.compile(r"[0-9]{10}[-–][0-9]{2}")
"""A branch's code of which a digit is missing: no personal number is written so."""
WRONG_LENGTH = "Mã số thuế có 10 số, 13 số (chi nhánh) hoặc 12 số (số định danh của cá nhân, hộ)."
WRONG_CHECK = "Mã số thuế không đúng: xin xem lại từng số trên giấy."
NOT_A_PERSON = "Mã 12 số chỉ dành cho cá nhân và hộ; loại hình này có mã 10 số."


class NoTaxCode(ValueError):  # noqa: N818
    """What was typed is no tax code; the message says why, in Vietnamese."""


def tidy_tax_code(text: str) -> str:
    """Return the code without blanks and dots, a branch's with its dash. Raises NoTaxCode."""
    if BROKEN_BRANCH.fullmatch(re.sub(r"[\s.\u00a0]", "", text)):
        raise NoTaxCode(WRONG_LENGTH)
    digits = re.sub(r"[\s.\-–\u00a0]", "", text)
    if not re.fullmatch(r"[0-9]+", digits) or len(digits) not in (10, 12, 13):
        raise NoTaxCode(WRONG_LENGTH)
    if len(digits) == 12:
        if not is_personal_number(digits):
            raise NoTaxCode(WRONG_CHECK)
        return digits
    if check_digit(digits[:9]) != digits[9]:
        raise NoTaxCode(WRONG_CHECK)
    return digits if len(digits) == 10 else f"{digits[:10]}-{digits[10:]}"


def check_digit(nine: str) -> str:
    """The digit that belongs after these nine, or nothing where no code begins like that."""
    remainder = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, nine, strict=True)) % 11
    return str(10 - remainder) if remainder else ""


def is_personal_number(digits: str) -> bool:
    """Whether the twelve digits can be a personal number: a province of birth registration, then the century."""
    return 1 <= int(digits[:3]) <= LAST_PROVINCE_OF_BIRTH and digits[3] in CENTURIES


def suits_kind(code: str, kind: str) -> bool:
    """Whether a producer of that kind may have the code: twelve digits are for persons and households."""
    return len(code) != 12 or kind in PERSONS


def masked(code: str) -> str:
    """The last four digits, for lists and the audit trail."""
    return f"…{code[-4:]}" if code else ""
