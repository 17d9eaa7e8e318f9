"""Draw the market's own pictures, the valley of the front page and the tiles of the groups, into static/img.

Run `python -m design.site_pictures` after a change of the drawings.
"""

from pathlib import Path

from PIL import Image

from shop.demo.drawing import draw_group, draw_hero
from shop.demo.drawing.plates.site import GROUPS

IMAGES = Path(__file__).resolve().parents[1] / "static" / "img"
VALLEYS = {"wide": {"nui-800": 800, "nui-1600": 1600}, "tall": {"nui-m-480": 480, "nui-m-900": 900}}
TILE_WIDTHS = (160, 320)
QUALITY = 64


def save(picture: Image.Image, name: str, width: int) -> None:
    """Keep the picture at that width."""
    height = round(picture.height * width / picture.width)
    smaller = picture.resize((width, height), Image.Resampling.LANCZOS)
    smaller.save(IMAGES / f"{name}.webp", "WEBP", quality=QUALITY, method=6)


def main() -> None:
    """Draw everything."""
    for kind, widths in VALLEYS.items():
        valley = draw_hero(kind)
        for name, width in widths.items():
            save(valley, name, width)
    for code in GROUPS:
        tile = draw_group(code, 2 * TILE_WIDTHS[-1])
        for width in TILE_WIDTHS:
            save(tile, f"nhom-{code.lower()}-{width}", width)


if __name__ == "__main__":
    main()
