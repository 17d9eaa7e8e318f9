"""Let the demo's drawn pictures in, on all cores, with the same checks as any upload."""

import multiprocessing
from collections.abc import Callable, Iterable
from pathlib import Path

from common.pictures.intake import encode
from common.pictures.models import Picture


def load_pictures(paths: Iterable[Path], progress: Callable[[int, int], None]) -> dict[Path, Picture]:
    """The pictures by path; `progress` is told (done, all)."""
    wanted = list(dict.fromkeys(paths))
    done: dict[Path, Picture] = {}
    with multiprocessing.get_context("fork").Pool() as pool:
        for path, picture in pool.imap_unordered(_encode, wanted, chunksize=4):
            done[path] = picture
            progress(len(done), len(wanted))
    unique = {picture.digest: picture for picture in done.values()}
    Picture.objects.bulk_create(unique.values())
    return {path: unique[picture.digest] for path, picture in done.items()}


def _encode(path: Path) -> tuple[Path, Picture]:
    with path.open("rb") as file:
        return path, encode(file)
