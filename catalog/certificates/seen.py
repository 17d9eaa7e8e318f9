"""A mark of what is written on a certificate, so that what is checked is what was seen."""

from catalog.changes.facts import plain, version_of
from catalog.ocop.models import Certificate
from catalog.ocop.services import SUBJECT, WRITTEN


def seen_of(certificate: Certificate) -> str:
    """Another mark, and its holder or something written on it has changed."""
    return version_of(plain({name: getattr(certificate, name) for name in (*WRITTEN, *SUBJECT, "holder_id")}))
