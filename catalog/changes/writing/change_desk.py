"""The desk on which a change of what is on sale is written, while the approved version stays on sale."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from catalog.changes.facts import live_facts, live_version, overtaken, wanted_facts
from catalog.changes.forms import ChangeForm, change_data
from catalog.changes.models import ChangeRequest
from catalog.changes.photos import add_photos, make_first, photos_of_change, remove_photo, write_captions
from catalog.changes.queries import change_last_saved_by, labels_of
from catalog.changes.services import LiveVersionMoved, NothingChanged, save_change, submit_change
from catalog.changes.states import EDITABLE
from catalog.listings.forms import ListingForm
from catalog.listings.photos import Refusal
from catalog.listings.readiness import Missing, missing_in
from catalog.listings.services import NotReady
from catalog.listings.writing.desk import CONFLICT, UNPROCESSABLE, Desk
from common.access import StaffRequest
from common.transitions import MoveNotAllowed

PHOTO_BUTTONS = {"bo-anh": remove_photo, "anh-dau": make_first}
NOTHING = "Bản sửa chưa khác bản đang bán chỗ nào."


class ChangeDesk(Desk):
    """A change that its officers write."""

    template = "changes/edit.html"
    page = "work-change"
    edit = "work-change-edit"
    preview = "work-change"
    saved = "Đã lưu bản sửa"
    saved_end = ". Hàng đang bán chưa đổi gì."
    not_sent = "Chưa gửi được: bản sửa này vừa được người khác gửi hoặc sửa."
    may_send = True

    def __init__(self, request: StaffRequest, change: ChangeRequest) -> None:
        super().__init__(request, change.listing, change)

    @property
    def is_editable(self) -> bool:
        """Whether it is a draft or came back."""
        return self.row.state in EDITABLE

    def photos(self) -> Sequence[Any]:
        """Those that the buyer shall see."""
        return photos_of_change(self.row)

    def stored(self, photos: Sequence[Any]) -> Any:
        """As last typed, else as it is wanted."""
        return change_data(self.row, photos)

    def new_form(self, data: Any, photos: Sequence[Any]) -> ListingForm:
        """The form without what has a page of its own."""
        return ChangeForm(data, self.row, photos=photos)

    def add(self, files: Iterable[Any]) -> list[Refusal]:
        """Add them to the change."""
        return add_photos(self.row, files, by=self.request.user)

    def keep(self, form: ListingForm) -> None:
        """Save the change and the captions."""
        sent = self.request.POST
        save_change(self.row, form.draft(sent.get("version", "")), live=sent.get("live", ""), by=self.request.user)
        write_captions(self.row, form.right_captions(), by=self.request.user)

    def act_on_photo(self, button: str, key: int) -> None:
        """Take the photo out, or show it first."""
        if button in PHOTO_BUTTONS:
            PHOTO_BUTTONS[button](self.row, key, by=self.request.user)

    def last_saved_by(self) -> str:
        """From the trail."""
        return change_last_saved_by(self.row)

    def missing(self) -> list[Missing]:
        """What the listing would lack as it is wanted."""
        return missing_in(self.listing, wanted_facts(self.row))

    def more(self) -> dict[str, Any]:
        """What is on sale meanwhile, and what of it has moved since the change was begun."""
        live = live_facts(self.listing)
        return {"change": self.row, "live": live_version(live), "moved": labels_of(overtaken(self.row, live))}

    def send(self, form: ListingForm, said: dict[str, Any]) -> HttpResponse:
        """To the province, if it changes anything and what is on sale has not moved."""
        try:
            submit_change(self.row, by=self.request.user)
        except NothingChanged:
            form.add_error(None, NOTHING)
            return self.show(form, status=UNPROCESSABLE, **said)
        except LiveVersionMoved:
            return self.show(form, status=CONFLICT)
        except (MoveNotAllowed, NotReady):
            messages.error(self.request, self.not_sent)
        else:
            messages.success(self.request, "Đã gửi duyệt bản sửa. Hàng vẫn bán như cũ cho tới khi tỉnh duyệt.")
        return redirect(self.page, self.row.pk)
