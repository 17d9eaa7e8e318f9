"""Every table of moves, whole: each act from each state by each person is made, or is refused and changes nothing."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.db import transaction

from catalog.changes.states import MOVES as CHANGE_MOVES
from catalog.licences.states import MOVES as LICENCE_MOVES
from catalog.listings.states import MOVES as LISTING_MOVES
from catalog.moderation.states import REQUEST_MOVES, RESTRICTION_MOVES
from common.audit.models import AuditEntry
from common.transitions import Actor, MoveNotAllowed, NotTheirMove, move
from producers.directory.states import MOVES as PRODUCER_MOVES
from producers.payees.states import MOVES as PAYEE_MOVES
from shop.consignments.states import MOVES as CONSIGNMENT_MOVES
from shop.feedback.states import MOVES as COMPLAINT_MOVES
from shop.privacy.services import open_request
from shop.privacy.states import MOVES as DATA_MOVES
from tests import factories
from tests.factories.complaints import complaint
from tests.factories.moderation import authority_request, licence, restriction
from tests.factories.orders import consignment
from tests.factories.payees import payee_change

pytestmark = pytest.mark.django_db

KINDS: dict[str, tuple[Any, Callable[..., Any]]] = {
    "producer": (PRODUCER_MOVES, lambda mai, an: mai),
    "listing": (LISTING_MOVES, lambda mai, an: factories.listing(of=mai)),
    "complaint": (COMPLAINT_MOVES, lambda mai, an: complaint(consignment(factories.listing(of=mai), buyer=an))),
    "change": (CHANGE_MOVES, lambda mai, an: factories.change(factories.listing(of=mai))),
    "data request": (DATA_MOVES, lambda mai, an: open_request("access", name=mai.name, producer=mai)),
    "authority's request": (REQUEST_MOVES, lambda mai, an: authority_request(mai)),
    "change of account": (PAYEE_MOVES, lambda mai, an: payee_change(mai)),
    "licence": (LICENCE_MOVES, lambda mai, an: licence(mai)),
    "restriction": (RESTRICTION_MOVES, lambda mai, an: restriction(mai)),
    "consignment": (CONSIGNMENT_MOVES, lambda mai, an: consignment(factories.listing(of=mai), buyer=an)),
}
"""Each kind of thing that moves: its table, and how one of Mai's is made."""

CAST: dict[str, frozenset[Actor]] = {
    "tuan": frozenset({Actor.OFFICER}),
    "chu": frozenset({Actor.HELPER}),
    "herself": frozenset({Actor.PRODUCER}),
    "linh": frozenset({Actor.APPROVER}),
    "quan": frozenset({Actor.ADMINISTRATOR}),
    "an": frozenset({Actor.BUYER}),
    "bao": frozenset(),
    "giang": frozenset(),
    "thanh": frozenset(),
}
"""The people of the tests, and as what each acts on what is Mai's; An is a buyer of her parcels alone."""


@pytest.fixture
def herself(mai):
    """Mai with a login of her own."""
    person = factories.user("mai", "Lò Thị Mai")
    mai.partner.users.add(person)
    return person


@pytest.mark.whole
@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("kind", KINDS)
def test_each_move_is_made_by_those_of_the_table_alone(kind, who, mai, an, request):
    table, make = KINDS[kind]
    person = request.getfixturevalue(who)
    row = make(mai, an)
    for act, state in every_act_and_state(table, row):
        type(row).objects.filter(pk=row.pk).update(state=state)
        entries = AuditEntry.objects.count()
        made, refusal = tried(row, act, person)
        row.refresh_from_db()
        if not CAST[who] & table[act].actors:
            assert (refusal, row.state) == (NotTheirMove, state)
        elif state not in table[act].sources:
            assert (refusal, row.state) == (MoveNotAllowed, state)
        else:
            assert (refusal, row.state) == (None, table[act].to)
        assert AuditEntry.objects.count() == entries + made


@pytest.mark.parametrize("kind", KINDS)
def test_every_state_can_be_reached_and_every_move_has_its_actor(kind):
    table, _ = KINDS[kind]
    assert all(made.sources and made.actors for made in table.values())
    assert all(made.to not in made.sources for made in table.values())


def every_act_and_state(table: Any, row: Any) -> Iterable[tuple[str, str]]:
    states = [state for state, _ in type(row)._meta.get_field("state").choices]
    return [(act, state) for act in table for state in states]


def tried(row: Any, act: str, person: Any) -> tuple[bool, type[Exception] | None]:
    try:
        with transaction.atomic():
            move(row, act, by=person)
    except (NotTheirMove, MoveNotAllowed) as refused:
        return False, type(refused)
    return True, None
