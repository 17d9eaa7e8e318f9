"""The models of the areas places, directory and onboarding."""

from producers.directory.models import Membership, Producer, SupportPoint
from producers.onboarding.models import Consent, ConsentAnswer, ConsentText
from producers.places.models import Commune, FormerCommune, Province

__all__ = [
    "Commune",
    "Consent",
    "ConsentAnswer",
    "ConsentText",
    "FormerCommune",
    "Membership",
    "Producer",
    "Province",
    "SupportPoint",
]
