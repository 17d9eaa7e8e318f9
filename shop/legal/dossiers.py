"""Whose file it is, who may take it along, and the archive made of its sections."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string

from catalog.listings.models import Listing
from common.archives.shapes import Archive, Section
from common.audit.services import name_of
from common.text import slugify
from producers.directory.models import Producer
from producers.directory.queries import AnyUser, memberships_of, producers_served_by
from producers.directory.states import Role
from shop.legal.merged import Records, records_of


@dataclass(frozen=True)
class Dossier:
    """The file of a producer, with orders and complaints of records that went on in hers; or of one listing of hers.

    `is_duty` is the file that law asks for, with the buyers of orders by name; else it is the producer's own, where a
    buyer is no more than a province. Her people stand in it only `with_people`: for those who serve her, and herself.
    """

    producer: Producer
    listing: Listing | None = None
    is_duty: bool = False
    with_people: bool = False

    @property
    def title(self) -> str:
        """What the file is called."""
        if self.listing:
            return f"Hồ sơ pháp lý của mặt hàng: {self.listing}"
        return f"{'Hồ sơ pháp lý của người bán' if self.is_duty else 'Trọn bộ hồ sơ của'}: {self.producer}"

    @cached_property
    def records(self) -> Records:
        """Her record and those that went on in it, each with what is said of its rows."""
        return records_of(self.producer)

    @property
    def listings(self) -> QuerySet[Listing]:
        """The listings of the file."""
        every = Listing.objects.filter(producer=self.producer)
        return every.filter(pk=self.listing.pk) if self.listing else every


SectionMaker = Callable[[Dossier], Section]


@lru_cache
def section_makers() -> list[SectionMaker]:
    """The functions that write the sections, in their order; settings name them (ADR 0004)."""
    return [import_string(path) for path in settings.LEGAL_SECTIONS]


def sections_of(dossier: Dossier) -> list[Section]:
    """The sections of the file."""
    return [make(dossier) for make in section_makers()]


def archive_of(dossier: Dossier, *, by: User, reason: str, at: datetime) -> Archive:
    """The file as one archive."""
    market = settings.MARKET
    facts = [
        ("Người bán", str(dossier.producer)),
        ("Nơi ở", f"{dossier.producer.village}, {dossier.producer.commune.full_name}".removeprefix(", ")),
        ("Điểm hỗ trợ", str(dossier.producer.point)),
        ("Lập lúc", f"{timezone.localtime(at):%H:%M %d/%m/%Y}"),
        ("Người lập", name_of(by)),
        ("Lý do", reason or "Người bán xin hồ sơ của mình"),
        ("Đơn vị vận hành chợ", f"{market['operator']}, {market['phone']}"),
    ]
    subject = str(dossier.listing or dossier.producer)
    return Archive(f"ho-so-{slugify(subject) or 'nguoi-ban'}", dossier.title, facts, at, sections_of(dossier))


def producers_with_a_duty_file_for(user: AnyUser) -> QuerySet[Producer]:
    """The producers whose legal-duty file the user may take along: an administrator all, an auditor her provinces'."""
    if user.is_active and getattr(user, "is_superuser", False):
        return Producer.objects.all()
    audits = memberships_of(user, Role.AUDITOR)
    if audits.filter(province__isnull=True).exists():
        return Producer.objects.all()
    return Producer.objects.filter(commune__province__in=audits.values("province"))


def producers_with_an_own_file_for(user: AnyUser) -> QuerySet[Producer]:
    """The producers whose whole file the user may take along: those she serves, herself, and an administrator all."""
    if user.is_active and getattr(user, "is_superuser", False):
        return Producer.objects.all()
    return producers_served_by(user)
