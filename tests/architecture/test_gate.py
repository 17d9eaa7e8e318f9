"""Oscar's dashboard is for active administrators alone; a permission opens nothing of it."""

import pytest
from django.contrib.auth.models import Permission

from tests.architecture.routes import ADMIN_ROUTES, address
from tests.factories import user
from tests.people import signed_in

pytestmark = pytest.mark.django_db

OTHERS = ("quan-tri/login/", "quan-tri/logout/", "quan-tri/he-thong/", "quan-tri/xem/")
OF_OSCAR = [route for route in ADMIN_ROUTES if not route.startswith(OTHERS)]


@pytest.fixture
def holder(db):
    """Somebody with every permission that Oscar's dashboard asks for."""
    person = user("hoa", "Lò Thị Hoa", is_staff=True)
    person.user_permissions.set(Permission.objects.all())
    assert person.has_perm("partner.dashboard_access")
    return person


@pytest.mark.whole
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_holder_of_every_permission_sees_nothing(method, holder, values):
    client = signed_in(holder)
    answers = {route: getattr(client, method)(address(route, values(route))).status_code for route in OF_OSCAR}
    assert len(answers) >= 25
    assert {route: code for route, code in answers.items() if code not in (403, 404, 405)} == {}


def test_an_administrator_who_is_locked_is_sent_to_sign_in(quan):
    client = signed_in(quan)
    assert client.get("/quan-tri/orders/").status_code == 200
    quan.is_active = False
    quan.save()
    for path in ("/quan-tri/", "/quan-tri/orders/", "/quan-tri/partners/"):
        assert client.get(path).headers["Location"].startswith("/tai-khoan/vao/")


def test_reports_are_not_there(quan):
    assert signed_in(quan).get("/quan-tri/reports/").status_code == 404
