"""What a form about a producer was drawn from, fact by fact, so that a save undoes nothing that others wrote since."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.crypto import salted_hmac

from producers.directory.languages import language_name
from producers.directory.models import Producer
from producers.places.models import Commune

LOOK_AGAIN = "Xem lại rồi lưu lần nữa; lưu thì chợ lấy điều bạn ghi ở đây."


class ChangedMeanwhile(Exception):  # noqa: N818
    """Somebody else changed facts `names` after the form was drawn; `now` is the producer as she is written down."""

    def __init__(self, now: Producer, names: list[str]) -> None:
        super().__init__(*names)
        self.now, self.names = now, names


class SeenForm(forms.Form):
    """A form that carries along, unseen, what it was drawn from; its template sends `seen` back."""

    seen = ""

    def remember(self, producer: Producer | None) -> None:
        """Take what the form was drawn from: as the browser sends it back, or as the producer is now."""
        if producer:
            self.seen = self.data.get("seen", "") if self.is_bound else seen_of(producer, self.fields)

    def show_changed(self, late: ChangedMeanwhile) -> None:
        """Say at each field what somebody else wrote there; what was typed stays, and the next save goes through."""
        self.seen = seen_of(late.now, self.fields)
        for name in late.names:
            self.add_error(name, f"{_told(late.now, name)} {LOOK_AGAIN}")


def seen_of(producer: Producer, names: Iterable[str]) -> str:
    """These facts of the producer as they are now: each name with a keyed digest."""
    return " ".join(f"{name}={_digest(producer, name)}" for name in names if hasattr(producer, name))


def changed_since(seen: str, now: Producer, values: Mapping[str, Any]) -> list[str]:
    """The names of those facts that are no longer as they were seen and that the values would undo."""
    known = dict(part.partition("=")[::2] for part in seen.split())
    return [
        name for name, value in values.items() if getattr(now, name) != value and known.get(name) != _digest(now, name)
    ]


def _digest(producer: Producer, name: str) -> str:
    return salted_hmac("producer.seen", f"{name}:{producer.serializable_value(name)!r}").hexdigest()[:12]


def _told(producer: Producer, name: str) -> str:
    if name == "picture":
        return "Người khác vừa đổi ảnh."
    words = _words(producer, name)
    return f"Người khác vừa đổi thành “{words}”." if words else "Người khác vừa bỏ trống chỗ này."


def _words(producer: Producer, name: str) -> str:
    display, value = getattr(producer, f"get_{name}_display", None), getattr(producer, name)
    if display:
        return str(display())
    if isinstance(value, Commune):
        return str(value.full_name)
    if isinstance(value, list):
        return ", ".join(language_name(tag) for tag in value)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "")
