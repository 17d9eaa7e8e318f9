"""Oscar's thumbnails, answered with the renditions that exist already."""

from typing import Any

from oscar.core.thumbnails import AbstractThumbnailer

from common.pictures.models import WIDTHS, file_url


class Rendition:
    """What Oscar's templates ask of a thumbnail."""

    def __init__(self, path: str) -> None:
        self.url = file_url(path)


class Renditions(AbstractThumbnailer):
    """Nothing is made on demand: the nearest width that is large enough is shown."""

    def generate_thumbnail(self, source: Any, **options: Any) -> Rendition:
        """The rendition of `source` for Oscar's "WIDTHxHEIGHT" size option."""
        path = str(source)
        stem, dash, _ = path.rpartition("-")
        if not dash:
            return Rendition(path)
        wanted = int(str(options.get("size", "320")).partition("x")[0] or 320)
        width = next((width for width in WIDTHS if width >= wanted), WIDTHS[-1])
        return Rendition(f"{stem}-{width}.webp")

    def delete_thumbnails(self, source: Any) -> None:
        """Keep the files: another row may show the same pixels."""
