import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0004_fill_summary"),
    ]

    operations = [
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, help_text="ISO 3166-1 alpha-3 or region", max_length=7
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="directory.organization",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("organization", None)),
                        fields=("country",),
                        name="one_withdrawal_per_country_or_of_all",
                    ),
                    models.UniqueConstraint(
                        fields=("organization",), name="one_withdrawal_per_organization"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("country", ""), ("organization", None), _connector="OR"
                        ),
                        name="withdrawal_is_of_one_kind",
                    ),
                ],
            },
        ),
    ]
