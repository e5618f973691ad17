from __future__ import annotations

from oriundo.domain.directory.identity import succeed

A, B, C, D = (("list", letter) for letter in "abcd")


def test_a_first_build_makes_only_new_organizations():
    assert succeed([[A, B], [C]], {}).heir == (None, None)


def test_an_identifier_follows_its_records():
    assert succeed([[C], [A, B]], {A: 1, B: 1, C: 2}).heir == (2, 1)


def test_two_organizations_that_become_one_go_on_as_the_one_with_more_records():
    succession = succeed([[A, B, C]], {A: 1, B: 2, C: 2})
    assert (succession.heir, succession.merged) == ((2,), {1: 0})


def test_equal_shares_go_to_the_older_organization():
    succession = succeed([[A, B]], {A: 7, B: 3})
    assert (succession.heir, succession.merged) == ((3,), {7: 0})


def test_an_organization_that_parts_goes_on_where_most_of_its_records_are():
    assert succeed([[A], [B, C]], {A: 1, B: 1, C: 1}).heir == (None, 1)


def test_an_organization_whose_records_are_gone_is_orphaned():
    assert succeed([[A]], {A: 1, D: 2}).orphaned == (2,)
