"""What becomes of a page's HTML between Markdown and template: ids, tables, boxes, addresses elsewhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from typing import Literal

from mkdocs.utils import get_relative_url

from sitebuild.locales import Locale, load

COMPARISON = re.compile(r'(<div class="compare">\s*)(<table>.*?</table>)', re.DOTALL)
ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<(t[hd])([^>]*)>(.*?)</t[hd]>", re.DOTALL)
ALIGNMENT = re.compile(r'(<t[hd])\s+style="text-align:\s*(left|right|center);?"')
SIDES = {"left": "start", "center": "center", "right": "end"}
ANSWERED = re.compile(r'<div class="yes-no-unknown">.*?</div>', re.DOTALL)
ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
SIMULATOR = re.compile(r"<funnel-simulator(?P<attributes>[^>]*)>")
TAG = re.compile(r"<[^>]+>")

SimulatorUse = Literal["whole", "decision"]


@dataclass(frozen=True)
class Alternate:
    """The same page in another language, or the default for readers of none of ours (no locale)."""

    locale: Locale | None
    hreflang: str
    link: str
    address: str


def heading_id(title: str, separator: str) -> str:
    """The id of a heading that has none of its own: the page's h1, alike in every language."""
    return "title"


def alternates(url: str, current: Locale, site_url: str | None) -> list[Alternate]:
    """A page in every locale: links from it, and absolute ones for search engines if the host is known."""
    bare = url.removeprefix(current.prefix)
    rows = [(locale, locale.language, locale.prefix + bare) for locale in load()]
    everybody = [*rows, (None, "x-default", bare)]
    return [_alternate(locale, tag, target, url, site_url) for locale, tag, target in everybody]


def simulator_use(html: str) -> SimulatorUse | None:
    """Whether a page holds the whole simulator, a single decision, or neither."""
    uses = [
        "decision" if "decision=" in match["attributes"] else "whole" for match in SIMULATOR.finditer(html)
    ]
    if "whole" in uses:
        return "whole"
    return "decision" if uses else None


def answer_boxes(html: str, words: Iterable[str]) -> str:
    """Put one box a word behind each item of the checklist's questions."""
    boxes = "".join(f"<span>{word}</span>" for word in words)
    item = rf'<li><span>\1</span><span class="answers">{boxes}</span></li>'
    return ANSWERED.sub(lambda match: ITEM.sub(item, match[0]), html)


def tidy_tables(html: str) -> str:
    """Comparisons readable as cards on a phone; alignment as classes, since the policy forbids styles."""
    html = COMPARISON.sub(lambda match: match[1] + _label_cells(match[2]), html)
    return ALIGNMENT.sub(lambda match: f'{match[1]} class="align-{SIDES[match[2]]}"', html)


def _alternate(locale: Locale | None, tag: str, target: str, url: str, site_url: str | None) -> Alternate:
    link = get_relative_url(target, url) or "./"
    return Alternate(locale, tag, link, f"{site_url.rstrip('/')}/{target}" if site_url else link)


def _label_cells(table: str) -> str:
    """Give every cell the words of its column, and make the first cell of a row its header."""
    head, *rows = ROW.findall(table)
    labels = [_plain(content) for _, _, content in CELL.findall(head)]
    # The explicit roles keep the table a table where the style turns its rows into cards.
    parts = ['<table role="table"><thead role="rowgroup"><tr role="row">', _head_cells(head), "</tr></thead>"]
    parts.append('<tbody role="rowgroup">')
    parts.extend(f'<tr role="row">{_body_cells(row, labels)}</tr>' for row in rows)
    return "".join([*parts, "</tbody></table>"])


def _head_cells(row: str) -> str:
    return "".join(
        f'<th{attributes} role="columnheader" scope="col">{content}</th>'
        for _, attributes, content in CELL.findall(row)
    )


def _body_cells(row: str, labels: list[str]) -> str:
    (_, attributes, first), *others = CELL.findall(row)
    cells = [f'<th{attributes} role="rowheader" scope="row">{first}</th>']
    cells.extend(
        f'<td{attributes} role="cell" data-label="{label}">{content}</td>'
        for label, (_, attributes, content) in zip(labels[1:], others, strict=True)
    )
    return "".join(cells)


def _plain(html: str) -> str:
    return unescape(TAG.sub("", html)).strip().replace("&", "&amp;").replace('"', "&quot;")
