"""A picture as HTML: every width we keep, a fixed shape and its mean colour, so that nothing jumps."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.safestring import SafeString

from common.look.markup import fill, plain

WIDTHS = (160, 320, 640, 1000)
EAGER = "fetchpriority=high"
LAZY = 'loading="lazy" decoding="async"'
NO_COLOUR = "#f3ebdc"
NO_PICTURE = fill('<span class="khong-anh" role="img" aria-label="{}"></span>', "Chưa có ảnh")


def picture(
    image: Mapping[str, Any] | None,
    *,
    sizes: str,
    width: int = 640,
    height: int = 640,
    widths: Sequence[int] = WIDTHS,
    eager: bool = False,
) -> SafeString:
    """Return an <img> of the renditions `src160` … `src1000` that the image has, with its `alt` and `colour`.

    `sizes` is the width on the page as HTML writes it; say about two thirds of it for phones, which keeps
    dense screens from fetching more than eyes can see. `eager` is for what shows on the first screen.
    """
    have = [(plain(image[f"src{w}"]), w) for w in widths if image.get(f"src{w}")] if image else []
    if not image or not have:
        return NO_PICTURE
    return SafeString(
        f'<img src="{have[len(have) // 2][0]}" srcset="{", ".join([f"{url} {w}w" for url, w in have])}"'
        f' sizes="{plain(sizes)}" width="{width}" height="{height}" alt="{plain(image.get("alt", ""))}"'
        f' style="background:{plain(image.get("colour") or NO_COLOUR)}" {EAGER if eager else LAZY}>'
    )
