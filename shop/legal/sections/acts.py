"""What was done: decisions on content and takedowns, then the whole trail, in sentences with both names."""

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from catalog.changes.states import ChangeAct
from catalog.listings.states import ListingAct
from common.archives.shapes import Row, Section, Table
from common.audit.models import AuditEntry
from common.audit.sentences import told
from shop.legal.dossiers import Dossier
from shop.legal.sections.writing import moment
from shop.trail.queries import kept_from_points

AT_ONCE = 500
DECIDED = (
    ListingAct.APPROVED,
    ListingAct.RETURNED,
    ListingAct.REJECTED,
    ChangeAct.APPROVED,
    ChangeAct.RETURNED,
    ChangeAct.REJECTED,
)
DECISIONS = (ListingAct.SUBMITTED, ListingAct.TAKEN_UP, ChangeAct.SUBMITTED, *DECIDED)
TAKEDOWNS = (ListingAct.TAKEN_DOWN, ListingAct.SUSPENDED, ListingAct.LIFTED, ListingAct.LIFTED_TO_REST)
COLUMNS = ("Lúc", "Việc", "Lý do", "Trước và sau")


def decisions(dossier: Dossier) -> Section:
    """Who sent, returned, approved, rejected, took down or suspended what, when and why."""
    return Section(
        "duyet-va-go",
        "Duyệt và gỡ",
        "Ai gửi, ai duyệt, trả lại, từ chối; ai gỡ, đình chỉ hay cho bán lại, lúc nào và vì sao.",
        (
            Table("duyet", "Duyệt", COLUMNS, lambda: _rows(acts_of(dossier).filter(action__in=DECISIONS))),
            Table("go", "Gỡ và đình chỉ", COLUMNS, lambda: _rows(acts_of(dossier).filter(action__in=TAKEDOWNS))),
        ),
    )


def trail(dossier: Dossier) -> Section:
    """Every act for her and the records that went on in hers, or on the one listing and its changes."""
    return Section(
        "nhat-ky",
        "Nhật ký",
        "Mọi việc đã làm, với cả hai tên, từ cũ tới mới. Không ai sửa hay xoá được.",
        (Table("nhat-ky", "Mọi việc", COLUMNS, lambda: _rows(acts_of(dossier))),),
    )


def acts_of(dossier: Dossier) -> QuerySet[AuditEntry]:
    """Every act that the file tells of, the first one first."""
    acts = AuditEntry.objects.filter(on_behalf_of_id__in=list(dossier.records)).order_by("at", "pk")
    if not dossier.is_duty:
        acts = acts.exclude(kept_from_points())
    if dossier.listing is None:
        return acts
    on_them = Q()
    for thing in (dossier.listing, dossier.listing.product, *dossier.listing.changes.all()):
        on_them |= Q(subject_type=ContentType.objects.get_for_model(thing), subject_id=str(thing.pk))
    return acts.filter(on_them)


def _rows(acts: QuerySet[AuditEntry]) -> Iterator[Row]:
    for entry in acts.iterator(AT_ONCE):
        one = told(entry)
        changes = "\n".join(f"{label}: {before} → {after}" for label, before, after in one.changes)
        yield (moment(one.at), one.whole, one.reason, changes)
