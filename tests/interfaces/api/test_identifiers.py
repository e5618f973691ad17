"""UUIDs of public identifiers lead back to them."""

from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from oriundo.base.core import ids
from oriundo.domain.directory.typology import SUPPORT
from oriundo.interfaces.api.identifiers import part_of, public_id_of, uuid_of


@given(st.text(), st.sampled_from(["", *SUPPORT]))
def test_an_identifier_comes_back(text, part):
    public_id = ids.derived(text)
    made = uuid_of(public_id, part)
    assert (uuid.UUID(made).version, uuid.UUID(made).variant) == (8, uuid.RFC_4122)
    found, code = public_id_of(made)
    assert (found, part_of(code, tuple(SUPPORT))) == (public_id, part or None)


@given(st.uuids())
def test_a_foreign_uuid_is_nobodys(foreign):
    assert public_id_of(str(foreign)) is None


def test_every_kind_of_support_has_a_code_of_its_own():
    made = {uuid_of(ids.derived("a"), part) for part in ("", *SUPPORT)}
    assert len(made) == len(SUPPORT) + 1
