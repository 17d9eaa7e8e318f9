"""Say that two records are two people."""

from django.contrib.auth.models import User
from django.db import transaction

from common.audit.services import record
from producers.directory.models import Producer
from producers.directory.queries import point_of_act
from producers.pairs.models import TwoPeople


@transaction.atomic
def tell_apart(one: Producer, other: Producer, *, by: User) -> None:
    """Note that they are two people; saying it twice changes nothing."""
    first, second = sorted((one, other), key=lambda producer: producer.pk)
    _, is_new = TwoPeople.objects.get_or_create(one=first, other=second, defaults={"said_by": by})
    if is_new:
        point = point_of_act(by, first)
        after = {"other": f"{second} ({second.pk})"}
        record("producer.told_apart", by=by, subject=first, on_behalf_of=first, at_point=point, after=after)
