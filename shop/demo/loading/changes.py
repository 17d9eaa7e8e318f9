"""A change of goods on sale that waits for the approver of the demo: new words, a new price, a photo less."""

from collections.abc import Mapping

from catalog.changes.facts import live_facts, live_version
from catalog.changes.photos import remove_photo
from catalog.changes.services import save_change, start_change, submit_change
from catalog.listings.models import Listing
from catalog.listings.services import Draft

TEA = 1
"""The product, by its number, that the change is about."""
DESCRIPTION = "Trà xanh một tôm hai lá hái từ những cây chè cổ thụ, sao chảo gang bằng củi, đóng hộp ngay tại bản."
DEARER_PERCENT = 130


def load_change(listings: Mapping[int, Listing]) -> None:
    """Write and send the change as the officer who wrote the listing."""
    listing = listings[TEA]
    officer, facts = listing.created_by, live_facts(listing)
    change = start_change(listing, by=officer)
    price_dong = facts["price"] * DEARER_PERCENT // 100
    draft = Draft(typed={}, right={"description": DESCRIPTION, "price": price_dong}, version=change.version)
    save_change(change, draft, live=live_version(facts), by=officer)
    if change.photos.count() > 1:
        remove_photo(change, change.photos.latest("place").pk, by=officer)
    submit_change(change, by=officer)
