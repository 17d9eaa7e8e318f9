"""Find the words of the list in a text, with their places.

1. The text is read syllable by syllable, so that decomposed letters, doubled spaces and dashes hide nothing.
2. Words match as they are spelled, or typed wholly without marks ("chua khoi"); half and half ("chữa khoi") is shown
   to the approver and blocks nobody, for it may be another word ("vị chua khỏi chê").
3. What ends a clause (a comma, a full stop) parts words: "sửa chữa, bệnh…" promises nothing.
4. A word that is denied ("không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh", which the law asks for)
   is no promise: it is shown as a word to look at. Between "không" and the word only words of DENIED may stand, so that
   "không chỉ chữa bệnh" and "không bác sĩ nào chữa khỏi" deny nothing; said twice, it affirms.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from catalog.wordlists.lists import Word, WordKind, words_on
from catalog.wordlists.syllables import Syllable, syllables

NOT = frozenset({"không", "chưa", "chẳng", "đừng", "ko", "khong"})
DENIED = (
    "phải là có tác dụng công hay để dùng thay thế thuốc được nhằm hề nói hứa như loại giúp khả năng thể",
    "phai la co tac dung cong de thay the thuoc duoc nham he noi hua nhu loai kha nang",
)
"""What may stand between a "không" and the word that it denies."""
AROUND = 4
"""Syllables shown on each side of a found word."""


@dataclass(frozen=True, slots=True)
class Found:
    """A word of the list in a text, at start:end, `typed` so. `is_sure` unless it was typed half without marks."""

    word: Word
    start: int
    end: int
    typed: str
    excerpt: str
    is_bare: bool
    is_sure: bool
    is_denied: bool

    @property
    def is_banned(self) -> bool:
        """Whether it keeps the text from being sent."""
        return self.word.kind == WordKind.BANNED and self.is_sure and not self.is_denied

    @property
    def why(self) -> str:
        """What it is, in a few words."""
        if self.is_denied:
            return f"{self.word.meaning}, ở đây nói là không"
        kind = WordKind.LOOK if self.word.kind == WordKind.BANNED and not self.is_banned else self.word.kind
        return f"{kind.label}: {self.word.meaning}"


def found_in(text: str, *, on: date) -> list[Found]:
    """The words of that day's list in the text, from the first to the last; of those that overlap the gravest."""
    read = list(syllables(text))
    by_first: dict[str, list[Word]] = {}
    for word in words_on(on):
        by_first.setdefault(word.syllables[0].bare, []).append(word)
    hits = [
        found
        for place, syllable in enumerate(read)
        for word in by_first.get(syllable.bare, ())
        if (found := _at(text, read, place, word))
    ]
    return _apart(hits)


def _at(text: str, read: Sequence[Syllable], place: int, word: Word) -> Found | None:
    """The word, if it stands at that syllable."""
    stop = place + len(word.syllables)
    here = read[place:stop]
    if [each.bare for each in here] != [each.bare for each in word.syllables]:
        return None
    if not all(each.joins for each in here[1:]) or _means_otherwise(read, place, stop, word):
        return None
    pairs = list(zip(here, word.syllables, strict=True))
    spelled = [each.spelled == wanted.spelled for each, wanted in pairs]
    bare = [each.is_bare for each, _ in pairs]
    if not all(one or other for one, other in zip(spelled, bare, strict=True)):
        return None
    return Found(
        word=word,
        start=here[0].start,
        end=here[-1].end,
        typed=" ".join(text[here[0].start : here[-1].end].split()),
        excerpt=_excerpt(text, read, place, stop),
        is_bare=not all(spelled),
        is_sure=all(spelled) or all(bare),
        is_denied=_is_denied(read, place),
    )


def _means_otherwise(read: Sequence[Syllable], place: int, stop: int, word: Word) -> bool:
    before = read[place - 1] if place and read[place].joins else None
    after = read[stop] if stop < len(read) and read[stop].joins else None
    return _is_one_of(before, word.unless_after) or _is_one_of(after, word.unless_before)


def _is_one_of(syllable: Syllable | None, words: Iterable[str]) -> bool:
    known = [each for word in words for each in syllables(word)]
    return syllable is not None and any(
        syllable.spelled == each.spelled or (syllable.is_bare and syllable.bare == each.bare) for each in known
    )


def _is_denied(read: Sequence[Syllable], place: int) -> bool:
    """Whether an odd number of "không" belongs to the word at that place."""
    denials = 0
    for at in range(place, 0, -1):
        if not read[at].joins:
            break
        before = read[at - 1]
        if _is_not(before):
            denials += 1
        elif not _may_stand_between(before):
            break
    return denials % 2 == 1


def _is_not(syllable: Syllable) -> bool:
    return any(syllable.spelled == each.spelled for each in _NOT)


def _may_stand_between(syllable: Syllable) -> bool:
    return syllable.spelled in _BETWEEN


def _excerpt(text: str, read: Sequence[Syllable], place: int, stop: int) -> str:
    first, last = max(0, place - AROUND), min(len(read), stop + AROUND) - 1
    return " ".join(text[read[first].start : read[last].end].split())


def _apart(hits: Iterable[Found]) -> list[Found]:
    kept: list[Found] = []
    for hit in sorted(hits, key=_gravest_first):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _gravest_first(hit: Found) -> tuple[bool, int, int, int]:
    return (not hit.is_banned, list(WordKind).index(hit.word.kind), hit.start - hit.end, hit.start)


def _known(words: Iterable[str]) -> Iterator[Syllable]:
    for word in words:
        yield from syllables(word)


_NOT = tuple(_known(NOT))
_BETWEEN = frozenset(each.spelled for each in _known(DENIED))
