"""Two records become one: what moves, what stays, whose word holds, and what is refused."""

import pytest

from catalog.merging.queries import seen_of
from catalog.merging.services import NotMergeable, merge_producers
from common.audit.models import AuditEntry
from common.transitions import ChangedSinceSeen, NotTheirMove
from producers.applications.services import WasMerged, reopen_producer, suspend_producer
from producers.consents.queries import consents_of
from producers.directory.models import Producer
from producers.directory.services import change_about
from producers.notices.models import Notice
from tests import factories
from tests.factories.ocop import dossier
from tests.factories.orders import consignment

pytestmark = pytest.mark.django_db


@pytest.fixture
def twice(mai, tuan):
    """Mai written down a second time, with a scarf on sale that holds a certificate."""
    return factories.producer("Lo Thi Mai", mai.point, created_by=tuan)


def merge(merged, into, by):
    merge_producers(merged, into=into, by=by, seen=seen_of(merged, into))


def test_goods_stock_and_certificates_go_on_under_one_name(mai, twice, linh):
    listing = factories.listing(of=twice)
    certificate, sent = factories.certificate(listing), dossier(listing)
    merge(twice, mai, linh)
    for row in (listing, certificate, sent, listing.product, twice):
        row.refresh_from_db()
    assert (listing.producer, certificate.holder, sent.holder, listing.product.is_public) == (mai, mai, mai, True)
    assert listing.product.stockrecords.get().partner == mai.partner
    assert (twice.state, twice.merged_into, twice.decided_by) == ("closed", mai, linh)
    entry = AuditEntry.objects.get(action="producer.took_over")
    assert (entry.subject, entry.after["listings"], entry.after["certificates"]) == (mai, 1, 1)
    assert set(AuditEntry.objects.filter(action="producer.merged").values_list("subject_id", flat=True)) == {
        str(twice.pk)
    }
    assert Notice.objects.count() == 1


def test_orders_and_consents_stay_where_they_were_made(mai, twice, linh, an):
    parcel = consignment(factories.listing(of=twice), buyer=an)
    merge(twice, mai, linh)
    parcel.refresh_from_db()
    assert (parcel.producer, parcel.state) == (twice, "placed")
    assert (twice.consents.count(), mai.consents.count()) == (1, 1)


def test_the_stricter_word_holds_until_she_is_asked_anew(mai, nua_ngam, tuan, linh):
    stricter = factories.producer("Lo Thi Mai", nua_ngam, "name_and_picture", created_by=tuan)
    listing = factories.listing(of=mai)
    merge(stricter, mai, linh)
    listing.product.refresh_from_db()
    assert consents_of([mai])[mai.pk] == {"name_and_picture"}
    assert not listing.product.is_public
    assert "chặt hơn" in AuditEntry.objects.get(action="consent.withdrawn").reason


def test_a_record_where_she_was_never_asked_says_nothing(mai, nua_ngam, tuan, linh):
    unasked = factories.producer("Lo Thi Mai", nua_ngam, "", created_by=tuan, state="draft")
    merge(unasked, mai, linh)
    assert consents_of([mai])[mai.pk] == {"goods", "name_and_picture"}


def test_done_twice_it_changes_nothing(mai, twice, linh):
    seen = seen_of(twice, mai)
    merge_producers(twice, into=mai, by=linh, seen=seen)
    entries = AuditEntry.objects.count()
    merge_producers(Producer.objects.get(pk=twice.pk), into=mai, by=linh, seen=seen)
    assert AuditEntry.objects.count() == entries


def test_what_was_merged_goes_no_other_way(mai, twice, linh, nua_ngam, tuan):
    third = factories.producer("Mai Lò Thị", nua_ngam, created_by=tuan)
    merge(twice, mai, linh)
    for merged, into in ((twice, third), (third, twice)):
        with pytest.raises(NotMergeable):
            merge(merged, into, linh)
    with pytest.raises(WasMerged):
        reopen_producer(twice, by=linh, reason="Mở lại.")
    assert Producer.objects.get(pk=third.pk).state == "approved"


def test_a_suspension_is_not_washed_away(mai, twice, linh):
    suspend_producer(twice, by=linh, reason="Đang xem.")
    for merged, into in ((twice, mai), (mai, twice)):
        with pytest.raises(NotMergeable):
            merge(merged, into, linh)
    assert Producer.objects.get(pk=mai.pk).state == "approved"


def test_what_changed_since_it_was_seen_is_looked_at_again(mai, twice, linh, tuan):
    seen = seen_of(twice, mai)
    change_about(mai, "Lời mới.", by=tuan)
    with pytest.raises(ChangedSinceSeen):
        merge_producers(twice, into=mai, by=linh, seen=seen)
    assert Producer.objects.get(pk=twice.pk).merged_into is None


@pytest.mark.parametrize("who", ["tuan", "giang", "bao", "thanh", "an"])
def test_nobody_else_merges(mai, twice, who, request):
    factories.listing(of=twice)
    with pytest.raises(NotTheirMove):
        merge(twice, mai, request.getfixturevalue(who))
    twice.refresh_from_db()
    assert (twice.state, twice.listings.count()) == ("approved", 1)


def test_an_administrator_may(mai, twice, quan):
    merge(twice, mai, quan)
    assert Producer.objects.get(pk=twice.pk).merged_into == mai
