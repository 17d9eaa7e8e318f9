"""What settings name above is really there, and is told of every change (ADR 0004)."""

import pytest

from catalog.search.models import SearchOutbox
from producers.consents.services import current_text, record_consent, withdraw_consent
from producers.directory.services import change_about
from tests import factories


@pytest.fixture
def khan(mai):
    """A scarf of Mai's on sale, with the search up to date."""
    listing = factories.listing(of=mai)
    SearchOutbox.objects.all().delete()
    return listing


def withdraw(producer, by):
    withdraw_consent(producer, "name_and_picture", by=by)


def record(producer, by):
    answers = {"goods": True, "name_and_picture": False, "voice": False, "motif": False, "ethnicity": False}
    record_consent(
        producer, answers=answers, text=current_text("vi"), language_read="vi", witness_name="Lò Văn Chứng", by=by
    )


def change(producer, by):
    change_about(producer, "Dệt từ nhỏ.", by=by)


@pytest.mark.parametrize("act", [withdraw, record, change])
def test_the_search_looks_at_her_goods_again(khan, mai, tuan, pao, act):
    factories.listing("Chăn Mông", of=pao)
    SearchOutbox.objects.all().delete()
    act(mai, tuan)
    assert list(SearchOutbox.objects.values_list("key", flat=True)) == [khan.product_id]
