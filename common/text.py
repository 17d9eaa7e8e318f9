"""Vietnamese text as machines need it: tidy, folded for search, safe in an address, in alphabetical order.

Text arrives composed, decomposed (macOS, iOS) or half-composed (Windows Vietnamese), with invisible characters from
chat programs and five kinds of apostrophe; `normalise` at the door makes one form of it.
"""

import re
import unicodedata

APOSTROPHES = "'’‘ʼʻ´`′＇"
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}

_TONE_BEFORE_SHAPE = re.compile("([\u0300\u0301\u0303\u0309])([\u0302\u0306])")
_STRAY_SHAPE = re.compile("[\u0302\u0306]")
_MANY_BLANK_LINES = re.compile(r"\n{3,}")
_WORD_AND_TONES = re.compile(r"[^\W_]+")


class _TidyTable(dict[int, str]):
    """What normalise makes of each character: blanks, apostrophes, invisible characters, and Ð typed for Đ."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isspace():
            tidy = " "
        elif char in APOSTROPHES:
            tidy = "'"
        else:
            tidy = "" if unicodedata.category(char) in ("Cc", "Cf", "Cs") else char
        self[code] = tidy
        return tidy


class _FoldTable(dict[int, str]):
    """What fold makes of each character; worked out once for every character seen."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in APOSTROPHES or unicodedata.category(char) in ("Cc", "Cf", "Cs"):
            folded = " " if char.isspace() else ""
        else:
            folded = self._plain(char)
        self[code] = folded
        return folded

    def _plain(self, char: str) -> str:
        before, text = "", char
        while text != before:
            before, text = text, unicodedata.normalize("NFKD", text).lower().translate(_D_WITH_STROKE)
        if all(unicodedata.category(part).startswith("M") for part in text):
            return ""
        return "".join(self._kept(part) for part in text)

    @staticmethod
    def _kept(part: str) -> str:
        if unicodedata.category(part).startswith("M") or part in APOSTROPHES:
            return ""
        return part if part.isalnum() else " "


_D_WITH_STROKE = str.maketrans("đðɖ", "ddd")
_TIDY = _TidyTable({ord("Ð"): "Đ", ord("ð"): "đ"})
_FOLD = _FoldTable()


def normalise(text: str) -> str:
    """Return the text on one line: composed, blanks collapsed, no invisible characters, straight apostrophes."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_TIDY))
    if _STRAY_SHAPE.search(text):
        apart = _TONE_BEFORE_SHAPE.sub(r"\2\1", unicodedata.normalize("NFD", text))
        text = unicodedata.normalize("NFC", apart)
    return " ".join(text.split())


def normalise_lines(text: str) -> str:
    """Return the text with each line normalised and at most one empty line between paragraphs."""
    lines = "\n".join(normalise(line) for line in text.splitlines())
    return _MANY_BLANK_LINES.sub("\n\n", lines).strip()


def fold(text: str) -> str:
    """Return lower-case letters and digits without marks, words separated by one space.

    An apostrophe vanishes and joins its syllable, as people who leave it out write it: "H'Mông" and "Hmông" are
    both "hmong". Everything else that is no letter or digit separates words.
    """
    return " ".join(text.translate(_FOLD).split())


def slugify(text: str, max_length: int = 80) -> str:
    """Return the text for an address: a-z, 0-9 and hyphens, cut between words at `max_length`."""
    words = "".join(char if char.isascii() else " " for char in fold(text)).split()
    slug = "-".join(words)
    if len(slug) <= max_length:
        return slug
    return slug[: max_length + 1].rpartition("-")[0] or slug[:max_length]


def vietnamese_key(text: str) -> str:
    """Return a key that sorts as a Vietnamese dictionary does, whatever the letter case or place of the tone mark.

    Syllable by syllable; within a syllable first the letters (a ă â b c d đ …), then the tone: ngang, huyền, hỏi,
    ngã, sắc, nặng. Numbers go by value, before letters.
    """
    return "\x02".join(_syllable_key(word) for word in _WORD_AND_TONES.findall(normalise(text).lower()))


def _syllable_key(syllable: str) -> str:
    if syllable.isascii() and syllable.isdecimal():
        return syllable.zfill(12)
    letters: list[str] = []
    tones = ""
    for char in syllable:
        plain, tone = _apart(char)
        letters.append(plain)
        tones += tone
    return f"{''.join(letters)}\x01{tones or '0'}"


def _apart(char: str) -> tuple[str, str]:
    known = _APART.get(char)
    return known if known is not None else (char, "")


def _letters_apart() -> dict[str, tuple[str, str]]:
    """Every letter, with each tone, as its place in the alphabet and the number of its tone."""
    apart: dict[str, tuple[str, str]] = {}
    for place, letter in enumerate(ALPHABET):
        rank = chr(ord("A") + place)
        apart[letter] = (rank, "")
        for mark, number in TONES.items():
            composed = unicodedata.normalize("NFC", letter + mark)
            if len(composed) == 1:
                apart[composed] = (rank, number)
    return apart


_APART = _letters_apart()
