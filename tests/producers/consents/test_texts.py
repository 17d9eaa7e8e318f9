"""The texts that are read out: their versions, and that a version stays what it was."""

from datetime import date
from hashlib import sha256

import pytest

from producers.consents.texts import TEXTS, VERSIONS, Block, blocks, reading_script, shipped_text

ONCE_READ = {
    "1-vi.md": "4b991fd3e4c0dabc34d98d99b6860558d30cfc09100218eb6fe4e616e0777c23",
    "1-vi-doc.md": "f7f3e6bf64f0997f6c44bb1e1a1f67b2f1640cfdaf4f83457160395909428379",
    "2-en.md": "12b89f16dc9e4b062c41c3ed743365e61b53ae75794757c7e39c5d0918425a15",
    "2-vi.md": "57009ab8a79f7cb4829043323951e7d1fc91184b5b05d695b7fa6ea1d0f12e96",
    "2-vi-doc.md": "38894d4919be4906551fa067be373692239a80fcf12d91f062d165750426e2f0",
}


@pytest.mark.parametrize("name", ONCE_READ)
def test_a_text_once_read_is_never_changed(name):
    assert sha256((TEXTS / name).read_bytes()).hexdigest() == ONCE_READ[name]


def test_every_text_is_one_of_those():
    assert {path.name for path in TEXTS.iterdir()} == set(ONCE_READ)


def test_version_one_holds_from_its_day_on():
    text = shipped_text("vi", on=date(2026, 11, 1))
    assert (text.version, text.language, text.valid_from) == (1, "vi", VERSIONS[1].valid_from)
    assert text.body.startswith("## Xin phép bán hàng thay trên Chợ Phiên")
    assert reading_script(1, "vi").startswith("Chào bà con.")


@pytest.mark.parametrize("language", ["blt", "vi-doc", "../1-vi", ""])
def test_a_language_without_a_text_gets_the_vietnamese_one(language):
    assert shipped_text(language, on=date(2027, 1, 1)).language == "vi"


def test_headings_and_paragraphs_are_told_apart():
    assert blocks("## Một\n\nHai ba\nbốn.\n\n\nNăm.") == [
        Block("Một", is_heading=True),
        Block("Hai ba bốn.", is_heading=False),
        Block("Năm.", is_heading=False),
    ]
