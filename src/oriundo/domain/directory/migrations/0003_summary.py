from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0002_atlas"),
    ]

    operations = [
        migrations.AddField(
            model_name="listing",
            name="summary",
            field=models.JSONField(
                default=dict, help_text="field → values, to be found and counted by"
            ),
        ),
    ]
