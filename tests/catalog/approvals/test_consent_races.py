"""An approval and a consent taken back in one moment, on PostgreSQL: whatever wins, nothing is public without it."""

from threading import Event
from typing import Any

import pytest
from django.core.files.base import ContentFile

from catalog.approvals import services as approving
from catalog.approvals.changes.services import approve_change
from catalog.approvals.services import ConsentMissing, approve_listing
from catalog.changes import applying
from catalog.changes.facts import live_facts, seen_version
from catalog.changes.models import ChangeRequest
from catalog.listings.indexing import build_documents
from catalog.listings.models import Listing
from catalog.listings.presentation import product_url
from catalog.stories.models import Voice
from common.pictures.intake import let_in
from producers.consents.services import withdraw_consent
from producers.consents.states import ConsentScope
from producers.directory.models import Producer
from tests import factories
from tests.catalog.approvals.test_races import at_once, mine, my_change

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

NAME = "Bà Lò Thị Mai"
LEFT = {
    "goods": set(),
    "name_and_picture": {"goods", "voice"},
    "voice": {"goods", "name", "portrait"},
}
"""What stays public when she takes a scope back."""


@pytest.fixture
def scarf(mai, tuan) -> Listing:
    """Mai's scarf, sent by Tuấn, with a voice; she agrees to everything and has a portrait."""
    mai.picture = let_in(factories.photo_file(70))
    mai.save()
    factories.consent(mai, *ConsentScope, by=tuan)
    listing = factories.listing(of=mai, state="submitted", submitted_by=tuan, photos=1)
    voice = Voice(story=listing.product.story, language="blt", seconds=28)
    voice.opus.save("ke.webm", ContentFile(b"opus"), save=False)
    voice.compatible.save("ke.mp3", ContentFile(b"mp3"), save=True)
    return listing


def public(scarf: Listing, visitor: Any) -> set[str]:
    """What everybody can see, on the page, in the files and in the search once its worker has caught up."""
    product, documents = scarf.product, build_documents([scarf.product_id])
    page = visitor.get(product_url(product.pk, product.title))
    told = page.text if page.status_code == 200 else ""
    files = {
        "portrait": f"/tep/{scarf.producer.picture.path(160)}",
        "voice": product.story.voices.get().opus.url,
    }
    seen = {name for name, address in files.items() if visitor.get(address).status_code == 200}
    if documents or told or Listing.objects.get(pk=scarf.pk).product.is_public:
        seen.add("goods")
    if NAME in told or any(NAME in str(each) for each in documents):
        seen.add("name")
    return seen


@pytest.mark.parametrize("_again", range(3))
@pytest.mark.parametrize("scope", LEFT)
def test_a_listing_approved_in_that_moment(scope, _again, scarf, mai, tuan, linh, visitor):
    seen, hers, theirs = scarf.submitted_at, Producer.objects.get(pk=mai.pk), mine(scarf)
    approved, taken_back = at_once(
        lambda: approve_listing(theirs, by=linh, seen=seen), lambda: withdraw_consent(hers, scope, by=tuan)
    )
    assert taken_back is None
    assert approved is None or (scope == "goods" and isinstance(approved, ConsentMissing))
    assert public(scarf, visitor) == LEFT[scope]


@pytest.mark.parametrize("_again", range(3))
@pytest.mark.parametrize("scope", LEFT)
def test_a_change_approved_in_that_moment(scope, _again, scarf, mai, tuan, linh, visitor):
    approve_listing(scarf, by=linh, seen=scarf.submitted_at)
    change = factories.change(scarf, state="submitted", price=400_000, story="Mẹ dạy tôi dệt.")
    seen, hers, theirs = seen_version(change, live_facts(scarf)), Producer.objects.get(pk=mai.pk), my_change(change)
    approved, taken_back = at_once(
        lambda: approve_change(theirs, by=linh, seen=seen), lambda: withdraw_consent(hers, scope, by=tuan)
    )
    assert taken_back is None
    assert approved is None or (scope == "goods" and isinstance(approved, ConsentMissing))
    assert ChangeRequest.objects.get().state == ("approved" if approved is None else "submitted")
    assert public(scarf, visitor) == LEFT[scope]


@pytest.fixture
def take_back_before_it_is_shown(mai, tuan, monkeypatch):
    """Let her take a scope back after an approval has asked for it, before the approval puts the thing on sale."""

    def together(scope: str, module: Any, approve: Any) -> list[Any]:
        asked, is_over, settle = Event(), Event(), module.settle
        hers = Producer.objects.get(pk=mai.pk)

        def settle_later(keys: Any) -> int:
            asked.set()
            is_over.wait(0.5)
            return int(settle(keys))

        def take_back() -> None:
            asked.wait(5)
            withdraw_consent(hers, scope, by=tuan)
            is_over.set()

        monkeypatch.setattr(module, "settle", settle_later)
        return at_once(approve, take_back)

    return together


@pytest.mark.parametrize("scope", LEFT)
def test_a_listing_whose_approver_was_let_through(scope, scarf, linh, visitor, take_back_before_it_is_shown):
    theirs, seen = mine(scarf), scarf.submitted_at
    outcomes = take_back_before_it_is_shown(scope, approving, lambda: approve_listing(theirs, by=linh, seen=seen))
    assert outcomes == [None, None]
    assert public(scarf, visitor) == LEFT[scope]


@pytest.mark.parametrize("scope", LEFT)
def test_a_change_whose_approver_was_let_through(scope, scarf, linh, visitor, take_back_before_it_is_shown):
    approve_listing(scarf, by=linh, seen=scarf.submitted_at)
    change = factories.change(scarf, state="submitted", title="Khăn mới")
    theirs, seen = my_change(change), seen_version(change, live_facts(scarf))
    outcomes = take_back_before_it_is_shown(scope, applying, lambda: approve_change(theirs, by=linh, seen=seen))
    assert outcomes == [None, None]
    scarf.product.refresh_from_db()
    assert public(scarf, visitor) == LEFT[scope]
