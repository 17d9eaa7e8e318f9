"""A recording of the text, and who reads."""

from django import forms

from common.forms import TidyCharField
from common.voices.intake import VoiceRefused, let_in_voice


class ReadingForm(forms.Form):
    """A recording that takes the place of the one before. `is_too_large`: its file was dropped on its way in."""

    reader_name = TidyCharField(
        label="Tên người đọc",
        max_length=120,
        help_text="Cán bộ và người bán thấy tên này cạnh bản đọc.",
        error_messages={"required": "Hãy gõ tên người đọc."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    recording = forms.FileField(
        label="Tệp ghi âm",
        help_text="MP3, M4A, OGG, WebM hay WAV, dưới 12 MB, tối đa 15 phút.",
        widget=forms.FileInput(attrs={"accept": "audio/*", "data-ghi-am": ""}),
        error_messages={"required": "Hãy chọn tệp ghi âm.", "empty": "Tệp này trống; xin chọn lại."},
    )

    def clean(self) -> dict[str, object]:
        """Write the recording anew when nothing else is wrong."""
        known = super().clean() or {}
        if "recording" not in known:
            return known
        if self.errors:
            self.add_error("recording", "Chợ chưa giữ tệp này. Sửa xong chỗ trên, xin chọn lại tệp.")
            return known
        try:
            known["recording"] = let_in_voice(known["recording"])
        except VoiceRefused as refused:
            self.add_error("recording", str(refused))
        return known
