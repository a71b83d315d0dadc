# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pelican's settings for every Havenpress site; what an organisation decides is in site.yaml.

The build passes in the project; plain ``pelican`` makes one of its own for ``content/``.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))

from havenpress import catalogue, components, images, site, writing
from havenpress.clock import read_clock
from havenpress.components.compiled import COMPILED
from havenpress.site import Project
from jinja2 import StrictUndefined

HAVENPRESS: Project = globals().get("PROJECT") or Project.read(
    ROOT / "content", ROOT / "output", read_clock(None)
)
SITE = HAVENPRESS.site

# Module objects: a name that does not import is only logged by Pelican, and the site is written
# without it. An import that fails here stops the build before the first page.
PLUGINS = [site, components, writing, images, catalogue]

# --- folders
PATH = str(HAVENPRESS.content)
OUTPUT_PATH = str(HAVENPRESS.output)
ARTICLE_PATHS = ["posts"]
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []  # pictures are made anew by havenpress.images, never copied
USE_FOLDER_AS_CATEGORY = False
OUTPUT_SOURCES = False  # a source file holds drafts and notes
DELETE_OUTPUT_DIRECTORY = False  # the build writes into an empty folder of its own
LOAD_CONTENT_CACHE = False
CACHE_CONTENT = False

# --- what is read: Markdown with our front matter, nothing else
READERS = {"html": None, "htm": None, "rst": None, "markdown": None, "mkd": None, "mdown": None}
IGNORE_FILES = [".*"]  # what an operating system or an editor keeps beside the texts
FORMATTED_FIELDS: list[str] = []
DEFAULT_METADATA: dict[str, str] = {}
DEFAULT_DATE = None  # the file system's time differs from clone to clone
FILENAME_METADATA = r"(?!)"
TYPOGRIFY = False
ARTICLE_TRANSLATION_ID = "translation_key"
PAGE_TRANSLATION_ID = "translation_key"
ARTICLE_ORDER_BY = "reversed-date"

# --- drafts: Pelican would write them to a folder that anybody can guess
WITH_FUTURE_DATES = HAVENPRESS.drafts
DRAFT_SAVE_AS = DRAFT_URL = ""
DRAFT_LANG_SAVE_AS = DRAFT_LANG_URL = ""
DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_URL = ""
DRAFT_PAGE_LANG_SAVE_AS = DRAFT_PAGE_LANG_URL = ""

# --- the same bytes wherever and whenever it is built
TIMEZONE = SITE.timezone
LOCALE = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "C"]
DEFAULT_DATE_FORMAT = "%Y-%m-%d"  # what readers see is made by Babel, by language
DEFAULT_LANG = SITE.language

# --- the site
SITENAME = str(SITE.name[SITE.language])
SITEURL = ""
RELATIVE_URLS = True  # one output works on any host, in any folder, and in the preview
AUTHOR = None

# --- theme: every template is ours or the organisation's; every name must exist
THEME = str(ROOT / "theme")
THEME_STATIC_DIR = "theme"
THEME_STATIC_PATHS = ["static"]
THEME_TEMPLATES_OVERRIDES = [str(HAVENPRESS.content / "overrides")]
JINJA_ENVIRONMENT = {
    "autoescape": True,  # a title or a catalogue entry is text, whatever signs are in it
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [],
    "bytecode_cache": COMPILED,
}
DIRECT_TEMPLATES = ["index", "categories", "tags", "archives", "404"]
PAGINATED_TEMPLATES = {"index": None, "category": None, "tag": None}
DEFAULT_PAGINATION = 12

# --- addresses
ARTICLE_URL = "posts/{slug}/"
ARTICLE_SAVE_AS = "posts/{slug}/index.html"
ARTICLE_LANG_URL = "{lang}/posts/{slug}/"
ARTICLE_LANG_SAVE_AS = "{lang}/posts/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
PAGE_LANG_URL = "{lang}/{slug}/"
PAGE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
CATEGORY_URL = "category/{slug}/"
CATEGORY_SAVE_AS = "category/{slug}/index.html"
TAG_URL = "tag/{slug}/"
TAG_SAVE_AS = "tag/{slug}/index.html"
INDEX_SAVE_AS = "posts/index.html"
CATEGORIES_SAVE_AS = "category/index.html"
TAGS_SAVE_AS = "tag/index.html"
ARCHIVES_SAVE_AS = "archive/index.html"
# Staff names are nobody's business by default, and a page for each month helps no reader.
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ""
YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""
# Pelican's default would write page 3 of tag “x1” where page 1 of tag “x13” stands.
PAGINATION_PATTERNS = [
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]

# --- feeds need an absolute address; publishconf.py has it
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
