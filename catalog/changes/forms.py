"""The form of a listing, filled with what a change wants."""

from collections.abc import Iterable
from typing import Any

from django.utils.datastructures import MultiValueDict

from catalog.changes.facts import certificate_of
from catalog.changes.models import ChangePhoto, ChangeRequest
from catalog.changes.services import left_alone
from catalog.listings.forms import ListingForm, standing_data


class ChangeForm(ListingForm):
    """Everything about a thing on sale but its number of pieces, which has a page of its own and goes live at once."""

    def __init__(self, data: Any, change: ChangeRequest, *, photos: Iterable[ChangePhoto], **options: Any) -> None:
        super().__init__(data, photos=photos, **options)
        for name in left_alone(change.listing) & self.fields.keys():
            del self.fields[name]


def change_data(change: ChangeRequest, photos: Iterable[ChangePhoto]) -> MultiValueDict[str, str]:
    """What the form holds of the change: as last typed, else as it is wanted."""
    standing = standing_data({**change.base, **change.wanted}, certificate_of(change.wanted["certificate"]), photos)
    return MultiValueDict({name: texts for name, texts in {**standing, **change.typed}.items() if texts})
