"""A gate in front of a server: while it is shut, whoever comes finds nobody there."""

import socket
import threading
from contextlib import suppress
from urllib.parse import urlsplit

from tests.stack.processes import HOST, free_port


class Gate:
    """Passes bytes from a port of its own to the server and back."""

    def __init__(self, url: str) -> None:
        self._to = (urlsplit(url).hostname, urlsplit(url).port)
        self._port = free_port()
        self._listener: socket.socket | None = None
        self._passing: list[socket.socket] = []

    @property
    def place(self) -> str:
        """Its host:port."""
        return f"{HOST}:{self._port}"

    def open(self) -> None:
        """Let everybody through."""
        self._listener = socket.create_server((HOST, self._port))
        threading.Thread(target=self._let_in, args=[self._listener], daemon=True).start()

    def shut(self) -> None:
        """Refuse everybody, and cut off who is on the way."""
        for end in [self._listener, *self._passing]:
            if end is not None:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()
        self._passing.clear()

    def _let_in(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                visitor, _ = listener.accept()
                server = socket.create_connection(self._to)
                self._passing += [visitor, server]
                for source, target in ((visitor, server), (server, visitor)):
                    threading.Thread(target=_carry, args=[source, target], daemon=True).start()


def _carry(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
