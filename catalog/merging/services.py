"""Make one producer of two records: what she sells goes on under one name, and nothing that was is deleted.

Goods, stock and certificates move to the record that stays; orders, consents and the audit trail stay where they were
made and can be read there. The merged record is closed and says where it went on.
"""

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from oscar.apps.partner.models import StockRecord

from catalog.licences.models import Licence
from catalog.listings.models import Listing
from catalog.merging.queries import seen_of, stricter_loss, why_not_merged
from catalog.moderation.models import AuthorityRequest, Restriction
from catalog.ocop.models import Certificate, Dossier
from common.audit.services import record
from common.transitions import ChangedSinceSeen, MoveNotAllowed, NotTheirMove, move
from producers.consents.services import withdraw_consent
from producers.directory.announcements import announce_change
from producers.directory.models import Producer
from producers.directory.queries import point_of_act
from producers.directory.states import MOVES, ProducerAct
from producers.notices.services import notify

STRICTER = "Gộp hai hồ sơ: câu trả lời chặt hơn được giữ cho đến khi hỏi lại."
GOING_ALONG: tuple[type[Model], ...] = (Licence, AuthorityRequest, Restriction)


class NotMergeable(MoveNotAllowed):
    """The states of the two records forbid it; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@transaction.atomic
def merge_producers(merged: Producer, *, into: Producer, by: User, seen: str) -> None:
    """Let `merged` go on in `into`; doing it twice changes nothing.

    1. Hold the goods, then both records, in the order in which every other service does. 2. Compare with what was
    seen. 3. Let the stricter consent hold. 4. Move what she sells. 5. Close the merged record.
    Raises NotTheirMove, NotMergeable and ChangedSinceSeen.
    """
    _hold(merged, into)
    if merged.merged_into_id == into.pk:
        return
    for producer in (merged, into):
        if not producer.actors(by) & MOVES[ProducerAct.MERGED].actors:
            raise NotTheirMove(str(producer))
    if why_not := why_not_merged(merged, into):
        raise NotMergeable(why_not)
    if seen != seen_of(merged, into):
        raise ChangedSinceSeen(str(merged))
    for scope in stricter_loss(merged, into):
        withdraw_consent(into, scope, by=by, reason=STRICTER)
    moved = _hand_over(merged, into)
    _close(merged, into, by)
    _record_taking_over(merged, into, by, moved)
    for producer in (merged, into):
        announce_change(producer)


def _hold(merged: Producer, into: Producer) -> None:
    """Hold everything until the transaction ends, with what it says now.

    Papers, requests and restrictions come first: whoever decides one holds it before the goods and the producer.
    """
    both = (merged.pk, into.pk)
    for kind in GOING_ALONG:
        list(kind._default_manager.filter(producer__in=both).order_by("pk").select_for_update())
    list(Listing.objects.filter(producer__in=both).order_by("pk").select_for_update())
    list(Producer.objects.filter(pk__in=both).order_by("pk").select_for_update(no_key=True))
    for producer in (merged, into):
        producer.refresh_from_db()


def _hand_over(merged: Producer, into: Producer) -> dict[str, int]:
    """Move goods, stock and certificates, with the files, licences, requests and restrictions that go with them."""
    Dossier.objects.filter(holder=merged).update(holder=into)
    for kind in GOING_ALONG:
        kind._default_manager.filter(producer=merged).update(producer=into)
    return {
        "listings": Listing.objects.filter(producer=merged).update(producer=into),
        "stock_records": StockRecord.objects.filter(partner=merged.partner_id).update(partner=into.partner_id),
        "certificates": Certificate.objects.filter(holder=merged).update(holder=into),
    }


def _close(merged: Producer, into: Producer, by: User) -> None:
    now, reason = timezone.now(), f"Gộp vào {into.name} (hồ sơ {into.pk})."
    move(
        merged,
        ProducerAct.MERGED,
        by=by,
        on_behalf_of=merged,
        at_point=point_of_act(by, merged),
        reason=reason,
        merged_into=into,
        decided_by=by,
        decided_at=now,
        decision_reason=reason,
    )


def _record_taking_over(merged: Producer, into: Producer, by: User, moved: dict[str, int]) -> None:
    after = {"from": f"{merged.name} (hồ sơ {merged.pk})", **moved}
    point = point_of_act(by, into)
    record("producer.took_over", by=by, subject=into, on_behalf_of=into, at_point=point, after=after)
    for producer in {merged.point_id: merged, into.point_id: into}.values():
        notify(
            producer.point,
            f"Hồ sơ {merged.name} đã được gộp vào {into.name}. Đơn và sự đồng ý cũ vẫn ở hồ sơ cũ.",
            url=reverse("work-producer", args=[producer.pk]),
            producer=producer,
        )
