"""Codes that people read aloud, and links that nobody can guess."""

import secrets

READABLE = "2345678ACDEFGHJKMNPQRTUVWXY"
"""Digits and capitals without those taken for one another: 0 O, 1 I L, 2 Z, 5 S, 8 B, 9 g."""


def random_code(length: int, alphabet: str = READABLE) -> str:
    """Return a random code; the caller makes sure that it is not taken."""
    return "".join(secrets.choice(alphabet) for _ in range(length))


def unguessable_token() -> str:
    """Return 192 random bits in 32 characters that are safe in an address."""
    return secrets.token_urlsafe(24)
