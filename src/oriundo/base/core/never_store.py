"""What is never stored, in no form: as words for column headers and names, as patterns for text.

The list is of data that puts a person at risk whatever the lock: migration status, year of
arrival, identity papers, biometrics, religion, union or party, home coordinates, date of birth,
employer, family. Words are in Spanish, English, Portuguese, French and Haitian Creole, folded
(lower case, no accents). The patterns for text are in recognizers.py.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from oriundo.base.core.language import gettext_noop as _
from oriundo.base.core.recognizers import Finding, findings

__all__ = ["KINDS", "Finding", "findings", "folded", "forbidden_header"]

_STATUS = _("the migration status of people")
_ARRIVAL = _("when somebody arrived")
_PAPERS = _("the number of an identity paper")
_BELIEF = _("the religion, union, party or opinion of people")
_BODY = _("a biometric datum")
_HOME = _("where somebody lives")
_BIRTH = _("when or where somebody was born")
_WORK = _("somebody's employer")
_FAMILY = _("somebody's family")
_TRAITS = _("the nationality, gender or photograph of a person")
_RATING = _("an assessment of the risk or the influence of people")
_NETWORK = _("a reader's network address")

_WORDS: dict[str, str] = {
    _STATUS: """
        migration status|migratory status|immigration status|immigrant status|legal residency
        residency status|citizenship status|visa status|visa type|visa number|daca status
        tps status|undocumented|documented status|serves undocumented|unauthorized immigrants
        illegal immigrants|removal order
        estatus migratorio|estatus migratoria|status migratorio|situacion migratoria
        condicion migratoria|calidad migratoria|estado migratorio|estatus legal de los miembros
        indocumentado|indocumentada|indocumentados|indocumentadas|sin papeles|tipo de visa
        irregulares|migrantes irregulares|atiende irregulares|residencia legal
        status imigratorio|situacao migratoria|situacao imigratoria|indocumentado|sem documentos
        sem papeis|imigrantes irregulares
        statut d immigration|statut migratoire|situation migratoire|sans papiers|sans papier
        situation irreguliere|titre de sejour
        estati imigrasyon|estati migrasyon|sitiyasyon imigrasyon|san papye""",
    _ARRIVAL: """
        year of arrival|arrival year|date of arrival|arrival date|year of entry
        date of entry into|years in the us|years in us|year arrived|date arrived
        ano de llegada|fecha de llegada|ano de ingreso al pais|fecha de ingreso al pais
        fecha de entrada al pais|ano de entrada|anos en estados unidos|anos en eeuu|llegada a eeuu
        ano de chegada|data de chegada|data de entrada no pais
        annee d arrivee|date d arrivee|date d entree au|ane rive|dat rive|ane arive|dat arive""",
    _PAPERS: """
        passport|passport number|pasaporte|passaporte|passeport|paspo
        curp|dui|dpi|ssn|itin number|social security|social security number|seguro social
        numero de seguro social|seguridad social|a number|alien number|alien registration
        alien registration number|uscis number|driver license|drivers license|driver s license
        licencia de conducir|licencia de manejar|clave de elector|credencial de elector
        credencial para votar|matricula consular|cedula de identidad|documento de identidad
        documento unico de identidad|documento personal de identificacion|identity document
        identity card|id card number|id document|numero de identidad|carne de identidad
        national id|national identity number|birth certificate|acta de nacimiento
        cpf|carteira de identidade|documento de identidade|registro geral
        carte d identite|piece d identite|numero d assurance sociale|nas du responsable
        securite sociale|kat idantite|kat didantite|nimewo idantite|nimewo sekirite sosyal""",
    _BELIEF: """
        religion|religious affiliation|religious belief|faith of members|religion de los miembros
        credo|creencia religiosa|confesion religiosa|afiliacion religiosa|religiao|crenca
        appartenance religieuse|croyance|relijyon
        political party|party affiliation|party membership|political affiliation
        political opinion|political view|political views|political ideology
        partido politico|filiacion politica|afiliacion politica|militancia|ideologia
        ideologia politica|opinion politica|simpatia politica|filiacao partidaria
        partido da pessoa|parti politique|affiliation politique|opinion politique|pati politik
        union membership|union member|union affiliation|afiliacion sindical
        filiacao sindical|appartenance syndicale""",
    _BODY: """
        biometric|biometrics|fingerprint|fingerprints|iris scan|face template|facial recognition
        face image|biometrico|biometricos|biometria|huella|huellas|huella dactilar
        huellas dactilares|reconocimiento facial|impressao digital|impressoes digitais
        biometrie|empreinte|empreintes|empreintes digitales|anprent|anprent dwet""",
    _HOME: """
        home latitude|home longitude|home lat|home lon|home lng|home coordinates|home location
        home address|residential address|private address|domicilio particular
        direccion particular|direccion de casa|coordenadas del domicilio|coordenadas de la casa
        latitud del domicilio|longitud del domicilio|latitud de casa|longitud de casa
        endereco residencial|coordenadas da residencia|adresse personnelle|adresse du domicile
        coordonnees du domicile|adres kay|adres lakay""",
    _BIRTH: """
        date of birth|birth date|birthdate|birthday|dob|year of birth|birth year|place of birth
        fecha de nacimiento|nacimiento|fecha nac|fec nac|ano de nacimiento|lugar de nacimiento
        cumpleanos|data de nascimento|nascimento|local de nascimento|date de naissance
        annee de naissance|lieu de naissance|naissance|dat nesans|ane nesans|kote nesans""",
    _WORK: """
        employer|employer name|name of employer|workplace|place of work|empleador
        nombre del patron|empresa donde trabaja|lugar de trabajo|centro de trabajo|empregador
        local de trabalho|employeur|lieu de travail|anplwaye|kote travay""",
    _FAMILY: """
        family members|family member|number of children|children names|spouse|marital status
        next of kin|relatives|household members|familiares|nombre de familiares|conyuge|esposo
        esposa|hijos|numero de hijos|nombre de los hijos|estado civil|parientes|parentesco
        conjuge|filhos|numero de filhos|membros da familia|membres de la famille|conjoint
        nombre d enfants|etat civil|etat matrimonial|manm fanmi|eta sivil|kantite timoun""",
    _RATING: """
        risk level|risk score|risk rating|influence level|influence score|level of influence
        nivel de riesgo|nivel de influencia|grado de influencia|nivel de risco
        nivel de influencia|niveau de risque|niveau d influence|nivo risk""",
    _NETWORK: "ip address|remote addr|direccion ip|endereco ip|adresse ip|adres ip",
}
# Alone they are about a person; inside a longer header they may be a service or a saint.
_ALONE: dict[str, str] = {
    "visa": _STATUS,
    "citizenship": _STATUS,
    "ciudadania": _STATUS,
    "daca": _STATUS,
    "green card": _STATUS,
    "itin": _PAPERS,
    "partido": _BELIEF,
    "sindicato": _BELIEF,
    "syndicat": _BELIEF,
    "senndika": _BELIEF,
    "patron": _WORK,
    "ip": _NETWORK,
}
_PERSON_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        president presidente presidenta presidentes officer officers director directora
        directeur directrice representante representative representant contact contacto
        contato responsable responsavel leader lider lideres treasurer tesorero secretary
        secretario secretaria founder fundador member miembro membre prezidan reskonsab
        person persona pessoa personne dirigente
        """,
    )
)
_PRIVATE_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        nationality nacionalidad nacionalidade nationalite nasyonalite gender genero sexo
        sex sexe seks genre photo photograph foto fotografia picture
        """,
    )
)
# Every kind of datum that is never stored, as words for people (English, marked).
KINDS: tuple[str, ...] = (*_WORDS, _TRAITS)
# Said of organizations: these words are taken out of a header before it is judged.
_HARMLESS = re.compile(r"\bemployer identification (?:number|no)\b")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def folded(text: str) -> str:
    """`text` in lower case, without accents, its words apart: `estatusMigratorio` too."""
    plain = unicodedata.normalize("NFKD", _CAMEL.sub(" ", text))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", plain.lower()).strip()


def _by_phrase() -> dict[str, str]:
    phrases: dict[str, str] = {}
    for reason, words in _WORDS.items():
        for phrase in re.split(r"[|\n]", words):
            if phrase.strip():
                phrases.setdefault(phrase.strip(), reason)
    return phrases


_PHRASES = _by_phrase()
_LONGEST_PHRASE = max(phrase.count(" ") + 1 for phrase in _PHRASES)


@lru_cache(maxsize=4096)
def forbidden_header(header: str) -> str | None:
    """Why a column or a field of this name is never stored (English, marked); None when it may be.

    A phrase of the list anywhere in the header counts, as whole words: `conyuge` does, `conyugal`
    does not. `legal_status`, EIN and registration numbers of organizations are fine.
    """
    plain = _HARMLESS.sub(" ", folded(header)).strip()
    if plain in _ALONE:
        return _ALONE[plain]
    words = plain.split()
    for length in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            reason = _PHRASES.get(" ".join(words[start : start + length]))
            if reason is not None:
                return reason
    if _PERSON_WORDS.intersection(words) and _PRIVATE_WORDS.intersection(words):
        return _TRAITS
    return None
