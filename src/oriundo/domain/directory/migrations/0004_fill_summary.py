from django.db import migrations

SUMMARIZED = {
    "alternate_name",
    "acronym",
    "hometown",
    "city",
    "description",
    "support",
    "language",
}


def fill(apps, schema_editor):
    """Every listing that was published before says what it is found by."""
    Listing = apps.get_model("directory", "Listing")
    last = 0
    while some := list(Listing.objects.filter(pk__gt=last).order_by("pk").only("facts")[:1_000]):
        for listing in some:
            listing.summary = {}
            for fact in listing.facts:
                if fact["field"] in SUMMARIZED:
                    listing.summary.setdefault(fact["field"], []).append(fact["value"])
        Listing.objects.bulk_update(some, ["summary"], batch_size=200)
        last = some[-1].pk


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0003_summary"),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
