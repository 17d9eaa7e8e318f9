"""The models of the areas ocop, stories, search and listings."""

from catalog.listings.models import Listing, ListingPhoto
from catalog.ocop.models import Certificate
from catalog.search.models import SearchOutbox
from catalog.stories.models import Story, Voice

__all__ = ["Certificate", "Listing", "ListingPhoto", "SearchOutbox", "Story", "Voice"]
