"""Photos on their way in: each file is bounded while it arrives, and what is too much is dropped, not kept."""

from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import (
    FileUploadHandler,
    MemoryFileUploadHandler,
    SkipFile,
    TemporaryFileUploadHandler,
)
from django.forms import BaseForm
from django.http import HttpRequest

from common.pictures.intake import MAX_BYTES

TOO_HEAVY = f"Ảnh này quá nặng; hãy chọn ảnh dưới {MAX_BYTES // 2**20} MB."
MAX_REQUEST_BYTES = 200 * 1024 * 1024
"""More than six of the largest photos that phones make; a request beyond it is not read at all."""


class DropTooLarge(FileUploadHandler):
    """Drop a file as soon as it grows beyond what a photo may weigh; the other fields are still read."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.dropped: list[str] = []
        self.dropped_fields: set[str] = set()
        self.arrived = 0

    def new_file(self, *args: object, **kwargs: object) -> None:
        """Count from nothing."""
        super().new_file(*args, **kwargs)  # type: ignore[arg-type]
        self.arrived = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Pass the bytes on, or drop the whole file."""
        self.arrived += len(raw_data)
        if self.arrived > MAX_BYTES:
            self.dropped.append(self.file_name or "")
            self.dropped_fields.add(self.field_name or "")
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":
        """Leave the keeping to the handlers that follow."""
        return None


def is_too_much(request: HttpRequest) -> bool:
    """Whether the request announces more than any form of the market needs."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > MAX_REQUEST_BYTES


def photos_of(request: HttpRequest, name: str) -> tuple[list["UploadedFile[Any]"], list[str]]:
    """The files sent under that name, and the names of those dropped for their weight.

    To be called before anything else reads the request's form.
    """
    bound = _bound(request)
    return request.FILES.getlist(name), bound.dropped


def drop_too_large(request: HttpRequest) -> set[str]:
    """Read the request's form without the files that weigh too much; return the fields under which they were sent.

    To be called before anything else reads the request's form.
    """
    bound = _bound(request)
    request.FILES  # noqa: B018 - reading the files reads the form
    return bound.dropped_fields


def say_too_heavy(form: BaseForm, dropped: Iterable[str]) -> None:
    """Say at each field whose photo was dropped that it weighs too much."""
    for name in dropped:
        form.errors[name] = form.error_class([TOO_HEAVY])


def _bound(request: HttpRequest) -> DropTooLarge:
    bound = DropTooLarge(request)
    request.upload_handlers = [bound, MemoryFileUploadHandler(request), TemporaryFileUploadHandler(request)]
    return bound
