"""Transcripts: every case of a pack walked with care, the first also in haste, by CPython and Pyodide alike.

Careful: the cheapest complete path, everything that was shown is cited, the right decision, an opportunity
worked to its end. Hasty: converted at once and given up. Standard library and the engine only, since
Pyodide has nothing else.
"""

import json
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

from funnel.bridge import connect
from funnel.definitions import judge
from funnel.forecast import by_evidence
from funnel.model import (
    NEW_OPPORTUNITY,
    Action,
    Advance,
    Case,
    Decide,
    Decision,
    Definition,
    Forecast,
    Inquire,
    Inquiry,
    Lose,
    LostReason,
    Mark,
    Move,
    Outcome,
    Refer,
    Renew,
    Serve,
    Sign,
    Step,
)
from funnel.moves import encode
from funnel.pack import load
from funnel.paths import cheapest, is_pursued


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


def careful(case: Case) -> list[Action]:
    """The cheapest complete path of a case, cited and decided rightly by criteria, and what follows."""
    judgement = judge(Definition.CRITERIA, case)
    _, path = cheapest(case, judgement)
    asked = sorted(path, key=list(Inquiry).index)
    after = pursued(case, Renew(), Refer()) if is_pursued(case, judgement) else []
    return [*map(Inquire, asked), *marked(case, asked), judgement.decision, *after]


def marked(case: Case, made: list[Inquiry]) -> list[Mark]:
    """Every true claim that those inquiries allow, each with the sentence that shows it."""
    sentences = [case.source, *(sentence for inquiry in made for sentence in case.replies.get(inquiry, ()))]
    claims = {c: Mark(c, finding, s.id) for s in sentences for c, finding in s.shows.items()}
    return list(claims.values())


def pursued(case: Case, *with_the_customer: Action) -> list[Action]:
    """An opportunity worked to its end by somebody who knows the answer."""
    deal = case.deal
    assert deal is not None
    record = Forecast(deal.amount, by_evidence(deal.facts()), deal.days)
    worked: list[Action] = [*(Advance() for _ in Step), record, Sign()]
    if deal.outcome is Outcome.WON and deal.gain:
        return [*worked, *with_the_customer, Serve(deal.gain.service)]
    assert deal.loss is not None
    return [*worked, Lose(deal.loss.reason)]


def hasty() -> list[Action]:
    """A conversion at first sight, soon regretted."""
    return [Decide(Decision.CONVERT, opportunity=NEW_OPPORTUNITY), Lose(LostReason.NEVER_ONE)]


def transcript(setup: str) -> str:
    """What a learner reads on the way through every case of a setup."""
    pack = load(json.loads(setup)["pack"])
    handle = connect(setup)
    played = [(case, careful(case)) for case in pack.cases] + [(pack.cases[0], hasty())]
    lines = [line for case, actions in played for line in _played(handle, case, actions)]
    return "\n".join(lines) + "\n"


def _played(handle: Callable[[str], str], case: Case, actions: list[Action]) -> Iterator[str]:
    reply = json.loads(handle('{"kind": "start", "root": "../"}'))
    for action in actions:
        move = encode(Move(case.id, action))
        message = {"kind": "move", "attempt": reply["attempt"], "move": move, "root": "../"}
        reply = json.loads(handle(json.dumps(message)))
        yield f"> {json.dumps(move)}"
        yield reply["announce"]
    for region in ("thread", "pursuit", "debrief"):
        yield from words(reply["regions"][region])
    yield ""
