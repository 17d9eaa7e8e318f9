"""The database's own rule for what law makes the market keep: no row is deleted (Law 122/2025/QH15; rules "keep.…").

Put on after every `migrate`, on either database, so that a table that a migration made anew has it again. What people
take back is ended in its row; a draft of a certificate that nobody compared may go. TRUNCATE on PostgreSQL is no row's
deletion, and the role that serves pages is not given that right (docs/howto/production.md).
"""

from typing import Any

from django.db import connections

REFUSAL = "a row that has to be kept is never deleted"
ALWAYS = ""
KEPT = {
    "order_order": ALWAYS,
    "order_line": ALWAYS,
    "shop_purchase": ALWAYS,
    "shop_consignment": ALWAYS,
    "shop_consignmentline": ALWAYS,
    "shop_complaint": ALWAYS,
    "shop_reply": ALWAYS,
    "shop_datarequest": ALWAYS,
    "catalog_listing": ALWAYS,
    "catalog_changerequest": ALWAYS,
    "catalog_certificate": "OLD.verified_at IS NOT NULL",
    "catalog_dossier": ALWAYS,
    "catalog_decisionlist": ALWAYS,
    "catalog_licence": ALWAYS,
    "catalog_authorityrequest": ALWAYS,
    "catalog_restriction": ALWAYS,
    "catalog_hold": ALWAYS,
    "producers_producer": ALWAYS,
    "producers_membership": ALWAYS,
    "producers_identitycheck": ALWAYS,
    "producers_payeechange": ALWAYS,
    "producers_consent": ALWAYS,
    "producers_consentanswer": ALWAYS,
    "producers_consentproof": ALWAYS,
    "producers_consenttext": ALWAYS,
    "producers_consenttranslation": ALWAYS,
    "common_acceptance": ALWAYS,
}
"""The tables, each with the condition under which its row is kept."""
FUNCTION = f"""CREATE OR REPLACE FUNCTION row_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$"""


def keep_rows(using: str, **_about: Any) -> None:
    """Put the rule on for every table that is there; where it is on already, nothing happens (signal post_migrate)."""
    connection = connections[using]
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        if connection.vendor == "postgresql":
            cursor.execute(FUNCTION)
        for table, condition in KEPT.items():
            if table in there:
                cursor.execute(_rule(connection.vendor, table, f"WHEN ({condition})" if condition else ""))


def _rule(vendor: str, table: str, when: str) -> str:
    if vendor == "postgresql":
        return f"""CREATE OR REPLACE TRIGGER row_kept BEFORE DELETE ON {table}
            FOR EACH ROW {when} EXECUTE FUNCTION row_refuse()"""
    return f"""CREATE TRIGGER IF NOT EXISTS {table}_kept BEFORE DELETE ON {table}
        FOR EACH ROW {when} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"""
