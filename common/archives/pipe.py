"""Where a ZIP is written to that is sent while it is written."""

import io

ENOUGH = 64 * 1024
"""So many bytes are worth sending."""


class Pipe(io.RawIOBase):
    """A file that is written to at one end; what is in it is taken out at the other."""

    def __init__(self) -> None:
        self.held = bytearray()

    def writable(self) -> bool:
        """It is, and nothing else."""
        return True

    def write(self, data: object) -> int:
        """Hold the bytes until they are taken."""
        taken = bytes(data)  # type: ignore[call-overload]
        self.held += taken
        return len(taken)

    def take(self) -> bytes:
        """Everything that waits to be sent."""
        data, self.held = bytes(self.held), bytearray()
        return data
