"""What a producer says of her people."""

from django import forms

from common.forms import TidyCharField
from producers.ethnicity.groups import group_choices


class EthnicityForm(forms.Form):
    """The group of the list, and her own word."""

    code = forms.ChoiceField(
        label="Dân tộc", choices=group_choices, error_messages={"required": "Hãy chọn theo lời bà con."}
    )
    local_name = TidyCharField(
        label="Bà con tự gọi là",
        max_length=60,
        required=False,
        help_text="Ví dụ: Ca Dong, Mông Trắng, Thái Đen.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
