"""Pictures and voices as files: each lies under a name of its own, so a browser that has one never asks again.

A web server in front may send the bytes (MEDIA_ACCEL), but never without asking: who may have a file is decided above.
"""

import re
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from common.private.storage import private_files

FOLDERS = ("anh", "giong", "doc")
KINDS = {".webp": "image/webp", ".webm": "audio/webm", ".mp3": "audio/mpeg"}
FOR_EVER = "private, max-age=31536000, immutable"
"""No cache between us and the visitor may keep a file: it would go on giving out what was taken back."""

_PART = re.compile(r"bytes=([0-9]{1,12})-([0-9]{0,12})")


@require_safe
def media(request: HttpRequest, folder: str, path: str) -> HttpResponseBase:
    """One file of a public folder; anything else, and any other kind of file, is not there."""
    kind = KINDS.get(Path(path).suffix)
    if folder not in FOLDERS or kind is None:
        raise Http404
    if settings.MEDIA_ACCEL:
        sent_in_front = {"X-Accel-Redirect": quote(f"{settings.MEDIA_ACCEL}{folder}/{path}"), "Content-Type": kind}
        return HttpResponse(headers={**sent_in_front, "Cache-Control": FOR_EVER})
    try:
        file = default_storage.open(f"{folder}/{path}")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, SuspiciousFileOperation) as missing:
        raise Http404 from missing
    response = _sent(request, file, kind)
    response["Cache-Control"] = FOR_EVER
    return response


def private_file(request: HttpRequest, place: str) -> HttpResponseBase:
    """A picture or recording of the private storage, for a view that has made sure who asks."""
    try:
        file = private_files().open(place)
    except FileNotFoundError as missing:
        raise Http404 from missing
    return _sent(request, file, KINDS[Path(place).suffix])


def _sent(request: HttpRequest, file: "File[bytes]", kind: str) -> HttpResponseBase:
    wanted = _PART.fullmatch(request.headers.get("Range", ""))
    response = _part(file, int(wanted[1]), wanted[2]) if wanted else FileResponse(file)
    response["Content-Type"] = kind
    response["X-Content-Type-Options"] = "nosniff"
    response["Accept-Ranges"] = "bytes"
    return response


def _part(file: "File[bytes]", first: int, last_asked: str) -> HttpResponse:
    """The part of the file that a player asks for; some phones play no voice that comes whole."""
    last = min(int(last_asked or file.size), file.size - 1)
    with file:
        if first > last:
            return HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
        file.seek(first)
        content = file.read(last - first + 1)
    return HttpResponse(content, status=206, headers={"Content-Range": f"bytes {first}-{last}/{file.size}"})
