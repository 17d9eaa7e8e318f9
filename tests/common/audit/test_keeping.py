"""The database itself keeps the audit trail, whoever asks: raw SQL, a cascade, the admin."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import ProtectedError

from common.audit.keeping import REFUSAL, TABLE
from common.audit.models import AuditEntry
from common.audit.services import record
from tests import factories
from tests.database import is_refused
from tests.people import signed_in

STATEMENTS = [
    f"UPDATE {TABLE} SET reason = 'khác'",
    f"UPDATE {TABLE} SET id = id + 1000",
    f"DELETE FROM {TABLE}",
    f"DELETE FROM {TABLE} WHERE action = 'price.changed'",
]


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize("statement", STATEMENTS)
def test_postgresql_refuses(statement, tuan, mai):
    record("price.changed", by=tuan, subject=mai, reason="hết mùa")
    assert is_refused(statement, REFUSAL)
    assert AuditEntry.objects.get().reason == "hết mùa"


@pytest.mark.postgres
@pytest.mark.django_db
def test_postgresql_refuses_on_conflict_too(tuan, mai):
    entry = record("price.changed", by=tuan, subject=mai)
    copied = f"INSERT INTO {TABLE} SELECT * FROM {TABLE} WHERE id = {entry.pk}"
    assert is_refused(f"{copied} ON CONFLICT (id) DO UPDATE SET reason = 'khác'", REFUSAL)


@pytest.mark.postgres
@pytest.mark.django_db
def test_postgresql_finds_words_by_its_index(tuan, mai):
    record("price.changed", by=tuan, subject=mai, on_behalf_of=mai)
    for number in range(2_000):
        record("price.changed", by=None, subject=tuan, after={"number": number})
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {TABLE}")
    found = AuditEntry.objects.filter(words__has="mai lò")
    assert [entry.subject_name for entry in found] == ["Bà Lò Thị Mai"]
    assert "audit_words" in found.explain()


@pytest.mark.django_db
def test_no_cascade_takes_an_entry_along(tuan, mai):
    record("price.changed", by=tuan, subject=mai)
    with pytest.raises(ProtectedError):
        ContentType.objects.get_for_model(mai).delete()
    with pytest.raises(ProtectedError):
        tuan.delete()
    assert AuditEntry.objects.count() == 1


@pytest.mark.django_db
def test_the_admin_deletes_nobody_who_has_acted(quan):
    person = factories.user("cu", "Lò Văn Cũ")
    record("account.opened", by=person, subject=person)
    answer = signed_in(quan).post(f"/quan-tri/he-thong/auth/user/{person.pk}/delete/", {"post": "yes"})
    assert answer.status_code in (200, 403)
    person.refresh_from_db()
    assert AuditEntry.objects.count() == 1
