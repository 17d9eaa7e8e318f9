"""Colours, and the dye palettes of the cloths."""

RGB = tuple[int, int, int]
Ink = str | RGB

MADDER = "#a5273a"
INDIGO = "#22345c"
NIGHT = "#15182a"
MARIGOLD = "#e8b23a"
COTTON = "#f3ebdc"
LEAF = "#2e7d5b"
WALNUT = "#5f4229"


def rgb(ink: Ink) -> RGB:
    """Return red, green, blue of "#rrggbb" or of a colour already taken apart."""
    if not isinstance(ink, str):
        return ink
    return int(ink[1:3], 16), int(ink[3:5], 16), int(ink[5:7], 16)


def mix(one: Ink, other: Ink, share: float) -> RGB:
    """Return the colour that has `share` (0..1) of the other."""
    a, b = rgb(one), rgb(other)
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )


def darker(ink: Ink, share: float) -> RGB:
    """Return the colour with a share of warm black."""
    return mix(ink, "#120a05", share)


def lighter(ink: Ink, share: float) -> RGB:
    """Return the colour with a share of warm white."""
    return mix(ink, "#fffaf0", share)
