"""What the built pages refer to and show: every address leads somewhere, every picture has words.

Also: nothing on a page comes from, or leads to, a host that is not listed in `FOREIGN`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from sitebuild.elements import VOID

FOREIGN: Mapping[str, str] = {
    "creativecommons.org": "the licence of the texts",
    "github.com": "the project's repository, for reports of mistakes",
}
"""Hosts that a page may link to, each with the reason; nothing is ever loaded from them."""

LOADING = frozenset(
    {"audio", "embed", "iframe", "img", "input", "link", "script", "source", "track", "video"}
)
"""Elements that fetch what they name, without anybody asking; of links, all but those to other pages."""

PAGES = frozenset({"alternate", "canonical", "next", "prev"})
"""Kinds of `<link>` that name a page and fetch nothing."""

REFERENCES = frozenset(
    {
        "aria-activedescendant",
        "aria-controls",
        "aria-describedby",
        "aria-details",
        "aria-labelledby",
        "for",
        "list",
    }
)
"""Attributes that name other elements of the page by their ids."""

_HOST = "https://host.invalid/"


@dataclass(frozen=True)
class Address:
    """An address in a page: its line, the element's name, what it says, whether it is fetched at once."""

    line: int
    tag: str
    text: str
    is_loaded: bool


@dataclass
class Picture:
    """An image, drawing or figure: its line, its name, and what has been found of words for it."""

    line: int
    tag: str
    words: str = ""
    labels: tuple[str, ...] = ()

    def add(self, words: str, labels: tuple[str, ...] = ()) -> None:
        """What a caption, a title or a picture within it says is said of it too."""
        self.words += words
        self.labels += labels


@dataclass
class Page(HTMLParser):
    """What these checks look at in a page."""

    addresses: list[Address] = field(default_factory=list)
    references: list[tuple[int, str, str]] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    open: list[tuple[str, str, Picture | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all elements."""
        return frozenset(self.texts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        if own := given.get("id"):
            self.texts.setdefault(own, "")
        self._note_addresses(tag, given, line)
        self.references += [
            (line, name, one) for name in sorted(REFERENCES & given.keys()) for one in given[name].split()
        ]
        picture = Picture(line, tag) if _is_picture(tag, given) else None
        if tag not in VOID:
            self.open.append((tag, own or "", picture))
        if picture:
            self.pictures.append(picture)
            words = given.get("alt" if tag in {"img", "input"} else "aria-label", "")
            self._describe(words, tuple(given.get("aria-labelledby", "").split()), [picture])

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        for _, own, _ in self.open:
            if own:
                self.texts[own] += data
        if self.open and self.open[-1][0] in {"title", "figcaption"}:
            self._describe(data)

    def _describe(self, words: str, labels: tuple[str, ...] = (), more: Iterable[Picture] = ()) -> None:
        """Note words for the pictures within which they stand."""
        around = {id(picture): picture for _, _, picture in self.open if picture}
        for picture in (around | {id(picture): picture for picture in more}).values():
            picture.add(words, labels)

    def _note_addresses(self, tag: str, given: Mapping[str, str], line: int) -> None:
        is_loaded = tag in LOADING and not (tag == "link" and PAGES & set(given.get("rel", "").split()))
        texts = [given[name] for name in ("href", "src", "poster", "action", "data") if name in given]
        texts += [part.split()[0] for part in given.get("srcset", "").split(",") if part.strip()]
        self.addresses += [Address(line, tag, text, is_loaded) for text in texts]


def problems(site: Path, address: str = "") -> Iterator[str]:
    """What is amiss in any page of a built site; `address` is its own if the pages were told one."""
    for path in sorted(site.rglob("*.html")):
        page, name = read(path), path.relative_to(site).as_posix()
        for found in page.addresses:
            if fault := _fault(site, path, found, address):
                yield f"{name}:{found.line}: <{found.tag}> leads to {found.text!r}; {fault}"
        for line, attribute, own in page.references:
            if own not in page.ids:
                yield f"{name}:{line}: {attribute} names #{own}; the page has no element of that id"
        for picture in page.pictures:
            said = picture.words + "".join(page.texts.get(label, "") for label in picture.labels)
            if not said.strip():
                yield f"{name}:{picture.line}: <{picture.tag}> has no words for those who do not see it"


def _fault(site: Path, path: Path, found: Address, own: str) -> str:
    """Why an address is no good, or nothing."""
    text = _HOST + found.text.removeprefix(own) if own and found.text.startswith(own) else found.text
    whole, fragment = urldefrag(urljoin(_HOST + path.relative_to(site).as_posix(), text))
    parts = urlsplit(whole)
    if parts.scheme in {"data", "mailto", "tel"}:
        return ""
    if parts.scheme not in {"http", "https"}:
        return "a page has no use for that scheme"
    if parts.netloc != urlsplit(_HOST).netloc:
        return _foreign_fault(parts.netloc, is_loaded=found.is_loaded)
    target = site / unquote(parts.path).lstrip("/")
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file():
        return "no such file"
    is_dead = fragment and target.suffix == ".html" and unquote(fragment) not in read(target).ids
    return "no such id on that page" if is_dead else ""


def _foreign_fault(host: str, *, is_loaded: bool) -> str:
    if is_loaded:
        return "a page loads nothing from another host"
    return (
        "" if host in FOREIGN else "list the host in sitebuild/built.py with the reason, or take the link out"
    )


def _is_picture(tag: str, given: Mapping[str, str]) -> bool:
    is_shown = given.get("aria-hidden") != "true" and given.get("role") not in {"presentation", "none"}
    is_image_button = tag == "input" and given.get("type") == "image"
    return is_shown and (tag in {"img", "figure", "svg"} or given.get("role") == "img" or is_image_button)


@cache
def read(path: Path) -> Page:
    """A built page; read once, since many link to it."""
    page = Page()
    page.feed(path.read_text("utf-8"))
    return page
