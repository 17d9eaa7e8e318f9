"""One of everything that lists show, of a producer of her own, again and again."""

from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from catalog.listings.states import ListingState, PauseReason
from producers.directory.models import SupportPoint
from producers.directory.states import ProducerState, Role
from producers.notices.services import notify
from producers.staffing.services import Offer, invite
from shop.consignments.states import ConsignmentState
from shop.privacy.services import open_request
from tests import factories
from tests.factories.complaints import complaint
from tests.factories.identity import identity_check
from tests.factories.moderation import authority_request, licence, restriction
from tests.factories.ocop import decision_list, dossier
from tests.factories.orders import consignment

_number = count(1)
LONG_AGO = timedelta(days=120)


def add_to_crowd(at: SupportPoint, *, officer: Any, helper: Any, administrator: Any, buyer: Any) -> None:
    """Add a producer with goods in every state and all that can happen to them, and whoever works beside her."""
    number = next(_number)
    maker = factories.producer(f"Bà Quàng Thị {number}", at, created_by=officer)
    _goods(maker, number, officer=officer, buyer=buyer)
    _people(at, number, officer=officer, helper=helper, administrator=administrator)
    identity_check(maker)
    licence(maker)
    licence(maker, until_date=timezone.localdate() + timedelta(days=20), number=f"{number}/GP")
    licence(maker, state="claimed", number=f"{number}/GP-2")
    notify(at, f"Tin {number}.", url="/can-bo/hang/", producer=maker)
    open_request("access", name=maker.name, producer=maker, by=officer)
    decision_list(at.commune.province, by=officer, decision_no=f"{number}/QĐ-UBND")


def _goods(maker: Any, number: int, *, officer: Any, buyer: Any) -> None:
    for state in ListingState:
        paused = {"paused_because": PauseReason.NOT_CONFIRMED} if state == ListingState.PAUSED else {}
        factories.listing(f"Khăn {number} {state}", maker, state=state, submitted_by=officer, **paused)
    old = factories.listing(f"Túi {number}", maker, photos=1)
    type(old).objects.filter(pk=old.pk).update(confirmed_at=timezone.now() - LONG_AGO)
    for stage in ("draft", "submitted", "changes_requested"):
        factories.change(factories.listing(f"Váy {number} {stage}", maker), state=stage, by=officer, title="Váy mới")
    factories.certificate(old, scan="rieng/khan.webp")
    factories.certificate(factories.listing(f"Chăn {number}", maker), verified=False)
    dossier(old)
    for step in ConsignmentState:
        sent = consignment(old, buyer=buyer, state=step)
    complaint(sent, phone="0912345678")
    complaint(old)
    authority_request(maker, old, document_no=f"{number}/QLTT")
    restriction(maker)
    restriction(maker, old)


def _people(at: SupportPoint, number: int, *, officer: Any, helper: Any, administrator: Any) -> None:
    for state in ProducerState:
        factories.producer(f"Bà Lò Thị {number} {state}", at, created_by=officer, state=state, consents="")
    for _ in range(2):
        factories.producer(f"Bà Tòng Thị Hai {number}", at, created_by=officer, phone=f"09123456{number:02}")
    factories.producer(f"Ông Cứ A {number}", at, created_by=helper, state=ProducerState.DRAFT, consents="")
    leaving = factories.producer(f"Bà Lường Thị {number}", at, created_by=officer, consents="")
    factories.consent(leaving, "goods", by=officer, until_date=timezone.localdate() + timedelta(days=5))
    factories.officer(f"can-bo-{number}", f"Lò Văn {number}", at)
    other = factories.point(f"Điểm hỗ trợ số {number}")
    factories.officer(f"can-bo-khac-{number}", f"Cà Văn {number}", other)
    invite(Offer(full_name=f"Cà Thị {number}", role=Role.HELPER, point=at), by=administrator)
