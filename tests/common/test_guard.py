"""Forms are taken from our own pages only."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from common.guard import OriginGuard

guard = OriginGuard(lambda request: HttpResponse("taken"))


def answer(method="post", **headers):
    request = getattr(RequestFactory(), method)("/gio/them/", headers=headers)
    refused = guard.process_view(request, lambda request: HttpResponse(), (), {})
    return refused.status_code if refused else 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "same-origin", "origin": "https://evil.example"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": "http://testserver"}, 403),
        ({"origin": "http://testserver"}, 200),
        ({"origin": "https://testserver"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"referer": "http://testserver/"}, 403),
        ({}, 403),
    ],
)
def test_a_form_is_taken_by_where_it_comes_from(headers, status):
    assert answer(**headers) == status


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_every_unsafe_method_is_guarded(method):
    assert answer(method, **{"sec-fetch-site": "cross-site"}) == 403


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_reading_is_open_to_all(method):
    assert answer(method, **{"sec-fetch-site": "cross-site"}) == 200
