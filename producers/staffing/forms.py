"""What administrators type about people at work, and what an invited person types."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from common.credentials import check_new_password, contact_field, name_field, password_field, read_contact
from common.forms import ReasonForm, TidyCharField
from common.policies.forms import AcceptForm
from producers.directory.models import AT_POINT, SupportPoint
from producers.directory.states import Role
from producers.places.models import Province
from producers.places.queries import provinces_in_order
from producers.staffing.services import Offer


class PointField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of all support points, each with its commune and province."""

    def __init__(self, **options: Any) -> None:
        points = SupportPoint.objects.select_related("commune__province").order_by(
            "commune__province__folded", "folded"
        )
        options.setdefault("error_messages", {"required": "Hãy chọn điểm hỗ trợ."})
        super().__init__(points, empty_label="Chọn điểm hỗ trợ", label="Điểm hỗ trợ", **options)

    def label_from_instance(self, obj: Any) -> str:
        """The point with where it lies."""
        return f"{obj.name} – {obj.commune.full_name}"


class MoveForm(ReasonForm):
    """To which point somebody moves, and why."""

    point = PointField()
    field_order = ["point", "reason"]


class InviteForm(forms.Form):
    """Whom to invite, as what, and where."""

    full_name = TidyCharField(
        label="Họ và tên người được mời",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Hãy gõ họ và tên."},
    )
    email = forms.EmailField(
        label="E-mail",
        required=False,
        help_text="Có thì chợ gửi lời mời tới đó. Không có thì in lời mời ra giấy.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": "Địa chỉ e-mail chưa đúng, ví dụ ten@example.com."},
    )
    role = forms.ChoiceField(
        label="Mời làm gì?",
        choices=Role,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn vai trò."},
    )
    point = PointField(required=False, help_text="Cho cán bộ điểm hỗ trợ và thành viên tổ công nghệ số.")
    province = forms.ChoiceField(
        label="Tỉnh, thành phố",
        required=False,
        help_text="Cho cán bộ duyệt và giám sát. Giám sát cả nước thì để trống.",
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        province: Any = self.fields["province"]
        province.choices = [("", "Chọn tỉnh, thành phố"), *[(one.code, one.name) for one in provinces_in_order()]]

    def clean(self) -> dict[str, Any]:
        """A role wants its kind of place, and no other is kept."""
        known = super().clean() or {}
        role = known.get("role")
        if role in AT_POINT:
            known["province"] = ""
            if not known.get("point") and "point" not in self.errors:
                self.add_error("point", "Hãy chọn điểm hỗ trợ cho vai trò này.")
        elif role:
            known["point"] = None
            if role == Role.APPROVER and not known.get("province"):
                self.add_error("province", "Hãy chọn tỉnh mà người này duyệt hàng.")
        return known

    def offer(self) -> Offer:
        """What a valid form offers."""
        typed = self.cleaned_data
        province = Province.objects.filter(pk=typed["province"]).first() if typed["province"] else None
        return Offer(
            full_name=typed["full_name"],
            email=typed["email"],
            role=typed["role"],
            point=typed["point"],
            province=province,
        )


class CodeForm(forms.Form):
    """The code of a printed invitation."""

    code = TidyCharField(
        label="Mã trên giấy mời",
        max_length=60,
        help_text="Gồm 20 chữ và số, có gạch nối hay không đều được.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={"required": "Hãy gõ mã trên giấy mời."},
    )


class NewcomerForm(AcceptForm):
    """An invited person's own name, sign-in name and password, and her yes to the rules."""

    full_name = name_field()
    contact = contact_field("Dùng để đăng nhập.")
    password = password_field("Mật khẩu mới", is_new=True)
    field_order = ("full_name", "contact", "password", "accepts")

    def clean_contact(self) -> str:
        """The phone number or e-mail address in its one form."""
        return read_contact(self.cleaned_data["contact"])

    def clean(self) -> dict[str, Any]:
        """Compare the password with name and contact."""
        known = super().clean() or {}
        if "password" in known:
            contact = known.get("contact", "")
            person = User(username=contact, email=contact, first_name=known.get("full_name", ""))
            try:
                check_new_password(known["password"], person)
            except ValidationError as error:
                self.add_error("password", error)
        return known
