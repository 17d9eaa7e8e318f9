"""Many plain listings at once: each by itself, each with its own answer; twice the same is once."""

import pytest

from catalog.approvals.bulk.forms import chosen_marks
from catalog.approvals.bulk.services import Outcome, approve_together
from catalog.approvals.services import take_up
from catalog.listings.models import Listing
from catalog.moderation.queries import held_among
from catalog.moderation.requests.services import carry_out_request
from common.audit.models import AuditEntry
from producers.consents.models import ConsentAnswer
from producers.notices.models import Notice
from tests import factories
from tests.factories.identity import identity_check
from tests.factories.moderation import authority_request
from tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def plain(mai, tuan, known):
    """Three plain things of Mai's that wait."""
    return [factories.listing(f"Khăn {number}", mai, state="submitted", submitted_by=tuan) for number in range(3)]


@pytest.fixture
def known(mai):
    """Something of Mai's that was approved before, so that she is known; and who she is was checked."""
    identity_check(mai)
    return factories.listing("Khăn xưa", mai, approved_price_dong=1)


def marks(listings):
    return [(each.pk, each.submitted_at) for each in listings]


def texts(listings):
    return [f"{each.pk}@{each.submitted_at.isoformat()}" for each in listings]


def states(listings):
    return [Listing.objects.get(pk=each.pk).state for each in listings]


def test_three_are_chosen_asked_about_and_approved(plain, linh):
    client = signed_in(linh)
    queue = client.get("/duyet/").content.decode()
    assert all(f'value="{text}"' in queue.replace("&#x27;", "'") for text in texts(plain))
    ask = client.post("/duyet/nhieu/", {"chon": texts(plain)}).content.decode()
    assert "Duyệt 3 mặt hàng này?" in ask
    assert states(plain) == ["submitted"] * 3
    done = client.post("/duyet/nhieu/duyet/", {"chon": texts(plain)}).content.decode()
    assert "Đã duyệt 3 trong 3 mặt hàng" in done
    assert states(plain) == ["approved"] * 3
    assert all(Listing.objects.get(pk=each.pk).product.is_public for each in plain)
    assert Notice.objects.count() == 3


def test_the_same_again_changes_nothing_and_says_the_same(plain, linh):
    approve_together(marks(plain), by=linh)
    entries, decided = AuditEntry.objects.count(), Listing.objects.get(pk=plain[0].pk).decided_at
    assert {each.outcome for each in approve_together(marks(plain), by=linh)} == {Outcome.APPROVED}
    assert (AuditEntry.objects.count(), Listing.objects.get(pk=plain[0].pk).decided_at) == (entries, decided)


def test_each_has_its_own_answer(plain, mai, pao, tuan, linh, son):
    wine = factories.listing("Rượu ngô", mai, state="submitted", product_set_no=14, how_sold="showcase")
    own = factories.listing("Khăn của Linh", mai, state="submitted", submitted_by=linh)
    taken = factories.listing("Khăn có người xem", mai, state="submitted", submitted_by=tuan)
    take_up(taken, by=son)
    others = factories.listing("Chè", pao, state="submitted")
    faster, sent_again, fine = plain
    Listing.objects.filter(pk=faster.pk).update(state="changes_requested", decided_by=son)
    chosen = marks([faster, sent_again, fine, wine, own, taken, others])
    Listing.objects.filter(pk=sent_again.pk).update(submitted_at=fine.submitted_at)
    results = approve_together(chosen, by=linh)
    assert [each.outcome for each in results] == [
        Outcome.DECIDED,
        Outcome.CHANGED,
        Outcome.APPROVED,
        Outcome.NEEDS_PERSON,
        Outcome.OWN,
        Outcome.TAKEN,
        Outcome.GONE,
    ]
    assert results[-1].listing is None
    assert states([fine, wine, own, taken, others]) == [
        "approved",
        "submitted",
        "submitted",
        "in_review",
        "submitted",
    ]


def test_what_is_held_off_sale_says_so_alone_and_on_its_page(plain, mai, linh):
    carry_out_request(authority_request(mai, plain[1]), by=linh)
    results = approve_together(marks(plain), by=linh)
    assert [each.outcome for each in results] == [Outcome.APPROVED, Outcome.HELD, Outcome.APPROVED]
    assert states(plain) == ["approved", "submitted", "approved"]
    client = signed_in(linh)
    for page in ("/duyet/", f"/duyet/{plain[1].pk}/"):
        assert "Đang bị gỡ theo yêu cầu của cơ quan nhà nước" in client.get(page).text


def test_all_that_is_hers_is_held(plain, mai, pao, linh, quan):
    carry_out_request(authority_request(mai, names_all=True), by=quan)
    theirs = factories.listing("Thổ cẩm", pao, state="submitted")
    assert held_among([*plain, theirs]) == {each.pk for each in plain}


def test_a_missing_consent_stops_hers_alone(plain, nua_ngam, tuan, linh):
    other = factories.producer("Bà Lò Thị Hoa", nua_ngam, created_by=tuan)
    identity_check(other)
    factories.listing("Túi xưa", other, approved_price_dong=1)
    bag = factories.listing("Túi", other, state="submitted", submitted_by=tuan)
    ConsentAnswer.objects.filter(consent__producer=other).update(is_given=False)
    results = approve_together(marks([plain[0], bag]), by=linh)
    assert [each.outcome for each in results] == [Outcome.APPROVED, Outcome.NO_CONSENT]
    assert states([bag]) == ["submitted"]


def test_what_wants_a_person_is_not_offered_and_not_asked_about(plain, mai, linh):
    wine = factories.listing("Rượu ngô", mai, state="submitted", product_set_no=14, how_sold="showcase")
    client = signed_in(linh)
    assert f'value="{texts([wine])[0]}"' not in client.get("/duyet/").content.decode()
    ask = client.post("/duyet/nhieu/", {"chon": texts([plain[0], wine])}).content.decode()
    assert "Duyệt 1 mặt hàng này?" in ask
    assert "1 mặt hàng đã chọn phải xem riêng" in ask
    assert "Rượu ngô" not in ask
    assert (
        "Không có mặt hàng nào duyệt chung được"
        in client.post("/duyet/nhieu/", {"chon": texts([wine])}).content.decode()
    )


def test_nothing_chosen_is_said(linh):
    assert "Chưa chọn mặt hàng nào" in signed_in(linh).post("/duyet/nhieu/", follow=True).content.decode()
    assert "Đã duyệt 0 trong 0" in signed_in(linh).post("/duyet/nhieu/duyet/").content.decode()


@pytest.mark.parametrize("who", ["tuan", "bao", "thanh", "quan", "an"])
@pytest.mark.parametrize("page", ["nhieu/", "nhieu/duyet/"])
def test_nobody_else_approves_anything(who, page, plain, request):
    client = signed_in(request.getfixturevalue(who))
    assert client.post(f"/duyet/{page}", {"chon": texts(plain)}).status_code == 404
    assert states(plain) == ["submitted"] * 3


def test_an_approver_of_another_province_gets_no_names(plain, giang):
    page = signed_in(giang).post("/duyet/nhieu/duyet/", {"chon": texts(plain)}).content.decode()
    assert "Khăn" not in page
    assert states(plain) == ["submitted"] * 3


def test_marks_that_no_page_of_ours_made_are_passed_over(plain):
    good = texts(plain)[0]
    assert chosen_marks(
        [good, "", "@", "7", "x@2026-01-01", "7@2026-01-01T00:00:00", "²@" + good.partition("@")[2]]
    ) == marks(plain[:1])


@pytest.mark.parametrize("number", [1, 3])
def test_the_question_costs_the_same_for_one_and_for_three(number, plain, linh, django_assert_num_queries):
    client = signed_in(linh)
    client.post("/duyet/nhieu/", {"chon": texts(plain)})
    with django_assert_num_queries(13):
        client.post("/duyet/nhieu/", {"chon": texts(plain[:number])})
