"""An empty market gets its first point, officer and approver in the administrators' pages."""

import pytest
from django.contrib.auth import get_user_model

from producers.directory.models import Membership, SupportPoint
from producers.directory.queries import workplaces_of
from tests import factories
from tests.people import signed_in

pytestmark = pytest.mark.django_db

ADMIN = "/quan-tri/he-thong/"
PASSWORD = "mot-cau-dai-de-nho"


@pytest.fixture
def administrator(quan):
    return signed_in(quan)


def add_person(administrator, username, **role):
    """Add a person, then give the role on the page that opens; return both the person and the last answer."""
    form = {"username": username, "password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"}
    assert administrator.post(f"{ADMIN}auth/user/add/", {**form, **inline()}).status_code == 302
    person = get_user_model().objects.get(username=username)
    fields = {"username": username, "is_active": "on", "date_joined_0": "2026-11-23", "date_joined_1": "08:00:00"}
    return person, administrator.post(f"{ADMIN}auth/user/{person.pk}/change/", {**fields, **inline(**role)})


def inline(**role):
    """The part of a form that holds a person's roles."""
    total = 1 if role else 0
    management = {"TOTAL_FORMS": total, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    return {f"memberships-{name}": value for name, value in management.items()} | {
        f"memberships-0-{name}": value for name, value in role.items()
    }


def test_a_point_an_officer_and_an_approver(administrator):
    commune = factories.commune("03358")
    form = {"name": "Điểm hỗ trợ Núa Ngam", "commune": commune.pk, "address": "", "phone": "", "hours": ""}
    assert administrator.post(f"{ADMIN}producers/supportpoint/add/", {**form, **inline()}).status_code == 302
    point = SupportPoint.objects.get()
    tuan, _ = add_person(administrator, "tuan", role="officer", point=point.pk)
    linh, _ = add_person(administrator, "linh", role="approver", province=commune.province_id)
    assert (workplaces_of(tuan), workplaces_of(linh)) == ({"officer"}, {"approver"})
    for person in (tuan, linh):
        assert signed_in(person).get("/can-bo/").status_code == 200


def test_an_officer_without_a_point_is_refused(administrator):
    _, answer = add_person(administrator, "tuan", role="officer")
    assert answer.status_code == 200
    assert "membership_role_has_its_place" in answer.content.decode()
    assert not Membership.objects.exists()


def test_the_first_page_names_what_is_set_up_here(administrator):
    page = administrator.get(ADMIN).content.decode()
    for model in ("auth/user", "producers/supportpoint", "producers/membership"):
        assert f"{ADMIN}{model}/" in page
