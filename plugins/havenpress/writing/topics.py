# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a content note can name: a fixed list, so that notes stay short and mean one thing.

Source: Bridgland, Jones and Bellet 2023 (doi 10.1177/21677026231186625): a note alone does not
lessen distress, so each comes with a way round.
"""

from __future__ import annotations

TOPICS: dict[str, dict[str, str]] = {
    "sexual-violence": {
        "en": "Sexual violence",
        "es": "Violencia sexual",
        "fr": "Violences sexuelles",
        "ar": "العنف الجنسي",
    },
    "physical-violence": {
        "en": "Physical violence",
        "es": "Violencia física",
        "fr": "Violences physiques",
        "ar": "العنف الجسدي",
    },
    "control": {
        "en": "Control and threats",
        "es": "Control y amenazas",
        "fr": "Emprise et menaces",
        "ar": "السيطرة والتهديد",
    },
    "drugs-and-alcohol": {
        "en": "Drugs and alcohol",
        "es": "Drogas y alcohol",
        "fr": "Drogues et alcool",
        "ar": "المخدرات والكحول",
    },
    "medical-exams": {
        "en": "Medical examinations",
        "es": "Exámenes médicos",
        "fr": "Examens médicaux",
        "ar": "الفحوص الطبية",
    },
    "suicide-and-self-harm": {
        "en": "Suicide and self-harm",
        "es": "Suicidio y autolesiones",
        "fr": "Suicide et automutilation",
        "ar": "الانتحار وإيذاء النفس",
    },
    "children": {
        "en": "Harm to children",
        "es": "Daño a menores",
        "fr": "Violences faites aux enfants",
        "ar": "إيذاء الأطفال",
    },
    "pregnancy": {
        "en": "Pregnancy and loss",
        "es": "Embarazo y pérdida",
        "fr": "Grossesse et perte",
        "ar": "الحمل وفقدانه",
    },
    "police": {
        "en": "Police and courts",
        "es": "Policía y tribunales",
        "fr": "Police et tribunaux",
        "ar": "الشرطة والمحاكم",
    },
    "immigration": {
        "en": "Immigration and deportation",
        "es": "Inmigración y deportación",
        "fr": "Immigration et expulsion",
        "ar": "الهجرة والترحيل",
    },
}


def topic_text(topic: str, language: str) -> str:
    """Return the words of a topic in a language, else in English."""
    texts = TOPICS[topic]
    return texts.get(language.split("-")[0], texts["en"])
