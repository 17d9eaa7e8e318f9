"""Keep what proves an answer, note who looks at it, and remove it when its time of keeping is over."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from common.audit.queries import history_of
from common.audit.services import record
from producers.consents.models import Consent, ConsentProof
from producers.consents.proofs.queries import proofs_kept_long_enough
from producers.consents.states import ProofKind
from producers.directory.queries import point_of_act

FOLDER = "dong-y"
ENDINGS = {ProofKind.PICTURE: "webp", ProofKind.VOICE: "mp3"}
ONE_VIEW = timedelta(minutes=10)
"""A player asks for a recording piece by piece, a page for a picture twice: within this time it is one view."""


@transaction.atomic
def keep_proofs(consent: Consent, proofs: Iterable[tuple[ProofKind, bytes]], *, by: User) -> None:
    """Keep what was let in as proof of her answer, where no public address leads."""
    for kind, content in proofs:
        proof = ConsentProof(consent=consent, kind=kind, added_by=by, added_at=timezone.now())
        proof.file.save(f"{FOLDER}/{secrets.token_hex(16)}.{ENDINGS[kind]}", ContentFile(content))
        _record("consent.proof_added", proof, by=by)


def note_view(proof: ConsentProof, *, by: User) -> None:
    """Note that `by` looks at the proof or listens to it; once for each view."""
    seen = history_of(proof.consent.producer).filter(action="consent.proof_seen", by=by, after__proof_no=proof.pk)
    if not seen.filter(at__gt=timezone.now() - ONE_VIEW).exists():
        _record("consent.proof_seen", proof, by=by)


def remove_proofs(*, at: datetime) -> int:
    """Remove the files that were kept for as long as the rule says; return how many. One of the rounds.

    The row stays and says when. The file goes first: a removal that was broken off is made again.
    """
    due = list(proofs_kept_long_enough(at).values_list("pk", flat=True))
    return sum(_remove(pk, at) for pk in due)


@transaction.atomic
def _remove(pk: int, at: datetime) -> int:
    proof = proofs_kept_long_enough(at).select_for_update(of=("self",)).filter(pk=pk).first()
    if proof is None:
        return 0
    proof.file.delete(save=False)
    proof.purged_at = at
    proof.save(update_fields=["file", "purged_at"])
    _record("consent.proof_purged", proof, by=None)
    return 1


def _record(action: str, proof: ConsentProof, *, by: User | None) -> None:
    producer = proof.consent.producer
    after: dict[str, Any] = {"proof": proof.kind, "proof_no": proof.pk}
    point = point_of_act(by, producer)
    record(action, by=by, subject=producer, on_behalf_of=producer, at_point=point, after=after)
