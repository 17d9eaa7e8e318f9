from django.db import migrations, models


def rename(old, new):
    def run(apps, schema_editor):
        apps.get_model("catalog", "Listing").objects.filter(state=old).update(state=new)

    return run


class Migration(migrations.Migration):
    dependencies = [("catalog", "0001_initial")]
    operations = [
        migrations.AlterField(
            model_name="listing",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Bản nháp"),
                    ("submitted", "Chờ duyệt"),
                    ("in_review", "Đang xem xét"),
                    ("changes_requested", "Yêu cầu bổ sung"),
                    ("approved", "Đang bán"),
                    ("paused", "Tạm nghỉ"),
                    ("rejected", "Không duyệt"),
                    ("suspended", "Bị đình chỉ"),
                    ("retired", "Ngừng bán"),
                ],
                default="draft",
                max_length=20,
            ),
        ),
        migrations.RunPython(rename("returned", "changes_requested"), rename("changes_requested", "returned")),
    ]
