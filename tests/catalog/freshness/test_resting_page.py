"""What a visitor reads of a thing that rests."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.freshness.services import pause_listing, resume_listing
from catalog.listings.presentation import product_url
from catalog.listings.states import ListingState, PauseReason
from tests import factories

pytestmark = pytest.mark.django_db


def look(visitor, listing):
    return visitor.get(product_url(listing.product_id, listing.product.title))


def test_it_says_kindly_that_it_rests_and_until_when(visitor, mai, tuan):
    scarf = factories.listing(of=mai, photos=1)
    back = timezone.localdate() + timedelta(days=40)
    pause_listing(scarf, by=tuan, because=PauseReason.AT_HOME, back_date=back)
    answer = look(visitor, scarf)
    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 200
    assert "Tạm nghỉ bán" in page
    assert f"hẹn trở lại khoảng ngày <b>{back:%d/%m/%Y}</b>" in page
    assert 'content="noindex"' in page
    assert "Nhà có việc" not in page
    assert "250.000" not in page
    assert "/gio/them/" not in page
    resume_listing(scarf, by=tuan)
    assert "/gio/them/" in look(visitor, scarf).content.decode()


def test_a_day_that_has_passed_is_not_promised(visitor, mai):
    yesterday = timezone.localdate() - timedelta(days=1)
    scarf = factories.listing(of=mai, state=ListingState.PAUSED, paused_because="season", back_date=yesterday)
    page = look(visitor, scarf).content.decode()
    assert "tạm nghỉ bán" in page
    assert "hẹn trở lại" not in page


@pytest.mark.parametrize("state", [each for each in ListingState if each not in ("approved", "paused")])
def test_of_no_other_state_anything_is_shown(visitor, mai, state):
    assert look(visitor, factories.listing(of=mai, state=state)).status_code == 404


def test_without_her_consent_nothing_is_shown_of_what_rests(visitor, mai, tuan):
    scarf = factories.listing(of=mai, state=ListingState.PAUSED)
    factories.consent(mai, "name_and_picture", by=tuan)
    assert look(visitor, scarf).status_code == 404
