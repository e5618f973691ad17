"""The sentences in which the geocoder and the hometown reader give their reasons."""

from __future__ import annotations

from oriundo.base.core.language import gettext_noop

# What decided.
BY_POSTAL = gettext_noop("located by the postal code %(code)s")
BY_LOCALITY = gettext_noop("located by the town %(name)s")
BY_ADMIN2 = gettext_noop("located by the municipality or county %(name)s")
BY_ADMIN1 = gettext_noop("located by the state or province %(name)s")
COUNTRY_ONLY = gettext_noop("only the country is known, which is no point on a map")
NOTHING = gettext_noop("nothing in it names a place that we know")
NAMED_BY_POST = gettext_noop("the post writes “%(name)s” for the postal code %(code)s")

# What was doubtful.
POSTAL_ELSEWHERE = gettext_noop("the postal code %(code)s is in %(there)s, not in %(said)s")
POSTAL_WIDE = gettext_noop("the postal code %(code)s is rural and covers a wide area")
POSTAL_UNKNOWN = gettext_noop("the postal code %(code)s is none that we know")
POSTAL_FAR = gettext_noop("the postal code %(code)s is %(km)s km from %(name)s")
MILITARY = gettext_noop("a military post office, which lies nowhere")
PO_BOX = gettext_noop("a post-office box: the point is where the mail is kept")
CITY_UNKNOWN = gettext_noop("“%(city)s” was not found in %(area)s")
REGION_UNKNOWN = gettext_noop("“%(region)s” is no state or province that we know")
REGION_OTHER = gettext_noop("“%(region)s” disagrees with the rest of the address")
COUNTRY_OTHER = gettext_noop("the country “%(country)s” disagrees with the rest of the address")
COUNTY_ELSEWHERE = gettext_noop("%(county)s is in %(there)s, not in %(said)s")
SEVERAL = gettext_noop("several places are called %(name)s: %(others)s")
MISSPELLED = gettext_noop("“%(said)s” was taken for %(name)s")
ENDED = gettext_noop("%(name)s ended on %(date)s; it is part of %(today)s today")
MUNICIPALITY_ENDED = gettext_noop(
    "the municipality of %(name)s ended on %(date)s; it is part of %(today)s today"
)
NO_POINT = gettext_noop("%(name)s has no point of its own; the point is that of %(area)s")

# Where people come from.
NAMED = gettext_noop("the name names %(name)s")
BEFORE_STATE = gettext_noop("it stands before its state, %(state)s")
AFTER_WORD = gettext_noop("it stands after “%(word)s”")
NAMESAKES = gettext_noop("%(count)s places share this name")
