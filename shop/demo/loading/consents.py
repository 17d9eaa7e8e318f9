"""What became of some consents of the demo: one has ended, one ends soon, one is partly taken back, one has a proof."""

from datetime import timedelta
from io import BytesIO

from django.utils import timezone

from common.pictures.intake import written_anew
from producers.consents.models import Consent, ConsentAnswer
from producers.consents.proofs.services import keep_proofs
from producers.consents.services import end_consents, withdraw_consent
from producers.consents.states import ConsentScope, ProofKind
from producers.directory.models import Producer
from shop.demo.drawing.plates.thumb import thumb_print

ENDED = ("ho-lo-thi-hoi", -12)
ENDS_SOON = ("htx-che-nam-may", 11)
"""Whose consent, and how many days from today its last day lies."""
TAKEN_BACK = ("ho-vang-thi-suong", ConsentScope.NAME_AND_PICTURE, "Bà thôi cho đăng tên và ảnh (mẫu)")
WITH_PROOF = "ho-vang-thi-suong"


def load_consents(producers: dict[str, Producer]) -> None:
    """Let days pass and people change their minds, all at Tuấn's point, with the acts of the market's own services."""
    now = timezone.now()
    for key, days in (ENDED, ENDS_SOON):
        given = ConsentAnswer.objects.filter(consent__producer=producers[key], is_given=True)
        given.update(until_date=timezone.localdate() + timedelta(days=days))
    end_consents(at=now)
    proven = producers[WITH_PROOF]
    keep_proofs(Consent.objects.get(producer=proven), [(ProofKind.PICTURE, _print())], by=proven.created_by)
    key, scope, reason = TAKEN_BACK
    withdraw_consent(producers[key], scope, by=producers[key].created_by, reason=reason)


def _print() -> bytes:
    file = BytesIO()
    thumb_print().save(file, "PNG")
    return written_anew(file)
