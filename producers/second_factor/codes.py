"""Codes for paper: shown once, kept as keyed digests alone.

What is compared are digests under the market's secret key. Nobody without the key can steer a digest, so that the time
a comparison takes tells nothing; and who reads the database finds no code there. With another SECRET_KEY all codes on
paper count no more.
"""

from base64 import urlsafe_b64encode

from django.utils.crypto import salted_hmac
from django_otp.plugins.otp_static.models import StaticToken

SALT = "producers.second_factor.paper"
CODE_LENGTH = 8
"""Letters and digits of a code as django-otp makes it: 40 bits, tried out one by one with growing waits."""


def new_code() -> str:
    """A code that was never given out."""
    return str(StaticToken.random_token())


def digest_of(code: str, user_id: int) -> str:
    """What is kept of the person's code: 96 bits in 16 letters, as long as the column of django-otp is."""
    digest = salted_hmac(SALT, f"{user_id}:{code}", algorithm="sha256").digest()
    return urlsafe_b64encode(digest[:12]).decode()
