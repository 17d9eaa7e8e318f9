"""Record what a producer agrees to, take it back when she does, and note when it has run out."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from common.audit.services import name_of, record
from common.policies.services import accept
from common.policies.texts import Version
from common.rules.book import rule
from common.rules.clocks import months_after
from common.text import normalise
from producers.consents.models import Consent, ConsentAnswer, ConsentText, ConsentTranslation
from producers.consents.queries import answers_in_force, answers_run_out
from producers.consents.texts import VERSIONS, shipped_text
from producers.directory.announcements import announce_change, announce_consent_end
from producers.directory.models import Producer
from producers.directory.names import is_same_name
from producers.directory.queries import point_of_act


class ConsentIncomplete(Exception):  # noqa: N818
    """A question was not answered; silence is not consent."""


class ConsentTooLong(Exception):  # noqa: N818
    """The last day named lies in the past, or beyond what the rule allows."""


class WitnessMissing(Exception):  # noqa: N818
    """Nobody is named as the witness."""


class WitnessNotFree(Exception):  # noqa: N818
    """The witness is the officer who writes, or the producer who answers."""


class NotThatText(Exception):  # noqa: N818
    """The translation is of another version, or in another language than was read."""


class NothingToWithdraw(Exception):  # noqa: N818
    """The producer does not agree to that use today."""


def current_text(language: str) -> ConsentText:
    """Return the text in force today in that language, else in Vietnamese; its row is made when first used."""
    shipped = shipped_text(language, on=timezone.localdate())
    text, _ = ConsentText.objects.get_or_create(
        version=shipped.version,
        language=shipped.language,
        defaults={"body": shipped.body, "valid_from": shipped.valid_from},
    )
    return text


@transaction.atomic
def record_consent(
    producer: Producer,
    *,
    answers: Mapping[str, bool],
    text: ConsentText,
    language_read: str,
    witness_name: str,
    translation: ConsentTranslation | None = None,
    interpreter_name: str = "",
    until_date: date | None = None,
    accepts: Sequence[Version] = (),
    by: User,
    at: datetime | None = None,
) -> Consent:
    """Record the producer's answer to everything the text asks; it replaces all her earlier answers.

    Each "yes" ends after `until_date`, or when the rule says; `accepts` are the market's rules that she accepts too.
    `translation` is what was read to her in that language; without it somebody said the text again.
    Raises ConsentIncomplete, ConsentTooLong, NotThatText, WitnessMissing, WitnessNotFree.
    """
    _check_words(answers, text, translation, language_read)
    at = at or timezone.now()
    until_date, before = checked_end(until_date, given_at=at), _scopes_of(_locked(producer))
    consent: Consent = Consent.objects.create(
        producer=producer,
        text=text,
        language_read=language_read,
        translation=translation,
        interpreter_name=normalise(interpreter_name),
        witness_name=checked_witness(witness_name, producer=producer, by=by),
        given_at=at,
        recorded_by=by,
        at_point=producer.point,
    )
    _write_answers(consent, answers, until_date)
    accept(accepts, subject=producer, by=by, at=at)
    after = {"agrees_to": _scopes_of(producer), **_said(consent, until_date, accepts)}
    _record("consent.recorded", producer, by=by, before={"agrees_to": before}, after=after)
    _tell(producer, before)
    return consent


@transaction.atomic
def withdraw_consent(producer: Producer, scope: str, *, by: User, reason: str = "", at: datetime | None = None) -> None:
    """Take back the producer's consent for one scope, from now on.

    Raises NothingToWithdraw.
    """
    before = _scopes_of(_locked(producer))
    answer = answers_in_force().filter(consent__producer=producer, scope=scope).first()
    if answer is None:
        raise NothingToWithdraw(f"{producer}: {scope}")
    answer.withdrawn_at = at or timezone.now()
    answer.save(update_fields=["withdrawn_at"])
    after = {"agrees_to": _scopes_of(producer), "withdrawn": str(scope)}
    _record("consent.withdrawn", producer, by=by, reason=reason, before={"agrees_to": before}, after=after)
    _tell(producer, before)


def end_consents(*, at: datetime) -> int:
    """Note the consents whose last day has passed, and tell what is above; return how many ended. One of the rounds."""
    over = answers_run_out()
    producers = Producer.objects.filter(pk__in=over.values("consent__producer")).select_related("point")
    return sum(_end(producer, over.filter(consent__producer=producer), at) for producer in producers)


def last_day(given_at: datetime) -> date:
    """The last day on which an answer given at that moment can hold."""
    day = timezone.localdate(given_at)
    return months_after(day, rule("consent.months", on=day).value)


def checked_end(until_date: date | None, *, given_at: datetime) -> date:
    """The last day of an answer: the one she named, or the last that the rule allows. Raises ConsentTooLong."""
    latest = last_day(given_at)
    if until_date is None:
        return latest
    if not timezone.localdate(given_at) <= until_date <= latest:
        raise ConsentTooLong(str(until_date))
    return until_date


def checked_witness(name: str, *, producer: Producer, by: User) -> str:
    """Return the tidy name of a witness who is somebody else.

    Raises WitnessMissing, WitnessNotFree.
    """
    tidy = normalise(name)
    if not tidy:
        raise WitnessMissing(str(producer))
    if is_same_name(tidy, name_of(by)) or is_same_name(tidy, producer.name):
        raise WitnessNotFree(tidy)
    return tidy


def _check_words(
    answers: Mapping[str, bool], text: ConsentText, translation: ConsentTranslation | None, language_read: str
) -> None:
    if set(answers) != set(VERSIONS[text.version].scopes):
        raise ConsentIncomplete(str(text))
    if translation and (translation.version, translation.language) != (text.version, language_read):
        raise NotThatText(str(translation))


def _write_answers(consent: Consent, answers: Mapping[str, bool], until_date: date) -> None:
    ConsentAnswer.objects.bulk_create(
        ConsentAnswer(consent=consent, scope=scope, is_given=given, until_date=until_date if given else None)
        for scope, given in answers.items()
    )


@transaction.atomic
def _end(producer: Producer, over: QuerySet[ConsentAnswer], at: datetime) -> int:
    now = _scopes_of(_locked(producer))
    ended = {answer.scope for answer in over} - set(now)
    over.update(ended_at=at)
    if not ended:
        return 0
    before = sorted({*now, *ended})
    _record("consent.ended", producer, by=None, before={"agrees_to": before}, after={"agrees_to": now})
    _tell(producer, before)
    return len(ended)


def _tell(producer: Producer, before: list[str]) -> None:
    """Tell what is above, last of all, what she no longer agrees to and that she has changed."""
    for scope in sorted(set(before) - set(_scopes_of(producer))):
        announce_consent_end(producer, scope)
    announce_change(producer)


def _said(consent: Consent, until_date: date, accepts: Sequence[Version]) -> dict[str, Any]:
    heard = {"translation": consent.translation.number} if consent.translation else {}
    return {
        "text": str(consent.text),
        "language": consent.language_read,
        **heard,
        "witness": consent.witness_name,
        "until": until_date.isoformat(),
        **{version.policy: version.number for version in accepts},
    }


def _locked(producer: Producer) -> Producer:
    """Hold the producer, so that two answers are written one after the other."""
    return Producer.objects.select_for_update().get(pk=producer.pk)


def _scopes_of(producer: Producer) -> list[str]:
    return sorted(answers_in_force().filter(consent__producer=producer).values_list("scope", flat=True))


def _record(action: str, producer: Producer, *, by: User | None, **about: Any) -> None:
    point = point_of_act(by, producer)
    record(action, by=by, subject=producer, on_behalf_of=producer, at_point=point, **about)
