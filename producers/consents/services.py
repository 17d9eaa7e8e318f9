"""Record what a producer agrees to, and take it back when she does."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from common.audit.services import name_of, record
from common.text import normalise
from producers.consents.models import Consent, ConsentAnswer, ConsentText
from producers.consents.queries import answers_in_force
from producers.consents.states import ConsentScope
from producers.consents.texts import shipped_text
from producers.directory.announcements import announce_change
from producers.directory.models import Producer
from producers.directory.names import is_same_name
from producers.directory.queries import point_of_act


class ConsentIncomplete(Exception):  # noqa: N818
    """A question was not answered; silence is not consent."""


class WitnessMissing(Exception):  # noqa: N818
    """Nobody is named as the witness."""


class WitnessNotFree(Exception):  # noqa: N818
    """The witness is the officer who writes, or the producer who answers."""


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
    by: User,
    at: datetime | None = None,
) -> Consent:
    """Record the producer's answer for every scope; it replaces all her earlier answers.

    Raises ConsentIncomplete, WitnessMissing, WitnessNotFree.
    """
    if set(answers) != set(ConsentScope):
        raise ConsentIncomplete(str(producer))
    witness_name = checked_witness(witness_name, producer=producer, by=by)
    before = _scopes_of(_locked(producer))
    consent: Consent = Consent.objects.create(
        producer=producer,
        text=text,
        language_read=language_read,
        witness_name=witness_name,
        given_at=at or timezone.now(),
        recorded_by=by,
        at_point=producer.point,
    )
    ConsentAnswer.objects.bulk_create(
        ConsentAnswer(consent=consent, scope=scope, is_given=answers[scope]) for scope in ConsentScope
    )
    after = {"agrees_to": _scopes_of(producer), "text": str(text), "language": language_read, "witness": witness_name}
    _record("consent.recorded", producer, by=by, before={"agrees_to": before}, after=after)
    announce_change(producer)
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
    announce_change(producer)


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


def _locked(producer: Producer) -> Producer:
    """Hold the producer, so that two answers are written one after the other."""
    return Producer.objects.select_for_update().get(pk=producer.pk)


def _scopes_of(producer: Producer) -> list[str]:
    return sorted(answers_in_force().filter(consent__producer=producer).values_list("scope", flat=True))


def _record(action: str, producer: Producer, *, by: User, **about: Any) -> None:
    point = point_of_act(by, producer)
    record(action, by=by, subject=producer, on_behalf_of=producer, at_point=point, **about)
