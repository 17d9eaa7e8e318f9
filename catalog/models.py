"""The models of the areas ocop, stories, search, listings and changes."""

from catalog.changes.models import ChangePhoto, ChangeRequest
from catalog.decisions.models import DecisionList
from catalog.listings.models import Listing, ListingPhoto
from catalog.ocop.models import Certificate, Dossier, RenewalReminder
from catalog.search.models import SearchOutbox
from catalog.stories.models import Story, Voice

__all__ = [
    "Certificate",
    "ChangePhoto",
    "ChangeRequest",
    "DecisionList",
    "Dossier",
    "Listing",
    "ListingPhoto",
    "RenewalReminder",
    "SearchOutbox",
    "Story",
    "Voice",
]
