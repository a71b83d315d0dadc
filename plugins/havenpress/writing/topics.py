# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a content note can name: a fixed list, so that notes stay short and mean one thing.

Source: Bridgland, Jones and Bellet 2023 (doi 10.1177/21677026231186625): a note alone does not
lessen distress, so each comes with a way round.
"""

from __future__ import annotations

TOPICS: dict[str, dict[str, str]] = {
    "sexual-violence": {"en": "Sexual violence", "es": "Violencia sexual"},
    "physical-violence": {"en": "Physical violence", "es": "Violencia física"},
    "control": {"en": "Control and threats", "es": "Control y amenazas"},
    "drugs-and-alcohol": {"en": "Drugs and alcohol", "es": "Drogas y alcohol"},
    "medical-exams": {"en": "Medical examinations", "es": "Exámenes médicos"},
    "suicide-and-self-harm": {
        "en": "Suicide and self-harm",
        "es": "Suicidio y autolesiones",
    },
    "children": {"en": "Harm to children", "es": "Daño a menores"},
    "pregnancy": {"en": "Pregnancy and loss", "es": "Embarazo y pérdida"},
    "police": {"en": "Police and courts", "es": "Policía y tribunales"},
    "immigration": {"en": "Immigration and deportation", "es": "Inmigración y deportación"},
}


def topic_text(topic: str, language: str) -> str:
    """Return the words of a topic in a language, else in English."""
    texts = TOPICS[topic]
    return texts.get(language, texts["en"])
