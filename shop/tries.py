"""Slow down whoever guesses: so many wrong tries in a while, counted in the cache by who tries and at what."""

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def has_tried_too_often(what: str, *who: str) -> bool:
    """Whether there were as many wrong tries as settings.WRONG_TRIES allows."""
    most, _ = settings.WRONG_TRIES[what]
    return bool(cache.get(_key(what, who), 0) >= most)


def count_wrong_try(what: str, *who: str) -> None:
    """Add one; the count is forgotten when the while after the first try is over."""
    _, seconds = settings.WRONG_TRIES[what]
    key = _key(what, who)
    if not cache.add(key, 1, seconds):
        try:
            cache.incr(key)
        except ValueError:  # it ended between the two
            cache.set(key, 1, seconds)


def address_of(request: HttpRequest) -> str:
    """The network address of the visitor; behind a proxy, the header that the proxy sets holds it."""
    return str(request.META.get(settings.CLIENT_ADDRESS, ""))


def _key(what: str, who: tuple[str, ...]) -> str:
    return f"tries:{what}:{hashlib.sha256('|'.join(who).encode()).hexdigest()}"
