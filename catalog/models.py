"""The models of the areas ocop, stories, search, licences, listings, changes and moderation."""

from catalog.changes.models import ChangePhoto, ChangeRequest
from catalog.decision_lists.models import DecisionList
from catalog.licences.models import Licence
from catalog.listings.models import Listing, ListingPhoto
from catalog.moderation.models import AuthorityRequest, Hold, Restriction
from catalog.ocop.models import Certificate, Dossier, RenewalReminder
from catalog.search.models import SearchOutbox
from catalog.stories.models import Story, Voice

__all__ = [
    "AuthorityRequest",
    "Certificate",
    "ChangePhoto",
    "ChangeRequest",
    "DecisionList",
    "Dossier",
    "Hold",
    "Licence",
    "Listing",
    "ListingPhoto",
    "RenewalReminder",
    "Restriction",
    "SearchOutbox",
    "Story",
    "Voice",
]
