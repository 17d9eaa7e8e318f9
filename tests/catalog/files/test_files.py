"""What is withdrawn from sale shows no picture and lets nobody be heard; what is private never had an address."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db.models import FileField
from django.urls import reverse
from django.utils import timezone

from catalog.changes.closing import retire_listing
from catalog.freshness.services import pause_listing
from catalog.listings.states import PauseReason
from catalog.moderation.requests.services import carry_out_request, lift_request
from catalog.moderation.restrictions.services import carry_out_restriction
from catalog.stories.models import Voice
from common.pictures.intake import let_in, let_in_privately
from common.pictures.views import FOLDERS
from producers.applications.services import close_producer, lift_suspension, suspend_producer
from producers.consents.states import ConsentScope
from tests import factories
from tests.factories.moderation import authority_request, licence, restriction
from tests.people import signed_in

pytestmark = pytest.mark.django_db
LONG_AGO = timedelta(days=30)


@pytest.fixture
def scarf(mai, tuan):
    """Mai's scarf with photo and voice; she agrees to everything and has a portrait."""
    mai.picture = let_in(factories.photo_file(70))
    mai.save()
    factories.consent(mai, *ConsentScope, by=tuan)
    listing = factories.listing(of=mai, photos=1)
    voice = Voice(story=listing.product.story, language="blt", seconds=28)
    voice.opus.save("ke.webm", ContentFile(b"opus"), save=False)
    voice.compatible.save("ke.mp3", ContentFile(b"mp3"), save=True)
    return listing


@pytest.fixture
def statuses(scarf):
    """How photo, portrait, both forms of the voice, and the page of the goods answer somebody."""
    voice = scarf.product.story.voices.get()
    addresses = (
        f"/tep/{scarf.product.images.get().photo.picture.path(320)}",
        f"/tep/{scarf.producer.picture.path(160)}",
        voice.opus.url,
        voice.compatible.url,
        f"/hang/{scarf.product_id}/khan-tho-cam-lao/",
    )
    return lambda client: [client.get(address).status_code for address in addresses]


def suspend(scarf, linh):
    suspend_producer(scarf.producer, by=linh, reason="Hàng không rõ nguồn gốc.")


def suspend_while_it_rests(scarf, linh):
    pause_listing(scarf, by=scarf.created_by, because=next(iter(PauseReason)))
    suspend(scarf, linh)


def close(scarf, linh):
    close_producer(scarf.producer, by=scarf.created_by, word="Thôi bán.")


def take_down(scarf, linh):
    carry_out_request(authority_request(scarf.producer, scarf), by=linh)


def take_all_down(scarf, linh):
    carry_out_request(authority_request(scarf.producer, names_all=True), by=linh)


def restrict(scarf, linh):
    sent_at = timezone.now() - LONG_AGO
    carry_out_restriction(restriction(scarf.producer, scarf, sent_at=sent_at), by=linh)


def retire(scarf, linh):
    retire_listing(scarf, by=scarf.created_by)


@pytest.mark.parametrize(
    "withdraw", [suspend, suspend_while_it_rests, close, take_down, take_all_down, restrict, retire]
)
def test_files_go_with_the_goods_at_once(withdraw, scarf, statuses, linh, visitor, an, tuan):
    assert statuses(visitor) == [200] * 5
    withdraw(scarf, linh)
    assert statuses(visitor) == [404] * 5
    assert statuses(signed_in(an)) == [404] * 5
    assert statuses(signed_in(tuan))[:4] == [200] * 4


def test_files_come_back_with_the_goods(scarf, statuses, linh, visitor):
    request = authority_request(scarf.producer, names_all=True)
    carry_out_request(request, by=linh)
    assert statuses(visitor) == [404] * 5
    lift_request(request, by=linh, reason="Đã rõ nguồn gốc.")
    assert statuses(visitor) == [200] * 5
    suspend(scarf, linh)
    lift_suspension(scarf.producer, by=linh)
    assert statuses(visitor) == [200] * 5


@pytest.fixture
def private_places(mai, tuan):
    """Where a scan of each kind and a proof of consent lie, with the addresses by which views hand them out."""
    kept = let_in_privately(factories.photo_file())
    paper = factories.certificate(factories.listing(of=mai), scan=kept)
    asked = authority_request(mai, scan=let_in_privately(factories.photo_file()))
    permit = licence(mai, scan=let_in_privately(factories.photo_file()))
    proof = factories.proof(mai.consents.get(), by=tuan, kind="voice")
    return {
        paper.scan: reverse("approve-certificate-scan-picture", args=[paper.pk]),
        asked.scan: reverse("authority-request-scan", args=[asked.pk]),
        permit.scan: reverse("licence-scan", args=[permit.pk]),
        str(proof.file): f"/can-bo/nguoi-ban/bang-chung/{proof.pk}/",
    }


@pytest.mark.parametrize("who", ["visitor", "an", "tuan", "linh", "quan"])
def test_no_public_address_leads_to_a_private_file(who, private_places, request):
    person = request.getfixturevalue(who)
    client = person if who == "visitor" else signed_in(person)
    assert [client.get(f"/tep/{place}").status_code for place in private_places] == [404] * 4


def test_views_hand_private_files_out_by_a_right_of_their_own(private_places, linh, giang):
    addresses = private_places.values()
    assert [signed_in(linh).get(address).status_code for address in addresses] == [200] * 4
    assert [signed_in(giang).get(address).status_code for address in addresses] == [404] * 4


def test_every_file_lies_in_a_folder_that_is_asked_about_or_has_no_address():
    fields = [
        field
        for model in apps.get_models()
        if model.__module__.split(".")[0] in ("common", "producers", "catalog", "shop")
        for field in model._meta.get_fields()
        if isinstance(field, FileField)
    ]
    public = {field for field in fields if field.storage is not storages["private"]}
    assert {str(field) for field in fields if field not in public} == {"producers.ConsentProof.file"}
    assert {field.upload_to.strip("/") for field in public} <= set(FOLDERS)
