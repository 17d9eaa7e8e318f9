"""Whole pages for people without any cookie, kept compressed until what they are made of changes.

1. The address is cut down to the parameters that the page understands, in one order.
2. The key is all that the page is made of: for a list its address, the search's generation, what waits to be told to
   the search, and the day (badges end at midnight); for a product or a maker also all that was read of it just now:
   stock, price and consent show at once.
3. Browsers keep the page too but ask each time (`no-cache`); if it is unchanged they get 304 and nothing else.
A person with a cookie (basket, sign-in, message) gets a page of her own that nobody keeps.
"""

import gzip
from collections.abc import Callable, Iterable
from functools import wraps
from hashlib import blake2b
from http import HTTPStatus
from typing import Any, TypeVar

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from isal import igzip

from catalog.finding.waiting import waiting
from catalog.search.engine import get_engine
from catalog.search.port import SearchUnavailable

KEEP_SECONDS = 600
COMPRESSION = 1
OURS_ALONE = "private, no-cache"
ASK_EACH_TIME = "public, no-cache"

View = Callable[..., HttpResponse]
T = TypeVar("T")


def public_page(*parameters: str) -> Callable[[View], View]:
    """A page for everybody that understands these parameters alone; calm while the search is away."""

    def decorate(view: View) -> View:
        @require_safe
        @wraps(view)
        def page(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            request.GET = known(request.GET, parameters)  # type: ignore[assignment]
            try:
                return view(request, **kwargs)
            except SearchUnavailable:
                return unavailable(request)

        return page

    return decorate


def list_page(*parameters: str) -> Callable[[View], View]:
    """A public page made of nothing but what the search finds for its address on this day."""

    def decorate(view: View) -> View:
        @public_page(*parameters)
        @wraps(view)
        def page(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            return kept_page(request, found_today(request), lambda: view(request, **kwargs))

        return page

    return decorate


def found_today(request: HttpRequest) -> tuple[object, ...]:
    """All that decides what the search finds for this address, and what has changed since it last heard."""
    return request.GET.urlencode(), *on_sale_today(request)


def on_sale_today(request: HttpRequest) -> tuple[object, ...]:
    """What changes whenever something on sale does."""
    return get_engine().generation(), waiting(request).word, timezone.localdate()


def kept_page(request: HttpRequest, made_of: object, draw: Callable[[], HttpResponse]) -> HttpResponse:
    """The page drawn from exactly `made_of`: kept for people without a cookie, drawn anew for others.

    What a page shows must all be in `made_of`, so that it can never be older than what it is made of.
    """
    if request.COOKIES:
        return own_page(draw())
    key = f"page:{_digest(repr((request.path, made_of, _release())).encode())}"
    kept: tuple[str, bytes] | None = cache.get(key)
    if kept is None:
        response = draw()
        if response.status_code != HTTPStatus.OK or response.cookies:
            return response
        kept = (f'W/"{_digest(response.content)}"', igzip.compress(response.content, COMPRESSION, mtime=0))
        cache.set(key, kept, KEEP_SECONDS)
    return _answer(request, *kept)


def kept_with_search(request: HttpRequest, name: str, find: Callable[[], T]) -> T:
    """What was found, kept until something on sale changes or the day ends."""
    key = f"{name}:{_digest(repr(on_sale_today(request)).encode())}"
    found: T | None = cache.get(key)
    if found is None:
        found = find()
        cache.set(key, found, KEEP_SECONDS)
    return found


def unavailable(request: HttpRequest) -> HttpResponse:
    """Say calmly that the stalls cannot be seen just now, and whom to phone."""
    response = render(request, "storefront/unavailable.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = "60"
    response["Cache-Control"] = "no-store"
    return response


def known(get: QueryDict, parameters: Iterable[str]) -> QueryDict:
    """The parameters that the page understands, in order, without empty ones."""
    kept = QueryDict(mutable=True)
    for name in sorted(parameters):
        values = sorted({value for value in get.getlist(name) if value})
        if values:
            kept.setlist(name, values)
    return kept


def own_page(response: HttpResponse) -> HttpResponse:
    """A page for this person alone."""
    response["Cache-Control"] = OURS_ALONE
    patch_vary_headers(response, ["Cookie"])
    return response


def _answer(request: HttpRequest, tag: str, packed: bytes) -> HttpResponse:
    if request.headers.get("If-None-Match") == tag:
        return _labelled(HttpResponseNotModified(), tag)
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return _labelled(HttpResponse(gzip.decompress(packed)), tag)
    return _labelled(HttpResponse(packed, headers={"Content-Encoding": "gzip"}), tag)


def _release() -> str:
    """A word that changes with the look, so that no kept page asks for a style sheet that is gone."""
    word: str = getattr(staticfiles_storage, "manifest_hash", "")
    return word


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=12).hexdigest()


def _labelled(response: HttpResponse, tag: str) -> HttpResponse:
    response["ETag"] = tag
    response["Cache-Control"] = ASK_EACH_TIME
    patch_vary_headers(response, ["Cookie", "Accept-Encoding"])
    return response
