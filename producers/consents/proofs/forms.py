"""Fields for what proves an answer; neither is needed, because there is always a witness."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from common.pictures import uploads
from common.pictures.intake import PictureRefused, written_anew
from common.voices.intake import TOO_HEAVY, VoiceRefused, let_in_voice
from producers.consents.states import ProofKind

CHOOSE_AGAIN = "Chợ chưa giữ tệp này vì còn chỗ phải sửa. Sửa xong, xin chọn lại tệp."
EMPTY = {"empty": "Tệp này trống; xin chọn lại."}


class ProofForm(forms.Form):
    """A recording of her answer and a photo of her signature. `too_large` are the fields whose file was dropped."""

    recording = forms.FileField(
        label="Ghi âm câu trả lời",
        required=False,
        help_text="Chỉ khi bà con cho. Tối đa 15 phút. Chợ để ở chỗ riêng, người mua không nghe được.",
        widget=forms.FileInput(attrs={"accept": "audio/*", "data-ghi-am": ""}),
        error_messages=EMPTY,
    )
    signature = forms.FileField(
        label="Ảnh chữ ký hoặc dấu vân tay",
        required=False,
        help_text="Chỉ khi bà con cho. Không chụp căn cước. Người mua không thấy ảnh này.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        error_messages=EMPTY,
    )

    def __init__(self, *args: Any, too_large: Collection[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.too_large = too_large

    def full_clean(self) -> None:
        """Say at each file that it is to be chosen again when anything is wrong: a browser sends it only once."""
        super().full_clean()
        for name in ("recording", "signature"):
            if self.errors and self.files.get(name) and name not in self.errors:
                self.add_error(name, CHOOSE_AGAIN)

    def clean_signature(self) -> bytes | None:
        """Write the photo anew."""
        if "signature" in self.too_large:
            raise ValidationError(uploads.TOO_HEAVY)
        file = self.cleaned_data["signature"]
        try:
            return written_anew(file) if file else None
        except PictureRefused as refused:
            raise ValidationError(str(refused)) from refused

    def clean_recording(self) -> Any:
        """Refuse what was dropped on its way in; what is left is decoded last, because that takes long."""
        if "recording" in self.too_large:
            raise ValidationError(TOO_HEAVY)
        return self.cleaned_data["recording"]

    def let_recording_in(self) -> None:
        """Write the recording anew, of a form in which nothing else is wrong."""
        if self.errors or not self.cleaned_data.get("recording"):
            return
        try:
            self.cleaned_data["recording"] = let_in_voice(self.cleaned_data["recording"])
        except VoiceRefused as refused:
            self.add_error("recording", str(refused))

    def proofs(self) -> list[tuple[ProofKind, bytes]]:
        """What proves the answers of a valid form."""
        recording, signature = self.cleaned_data["recording"], self.cleaned_data["signature"]
        heard = [(ProofKind.VOICE, recording.compatible)] if recording else []
        return [*heard, (ProofKind.PICTURE, signature)] if signature else heard
