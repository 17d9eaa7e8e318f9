"""The database's own rule for the audit trail: no row is changed or taken away, whoever asks; and its index of words.

Put on by migration 0002, and by shop/preparing.py where tables are made without migrations. On SQLite a migration
that changes the table makes it anew without its triggers: it must call `guard` again
(tests/common/audit/test_keeping.py sees whether they are there). TRUNCATE on PostgreSQL is no row's
change; the role that serves pages is not given that right (docs/howto/production.md).
"""

from typing import Any

TABLE = "common_auditentry"
REFUSAL = "an entry of the audit trail is never changed or taken away"

GUARD = {
    "postgresql": [
        f"""CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$""",
        f"""CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE ON {TABLE}
            FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
        f"CREATE INDEX audit_words ON {TABLE} USING gin (to_tsvector('simple', words))",
    ],
    "sqlite": [
        f"""CREATE TRIGGER IF NOT EXISTS audit_not_changed BEFORE UPDATE ON {TABLE}
            BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
        f"""CREATE TRIGGER IF NOT EXISTS audit_not_deleted BEFORE DELETE ON {TABLE}
            BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
        f"""CREATE TRIGGER IF NOT EXISTS audit_not_replaced BEFORE INSERT ON {TABLE}
            WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE id = NEW.id)
            BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",  # noqa: S608
    ],
}
UNGUARD = {
    "postgresql": [
        "DROP INDEX audit_words",
        f"DROP TRIGGER audit_kept ON {TABLE}",
        "DROP FUNCTION audit_refuse()",
    ],
    "sqlite": [
        "DROP TRIGGER audit_not_replaced",
        "DROP TRIGGER audit_not_deleted",
        "DROP TRIGGER audit_not_changed",
    ],
}


def guard(_apps: Any, schema_editor: Any) -> None:
    """Put the rule on."""
    _run(GUARD, schema_editor)


def unguard(_apps: Any, schema_editor: Any) -> None:
    """Take the rule off, to go back to the migration before."""
    _run(UNGUARD, schema_editor)


def _run(statements: dict[str, list[str]], schema_editor: Any) -> None:
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement)
