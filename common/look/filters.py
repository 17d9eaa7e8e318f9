"""The boxes of a filter: check boxes or radio buttons, each with the number of goods behind it."""

from typing import Protocol

from django.utils.safestring import SafeString

from common.look.markup import plain


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
    start = f'<label><input type="{plain(asked.kind)}" name="{plain(asked.name)}" value="'
    return SafeString("".join(f"{start}{_rest(option)}</label>" for option in asked.options))


def _rest(option: Option) -> str:
    checked = " checked" if option.is_chosen else ""
    count = "" if option.count is None else f"<small>{option.count}</small>"
    return f'{plain(option.value)}"{checked}>{plain(option.label)}{count}'
