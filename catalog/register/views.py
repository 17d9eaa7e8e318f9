"""The public register of OCOP products: look, search, take along, print."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalog.ocop.life import PUBLIC_STARS
from catalog.ocop.models import Certificate
from catalog.ocop.product_sets import product_sets
from catalog.register.entries import entries, has_samples
from catalog.register.exports import HEAD, rows
from catalog.register.queries import (
    PARAMETERS,
    STATES,
    Wanted,
    certificates_wanted,
    keys_of,
    of_keys,
    place_of,
    wanted,
)
from catalog.storefront.page_cache import kept_page, public_page
from catalog.storefront.queries import province_names
from common.archives.tables import CSV_TYPE, XLSX_TYPE, Cell, csv_lines, streamed_workbook
from common.pictures.views import private_file

ON_A_PAGE = 50
MOST_COUNTED = 1_000
"""Beyond so many the page says “more than”."""


@public_page(*PARAMETERS, "sau")
def register(request: HttpRequest) -> HttpResponse:
    """A page of the certificates that fit, in two queries; on the first page with how many there are."""
    today = timezone.localdate()
    asked, after = wanted(request.GET.dict()), request.GET.get("sau", "")
    found = certificates_wanted(asked, on=today)
    keys = keys_of(found, after=after, most=(ON_A_PAGE if after else MOST_COUNTED) + 1)
    shown = list(entries(of_keys(keys[:ON_A_PAGE]), on=today)) if keys else []
    has_more, total = len(keys) > ON_A_PAGE, 0 if after else len(keys)

    def draw() -> HttpResponse:
        context = {
            "asked": asked,
            "entries": shown,
            "is_first": not after,
            "next": place_of(shown[-1].issued_date, shown[-1].certificate) if has_more else "",
            "total": total,
            "most_counted": MOST_COUNTED,
            "has_samples": has_samples(shown),
            "provinces": province_names(),
            "stars": reversed(PUBLIC_STARS),
            "sets": product_sets().values(),
            "states": STATES,
            "query": _query(request),
            "today": today,
        }
        return render(request, "register/register.html", context)

    return kept_page(request, (request.GET.urlencode(), shown, has_more, total, today), draw)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponseBase:
    """All that fit as CSV."""
    return _file(csv_lines(HEAD, _all(request)), CSV_TYPE, "csv")


@require_safe
def as_xlsx(request: HttpRequest) -> HttpResponseBase:
    """All that fit as a workbook."""
    return _file(streamed_workbook(HEAD, _all(request)), XLSX_TYPE, "xlsx")


@require_safe
def scan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The photo of a paper that was marked as public; it names its holder, so she must be named here too."""
    today = timezone.localdate()
    listed = certificates_wanted(Wanted(state="tat-ca"), on=today).filter(pk=pk)
    if not any(entry.has_public_scan for entry in entries(listed, on=today)):
        raise Http404
    response = private_file(request, Certificate.objects.get(pk=pk).scan)
    response["Cache-Control"] = "no-cache"
    return response


def _all(request: HttpRequest) -> Iterator[Sequence[Cell]]:
    """The table of all that fit, read while it is sent."""
    today = timezone.localdate()
    found = certificates_wanted(wanted(request.GET.dict()), on=today)
    return rows(entries(found, on=today), root=settings.PUBLIC_ADDRESS)


def _query(request: HttpRequest) -> str:
    """The parameters that the files understand."""
    return urlencode([(name, value) for name, value in request.GET.items() if name in PARAMETERS])


def _file(pieces: Iterable[str | bytes], kind: str, ending: str) -> HttpResponseBase:
    response = StreamingHttpResponse(pieces, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="ocop-{timezone.localdate()}.{ending}"'
    response["Cache-Control"] = "no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response
