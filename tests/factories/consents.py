"""Translations of the texts of consent for tests: made-up Vietnamese words, each marked as no real translation."""

from datetime import date
from typing import Any

from producers.consents.models import ConsentTranslation
from producers.consents.translations.parts import parts_of
from producers.consents.translations.services import add_translation

MARK = "Lời thử, không phải bản dịch thật"


def translated_parts(mark: str = MARK, version: int = 2) -> dict[str, str]:
    """Placeholder words for every piece of a version."""
    return {
        part.key: f"Đề mục thử\n{mark}: {part.key}" if part.has_heading else f"{mark}: {part.key}"
        for part in parts_of(version)
    }


def translation(by: Any, *, language: str = "blt", mark: str = MARK) -> ConsentTranslation:
    """The next translation of the text in force into Thái Đen, or another language."""
    return add_translation(
        2,
        language,
        parts=translated_parts(mark),
        translator_name="Lò Văn Thử",
        translator_role="giáo viên",
        translated_date=date(2026, 11, 20),
        checker_name="Cà Thị Kiểm",
        by=by,
    )
