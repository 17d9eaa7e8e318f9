"""The models of the areas places, directory, notices and onboarding."""

from producers.directory.models import Membership, Producer, SupportPoint
from producers.notices.models import Notice
from producers.onboarding.models import Consent, ConsentAnswer, ConsentText
from producers.places.models import Commune, FormerCommune, Province

__all__ = [
    "Commune",
    "Consent",
    "ConsentAnswer",
    "ConsentText",
    "FormerCommune",
    "Membership",
    "Notice",
    "Producer",
    "Province",
    "SupportPoint",
]
