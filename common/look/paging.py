"""The links to the pages of a list: first, last, and those around the one that is shown."""

from collections.abc import Callable

from django.utils.safestring import SafeString

from common.look.icons import icon
from common.look.markup import fill

GAP = SafeString('<span class="chi-rong" aria-hidden="true">…</span>')


def pagination(number: int, pages: int, url_of: Callable[[int], str]) -> SafeString:
    """Return the links around page `number`; phones see the number and the ways on and back alone."""
    around = sorted({1, pages, *range(max(1, number - 1), min(pages, number + 1) + 1)})
    shown = [_page(page, number, url_of, after=last) for last, page in zip([0, *around], around, strict=False)]
    before, after = number - 1, number + 1
    return fill(
        '<nav class="trang-so" aria-label="{}">{}<span class="chi-hep">Trang {} / {}</span>{}{}</nav>',
        "Các trang",
        fill('<a href="{}" rel="prev">{}Trước</a>', url_of(before), icon("chevron-left")) if before in around else "",
        number,
        pages,
        SafeString("".join(shown)),
        fill('<a href="{}" rel="next">Sau{}</a>', url_of(after), icon("chevron-right")) if after in around else "",
    )


def _page(page: int, number: int, url_of: Callable[[int], str], *, after: int) -> SafeString:
    gap = GAP if page - after > 1 else ""
    if page == number:
        return fill('{}<span class="chi-rong" aria-current="page"><span class="an">Trang </span>{}</span>', gap, page)
    return fill('{}<a class="chi-rong" href="{}"><span class="an">Trang </span>{}</a>', gap, url_of(page), page)
