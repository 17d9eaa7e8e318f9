"""Draw every picture of the demo into a folder as WebP: `python -m shop.demo.drawing FOLDER`."""

import io
import sys
from collections.abc import Callable
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from PIL import Image

from shop.demo.drawing import draw, draw_group, draw_hero, draw_producer
from shop.demo.drawing.plates.gallery import PRODUCTS
from shop.demo.drawing.plates.producers import PLACES
from shop.demo.drawing.plates.site import GROUPS, HERO_SIZES

SIDE = 1000
SMALLER_SIDE = 720
QUALITIES = (60, 50, 42, 34)
MOST_BYTES = 25_000


def pictures() -> dict[str, Callable[[], Image.Image]]:
    """Return what is to be drawn, by file name."""
    wanted: dict[str, Callable[[], Image.Image]] = {}
    for number, views in sorted(PRODUCTS.items()):
        for view in range(len(views)):
            wanted[f"{number:02}-{view}"] = partial(draw, number, view, SIDE)
    for key in PLACES:
        wanted[key] = partial(draw_producer, key, SMALLER_SIDE)
    for code in GROUPS:
        wanted[f"group-{code}"] = partial(draw_group, code, SMALLER_SIDE)
    for kind in HERO_SIZES:
        wanted[f"hero-{kind}"] = partial(draw_hero, kind)
    return wanted


def encoded(picture: Image.Image) -> bytes:
    """Return WebP bytes: the best quality that keeps a picture of thousands of grains to a fair size."""
    for quality in QUALITIES:
        buffer = io.BytesIO()
        picture.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= MOST_BYTES:
            break
    return buffer.getvalue()


def _save(job: tuple[Path, Callable[[], Image.Image]]) -> int:
    path, paint = job
    return path.write_bytes(encoded(paint()))


def main(folder: Path) -> None:
    """Draw everything, on all cores."""
    folder.mkdir(parents=True, exist_ok=True)
    jobs = [(folder / f"{name}.webp", paint) for name, paint in pictures().items()]
    total = 0
    with Pool() as pool:
        for done, size in enumerate(pool.imap_unordered(_save, jobs), 1):
            total += size
            sys.stdout.write(f"\r{done} of {len(jobs)} pictures, {total // 1000} kB")
            sys.stdout.flush()
    sys.stdout.write("\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
