# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every word that the quick exit shows or speaks, by language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# What each text is for. The keys are the same in all languages.
PURPOSES: Mapping[str, str] = MappingProxyType(
    {
        "label": "the words on the control; its first impression on a narrow phone",
        "keys": "how to leave by keyboard; shown only where there is a script to hear it",
        "keys_escape": "the same where Esc leaves too",
        "limits": "what leaving does not do, beside the control",
        "more": "the link to the safety page",
        "title": "what the tab is called while the destination loads, and on a covered page",
        "show": "the button on a covered page",
        "two": "said after the first press",
        "one": "said after the second press",
        "cancelled": "said when the presses no longer count",
        "skip": "the skip link, where a theme has none",
    }
)

TEXTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "label": "Leave this site",
            "keys": "Or press Shift three times.",
            "keys_escape": "Or press Shift or Esc three times.",
            "limits": "This does not delete your history.",
            "more": "What it can and cannot do",
            "title": "New tab",
            "show": "Show this page",
            "two": "Press 2 more times to leave",
            "one": "Press 1 more time to leave",
            "cancelled": "Stopped. You are still on this site",
            "skip": "Skip to main content",
        },
        "es": {
            "label": "Salir de esta web",
            "keys": "O pulse Mayús tres veces.",
            "keys_escape": "O pulse Mayús o Esc tres veces.",
            "limits": "Esto no borra su historial.",
            "more": "Qué puede hacer y qué no",
            "title": "Nueva pestaña",
            "show": "Mostrar esta página",
            "two": "Pulse 2 veces más para salir",
            "one": "Pulse 1 vez más para salir",
            "cancelled": "Cancelado. Sigue en esta web",
            "skip": "Ir al contenido principal",
        },
        "fr": {
            "label": "Quitter ce site",
            "keys": "Ou appuyez trois fois sur Maj.",
            "keys_escape": "Ou appuyez trois fois sur Maj ou Échap.",
            "limits": "Cela n’efface pas votre historique.",
            "more": "Ce que cela fait et ne fait pas",
            "title": "Nouvel onglet",
            "show": "Afficher cette page",
            "two": "Appuyez encore 2 fois pour quitter",
            "one": "Appuyez encore 1 fois pour quitter",
            "cancelled": "Annulé. Vous êtes toujours sur ce site",
            "skip": "Aller au contenu principal",
        },
        "de": {
            "label": "Seite verlassen",
            "keys": "Oder drücken Sie dreimal die Umschalttaste.",
            "keys_escape": "Oder drücken Sie dreimal Umschalt oder Esc.",
            "limits": "Ihr Verlauf wird dabei nicht gelöscht.",
            "more": "Was das kann und was nicht",
            "title": "Neuer Tab",
            "show": "Diese Seite zeigen",
            "two": "Noch 2-mal drücken zum Verlassen",
            "one": "Noch 1-mal drücken zum Verlassen",
            "cancelled": "Abgebrochen. Sie sind noch auf dieser Seite",
            "skip": "Zum Inhalt springen",
        },
        "ar": {
            "label": "غادر هذا الموقع",
            "keys": "أو اضغط Shift ثلاث مرات.",
            "keys_escape": "أو اضغط Shift أو Esc ثلاث مرات.",
            "limits": "هذا لا يمسح سجل التصفح.",
            "more": "ما يفعله وما لا يفعله",
            "title": "علامة تبويب جديدة",
            "show": "إظهار هذه الصفحة",
            "two": "اضغط مرتين أخريين للمغادرة",
            "one": "اضغط مرة أخرى للمغادرة",
            "cancelled": "أُلغي. ما زلت في هذا الموقع",
            "skip": "انتقل إلى المحتوى الرئيسي",
        },
    }
)

# Words that promise what nobody can keep, with the reason that a writer is told. Those of several
# words promise by what they deny: “no trace”.
PROMISES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "untraceable": "software on the device, the network and the destination can all tell",
            "anonymous": "the network and the site’s host still see the visit",
            "anonymously": "the network and the site’s host still see the visit",
            "undetectable": "software on the device, the network and the destination can all tell",
            "erase": "no web page can remove anything from a browser’s history",
            "erases": "no web page can remove anything from a browser’s history",
            "deletes": "no web page can remove anything from a browser’s history",
            "wipes": "no web page can remove anything from a browser’s history",
            "hide": "the address is still in the history and may be on a screen recording",
            "hides": "the address is still in the history and may be on a screen recording",
            "secret": "whoever watches the device sees what its reader sees",
            "secretly": "whoever watches the device sees what its reader sees",
            "safe": "leaving a page does not make anybody safe",
            "no trace": "software on the device, the network and the destination can all tell",
            "no traces": "software on the device, the network and the destination can all tell",
            "without a trace": "software on the device, the network and the destination can all tell",
        },
        "es": {
            "anónimo": "la red y el servidor siguen viendo la visita",
            "anónima": "la red y el servidor siguen viendo la visita",
            "irrastreable": "un programa en el dispositivo, la red y el destino pueden saberlo",
            "borra": "ninguna página puede quitar nada del historial",
            "borrar": "ninguna página puede quitar nada del historial",
            "elimina": "ninguna página puede quitar nada del historial",
            "oculta": "la dirección sigue en el historial",
            "ocultar": "la dirección sigue en el historial",
            "secreto": "quien vigila el dispositivo ve lo mismo que usted",
            "secreta": "quien vigila el dispositivo ve lo mismo que usted",
            "seguro": "salir de una página no pone a nadie a salvo",
            "segura": "salir de una página no pone a nadie a salvo",
            "sin rastro": "un programa en el dispositivo, la red y el destino pueden saberlo",
            "sin dejar rastro": "un programa en el dispositivo, la red y el destino pueden saberlo",
            "no deja rastro": "un programa en el dispositivo, la red y el destino pueden saberlo",
            "ningún rastro": "un programa en el dispositivo, la red y el destino pueden saberlo",
        },
        "fr": {
            "anonyme": "le réseau et l’hébergeur voient toujours la visite",
            "intraçable": "un logiciel sur l’appareil, le réseau et la destination peuvent le savoir",
            "efface": "aucune page ne peut retirer quoi que ce soit de l’historique",
            "supprime": "aucune page ne peut retirer quoi que ce soit de l’historique",
            "cache": "l’adresse reste dans l’historique",
            "secret": "qui surveille l’appareil voit ce que vous voyez",
            "sûr": "quitter une page ne met personne à l’abri",
            "sûre": "quitter une page ne met personne à l’abri",
            "sans trace": "un logiciel sur l’appareil, le réseau et la destination peuvent le savoir",
            "sans laisser de trace": "un logiciel sur l’appareil, le réseau et la destination peuvent le savoir",
            "ne laisse aucune trace": "un logiciel sur l’appareil, le réseau et la destination peuvent le savoir",
            "ne laisse pas de trace": "un logiciel sur l’appareil, le réseau et la destination peuvent le savoir",
        },
        "de": {
            "anonym": "Netz und Server sehen den Besuch weiterhin",
            "löscht": "keine Seite kann etwas aus dem Verlauf entfernen",
            "spurlos": "ein Programm auf dem Gerät, das Netz und das Ziel können es wissen",
            "versteckt": "die Adresse steht weiter im Verlauf",
            "geheim": "wer das Gerät überwacht, sieht, was Sie sehen",
            "sicher": "eine Seite zu verlassen, macht niemanden sicher",
            "keine spur": "ein Programm auf dem Gerät, das Netz und das Ziel können es wissen",
            "keine spuren": "ein Programm auf dem Gerät, das Netz und das Ziel können es wissen",
            "ohne spuren": "ein Programm auf dem Gerät, das Netz und das Ziel können es wissen",
        },
        "ar": {
            "مجهول": "ما زالت الشبكة والخادم يريان الزيارة",
            "يمسح": "لا تستطيع أي صفحة إزالة شيء من سجل المتصفح",
            "يحذف": "لا تستطيع أي صفحة إزالة شيء من سجل المتصفح",
            "يخفي": "يبقى العنوان في السجل",
            "سري": "من يراقب الجهاز يرى ما تراه",
            "آمن": "مغادرة صفحة لا تجعل أحدًا في أمان",
            "بلا أثر": "يمكن لبرنامج على الجهاز وللشبكة وللوجهة أن تعرف",
            "دون أثر": "يمكن لبرنامج على الجهاز وللشبكة وللوجهة أن تعرف",
            "لا يترك أي أثر": "يمكن لبرنامج على الجهاز وللشبكة وللوجهة أن تعرف",
        },
    }
)


def texts_for(lang: str, own: Mapping[str, Mapping[str, str]] | None = None) -> dict[str, str]:
    """Return the texts of a language, ``own`` before ours, ``pt`` for ``pt-BR``; raises KeyError."""
    merged: dict[str, str] = {}
    for known in (base_language(lang), lang.lower()):
        merged |= TEXTS.get(known, {})
        merged |= {key: text for key, text in (own or {}).get(known, {}).items() if text}
    missing = [key for key in PURPOSES if key not in merged]
    if missing:
        raise KeyError(f"no {', '.join(missing)} in “{lang}”")
    return merged


def base_language(lang: str) -> str:
    """Return the primary subtag of a language tag, in lower case."""
    return lang.lower().replace("_", "-").split("-")[0]
