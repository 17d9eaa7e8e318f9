"""The people of the tests. Each is a fixture with a name and a role."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from common.policies.queries import written
from common.policies.texts import asked_versions
from producers.directory.models import Membership, Producer, SupportPoint
from producers.directory.states import Role
from shop.accounts.accepting_gate import ACCEPTED
from tests import factories


@pytest.fixture
def nua_ngam(db: None) -> SupportPoint:
    """The support point of Núa Ngam, Điện Biên."""
    return factories.point("Điểm hỗ trợ xã Núa Ngam", "03358")


@pytest.fixture
def sin_ho(db: None) -> SupportPoint:
    """The support point of Sìn Hồ, Lai Châu: another point in another province."""
    return factories.point("Điểm hỗ trợ xã Sìn Hồ", "03478")


@pytest.fixture
def tuan(nua_ngam: SupportPoint) -> Any:
    """Tuấn, officer of the point Núa Ngam."""
    return factories.officer("tuan", "Lường Văn Tuấn", nua_ngam)


@pytest.fixture
def bao(sin_ho: SupportPoint) -> Any:
    """Bảo, officer of another point, who must see nothing of Núa Ngam."""
    return factories.officer("bao", "Phàn Chí Bảo", sin_ho)


@pytest.fixture
def chu(nua_ngam: SupportPoint) -> Any:
    """Chư, of the community digital group of Núa Ngam: drafts for its producers, and no more."""
    return factories.helper("chu", "Giàng A Chư", nua_ngam)


@pytest.fixture
def linh(nua_ngam: SupportPoint) -> Any:
    """Linh, who approves listings of Điện Biên."""
    person = factories.user("linh", "Nguyễn Thuỳ Linh")
    Membership.objects.create(user=person, role=Role.APPROVER, province=nua_ngam.commune.province)
    return person


@pytest.fixture
def son(nua_ngam: SupportPoint) -> Any:
    """Sơn, the other approver of Điện Biên."""
    person = factories.user("son", "Cà Văn Sơn")
    Membership.objects.create(user=person, role=Role.APPROVER, province=nua_ngam.commune.province)
    return person


@pytest.fixture
def giang(sin_ho: SupportPoint) -> Any:
    """Giang, who approves listings of Lai Châu and must see nothing of Điện Biên."""
    person = factories.user("giang", "Vàng Thị Giang")
    Membership.objects.create(user=person, role=Role.APPROVER, province=sin_ho.commune.province)
    return person


@pytest.fixture
def thanh(db: None) -> Any:
    """Thanh, auditor of the whole country: reads, changes nothing."""
    person = factories.user("thanh", "Hoàng Minh Thanh")
    Membership.objects.create(user=person, role=Role.AUDITOR)
    return person


@pytest.fixture
def quan(db: None) -> Any:
    """Quân, administrator."""
    return factories.user("quan", "Trần Quân", is_staff=True, is_superuser=True)


@pytest.fixture
def an(db: None) -> Any:
    """An, a buyer with an account."""
    return factories.user("an@example.com", "Lê Hoài An", email="an@example.com")


@pytest.fixture
def mai(tuan: Any, nua_ngam: SupportPoint) -> Producer:
    """Mai, a weaver of Núa Ngam without phone, e-mail or login, served by Tuấn."""
    return factories.producer("Bà Lò Thị Mai", nua_ngam, created_by=tuan)


@pytest.fixture
def pao(bao: Any, sin_ho: SupportPoint) -> Producer:
    """Páo, a producer of Sìn Hồ, served by Bảo."""
    return factories.producer("Hộ Giàng A Páo", sin_ho, created_by=bao, village="bản Sà Dề Phìn")


def signed_in(person: Any, **headers: str) -> Client:
    """A browser where that person is signed in, and has said yes to the texts of today."""
    client = Client(headers={"sec-fetch-site": "same-origin", **headers})
    client.force_login(person)
    session = client.session
    session[ACCEPTED] = written(asked_versions(on=timezone.localdate()))
    session.save()
    return client


@pytest.fixture
def visitor() -> Client:
    """A browser where nobody is signed in."""
    return Client(headers={"sec-fetch-site": "same-origin"})
