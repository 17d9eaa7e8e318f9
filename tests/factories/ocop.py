"""Make files sent for a certificate, and lists of decisions."""

from datetime import date
from typing import Any

from catalog.decision_lists.models import DecisionList
from catalog.decision_lists.table.columns import layout_of
from catalog.decision_lists.table.reading import read_pasted
from catalog.listings.models import Listing
from catalog.ocop.models import Dossier
from catalog.ocop.states import DossierKind
from producers.places.models import Province

PASTED = "STT\tTên sản phẩm\tChủ thể\tXã\tHạng sao\n1\tKhăn thổ cẩm Lào\tBà Lò Thị Mai\tNúa Ngam\t3 sao\n"


def dossier(of: Listing, **fields: Any) -> Dossier:
    """A file sent for the listing's product, waiting for its result."""
    made: Dossier = Dossier.objects.create(
        product=of.product,
        holder=of.producer,
        **({"kind": DossierKind.RENEWAL, "applied_date": date(2026, 10, 1)} | fields),
    )
    return made


def decision_list(of: Province, *, by: Any, text: str = PASTED, **fields: Any) -> DecisionList:
    """A pasted list of a decision of 10 November 2026, columns as the market reads them."""
    table = read_pasted(text)
    layout = layout_of(table)
    facts = {
        "decision_no": "99/QĐ-UBND",
        "decision_date": date(2026, 11, 10),
        "issued_date": date(2026, 11, 10),
        "authority": "UBND tỉnh Điện Biên",
        "source": "dán",
    }
    made: DecisionList = DecisionList.objects.create(
        province=of, table=table, head=layout.head, columns=layout.columns, created_by=by, **(facts | fields)
    )
    return made
