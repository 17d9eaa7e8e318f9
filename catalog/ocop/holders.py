"""Whether a seller can hold a certificate for her goods; a person may note one all the same, with a reason."""

from producers.directory.models import Producer
from producers.directory.states import ORGANISATIONS, ProducerKind
from producers.papers.ocop_subjects import may_hold_certificate, why_no_certificate

ON_THE_PAPER = "có trên giấy"
"""The registration of another subject: the authority that certified it has seen it."""


class HolderNotSubject(Exception):  # noqa: N818
    """She cannot hold a certificate (Decision 26/2026/QĐ-TTg, Art. 2.3); `sentence` says why, in Vietnamese."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def why_not_holder(holder: Producer, product_set_no: int | None, *, subject_kind: str = "") -> str:
    """Why she can hold no certificate for goods of that product set, in plain words; empty if she can.

    With `subject_kind` another subject of that kind stands on the paper: what counts is whether such a one can.
    """
    if subject_kind:
        return why_not_held(subject_kind, ON_THE_PAPER, product_set_no)
    return why_not_held(holder.kind, holder.registration_no, product_set_no)


def only_subjects(holder: Producer, product_set_no: int | None, *, subject_kind: str = "") -> None:
    """Raise HolderNotSubject unless she, or the other subject, can hold a certificate for goods of that product set."""
    if why_not := why_not_holder(holder, product_set_no, subject_kind=subject_kind):
        raise HolderNotSubject(why_not)


def shown_subject(name: str, kind: str) -> str:
    """How another subject stands before the public: an organisation by its name, a household by its kind alone."""
    return name if kind in ORGANISATIONS else str(ProducerKind(kind).label) if kind else ""


def why_not_held(kind: str, registration_no: str, product_set_no: int | None) -> str:
    """The same of a producer of that kind with that registration, if any."""
    may = may_hold_certificate(kind, is_registered=bool(registration_no), product_set_no=product_set_no)
    return "" if may else why_no_certificate(kind)
