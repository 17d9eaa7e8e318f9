"""What the officer's and the approver's pages of certificates have in common."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils import timezone

from catalog.certificates.queries import TABS, at_step, counts_by_step, with_words
from catalog.certificates.steps import standing, standings
from catalog.listings.queries import told_history
from catalog.ocop.life import IN_FORCE, renewal_window
from catalog.ocop.models import Certificate, Dossier
from catalog.ocop.queries import waiting_dossiers
from catalog.ocop.states import DossierResult
from common.access import StaffRequest

ON_A_PAGE = 20


def list_context(request: StaffRequest, certificates: QuerySet[Certificate]) -> dict[str, Any]:
    """A page of the certificates at one step: the one asked for, else the first that has any."""
    today = timezone.localdate()
    sought = request.GET.get("q", "").strip()[:120]
    found = with_words(certificates, sought)
    counts = counts_by_step(found, on=today)
    asked = request.GET.get("muc", "")
    tab = asked if asked in TABS else next((each for each in TABS if counts[each]), "con-han")
    rows = found.filter(at_step(tab, today)).order_by("expires_date", "pk")
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("trang"))
    return {
        "tabs": [(each, label, counts[each]) for each, label in TABS.items() if counts[each] or each == tab],
        "tab": tab,
        "name": TABS[tab],
        "sought": sought,
        "page": page,
        "rows": standings(page.object_list, on=today),
        "today": today,
    }


def dossiers_context(request: StaffRequest, dossiers: QuerySet[Dossier]) -> dict[str, Any]:
    """A page of the files that wait for their result, the one that has waited longest first."""
    waiting = dossiers.filter(result=DossierResult.WAITING).order_by("applied_date", "pk")
    return {"page": Paginator(waiting, ON_A_PAGE).get_page(request.GET.get("trang"))}


def page_context(certificate: Certificate) -> dict[str, Any]:
    """All that is known of one certificate."""
    today = timezone.localdate()
    waiting = waiting_dossiers([certificate.product_id]).get(certificate.product_id)
    now = standing(certificate, waiting, on=today)
    return {
        "certificate": certificate,
        "standing": now,
        "has_badge": now.is_checked and now.state in IN_FORCE,
        "facts": facts_of(certificate),
        "dossiers": Dossier.objects.filter(product=certificate.product_id).select_related("certificate"),
        "waiting": waiting,
        "history": told_history(certificate.product.listing),
    }


def facts_of(certificate: Certificate) -> list[tuple[str, str]]:
    """What the papers say."""
    window = renewal_window(certificate.expires_date, on=timezone.localdate())
    return [
        ("Số sao", f"{certificate.stars} sao"),
        ("Chủ thể", certificate.subject),
        ("Người bán", str(certificate.holder) if certificate.subject_name else ""),
        ("Ở", certificate.holder.commune.full_name),
        ("Quyết định", f"{certificate.decision_no}, ngày {certificate.decision_date:%d/%m/%Y}"),
        ("Cơ quan công nhận", certificate.authority),
        ("Số giấy", certificate.certificate_no),
        ("Ngày cấp", f"{certificate.issued_date:%d/%m/%Y}"),
        ("Hết hạn", f"hết ngày {certificate.expires_date:%d/%m/%Y}"),
        ("Được nộp lại", f"từ {window.opens:%d/%m/%Y} đến {window.closes:%d/%m/%Y}"),
        ("Kéo dài", _with_paper(certificate.extended_until, "đến hết ngày", certificate.extension_document_no)),
        ("Thu hồi", _with_paper(certificate.revoked_date, "từ ngày", certificate.revoked_document_no)),
        ("Căn cứ thu hồi", certificate.ground.name if certificate.ground else ""),
        ("Được thay", _with_paper(certificate.replaced_date, "từ ngày", str(certificate.replaced_by or ""))),
    ]


def _with_paper(day: Any, words: str, paper: str) -> str:
    return f"{words} {day:%d/%m/%Y}" + (f" ({paper})" if paper else "") if day else ""
