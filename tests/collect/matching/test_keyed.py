from __future__ import annotations

import hashlib
import hmac

import pytest

from oriundo.collect.matching.keyed import NOBODY, Key, OtherKey, opened

KEY, OTHER = Key("k" * 40), Key("o" * 40)
VALUE = ("kind", "text")


def test_a_hash_is_hmac_sha256_under_a_key_of_its_kind_cut_to_128_bits():
    own = hmac.digest(b"k" * 40, b"oriundo.suppression", hashlib.sha256)
    of_kind = hmac.digest(own, b"kind", hashlib.sha256)
    assert KEY.digest(VALUE) == hmac.digest(of_kind, b"text", hashlib.sha256).hex()[:32]


def test_equal_texts_of_two_kinds_and_under_two_keys_have_unlike_hashes():
    made = {key.digest((kind, "text")) for key in (KEY, OTHER) for kind in ("kind", "other")}
    assert len(made) == 4


def test_a_register_holds_what_was_put_in():
    register = opened([KEY.digest(VALUE)], made_with=[KEY.check], keys=[KEY])
    assert (register.holds([VALUE]), register.holds([("kind", "other")])) == (True, False)


def test_another_key_is_told_and_does_not_open_an_empty_looking_register():
    with pytest.raises(OtherKey) as told:
        opened([KEY.digest(VALUE)], made_with=[KEY.check], keys=[OTHER])
    assert KEY.check[:8] in told.value.in_english()
    assert "SUPPRESSION_KEY" in told.value.in_english()


def test_a_former_key_beside_the_new_one_opens_it():
    both = [KEY.digest(VALUE), OTHER.digest(("kind", "newer"))]
    register = opened(both, made_with=[KEY.check, OTHER.check], keys=[OTHER, KEY])
    found = [register.holds([("kind", text)]) for text in ("text", "newer", "neither")]
    assert found == [True, True, False]


def test_a_register_of_nobody_needs_no_key():
    assert opened([], made_with=[], keys=[OTHER]) == NOBODY


def test_a_key_is_not_shown():
    assert KEY.secret not in repr(KEY)
