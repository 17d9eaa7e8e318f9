"""The public register of OCOP products: look, search, take along, print."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalog.ocop.life import PUBLIC_STARS
from catalog.ocop.models import Certificate
from catalog.ocop.product_sets import product_sets
from catalog.register.exports import CSV_TYPE, XLSX_TYPE, csv_lines, xlsx_file
from catalog.register.queries import PARAMETERS, STATES, certificates_wanted, entries, has_samples, wanted
from catalog.storefront.page_cache import kept_page, public_page
from catalog.storefront.queries import province_names
from common.pictures.views import private_file

ON_A_PAGE = 50


@public_page(*PARAMETERS, "trang")
def register(request: HttpRequest) -> HttpResponse:
    """A page of the certificates that fit; two queries."""
    today = timezone.localdate()
    asked = wanted(request.GET.dict())
    pages = Paginator(certificates_wanted(asked, on=today), ON_A_PAGE)
    page = pages.get_page(request.GET.get("trang"))
    shown = list(entries(page.object_list, on=today))  # type: ignore[arg-type]

    def draw() -> HttpResponse:
        context = {
            "asked": asked,
            "entries": shown,
            "page": page,
            "total": pages.count,
            "has_samples": has_samples(shown),
            "provinces": province_names(),
            "stars": reversed(PUBLIC_STARS),
            "sets": product_sets().values(),
            "states": STATES,
            "query": _query(request),
            "today": today,
        }
        return render(request, "register/register.html", context)

    return kept_page(request, (_query(request), shown, page.number, pages.count, today), draw)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponseBase:
    """All that fit as CSV."""
    found, day = _all(request)
    lines = csv_lines(found, root=settings.PUBLIC_ADDRESS)
    return _file(StreamingHttpResponse(lines, content_type=CSV_TYPE), f"ocop-{day}.csv")


@require_safe
def as_xlsx(request: HttpRequest) -> HttpResponseBase:
    """All that fit as a workbook."""
    found, day = _all(request)
    content = xlsx_file(found, root=settings.PUBLIC_ADDRESS)
    return _file(HttpResponse(content, content_type=XLSX_TYPE), f"ocop-{day}.xlsx")


@require_safe
def scan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The photo of a paper that was marked as public."""
    found = Certificate.objects.filter(pk=pk, verified_at__isnull=False, is_scan_public=True).exclude(scan="").first()
    if found is None:
        raise Http404
    response = private_file(request, found.scan)
    response["Cache-Control"] = "no-cache"
    return response


def _all(request: HttpRequest) -> tuple[Any, str]:
    today = timezone.localdate()
    asked = wanted(request.GET.dict())
    return entries(certificates_wanted(asked, on=today), on=today), today.isoformat()


def _query(request: HttpRequest) -> str:
    """The parameters that the files understand."""
    return urlencode([(name, value) for name, value in request.GET.items() if name in PARAMETERS])


def _file(response: HttpResponseBase, name: str) -> HttpResponseBase:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response
