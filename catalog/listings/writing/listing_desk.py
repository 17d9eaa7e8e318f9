"""The desk on which a listing is written."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from catalog.listings.forms import ListingForm, stored_data
from catalog.listings.models import Listing
from catalog.listings.photos import Refusal, add_photos, make_first, photos_of_listing, remove_photo, write_captions
from catalog.listings.queries import last_saved_by, listings_served_by
from catalog.listings.readiness import Missing, missing_in
from catalog.listings.services import NotReady, save_draft, submit_listing
from catalog.listings.states import EDITABLE
from catalog.listings.writing.desk import Desk
from common.access import StaffRequest
from common.transitions import MoveNotAllowed

PHOTO_BUTTONS = {"bo-anh": remove_photo, "anh-dau": make_first}


class ListingDesk(Desk):
    """A listing that is not on sale yet."""

    template = "listings/edit.html"
    page = "work-listing"
    edit = "work-listing-edit"
    preview = "work-listing-preview"
    saved = "Đã lưu nháp"
    not_sent = "Chưa gửi được: hàng này vừa được người khác gửi hoặc sửa."

    def __init__(self, request: StaffRequest, listing: Listing) -> None:
        super().__init__(request, listing, listing)

    @property
    def is_editable(self) -> bool:
        """Whether it is a draft or came back."""
        return self.listing.state in EDITABLE

    @property
    def may_send(self) -> bool:
        """Those who serve the producer; a helper of the group writes and does not send."""
        return listings_served_by(self.request.user).filter(pk=self.listing.pk).exists()

    def photos(self) -> Sequence[Any]:
        """Those of the product."""
        return photos_of_listing(self.listing)

    def stored(self, photos: Sequence[Any]) -> Any:
        """As last typed, else as it stands."""
        return stored_data(self.listing, photos)

    def new_form(self, data: Any, photos: Sequence[Any]) -> ListingForm:
        """The whole form."""
        return ListingForm(data, photos=photos)

    def add(self, files: Iterable[Any]) -> list[Refusal]:
        """Add them to the product."""
        return add_photos(self.listing, files, by=self.request.user)

    def keep(self, form: ListingForm) -> None:
        """Save the draft and the captions."""
        save_draft(self.listing, form.draft(self.request.POST.get("version", "")), by=self.request.user)
        write_captions(self.listing, form.right_captions())

    def act_on_photo(self, button: str, key: int) -> None:
        """Take the photo off, or show it first."""
        if button in PHOTO_BUTTONS:
            PHOTO_BUTTONS[button](self.listing, key, by=self.request.user)

    def last_saved_by(self) -> str:
        """From the trail."""
        return last_saved_by(self.listing)

    def missing(self) -> list[Missing]:
        """What the approver and the buyer would miss."""
        return missing_in(self.listing)

    def send(self, form: ListingForm, said: dict[str, Any]) -> HttpResponse:
        """To the province."""
        try:
            submit_listing(self.listing, by=self.request.user)
        except (MoveNotAllowed, NotReady):
            messages.error(self.request, self.not_sent)
        else:
            messages.success(self.request, "Đã gửi duyệt. Tỉnh xem xong sẽ báo ở đây.")
        return redirect(self.page, self.listing.pk)
