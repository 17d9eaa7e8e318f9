"""Let a picture in: check it, turn it upright, drop everything but the pixels, keep fixed sizes.

1. The file's size and the picture's pixels are bounded before anything is decoded.
2. Only JPEG, PNG and WebP are read; the decoder is chosen by us, not by the file's name.
3. The upright pixels alone go on: EXIF, GPS, comments and trailing bytes stay behind.
"""

import hashlib
import io
import secrets
from typing import BinaryIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageOps, UnidentifiedImageError

from common.pictures.models import WIDTHS, Picture, rendition_path
from common.private.storage import private_files

MAX_BYTES = 12 * 1024 * 1024
MAX_PIXELS = 40_000_000
MIN_SIDE = 200
FORMATS = ("JPEG", "PNG", "WEBP")
QUALITY = 68
SCANS = "rieng"
"""The folder of scans in the private storage."""

NO_PICTURE = "Tệp này không phải ảnh JPEG, PNG hay WebP."
BROKEN = "Ảnh bị hỏng hoặc tải lên chưa trọn; xin chọn lại."
TOO_MANY_PIXELS = "Ảnh quá nhiều điểm ảnh; xin chụp lại ở cỡ nhỏ hơn (dưới 40 triệu điểm)."


class PictureRefused(ValueError):  # noqa: N818
    """The file cannot be let in; the message says why, in Vietnamese, for the person who chose it."""


def let_in(file: BinaryIO) -> Picture:
    """Re-encode an uploaded file and return its picture; the same pixels give the same row.

    Raises PictureRefused for a file that is too big, no picture, too many pixels or too small.
    """
    encoded = encode(file)
    picture, _ = Picture.objects.get_or_create(
        digest=encoded.digest,
        defaults={"width": encoded.width, "height": encoded.height, "colour": encoded.colour},
    )
    return picture


def let_in_privately(file: BinaryIO) -> str:
    """Re-encode an uploaded file and keep it where no public address leads; return its place in the private storage.

    Raises PictureRefused as `let_in` does.
    """
    return keep_scan(written_anew(file))


def keep_scan(content: bytes) -> str:
    """Keep what was written anew where no public address leads; return its place, which is empty for nothing."""
    return private_files().save(f"{SCANS}/{secrets.token_hex(16)}.webp", ContentFile(content)) if content else ""


def written_anew(file: BinaryIO) -> bytes:
    """The upright pixels of an uploaded file as one WebP, kept nowhere yet.

    Raises PictureRefused as `let_in` does.
    """
    buffer = io.BytesIO()
    _decode(file).save(buffer, "WEBP", quality=QUALITY, method=4)
    return buffer.getvalue()


def encode(file: BinaryIO) -> Picture:
    """Write the renditions of a file and return its picture, which is in no database yet.

    Raises PictureRefused as `let_in` does.
    """
    image = _decode(file)
    digest = hashlib.sha256(image.tobytes() + repr(image.size).encode()).hexdigest()
    for width in WIDTHS:
        _store(image, rendition_path(digest, width), width)
    return Picture(digest=digest, width=image.width, height=image.height, colour=_mean_colour(image))


def _decode(file: BinaryIO) -> Image.Image:
    """The upright RGB pixels of the file, at most 1600 a side."""
    size = file.seek(0, io.SEEK_END)
    if size > MAX_BYTES:
        raise PictureRefused(f"Ảnh nặng {size // 2**20} MB; xin chọn ảnh dưới {MAX_BYTES // 2**20} MB.")
    file.seek(0)
    try:
        image = _small(Image.open(file, formats=FORMATS))
        ImageOps.exif_transpose(image, in_place=True)
    except PictureRefused:
        raise
    except Image.DecompressionBombError as bomb:
        raise PictureRefused(TOO_MANY_PIXELS) from bomb
    except UnidentifiedImageError as wrong:
        raise PictureRefused(NO_PICTURE) from wrong
    except Exception as broken:  # a decoder may raise anything when it is fed anything
        raise PictureRefused(BROKEN) from broken
    flat = Image.new("RGB", image.size, "white")
    flat.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return flat


def _small(image: Image.Image) -> Image.Image:
    """The picture within 1600 x 1600, decoded only once its size is known to be bearable."""
    if image.width * image.height > MAX_PIXELS:
        raise PictureRefused(TOO_MANY_PIXELS)
    if min(image.size) < MIN_SIDE:
        raise PictureRefused(f"Ảnh quá nhỏ; mỗi cạnh cần ít nhất {MIN_SIDE} điểm ảnh.")
    if image.mode.startswith(("I", "F")):
        raise PictureRefused(NO_PICTURE)
    image.draft("RGB", _draft_size(image))
    mode = "RGBA" if image.has_transparency_data else "RGB"
    small = image if image.mode == mode else image.convert(mode)
    small.thumbnail((1600, 1600), Image.Resampling.LANCZOS)
    return small


def _draft_size(image: Image.Image) -> tuple[int, int]:
    """A size of the picture's own shape, so that a JPEG is decoded at a fraction of its pixels."""
    scale = max(1600 / image.width, 1600 / image.height)
    return (int(image.width * min(scale, 1)), int(image.height * min(scale, 1)))


def _store(image: Image.Image, path: str, width: int) -> None:
    """Write one rendition unless it lies there already."""
    if default_storage.exists(path):
        return
    copy = image.copy()
    copy.thumbnail((width, width * 2), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    copy.save(buffer, "WEBP", quality=QUALITY, method=4)
    default_storage.save(path, ContentFile(buffer.getvalue()))


def _mean_colour(image: Image.Image) -> str:
    """The colour shown while the picture is on its way."""
    red, green, blue = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))  # type: ignore[misc]
    return f"#{red:02x}{green:02x}{blue:02x}"
