"""Read what a producer said of her people, while she agrees."""

from producers.consents.queries import has_consent
from producers.consents.states import ConsentScope
from producers.directory.models import Producer
from producers.ethnicity.models import Ethnicity


def may_be_kept(producer: Producer) -> bool:
    """Whether she agrees today that it is written down."""
    return has_consent(producer, ConsentScope.ETHNICITY)


def ethnicity_of(producer: Producer) -> Ethnicity | None:
    """What she said; nothing once her consent is over, even before the row has gone."""
    return Ethnicity.objects.filter(producer=producer).first() if may_be_kept(producer) else None
