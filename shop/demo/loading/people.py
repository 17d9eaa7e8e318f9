"""The demo's support points and people. All share one password, shown when the market starts."""

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.utils import timezone

from common.policies.services import accept
from common.policies.texts import asked_versions
from producers.directory.models import Membership, SupportPoint
from producers.directory.states import Role
from producers.places.models import Commune
from producers.points.hours import data_of
from shop.accounts.address import Address
from shop.accounts.services import keep_address
from shop.demo import catalogue
from shop.demo.people import PASSWORD


def load_points(market: catalogue.Market) -> dict[str, SupportPoint]:
    """The support points by key."""
    return {
        point.key: SupportPoint.objects.create(
            name=point.name,
            commune_id=point.commune_code,
            host_place=point.host_place,
            address=point.address,
            phone=point.phone,
            week=data_of(point.week),
            hours=point.hours,
            services=list(point.services),
            villages=list(point.villages),
        )
        for point in market.points
    }


def load_people(market: catalogue.Market, points: dict[str, SupportPoint]) -> dict[str, User]:
    """The people by sign-in name, with their roles and the buyers' kept addresses."""
    password = make_password(PASSWORD)
    people = {}
    for person in market.people:
        family, _, given = person.full_name.rpartition(" ")
        is_administrator = person.role == "administrator"
        user = get_user_model().objects.create(
            username=person.username,
            password=password,
            first_name=given,
            last_name=family,
            is_staff=is_administrator,
            is_superuser=is_administrator,
        )
        accept(asked_versions(on=timezone.localdate()), subject=user, by=user)
        _give_role(user, person, points)
        if person.role == "buyer":
            _keep_address(user, person)
        people[person.username] = user
    return people


def _give_role(user: User, person: catalogue.Person, points: dict[str, SupportPoint]) -> None:
    for key in person.points:
        Membership.objects.create(user=user, role=person.role, point=points[key])
    if person.role in {Role.APPROVER, Role.AUDITOR}:
        Membership.objects.create(user=user, role=person.role, province_id=person.province_code or None)


def _keep_address(user: User, person: catalogue.Person) -> None:
    commune = Commune.objects.get(code=person.commune_code)
    keep_address(user, Address(person.full_name, person.phone, commune, person.address), is_usual=True)
