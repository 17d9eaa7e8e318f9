"""A licence lets goods be sold from the day it was compared to the end of its last day, and not a day longer."""

from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from catalog.licences.models import Licence
from catalog.licences.queries import is_licensed
from catalog.licences.restricted import licence_kinds, may_be_sold, restricted
from catalog.licences.services import follow_ends, refuse_licence, revoke_licence, verify_licence
from catalog.listings.presentation import shown_product
from catalog.listings.readiness import missing_in
from catalog.listings.states import HowSold
from catalog.search.models import SearchOutbox
from common.audit.models import AuditEntry
from common.audit.queries import history_of
from common.transitions import MoveNotAllowed, NotTheirMove, ReasonMissing
from producers.notices.models import Notice
from tests import factories
from tests.factories.moderation import licence
from tests.people import signed_in

TODAY = date(2026, 11, 26)
WINE = 14


@pytest.fixture(autouse=True)
def _alcohol_is_sold(settings):
    settings.ALCOHOL_ONLY_SHOWN = False


@pytest.mark.parametrize(
    ("licensed_until", "on", "sold"),
    [
        (None, TODAY, False),
        (TODAY, TODAY, True),
        (TODAY, TODAY + timedelta(days=1), False),
        (date(2028, 2, 29), date(2028, 2, 29), True),
        (date(2028, 2, 29), date(2028, 3, 1), False),
    ],
)
def test_a_licence_is_good_to_the_end_of_its_last_day(licensed_until, on, sold):
    assert may_be_sold(WINE, licensed_until=licensed_until, on=on) is sold


def test_what_needs_no_licence_is_sold_without(settings):
    assert may_be_sold(22, licensed_until=None, on=TODAY)
    assert restricted(22, on=TODAY) is None
    assert restricted(None, on=TODAY) is None


def test_while_the_market_only_shows_it_no_licence_helps(settings):
    settings.ALCOHOL_ONLY_SHOWN = True
    assert not may_be_sold(WINE, licensed_until=TODAY, on=TODAY)


@pytest.mark.parametrize("product_set", [14, 15])
def test_what_is_restricted_says_the_age_and_the_law(product_set):
    found = restricted(product_set, on=TODAY)
    assert (found.least_age, "44/2019/QH14" in found.source, found.sure) == (18, True, "BG")
    assert len(licence_kinds(TODAY)) == 3


@pytest.mark.django_db
def test_only_a_licence_that_was_compared_counts(mai, linh):
    paper = licence(mai, state="waiting")
    assert not is_licensed(mai, on=timezone.localdate())
    verify_licence(paper, by=linh)
    assert is_licensed(mai, on=timezone.localdate())
    assert (paper.verified_by, history_of(paper).get().action) == (linh, "licence.verified")
    with pytest.raises(ReasonMissing):
        revoke_licence(paper, by=linh, reason=" ")
    revoke_licence(paper, by=linh, reason="UBND xã thu hồi.")
    assert not is_licensed(mai, on=timezone.localdate())
    assert Notice.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["tuan", "giang", "thanh", "quan", "an"])
def test_nobody_else_compares(who, mai, request):
    paper = licence(mai, state="waiting")
    entries = AuditEntry.objects.count()
    with pytest.raises(NotTheirMove):
        verify_licence(paper, by=request.getfixturevalue(who))
    paper.refresh_from_db()
    assert (paper.state, paper.verified_by, AuditEntry.objects.count()) == ("waiting", None, entries)


@pytest.mark.django_db
def test_a_refused_licence_is_not_compared_later(mai, linh):
    paper = licence(mai, state="waiting")
    refuse_licence(paper, by=linh, reason="Ảnh mờ.")
    with pytest.raises(MoveNotAllowed):
        verify_licence(paper, by=linh)
    assert paper.end_reason == "Ảnh mờ."


@pytest.mark.django_db
def test_on_pages_it_falls_back_to_being_shown_the_day_after(mai):
    wine = factories.listing("Rượu Mông Kê", of=mai, product_set_no=WINE)
    licence(mai, until_date=TODAY)
    last, after = (shown_product(wine.product_id, on=day) for day in (TODAY, TODAY + timedelta(days=1)))
    assert (last.how_sold, last.availability.can_buy) == (HowSold.STOCK, True)
    assert (after.how_sold, after.availability.can_buy) == (HowSold.SHOWCASE, False)


@pytest.mark.django_db
def test_a_newer_licence_goes_on(mai):
    wine = factories.listing("Rượu Mông Kê", of=mai, product_set_no=WINE)
    licence(mai, until_date=TODAY)
    licence(mai, number="2/GP", until_date=TODAY + timedelta(days=365))
    assert shown_product(wine.product_id, on=TODAY + timedelta(days=1)).availability.can_buy


@pytest.mark.django_db
def test_without_a_licence_a_listing_to_sell_is_not_ready(mai):
    wine = factories.listing("Rượu Mông Kê", of=mai, product_set_no=WINE, state="draft", photos=1)
    (lack,) = missing_in(wine)
    assert (lack.field, "giấy phép" in lack.sentence, "44/2019/QH14" in lack.source) == ("how_sold", True, True)
    licence(mai)
    assert missing_in(wine) == []
    wine.how_sold = HowSold.SHOWCASE
    Licence.objects.update(state="revoked")
    assert missing_in(wine) == []


@pytest.mark.django_db
def test_an_end_is_told_once(mai):
    wine = factories.listing("Rượu Mông Kê", of=mai, product_set_no=WINE)
    ended = licence(mai, until_date=date(2026, 11, 25))
    licence(mai, number="2/GP", until_date=date(2027, 11, 25))
    SearchOutbox.objects.all().delete()
    zone = timezone.get_default_timezone()
    assert follow_ends(at=datetime(2026, 11, 25, 23, 59, tzinfo=zone)) == 0
    midnight = datetime(2026, 11, 26, tzinfo=zone)
    assert [follow_ends(at=midnight), follow_ends(at=midnight)] == [1, 0]
    ended.refresh_from_db()
    assert (ended.followed_at, ended.state) == (midnight, "verified")
    assert list(SearchOutbox.objects.values_list("key", flat=True)) == [wine.product_id]
    assert "đã hết hạn ngày 25/11/2026" in Notice.objects.get().text


def typed(**changes):
    return {
        "kind": "craft_production",
        "number": "12/GP-UBND",
        "authority": "UBND xã Núa Ngam",
        "issued_date": "01/06/2026",
        "until_date": "01/06/2031",
        **changes,
    }


@pytest.mark.django_db
def test_an_officer_records_it_and_those_who_may_see_the_photo(tuan, bao, linh, giang, thanh, an, mai, visitor):
    address = f"/can-bo/giay-phep/{mai.pk}/"
    response = signed_in(tuan).post(address, typed(scan=factories.photo_file()))
    paper = Licence.objects.get()
    assert (response.status_code, paper.state, paper.until_date) == (302, "waiting", date(2031, 6, 1))
    officers, approvers = f"/can-bo/giay-phep/anh/{paper.pk}/", f"/duyet/giay-phep/{paper.pk}/anh/"
    assert {who: signed_in(who).get(officers).status_code for who in (tuan, bao, an)} == {tuan: 200, bao: 404, an: 404}
    assert {who: signed_in(who).get(approvers).status_code for who in (linh, thanh, giang, tuan)} == {
        linh: 200,
        thanh: 200,
        giang: 404,
        tuan: 404,
    }
    assert visitor.get(f"/tep/{paper.scan}").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"number": ""}, "Số giấy phép"),
        ({"until_date": "01/06/2020"}, "Giấy phép này đã hết hạn."),
        ({"until_date": "mai"}, "Ngày chưa đúng."),
        ({"issued_date": "01/06/2099"}, "Ngày này chưa tới."),
        ({"scan": SimpleUploadedFile("a.jpg", b"khong phai anh")}, "Tệp này không phải ảnh"),
    ],
)
def test_what_is_wrong_stands_at_its_field(tuan, mai, changes, sentence):
    data = typed(**{"scan": factories.photo_file(), **changes})
    response = signed_in(tuan).post(f"/can-bo/giay-phep/{mai.pk}/", data)
    shown = response.content.decode()
    assert (response.status_code, sentence in shown, Licence.objects.count()) == (422, True, 0)
    assert "UBND xã Núa Ngam" in shown


@pytest.mark.django_db
def test_the_approver_compares_refuses_and_notes_an_end(linh, thanh, mai):
    paper = licence(mai, state="waiting")
    address = f"/duyet/giay-phep/{paper.pk}/"
    assert signed_in(thanh).post(f"{address}lam/", {"lam": "doi-chieu"}).status_code == 404
    client = signed_in(linh)
    assert "12/GP-UBND" in client.get("/duyet/giay-phep/").content.decode()
    assert client.post(f"{address}lam/", {"lam": "khong-nhan", "words": ""}).status_code == 422
    assert client.post(f"{address}lam/", {"lam": "doi-chieu"}).status_code == 302
    assert "12/GP-UBND" in client.get("/duyet/giay-phep/?muc=con").content.decode()
    client.post(f"{address}lam/", {"lam": "thu-hoi", "words": "UBND thu hồi."})
    paper.refresh_from_db()
    assert (paper.state, paper.end_reason) == ("revoked", "UBND thu hồi.")
    assert "12/GP-UBND" in client.get("/duyet/giay-phep/?muc=het").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(linh, mai, rows, django_assert_num_queries):
    for number in range(rows):
        licence(mai, number=f"{number}/GP", state="waiting")
    client = signed_in(linh)
    client.get("/duyet/giay-phep/")
    with django_assert_num_queries(9):
        client.get("/duyet/giay-phep/")
