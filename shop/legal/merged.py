"""What stays with the records that went on in another: orders and complaints, to be read from the record that stays."""

from collections.abc import Mapping

from django.db.models import QuerySet

from producers.directory.models import Producer
from shop.consignments.models import Consignment
from shop.feedback.models import Complaint

Records = Mapping[int, str]
"""Ids of records, each with what is said of its rows: nothing for the one that stays."""


def records_of(producer: Producer) -> Records:
    """The record and all that went on in it, one after the other; a query for each step."""
    found: dict[int, str] = {producer.pk: ""}
    step = [producer.pk]
    while step:
        merged = Producer.objects.filter(merged_into__in=step).exclude(pk__in=found).order_by("pk")
        step = []
        for one in merged.values("pk", "name"):
            found[one["pk"]] = f"từ hồ sơ đã gộp {one['name']} (số {one['pk']})"
            step.append(one["pk"])
    return found


def parcels_kept(records: Records) -> QuerySet[Consignment]:
    """The parcels of these records with their lines, the newest first."""
    found = Consignment.objects.filter(producer__in=list(records)).select_related("order__purchase__commune__province")
    return found.prefetch_related("lines").order_by("-placed_at", "-pk")


def complaints_kept(records: Records) -> QuerySet[Complaint]:
    """The complaints about these records with their answers, the newest first; none about a support point."""
    found = Complaint.objects.filter(producer__in=list(records), is_about_point=False)
    found = found.select_related("listing", "consignment", "producer").prefetch_related("replies__by")
    return found.order_by("-received_at", "-pk")
