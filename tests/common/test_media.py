"""Pictures and voices as files: open, kept for ever by browsers alone, and nothing else."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

PIXELS = b"RIFF....WEBP" * 100


@pytest.fixture(autouse=True)
def _shown(monkeypatch):
    """Every file here stands on a page; which does is tried in tests/catalog/storefront/test_taken_back.py."""
    monkeypatch.setattr("catalog.files.views.may_be_seen", lambda *_: True)


@pytest.fixture
def picture():
    """The address of a stored picture."""
    return default_storage.url(default_storage.save("anh/ab/abc-320.webp", ContentFile(PIXELS)))


def test_a_picture_is_kept_for_ever(visitor, picture):
    response = visitor.get(picture)
    assert b"".join(response) == PIXELS
    assert response["Content-Type"] == "image/webp"
    assert response["Content-Length"] == str(len(PIXELS))
    assert response["Cache-Control"] == "private, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies


@pytest.mark.parametrize(
    ("asked", "part"),
    [("bytes=0-1", "bytes 0-1/1200"), ("bytes=1190-", "bytes 1190-1199/1200"), ("bytes=5-9999", "bytes 5-1199/1200")],
)
def test_players_may_ask_for_a_part(visitor, picture, asked, part):
    response = visitor.get(picture, headers={"range": asked})
    first, last = (int(number) for number in part[6:].partition("/")[0].split("-"))
    assert response.status_code == 206
    assert response["Content-Range"] == part
    assert response.content == PIXELS[first : last + 1]


def test_a_part_behind_the_end_is_refused(visitor, picture):
    response = visitor.get(picture, headers={"range": "bytes=5000-"})
    assert (response.status_code, response["Content-Range"]) == (416, "bytes */1200")


@pytest.mark.parametrize(
    "path", ["giay-to/cccd.webp", "anh/ab/abc.html", "anh/ab/abc.svg", "anh/../secret.webp", "anh/"]
)
def test_nothing_else_is_there(visitor, picture, path):
    default_storage.save("giay-to/cccd.webp", ContentFile(b"x"))
    default_storage.save("anh/ab/abc.html", ContentFile(b"x"))
    assert visitor.get(f"/tep/{path}").status_code == 404


def test_files_are_read_and_never_written(visitor, picture):
    assert visitor.post(picture).status_code == 405


def test_a_web_server_in_front_sends_the_bytes_once_it_has_asked(visitor, picture, settings):
    settings.MEDIA_ACCEL = "/tep-ben-trong/"
    response = visitor.get(picture)
    assert response.content == b""
    assert response["X-Accel-Redirect"] == "/tep-ben-trong/anh/ab/abc-320.webp"
    assert (response["Content-Type"], response["Cache-Control"]) == (
        "image/webp",
        "private, max-age=31536000, immutable",
    )
    assert visitor.get("/tep/giay-to/cccd.webp").status_code == 404
