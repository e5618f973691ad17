"""Nine lists of service sites, with no number in common, and how each writes its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bench.identification.generated import slips
from bench.identification.generated.chance import Chance, Urn
from bench.identification.generated.sites import Site, sites

COLUMNS = ("cluster", "source", "site_name", "program_name", "address", "zip", "phone")
Cells = tuple[str, str, str, str, str]
"""site name, program name, address, zip, phone"""
_LONG = {"St": "Street", "Ave": "Avenue", "Blvd": "Boulevard", "Rd": "Road", "Pl": "Place"}
_SHORT = {
    "Center": "Ctr", "Community": "Comm", "Elementary School": "Elem", "High School": "HS",
    "Middle School": "MS", "Saint": "St", "Mount": "Mt", "Services": "Svcs", "Day Care": "Daycare",
    "Child Care": "Childcare", "Neighborhood": "Nbhd", "Partners": "Ptnrs", "Early": "Erly",
    "Head Start": "HS", "Academy": "Acad", "Family": "Fam", " and ": " & ",
}  # fmt: skip
_SIZES = Urn(range(1, 16), (44, 22, 12, 7, 4, 3, 2, 1.5, 1.2, 1, 0.8, 0.6, 0.4, 0.3, 0.2))


def records(count: int, seed: int) -> Iterator[tuple[int | str, ...]]:
    """The rows of all nine lists for at least `count` sites, in the order of the sites: values
    of COLUMNS. `cluster`, a number for each site, is the truth."""
    chance = Chance(seed)
    for cluster, site in enumerate(sites(chance, count)):
        for _ in range(_SIZES.draw(chance)):
            source, write = _LISTS.draw(chance)
            yield (cluster, source, *write(chance, site))


# --- The lists ----------------------------------------------------------------------------------


def _license(chance: Chance, site: Site) -> Cells:
    name = slips.capitals(_shortened(chance, _called(chance, site), 0.4))
    return name, "", _line(chance, site).upper(), _zip(site), _dashed(_phone(chance, site, 0.95))


def _portal(chance: Chance, site: Site) -> Cells:
    program = _program(chance, site)
    name = _called(chance, site)
    name = f"{name} - {program}" if program and chance.happens(0.25) else name
    return (
        name,
        program,
        _line(chance, site, long=0.6),
        _zip(site),
        _dashed(_phone(chance, site, 0.7)),
    )


def _head_start(chance: Chance, site: Site) -> Cells:
    name = _called(chance, site)
    if site.agency and chance.happens(0.12):
        name = f"{site.agency} Head Start"
    elif site.agency and site.agency not in name:
        name = f"{site.agency} / {name}" if chance.happens(0.6) else name
    elif site.agency and chance.happens(0.5) and "#" not in name:
        name = name.replace(site.agency, "").strip(" -") or name
    return name, "Head Start", _line(chance, site), "", _bracketed(_phone(chance, site, 0.8))


def _food_bank(chance: Chance, site: Site) -> Cells:
    return _shortened(chance, _called(chance, site), 0.3), "", _line(chance, site), _zip(site), ""


def _district(chance: Chance, site: Site) -> Cells:
    name = site.name.upper() if chance.happens(0.5) else site.name
    return (
        name,
        _program(chance, site),
        _line(chance, site),
        _zip(site),
        _phone(chance, site, 0.8),
    )


def _helpline(chance: Chance, site: Site) -> Cells:
    name = f"{site.name} (Main Office)" if chance.happens(0.03) else site.name
    line = _line(chance, site, long=0.8, suite=1.0)
    return name, _program(chance, site), line, _zip(site), _bracketed(_phone(chance, site, 0.9))


def _typed(chance: Chance, site: Site) -> Cells:
    name = _shortened(chance, _called(chance, site), 0.3)
    name = slips.hurried(chance, name) if chance.happens(0.4) else name
    line = _line(chance, site, suite=0.1)
    return (
        name,
        "",
        slips.hurried(chance, line) if chance.happens(0.15) else line,
        (_zip(site) if chance.happens(0.6) else ""),
        _dashed(_phone(chance, site, 0.6)),
    )


def _meals(chance: Chance, site: Site) -> Cells:
    """A sponsor's list: the sponsor before the site, cut where the column ended."""
    sponsor = bool(site.agency) and site.agency not in site.name and chance.happens(0.4)
    name = f"{site.agency} {site.name}" if sponsor else site.name
    return (
        name.upper()[:34].strip(),
        "CACFP",
        _line(chance, site).upper(),
        _zip(site),
        (
            _dashed(site.main)
            if site.main and chance.happens(0.6)
            else _dashed(_phone(chance, site, 0.7))
        ),
    )


def _library(chance: Chance, site: Site) -> Cells:
    name = slips.bare(_called(chance, site))
    name = name.lower() if chance.happens(0.3) else name
    return name, "", _line(chance, site, suite=0.0), "", _phone(chance, site, 0.4)


_LISTS: Urn[tuple[str, Callable[[Chance, Site], Cells]]] = Urn(
    [
        ("license", _license), ("portal", _portal), ("head_start", _head_start),
        ("food_bank", _food_bank), ("district", _district), ("helpline", _helpline),
        ("typed", _typed), ("meals", _meals), ("library", _library),
    ],
    (20, 16, 12, 6, 10, 12, 8, 10, 6),
)  # fmt: skip


# --- What a list gives --------------------------------------------------------------------------


def _called(chance: Chance, site: Site) -> str:
    """Its name, or one of the others that it goes by."""
    return chance.pick(site.also) if site.also and chance.happens(0.45) else site.name


def _zip(site: Site) -> str:
    return site.doors[0].zip


def _shortened(chance: Chance, name: str, share: float) -> str:
    for long, short in _SHORT.items():
        if long in name and chance.happens(share):
            name = name.replace(long, short)
    return name


def _program(chance: Chance, site: Site) -> str:
    return chance.pick(site.programs) if site.programs and chance.happens(0.7) else ""


def _line(chance: Chance, site: Site, *, long: float = 0.1, suite: float = 0.5) -> str:
    """The street address, with or without its direction, its suite, and a long word for it."""
    door = chance.pick(site.doors)
    number = door.number + (2 * chance.between(1, 6) if chance.happens(0.05) else 0)
    direction = door.direction if chance.happens(0.92) else ""
    kind = _LONG.get(door.type, door.type) if chance.happens(long) else door.type
    kind = kind if chance.happens(0.94) else ""
    words = [str(number), direction, door.street, kind]
    if door.suite and chance.happens(suite):
        words.append(chance.pick(("Suite {}", "Ste {}", "#{}", "Rm {}")).format(door.suite))
    return " ".join(filter(None, words))


def _phone(chance: Chance, site: Site, share: float) -> str:
    if not chance.happens(share):
        return ""
    if site.main and chance.happens(0.2):
        return site.main
    return site.former if site.former and chance.happens(0.3) else site.phone


def _dashed(number: str) -> str:
    return number and f"{number[:3]}-{number[3:6]}-{number[6:]}"


def _bracketed(number: str) -> str:
    return number and f"({number[:3]}) {number[3:6]}-{number[6:]}"
