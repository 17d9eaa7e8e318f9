"""Which rules and privacy page a new buyer accepts; the pages themselves are under /tro-giup/."""

from datetime import date

VERSION = 1
IN_FORCE_SINCE = date(2026, 11, 1)
