# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people call the fields of an entry in Spanish, French, German, Portuguese, Italian and others.

The names of fields are English in every catalogue; whoever writes one in their own language is
told which it is.
"""

from __future__ import annotations

from dataclasses import replace

from ...source.model import Field

NAMES = {
    "organization": "organización organizacion organisation organisme träger traeger organização organizzazione organizacja organisatie المنظمة",
    "name": "nombre nom nome titel bezeichnung nazwa naam الاسم",
    "description": "descripción descripcion descriptif beschreibung descrição descrizione opis beschrijving الوصف",
    "status": "estado statut état etat zustand stato stan الحالة",
    "categories": "categorías categorias catégories kategorien categorie kategorie categorieën",
    "needs": "necesidades besoins bedürfnisse bedarf necessidades",
    "minimum_age": "edad_mínima edad_minima âge_minimum age_minimum mindestalter idade_mínima",
    "maximum_age": "edad_máxima edad_maxima âge_maximum age_maximum höchstalter idade_máxima",
    "languages": "idiomas lenguas langues sprachen línguas lingue języki talen اللغات",
    "required_documents": "documentos documentos_necesarios unterlagen dokumente",
    "cost": "coste costo precio coût prix kosten preis custo koszt التكلفة",
    "phones": "teléfonos telefonos teléfono telefono téléphones téléphone telefon telefonnummern telefones telefoni telefony telefoon الهاتف",
    "email": "correo correo_electrónico correo_electronico courriel e_mail_adresse",
    "url": "página pagina sitio_web site_web webseite internetseite",
    "hours": "horario horarios horaires öffnungszeiten oeffnungszeiten sprechzeiten horário orari orario godziny openingstijden المواعيد",
    "areas": "zonas áreas zones secteurs gebiete regionen",
    "locations": "lugares direcciones direccion dirección lieux adresses adresse orte standorte endereço indirizzo adres",
    "safety": "seguridad sécurité securite sicherheit segurança sicurezza bezpieczeństwo veiligheid",
    "verification": "verificación verificacion vérification prüfung pruefung verificação verifica weryfikacja",
}


def with_names_abroad(field: Field) -> Field:
    """Return a field that is known by what it is called in other languages, too."""
    return replace(field, also=(*field.also, *NAMES.get(field.name, "").split()))
