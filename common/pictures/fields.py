"""A photo of a paper as a field of a form."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from common.pictures.intake import PictureRefused, written_anew


class ScanField(forms.FileField):
    """A photo of a paper; gives its pixels written anew, and nothing where it was left out."""

    widget = forms.FileInput(attrs={"accept": "image/*"})

    def clean(self, data: Any, initial: Any = None) -> bytes:
        """Refuse what is no picture, in Vietnamese."""
        file = super().clean(data, initial)
        try:
            return written_anew(file) if file else b""
        except PictureRefused as refused:
            raise ValidationError(str(refused)) from refused
