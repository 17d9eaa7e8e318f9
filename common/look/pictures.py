"""A picture as HTML: every width we keep, a fixed shape and its mean colour, so that nothing jumps."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.safestring import SafeString

from common.look.markup import fill

WIDTHS = (160, 320, 640, 1000)
EAGER = SafeString("fetchpriority=high")
LAZY = SafeString('loading="lazy" decoding="async"')
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
    if not image:
        return NO_PICTURE
    have = [w for w in widths if image.get(f"src{w}")]
    if not have:
        return NO_PICTURE
    return fill(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" style="background:{}" {}>',
        image[f"src{have[0] if len(have) == 1 else have[len(have) // 2]}"],
        ", ".join(f"{image[f'src{w}']} {w}w" for w in have),
        sizes,
        width,
        height,
        image.get("alt", ""),
        image.get("colour") or "#f3ebdc",
        EAGER if eager else LAZY,
    )
