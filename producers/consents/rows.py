"""How a producer's consent stands on the officer's pages."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from common.audit.services import name_of
from producers.consents.models import Consent, ConsentText, ConsentTranslation
from producers.consents.states import ConsentScope, ProofKind
from producers.consents.texts import blocks, reading_script
from producers.consents.translations.parts import pairs, parts_aloud, parts_whole
from producers.directory.languages import language_name


@dataclass(frozen=True, slots=True)
class Pill:
    """A state in one look: words, tone and drawing."""

    text: str
    tone: str
    icon: str


@dataclass(frozen=True, slots=True)
class ScopeNow:
    """One use that was asked for, and what the producer says to it today."""

    scope: str
    label: str
    is_given: bool


@dataclass(frozen=True, slots=True)
class AnswerThen:
    """One answer as it was recorded: until which day it holds, and since when it has been taken back."""

    label: str
    is_given: bool
    until_date: date | None
    withdrawn_at: datetime | None

    @property
    def is_in_force(self) -> bool:
        """Whether it is a "yes" that has neither been taken back nor run out."""
        has_ended = self.until_date is not None and self.until_date < timezone.localdate()
        return self.is_given and self.withdrawn_at is None and not has_ended


@dataclass(frozen=True, slots=True)
class ProofThen:
    """One proof of an answer; `removed_at` when its time of keeping was over."""

    pk: int
    label: str
    is_voice: bool
    removed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ConsentThen:
    """One consent as it was recorded, with what has been withdrawn since."""

    consent: Consent
    language: str
    recorded_by: str
    answers: list[AnswerThen]
    proofs: list[ProofThen]


def consent_pill(*, was_asked: bool, agrees_to: Collection[str]) -> Pill:
    """Whether her goods may be sold, in one look."""
    if ConsentScope.GOODS in agrees_to:
        return Pill("Đồng ý bán", "xanh", "circle-check")
    if was_asked:
        return Pill("Không đăng hàng", "xam", "ban")
    return Pill("Chưa hỏi đồng ý", "vang", "clock")


def scopes_now(agrees_to: Collection[str]) -> list[ScopeNow]:
    """The uses, each with her answer of today."""
    return [ScopeNow(scope.value, str(scope.label), scope in agrees_to) for scope in ConsentScope]


def consent_then(consent: Consent) -> ConsentThen:
    """A consent from `consent_history` as it was recorded."""
    return ConsentThen(
        consent=consent,
        language=language_name(consent.language_read),
        recorded_by=name_of(consent.recorded_by),
        answers=[
            AnswerThen(one.get_scope_display(), one.is_given, one.until_date, one.withdrawn_at)
            for one in consent.answers.all()
        ],
        proofs=[
            ProofThen(one.pk, one.get_kind_display(), one.kind == ProofKind.VOICE, one.purged_at)
            for one in consent.proofs.all()
        ],
    )


def words_shown(text: ConsentText, translation: ConsentTranslation | None) -> dict[str, Any]:
    """What was or is read, for the template `consents/words.html`: beside a translation what it says in Vietnamese."""
    if translation:
        return {
            "translation": translation,
            "aloud": pairs(parts_aloud(text.version), translation.parts),
            "whole": pairs(parts_whole(text.version), translation.parts),
        }
    return {"script": blocks(reading_script(text.version, text.language)), "blocks": blocks(text.body)}
