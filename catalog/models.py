"""The models of the areas ocop, stories, search and listings."""

from catalog.decisions.models import DecisionList
from catalog.listings.models import Listing, ListingPhoto
from catalog.ocop.models import Certificate, Dossier, RenewalReminder
from catalog.search.models import SearchOutbox
from catalog.stories.models import Story, Voice

__all__ = [
    "Certificate",
    "DecisionList",
    "Dossier",
    "Listing",
    "ListingPhoto",
    "RenewalReminder",
    "SearchOutbox",
    "Story",
    "Voice",
]
