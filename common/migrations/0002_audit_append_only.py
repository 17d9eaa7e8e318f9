"""Words to find entries by, indexes for the search of the trail, and the database's rule that keeps every entry."""

from django.conf import settings
from django.db import migrations, models

from common.audit.keeping import guard, unguard
from common.audit.words import words_of

BATCH = 2_000


def find_words(apps, schema_editor):
    """Give the entries that are there already their words."""
    entries = apps.get_model("common", "AuditEntry")._default_manager.using(schema_editor.connection.alias)
    batch = []
    for entry in entries.only("by_name", "on_behalf_of_name", "subject_name").iterator(BATCH):
        entry.words = words_of(entry.by_name, entry.on_behalf_of_name, entry.subject_name)
        batch.append(entry)
        if len(batch) == BATCH:
            entries.bulk_update(batch, ["words"])
            batch = []
    if batch:
        entries.bulk_update(batch, ["words"])


class Migration(migrations.Migration):
    dependencies = [
        ("common", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("auditentry", "words", models.TextField(default="", editable=False)),
        migrations.AddIndex("auditentry", models.Index(fields=["by", "-at"], name="audit_by")),
        migrations.AddIndex("auditentry", models.Index(fields=["at_point_id", "-at"], name="audit_at_point")),
        migrations.AddIndex("auditentry", models.Index(fields=["action", "-at"], name="audit_action")),
        migrations.RunPython(find_words, migrations.RunPython.noop),
        migrations.RunPython(guard, unguard),
    ]
