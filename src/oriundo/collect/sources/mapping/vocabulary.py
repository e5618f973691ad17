"""What people call the fields: headers in Spanish, English, French and Portuguese, folded.

Within a field the better headers come first: of `nombre` and `organizacion` the second says more
surely that it names the organization.
"""

from __future__ import annotations

import re

from oriundo.collect.sources.normalizing.text import folded

_SYNONYMS: dict[str, str] = {
    "id": """
        id|source id|record id|identifier|identificador|identifiant|clave|folio|codigo|code
        id registro|id organizacion|organization id|org id|id club|uid|uuid|key|no|num|nro|numero
        record number|fid|objectid""",
    "name": """
        organization name|organisation name|organization|organisation|name of organization
        name of the organization|nombre de la organizacion|nombre organizacion|organizacion
        nombre del club|nombre de club|club|nom de l organisme|nom de l organisation|organisme
        nome da organizacao|organizacao|org name|orgname|org|association name|asociacion
        association|nombre de la asociacion|federacion|nombre de la federacion|nombre oficial
        official name|agency|agency name|group name|club name|entity name|company name|institucion
        nombre de la institucion|entidad|denominacion|denomination|denominacao|nombre|name|nom
        nome
        title|titulo|titre|nombre completo|full name|legal name|nombre legal|razon social
        raison sociale|razao social|nom legal|business name""",
    "alternate_name": """
        alternate name|alternate names|alternative name|alternative names|other name|other names
        trade name|trade names|trading name|dba|doing business as|aka|also known as|former name
        former names|short name|nickname|otro nombre|otros nombres|nombre alterno
        nombres alternos|nombre alternativo|nombre comercial|nombres comerciales|nombre corto
        nombre anterior|nombre en ingles|english name|spanish name|name in spanish|alias
        autres noms|autre nom|nom commercial|noms commerciaux|nom usuel|nome fantasia""",
    "acronym": """
        acronym|acronyms|acronimo|siglas|sigla|sigle|acronyme|abbreviation|abreviatura
        abreviacion|initials|iniciales""",
    "address": """
        address|street address|mailing address|physical address|address line|street|addr
        full address|location address|office address|direccion|domicilio|calle|calle y numero
        direccion postal|direccion completa|domicilio social|adresse|adresse civique
        adresse postale|rue|endereco|logradouro|address1|address 1|address line 1""",
    "city": """
        city|town|locality|ciudad|poblacion|localidad|ville|localite|cidade|city of residence
        ciudad de residencia|ciudad en estados unidos|municipio|municipality|municipalite|borough
        city town|ciudad sede|sede|county|condado|comte""",
    "region": """
        region|state|province|estado|provincia|entidad federativa|entidad|departamento|st
        state province|state code|estado de residencia|state of residence|jurisdiction|territory
        province etat|etat|uf|estado en estados unidos|estado provincia""",
    "postal": """
        postal code|postal|postcode|post code|zip|zip code|zipcode|codigo postal|cp|c p|c postal
        code postal|cep|zip postal code""",
    "country": """
        country|country code|country name|pais|pays|nation|pais de residencia|pais sede
        country of residence|pays de residence""",
    "phone": """
        phone|phones|phone number|phone numbers|telephone|telephones|telephone number|tel|tels
        mobile|mobile phone|cell|cell phone|cellphone|contact number|main phone|office phone
        telefono|telefonos|numero de telefono|telefono fijo|telefono celular|telefono movil
        telefono de contacto|telefono de oficina|celular|movil|whatsapp|telephone 1|cellulaire
        numero de telephone|telefone|telefones|fone""",
    "email": """
        email|emails|e mail|e mails|mail|email address|e mail address|contact email|admin emails
        admin email|correo|correos|correo electronico|correos electronicos|correo e
        direccion de correo|direccion electronica|correo de contacto|courriel|courriels
        adresse courriel|adresse electronique|correio eletronico""",
    "website": """
        website|websites|web site|web|web page|webpage|url|urls|homepage|home page|orgurl|site
        internet|link|links|web address|pagina web|paginas web|sitio web|sitio|pagina
        pagina de internet|sitio de internet|portal|liga|enlace|site web|site internet
        lien|facebook|facebook page|pagina de facebook|twitter|instagram|linkedin|youtube|tiktok
        social media|social|redes sociales|red social|reseaux sociaux|redes|pagina facebook
        facebook url|twitter url
        instagram url|twitter handle|x twitter""",
    "description": """
        description|about|about us|summary|mission|mission statement|activities|services
        services offered|descripcion|mision|actividades|actividad|servicios|que hace|quienes somos
        resumen|resena|activites|sommaire|descricao|missao|atividades|purpose statement""",
    "origin": """
        origin|country of origin|countries of origin|origin country|pais de origen
        paises de origen|origen|pays d origine|origine|pais de origem|origem|origin countries
        nacionalidad de los miembros|community served|comunidad nacional""",
    "hometown": """
        hometown|home town|home community|home state|state of origin|municipality of origin
        town of origin|community of origin|comunidad de origen|municipio de origen
        estado de origen|localidad de origen|lugar de origen|pueblo de origen|entidad de origen
        departamento de origen|comunidad|terruno|entidad federativa de origen
        ville d origine|village d origine|municipalite d origine|municipio origen
        estado origen""",
    "objective": """
        objective|objectives|main objective|purpose|goal|goals|objetivo|objetivos
        objetivo principal|objeto social|objeto|proposito|finalidad|fines|objectif|objectifs|but
        objectif principal""",
    "support": """
        support|support given|type of support|kind of support|apoyo|apoyos|tipo de apoyo
        tipos de apoyo|apoyos brindados|proyectos|projects|ayuda|soutien|appui|apoio
        apoyos a la comunidad|obras|proyectos realizados""",
    "language": """
        languages|language|language s|languages spoken|spoken languages|languages served
        service languages|working languages|language of service|idiomas|idioma|idiomas que habla
        idiomas que hablan|idioma de atencion|idiomas de atencion|idioma de trabajo|lengua|lenguas
        langues|langue|langues parlees|langue de service|linguas""",
    "members": """
        members|number of members|membership|member count|no of members|size|miembros
        numero de miembros|no de miembros|num miembros|socios|numero de socios|integrantes
        numero de integrantes|afiliados|membresia|membres|nombre de membres|membros
        numero de membros|cantidad de miembros|total de miembros""",
    "lat": "lat|latitude|latitud|latitudine|y|y coord|coord y|lat dd|geometry lat",
    "lon": "lon|lng|long|longitude|longitud|x|x coord|coord x|lon dd|geometry lon",
    "home": """
        is a home|is home|private home|is a private home|address is a home|address is home
        es casa|es una casa|es hogar|es casa particular|casa particular|direccion es casa
        es vivienda|vivienda particular""",
    "registration_number": """
        registration number|registration no|registration|registry number|register number|ein
        tax id|tax id number|federal tax id|charity number|charity no|business number|bn
        corporation number|company number|numero de registro|no de registro|registro|rfc|cluni|nit
        neq|numero d entreprise|numero d enregistrement|numero fiscal|nif|cnpj|duns|uei
        employer identification number|registro federal de contribuyentes|matricule""",
    "founded": """
        founded|year founded|founding year|year established|established|date established
        date founded|foundation year|foundation date|incorporated|incorporated date
        incorporateddate|date incorporated|incorporation date|year of foundation|inception
        ano de fundacion|fecha de fundacion|fundacion|fundada|fundado
        fecha de constitucion|ano de constitucion|constitucion|ano de creacion|fecha de creacion
        annee de fondation|date de fondation|fondation|annee de creation|date de constitution
        ano de fundacao|fundacao""",
    "contact_attested": """
        contact attested|contact available|has contact|has contact information|contact on file
        contacto disponible|tiene contacto|cuenta con contacto|contacto en archivo""",
}

FIELD_OF: dict[str, tuple[str, int]] = {}
"""A folded header -> its field, and its rank among the field's headers (0 is best)."""

for _field, _words in _SYNONYMS.items():
    for _rank, _header in enumerate(re.split(r"\s*[|\n]\s*", _words.strip())):
        FIELD_OF.setdefault(_header, (_field, _rank))

_NUMBER_AT_END = re.compile(r"(?<=[a-z)\s])\s*\(?(\d{1,2})\)?$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

# About something else than the organization: not even looked at for values that look like ours.
ELSEWHERE = frozenset(
    re.findall(
        r"\w+",
        """
        source sources fuente fuentes reference referencia references logo image imagen
        photo foto file archivo updated
        modified created date fecha fax telecopieur notes notas comment comments comentarios
        status estatus estado type tipo person persona president presidente presidenta
        contact contacto representative representante responsable director directora
        treasurer tesorero secretary secretario signature nationality license licenses
        accreditations category categoria hours horario
        """,
    )
)


def stem(header: str) -> tuple[str, int]:
    """The folded header without the number at its end, and that number (0: none)."""
    words = folded(_CAMEL.sub(" ", header))
    found = _NUMBER_AT_END.search(words)
    if found and words[: found.start()].strip():
        return words[: found.start()].strip(), int(found.group(1))
    return words, 0


def field_of(header: str) -> tuple[str, int] | None:
    """The field that a header names, and how surely (0 is best); None when it names none."""
    words, _number = stem(header)
    whole = folded(header)
    for form in (whole, words, words.replace(" ", ""), _last_key(header)):
        if form in FIELD_OF:
            return FIELD_OF[form]
    return None


def _last_key(header: str) -> str:
    """Of a flattened key (`contact.phone`) its last part."""
    return stem(header.rpartition(".")[2])[0] if "." in header.strip(".") else ""


def is_elsewhere(header: str) -> bool:
    """Whether a header that names no field says that its values are about something else."""
    return not ELSEWHERE.isdisjoint(stem(header)[0].split())
