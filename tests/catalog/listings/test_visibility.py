"""What is on sale: approved, and of a producer who lets the point sell for her. Only `settle` puts it there."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from oscar.apps.catalogue.models import Product

from catalog.listings.models import Listing
from catalog.listings.states import ListingState
from catalog.listings.visibility import follow_producer, settle
from catalog.search.models import SearchOutbox
from producers.consents.models import ConsentAnswer
from producers.consents.services import withdraw_consent
from producers.directory.models import Producer
from tests import factories

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[3]


def is_public(listing) -> bool:
    return Product.objects.get(pk=listing.product_id).is_public


def outbox() -> list[int]:
    return sorted(SearchOutbox.objects.values_list("key", flat=True))


@pytest.mark.parametrize("state", ListingState)
def test_only_what_is_approved_is_on_sale(state, mai):
    listing = factories.listing(of=mai, state=state)
    Product.objects.update(is_public=state != ListingState.APPROVED)
    assert settle([listing.product_id]) == 1
    assert is_public(listing) is (state == ListingState.APPROVED)
    assert outbox() == [listing.product_id]


@pytest.mark.parametrize("consents", ["", "name_and_picture voice motif"])
def test_without_consent_for_goods_nothing_is_on_sale(consents, nua_ngam):
    listing = factories.listing(of=factories.producer("Chị Pâng", nua_ngam, consents=consents))
    assert settle([listing.product_id]) == 1
    assert not is_public(listing)


def test_what_is_right_is_left_alone_and_the_search_not_troubled(mai):
    on, off = factories.listing(of=mai), factories.listing(of=mai, state=ListingState.DRAFT)
    assert settle([on.product_id, off.product_id, on.product_id, 999_999]) == 0
    assert (is_public(on), is_public(off), outbox()) == (True, False, [])
    assert settle([]) == 0


def test_only_the_products_asked_about_are_turned(mai):
    first, second = factories.listing(of=mai), factories.listing(of=mai)
    ConsentAnswer.objects.update(withdrawn_at=timezone.now() - timedelta(seconds=1))
    assert settle([first.product_id]) == 1
    assert (is_public(first), is_public(second), outbox()) == (False, True, [first.product_id])


def test_goods_of_many_are_settled_in_a_few_queries(mai, pao, django_assert_num_queries):
    keys = [factories.listing(of=each).product_id for each in (mai, pao, mai)]
    ConsentAnswer.objects.update(withdrawn_at=timezone.now())
    with django_assert_num_queries(7):  # two of them the savepoint
        assert settle(keys) == 3


def test_a_consent_taken_back_takes_all_her_goods_off_sale_in_one_transaction(mai, pao, tuan, settings):
    settings.AFTER_PRODUCER_CHANGE = "catalog.listings.visibility.follow_producer"
    hers, others = [factories.listing(of=mai) for _ in range(3)], factories.listing(of=pao)
    withdraw_consent(mai, "goods", by=tuan)
    assert [is_public(each) for each in hers] == [False] * 3
    assert is_public(others)
    assert outbox() == [each.product_id for each in hers]
    assert set(Listing.objects.values_list("state", flat=True)) == {"approved"}


def test_a_consent_given_anew_brings_back_what_is_approved(mai, tuan):
    approved, draft = factories.listing(of=mai), factories.listing(of=mai, state=ListingState.DRAFT)
    withdraw_consent(mai, "goods", by=tuan)
    factories.consent(mai, "goods", by=tuan)
    follow_producer(mai.pk)
    assert (is_public(approved), is_public(draft)) == (True, False)


def test_nothing_is_half_taken_off(mai, tuan, monkeypatch):
    listing = factories.listing(of=mai)
    monkeypatch.setattr("catalog.listings.visibility.mark_changed", broken)
    with pytest.raises(RuntimeError):
        withdraw_consent(mai, "goods", by=tuan)
    assert is_public(listing)
    assert not ConsentAnswer.objects.filter(withdrawn_at__isnull=False).exists()
    assert Producer.objects.get(pk=mai.pk) == mai


def test_no_other_code_puts_a_product_on_sale():
    writes = re.compile(r"\.update\([^)]*is_public=|create\([^)]*is_public=(?!False)|\.is_public\s*=[^=]")
    found = [
        str(path.relative_to(ROOT))
        for area in ("catalog", "producers", "shop")
        for path in sorted((ROOT / area).rglob("*.py"))
        if "migrations" not in path.parts and "bench" not in path.parts and writes.search(path.read_text("utf-8"))
    ]
    assert found == ["catalog/listings/visibility.py"]


def broken(keys):
    raise RuntimeError("The outbox is away.")
