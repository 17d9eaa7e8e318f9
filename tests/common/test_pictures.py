"""What pictures are let in, and what stays behind."""

import io
import zlib
from struct import pack

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from common.pictures import intake
from common.pictures.intake import PictureRefused, let_in
from common.pictures.models import WIDTHS, Picture
from tests.factories import photo_file

pytestmark = pytest.mark.django_db

SIDEWAYS = 6
ORIENTATION, GPS, ARTIST = 0x0112, 0x8825, 0x013B


def saved(image: Image.Image, image_format: str = "JPEG", **options) -> io.BytesIO:
    """The image as a file."""
    file = io.BytesIO()
    image.save(file, image_format, **options)
    file.seek(0)
    return file


def half_red_half_blue(size: tuple[int, int] = (800, 400)) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    return image


def rendition(picture: Picture, width: int = 1000) -> Image.Image:
    """One of the kept sizes, decoded."""
    with default_storage.open(picture.path(width)) as file:
        image = Image.open(file)
        image.load()
    return image


def black_png(side: int) -> io.BytesIO:
    """A black square of one bit a pixel: many pixels in few bytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return pack(">I", len(body)) + kind + body + pack(">I", zlib.crc32(kind + body))

    row = b"\0" * (1 + side // 8)
    packer = zlib.compressobj(9)
    pixels = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    header = pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


def test_every_width_is_kept_as_webp_and_no_wider():
    picture = let_in(saved(half_red_half_blue((2000, 1000))))
    assert (picture.width, picture.height) == (1600, 800)
    assert [(rendition(picture, width).format, rendition(picture, width).size) for width in WIDTHS] == [
        ("WEBP", (160, 80)),
        ("WEBP", (320, 160)),
        ("WEBP", (640, 320)),
        ("WEBP", (1000, 500)),
    ]


def test_a_photo_taken_sideways_is_turned_upright_and_its_place_and_maker_stay_behind():
    exif = Image.Exif()
    exif[ORIENTATION] = SIDEWAYS
    exif[ARTIST] = "ai đó"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (21.0, 18.0, 3.5)
    picture = let_in(saved(half_red_half_blue(), exif=exif))
    assert (picture.width, picture.height) == (400, 800)
    for width in WIDTHS:
        shown = rendition(picture, width)
        assert dict(shown.getexif()) == {}
        assert not {"exif", "xmp", "icc_profile"} & set(shown.info)
    top, bottom = rendition(picture).convert("RGB").getpixel((200, 100)), rendition(picture).getpixel((200, 700))
    assert (top[0] > 200, bottom[2] > 200) == (True, True)


def test_the_same_pixels_are_the_same_row_whatever_the_file_says_about_itself():
    exif = Image.Exif()
    exif[ARTIST] = "ai đó"
    plain = let_in(saved(half_red_half_blue(), "PNG"))
    assert let_in(saved(half_red_half_blue(), "PNG", exif=exif)) == plain
    assert Picture.objects.count() == 1


def test_other_pixels_are_another_row():
    assert let_in(photo_file(1)) != let_in(photo_file(2))


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_the_formats_of_phones_are_let_in(image_format):
    assert let_in(saved(half_red_half_blue(), image_format)).width == 800


@pytest.mark.parametrize("mode", ["RGBA", "LA", "L", "P", "1", "CMYK"])
def test_every_kind_of_pixel_is_read(mode):
    image_format = "JPEG" if mode == "CMYK" else "PNG"
    assert let_in(saved(half_red_half_blue().convert(mode), image_format)).width == 800


def test_what_is_transparent_is_white():
    picture = let_in(saved(Image.new("RGBA", (300, 300), (0, 0, 0, 0)), "PNG"))
    assert picture.colour == "#ffffff"


@pytest.mark.parametrize("image_format", ["GIF", "BMP", "TIFF", "EPS", "ICO"])
def test_other_formats_are_refused_whatever_they_are_called(image_format):
    file = saved(half_red_half_blue(), image_format)
    file.name = "anh.jpg"
    with pytest.raises(PictureRefused, match="không phải ảnh"):
        let_in(file)
    assert not Picture.objects.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        "Đây là chữ, không phải ảnh".encode(),
        b"GIF89a/*\x01\x00*/=1;alert(1)//",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"%!PS-Adobe-3.0 EPSF-3.0",
    ],
    ids=["empty", "text", "gif-and-script", "svg", "postscript"],
)
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(PictureRefused, match="không phải ảnh"):
        let_in(io.BytesIO(content))


def test_a_script_behind_the_pixels_stays_behind():
    file = saved(half_red_half_blue())
    file.seek(0, io.SEEK_END)
    file.write(b"<script>alert(1)</script>")
    picture = let_in(file)
    for width in WIDTHS:
        assert b"script" not in default_storage.open(picture.path(width)).read()


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_144_megapixels_in_a_small_file_are_refused_before_they_are_decoded():
    file = black_png(12_000)
    assert len(file.getvalue()) < 40_000
    with pytest.raises(PictureRefused, match="quá nhiều điểm ảnh"):
        let_in(file)


def test_a_file_that_claims_a_billion_pixels_is_refused_with_the_same_words():
    claims = bytearray(black_png(400).getvalue())
    claims[16:24] = pack(">II", 40_000, 40_000)
    claims[29:33] = pack(">I", zlib.crc32(claims[12:29]))
    with pytest.raises(PictureRefused, match="quá nhiều điểm ảnh"):
        let_in(io.BytesIO(bytes(claims)))


def test_a_photo_of_30_megabytes_is_refused_with_its_weight():
    file = saved(half_red_half_blue())
    file.seek(30 * 2**20)
    file.write(b"\0")
    with pytest.raises(PictureRefused, match="Ảnh nặng 30 MB; xin chọn ảnh dưới 12 MB"):
        let_in(file)


def test_a_stamp_is_too_small():
    with pytest.raises(PictureRefused, match="ít nhất 200"):
        let_in(saved(half_red_half_blue((600, 199))))


def test_half_a_photo_is_refused_as_broken():
    whole = saved(half_red_half_blue((3000, 2000)).effect_spread(40), quality=95).getvalue()
    with pytest.raises(PictureRefused, match="bị hỏng"):
        let_in(io.BytesIO(whole[: len(whole) // 2]))


def test_a_decoder_that_fails_in_its_own_way_is_a_broken_photo(monkeypatch):
    def fail(*args, **kwargs):
        raise KeyError("exif")

    monkeypatch.setattr(intake.ImageOps, "exif_transpose", fail)
    with pytest.raises(PictureRefused, match="bị hỏng"):
        let_in(photo_file(1))


def test_a_large_photo_of_a_phone_is_let_in():
    assert let_in(saved(half_red_half_blue((6000, 4000)))).width == 1600


def test_a_tall_picture_stays_within_twice_its_width():
    picture = let_in(saved(half_red_half_blue((400, 1600))))
    assert [rendition(picture, width).size for width in WIDTHS] == [(80, 320), (160, 640), (320, 1280), (400, 1600)]
