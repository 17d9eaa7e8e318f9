"""What she agreed to: every answer, with the texts that were read and the proofs that were kept."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from django.db.models import Max, QuerySet

from common.archives.shapes import Attachment, Row, Section, Table, text_file
from producers.consents.models import ConsentProof, ConsentReading, ConsentText, ConsentTranslation
from producers.consents.queries import consent_history
from producers.consents.rows import consent_then
from producers.consents.translations.parts import written_out
from producers.directory.models import Producer
from shop.legal.dossiers import Dossier
from shop.legal.sections.writing import day, moment, person, stored_file

ANSWERS = (
    "Lúc",
    "Việc",
    "Trả lời",
    "Có hạn tới",
    "Rút lại",
    "Văn bản",
    "Đọc bằng tiếng",
    "Bản dịch",
    "Người phiên dịch",
    "Người làm chứng",
    "Người ghi",
    "Tại",
)
PROOFS = ("Ngày đồng ý", "Loại", "Lúc ghi", "Người ghi", "Tệp")


def consents(dossier: Dossier) -> Section:
    """Every answer she ever gave."""
    producer = dossier.producer
    return Section(
        "dong-y",
        "Các lần đồng ý",
        "Mỗi việc trả lời riêng; văn bản đã đọc kèm theo nguyên văn, bằng chứng kèm theo khi còn giữ.",
        (
            Table("tra-loi", "Trả lời của người bán", ANSWERS, partial(_answers, producer)),
            Table("bang-chung", "Bằng chứng", PROOFS, partial(_proofs, producer)),
        ),
        partial(_files, producer),
    )


def _answers(producer: Producer) -> Iterator[Row]:
    for consent in consent_history(producer):
        then = consent_then(consent)
        for answer in then.answers:
            yield (
                moment(consent.given_at),
                answer.label,
                "có" if answer.is_given else "không",
                day(answer.until_date),
                moment(answer.withdrawn_at),
                str(consent.text),
                then.language,
                str(consent.translation.number) if consent.translation else "",
                consent.interpreter_name,
                consent.witness_name,
                then.recorded_by,
                str(consent.at_point),
            )


def _proofs(producer: Producer) -> Iterator[Row]:
    for proof in _kept_proofs(producer):
        kept = f"đã xoá {moment(proof.purged_at)}" if proof.purged_at else "kèm theo"
        given_at, added_at = moment(proof.consent.given_at), moment(proof.added_at)
        yield (given_at, proof.get_kind_display(), added_at, person(proof.added_by), kept)


def _files(producer: Producer) -> Iterator[Attachment]:
    for proof in _kept_proofs(producer).filter(purged_at__isnull=True):
        path = str(proof.file)
        title = f"Bằng chứng: {proof.get_kind_display()}, {moment(proof.added_at)}"
        yield stored_file(f"bang-chung-{proof.pk}{Path(path).suffix}", title, path, proof.file.storage)
    for text in ConsentText.objects.filter(consents__producer=producer).distinct().order_by("version", "language"):
        name = f"van-ban-{text.version}-{text.language}.txt"
        yield text_file(name, f"Văn bản {text}, dùng từ {day(text.valid_from)}", text.body)
    yield from _translations(producer)


def _translations(producer: Producer) -> Iterator[Attachment]:
    """The translations that were read to her, word for word, and their readings if there were any by then."""
    heard = ConsentTranslation.objects.filter(consents__producer=producer).distinct()
    for each in heard.order_by("version", "language", "number"):
        name = f"ban-dich-{each.version}-{each.language}-{each.number}"
        by = f"{each.translator_name} ({each.translator_role}) dịch xong {day(each.translated_date)}"
        title = f"{str(each).capitalize()}: {by}, {each.checker_name} kiểm tra"
        yield text_file(f"{name}.txt", title, written_out(each.version, each.parts))
        played = ConsentReading.objects.filter(translation=each, uploaded_at__lte=_last_heard(producer, each)).first()
        if played:
            yield stored_file(f"{name}.mp3", f"Bản đọc của {each}: {played.reader_name} đọc", str(played.compatible))


def _last_heard(producer: Producer, translation: ConsentTranslation) -> Any:
    return translation.consents.filter(producer=producer).aggregate(last=Max("given_at"))["last"]


def _kept_proofs(producer: Producer) -> QuerySet[ConsentProof]:
    return ConsentProof.objects.filter(consent__producer=producer).select_related("consent", "added_by").order_by("pk")
