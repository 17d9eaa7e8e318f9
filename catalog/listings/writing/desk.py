"""Writing on the long form: every button saves all that was typed, each photo by itself, and nothing typed is lost."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from catalog.listings.forms import UNITS, ListingForm
from catalog.listings.models import Listing
from catalog.listings.photos import MOST_PHOTOS, TOO_HEAVY, Refusal
from catalog.listings.presentation import image_of
from catalog.listings.readiness import Missing
from catalog.listings.services import ChangedMeanwhile
from catalog.ocop.models import Certificate
from common.access import StaffRequest
from common.pictures.uploads import is_too_much, photos_of
from common.transitions import MoveNotAllowed

UNPROCESSABLE, CONFLICT, TOO_LARGE = 422, 409, 413
LONGEST_NUMBER = 18


class Desk(ABC):
    """What lies before somebody who writes: the listing or the change, its form and its photos.

    `page`, `edit` and `preview` name the addresses to go to; `saved` begins what is said once it is saved, and
    `saved_end` ends it; `not_sent` is said where somebody else was faster.
    """

    template: ClassVar[str]
    page: ClassVar[str]
    edit: ClassVar[str]
    preview: ClassVar[str]
    saved: ClassVar[str]
    saved_end: ClassVar[str] = "."
    not_sent: ClassVar[str]

    def __init__(self, request: StaffRequest, listing: Listing, row: Any) -> None:
        self.request = request
        self.listing = listing
        self.row = row

    @property
    @abstractmethod
    def is_editable(self) -> bool:
        """Whether its state lets anybody write on it."""

    @property
    @abstractmethod
    def may_send(self) -> bool:
        """Whether the person may also send it."""

    @abstractmethod
    def photos(self) -> Sequence[Any]:
        """The kept photos, in the order in which the buyer sees them."""

    @abstractmethod
    def stored(self, photos: Sequence[Any]) -> Any:
        """What is kept, as the form takes it."""

    @abstractmethod
    def new_form(self, data: Any, photos: Sequence[Any]) -> ListingForm:
        """The form with this in its boxes."""

    @abstractmethod
    def add(self, files: Iterable[Any]) -> list[Refusal]:
        """Keep the photos; return those that were refused."""

    @abstractmethod
    def keep(self, form: ListingForm) -> None:
        """Keep all that was typed. Raises ChangedMeanwhile and MoveNotAllowed."""

    @abstractmethod
    def act_on_photo(self, button: str, key: int) -> None:
        """Do what the button of a photo says; other buttons are none of its business."""

    @abstractmethod
    def last_saved_by(self) -> str:
        """The name of the one who saved it last."""

    @abstractmethod
    def missing(self) -> list[Missing]:
        """What it still lacks before it can be sent."""

    @abstractmethod
    def send(self, form: ListingForm, said: dict[str, Any]) -> HttpResponse:
        """Send what is complete, and say what came of it."""

    def more(self) -> dict[str, Any]:
        """What its page shows besides."""
        return {}

    def answer(self) -> HttpResponse:
        """The form, or what becomes of what was typed there."""
        if self.request.method == "POST":
            if is_too_much(self.request):
                return render(self.request, "listings/too_much.html", {"listing": self.listing}, status=TOO_LARGE)
            return self._save(*photos_of(self.request, "photos"))
        if not self.is_editable:
            return redirect(self.page, self.row.pk)
        return self.show(self._stored_form())

    def submit_stored(self) -> HttpResponse:
        """Send it as it was last saved."""
        return self._submit(self._stored_form())

    def show(self, form: ListingForm, *, status: int = 200, **said: Any) -> HttpResponse:
        """The page of the form."""
        photos = self.photos()
        context = {
            "listing": self.listing,
            "form": form,
            "photos": [
                (photo, image_of(photo.picture, f"Ảnh {place}"), form.caption_of(photo))
                for place, photo in enumerate(photos, start=1)
            ],
            "room": MOST_PHOTOS - len(photos),
            "checked": Certificate.objects.filter(product=self.listing.product_id, verified_at__isnull=False),
            "notices": form.notices(),
            "units": UNITS,
            "may_send": self.may_send,
            **self.more(),
            **said,
        }
        return render(self.request, self.template, context, status=status)

    def _stored_form(self) -> ListingForm:
        photos = self.photos()
        return self.new_form(self.stored(photos), photos)

    def _save(self, files: list[Any], too_heavy: list[str]) -> HttpResponse:
        """Save all that came in, then do what the button said."""
        button, _, target = self.request.POST.get("lam", "").partition(":")
        if button == "gui" and not self.may_send:
            raise Http404
        photos = self.photos()
        form = self.new_form(self.request.POST, photos)
        form.is_valid()
        refused = [Refusal(name, TOO_HEAVY) for name in too_heavy]
        try:
            refused += self.add(files)
            self.keep(form)
            self.act_on_photo(button, number(target))
        except ChangedMeanwhile:
            by = self.last_saved_by()
            differing = form.show_other_version(dict(self.stored(photos).lists()), by)
            said = {"conflict_by": by, "saved_at": self.row.changed_at, "differing": differing, "refused": refused}
            return self.show(form, status=CONFLICT, **said)
        except MoveNotAllowed:
            return self.show(form, status=CONFLICT, not_editable=True)
        if button == "gui":
            return self._submit(form, refused)
        self._say_saved()
        if form.errors or refused:
            return self.show(form, status=UNPROCESSABLE, refused=refused)
        return redirect(self.preview if button == "xem" else self.edit, self.row.pk)

    def _submit(self, form: ListingForm, refused: Sequence[Refusal] = ()) -> HttpResponse:
        """Send it if nothing is wrong or lacking; else show the form with every lack beside its field."""
        if not self.is_editable:
            messages.error(self.request, self.not_sent)
            return redirect(self.page, self.row.pk)
        elsewhere = form.say_what_is_missing(self.missing())
        said: dict[str, Any] = {"elsewhere": elsewhere, "refused": refused, "wants_to_send": True}
        if form.errors or elsewhere or refused:
            self._say_saved()
            return self.show(form, status=UNPROCESSABLE, **said)
        return self.send(form, said)

    def _say_saved(self) -> None:
        messages.success(self.request, f"{self.saved} {timezone.localtime():%H:%M}{self.saved_end}")


def number(text: str | None) -> int:
    """The number that somebody pressed or typed; 0 for what is none."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER else 0
