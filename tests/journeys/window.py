"""One person's browser window. It is watched all the time: errors, foreign requests, answers nobody expected."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request, Response, expect

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": LEVELS}, "resultTypes": ["violations"]}
ALL_IS_DRAWN = "*, *::before { content-visibility: visible !important }"
INSIDE = ("data:", "blob:")
PATIENCE = 30_000
"""So many milliseconds a page may take on a machine that does other things too; a page that comes is not waited for."""
expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True, slots=True)
class Device:
    """A screen that the market is used on."""

    name: str
    options: dict[str, Any]


PHONE = Device(
    "phone",
    {
        "viewport": {"width": 390, "height": 844},
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
        "user_agent": "Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/131.0.0.0 Mobile Safari/537.36",
    },
)
DESKTOP = Device("desktop", {"viewport": {"width": 1280, "height": 900}})


@dataclass
class Window:
    """A window with its own cookies, on one device."""

    browser: Browser
    address: str
    device: Device
    options: dict[str, Any] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)
    answers: list[tuple[int, str]] = field(default_factory=list)
    expected: set[int] = field(default_factory=set)
    context: BrowserContext = field(init=False)
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        self.context = self.browser.new_context(
            base_url=self.address,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            reduced_motion="reduce",
            **self.device.options,
            **self.options,
        )
        self.context.set_default_timeout(PATIENCE)
        self.open_tab()

    def open_tab(self) -> None:
        """Look at a new tab of the same browser from now on."""
        self.page = self.context.new_page()
        self.page.on("request", self._on_request)
        self.page.on("response", self._on_response)
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))

    @property
    def has_scripts(self) -> bool:
        """Whether JavaScript is switched on."""
        return bool(self.options.get("java_script_enabled", True))

    def go(self, path: str) -> None:
        """Open an address of the market."""
        self.page.goto(path, wait_until="load")

    def follow(self, name: str | re.Pattern[str], *, within: Locator | None = None) -> None:
        """Press a link and wait for its page."""
        self._and_wait((within or self.page).get_by_role("link", name=name).first)

    def submit(self, name: str | re.Pattern[str], *, within: Locator | None = None) -> None:
        """Press a button and wait for the page that answers."""
        self._and_wait((within or self.page).get_by_role("button", name=name).first)

    def fill(self, label: str | re.Pattern[str], text: str, *, within: Locator | None = None) -> None:
        """Type into the box with that label."""
        self.box(label, within=within).fill(text)

    def box(self, label: str | re.Pattern[str], *, within: Locator | None = None) -> Locator:
        """The first box to type into with that label."""
        boxes = self.page.locator("input, textarea, select")
        return (within or self.page).get_by_label(label).and_(boxes).first

    def value_of(self, label: str) -> str:
        """What stands in the box with that label."""
        return self.box(label).input_value()

    def error_beside(self, label: str) -> str:
        """The error that ears hear with the box of that label, and eyes see beside it."""
        box = self.box(label)
        ids = (box.get_attribute("aria-describedby") or "").split()
        error = self.page.locator(", ".join(f"#{each}" for each in ids if each.endswith("_error")) or "#no-error")
        expect(error).to_be_visible()
        return " ".join(error.inner_text().split())

    def choose(self, question: str | re.Pattern[str], *answers: str | re.Pattern[str]) -> None:
        """Tick answers of a question, each a box or a dot."""
        group = self.page.get_by_role("group", name=question)
        for answer in answers:
            group.get_by_label(answer, exact=True).check()

    def sign_in(self, username: str) -> None:
        """Come in by the door, as that person; the password of all is "cho-phien"."""
        self.go("/tai-khoan/vao/")
        self.fill("Số điện thoại hoặc e-mail", username)
        self.fill("Mật khẩu", "cho-phien")
        self.submit("Đăng nhập", within=self.page.get_by_role("main"))

    def sees(self, *texts: str | re.Pattern[str]) -> None:
        """Every text stands on the page, to be seen."""
        for text in texts:
            expect(self.page.get_by_role("main").get_by_text(text).filter(visible=True).first).to_be_visible()

    def sees_not(self, *texts: str | re.Pattern[str]) -> None:
        """None of the texts can be seen."""
        for text in texts:
            expect(self.page.get_by_role("main").get_by_text(text).filter(visible=True)).to_have_count(0)

    @contextmanager
    def refused(self, status: int = 422) -> Iterator[None]:
        """Expect that the market answers so and not otherwise."""
        before = len(self.answers)
        self.expected = {status}
        yield
        self.expected = set()
        assert status in [code for code, _ in self.answers[before:]]

    def looks_right(self, station: str) -> None:
        """The page fits its screen, axe finds nothing, and nothing went wrong on the way."""
        self.page.wait_for_load_state("load")
        width, seen = self.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert width == seen, f"{self.page.url} is {width} px wide on a screen of {seen} px"
        self._shoot(station)
        if self.has_scripts:
            self.page.add_style_tag(content=ALL_IS_DRAWN)
            found = Axe().run(self.page, options=OPTIONS)
            assert not found.response["violations"], f"{self.page.url}\n{found.generate_report()}"
        assert self.troubles == []

    def cookies(self) -> list[str]:
        """The names of the cookies that the market has set."""
        return sorted(str(cookie.get("name")) for cookie in self.context.cookies())

    def _and_wait(self, what: Locator) -> None:
        with self.page.expect_navigation(wait_until="load"):
            what.click()

    def _shoot(self, station: str) -> None:
        folder = os.environ.get("JOURNEY_SHOTS")
        if folder:
            path = Path(folder) / f"{station}-{self.device.name}.png"
            self.page.screenshot(path=path, full_page=True, style=ALL_IS_DRAWN, scale="css")

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.address}/", *INSIDE)):
            self.troubles.append(f"asked another host: {request.url}")

    def _on_response(self, response: Response) -> None:
        self.answers.append((response.status, response.url))
        if response.status >= 400 and response.status not in self.expected:
            self.troubles.append(f"{response.status}: {response.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        # A refused or missing answer is judged by its status; the console only repeats it.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self.troubles.append(f"console: {message.text}")
