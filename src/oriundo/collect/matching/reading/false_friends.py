"""What the false friends of lexicon/false_friends.csv are, marked so that a reader's language can
say it. Every row says one of these."""

from __future__ import annotations

from oriundo.base.core.language import gettext_noop

ADVOCATION = gettext_noop("an advocation of Mary or Christ")
WHATS = frozenset(
    {
        gettext_noop("a congregation"),
        gettext_noop("a county of the United States"),
        gettext_noop("a dance or a sport"),
        gettext_noop("a dish"),
        gettext_noop("a feast"),
        gettext_noop("a language"),
        gettext_noop("a person or a family name"),
        gettext_noop("a place of another country"),
        gettext_noop("a place of the United States"),
        gettext_noop("a plant"),
        gettext_noop("a religious order"),
        gettext_noop("a school"),
        gettext_noop("a sports team"),
        gettext_noop("a state or a province"),
        gettext_noop("a street"),
        gettext_noop("a thing"),
        gettext_noop("a town of the United States"),
        gettext_noop("a war or a history"),
        gettext_noop("a river, a bay or a sea"),
        ADVOCATION,
        gettext_noop("an animal"),
        gettext_noop("descendants of the enslaved"),
        gettext_noop("the first peoples of America"),
    }
)
