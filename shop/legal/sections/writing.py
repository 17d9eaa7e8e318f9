"""How a day, a moment, a sum and a person stand in a table of a file."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.core.files.storage import Storage, default_storage
from django.utils import timezone

from common.archives.shapes import CHUNK, Attachment
from common.audit.services import name_of
from common.money import dong
from common.private.storage import private_files


def moment(at: datetime | None) -> str:
    """14:05 26/11/2026, or nothing."""
    return f"{timezone.localtime(at):%H:%M %d/%m/%Y}" if at else ""


def day(on: date | None) -> str:
    """26/11/2026, or nothing."""
    return f"{on:%d/%m/%Y}" if on else ""


def money(value: Any) -> str:
    """125.000 ₫, or nothing."""
    return "" if value is None else dong(int(value))


def person(user: Any) -> str:
    """The person's name, or nothing."""
    return name_of(user) if user else ""


def stored_file(name: str, title: str, path: str, storage: Storage = default_storage) -> Attachment:
    """A file of a storage; what is gone from there is said in its place."""
    return Attachment(name, title, lambda: _chunks(path, storage))


def scan_file(name: str, title: str, path: str) -> Attachment:
    """The photo of a paper, which lies among the private files."""
    return stored_file(f"{name}{Path(path).suffix}", title, path, private_files())


def _chunks(path: str, storage: Storage) -> Iterator[bytes]:
    if not storage.exists(path):
        yield "Tệp này không còn trong kho.".encode()
        return
    with storage.open(path) as file:
        yield from file.chunks(CHUNK)
