"""The words of a source, without the markup round them; each keeps the line on which it stands."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel.messages.extract import extract
from babel.messages.pofile import unescape

from sitebuild import packs
from sitebuild.locales import ROOT
from sitebuild.prose.sources import FRONT, Source

OBJECT = "\ufffc"
"""Stands where something was that is not prose, such as code or a number filled in later."""

SETTINGS = frozenset({"language", "direction"})
"""Entries of a language file that are no words; so are those of `search.config`."""

_QUOTED_ON_PURPOSE = re.compile(r'<(\w+)[^>]*class="[^"]*\bmt-bad\b[^"]*"[^>]*>.*?</\1>', re.DOTALL)
_FOREIGN = re.compile(r"<bdi\b[^>]*>.*?</bdi>", re.DOTALL)
_CODE = re.compile(r"^(```|~~~).*?^\1[^\n]*$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
_ADDRESS = re.compile(r"https?://[^\s<>)]+|[\w.+-]+@[\w-]+\.[\w.]+")
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
_MARKUP = re.compile(
    r"<!--.*?-->|</?[A-Za-z][^>]*>"  # comments and tags
    r"|(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)"  # targets of links
    r"|[ \t]*\{:?[ \t]*[#.][^}\n]*\}"  # attribute lists
    r"|\*{1,3}",
    re.DOTALL,
)
_ASIDE = re.compile(r'(?m)^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+[a-z -]+(?:"(.*)")?[ \t]*$')
_SHOWN = re.compile(r"(?m)^(?:title|description):[ \t]*(.*)$|^.*$")
_TRANSLATION = re.compile(r'(?<!msgid ""\n)^msgstr(?:\[\d+\])? ((?:".*"\n?)+)', re.MULTILINE)
_ENTRY = re.compile(r'(?m)^\s*"(?P<key>[\w.]+)": "(?P<words>(?:[^"\\]|\\.)*)",?$')


@dataclass(frozen=True)
class Text:
    """Words that a reader sees; `own` is without those marked as foreign. Both keep the line breaks."""

    path: str
    locale: str
    words: str
    own: str
    first: int = 1

    def line(self, offset: int) -> int:
        """The line of the file on which the word at an offset stands (in a catalog, its entry's first)."""
        return self.first + self.words.count("\n", 0, offset)


def read(source: Source) -> Iterator[Text]:
    """All texts of a source, whatever kind of file it is."""
    kinds = {"md": _article, "po": _catalog, "html": _strings, "yaml": _pack, "py": _wording}
    for first, markup in kinds[source.kind](source):
        words, own = _bare(markup), _bare(_FOREIGN.sub(_gap, markup))
        yield Text(source.path, source.locale, words, own, first)


def _article(source: Source) -> Iterator[tuple[int, str]]:
    content = FRONT.sub(lambda front: _SHOWN.sub(r"\1", front.group()), source.content)
    yield 1, _ASIDE.sub(r"\1", content)


def _catalog(source: Source) -> Iterator[tuple[int, str]]:
    for match in _TRANSLATION.finditer(source.content):
        words = "".join(unescape(line) for line in match[1].splitlines())
        yield _line(source, match.start()), _flat(words)


def entries(source: Source) -> Iterator[tuple[int, str, str]]:
    """The lines, keys and words of a language file, settings aside."""
    for match in _ENTRY.finditer(source.content):
        if match["key"] not in SETTINGS and not match["key"].startswith("search.config"):
            yield _line(source, match.start("key")), match["key"], match["words"]


def _strings(source: Source) -> Iterator[tuple[int, str]]:
    return ((line, words) for line, _, words in entries(source))


def _pack(source: Source) -> Iterator[tuple[int, str]]:
    for message in packs.messages(packs.read(ROOT / source.path)):
        yield message.line, _flat(message.text)


def _wording(source: Source) -> Iterator[tuple[int, str]]:
    for line, message, _, _ in extract("python", io.BytesIO(source.content.encode())):
        for form in (message,) if isinstance(message, str) else message:
            yield line, _flat(form)


def _line(source: Source, offset: int) -> int:
    return source.content.count("\n", 0, offset) + 1


def _flat(words: str) -> str:
    return _PLACEHOLDER.sub(OBJECT, words).replace("\n", " ")


def _bare(markup: str) -> str:
    """What is left to read: markup goes without a trace, other things leave a mark, line breaks stay."""
    for pattern in (_QUOTED_ON_PURPOSE, _CODE, _ADDRESS):
        markup = pattern.sub(_gap, markup)
    return _MARKUP.sub(lambda match: "\n" * match.group().count("\n"), markup)


def _gap(match: re.Match[str]) -> str:
    return OBJECT + "\n" * match.group().count("\n")
