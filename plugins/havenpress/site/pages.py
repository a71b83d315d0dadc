# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages that no writer writes: a home page and a list of posts for each language, a site map."""

from __future__ import annotations

from typing import Any

from pelican.generators import Generator

from .project import Project


class SitePages(Generator):
    """A Pelican generator of the home pages, the site map, and the other languages’ lists."""

    @property
    def project(self) -> Project:
        """The run that these pages belong to."""
        return self.settings["HAVENPRESS"]

    def generate_output(self, writer: Any) -> None:
        """Write the pages."""
        for language in self.project.site.languages:
            folder = self.project.site.folder(language)
            posts = posts_in(self.context, language)
            self._write(writer, f"{folder}index.html", "home", language, articles=posts)
            self._write(writer, f"{folder}map/index.html", "map", language, articles=posts)
            if folder:
                self._write_posts(writer, f"{folder}posts/index.html", language, posts)

    def _write_posts(self, writer: Any, name: str, language: str, posts: list[Any]) -> None:
        """Write a list as Pelican writes that of the first language, on several pages."""
        self._write(
            writer,
            name,
            "index",
            language,
            template_name="index",
            paginated={"articles": posts},
            page_name=name.removesuffix("/index.html"),
        )

    def _write(self, writer: Any, name: str, template: str, language: str, **names: object) -> None:
        writer.write_file(
            name,
            self.get_template(template),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            override_output=True,
            url=name.removesuffix("index.html"),
            lang=language,
            alternates=self._alternates(name, language),
            **names,
        )

    def _alternates(self, name: str, language: str) -> list[tuple[str, str]]:
        """Return (language, path) of the same page in every language of the site."""
        bare = name.removesuffix("index.html").removeprefix(f"{language}/")
        site = self.project.site
        return [(other, site.folder(other) + bare) for other in site.languages]


def posts_in(context: dict[str, Any], language: str) -> list[Any]:
    """Return the posts of one language, translations among them, the newest first."""
    originals = context.get("articles", [])
    everything = [post for original in originals for post in (original, *original.translations)]
    mine = [post for post in everything if post.lang == language]
    return sorted(mine, key=lambda post: (post.date, post.slug), reverse=True)
