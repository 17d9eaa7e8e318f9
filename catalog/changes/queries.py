"""Changes as the people at work may see them, before and after; every read starts from the user."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from catalog.changes.comparing import Piece, compared
from catalog.changes.facts import Facts, touched
from catalog.changes.models import ChangeRequest
from catalog.changes.states import ChangeAct
from catalog.listings.presentation import Image, image_of
from catalog.listings.queries import listings_served_by, written_fact
from catalog.listings.states import FACTS
from common.audit.queries import history_of
from common.audit.sentences import Told, told
from common.pictures.models import Picture
from producers.directory.queries import AnyUser

CERTIFICATE = "Chứng nhận OCOP"


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact before and after."""

    name: str
    label: str
    before: list[Piece]
    after: list[Piece]


@dataclass(frozen=True, slots=True)
class ComparedPhoto:
    """A photo of one side: what is seen on it, and what becomes of it in a word."""

    image: Image
    caption: str
    note: str


def changes_served_by(user: AnyUser) -> QuerySet[ChangeRequest]:
    """The changes of the listings that the user may write."""
    return ChangeRequest.objects.filter(listing__in=listings_served_by(user)).select_related(
        "listing__product", "listing__producer__point", "decided_by", "submitted_by"
    )


def differences(change: ChangeRequest, live: Facts) -> list[Difference]:
    """What the change changes, in the order of the form, but for the photos."""
    wanted = touched(change)
    found = []
    for name in [*FACTS, "certificate"]:
        if name in wanted and name != "photos":
            before, after = _written(name, live.get(name)), _written(name, wanted[name])
            found.append(Difference(name, FACTS.get(name, CERTIFICATE), *compared(before, after)))
    return found


def compared_photos(change: ChangeRequest, live: Facts) -> tuple[list[ComparedPhoto], list[ComparedPhoto]]:
    """The photos on sale and the photos wanted, if the change changes them; else two empty lists."""
    wanted = touched(change)
    if "photos" not in wanted:
        return [], []
    before, after = live["photos"], wanted["photos"]
    pictures = Picture.objects.in_bulk({picture for picture, _ in [*before, *after]})
    old, new = dict(before), dict(after)
    return (
        [_photo(pictures[key], caption, "" if key in new else "bỏ") for key, caption in before],
        [_photo(pictures[key], caption, _what_is_new(key, caption, old)) for key, caption in after],
    )


def labels_of(fields: list[str]) -> list[str]:
    """What the fields are called on the form."""
    return ["Ảnh" if name == "photos" else FACTS.get(name, CERTIFICATE) for name in fields]


def told_change(change: ChangeRequest) -> list[Told]:
    """The history of the change in sentences."""
    return [told(entry, labels=FACTS, write=written_fact) for entry in history_of(change)]


def change_last_saved_by(change: ChangeRequest) -> str:
    """The name of the one who saved the change last."""
    entry = history_of(change).filter(action=ChangeAct.SAVED).first()
    return entry.by_name if entry else ""


def _photo(picture: Picture, caption: str, note: str) -> ComparedPhoto:
    return ComparedPhoto(image_of(picture, caption or "Ảnh chưa có lời"), caption, note)


def _what_is_new(key: int, caption: str, old: Mapping[int, str]) -> str:
    if key not in old:
        return "mới"
    return "" if caption == old[key] else "lời mới"


def _written(name: str, fact: Any) -> str:
    if name != "certificate" or not isinstance(fact, Mapping):
        return "không ghi" if name == "certificate" else written_fact(name, fact)
    return "\n".join(
        f"{FACTS[field]}: {written_fact(field, value)}" for field, value in fact.items() if field in FACTS and value
    )
