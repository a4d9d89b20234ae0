"""Authored packs: YAML with its line numbers, checked by the engine, and put into each locale's words.

Only a plain subset of YAML is read: every scalar is text, and anchors, aliases, tags, merges and
repeated keys are refused, because what an author cannot see should not change a case.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from funnel.errors import PackError, Problem
from funnel.model import Pack
from funnel.pack import load

from sitebuild.locales import ROOT

PACKS = ROOT / "simulator" / "packs"
TEXTS = frozenset(
    {
        *("title", "seller", "product", "market", "fit", "name", "firm", "place", "text", "because"),
        *("afterwards", "profile", "recurring", "currency"),
    }
)
"""Fields whose value a reader sees, and a translator translates; so is each of the questions."""

FINDINGS = frozenset({"truth", "shows"})
"""Fields that hold findings, whose criteria may be called like a text."""


class AuthoringError(Exception):
    """What is wrong with a pack, one problem a line: file, line, found, path, cure."""


@dataclass(frozen=True)
class Authored:
    """A pack as its author wrote it: the document, the line of each path, and the model."""

    path: Path
    document: dict[str, object]
    lines: dict[str, int]
    pack: Pack


def names() -> tuple[str, ...]:
    """Ids of all packs there are."""
    return tuple(sorted(path.parent.name for path in PACKS.glob("*/pack.yaml")))


def read(path: Path) -> Authored:
    """The pack in a YAML file; AuthoringError names every problem with its line and cure."""
    try:
        return _read(path, path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise AuthoringError(f"{_shown(path)}: not YAML: {error}") from None


@lru_cache(maxsize=16)
def _read(path: Path, text: str) -> Authored:
    """Remembered, because a build asks for each pack a dozen times and parsing one takes half a second."""
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
        indirect = [event.start_mark for event in yaml.parse(text) if _is_indirect(event)]
    except yaml.YAMLError as error:
        raise AuthoringError(f"{_shown(path)}: not YAML: {error}") from None
    for mark in indirect:
        where = f"line {mark.line + 1 if mark else '?'}"
        problems.append(Problem(where, "an anchor, alias or tag", "write the text out"))
    if problems:
        raise AuthoringError(_report(path, problems, lines))
    document = _plain(node, "$", lines, problems)
    try:
        pack = load(document)
    except PackError as error:
        problems += error.problems
    if problems:
        raise AuthoringError(_report(path, problems, lines))
    assert isinstance(document, dict)
    return Authored(path, document, lines, pack)


def _is_indirect(event: yaml.Event) -> bool:
    anchor = getattr(event, "anchor", None)
    tag = getattr(event, "tag", None)
    return isinstance(event, yaml.AliasEvent) or anchor is not None or tag is not None


def _plain(node: yaml.Node | None, path: str, lines: dict[str, int], problems: list[Problem]) -> object:
    """The node as dicts, lists and texts; notes the line of each path and repeated keys."""
    if node is None:
        return None
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        found: dict[str, object] = {}
        for key, value in node.value:
            inner = f"{path}.{key.value}"
            if key.value in found:
                problems.append(Problem(inner, f"{key.value!r} is there twice", "keep one of the two"))
            found[key.value] = _plain(value, inner, lines, problems)
            lines[inner] = key.start_mark.line + 1
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, f"{path}[{i}]", lines, problems) for i, item in enumerate(node.value)]
    return str(node.value)


def _report(path: Path, problems: list[Problem], lines: dict[str, int]) -> str:
    return "\n".join(f"{_shown(path)}{_line(problem.path, lines)}: {problem}" for problem in problems)


def _line(path: str, lines: dict[str, int]) -> str:
    """``:line`` of the nearest part of a path that stands in the file."""
    while path not in lines and "." in path:
        path = path.rpartition(".")[0]
    return f":{lines[path]}" if path in lines else ""


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


@dataclass(frozen=True)
class Message:
    """A text of a pack to be translated: where it stands, and what its translator must know."""

    context: str
    text: str
    note: str
    line: int


def messages(authored: Authored) -> Iterator[Message]:
    """Every text of a pack, in the order of the file."""
    for holder, name, path, note in _texts(authored.document, "$", ""):
        text = holder[name]
        assert isinstance(text, str)
        about = f"{note} {authored.document.get('note', '')}" if path == "$.title" else note
        yield Message(context(authored.document, path), text, about, authored.lines[path])


def context(document: dict[str, object], path: str) -> str:
    """A path with case ids in place of numbers, so that reordering cases moves no translation."""
    cases = document.get("cases")
    assert isinstance(cases, list)
    for index, case in enumerate(cases):
        prefix = f"$.cases[{index}]."
        if path.startswith(prefix):
            return f"{case['id']}.{path.removeprefix(prefix)}"
    return path.removeprefix("$.")


type _Text = tuple[dict[str, object], str, str, str]


def _texts(value: object, path: str, note: str) -> Iterator[_Text]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, f"{path}[{index}]", note)
    if not isinstance(value, dict):
        return
    own = " ".join(part for part in (value.get("note", "") if path != "$" else "", _shows(value)) if part)
    for name, inner in value.items():
        inner_path = f"{path}.{name}"
        if isinstance(inner, str):
            if name in TEXTS or path == "$.questions" or (name == "title" and ".contact" in path):
                yield value, name, inner_path, f"{_speaker(inner_path)} {own or note}".strip()
        elif name not in FINDINGS:
            yield from _texts(inner, inner_path, own or note)


def _shows(value: dict[str, object]) -> str:
    shows = value.get("shows")
    if not isinstance(shows, dict):
        return ""
    claims = ", ".join(f"{criterion}: {finding}" for criterion, finding in shows.items())
    return f"Must clearly show {claims}."


_SPEAKERS = (
    (".contact.source", "How we came by the contact."),
    (".contact.", "About the contact, shown on a card."),
    (".replies.look-up", "What was found in public sources or our own papers."),
    (".replies.check", "What our own records say."),
    (".replies.email", "What came back by email."),
    (".replies.call", "Said by the contact on the telephone."),
    (".replies.ask-", "Said by the contact, in answer to the question of that name."),
    (".verdicts.criteria", "Why, by the definition 'by criteria'."),
    (".verdicts.initiative", "Why, by the definition 'by who moved first'."),
    (".verdicts.deal", "Why, by the definition 'by the deal record'."),
    (".afterwards", "What became of it later."),
    ("$.questions", "A question that the learner asks any contact."),
    ("$.currency", "An amount of money; %(amount)s stands for the number."),
    ("$.opportunities", "Name of an opportunity that is on record already."),
)


def _speaker(path: str) -> str:
    return next((words for part, words in _SPEAKERS if part in path), "About the seller.")


def localised(authored: Authored, translate: Callable[[str, str], str]) -> dict[str, object]:
    """The pack's document in other words; ``translate`` takes a context and the English text."""
    copy: dict[str, object] = json.loads(json.dumps(authored.document))
    for holder, name, path, _ in list(_texts(copy, "$", "")):
        holder[name] = translate(context(copy, path), str(holder[name]))
    for holder in _holders(copy):
        holder.pop("note", None)
    return copy


def _holders(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _holders(inner)
