"""Whether a page still says what it was written from: its outline and, in a translation, the English page.

The front matter keeps a fingerprint of each: ``source: page 3fa94c01, outline 88b2d0c4``. The outline of
``docs/<locale>/learn/lead.md`` is ``outlines/learn/lead.md``; every page has one at its own path.
"""

import datetime
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitebuild.catalogs import SOURCE_LANGUAGE
from sitebuild.locales import ROOT
from sitebuild.prose.pages import Page
from sitebuild.prose.problems import Problem
from sitebuild.prose.sources import FRONT, Source, name

OUTLINES = ROOT / "outlines"

type Stamp = Mapping[str, str]
"""The fingerprint of each thing that a page is written from, by `page` and `outline`."""

_ABOUT_THE_PAGE = re.compile(r"^(?:source|reviewed):.*\n", re.MULTILINE)
_STAMPED = re.compile(r"\b(page|outline) ([0-9a-f]{8})\b")
_REVIEW = re.compile(r"(?P<name>.*\S), (?P<date>\d{4}-\d\d-\d\d)")


@dataclass(frozen=True)
class Originals:
    """Fingerprints of all outlines and of all English pages, by the page's path within its locale."""

    outlines: Mapping[str, str]
    pages: Mapping[str, str]

    def stamp(self, locale: str, page: str) -> Stamp:
        """What a page would be written from today; English pages have their outline only."""
        found = {} if locale == SOURCE_LANGUAGE else {"page": self.pages.get(page)}
        found["outline"] = self.outlines.get(page)
        return {part: value for part, value in found.items() if value}


@dataclass(frozen=True)
class Review:
    """The native speaker who has read a page, and when."""

    name: str
    date: datetime.date


def originals(english: Iterable[Source], outlines: Path = OUTLINES) -> Originals:
    """The fingerprints of some English sources, and of the outlines in a folder."""
    texts = {
        path.relative_to(outlines).as_posix(): path.read_text("utf-8") for path in outlines.rglob("*.md")
    }
    return Originals(
        {page: fingerprint(text) for page, text in texts.items()},
        {name(source): fingerprint(source.content) for source in english if source.kind == "md"},
    )


def fingerprint(text: str) -> str:
    """Eight hexadecimal digits that change with any word; what a page notes about itself does not count."""
    said = FRONT.sub(lambda front: _ABOUT_THE_PAGE.sub("", front.group()), text)
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def stamped(page: Page) -> Stamp:
    """What a page was written from, by its own word."""
    return dict(_STAMPED.findall(str(page.front.get("source", ""))))


def written(stamp: Stamp) -> str:
    """A stamp as it stands in the front matter."""
    return "source: " + ", ".join(f"{part} {value}" for part, value in stamp.items())


def is_current(locale: str, page: Page, held_to: Originals) -> bool:
    """Whether nothing that the page is written from has changed since."""
    today = held_to.stamp(locale, page.name)
    return "outline" in today and stamped(page) == today


def stale(locale: str, page: Page, held_to: Originals) -> Iterator[Problem]:
    """What of a page's originals has changed, and the command to run when the page says the same again."""
    today, then = held_to.stamp(locale, page.name), stamped(page)
    line, cure = page.front_line("source"), f'run `make stamp PAGES="{page.path}"`'
    if "outline" not in today:
        yield Problem(page.path, 1, f"has no outline; write outlines/{page.name}, then {cure}")
    elif not then:
        yield Problem(
            page.path, line, f"no source is noted; see that it says all of its outline, then {cure}"
        )
    elif then != today:
        changed = " and ".join(
            _called(part, page) for part in ("page", "outline") if _differ(part, today, then)
        )
        yield Problem(page.path, line, f"stale: {changed} changed since; revise this page, then {cure}")


def review(page: Page) -> Review | None:
    """The review that a page notes, if it notes one as it should."""
    match = _REVIEW.fullmatch(str(page.front.get("reviewed", "")))
    try:
        return Review(match["name"], datetime.date.fromisoformat(match["date"])) if match else None
    except ValueError:
        return None


def unclear_review(page: Page) -> Iterator[Problem]:
    """A review without the reader's name or without a date."""
    noted = page.front.get("reviewed")
    if noted is not None and review(page) is None:
        cure = "expected a native speaker's name and the day: `reviewed: Name, 2026-01-31`"
        yield Problem(page.path, page.front_line("reviewed"), f"found {str(noted)!r}; {cure}")


def _differ(part: str, today: Stamp, then: Stamp) -> bool:
    return today.get(part) != then.get(part)


def _called(part: str, page: Page) -> str:
    places = {"page": f"the English page (docs/{SOURCE_LANGUAGE}/", "outline": "the outline (outlines/"}
    return f"{places[part]}{page.name})"
