"""An administrator gives a text a voice; the officer's page plays it in the language chosen."""

import pytest
from django.core.files.storage import default_storage
from pytest_django.asserts import assertContains, assertRedirects

from common.audit.models import AuditEntry
from producers.consents.models import ConsentReading
from tests import factories
from tests.people import signed_in

PAGE = "/quan-tri/loi-doc/"


@pytest.fixture
def upload(quan):
    def upload(reader="Lò Văn Inh", file=None, where="2/blt/"):
        sent = {"reader_name": reader, "recording": file or factories.voice_file(".webm")}
        return signed_in(quan).post(PAGE + where, sent)

    return upload


def test_a_reading_is_kept_in_both_forms_and_played(upload, quan, mai, tuan):
    assertRedirects(upload(), PAGE)
    reading = ConsentReading.objects.get()
    assert (reading.version, reading.language, reading.seconds, reading.uploaded_by) == (2, "blt", 28, quan)
    assertContains(signed_in(quan).get(PAGE), "Lò Văn Inh đọc. Trần Quân tải lên")
    page = signed_in(tuan).get(f"/can-bo/nguoi-ban/{mai.pk}/dong-y/?tieng=blt")
    assertContains(page, f'href="{reading.compatible.url}" data-nghe')
    assert signed_in(tuan).get(reading.compatible.url).status_code == 200
    other = signed_in(tuan).get(f"/can-bo/nguoi-ban/{mai.pk}/dong-y/?tieng=hmn")
    assertContains(other, "Chưa có bản ghi âm Mông")


def test_a_newer_one_takes_its_place_and_that_is_noted(upload, django_capture_on_commit_callbacks):
    upload()
    old = ConsentReading.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        upload(reader="Cà Thị Ọi")
    new = ConsentReading.objects.get()
    assert (new.pk, new.reader_name) == (old.pk, "Cà Thị Ọi")
    assert not default_storage.exists(old.opus.name)
    assert not default_storage.exists(old.compatible.name)
    assert default_storage.exists(new.opus.name)
    entries = AuditEntry.objects.filter(action="consent.reading_uploaded").order_by("pk")
    assert [(each.before, each.after) for each in entries] == [
        ({}, {"reader": "Lò Văn Inh", "seconds": 28}),
        ({"reader": "Lò Văn Inh", "seconds": 28}, {"reader": "Cà Thị Ọi", "seconds": 28}),
    ]


@pytest.mark.parametrize(
    ("reader", "file", "field", "words"),
    [
        ("", None, "recording", "xin chọn lại tệp"),
        ("Lò Văn Inh", factories.photo_file, "recording", "không phải bản ghi âm"),
    ],
)
def test_what_is_wrong_is_told_at_the_field(upload, reader, file, field, words):
    response = upload(reader=reader, file=file and file())
    assert response.status_code == 422
    assert words in response.context["form"].errors[field][0]
    assert not ConsentReading.objects.exists()


@pytest.mark.parametrize("where", ["1/blt/", "9/blt/", "2/xx/"])
def test_no_reading_for_what_is_not_read(upload, where):
    assert upload(where=where).status_code == 404
    assert not ConsentReading.objects.exists()


@pytest.mark.parametrize("who", ["tuan", "linh", "thanh", "an"])
def test_administrators_alone(who, request):
    client = signed_in(request.getfixturevalue(who))
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE + "2/blt/", {"reader_name": "X", "recording": factories.voice_file()}).status_code == 403
    assert not ConsentReading.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_once_for_each_version(quan, count, django_assert_num_queries):
    for tag in ["vi", "blt", "hmn"][:count]:
        ConsentReading.objects.create(
            version=2,
            language=tag,
            opus="doc/a.webm",
            compatible="doc/a.mp3",
            seconds=60,
            reader_name="Lò Văn Inh",
            uploaded_by=quan,
            uploaded_at="2026-11-26T08:00+07:00",
        )
    client = signed_in(quan)
    client.get(PAGE)
    with django_assert_num_queries(4):
        client.get(PAGE)
