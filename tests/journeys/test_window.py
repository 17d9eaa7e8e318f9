"""The watch itself: what it does not see, no journey would tell."""

from time import monotonic

import pytest

from tests.journeys.window import DESKTOP, Device

pytestmark = pytest.mark.browser


@pytest.fixture
def device() -> Device:
    """One screen is enough."""
    return DESKTOP


@pytest.mark.parametrize(
    ("act", "trouble"),
    [
        ("open('http://127.0.0.2:9/', '_self')", "asked another host"),
        ("fetch('/khong-co/')", "404"),
        ("setTimeout(() => { throw new Error('broken') })", "script"),
        ("console.error('broken')", "console"),
    ],
)
def test_trouble_is_seen(open_window, act, trouble):
    window = open_window()
    window.go("/tai-khoan/vao/")
    window.page.evaluate(act)
    ends_at = monotonic() + 5
    while not window.troubles and monotonic() < ends_at:
        window.page.wait_for_timeout(10)
    assert [each.split(":")[0] for each in window.troubles] == [trouble]
    window.troubles.clear()


@pytest.mark.parametrize(
    ("act", "says"),
    [
        ("document.querySelector('main').style.width = '3000px'", "px wide on a screen of 1280 px"),
        ("document.querySelector('main h1').style.color = '#eee'", "color-contrast"),
    ],
)
def test_a_page_that_is_wrong_to_look_at_is_refused(open_window, act, says):
    window = open_window()
    window.go("/tai-khoan/vao/")
    window.page.evaluate(act)
    with pytest.raises(AssertionError, match=says):
        window.looks_right("hong")
