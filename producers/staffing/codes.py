"""The code of an invitation: typed from paper or carried by a link, guessed by nobody, kept as its hash alone."""

import hashlib

from common.codes import READABLE, random_code

LENGTH = 20
"""Characters out of 27: 95 bits."""
GROUP = 5


def new_code() -> str:
    """A code that was never given out."""
    return random_code(LENGTH)


def written_code(code: str) -> str:
    """The code in groups that can be read aloud: "2345A-…"."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def read_code(typed: str) -> str:
    """The code as it was given out, however it was typed."""
    return "".join(char for char in typed.upper() if char in READABLE)


def hash_of(code: str) -> str:
    """What is kept of a code; it is too long to be tried out, so one quick hash will do."""
    return hashlib.sha256(code.encode()).hexdigest()
