"""The texts that bind: the version in force, the earlier ones, what comes next, and what was changed."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from catalog.storefront.help_pages import HELP_PAGES
from catalog.storefront.page_cache import kept_page, public_page
from catalog.storefront.ranking_page import ranking_text
from common.policies.comparison import compared
from common.policies.texts import POLICIES, Version, blocks, filled_in, version_in_force, versions_announced

RANKING = "xep-hang"


@public_page()
def policy(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """One policy: the version in force today, or the one asked for."""
    today = timezone.localdate()
    announced = _announced(slug, today)
    shown = version_in_force(slug, on=today) if number is None else _numbered(announced, number)
    text = _text_of(shown, on=today)

    def draw() -> HttpResponse:
        context = {**_about(slug, announced, today), "shown": shown, "blocks": blocks(text)}
        return render(request, "storefront/policies/policy.html", context)

    return kept_page(request, (announced, shown, text, today), draw)


@public_page("cu", "moi")
def comparison(request: HttpRequest, slug: str) -> HttpResponse:
    """Two versions of a policy, word by word; without a choice the one in force and the one before it."""
    today = timezone.localdate()
    announced = _announced(slug, today)
    in_force = version_in_force(slug, on=today)
    new = _numbered(announced, request.GET.get("moi", in_force.number))
    old = _numbered(announced, request.GET.get("cu", new.number - 1))
    lines = compared(_text_of(old, on=today), _text_of(new, on=today))

    def draw() -> HttpResponse:
        context = {**_about(slug, announced, today), "old": old, "new": new, "lines": lines}
        return render(request, "storefront/policies/comparison.html", context)

    return kept_page(request, (announced, old, new, lines, today), draw)


def _announced(slug: str, today: date) -> list[Version]:
    if slug not in POLICIES:
        raise Http404
    return versions_announced(slug, on=today)


def _numbered(announced: list[Version], number: int | str) -> Version:
    """The version of that number, if the public may know of it."""
    found = next((version for version in announced if str(version.number) == str(number)), None)
    if found is None:
        raise Http404
    return found


def _text_of(version: Version, *, on: date) -> str:
    """What the version says; of the ranking in force, what the search does at this moment."""
    is_live = version.policy == RANKING and version == version_in_force(RANKING, on=on)
    return ranking_text() if is_live else filled_in(version.body)


def _about(slug: str, announced: list[Version], today: date) -> dict[str, Any]:
    in_force = version_in_force(slug, on=today)
    return {
        "page": HELP_PAGES[slug],
        "policy": POLICIES[slug],
        "in_force": in_force,
        "to_come": [version for version in announced if version.holds_from > today and version != in_force],
        "before": [version for version in announced if version.number < in_force.number],
        "others": [each for each in HELP_PAGES.values() if each.slug != slug],
    }
