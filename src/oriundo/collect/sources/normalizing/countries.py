"""The country of a row, well enough to read its telephone numbers. Places are another module's."""

from __future__ import annotations

from functools import lru_cache

from oriundo.collect.sources.normalizing.text import folded

_COUNTRIES = """
US: us usa u-s u-s-a united-states united-states-of-america estados-unidos ee-uu eeuu eua
    estados-unidos-de-america etats-unis unites-states etazini
CA: ca can canada
MX: mx mex mexico estados-unidos-mexicanos mexique
SV: sv slv el-salvador salvador
GT: gt gtm guatemala
HN: hn hnd honduras
NI: ni nic nicaragua
CR: cr cri costa-rica
PA: pa pan panama
BZ: bz blz belize belice
DO: do dom dominican-republic republica-dominicana republique-dominicaine
HT: ht hti haiti ayiti
CU: cu cub cuba
PR: pr pri puerto-rico
JM: jm jam jamaica
CO: co col colombia colombie
VE: ve ven venezuela
EC: ec ecu ecuador equateur
PE: pe per peru perou
BO: bo bol bolivia bolivie
CL: cl chl chile chili
AR: ar arg argentina argentine
UY: uy ury uruguay
PY: py pry paraguay
BR: br bra brazil brasil bresil
ES: es esp spain espana espagne
FR: fr fra france francia
IT: it ita italy italia italie
DE: de deu germany alemania allemagne
GB: gb gbr uk united-kingdom reino-unido royaume-uni
PT: pt prt portugal
BE: be bel belgium belgica belgique
CH: ch che switzerland suiza suisse
SE: se swe sweden suecia suede
NL: nl nld netherlands paises-bajos pays-bas
AU: au aus australia australie
JP: jp jpn japan japon
"""
_US_CODES = (
    "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm"
    " ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc"
)
_US_NAMES = (
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia"
    " hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts"
    " michigan minnesota mississippi missouri montana nebraska nevada new-hampshire new-jersey"
    " new-mexico new-york north-carolina north-dakota ohio oklahoma oregon pennsylvania"
    " rhode-island south-carolina south-dakota tennessee texas utah vermont virginia washington"
    " west-virginia wisconsin wyoming district-of-columbia washington-dc nueva-york nuevo-mexico"
    " carolina-del-norte carolina-del-sur pensilvania luisiana hawai"
)
_CANADIAN = (
    "ab bc mb nb nl nf ns nt nu on pe qc sk yt alberta british-columbia manitoba new-brunswick"
    " newfoundland newfoundland-and-labrador nova-scotia northwest-territories nunavut ontario"
    " prince-edward-island quebec saskatchewan yukon"
)
_MEXICAN = (
    "aguascalientes baja-california baja-california-sur campeche chiapas chihuahua"
    " ciudad-de-mexico cdmx distrito-federal coahuila colima durango estado-de-mexico guanajuato"
    " guerrero hidalgo jalisco michoacan morelos nayarit nuevo-leon oaxaca puebla queretaro"
    " quintana-roo san-luis-potosi sinaloa sonora tabasco tamaulipas tlaxcala veracruz yucatan"
    " zacatecas"
)


def _words(text: str) -> set[str]:
    return {word.replace("-", " ") for word in text.split()}


_BY_COUNTRY = {
    name: line.partition(":")[0].strip()
    for line in _COUNTRIES.replace("\n    ", " ").strip().splitlines()
    for name in _words(line.partition(":")[2])
}
US_STATES = _words(_US_CODES) | _words(_US_NAMES)
US_STATE_CODES = _words(_US_CODES)
CANADIAN_PROVINCES = _words(_CANADIAN)
_BY_REGION = {
    **dict.fromkeys(_words(_MEXICAN), "MX"),
    **dict.fromkeys(CANADIAN_PROVINCES, "CA"),
    **dict.fromkeys(US_STATES, "US"),
}


@lru_cache(maxsize=4096)
def country_code(country: str, region: str = "") -> str:
    """ISO 3166-1 alpha-2 of the country, from its name in es/en/fr, else from the region; or ""."""
    return _BY_COUNTRY.get(folded(country), "") or _BY_REGION.get(folded(region), "")


def is_country(text: str) -> bool:
    """Whether the text is a country's name or code that is known here."""
    return folded(text) in _BY_COUNTRY
