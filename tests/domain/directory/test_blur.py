"""An organization asks that nobody find its door."""

from __future__ import annotations

import pytest

from oriundo.base.audit.models import Entry
from oriundo.base.audit.queries import first_broken
from oriundo.collect.matching.models import Pair
from oriundo.collect.sources.actions import import_release
from oriundo.collect.sources.models import Record, Source
from oriundo.domain.directory import actions
from oriundo.domain.directory.actions.keep import UnusableDecision
from oriundo.domain.directory.actions.repaint import NotAllowed
from oriundo.domain.directory.models import Fact, Listing
from oriundo.insight.atlas.actions import refresh, rewrite
from tests.domain.directory.suppressing import the
from tests.everything import everything_stored
from tests.factories import NOON, a_file, a_source, a_user, policies

pytestmark = pytest.mark.django_db

HEADER = "id,name,address,city,region,postal,country,lat,lon,phone,origin,description"
AYOQUEZCO = (
    "1,Club Ayoquezco,4187 Zarzamora Ln,Los Angeles,CA,90047,US,33.954217,-118.309861,"
    "+1 213 555 0101,Mexico,Meets at 4187 Zarzamora Ln"
)
TLAPEHUALA = (
    "2,Casa Tlapehuala,77 Yerba St,Los Angeles,CA,90012,US,34.0561,-118.2412,"
    "+1 213 555 0102,Mexico,Dances"
)
SECRETS = ("4187", "zarzamora", "90047", "33.954", "118.309", "52 huizache", "huizache")


@pytest.fixture
def directory(tmp_path):
    policies(MEX="public")
    published(tmp_path, AYOQUEZCO, TLAPEHUALA)
    return tmp_path


def published(folder, *lines, slug="official", name=""):
    import_release(
        source=Source.objects.filter(slug=slug).first() or a_source(slug),
        path=a_file(folder, *lines, header=HEADER, name=name or f"{slug}.csv"),
        at=NOON,
        actor="test",
    )
    rebuild()


def rebuild():
    actions.rebuild(at=NOON, actor="test")
    actions.publish(at=NOON, actor="test")


def blurred(name="Club Ayoquezco", by=None):
    return actions.blur(organization=the(name), by=by, at=NOON)


def told(text):
    return [secret for secret in SECRETS if secret in text.casefold()]


def shown_to_all(field):
    """Whoever is entitled publishes a contact."""
    fact = Fact.objects.get(organization=the("Club Ayoquezco"), field=field)
    actions.publish_contact(fact=fact, to="public", by=a_user("operator"), at=NOON)


def test_the_truth_is_nowhere_in_the_database(directory):
    before = told(everything_stored())
    assert blurred() == 1
    assert (before, told(everything_stored())) == (list(SECRETS[:5]), [])


def test_others_are_left_as_they_are(directory):
    blurred()
    record = Record.objects.get(record_id="2")
    assert (record.fields["address"], record.raw["postal"]) == ("77 Yerba St", "90012")


def test_the_log_says_that_it_was_done_and_not_where(directory):
    blurred()
    entry = Entry.objects.get(verb="organization.blurred")
    assert (entry.details, first_broken()) == ({"records": 1}, None)


def test_a_point_that_was_public_is_public_no_more(directory):
    shown_to_all("location")
    before = Listing.objects.get(name="Club Ayoquezco")
    blurred()
    after = Listing.objects.get(name="Club Ayoquezco")
    assert (before.latitude, before.precision) == (33.954217, "address")
    assert after.precision == "locality"
    assert (after.latitude, after.longitude) != (before.latitude, before.longitude)


def test_the_cell_may_be_published_and_is_no_address(directory):
    blurred()
    shown_to_all("location")
    listing = Listing.objects.get(name="Club Ayoquezco")
    assert (listing.latitude, listing.longitude) == (33.975, -118.325)
    assert listing.precision == "locality"


def test_the_next_release_is_coarsened_at_entry(directory):
    blurred()
    moved = AYOQUEZCO.replace("4187 Zarzamora Ln", "52 Huizache Rd")
    import_release(
        source=Source.objects.get(slug="official"),
        path=a_file(directory, moved, TLAPEHUALA, header=HEADER, name="later.csv"),
        at=NOON,
        actor="test",
    )
    assert told(everything_stored()) == []


def test_another_list_is_coarsened_as_soon_as_it_is_known_to_be_about_it(directory):
    blurred()
    published(directory, AYOQUEZCO.replace("1,", "77,", 1), slug="other")
    assert the("Club Ayoquezco").links.count() == 2
    assert told(everything_stored()) == []


def taken_in(folder, *lines, slug="other", name="other.csv"):
    """A list comes in, and the directory is not rebuilt."""
    actions.take_in(
        source=Source.objects.filter(slug=slug).first() or a_source(slug),
        path=a_file(folder, *lines, header=HEADER, name=name),
        at=NOON,
        actor="test",
    )


def test_a_new_list_that_brings_it_is_coarsened_before_anybody_sees_it(directory):
    blurred()
    taken_in(directory, AYOQUEZCO.replace("1,", "77,", 1), TLAPEHUALA.replace("2,", "78,", 1))
    assert told(everything_stored()) == []
    assert Record.objects.get(record_id="78").fields["address"] == "77 Yerba St"


def test_a_list_that_came_before_the_wish_and_was_not_read_yet_is_coarsened_with_it(directory):
    taken_in(directory, AYOQUEZCO.replace("1,", "77,", 1))
    assert blurred() == 2
    assert told(everything_stored()) == []


def test_where_nobody_is_blurred_a_list_is_kept_as_it_comes(directory):
    taken_in(directory, AYOQUEZCO.replace("1,", "77,", 1))
    assert Record.objects.get(record_id="77").fields["address"] == "4187 Zarzamora Ln"


def test_no_pair_tells_that_another_has_the_street_of_one_that_joined(directory):
    blurred()
    organization, twin = the("Club Ayoquezco"), AYOQUEZCO.replace("1,", "77,", 1)
    beside = "78,Club Ayoquezco,4187 Zarzamora Ln,Gardena,CA,90247,US,,,,Mexico,Crafts"
    published(directory, twin, beside, slug="other")
    joined = organization.links.values_list("record_id", flat=True)
    told_of = [pair.pk for pair in Pair.objects.all() if "same street" in str(pair.reasons)]
    assert (sorted(joined), told_of) == (["1", "77"], [])


def test_what_the_desk_said_of_the_address_goes_and_is_not_said_again(directory):
    organization, by = the("Club Ayoquezco"), a_user("operator")
    correction = {"organization": organization, "field": "address", "by": by, "at": NOON}
    actions.correct(**correction, value="52 Huizache Rd", why="It moved to 52 Huizache Rd")
    blurred()
    assert told(everything_stored()) == []
    with pytest.raises(UnusableDecision):
        actions.correct(**correction, value="52 Huizache Rd", why="It moved")


def test_it_holds_after_a_merge(directory):
    blurred()
    actions.merge(
        into=the("Casa Tlapehuala"), other=the("Club Ayoquezco"), by=None, why="One", at=NOON
    )
    assert "77 Yerba" not in everything_stored()


def test_whoever_may_not_edit_may_not_blur(directory):
    with pytest.raises(NotAllowed):
        blurred(by=a_user("authority", "SLV"))


def test_the_files_of_the_atlas_do_not_hold_it(directory, settings):
    settings.ATLAS = directory / "atlas"
    shown_to_all("location")
    refresh()
    blurred()
    rewrite()
    files = [path for path in settings.ATLAS.rglob("*") if path.is_file()]
    held = b"".join(path.read_bytes() for path in files)
    assert (len(files) > 0, told(held.decode("latin-1"))) == (True, [])


def test_of_a_list_without_identifiers_a_row_is_known_by_its_name(tmp_path):
    policies(MEX="public")
    bare, first = HEADER.removeprefix("id,"), AYOQUEZCO.removeprefix("1,")
    second = TLAPEHUALA.removeprefix("2,")

    def release(*rows, name):
        import_release(
            source=Source.objects.filter(slug="bare").first() or a_source("bare"),
            path=a_file(tmp_path, *rows, header=bare, name=name),
            at=NOON,
            actor="test",
        )
        rebuild()

    release(second, first, name="old.csv")
    release(first, second, name="new.csv")
    blurred()
    assert (told(everything_stored()), "77 Yerba" in everything_stored()) == ([], True)
    release(second.replace("Dances", "Sings"), first, name="newer.csv")
    assert (told(everything_stored()), "77 Yerba" in everything_stored()) == ([], True)
    newest = Record.objects.order_by("-release", "row")[:2]
    assert [record.fields.get("coarse", False) for record in newest] == [False, True]
