"""Who sells: what is written down of the producer, and what she agreed to, with the texts that were read."""

from collections.abc import Iterator

from common.archives.shapes import Attachment, Row, Section, Table, text_file
from common.policies.queries import acceptances_of
from producers.consents.models import ConsentText
from producers.consents.queries import consent_history
from producers.consents.rows import consent_then
from producers.onboarding.rows import facts_for_officers
from shop.legal.dossiers import Dossier
from shop.legal.sections.writing import day, moment, person


def seller(dossier: Dossier) -> Section:
    """What the market knows of the producer, and the texts of the market that were accepted for her."""
    producer = dossier.producer

    def facts() -> Iterator[Row]:
        yield ("Tên", producer.name)
        yield from facts_for_officers(producer)
        yield ("Số điện thoại", producer.phone)
        yield ("Mã xã", producer.commune_id)
        yield ("Ghi vào chợ", f"{moment(producer.created_at)}, {person(producer.created_by)}")

    def accepted() -> Iterator[Row]:
        for yes in acceptances_of(producer).select_related("recorded_by"):
            yield (yes.get_policy_display(), str(yes.version), moment(yes.accepted_at), person(yes.recorded_by))

    return Section(
        "nguoi-ban",
        "Người bán",
        "Tên, loại hình, nơi ở, cách nhận tiền; các bản quy chế đã đồng ý.",
        (
            Table("thong-tin", "Thông tin người bán", ("Mục", "Nội dung"), facts),
            Table("quy-che", "Quy chế đã đồng ý", ("Văn bản", "Bản số", "Lúc", "Người ghi"), accepted),
        ),
    )


def consents(dossier: Dossier) -> Section:
    """Every answer she ever gave, with the text she heard."""
    producer = dossier.producer

    def answers() -> Iterator[Row]:
        for consent in consent_history(producer):
            then = consent_then(consent)
            for label, is_given, withdrawn_at in then.answers:
                yield (
                    moment(consent.given_at),
                    label,
                    "có" if is_given else "không",
                    moment(withdrawn_at),
                    str(consent.text),
                    then.language,
                    consent.witness_name,
                    then.recorded_by,
                    str(consent.at_point),
                )

    def texts() -> Iterator[Attachment]:
        for text in ConsentText.objects.filter(consents__producer=producer).distinct().order_by("version", "language"):
            name = f"van-ban-{text.version}-{text.language}.txt"
            yield text_file(name, f"Văn bản {text}, dùng từ {day(text.valid_from)}", text.body)

    columns = ("Lúc", "Việc", "Trả lời", "Rút lại", "Văn bản", "Đọc bằng tiếng", "Người làm chứng", "Người ghi", "Tại")
    return Section(
        "dong-y",
        "Các lần đồng ý",
        "Mỗi việc trả lời riêng; văn bản đã đọc kèm theo nguyên văn.",
        (Table("tra-loi", "Trả lời của người bán", columns, answers),),
        texts,
    )
