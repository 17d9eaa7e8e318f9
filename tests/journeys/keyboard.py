"""A person who uses the keyboard alone, and sees at every step where she is."""

import re
from typing import Any

from tests.journeys.window import Window

FARTHEST = 150
WHERE = """() => {
  const at = document.activeElement;
  const ring = (each) => {
    const style = each && getComputedStyle(each);
    return Boolean(style) && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const box = at.getBoundingClientRect();
  const spots = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]];
  const labels = [...(at.labels ?? [])];
  const seen = spots.some(([x, y]) => {
    const over = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
    return over && (over.contains(at) || [at, ...labels].some((each) => each.contains(over)));
  });
  const words = [at.getAttribute("aria-label"), ...labels.map((label) => label.innerText), at.innerText];
  return {
    name: words.filter(Boolean).join(" ").replace(/\\s+/g, " ").trim(),
    tag: at.tagName.toLowerCase(),
    is_seen: seen,
    is_marked: ["*", "label", "li", "[role=search]"].some((around) => ring(at.closest(around))),
  };
}"""


def tab_to(window: Window, name: str, tag: str = "") -> dict[str, Any]:
    """Press Tab until the place of that name; every place on the way can be seen and is marked."""
    passed = []
    for _ in range(FARTHEST):
        window.page.keyboard.press("Tab")
        place = window.page.evaluate(WHERE)
        if place["tag"] == "body":
            continue
        assert place["is_marked"], f"{place} has the focus and does not show it, on {window.page.url}"
        assert place["is_seen"], f"{place} has the focus and is covered or out of sight, on {window.page.url}"
        passed.append(place["name"])
        if re.search(name, place["name"]) and tag in ("", place["tag"]):
            return dict(place)
    raise AssertionError(f"{name!r} cannot be reached by Tab on {window.page.url}; passed {passed}")


def enter(window: Window) -> None:
    """Press Enter and wait for the next page."""
    with window.page.expect_navigation(wait_until="load"):
        window.page.keyboard.press("Enter")


def type_into(window: Window, name: str, text: str) -> None:
    """Go to the box of that name and type."""
    tab_to(window, name)
    window.page.keyboard.type(text)


def choose_by_arrows(window: Window, name: str, wanted: str) -> None:
    """Go down a closed list until it shows what is wanted."""
    tab_to(window, name, "select")
    chosen = "document.activeElement.selectedOptions?.[0]?.text"
    for _ in range(FARTHEST):
        if window.page.evaluate(chosen) == wanted:
            return
        window.page.keyboard.press("ArrowDown")
    raise AssertionError(f"{wanted!r} is not among {name!r}")
