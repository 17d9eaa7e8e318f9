"""The words by which an entry of the audit trail is found: folded names, each matched from its start."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Lookup

from common.text import fold


def words_of(*names: str) -> str:
    """The names folded, with a blank before each word, so that a word is found by its start alone."""
    return f" {fold(' '.join(names))}"


class HasWords(Lookup):
    """`words__has="mai khan"`: every word asked for begins a word of the entry.

    PostgreSQL answers from the index over `to_tsvector` that migration 0002 makes; elsewhere all rows are read.
    """

    lookup_name = "has"

    def as_sql(self, compiler: Any, connection: BaseDatabaseWrapper) -> tuple[str, tuple[str | int, ...]]:
        """One LIKE for each word."""
        column, parameters = self.process_lhs(compiler, connection)
        asked = fold(self.rhs).split()
        likes = " AND ".join([f"{column} LIKE %s"] * len(asked)) or "1 = 1"
        return likes, (*parameters * len(asked), *(f"% {word}%" for word in asked))

    def as_postgresql(self, compiler: Any, connection: BaseDatabaseWrapper) -> tuple[str, tuple[str | int, ...]]:
        """One question to the index of words."""
        column, parameters = self.process_lhs(compiler, connection)
        asked = fold(self.rhs).split()
        if not asked:
            return "TRUE", ()
        matches = f"to_tsvector('simple', {column}) @@ to_tsquery('simple', %s)"
        return matches, (*parameters, " & ".join(f"{word}:*" for word in asked))
