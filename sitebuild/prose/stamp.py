"""``python -m sitebuild.prose.stamp [PAGE…]`` notes in revised pages what they were written from.

Without a PAGE (``docs/bn/learn/lead.md``) it stamps every page that is not up to date.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from sitebuild.catalogs import SOURCE_LANGUAGE
from sitebuild.locales import ROOT, load
from sitebuild.prose import freshness, pages, sources
from sitebuild.prose.sources import FRONT

_SOURCE = re.compile(r"^source:.*\n", re.MULTILINE)
_REVIEWED = re.compile(r"^reviewed:.*\n", re.MULTILINE)


class StampError(Exception):
    """Pages that cannot be stamped, one a line, each with the reason."""


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Stamp the named pages, or all that are stale, and say so; 1 if one cannot be stamped."""
    try:
        said = list(stamp(arguments, root))
    except StampError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.writelines(f"{line}\n" for line in said or ["every page is up to date"])
    return 0


def stamp(names: Iterable[str], root: Path = ROOT) -> Iterator[str]:
    """Write the stamps of some pages (of all, if none is named), and say what was stamped with what.

    StampError before anything is written, if a name is no page's, or a page has no outline or front matter.
    """
    found = {source.path: source for locale in load() for source in sources.articles(locale.code, root)}
    english = [source for source in found.values() if source.locale == SOURCE_LANGUAGE]
    originals = freshness.originals(english, root / "outlines")
    wanted = [Path(name).as_posix().removeprefix(f"{root.as_posix()}/") for name in names] or sorted(found)
    if amiss := list(_amiss(wanted, found, originals)):
        raise StampError("\n".join(amiss))
    for path in wanted:
        yield from _stamp(found[path], originals, root)


def _amiss(
    wanted: Iterable[str], found: dict[str, sources.Source], originals: freshness.Originals
) -> Iterator[str]:
    for path in wanted:
        if path not in found:
            yield f"{path}: no such page; name it from the project's root, as docs/bn/learn/lead.md"
        elif sources.name(found[path]) not in originals.outlines:
            yield f"{path}:1: has no outline; write outlines/{sources.name(found[path])} first"
        elif not FRONT.match(found[path].content):
            yield f"{path}:1: has no front matter; write title and description between two --- first"


def _stamp(source: sources.Source, originals: freshness.Originals, root: Path) -> Iterator[str]:
    page = pages.read(source)
    if freshness.is_current(source.locale, page, originals):
        return
    line = freshness.written(originals.stamp(source.locale, page.name))
    (root / source.path).write_bytes(_with(source.content, line).encode())
    yield f"{source.path}: {line}"
    if "reviewed" in page.front:
        yield f"{source.path}: took out the review of the text as it was ({page.front['reviewed']})"


def _with(content: str, line: str) -> str:
    """The page with that line as the last of its front matter, and without a review of what it said."""
    return FRONT.sub(
        lambda front: f"---\n{_REVIEWED.sub('', _SOURCE.sub('', front['fields']))}{line}\n---\n",
        content,
        count=1,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
