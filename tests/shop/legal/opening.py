"""Open an archive that was sent, and check it as the authority would."""

import hashlib
from io import BytesIO
from typing import Any
from zipfile import ZipFile


def opened(response: Any) -> ZipFile:
    """The archive; every file of it has the sum that the list says."""
    assert (response.status_code, response["Content-Type"]) == (200, "application/zip")
    return checked(response.getvalue())


def checked(content: bytes) -> ZipFile:
    """The archive; every file of it has the sum that the list says."""
    packed = ZipFile(BytesIO(content))
    assert packed.testzip() is None
    sums = dict(line.split("  ")[::-1] for line in packed.read("SHA256SUMS").decode().splitlines())
    assert set(sums) == set(packed.namelist()) - {"SHA256SUMS"}
    assert [name for name, digest in sums.items() if hashlib.sha256(packed.read(name)).hexdigest() != digest] == []
    return packed


def text_of(packed: ZipFile, part: str = "") -> str:
    """The text of all pages and tables whose name has that part."""
    names = [name for name in packed.namelist() if part in name and name.endswith((".html", ".csv"))]
    return "\n".join(packed.read(name).decode() for name in names)
