"""What the database itself refuses, whoever asks."""

from django.db import IntegrityError, connection, transaction


def is_refused(statement: str, because: str) -> bool:
    """Whether the database refuses the statement with those words."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except IntegrityError as error:
        return because in str(error)
    return False
