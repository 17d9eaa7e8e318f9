"""The requests that are measured: a visitor's pages, the basket, a whole order, the staff's lists."""

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.db.models import Count
from django.utils import timezone

from catalog.listings.models import Listing
from catalog.search.embedded import EmbeddedEngine
from catalog.search.engine import get_engine
from common.look import cards
from common.policies.services import accept
from common.policies.texts import asked_versions
from producers.directory.models import Membership, SupportPoint
from producers.directory.states import Role
from producers.places.models import Commune
from shop.bench.browser import Answer, Browser
from shop.bench.measure import Figure, measure

BUYER = {"recipient": "Lê Hoài An", "phone": "0912345678", "house": "12 Hàng Bạc", "note": ""}


def figures(application: WSGIHandler) -> list[Figure]:
    """Measure everything, the bare view first."""
    visitor = Browser(application)
    products = _two_products()
    pages = {
        "home": "/",
        "category": "/nhom/thuc-pham/",
        "category, page 20, filtered": "/nhom/thuc-pham/?trang=20&sao=3",
        "search, two words": "/tim/?q=mat+ong",
        "search, place": "/tim/?q=huyen+tua+chua",
        "makers": "/nguoi-ban/",
        "communes": "/xa/",
        "register": "/ocop/",
        "product": f"/hang/{products[0].product_id}/{products[0].product.slug}/",
    }
    measured = [measure("bare Django view", _getter(visitor, "/bench/bare/"), times=500)]
    for name, path in pages.items():
        measured.append(measure(f"{name}, cold", _getter(visitor, path), times=100, before=_forget))
        measured.append(measure(f"{name}, asked before", _getter(visitor, path), times=100, before=cache.clear))
        measured.append(measure(f"{name}, changed", _getter(visitor, path), times=100, before=_change))
        measured.append(measure(f"{name}, kept", _getter(visitor, path), times=200))
    return measured + _shopping(application, products) + _work(application)


def _forget() -> None:
    """As when nobody has asked for this before: no page is kept, no answer or count of the index, no card drawn."""
    cache.clear()
    cards._drawn.cache_clear()
    engine = get_engine()
    if isinstance(engine, EmbeddedEngine):
        view = engine._view_now()
        view.answers.cache_clear()
        view.counts.cache_clear()


def _change() -> None:
    """As when a product has just been indexed anew: no page is kept, and the index is opened and counted again."""
    cache.clear()
    get_engine().refresh()


def _getter(browser: Browser, path: str) -> Callable[[], Answer]:
    """Fetch the page; an answer that is no page is no figure."""

    def get() -> Answer:
        answer = browser.get(path)
        if answer.status != HTTPStatus.OK:
            raise RuntimeError(f"{path} answers {answer.status}")
        return answer

    return get


def _two_products() -> list[Listing]:
    """Two things in stock, of two producers."""
    in_stock = Listing.objects.filter(product__stockrecords__num_in_stock__gt=0).select_related("product")
    first = in_stock.order_by("pk")[0]
    return [first, in_stock.exclude(producer=first.producer_id).order_by("pk")[0]]


def _shopping(application: WSGIHandler, products: list[Listing]) -> list[Figure]:
    holder: dict[str, Browser] = {}

    def newcomer() -> None:
        holder["browser"] = Browser(application)

    def with_basket() -> None:
        newcomer()
        _add(holder["browser"], products[0])

    return [
        measure("add to basket, first", lambda: _add(holder["browser"], products[0]), times=40, before=newcomer),
        measure("add to basket, second", lambda: _add(holder["browser"], products[1]), times=40, before=with_basket),
        measure("basket page", lambda: holder["browser"].get("/gio/"), times=40, before=with_basket),
        measure(
            "order of two producers, whole", lambda: _order(holder["browser"], products), times=20, before=newcomer
        ),
    ]


def _add(browser: Browser, listing: Listing) -> Answer:
    return browser.post("/gio/them/", {"product": listing.product_id, "quantity": 1})


def _order(browser: Browser, products: list[Listing]) -> Answer:
    """Add both, open the order page, place the order, see it."""
    for listing in products:
        _add(browser, listing)
    commune = Commune.objects.select_related("province").get(code="00070")
    place = {"commune_province": commune.province_id, "commune_text": commune.name, "commune_code": commune.code}
    page = browser.get(f"/dat-hang/?den={commune.province_id}", accept_encoding="identity").body.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    placed = browser.post("/dat-hang/", {**BUYER, **place, **hidden})
    if placed.status == 200:
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', placed.body.decode()))
        placed = browser.post("/dat-hang/", {**BUYER, **place, **hidden})
    return browser.get(placed.location)


def _work(application: WSGIHandler) -> list[Figure]:
    """The lists of an officer of one point, of a province's approver, and of an auditor of everything."""
    point = SupportPoint.objects.annotate(busy=Count("producers")).order_by("-busy", "pk")[0]
    officer = _signed_in(application, "bench-officer-of-one", role=Role.OFFICER, point=point)
    approver = _signed_in(application, "bench-approver", role=Role.APPROVER, province_id="11")
    auditor = _signed_in(application, "bench-auditor", role=Role.AUDITOR)
    paths = [
        (officer, "officer: first page", "/can-bo/"),
        (officer, "officer: listings", "/can-bo/hang/?muc=approved"),
        (officer, "officer: producers", "/can-bo/nguoi-ban/"),
        (officer, "officer: producers, by name", "/can-bo/nguoi-ban/?q=lo"),
        (officer, "officer: pairs", "/can-bo/nguoi-ban/trung/"),
        (officer, "officer: consignments", "/can-bo/don/"),
        (approver, "approver: queue", "/duyet/"),
        (approver, "approver: producers", "/duyet/nguoi-ban/?muc=approved"),
        (auditor, "auditor: first page", "/giam-sat/"),
        (auditor, "auditor: trail", "/giam-sat/nhat-ky/"),
        (auditor, "auditor: trail, by words", "/giam-sat/nhat-ky/?q=vang+tra"),
        (officer, "officer: trail", "/can-bo/nhat-ky/"),
    ]
    return [measure(name, _getter(browser, path), times=20) for browser, name, path in paths]


def _signed_in(application: WSGIHandler, username: str, **work: Any) -> Browser:
    """The browser of a person with that role, who has accepted the texts in force."""
    person, _ = get_user_model().objects.get_or_create(username=username)
    Membership.objects.get_or_create(user=person, **work)
    accept(asked_versions(on=timezone.localdate()), subject=person, by=person)
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    browser = Browser(application)
    browser.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
    return browser
