"""What ended rounds add up to: a tally of each, computed anew from its attempt whenever it is looked at.

Rounds of several packs make one record, and a handler has one pack. So each pack's handler gives the tallies
of its rounds, and any of them renders what the page has collected.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from funnel import rounds
from funnel.attempts import replay
from funnel.errors import MessageError
from funnel.model import Attempt, Case, Criterion, Definition, Mode, Pack
from funnel.moves import PROBABILITY_LIMIT
from funnel.rules import CaseState
from funnel.scoring import Score, Why, stands

ROUNDS_LIMIT = 250
"""Rounds that are shown at once, the latest ones; their tallies fit into one message."""

_POINTS = 100
_COUNT_LIMIT = 10_000
_MISSED = frozenset({Why.NOT_CITED, Why.NOT_FOUND})

type Pairs = tuple[tuple[int, bool], ...]
"""Forecasts in percent, each with whether the customer signed."""


class Claims(NamedTuple):
    """How often a criterion was claimed rightly or wrongly, or was needed for a verdict and not cited."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def times(self) -> int:
        """How often there was something to judge."""
        return sum(self)

    @property
    def percent(self) -> int:
        """The share that was right; 0 where there was nothing to judge."""
        return round(100 * self.right / self.times) if self.times else 0


class Tally(NamedTuple):
    """One round: its terms, its score out of 100 over all contacts, and what was claimed and forecast.

    A contact that is not closed counts 0, so that ending a round early never raises its score.
    """

    pack: str
    definition: Definition
    mode: Mode
    score: int
    decided: int
    contacts: int
    claims: Mapping[Criterion, Claims]
    forecasts: Pairs


def tally(pack: Pack, attempt: Attempt) -> Tally:
    """The tally of an attempt at this pack, ended or not."""
    state = replay(pack, attempt)
    cases = [(pack.case(case_id), case) for case_id, case in state.cases.items()]
    scores = [rounds.score(case, one, attempt.definition) for case, one in cases if one.decided is not None]
    return Tally(
        pack.id,
        attempt.definition,
        attempt.mode,
        rounds.mean(pack, state, attempt.definition),
        len(scores),
        len(cases),
        _claims(cases, scores),
        tuple(rounds.pairs(state)),
    )


def together(tallies: Iterable[Tally]) -> dict[Criterion, Claims]:
    """The claims of several rounds by criterion; a criterion that never came up is left out."""
    found = [one.claims for one in tallies]
    sums = {criterion: _sum([claims.get(criterion, Claims()) for claims in found]) for criterion in Criterion}
    return {criterion: claims for criterion, claims in sums.items() if claims.times}


def encode(one: Tally) -> dict[str, object]:
    """A tally as JSON."""
    return {
        **one._asdict(),
        "claims": {criterion: list(claims) for criterion, claims in one.claims.items()},
        "forecasts": [[percent, int(won)] for percent, won in one.forecasts],
    }


def decode(document: object) -> Tally:
    """The tally behind its JSON; MessageError if there is none."""
    try:
        return _decoded(document)
    except (KeyError, TypeError, ValueError) as error:
        raise MessageError("bad-tally", str(error)[:200]) from None


def _claims(cases: list[tuple[Case, CaseState]], scores: list[Score]) -> dict[Criterion, Claims]:
    judged = [
        (criterion, stands(case, mark)) for case, one in cases for criterion, mark in one.findings().items()
    ]
    right = Counter(criterion for criterion, is_right in judged if is_right)
    wrong = Counter(criterion for criterion, is_right in judged if not is_right)
    lines = [line for one in scores for line in one.lines]
    missed = Counter(line.criterion for line in lines if line.criterion and line.why in _MISSED)
    every = {*right, *wrong, *missed}
    return {c: Claims(right[c], wrong[c], missed[c]) for c in Criterion if c in every}


def _sum(claims: list[Claims]) -> Claims:
    return Claims(
        sum(one.right for one in claims), sum(one.wrong for one in claims), sum(one.missed for one in claims)
    )


def _decoded(document: object) -> Tally:
    if not isinstance(document, Mapping):
        raise TypeError(f"found {type(document).__name__}, expected a tally")
    claims, forecasts = dict(document["claims"]), list(document["forecasts"])
    return Tally(
        str(document["pack"]),
        Definition(document["definition"]),
        Mode(document["mode"]),
        _whole(document["score"], _POINTS),
        _whole(document["decided"]),
        _whole(document["contacts"]),
        {Criterion(name): Claims(*map(_whole, counts)) for name, counts in claims.items()},
        tuple((_whole(percent, PROBABILITY_LIMIT), bool(_whole(won, 1))) for percent, won in forecasts),
    )


def _whole(value: object, limit: int = _COUNT_LIMIT) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= limit:
        raise ValueError(f"found {value!r:.40}, expected a whole number up to {limit}")
    return value
