"""What the build adds to each entry of the page Words: its other names, and its name in other languages."""

import re
from collections.abc import Mapping
from html import escape

from sitebuild.locales import Locale, load
from sitebuild.words.glossary import Term

_ENTRY = re.compile(r'<h3 id="(?P<concept>[\w-]+)">.*?</h3>\s*<p>.*?</p>', re.DOTALL)


def complete(html: str, locale: Locale, terms: Mapping[str, Term], *, also: str) -> str:
    """The page's HTML with a list below each entry; `also` says "also called" in the page's language."""

    def add(match: re.Match[str]) -> str:
        term = terms.get(match["concept"])
        return f"{match[0]}\n{_list(term, locale, also)}" if term else match[0]

    return _ENTRY.sub(add, html)


def _list(term: Term, locale: Locale, also: str) -> str:
    variants = " · ".join(escape(name) for name in term.variants[locale.code])
    own = f'<div class="names__own"><dt>{also}</dt><dd>{variants}</dd></div>' if variants else ""
    others = "".join(_row(other, term) for other in load() if other != locale)
    return f'<dl class="names">{own}{others}</dl>'


def _row(other: Locale, term: Term) -> str:
    name = f'<dt lang="{other.language}" dir="{other.direction}">{other.name}</dt>'
    word = f'<dd lang="{other.language}" dir="{other.direction}">{escape(term.names[other.code])}</dd>'
    return f"<div>{name}{word}</div>"
