"""What the facts about producers and their consents are called in the trail, and how their values are written."""

from datetime import date
from typing import Any

from common.audit.facts import Facts
from producers.consents.states import ConsentScope, ProofKind
from producers.directory.languages import language_name
from producers.onboarding.rows import FACT_NAMES

CONSENT_FACTS = {
    "agrees_to": "đồng ý cho",
    "withdrawn": "rút lại",
    "text": "văn bản đã đọc",
    "language": "đọc bằng tiếng",
    "witness": "người làm chứng",
    "until": "đến hết ngày",
    "proof": "bằng chứng",
    "proof_no": "bằng chứng số",
    "reader": "người đọc",
    "seconds": "dài (giây)",
    "translation": "bản dịch số",
    "translator": "người dịch",
    "translator_role": "người dịch là",
    "translated": "ngày dịch xong",
    "checker": "người kiểm tra bản dịch",
}


def _written(name: str, value: Any) -> str | None:
    """Scopes and languages by their names."""
    values = value if isinstance(value, list) else [value]
    if name in ("agrees_to", "withdrawn"):
        return ", ".join(str(ConsentScope(each).label) for each in values if each in ConsentScope)
    if name == "proof":
        return str(ProofKind(value).label)
    if name == "until":
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    if name in ("language", "languages"):
        return ", ".join(language_name(tag) for tag in values)
    return None


TAKEN_OVER = {
    "from": "nhận từ",
    "listings": "số mặt hàng nhận",
    "stock_records": "số dòng kho nhận",
    "certificates": "số giấy chứng nhận nhận",
}

PRODUCERS = Facts(("producer",), {**FACT_NAMES, **TAKEN_OVER}, _written)
CONSENTS = Facts(("consent",), CONSENT_FACTS, _written)
