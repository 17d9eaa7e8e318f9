"""The models of the areas places, directory, staffing, notices and consents."""

from producers.consents.models import (
    Consent,
    ConsentAnswer,
    ConsentProof,
    ConsentReading,
    ConsentText,
    ConsentTranslation,
)
from producers.directory.models import Membership, Producer, SupportPoint
from producers.ethnicity.models import Ethnicity
from producers.identity.models import IdentityCheck
from producers.notices.models import Notice
from producers.pairs.models import TwoPeople
from producers.payees.models import PayeeChange
from producers.places.models import Commune, FormerCommune, Province
from producers.staffing.models import Invitation

__all__ = [
    "Commune",
    "Consent",
    "ConsentAnswer",
    "ConsentProof",
    "ConsentReading",
    "ConsentText",
    "ConsentTranslation",
    "Ethnicity",
    "FormerCommune",
    "IdentityCheck",
    "Invitation",
    "Membership",
    "Notice",
    "PayeeChange",
    "Producer",
    "Province",
    "SupportPoint",
    "TwoPeople",
]
