"""Who sells: what is written down of the producer, and the texts of the market that were accepted for her."""

from collections.abc import Iterator

from common.archives.shapes import Row, Section, Table
from common.policies.queries import acceptances_of
from producers.ethnicity.queries import ethnicity_of
from producers.onboarding.rows import facts_for_officers
from shop.legal.dossiers import Dossier
from shop.legal.sections.writing import moment, person


def seller(dossier: Dossier) -> Section:
    """What the market knows of the producer, and the texts of the market that were accepted for her."""
    producer = dossier.producer

    def facts() -> Iterator[Row]:
        yield ("Tên", producer.name)
        yield from facts_for_officers(producer)
        yield ("Số điện thoại", producer.phone)
        yield ("Mã xã", producer.commune_id)
        if dossier.with_people and (people := ethnicity_of(producer)):
            yield ("Dân tộc, theo lời bà con", str(people))
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
