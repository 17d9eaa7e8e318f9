"""The files of the look: how they are kept, and their addresses, written once for each process.

The dashboard's style sheets and scripts, which only administrators load, are kept as they are: compressing Oscar's 800
files takes half a minute, longer than all else of a first start; buyers' files take a second.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

DASHBOARD_FOLDERS = ("admin/", "django_tables2/", "oscar/", "treebeard/")


class BuyersFilesCompressed(CompressedManifestStaticFilesStorage):
    """Names files after their content, and compresses all but the dashboard's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        self.url = cache(super().url)  # type: ignore[method-assign]

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Compress what buyers and officers load."""
        ours = (path for path in paths if not path.startswith(DASHBOARD_FOLDERS))
        yield from super().compress_files(ours)  # type: ignore[no-untyped-call]
