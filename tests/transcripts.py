"""Transcripts: every case of a pack walked on two fixed paths, in words, by CPython and Pyodide alike.

Careful: the cheapest complete path, everything that was shown is cited, the right decision.
Hasty: converted at once. Standard library and the engine only, since Pyodide has nothing else.
"""

import json
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

from funnel.bridge import connect
from funnel.definitions import judge
from funnel.model import Case, Decide, Definition, Inquire, Inquiry, Mark, Move
from funnel.moves import encode
from funnel.pack import load
from funnel.paths import cheapest


class _Words(HTMLParser):
    """Collects the words of a fragment, a line for each run of text."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def handle_data(self, data: str) -> None:
        self.lines += filter(None, [" ".join(data.split())])


def words(fragment: str) -> list[str]:
    """The lines of text in an HTML fragment."""
    parser = _Words()
    parser.feed(fragment)
    return parser.lines


def careful(case: Case) -> list[Inquire | Mark | Decide]:
    """The cheapest complete path of a case, cited and decided rightly by criteria."""
    judgement = judge(Definition.CRITERIA, case)
    _, path = cheapest(case, judgement)
    claims = {c: Mark(c, finding, case.source.id) for c, finding in case.source.shows.items()}
    for inquiry in path:
        claims |= {c: Mark(c, f, s.id) for s in case.replies.get(inquiry, ()) for c, f in s.shows.items()}
    return [*map(Inquire, sorted(path, key=list(Inquiry).index)), *claims.values(), judgement.decision]


def hasty(case: Case) -> list[Inquire | Mark | Decide]:
    """A conversion at first sight."""
    return [Decide(judge(Definition.CRITERIA, case).decision.decision.CONVERT, opportunity="new")]


def transcript(setup: str) -> str:
    """What a learner reads on both paths through every case of a setup."""
    pack = load(json.loads(setup)["pack"])
    handle = connect(setup)
    lines = [
        line for case in pack.cases for path in (careful, hasty) for line in _played(handle, case, path(case))
    ]
    return "\n".join(lines) + "\n"


def _played(
    handle: Callable[[str], str], case: Case, actions: list[Inquire | Mark | Decide]
) -> Iterator[str]:
    reply = json.loads(handle('{"kind": "start", "root": "../"}'))
    for action in actions:
        move = encode(Move(case.id, action))
        message = {"kind": "move", "attempt": reply["attempt"], "move": move, "root": "../"}
        reply = json.loads(handle(json.dumps(message)))
        yield f"> {json.dumps(move)}"
        yield reply["announce"]
    yield from words(reply["regions"]["thread"])
    yield from words(reply["regions"]["debrief"])
    yield ""
