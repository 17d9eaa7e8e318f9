"""Who takes back the yes to her name is not named by what was written about her goods either."""

import pytest

from catalog.listings.indexing import build_documents
from catalog.listings.presentation import first_photos
from producers.consents.services import withdraw_consent
from producers.consents.states import ConsentScope
from producers.directory.names import is_named_in
from producers.notices.models import Notice
from tests import factories
from tests.people import signed_in

TOLD = "Tôi là Lò Thị Mai, dệt khăn từ năm mười tuổi."


@pytest.mark.parametrize("text", [TOLD, "Khăn của LO THI MAI.", "bà lò thị mai kể"])
def test_her_name_is_found_with_marks_or_without(text):
    assert is_named_in(text, "Bà Lò Thị Mai")


@pytest.mark.parametrize("text", ["", "Mai này con gái lại dệt.", "Khăn của Thị Mai Lò"])
def test_other_words_are_no_name(text):
    assert not is_named_in(text, "Bà Lò Thị Mai", "Bà Mai", "")


@pytest.fixture
def scarf(mai):
    """On sale, with a story in which she says her name."""
    made = factories.listing("Khăn thổ cẩm", mai, photos=1)
    made.product.story.text = TOLD
    made.product.story.save()
    return made


def page(visitor, listing):
    return visitor.get(f"/hang/{listing.product_id}/khan-tho-cam/").text


@pytest.mark.django_db
def test_a_story_that_names_her_is_gone_at_once_and_its_officer_is_told(scarf, mai, tuan, visitor):
    assert "mười tuổi" in page(visitor, scarf)
    withdraw_consent(mai, ConsentScope.NAME_AND_PICTURE, by=tuan, reason="Bà thôi cho nêu tên")
    shown = page(visitor, scarf)
    assert ("mười tuổi" in shown, "Mai" in shown, "Khăn thổ cẩm" in shown) == (False, False, True)
    (document,) = build_documents([scarf.product_id])
    assert "Mai" not in document.text
    assert "Lời viết nêu tên đã ẩn ở: Khăn thổ cẩm." in Notice.objects.latest("pk").text


@pytest.mark.django_db
def test_a_story_without_her_name_stays_and_is_read_again(scarf, mai, tuan, visitor):
    scarf.product.story.text = "Con gái bản tôi dệt khăn từ năm mười tuổi."
    scarf.product.story.save()
    withdraw_consent(mai, ConsentScope.NAME_AND_PICTURE, by=tuan, reason="Bà thôi cho nêu tên")
    assert "mười tuổi" in page(visitor, scarf)
    told = Notice.objects.latest("pk").text
    assert ("Xin đọc lại tên hàng, câu chuyện" in told, "đã ẩn" in told) == (True, False)


@pytest.mark.django_db
def test_words_about_the_thing_that_name_her_are_hidden_too(scarf, mai, tuan, visitor):
    scarf.product.description = "Khăn do bà Lò Thị Mai dệt."
    scarf.product.save()
    scarf.season_note, scarf.details = (
        "Bà Lò Thị Mai nghỉ tháng giêng",
        [["Người dệt", "Lò Thị Mai"], ["Rộng", "40 cm"]],
    )
    scarf.save()
    scarf.product.images.update(caption="Bà Lò Thị Mai bên khung cửi")
    assert page(visitor, scarf).count("Lò Thị Mai bên khung cửi") > 0
    withdraw_consent(mai, ConsentScope.NAME_AND_PICTURE, by=tuan, reason="Bà thôi cho nêu tên")
    shown = page(visitor, scarf)
    assert ("Lò Thị Mai" in shown, "40 cm" in shown) == (False, True)
    assert "Mai" not in first_photos([scarf.product_id])[scarf.product_id]["alt"]


@pytest.mark.django_db
def test_the_approver_still_reads_what_is_hidden_and_is_told_so(nua_ngam, tuan, linh):
    unnamed = factories.producer("Bà Lò Thị Mai", nua_ngam, "goods", created_by=tuan)
    scarf = factories.listing("Khăn thổ cẩm", unnamed, photos=1, state="submitted", submitted_by=tuan)
    scarf.product.story.text = TOLD
    scarf.product.story.save()
    page = signed_in(linh).get(f"/duyet/{scarf.pk}/").text
    assert ("mười tuổi" in page, "người mua không thấy những lời ấy" in page) == (True, True)
    preview = signed_in(tuan).get(f"/can-bo/hang/{scarf.pk}/xem-truoc/").text
    assert ("Khăn thổ cẩm" in preview, "mười tuổi" in preview) == (True, False)


@pytest.mark.django_db
def test_another_scope_tells_nobody_of_stories(scarf, mai, tuan):
    withdraw_consent(mai, ConsentScope.GOODS, by=tuan, reason="Bà thôi bán")
    assert not Notice.objects.filter(text__contains="Xin đọc lại").exists()
