"""The boxes of a filter: check boxes or radio buttons, each with the number of goods behind it."""

from typing import Protocol

from django.utils.safestring import SafeString

from common.look.markup import fill


class Option(Protocol):
    """One box; no count where nobody counted."""

    value: str
    label: str
    count: int | None
    is_chosen: bool


class Filter(Protocol):
    """One question of the filter form; `kind` is "checkbox" or "radio"."""

    name: str
    kind: str
    options: list[Option]


def boxes(asked: Filter) -> SafeString:
    """Return a <label> with its box for every option."""
    return SafeString("".join(_box(asked, option) for option in asked.options))


def _box(asked: Filter, option: Option) -> SafeString:
    return fill(
        '<label><input type="{}" name="{}" value="{}"{}>{}{}</label>',
        asked.kind,
        asked.name,
        option.value,
        SafeString(" checked" if option.is_chosen else ""),
        option.label,
        "" if option.count is None else fill("<small>{}</small>", option.count),
    )
