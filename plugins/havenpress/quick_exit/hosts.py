# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sites that are no good destination, and why.

A host stands for itself and everything below it. The lists are judgement, not measurement:
which addresses an app takes over differs by phone and changes with the app.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# An app installed on many phones claims these addresses: the browser keeps the page that was left.
APPS: Mapping[str, str] = MappingProxyType(
    {
        "youtube.com": "the YouTube app",
        "youtu.be": "the YouTube app",
        "facebook.com": "the Facebook app",
        "instagram.com": "the Instagram app",
        "tiktok.com": "the TikTok app",
        "twitter.com": "the X app",
        "x.com": "the X app",
        "reddit.com": "the Reddit app",
        "whatsapp.com": "the WhatsApp app",
        "wa.me": "the WhatsApp app",
        "t.me": "the Telegram app",
        "snapchat.com": "the Snapchat app",
        "pinterest.com": "the Pinterest app",
        "linkedin.com": "the LinkedIn app",
        "spotify.com": "the Spotify app",
        "netflix.com": "the Netflix app",
        "maps.google.com": "the Maps app",
        "maps.apple.com": "the Maps app",
        "maps.app.goo.gl": "the Maps app",
        "play.google.com": "the Play Store",
        "apps.apple.com": "the App Store",
        "bbc.co.uk": "the BBC apps",
        "bbc.com": "the BBC apps",
    }
)

# These greet their visitor by name, or show what was looked for before.
PERSONAL: Mapping[str, str] = MappingProxyType(
    {
        "google.com": "the account’s picture, searches made before, suggestions from them",
        "google.co.uk": "the account’s picture, searches made before, suggestions from them",
        "bing.com": "the account’s name and searches made before",
        "yahoo.com": "the account’s name and mail",
        "msn.com": "news chosen from what was read before",
        "amazon.com": "the account’s name, and goods looked at before",
        "amazon.co.uk": "the account’s name, and goods looked at before",
        "amazon.de": "the account’s name, and goods looked at before",
        "ebay.com": "the account’s name, and goods looked at before",
        "ebay.co.uk": "the account’s name, and goods looked at before",
        "outlook.com": "mail",
        "live.com": "mail",
        "office.com": "documents",
        "icloud.com": "mail and photographs",
        "github.com": "the account’s work",
    }
)

# Parameters by which a destination counts where its visitors come from.
TRACKING = frozenset(
    {
        "ref", "referrer", "source", "src", "from", "campaign", "cid", "mc_cid", "mc_eid",
        "gclid", "dclid", "fbclid", "msclkid", "igshid", "yclid", "twclid", "ttclid",
    }
)  # fmt: skip
