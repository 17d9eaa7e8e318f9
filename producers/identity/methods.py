"""The port of identity: each method takes what an officer brings and says whether it vouches for the producer.

In person and by documents are done here. Electronic identity (VNeID) goes through an authorised provider under a
contract: IDENTITY_CONNECTOR names the function of that contract, which takes the whole number and answers whether it is
this person's. Until it is named, the method is not connected and says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.module_loading import import_string

from producers.identity.states import Method, Paper

TAIL = 4
FEWEST_IN_A_NUMBER = 6
SALT = "producers.identity"


class EvidenceRefused(ValueError):  # noqa: N818
    """What was brought is not what the method works on; the message says why, in Vietnamese."""


class NotConnected(Exception):  # noqa: N818
    """The method waits for a contract."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the officer brings: the paper, its number or the end of it, and whether name and face agree with it."""

    paper: Paper
    number: str
    name: str
    is_match: bool = True
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is kept of it."""

    is_valid: bool
    tail: str
    digest: str = ""


class IdentityMethod(Protocol):
    """One way to check an identity."""

    code: Method
    wants: str
    """What to type as the number, for people."""

    def is_connected(self) -> bool:
        """Whether it can be used today."""

    def check(self, evidence: Evidence) -> Outcome:
        """Judge the evidence. Raises EvidenceRefused and NotConnected."""


class InPerson:
    """The officer sat before her and saw the paper; only the end of its number is written down."""

    code = Method.IN_PERSON
    wants = "Chỉ ghi 4 ký tự cuối của số giấy."

    def is_connected(self) -> bool:
        """Always."""
        return True

    def check(self, evidence: Evidence) -> Outcome:
        """Keep the end of the number."""
        if len(evidence.number) != TAIL:
            raise EvidenceRefused("Gặp mặt thì chỉ ghi đúng 4 ký tự cuối của số giấy.")
        return Outcome(evidence.is_match, evidence.number)


class Documents:
    """The whole number was compared with a paper or a register; a keyed digest is kept instead of it."""

    code = Method.DOCUMENTS
    wants = "Ghi cả số để đối chiếu; chợ chỉ giữ 4 ký tự cuối."

    def is_connected(self) -> bool:
        """Always."""
        return True

    def check(self, evidence: Evidence) -> Outcome:
        """Keep the end of the number, and the digest by which the same paper is known again."""
        return Outcome(evidence.is_match, _whole(evidence.number)[-TAIL:], digest_of(evidence.number))


class Electronic:
    """VNeID through an authorised provider."""

    code = Method.ELECTRONIC
    wants = "Ghi cả 12 số định danh; chợ chỉ giữ 4 số cuối."

    def is_connected(self) -> bool:
        """Whether a contract's connector is named in the settings."""
        return bool(settings.IDENTITY_CONNECTOR)

    def check(self, evidence: Evidence) -> Outcome:
        """Ask the provider."""
        if not self.is_connected():
            raise NotConnected
        ask: Callable[[str, str], bool] = import_string(settings.IDENTITY_CONNECTOR)
        number = _whole(evidence.number)
        return Outcome(ask(number, evidence.name), number[-TAIL:], digest_of(number))


METHODS: dict[str, IdentityMethod] = {method.code: method for method in (InPerson(), Documents(), Electronic())}


def digest_of(number: str) -> str:
    """The keyed digest of a paper's number: the same paper gives the same, and nobody can read it back."""
    return salted_hmac(SALT, number.upper(), algorithm="sha256").hexdigest()


def _whole(number: str) -> str:
    if len(number) < FEWEST_IN_A_NUMBER:
        raise EvidenceRefused("Cách này cần cả số giấy, ít nhất 6 ký tự.")
    return number
