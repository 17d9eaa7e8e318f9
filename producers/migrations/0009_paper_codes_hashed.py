"""Codes for paper that were kept readable become digests; the paper in people's hands goes on to count."""

from django.db import migrations

from producers.second_factor.codes import CODE_LENGTH, digest_of


def hash_kept_codes(apps, _schema_editor):
    """Write the digest in the place of every code that can still be read."""
    tokens = apps.get_model("otp_static", "StaticToken").objects.select_related("device")
    for token in tokens.all():
        if len(token.token) == CODE_LENGTH:
            token.token = digest_of(token.token, token.device.user_id)
            token.save(update_fields=["token"])


class Migration(migrations.Migration):
    dependencies = [
        ("producers", "0008_payeechange"),
        ("otp_static", "0003_add_timestamps"),
    ]
    operations = [migrations.RunPython(hash_kept_codes, migrations.RunPython.noop)]
