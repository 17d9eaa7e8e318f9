"""Let a picture in: check it, turn it upright, drop everything but the pixels, keep fixed sizes.

1. The file's size and the picture's pixels are bounded before anything is decoded.
2. Only JPEG, PNG and WebP are read; the decoder is chosen by us, not by the file's name.
3. The upright pixels alone go on: EXIF, GPS, comments and trailing bytes stay behind.
"""

import hashlib
import io
import warnings
from typing import BinaryIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageOps, UnidentifiedImageError

from common.pictures.models import WIDTHS, Picture, rendition_path

MAX_BYTES = 12 * 1024 * 1024
MAX_PIXELS = 40_000_000
MIN_SIDE = 200
FORMATS = ("JPEG", "PNG", "WEBP")
QUALITY = 68


class PictureRefused(ValueError):  # noqa: N818
    """The file cannot be let in; the message says why, in Vietnamese, for the person who chose it."""


def let_in(file: BinaryIO) -> Picture:
    """Re-encode an uploaded file and return its picture; the same pixels give the same row.

    Raises PictureRefused for a file that is too big, no picture, too many pixels or too small.
    """
    image = _decode(file)
    digest = hashlib.sha256(image.tobytes() + repr(image.size).encode()).hexdigest()
    known = Picture.objects.filter(digest=digest).first()
    if known:
        return known
    for width in WIDTHS:
        _store(image, rendition_path(digest, width), width)
    picture, _ = Picture.objects.get_or_create(
        digest=digest, defaults={"width": image.width, "height": image.height, "colour": _mean_colour(image)}
    )
    return picture


def _decode(file: BinaryIO) -> Image.Image:
    """The upright RGB pixels of the file, at most 1600 a side."""
    file.seek(0, io.SEEK_END)
    if file.tell() > MAX_BYTES:
        raise PictureRefused(f"Ảnh nặng {file.tell() // 2**20} MB; xin chọn ảnh dưới {MAX_BYTES // 2**20} MB.")
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(file, formats=FORMATS)
            if image.width * image.height > MAX_PIXELS:
                raise PictureRefused("Ảnh quá nhiều điểm ảnh; xin chụp lại ở cỡ nhỏ hơn (dưới 40 triệu điểm).")
            if min(image.size) < MIN_SIDE:
                raise PictureRefused(f"Ảnh quá nhỏ; mỗi cạnh cần ít nhất {MIN_SIDE} điểm ảnh.")
            image.draft("RGB", _draft_size(image))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((1600, 1600), Image.Resampling.LANCZOS)
    except PictureRefused:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning) as wrong:
        raise PictureRefused("Tệp này không phải ảnh JPEG, PNG hay WebP đọc được.") from wrong
    except (OSError, SyntaxError, ValueError) as broken:
        raise PictureRefused("Ảnh bị hỏng hoặc tải lên chưa trọn; xin chọn lại.") from broken
    flat = Image.new("RGB", upright.size, "white")
    flat.paste(upright, mask=upright.getchannel("A") if upright.mode in ("RGBA", "LA") else None)
    return flat


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
