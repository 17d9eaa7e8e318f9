"""Bring in a decision's list: keep it, correct what was read, choose, and apply it whole in one act or not at all."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from oscar.apps.catalogue.models import Product

from catalog.decision_lists.matching import Known
from catalog.decision_lists.models import DecisionList
from catalog.decision_lists.plan import CHANGING, LEFT_OUT, OUTCOMES, Outcome, Planned, lines_read, planned, seen_of
from catalog.decision_lists.queries import products_of, provinces_decided_by
from catalog.decision_lists.table.columns import FIELDS, Layout
from catalog.decision_lists.table.reading import Table
from catalog.listings.visibility import hold_producers
from catalog.ocop.models import Certificate
from catalog.ocop.services import verify_certificate
from common.audit.facts import Facts
from common.audit.services import record
from common.text import fold
from common.transitions import ChangedSinceSeen, MoveNotAllowed, NotTheirMove
from producers.directory.models import Producer
from producers.places.models import Province

ACTS = {
    "decision.brought": "đưa lên danh sách của một quyết định OCOP",
    "decision.columns_corrected": "chỉ lại các cột của danh sách một quyết định OCOP",
    "decision.row_corrected": "sửa một dòng của danh sách một quyết định OCOP",
    "decision.products_chosen": "chọn món cho các dòng của danh sách một quyết định OCOP",
    "decision.overruled": "ghi giấy OCOP theo quyết định dù chủ thể chưa đứng tên được",
    "decision.applied": "áp dụng danh sách của một quyết định OCOP",
}


def _written(name: str, value: Any) -> str | None:
    """How the trail writes a head, columns, cells and choices; None for any other fact."""
    if name == "head":
        return str(value + 1)
    if name == "columns":
        return "; ".join(f"{FIELDS[field]}: cột {at + 1}" for field, at in value.items())
    if name == "cells":
        return "; ".join(f"{FIELDS[field]}: {text}" for field, text in value.items() if text)
    if name == "products":
        return "; ".join(f"dòng {number}: {product}" for number, product in value.items())
    return None


TOLD = Facts(
    ("decision",),
    {
        "rows": "Số dòng",
        "row": "Dòng",
        "product": "Món",
        "products": "Món đã chọn",
        "head": "Dòng đầu bảng",
        "columns": "Các cột",
        "cells": "Dòng ghi",
        "overruled": "Lý do vẫn ghi giấy",
        **{each.value: said[0] for each, said in OUTCOMES.items()},
    },
    _written,
)


class AlreadyApplied(Exception):  # noqa: N818
    """The list was applied; what was done is done, and is not changed here."""


@transaction.atomic
def bring_list(
    province: Province,
    *,
    by: User,
    decision_no: str,
    decision_date: date,
    authority: str,
    issued_date: date,
    source: str,
    table: Table,
    layout: Layout,
) -> DecisionList:
    """Keep a list as it came. Raises NotTheirMove for a province that is not the person's."""
    if not provinces_decided_by(by).filter(pk=province.pk).exists():
        raise NotTheirMove(f"{by} brings in no decisions of {province}")
    found = DecisionList.objects.create(
        province=province,
        decision_no=decision_no,
        decision_date=decision_date,
        authority=authority,
        issued_date=issued_date,
        source=source[:120],
        table=table,
        head=layout.head,
        columns=layout.columns,
        created_by=by,
    )
    record("decision.brought", by=by, subject=found, after={"rows": len(table)})
    return found


@transaction.atomic
def correct_columns(found: DecisionList, layout: Layout, *, by: User) -> None:
    """Read the columns otherwise. Raises NotTheirMove and AlreadyApplied."""
    held = _open(found, by)
    before, after = {"head": held.head, "columns": held.columns}, {"head": layout.head, "columns": layout.columns}
    if before == after:
        return
    held.head, held.columns = layout.head, layout.columns
    held.save(update_fields=["head", "columns"])
    record("decision.columns_corrected", by=by, subject=held, before=before, after=after)


@transaction.atomic
def correct_row(found: DecisionList, number: int, said: Mapping[str, str], *, by: User) -> None:
    """Write the cells of a row anew; its choice is taken back. Raises NotTheirMove and AlreadyApplied."""
    held = _open(found, by)
    key, cells = str(number), next((line.said for line in lines_read(held) if line.number == number), {})
    before: dict[str, Any] = {"cells": cells}
    held.corrected[key] = dict(said)
    if key in held.chosen:
        before["products"] = _named({key: held.chosen.pop(key)}, _known(held))
    if key in held.overruled:
        before["overruled"] = held.overruled.pop(key)["reason"]
    held.save(update_fields=["corrected", "chosen", "overruled"])
    after = {"row": number, "cells": dict(said)}
    record("decision.row_corrected", by=by, subject=held, before=before, after=after)


@transaction.atomic
def choose_products(found: DecisionList, choices: Mapping[int, int], *, by: User) -> None:
    """Note by row which product it means, LEFT_OUT to leave it out; what is none of the province's is not taken.

    Raises NotTheirMove and AlreadyApplied.
    """
    held = _open(found, by)
    known = _known(held)
    rows = range(1, len(held.table) + 1)
    taken = {str(number): product for number, product in choices.items() if product in known and number in rows}
    new = {number: product for number, product in taken.items() if held.chosen.get(number) != product}
    if not new:
        return
    before = {number: held.chosen[number] for number in new if number in held.chosen}
    held.chosen |= new
    held.save(update_fields=["chosen"])
    record(
        "decision.products_chosen",
        by=by,
        subject=held,
        before={"products": _named(before, known)},
        after={"products": _named(new, known)},
    )


@transaction.atomic
def overrule_row(found: DecisionList, number: int, *, reason: str, by: User) -> None:
    """Note the row's certificate although its holder can hold none: the authority issued it, and a person says why.

    Holds for this product alone. Raises NotTheirMove, AlreadyApplied, and MoveNotAllowed if nothing stands against it.
    """
    held = _open(found, by)
    row = next((each for each in planned(held) if each.line.number == number), None)
    if row is None or row.outcome != Outcome.NOT_SUBJECT or row.product is None:
        raise MoveNotAllowed(f"row {number} of {held} needs no reason")
    held.overruled[str(number)] = {"product": row.product.product_id, "reason": reason}
    held.save(update_fields=["overruled"])
    record("decision.overruled", by=by, subject=held, reason=reason, after={"row": number, "product": str(row.product)})


@transaction.atomic
def apply_list(found: DecisionList, *, by: User, seen: str, at: datetime | None = None) -> DecisionList:
    """Write every certificate that the rows ask for, all or none, and what became of each row; again changes nothing.

    Holders and products are locked in the order of their ids and the rows are planned anew under the locks, so that
    whoever else writes a certificate at the same time is seen. `seen` is the mark of the plan that `by` decided on
    (`seen_of`). Raises NotTheirMove, and ChangedSinceSeen if the rows would do anything else now.
    """
    held = _held(found, by)
    if held.applied_at:
        return held
    moment = at or timezone.now()
    meant = sorted({row.product.product_id for row in planned(held) if row.product})
    hold_producers(meant)
    list(Product.objects.select_for_update().filter(pk__in=meant).order_by("pk"))
    rows = planned(held)
    if seen != seen_of(rows):
        raise ChangedSinceSeen(str(held))
    held.results = {str(row.line.number): _done(held, row, by=by, at=moment) for row in rows}
    held.applied_by, held.applied_at = by, moment
    held.save(update_fields=["results", "applied_by", "applied_at"])
    counts = {outcome.value: sum(row.outcome == outcome for row in rows) for outcome in Outcome}
    record("decision.applied", by=by, subject=held, after={name: number for name, number in counts.items() if number})
    return held


def _done(held: DecisionList, row: Planned, *, by: User, at: datetime) -> dict[str, Any]:
    """Do what the row asks for, and say it."""
    result: dict[str, Any] = {"outcome": row.outcome.value, "reason": row.reason}
    if row.outcome not in CHANGING or row.product is None or row.facts is None:
        return result
    facts, product_id = row.facts, row.product.product_id
    certificate = _claim(held, product_id, facts.stars, facts.issued_date) or _new(row.product, row.line.said["holder"])
    certificate.stars, certificate.issued_date = facts.stars, facts.issued_date
    certificate.decision_no, certificate.decision_date = held.decision_no, held.decision_date
    certificate.authority = held.authority
    certificate.certificate_no = facts.certificate_no or certificate.certificate_no
    certificate.save()
    verify_certificate(certificate, by=by, at=at, reason=row.overruled)
    return {**result, "product": product_id, "title": row.product.title, "certificate": certificate.pk}


def _new(known: Known, written: str) -> Certificate:
    """A certificate of the product: of the subject that stood on its paper before if the row names no other one."""
    seller = Producer.objects.get(listings__product=known.product_id)
    is_theirs = known.is_of_subject(written)
    subject = {"subject_name": known.holder, "subject_kind": known.subject_kind} if is_theirs else {}
    return Certificate(product_id=known.product_id, holder=seller, **subject)


def _claim(held: DecisionList, product_id: int, stars: int, issued: date) -> Certificate | None:
    """The officer's unchecked claim of the same paper, held until the transaction ends."""
    unchecked = Certificate.objects.select_for_update().filter(product=product_id, verified_at__isnull=True)
    claims = unchecked.filter(stars=stars, issued_date=issued)
    return next((each for each in claims if fold(each.decision_no) == fold(held.decision_no)), None)


def _known(held: DecisionList) -> dict[int, str]:
    """What may be chosen for a row, as the trail names it."""
    named = {each.product_id: f"{each}, món số {each.product_id}" for each in products_of(held.province_id)}
    return {LEFT_OUT: "bỏ qua", **named}


def _named(chosen: Mapping[str, int], known: Mapping[int, str]) -> dict[str, str]:
    return {number: known.get(product, f"món số {product}") for number, product in chosen.items()}


def _held(found: DecisionList, by: User) -> DecisionList:
    held = DecisionList.objects.select_for_update().get(pk=found.pk)
    if not provinces_decided_by(by).filter(pk=held.province_id).exists():
        raise NotTheirMove(f"{by} brings in no decisions of {held.province}")
    return held


def _open(found: DecisionList, by: User) -> DecisionList:
    held = _held(found, by)
    if held.applied_at:
        raise AlreadyApplied
    return held
