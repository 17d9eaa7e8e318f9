"""A first visit on a cheap phone and a slow line: few bytes, few requests, and nothing on the page jumps."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import expect

from catalog.search.outbox import mark_changed
from tests import factories
from tests.journeys.buyer_steps import url_of
from tests.journeys.goods import Stalls
from tests.journeys.window import PHONE, Window

pytestmark = pytest.mark.browser

MOST_BYTES = 60 * 1024
MOST_REQUESTS = 20
MOST_SHIFT = 0.05
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 90_000, "uploadThroughput": 40_000}
# Nobody touches these pages, so every shift counts; Chromium takes the making of a phone's screen for a touch.
WATCH_SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) window.shifts.push(one.value);
  }).observe({ type: "layout-shift", buffered: true });
"""
NEXT_FRAME = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
PAGES: dict[str, Callable[[Stalls], str]] = {
    "home": lambda stalls: "/",
    "search": lambda stalls: "/tim/?q=khan",
    "group": lambda stalls: "/nhom/thu-cong/",
    "product": lambda stalls: url_of(stalls.scarf),
}


@dataclass
class Line:
    """What goes over the line of one window: bytes by kind of file."""

    kinds: dict[str, str] = field(default_factory=dict)
    sizes: list[tuple[str, int]] = field(default_factory=list)

    def on_response(self, event: dict[str, Any]) -> None:
        self.kinds[event["requestId"]] = event["type"]

    def on_finished(self, event: dict[str, Any]) -> None:
        self.sizes.append((self.kinds.get(event["requestId"], ""), int(event["encodedDataLength"])))

    def bytes_without_pictures(self) -> int:
        """The bytes of pages, styles, scripts, fonts, with their headers."""
        return sum(size for kind, size in self.sizes if kind not in ("Image", "Media"))


@pytest.fixture(params=[PHONE], ids=["phone"])
def device(request: pytest.FixtureRequest) -> Any:
    """Only a phone is on such a line."""
    return request.param


@pytest.fixture
def full_stalls(market, stalls) -> Stalls:
    """So many things that a list fills its page."""
    more = [factories.listing(f"Khăn thêu số {number}", stalls.mai, photos=1) for number in range(20)]
    mark_changed([each.product_id for each in more])
    market.worker_catches_up()
    return stalls


@pytest.fixture
def window(open_window) -> Window:
    """A phone that was never here, on a slow line."""
    window = open_window()
    window.context.add_init_script(WATCH_SHIFTS)
    return window


def slow_line(window: Window) -> Line:
    """Slow the line down and count what goes over it."""
    line, session = Line(), window.context.new_cdp_session(window.page)
    session.on("Network.responseReceived", line.on_response)
    session.on("Network.loadingFinished", line.on_finished)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    return line


def shift(window: Window) -> float:
    """How much has jumped on the page, once all of it was looked at."""
    window.page.wait_for_load_state("networkidle")
    for image in window.page.locator("main img:visible").all():
        image.scroll_into_view_if_needed()
        expect(image).to_have_js_property("complete", True)
    window.page.get_by_role("contentinfo").scroll_into_view_if_needed()
    window.page.wait_for_load_state("networkidle")
    window.page.evaluate(NEXT_FRAME)
    return float(window.page.evaluate("window.shifts.reduce((sum, one) => sum + one, 0)"))


@pytest.mark.parametrize("name", PAGES)
def test_a_first_view_is_light_and_still(window, full_stalls, name):
    line = slow_line(window)
    window.go(PAGES[name](full_stalls))
    window.page.wait_for_load_state("networkidle")
    requests, weight = len(line.sizes), line.bytes_without_pictures()
    jumped = shift(window)
    print(f"{name}: {weight} bytes, {requests} requests, shift {jumped:.4f}")  # noqa: T201
    assert 10_000 < weight <= MOST_BYTES
    assert requests <= MOST_REQUESTS
    assert jumped < MOST_SHIFT


def test_basket_and_order_page_stand_still(window, stalls):
    window.go(url_of(stalls.scarf))
    window.submit("Thêm vào giỏ", within=window.page.get_by_role("main"))
    for path in ("/gio/", "/dat-hang/"):
        window.context.new_cdp_session(window.page).send("Network.clearBrowserCache")
        slow_line(window)
        window.go(path)
        jumped = shift(window)
        print(f"{path}: shift {jumped:.4f}")  # noqa: T201
        assert jumped < MOST_SHIFT
    for jump in ("scrollTo(0, 0)", "document.querySelector('main').style.paddingTop = '300px'"):
        window.page.evaluate(jump)
        window.page.evaluate(NEXT_FRAME)
    assert shift(window) > MOST_SHIFT, "what jumps is not seen"
