"""Mai changes her mind: her officer takes her consent back, and her goods are gone everywhere while no worker runs."""

import re

import pytest

from tests.journeys.goods import Stalls
from tests.journeys.window import Window

pytestmark = pytest.mark.browser
SCARF = "Khăn thổ cẩm Lào"
PLACES = ("/", "/tim/?q=khan+tho+cam", "/nhom/thu-cong/", "/xa/03358/nua-ngam/")


def test_what_is_taken_back_is_gone_at_once(open_window, stalls, tuan):
    buyers = open_window()
    assert [shows_the_scarf(buyers, place) for place in PLACES] == [True] * 4
    product, files = look_at_the_scarf(buyers, stalls)
    assert [buyers.context.request.get(file).status for file in files] == [200] * len(files)

    tuans = open_window()
    tuans.sign_in("tuan")
    tuans.go(f"/can-bo/nguoi-ban/{stalls.mai.pk}/")
    tuans.follow(re.compile("Rút lại.*Điểm hỗ trợ đăng bán hàng thay"))
    tuans.sees("Hàng đang bán thôi hiện với người mua ngay bây giờ. Đơn đã đặt vẫn được giao.")
    tuans.fill("Lý do", "Bà thôi bán qua chợ")
    tuans.looks_right("rut-lai")
    tuans.submit("Rút lại")
    tuans.sees(re.compile("Đã rút: Điểm hỗ trợ đăng bán hàng thay"), "Không đăng hàng")
    tuans.looks_right("da-rut-lai")

    assert [shows_the_scarf(buyers, place) for place in PLACES] == [False] * 4
    buyers.go(PLACES[1])
    buyers.sees(re.compile("Chưa thấy món này"))
    buyers.looks_right("tim-sau-khi-rut")
    with buyers.refused(404):
        buyers.go(product)
    buyers.looks_right("hang-da-rut")
    assert [buyers.context.request.get(file).status for file in files] == [404] * len(files)


def shows_the_scarf(window: Window, place: str) -> bool:
    """Whether the page links to the scarf."""
    window.go(place)
    return window.page.get_by_role("main").get_by_role("link", name=re.compile(SCARF)).count() > 0


def look_at_the_scarf(window: Window, stalls: Stalls) -> tuple[str, list[str]]:
    """Open its page; return its address and those of its pictures and voice."""
    window.follow(re.compile(SCARF))
    window.page.wait_for_url(re.compile(f"/hang/{stalls.scarf.product_id}/"))
    main = window.page.get_by_role("main")
    pictures = main.locator("img").evaluate_all("all => all.map(one => one.currentSrc || one.src)")
    voice = main.locator("[data-nghe]").evaluate_all("all => all.map(one => one.href)")
    digests = {photo.picture.digest for image in stalls.scarf.product.images.all() for photo in [image.photo]}
    hers = [address for address in pictures if any(digest in address for digest in digests)]
    assert (len(hers) >= 3, len(voice)) == (True, 1)
    return window.page.url, [*hers, *voice]
