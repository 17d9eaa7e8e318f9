"""Pages of the market's legal duties: files to take along, what is kept until when, the rules themselves."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_safe

from catalog.listings.models import Listing
from common.access import StaffRequest, staff_page
from common.archives.writing import streamed
from common.audit.services import record
from common.text import fold
from producers.directory.models import Producer
from producers.directory.queries import point_of_act, producers_served_by
from shop.legal.dossiers import (
    Dossier,
    archive_of,
    producers_with_a_duty_file_for,
    producers_with_an_own_file_for,
    sections_of,
)
from shop.legal.forms import ReasonForm
from shop.legal.retention import KINDS, kept, kept_rows
from shop.legal.rules import rules_shown
from shop.trail.queries import reads_the_trail

ON_A_PAGE = 50


@staff_page
@require_safe
def rules(request: StaffRequest) -> HttpResponse:
    """Every number and day of law and market that holds today, with its source."""
    _only_readers(request)
    today = timezone.localdate()
    return _drawn(request, "rules", {"areas": rules_shown(on=today), "today": today})


@staff_page
@require_safe
def producers(request: StaffRequest) -> HttpResponse:
    """The producers whose legal-duty file can be taken along, by name."""
    _only_readers(request)
    sought = request.GET.get("q", "").strip()
    found = _by_name(producers_with_a_duty_file_for(request.user), sought)
    page = Paginator(found.select_related("commune__province", "point"), ON_A_PAGE).get_page(request.GET.get("trang"))
    return _drawn(request, "producers", {"page": page, "sought": sought})


@staff_page
@require_safe
def kept_things(request: StaffRequest) -> HttpResponse:
    """What is kept, and until when law asks for it."""
    _only_readers(request)
    kind = request.GET.get("muc", "")
    kind = kind if kind in KINDS else next(iter(KINDS))
    found = kept_rows(kind, producers_with_a_duty_file_for(request.user))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("trang"))
    rows = [kept(row) for row in page.object_list]
    today = timezone.localdate()
    return _drawn(request, "kept", {"page": page, "rows": rows, "kind": kind, "kinds": KINDS, "today": today})


@staff_page
@require_safe
def producer_file(request: StaffRequest, pk: int) -> HttpResponse:
    """What the legal-duty file of a producer holds, and the button that makes it."""
    producer = get_object_or_404(producers_with_a_duty_file_for(request.user), pk=pk)
    return _duty_page(request, Dossier(producer, is_duty=True), ReasonForm())


@staff_page
@require_GET
def producer_file_taken(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The legal-duty file of a producer."""
    producer = get_object_or_404(producers_with_a_duty_file_for(request.user), pk=pk)
    return _duty_file(request, Dossier(producer, is_duty=True))


@staff_page
@require_safe
def listing_file(request: StaffRequest, pk: int) -> HttpResponse:
    """What the legal-duty file of a listing holds, and the button that makes it."""
    return _duty_page(request, _listing_dossier(request, pk), ReasonForm())


@staff_page
@require_GET
def listing_file_taken(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The legal-duty file of a listing."""
    return _duty_file(request, _listing_dossier(request, pk))


@staff_page
@require_safe
def own_file(request: StaffRequest, pk: int) -> HttpResponse:
    """What a producer's whole file holds, for who serves her and for herself."""
    producer = get_object_or_404(producers_with_an_own_file_for(request.user), pk=pk)
    dossier = Dossier(producer)
    context = {"dossier": dossier, "sections": sections_of(dossier), "is_served": _serves(request, producer)}
    return render(request, "legal/own_file.html", context)


@staff_page
@require_GET
def own_file_taken(request: StaffRequest, pk: int) -> HttpResponseBase:
    """A producer's whole file."""
    producer = get_object_or_404(producers_with_an_own_file_for(request.user), pk=pk)
    return _sent(request, Dossier(producer, with_people=_serves(request, producer)), "file.taken", reason="")


def _serves(request: StaffRequest, producer: Producer) -> bool:
    return producers_served_by(request.user).filter(pk=producer.pk).exists()


def _listing_dossier(request: StaffRequest, pk: int) -> Dossier:
    theirs = Listing.objects.filter(producer__in=producers_with_a_duty_file_for(request.user))
    listing = get_object_or_404(theirs.select_related("product", "producer"), pk=pk)
    return Dossier(listing.producer, listing, is_duty=True)


def _duty_page(request: StaffRequest, dossier: Dossier, form: ReasonForm, status: int = 200) -> HttpResponse:
    listings = dossier.listings.select_related("product").order_by("-changed_at", "-pk")
    context = {
        "dossier": dossier,
        "sections": sections_of(dossier),
        "listings": [] if dossier.listing else listings[:ON_A_PAGE],
        "form": form,
    }
    return _drawn(request, "duty_file", context, status=status)


def _duty_file(request: StaffRequest, dossier: Dossier) -> HttpResponseBase:
    form = ReasonForm(request.GET)
    if not form.is_valid():
        return _duty_page(request, dossier, form, status=422)
    return _sent(request, dossier, "file.duty_taken", reason=form.cleaned_data["ly_do"])


def _sent(request: StaffRequest, dossier: Dossier, act: str, *, reason: str) -> StreamingHttpResponse:
    """Write down who takes the file and why, then send it while it is made."""
    archive = archive_of(dossier, by=request.user, reason=reason, at=timezone.now())
    subject: Model = dossier.listing or dossier.producer
    point = point_of_act(request.user, dossier.producer)
    record(act, by=request.user, subject=subject, on_behalf_of=dossier.producer, at_point=point, reason=reason)
    response = StreamingHttpResponse(streamed(archive), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{archive.file_name}"'
    return response


def _by_name(producers: QuerySet[Producer], sought: str) -> QuerySet[Producer]:
    for word in fold(sought).split():
        producers = producers.filter(name_folded__contains=word)
    return producers.order_by("name_folded", "pk")


def _drawn(request: StaffRequest, page: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(request, f"legal/{page}.html", {"workplace": "Giám sát", **context}, status=status)


def _only_readers(request: StaffRequest) -> None:
    if not reads_the_trail(request.user):
        raise Http404
