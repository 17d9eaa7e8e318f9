"""Tell what is above that a producer, or what she agrees to, has changed; ask it what stands against her (ADR 0004)."""

from django.conf import settings
from django.utils.module_loading import import_string

from producers.directory.models import Producer


def announce_change(producer: Producer) -> None:
    """Call the function that settings name; it runs in the caller's transaction, or not at all."""
    import_string(settings.AFTER_PRODUCER_CHANGE)(producer.pk)


def why_stays_suspended(producer: Producer) -> str:
    """Ask the function that settings name why her suspension cannot be lifted by itself; empty if it can."""
    why: str = import_string(settings.WHY_STAYS_SUSPENDED)(producer.pk)
    return why


def announce_consent_end(producer: Producer, scope: str) -> None:
    """Call every function of AFTER_CONSENT_END with her id and the scope that she no longer agrees to.

    Each runs in the caller's transaction: whoever keeps something on that consent alone lets go of it there.
    """
    for path in settings.AFTER_CONSENT_END:
        import_string(path)(producer.pk, scope)
