"""A version is cut into pieces and nothing of it is lost."""

import pytest

from producers.consents.texts import VERSIONS, Block, blocks, reading_script, written
from producers.consents.translations.parts import pairs, parts_aloud, parts_of, parts_whole, written_out
from tests.factories.consents import translated_parts


@pytest.mark.parametrize("version", VERSIONS)
def test_the_pieces_are_the_whole_text(version):
    aloud, whole = parts_aloud(version), parts_whole(version)
    assert [block for part in aloud for block in part.source] == blocks(reading_script(version, "vi"))
    assert [block for part in whole for block in part.source] == blocks(written(version, "vi"))
    keys = [part.key for part in parts_of(version)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("version", VERSIONS)
def test_every_scope_is_a_piece_of_its_own_in_both(version):
    count = len(VERSIONS[version].scopes)
    assert [part.key for part in parts_aloud(version)] == [
        "doc-dau",
        *(f"doc-{scope.value}" for scope in VERSIONS[version].scopes),
        "doc-cuoi",
    ]
    asked = [part for part in parts_whole(version) if any(block.text.startswith("Việc ") for block in part.source)]
    assert [len([block for block in part.source if not block.is_heading]) for part in asked] == [1] * count


def test_a_piece_stands_beside_what_it_says_in_vietnamese():
    part = parts_whole(2)[0]
    [pair] = pairs((part,), {part.key: "Đề mục thử\nLời thử.\n\nLời thử nữa."})
    assert pair.ours == part.source
    assert pair.theirs == [
        Block("Đề mục thử", is_heading=True),
        Block("Lời thử.", is_heading=False),
        Block("Lời thử nữa.", is_heading=False),
    ]


def test_written_out_it_has_every_piece_in_order():
    words = translated_parts()
    assert written_out(2, dict(reversed(words.items()))) == "\n\n".join(words.values())
