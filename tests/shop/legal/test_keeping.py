"""The database itself keeps what law makes the market keep, on SQLite and on PostgreSQL."""

import pytest
from django.apps import apps
from django.db import connection

from catalog.ocop.models import Certificate
from shop.legal.keeping import KEPT, REFUSAL, keep_rows
from tests import factories
from tests.database import is_refused
from tests.factories.complaints import complaint
from tests.factories.moderation import authority_request, licence, restriction
from tests.factories.orders import consignment

pytestmark = pytest.mark.django_db


@pytest.fixture
def market(mai, an):
    """One row in most of the tables."""
    scarf = factories.listing(of=mai)
    factories.certificate(scarf)
    consignment(scarf, buyer=an)
    complaint(scarf)
    authority_request(mai, scarf)
    restriction(mai)
    licence(mai)
    return scarf


FILLED = (
    "order_order",
    "order_line",
    "shop_consignment",
    "shop_consignmentline",
    "shop_complaint",
    "catalog_listing",
    "catalog_certificate",
    "catalog_licence",
    "catalog_authorityrequest",
    "catalog_restriction",
    "producers_producer",
    "producers_membership",
    "producers_consent",
    "producers_consentanswer",
    "producers_consenttext",
    "common_acceptance",
)


@pytest.mark.parametrize("table", FILLED)
def test_no_row_is_deleted(table, market, tuan):
    assert is_refused(f"DELETE FROM {table}", REFUSAL)


def test_every_table_of_the_rule_is_one_of_ours_and_has_it():
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'row_kept'")
        else:
            cursor.execute("SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_kept'")
        guarded = {table for (table,) in cursor.fetchall()}
    assert guarded == set(KEPT)
    assert set(KEPT) <= {model._meta.db_table for model in apps.get_models()}


def test_a_claim_that_nobody_compared_may_go(market):
    claim = factories.certificate(market, verified=False)
    claim.delete()
    assert Certificate.objects.count() == 1


def test_putting_it_on_again_changes_nothing(market):
    keep_rows(using="default")
    assert is_refused("DELETE FROM catalog_listing", REFUSAL)
