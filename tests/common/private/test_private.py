"""Private files: one storage without addresses, whatever it is made of, and scans of before are brought there."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from common.pictures.intake import let_in_privately
from common.private.storage import private_files
from tests import factories
from tests.factories.moderation import licence
from tests.people import signed_in

SCAN = "rieng/0f.webp"


@pytest.fixture
def scan_of_before():
    """A scan that lies where scans lay before."""
    yield default_storage.save(SCAN, ContentFile(b"RIFF giay phep"))
    private_files().delete(SCAN)


def test_a_private_file_has_no_address():
    place = let_in_privately(factories.photo_file())
    assert not default_storage.exists(place)
    with pytest.raises(ValueError, match="No address leads to"):
        private_files().url(place)


def test_scans_of_before_are_moved_once_under_their_names(scan_of_before, capsys):
    call_command("move_private_files")
    call_command("move_private_files")
    assert private_files().open(SCAN).read() == b"RIFF giay phep"
    assert not default_storage.exists(SCAN)
    assert capsys.readouterr().out.splitlines() == ["Đã chuyển 1 tệp.", "Đã chuyển 0 tệp."]


def test_a_move_that_was_broken_off_is_made_again(scan_of_before):
    private_files().save(SCAN, ContentFile(b"RI"))
    call_command("move_private_files", verbosity=0)
    assert private_files().open(SCAN).read() == b"RIFF giay phep"


def test_any_storage_will_do_that_can_save_and_open(settings, mai, linh, visitor):
    """A store in the network knows no paths and has addresses of its own, which no page may lead to."""
    elsewhere = {
        "BACKEND": "django.core.files.storage.InMemoryStorage",
        "OPTIONS": {"base_url": "https://kho.example/"},
    }
    settings.STORAGES = settings.STORAGES | {"default": elsewhere, "private": elsewhere}
    paper = licence(mai, scan=let_in_privately(factories.photo_file()))
    scarf = factories.listing(of=mai, photos=1)
    scan = signed_in(linh).get(f"/duyet/giay-phep/{paper.pk}/anh/", headers={"range": "bytes=0-3"})
    assert (scan.status_code, scan.content) == (206, b"RIFF")
    page = visitor.get(f"/hang/{scarf.product_id}/khan-tho-cam-lao/").text
    photo = f"/tep/{scarf.product.images.get().photo.picture.path(320)}"
    assert (photo in page, "kho.example" in page) == (True, False)
    assert visitor.get(photo).status_code == 200
