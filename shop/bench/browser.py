"""A browser without a screen: sends requests straight to the WSGI application, and keeps cookies."""

import io
import re
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from django.core.handlers.wsgi import WSGIHandler

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: status, headers, the body as sent, and its size in bytes on the wire."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def location(self) -> str:
        """Where a redirect leads, without the host."""
        return re.sub(r"^https?://[^/]+", "", self.headers.get("Location", ""))


class Browser:
    """One visitor. It accepts gzip and says that it comes from our own page."""

    def __init__(self, application: WSGIHandler) -> None:
        self.application = application
        self.cookies: SimpleCookie = SimpleCookie()

    def get(self, path: str, **headers: str) -> Answer:
        """Fetch a page."""
        return self._send("GET", path, b"", headers)

    def post(self, path: str, data: dict[str, Any], **headers: str) -> Answer:
        """Send a form."""
        return self._send("POST", path, urlencode(data).encode(), headers)

    def _send(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        target, _, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": target,
            "QUERY_STRING": query,
            "SERVER_NAME": HOST,
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": HOST,
            "CONTENT_LENGTH": str(len(body)),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "HTTP_HOST": HOST,
            "HTTP_SEC_FETCH_SITE": "same-origin",
            "HTTP_ACCEPT_ENCODING": "gzip",
            "HTTP_COOKIE": "; ".join(f"{name}={cookie.value}" for name, cookie in self.cookies.items()),
            "wsgi.input": io.BytesIO(body),
            "wsgi.url_scheme": "http",
            "wsgi.errors": io.StringIO(),
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        got: dict[str, Any] = {}

        def start(status: str, response_headers: list[tuple[str, str]], _exc_info: Any = None, /) -> Any:
            got.update(status=int(status[:3]), headers=response_headers)

        response = self.application(environ, start)
        sent = b"".join(response)
        response.close()
        for name, value in got["headers"]:
            if name == "Set-Cookie":
                self.cookies.load(value)
        return Answer(got["status"], dict(got["headers"]), sent)
