"""Money in whole đồng: written as people write it, read as people type it."""

import re

NO_BREAK_SPACE = "\u00a0"
MAX_DIGITS = 15
NOT_WHOLE = "Số tiền phải là số đồng chẵn, không có phần lẻ. Hãy gõ như 125.000."
NOT_READ = "Chưa đọc được số tiền này. Hãy gõ như 125.000."
TOO_LARGE = "Số tiền này quá lớn."

_TIMES = {
    "": 1,
    "k": 1_000,
    "nghìn": 1_000,
    "nghin": 1_000,
    "ngàn": 1_000,
    "ngan": 1_000,
    "tr": 1_000_000,
    "triệu": 1_000_000,
    "trieu": 1_000_000,
}
_MONEY = re.compile(
    r"(?P<sign>-?)\s*(?P<number>[0-9][0-9., ]*?)\s*"
    rf"(?P<times>{'|'.join(sorted(filter(None, _TIMES), key=len, reverse=True))})?\s*"
    r"(?:(?:đồng|dong|vnđ|vnd|đ|₫|d)\.?)?"
)
_WHOLE = re.compile(r"[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?P<mark>[., ])[0-9]{3})(?:(?P=mark)[0-9]{3})*")
_ONE_DECIMAL_MARK = re.compile(r"(?P<whole>[0-9]+)[.,](?P<part>[0-9]{1,2})")


class NotWholeDong(ValueError):  # noqa: N818
    """The text is no amount in whole đồng; the message says in Vietnamese what to type."""


def dong(amount: int) -> str:
    """Return the amount as "125.000 ₫", with a no-break space."""
    return f"{amount:,}".replace(",", ".") + f"{NO_BREAK_SPACE}₫"


def parse_dong(text: str) -> int:
    """Return the đồng meant by "125000", "125.000đ", "125,000 ₫", "125 nghìn", "125k" or "1,5 triệu".

    Raises NotWholeDong for a fraction, and for what may be one: "12,5", "125.00", "1.250k".
    """
    found = _MONEY.fullmatch(" ".join(text.lower().split()))
    if not found:
        raise NotWholeDong(NOT_READ)
    times = _TIMES[found["times"] or ""]
    amount = _whole(found["number"]) if times == 1 else _multiplied(found["number"], times)
    if len(str(amount)) > MAX_DIGITS:
        raise NotWholeDong(TOO_LARGE)
    return -amount if found["sign"] else amount


def _whole(number: str) -> int:
    if _WHOLE.fullmatch(number) or _GROUPED.fullmatch(number):
        return _digits(re.sub(r"[., ]", "", number))
    raise NotWholeDong(NOT_WHOLE)


def _multiplied(number: str, times: int) -> int:
    if _WHOLE.fullmatch(number):
        return _digits(number) * times
    decimal = _ONE_DECIMAL_MARK.fullmatch(number)
    if not decimal:
        raise NotWholeDong(NOT_WHOLE)
    scale: int = 10 ** len(decimal["part"])
    return (_digits(decimal["whole"]) * scale + int(decimal["part"])) * (times // scale)


def _digits(number: str) -> int:
    if len(number.lstrip("0")) > MAX_DIGITS:
        raise NotWholeDong(TOO_LARGE)
    return int(number)
