"""The order form: one page, for people with and without an account. And the form that finds an order again."""

from collections.abc import Mapping
from typing import Any

from django import forms
from oscar.apps.address.models import UserAddress

from common.forms import PhoneField, TidyCharField
from common.phones import show_phone
from common.policies.forms import ACCEPTS, CHANGED_MEANWHILE
from common.policies.queries import written
from common.policies.texts import Version
from producers.directory.queries import AnyUser
from producers.places.forms import TypedPlace
from producers.places.models import Province
from shop.accounts.address import Address, address_kept
from shop.accounts.forms import AddressFields

ELSEWHERE = ""
NOT_ACCEPTED = "Hãy đọc và đánh dấu đồng ý với quy chế trước khi đặt."
PLACE_FIELDS = ("recipient", "phone", "commune", "house")
AGE_LAW = (
    "Trong giỏ có đồ uống có cồn: Luật 44/2019/QH14 không cho bán cho người chưa đủ tuổi. Chợ không hỏi ngày sinh hay "
    "số giấy tờ; người giao kiểm tra trước khi trao hàng và thu tiền."
)


class CheckoutForm(AddressFields):
    """To whom and where, or one of the addresses kept in the account; a note; what the page showed."""

    keep = forms.BooleanField(label="Giữ địa chỉ này cho lần sau", required=False)
    note = TidyCharField(
        label="Lời nhắn cho người bán hoặc người giao",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    accepts = forms.BooleanField(label=ACCEPTS, error_messages={"required": NOT_ACCEPTED})
    versions = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    is_of_age = forms.BooleanField(label="Tôi xác nhận người nhận đủ tuổi", required=False, help_text=AGE_LAW)
    basket = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=5000)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        user: AnyUser,
        kept: list[UserAddress],
        asked: list[Version],
        province: str = "",
    ) -> None:
        super().__init__(data)
        self.asked = asked
        if not asked:
            del self.fields["accepts"]
        self.kept = {str(row.pk): address_kept(row) for row in kept}
        choices = [(pk, f"{one.recipient}, {show_phone(one.phone)}, {one.place}") for pk, one in self.kept.items()]
        if choices:
            self.fields["address"] = forms.ChoiceField(
                label="Giao tới",
                widget=forms.RadioSelect,
                required=False,
                choices=[*choices, (ELSEWHERE, "Nơi khác")],
                initial=choices[0][0],
            )
        self.fields["commune"].initial = TypedPlace(province=province)
        if not user.is_authenticated:
            del self.fields["keep"]

    def clean(self) -> dict[str, Any]:
        """Ask for a place only if no kept address is chosen; the texts accepted must be those that hold now."""
        cleaned = super().clean() or {}
        if cleaned.get("accepts") and cleaned.get("versions") != written(self.asked):
            self.add_error("accepts", CHANGED_MEANWHILE)
        if cleaned.get("address"):
            for name in PLACE_FIELDS:
                self.errors.pop(name, None)
        return cleaned

    def delivery_address(self) -> Address:
        """The address chosen or typed, of a valid form."""
        cleaned = self.cleaned_data
        chosen = self.kept.get(cleaned.get("address") or "")
        return chosen or self.typed_address()

    def has_new_address_to_keep(self) -> bool:
        """Whether the buyer typed an address and wants it kept in the account."""
        return bool(self.cleaned_data.get("keep")) and not self.cleaned_data.get("address")

    def ask_age(self, least_age: int) -> None:
        """Ask the buyer to state that the recipient has that age."""
        self.fields["is_of_age"].label = f"Tôi xác nhận người nhận đủ {least_age} tuổi"

    def destination(self) -> str | None:
        """The province (by code) as far as it is known, in a form half filled in too."""
        if not self.is_bound:
            first = next(iter(self.kept.values()), None)
            return first.commune.province_id if first else _known(self.fields["commune"].initial.province)
        self.is_valid()
        chosen = self.kept.get(self.cleaned_data.get("address") or "")
        commune = chosen.commune if chosen else self.cleaned_data.get("commune")
        typed: TypedPlace = self.fields["commune"].widget.value_from_datadict(self.data, {}, "commune")
        return commune.province_id if commune else _known(typed.province)

    def complain_only_of_place(self) -> None:
        """Keep quiet about what is not typed yet; say only that a typed place is not understood."""
        for name in list(self.errors):
            if name != "commune" or not self.data.get("commune_text"):
                del self.errors[name]


def _known(code: str) -> str | None:
    is_code = code.isascii() and code.isdecimal()
    return code if is_code and Province.objects.filter(pk=code, valid_to=None).exists() else None


class FindOrderForm(forms.Form):
    """The number of an order and the phone number given with it."""

    number = TidyCharField(
        label="Mã đơn",
        max_length=20,
        help_text="Ví dụ CP7K2M9Q",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": "Hãy gõ mã đơn."},
    )
    phone = PhoneField(label="Số điện thoại đã ghi khi đặt")
