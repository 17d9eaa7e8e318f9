"""What administrators and officers write down about a support point."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from common.forms import PhoneField, TidyCharField
from common.text import fold
from producers.directory.models import SupportPoint
from producers.directory.states import HostPlace
from producers.places.forms import CommuneField
from producers.places.models import Commune, CommuneKind
from producers.points.hours import DAYS, NotHours, Span, data_of, read_spans, week_of, written_spans
from producers.points.map import kilometres_between
from producers.points.offered import service_choices
from producers.points.services import PointFacts, Service

MOST_VILLAGES = 60
SOUTH_NORTH = (6.0, 24.0)
WEST_EAST = (101.0, 118.0)
"""Vietnam with all its islands, in degrees."""
FARTHEST_KM = 60
"""A point lies no farther from the middle of its commune; but for the islands of a special zone, none is so wide."""


class HoursField(TidyCharField):
    """One day's hours, as people write them; gives spans, none for a closed day."""

    def __init__(self, day: int) -> None:
        super().__init__(
            label=DAYS[day][:1].upper() + DAYS[day][1:],
            required=False,
            max_length=80,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )

    def clean(self, value: Any) -> list[Span]:
        """Read the hours; what cannot be read stays in the box with the reason beside it."""
        try:
            return read_spans(super().clean(value))
        except NotHours as error:
            raise ValidationError(str(error)) from error


class ServiceForm(forms.Form):
    """Hours, phone and services: what the officers of a point keep right."""

    phone = PhoneField(label="Số điện thoại", required=False)
    hours = TidyCharField(
        label="Ghi chú về giờ",
        max_length=120,
        required=False,
        help_text="Ví dụ: ngày chợ phiên mở từ 6:00. Ngày lễ, điểm luôn được coi là nghỉ.",
    )
    services = forms.MultipleChoiceField(
        label="Điểm giúp được việc gì?",
        choices=service_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any = None, *, point: SupportPoint | None = None) -> None:
        super().__init__(data, initial=self.known(point) if point else {})
        week = week_of(point.week) if point else {}
        for day in DAYS:
            self.fields[f"day_{day}"] = HoursField(day)
            self.initial[f"day_{day}"] = written_spans(week.get(day, ()))

    def known(self, point: SupportPoint) -> dict[str, Any]:
        """What the boxes hold at first."""
        return {name: getattr(point, name) for name in self.base_fields if hasattr(point, name)}

    def days(self) -> list[Any]:
        """The seven boxes of the week."""
        return [self[f"day_{day}"] for day in DAYS]

    def week(self) -> dict[str, list[list[str]]]:
        """The week that was typed."""
        return data_of({day: self.cleaned_data[f"day_{day}"] for day in DAYS})

    def service(self) -> Service:
        """What a valid form says."""
        typed = self.cleaned_data
        return Service(phone=typed["phone"], week=self.week(), hours=typed["hours"], services=typed["services"])


class PointForm(ServiceForm):
    """All of a point, for administrators."""

    name = TidyCharField(label="Tên điểm", max_length=120, error_messages={"required": "Hãy gõ tên điểm hỗ trợ."})
    commune = CommuneField(label="Xã, phường")
    address = TidyCharField(label="Địa chỉ", max_length=200, required=False)
    host_place = forms.ChoiceField(
        label="Đặt tại", choices=[("", "Chưa rõ"), *HostPlace.choices], required=False, widget=forms.Select
    )
    villages = TidyCharField(
        label="Thôn, bản phục vụ",
        lines=True,
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Mỗi dòng một thôn, bản.",
    )
    latitude = forms.FloatField(
        label="Vĩ độ", required=False, help_text="Ví dụ 21.2034. Để trống thì lấy của xã.", localize=False
    )
    longitude = forms.FloatField(label="Kinh độ", required=False, help_text="Ví dụ 103.0561.", localize=False)
    is_listed = forms.BooleanField(label="Hiện cho mọi người trong danh sách điểm hỗ trợ", required=False, initial=True)

    def known(self, point: SupportPoint) -> dict[str, Any]:
        """What the boxes hold at first; villages one in a line."""
        return {**super().known(point), "villages": "\n".join(point.villages)}

    def clean_name(self) -> str:
        """Refuse what is no name."""
        name: str = self.cleaned_data["name"]
        if len(fold(name).replace(" ", "")) < 2:
            raise ValidationError("Tên cần có ít nhất hai chữ cái.")
        return name

    def clean_villages(self) -> list[str]:
        """One village in a line, each once."""
        lines = [line.strip() for line in self.cleaned_data["villages"].splitlines()]
        villages = list(dict.fromkeys(line for line in lines if line))
        if len(villages) > MOST_VILLAGES:
            raise ValidationError(f"Nhiều nhất {MOST_VILLAGES} thôn, bản.")
        return villages

    def clean(self) -> dict[str, Any]:
        """Both coordinates or none, inside the country and near the commune."""
        known = super().clean() or {}
        for name, other, (least, most) in (
            ("latitude", "longitude", SOUTH_NORTH),
            ("longitude", "latitude", WEST_EAST),
        ):
            degrees = known.get(name)
            if degrees is not None and not least <= degrees <= most:
                self.add_error(name, f"Số này nằm ngoài nước ta: cần từ {least:.0f} đến {most:.0f}.")
            if degrees is None and known.get(other) is not None and name not in self.errors:
                self.add_error(name, "Hãy gõ cả vĩ độ và kinh độ, hoặc để trống cả hai.")
        if not self.errors and known["latitude"] is not None:
            self._check_nearness(known["latitude"], known["longitude"], known["commune"])
        return known

    def _check_nearness(self, latitude: float, longitude: float, commune: Commune) -> None:
        away = kilometres_between((latitude, longitude), (commune.latitude, commune.longitude))
        if away > FARTHEST_KM and commune.kind != CommuneKind.SPECIAL_ZONE:
            self.add_error("latitude", f"Chỗ này cách {commune} chừng {away:.0f} km. Xin xem lại vĩ độ và kinh độ.")

    def facts(self) -> PointFacts:
        """What a valid form says."""
        own = ("name", "commune", "address", "host_place", "villages", "latitude", "longitude", "is_listed")
        said = self.service()
        return PointFacts(
            phone=said.phone,
            week=said.week,
            hours=said.hours,
            services=said.services,
            **{name: self.cleaned_data[name] for name in own},
        )
