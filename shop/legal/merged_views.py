"""The page of what stays with records that went on in another, for who serves the one that stays; to read alone."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from common.access import StaffRequest, staff_page
from producers.directory.queries import producers_served_by
from shop.legal.dossiers import producers_with_an_own_file_for
from shop.legal.merged import complaints_kept, parcels_kept, records_of

ON_A_PAGE = 50
KINDS = {"don": "Đơn hàng", "khieu-nai": "Khiếu nại"}


@staff_page
@require_safe
def merged_records(request: StaffRequest, pk: int) -> HttpResponse:
    """Orders or complaints of the records that went on in this producer's, each row with the record that it is from."""
    producer = get_object_or_404(producers_with_an_own_file_for(request.user).select_related("point"), pk=pk)
    records = {key: said for key, said in records_of(producer).items() if key != producer.pk}
    if not records:
        raise Http404
    kind = request.GET.get("muc", "")
    kind = kind if kind in KINDS else next(iter(KINDS))
    found: QuerySet[Any] = parcels_kept(records) if kind == "don" else complaints_kept(records)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "producer": producer,
        "page": page,
        "rows": [(each, records[each.producer_id]) for each in page.object_list],
        "served": producers_served_by(request.user).filter(pk__in=list(records)).order_by("pk"),
        "kinds": KINDS.items(),
        "kind": kind,
        "workplace": producer.point.name,
    }
    return render(request, "legal/merged.html", context)
