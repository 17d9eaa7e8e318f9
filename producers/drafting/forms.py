"""What a helper types about a producer: the officer's questions, without money and papers."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from common.text import fold
from producers.directory.forms import ProducerForm
from producers.directory.models import Producer, SupportPoint
from producers.directory.seen import SeenForm
from producers.directory.states import PayoutWay
from producers.drafting.queries import is_known
from producers.drafting.services import Drafted

IN_HAND = [(way.value, way.label) for way in PayoutWay if way != PayoutWay.BANK]
"""How money may reach her without a bank account; only officers write accounts down."""


class DraftForm(SeenForm):
    """A producer's name, kind, place, languages and words about herself.

    Of one who is paid into an account, which an officer wrote down, it does not ask how she is paid.
    """

    point = ProducerForm.base_fields["point"]
    name = ProducerForm.base_fields["name"]
    kind = ProducerForm.base_fields["kind"]
    commune = ProducerForm.base_fields["commune"]
    village = ProducerForm.base_fields["village"]
    languages = ProducerForm.base_fields["languages"]
    phone = ProducerForm.base_fields["phone"]
    payout_way = forms.ChoiceField(
        label="Bà con nhận tiền bằng cách nào?",
        choices=IN_HAND,
        widget=forms.RadioSelect,
        help_text="Muốn nhận qua ngân hàng thì cán bộ điểm ghi số tài khoản sau.",
        error_messages={"required": "Hãy chọn cách nhận tiền."},
    )
    about = ProducerForm.base_fields["about"]

    def __init__(
        self, data: Any = None, *, points: Sequence[SupportPoint], producer: Producer | None = None, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.points, self.producer = points, producer
        if len(points) > 1 and producer is None:
            choice: Any = self.fields["point"]
            choice.queryset = SupportPoint.objects.filter(pk__in=[point.pk for point in points])
        else:
            del self.fields["point"]
        if producer and producer.payout_way == PayoutWay.BANK:
            del self.fields["payout_way"]
        self.remember(producer)

    def clean_name(self) -> str:
        """Refuse what is no name."""
        name: str = self.cleaned_data["name"]
        if len(fold(name).replace(" ", "")) < 2:
            raise ValidationError("Tên cần có ít nhất hai chữ cái.")
        return name

    def clean(self) -> dict[str, Any]:
        """Refuse a producer whom the point knows already; the officers know more of her than a helper sees."""
        known = super().clean() or {}
        is_read = {"name", "commune"} <= known.keys() and not self.errors
        if is_read and is_known(known["name"], known["commune"], self.chosen_point(), but=self.producer):
            self.add_error("name", "Điểm đã có người bán tên như vậy ở xã này. Xin hỏi cán bộ điểm trước khi ghi.")
        return known

    def chosen_point(self) -> SupportPoint:
        """The point whose officers get the draft: her own, the chosen one, or the helper's only one."""
        if self.producer:
            return self.producer.point
        chosen: SupportPoint = self.cleaned_data.get("point") or self.points[0]
        return chosen

    def drafted(self) -> Drafted:
        """What a valid form says."""
        known = {"payout_way": PayoutWay.BANK.value, **self.cleaned_data}
        return Drafted(**{name: value for name, value in known.items() if name != "point"})
