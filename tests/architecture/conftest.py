"""Rows of Mai, Tuấn and An that every route of the table can be asked for."""

from typing import Any

import pytest

from common.pictures.intake import let_in_privately
from producers.directory.models import Producer
from producers.directory.states import Role
from producers.notices.services import notify
from producers.staffing.services import Offer, invite
from shop.accounts.address import Address
from shop.accounts.services import keep_address
from shop.privacy.services import open_request
from tests.factories import certificate, change, commune, listing, photo_file, producer, proof
from tests.factories.complaints import complaint
from tests.factories.moderation import authority_request, licence, restriction
from tests.factories.ocop import decision_list, dossier
from tests.factories.orders import consignment
from tests.factories.payees import payee_change


@pytest.fixture
def rows(mai: Producer, an: Any, tuan: Any, quan: Any, chu: Any) -> dict[str, Any]:
    """Mai's page, news of her, a listing on sale and one under review, a parcel to An, and An's kept address."""
    on_sale = listing("Khăn thổ cẩm Lào", of=mai)
    sent = consignment(on_sale, buyer=an)
    kept = keep_address(an, Address("Lê Hoài An", "0912345678", commune("00070"), "12 Hàng Bạc"), is_usual=True)
    offer = Offer(full_name="Cà Thị Thảo", role=Role.HELPER, point=mai.point)
    invitation, code = invite(offer, by=quan)
    claimed = certificate(on_sale, verified=False, scan="rieng/khan.webp")
    return {
        "certificate": claimed,
        "dossier": dossier(on_sale),
        "decision": decision_list(mai.commune.province, by=an),
        "producer": mai,
        "payee": payee_change(mai),
        "proof": proof(mai.consents.get(), by=tuan),
        "drafted": producer("Bà Lường Thị Ban", mai.point, created_by=chu, consents="", state="draft"),
        "point": mai.point,
        "role": tuan.memberships.get(),
        "invitation": invitation,
        "code": code,
        "notice": notify(mai.point, "Khăn đã được duyệt.", url="/can-bo/hang/", producer=mai),
        "request": authority_request(mai, scan=let_in_privately(photo_file())),
        "restriction": restriction(mai),
        "licence": licence(mai, scan=let_in_privately(photo_file())),
        "on_sale": on_sale,
        "change": change(on_sale, state="submitted", title="Khăn thổ cẩm Lào, dệt tay"),
        "submitted": listing("Khăn chờ duyệt", of=mai, state="submitted"),
        "consignment": sent,
        "purchase": sent.order.purchase,
        "complaint": complaint(sent, phone="0912345678"),
        "address": kept,
        "data_request": open_request("access", name=mai.name, producer=mai, by=tuan),
    }


@pytest.fixture
def values(rows: dict[str, Any]) -> Any:
    """What the parameters of a route mean."""
    line = rows["consignment"].order.lines.get()

    def values(route: str) -> dict[str, Any]:
        return {
            "pk": _pk(route, rows),
            "scope": "voice",
            "version": 2,
            "language": "blt",
            "code": rows["code"],
            "token": rows["purchase"].token,
            "number": rows["consignment"].order.number,
            "product_slug": "khan",
            "product_class_slug": "hang-cho-phien",
            "parent_pk": rows["on_sale"].product_id,
            "partner_pk": rows["producer"].partner_id,
            "user_pk": rows["address"].user_id,
            "object_id": rows["address"].user_id,
            "line_id": line.pk,
            "app_label": "auth",
            "url": "auth/",
        }

    return values


def _pk(route: str, rows: dict[str, Any]) -> int:
    meanings = (
        ("khieu-nai/", rows["complaint"].pk),
        ("chung-nhan/ho-so/", rows["dossier"].pk),
        ("chung-nhan/", rows["certificate"].pk),
        ("quyet-dinh/", rows["decision"].pk),
        ("can-bo/du-lieu/", rows["data_request"].pk),
        ("con-dung/", rows["producer"].pk),
        ("ghi-giup/", rows["drafted"].pk),
        ("diem-ho-tro/", rows["point"].pk),
        ("can-bo/diem/", rows["point"].pk),
        ("nguoi-lam/loi-moi/", rows["invitation"].pk),
        ("nguoi-lam/vai-tro/", rows["role"].pk),
        ("nguoi-lam/", rows["role"].user_id),
        ("hang/<int:pk>/sua-doi/", rows["on_sale"].pk),
        ("sua-doi/", rows["change"].pk),
        ("bang-chung/", rows["proof"].pk),
        ("nguoi-ban/tai-khoan/", rows["payee"].pk),
        ("nguoi-ban/dong-y/", rows["proof"].consent_id),
        ("can-bo/giay-phep/anh/", rows["licence"].pk),
        ("can-bo/giay-phep/", rows["producer"].pk),
        ("duyet/giay-phep/", rows["licence"].pk),
        ("yeu-cau/them/", rows["producer"].pk),
        ("yeu-cau/", rows["request"].pk),
        ("han-che/hang/", rows["on_sale"].pk),
        ("han-che/nguoi-ban/", rows["producer"].pk),
        ("han-che/", rows["restriction"].pk),
        ("tin/", rows["notice"].pk),
        ("don/", rows["consignment"].pk),
        ("nguoi-ban/", rows["producer"].pk),
        ("duyet/", rows["submitted"].pk),
        ("dia-chi/", rows["address"].pk),
        ("partners/", rows["producer"].partner_id),
        ("users/", rows["address"].user_id),
        ("quan-tri/catalogue/", rows["on_sale"].product_id),
        ("hang/", rows["on_sale"].pk),
    )
    return next((pk for part, pk in meanings if part in route), 1)
