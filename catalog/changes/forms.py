"""The form of a listing, filled with what a change wants."""

from collections.abc import Iterable
from typing import Any

from django.utils.datastructures import MultiValueDict

from catalog.changes.facts import certificate_of, live_facts, touched
from catalog.changes.models import ChangePhoto, ChangeRequest
from catalog.changes.services import left_alone
from catalog.listings.forms import ListingForm, boxes_of, standing_data


class ChangeForm(ListingForm):
    """Everything about a thing on sale but its number of pieces, which has a page of its own and goes live at once."""

    def __init__(self, data: Any, change: ChangeRequest, *, photos: Iterable[ChangePhoto], **options: Any) -> None:
        super().__init__(data, photos=photos, **options)
        for name in left_alone(change.listing) & self.fields.keys():
            del self.fields[name]


def change_data(change: ChangeRequest, photos: Iterable[ChangePhoto]) -> MultiValueDict[str, str]:
    """What the form holds of the change: what it changes, as last typed, and beside it what the listing says now.

    What was typed wrong stays as it was typed, whether or not it changes anything yet.
    """
    live, changed = live_facts(change.listing), touched(change)
    facts = {**live, **{name: fact for name, fact in change.wanted.items() if name in changed}}
    standing = standing_data(facts, certificate_of(facts["certificate"]), photos)
    form = ChangeForm(MultiValueDict({**standing, **change.typed}), change, photos=photos)
    moved = [boxes_of(name) for name in live if name not in changed and live[name] != change.base.get(name)]
    stale = {box for boxes in moved if not form.errors.keys() & set(boxes) for box in boxes}
    typed = {box: texts for box, texts in change.typed.items() if box not in stale}
    return MultiValueDict({name: texts for name, texts in {**standing, **typed}.items() if texts})
