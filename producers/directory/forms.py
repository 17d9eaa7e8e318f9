"""What an officer writes down about a producer, on a phone, sitting beside her."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from common.forms import PhoneField, TidyCharField
from common.pictures.intake import MAX_BYTES, MIN_SIDE, PictureRefused, let_in
from common.pictures.models import Picture
from producers.directory.bank_form import BankForm
from producers.directory.languages import language_choices
from producers.directory.models import Producer, SupportPoint
from producers.directory.portraits import picture_signed, shown_picture, signed_picture
from producers.directory.queries import is_payee_guarded
from producers.directory.seen import SeenForm
from producers.directory.services import NeedsNewApproval, ProducerFacts
from producers.directory.states import PAYEE_FIELDS, ProducerKind
from producers.papers.forms import PapersForm
from producers.places.forms import CommuneField

MOST_ABOUT = 600
APPLY_ANEW = "Nếu cần đổi: khép hồ sơ (mục “Bà con thôi bán”), nhờ tỉnh mở lại, sửa rồi gửi duyệt lại."


def about_field() -> TidyCharField:
    """A few sentences about the producer."""
    return TidyCharField(
        label="Giới thiệu",
        lines=True,
        required=False,
        max_length=MOST_ABOUT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Vài câu về nghề và người làm. Chỉ hiện cho người mua khi bà con cho đăng tên và ảnh.",
    )


class ProducerForm(SeenForm, BankForm, PapersForm):
    """A producer's facts and papers. A picture that was let in stays with the form, whatever else is wrong.

    Once she was approved it asks for no name, no account and no tax code: `is_payee_guarded`.
    """

    field_order = ("point", "name", "kind", "commune", "village", "languages", "phone", *PAYEE_FIELDS[1:])

    point = forms.ModelChoiceField(
        label="Điểm hỗ trợ",
        queryset=SupportPoint.objects.none(),
        empty_label="Chọn điểm hỗ trợ",
        error_messages={"required": "Hãy chọn điểm hỗ trợ.", "invalid_choice": "Hãy chọn một điểm của bạn."},
    )
    kind = forms.ChoiceField(
        label="Loại hình",
        choices=ProducerKind,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn loại hình."},
    )
    commune = CommuneField(label="Nơi ở, nơi làm")
    village = TidyCharField(
        label="Thôn, bản", max_length=80, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    languages = forms.MultipleChoiceField(
        label="Bà con nói tiếng gì?",
        choices=language_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Chọn mọi tiếng nghe và nói được. Người mua không thấy.",
        error_messages={"required": "Hãy chọn ít nhất một tiếng."},
    )
    phone = PhoneField(
        label="Số điện thoại",
        required=False,
        help_text="Không có thì để trống. Số chung của nhà hay của trưởng bản cũng được.",
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    about = about_field()
    picture = forms.FileField(
        label="Ảnh",
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text=f"Đôi tay, nếp nhà hay người làm. JPEG, PNG hoặc WebP, dưới {MAX_BYTES // 2**20} MB, "
        f"mỗi cạnh từ {MIN_SIDE} điểm ảnh. Chỉ hiện khi bà con đồng ý.",
        error_messages={"empty": "Tệp ảnh rỗng; xin chọn lại.", "invalid": "Chưa nhận được ảnh; xin chọn lại."},
    )
    without_picture = forms.BooleanField(label="Bỏ ảnh này", required=False)

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        points: Sequence[SupportPoint] = (),
        producer: Producer | None = None,
        **options: Any,
    ) -> None:
        super().__init__(data, files, **options)
        self.points = points
        self.is_payee_guarded = producer is not None and is_payee_guarded(producer)
        self.kept_picture: Picture | None = producer.picture if producer else None
        self.offer_banks(producer.bank_name if producer else "")
        if data is not None:
            self.kept_picture = picture_signed(data.get("picture_kept", "")) or self.kept_picture
        if len(points) > 1:
            choice: Any = self.fields["point"]
            choice.queryset = SupportPoint.objects.filter(pk__in=[point.pk for point in points])
        else:
            del self.fields["point"]
        if producer:
            self.say_what_the_kind_asks(producer.kind)
        if self.is_payee_guarded:
            for name in PAYEE_FIELDS:
                del self.fields[name]
        self.remember(producer)

    def clean_picture(self) -> Picture | None:
        """Let the file in at once, so that it need not be chosen again."""
        file = self.cleaned_data["picture"]
        if file:
            try:
                self.kept_picture = let_in(file)
            except PictureRefused as refused:
                raise ValidationError(str(refused)) from refused
        return self.kept_picture

    def clean(self) -> dict[str, Any]:
        """Check the account against the names, and the tax code against the kind."""
        known = super().clean() or {}
        if not self.is_payee_guarded:
            self.check_tax_code_of(known)
            self.check_account(known)
        if known.get("without_picture") and not self.files.get("picture"):
            known["picture"] = self.kept_picture = None
        return known

    def values(self) -> dict[str, Any]:
        """What a valid form asked for, by field of the producer."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("point", "without_picture")}

    def facts(self) -> ProducerFacts:
        """The facts of a valid form that asks for all of them."""
        return ProducerFacts(**self.values())

    def refuse(self, error: NeedsNewApproval) -> None:
        """Say at each field what only a new approval changes."""
        if error.is_of_kind:
            self.add_error("kind", f"Hồ sơ đã duyệt theo loại hình cũ, nên không đổi ở đây được. {APPLY_ANEW}")
        for row in error.missing:
            self.add_error(row.field, f"Hồ sơ đã duyệt nên không bỏ trống được. {row.sentence} {APPLY_ANEW}")
        if error.is_elsewhere:
            self.add_error(
                "commune", f"Hồ sơ do tỉnh cũ duyệt, nên không chuyển sang tỉnh khác ở đây được. {APPLY_ANEW}"
            )

    def chosen_point(self) -> SupportPoint:
        """The point that will serve the producer: the chosen one, or the officer's only one."""
        chosen: SupportPoint = self.cleaned_data.get("point") or self.points[0]
        return chosen

    def picture_shown(self) -> dict[str, Any] | None:
        """The picture that the form holds, for the tag `picture`."""
        return shown_picture(self.kept_picture, "Ảnh đã nhận")

    def picture_kept(self) -> str:
        """What the hidden field says of the picture that the form holds."""
        return signed_picture(self.kept_picture)


class AboutForm(SeenForm):
    """The producer's own words, which she may change with her own login."""

    about = about_field()

    def __init__(self, data: Any = None, *, producer: Producer) -> None:
        super().__init__(data, initial={"about": producer.about})
        self.remember(producer)
