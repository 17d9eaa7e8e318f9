"""The approver reads the listing's own text, with the words of the list marked where they stand."""

from catalog.listings.states import ListingState
from tests import factories
from tests.people import signed_in

CURE = '<mark>{}<span class="an"> (từ không được dùng: lời hứa chữa bệnh)</span></mark>'


def test_words_are_marked_where_they_stand(linh, mai):
    waiting = factories.listing(
        "Trà chữa khỏi ho",
        of=mai,
        state=ListingState.SUBMITTED,
        description="Đặc trị <b>ho</b>.",
        story="Mẹ kể.\n\nTrà này chữa bệnh.",
        details=[["Dùng", "Trị bệnh"]],
        season_note="chua benh thang 5",
        months=[5],
    )
    page = signed_in(linh).get(f"/duyet/{waiting.pk}/").content.decode()
    assert f"<h1>Trà {CURE.format('chữa khỏi')} ho</h1>" in page
    assert f"<p>{CURE.format('Đặc trị')} &lt;b&gt;ho&lt;/b&gt;.</p>" in page
    assert f"<p>Mẹ kể.</p>\n\n<p>Trà này {CURE.format('chữa bệnh')}.</p>" in page
    assert f"<dd>{CURE.format('Trị bệnh')}</dd>" in page
    assert CURE.format("chua benh") in page
    assert "<title>Duyệt Trà chữa khỏi ho" in page


def test_a_plain_listing_has_no_marks(linh, mai):
    waiting = factories.listing(of=mai, state=ListingState.SUBMITTED)
    assert "<mark>" not in signed_in(linh).get(f"/duyet/{waiting.pk}/").content.decode()


def test_buyers_see_no_marks(visitor, mai):
    on_sale = factories.listing("Trà mát gan", of=mai)
    page = visitor.get(f"/hang/{on_sale.product_id}/tra-mat-gan/").content.decode()
    assert "Trà mát gan" in page
    assert "<mark>" not in page
