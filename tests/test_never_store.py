"""The never-store list holds for the schema, for mappings and for what the commands write."""

from __future__ import annotations

from django.apps import apps

from oriundo.base.core.never_store import forbidden_header
from oriundo.collect.sources.fields import FIELDS
from oriundo.interfaces.cli.outputs.organizations import HEADER


def schema_names():
    return [
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("oriundo.")
        for field in model._meta.get_fields()
    ]


def test_no_column_of_the_schema_is_on_the_never_store_list():
    names = schema_names()
    assert len(names) > 80
    assert [name for name in names if forbidden_header(name.rpartition(".")[2])] == []


def test_no_field_of_a_mapping_is_on_the_never_store_list():
    assert [field.name for field in FIELDS if forbidden_header(field.name)] == []


def test_no_column_of_an_output_is_on_the_never_store_list():
    assert [name for name in HEADER if forbidden_header(name)] == []


def test_the_check_would_see_a_forbidden_column():
    planted = ["estatus_migratorio", "migration_status", "curp", "passport_number"]
    assert [name for name in planted if not forbidden_header(name)] == []
