"""How codes put down what is on no list: names, numbers, and moves that are made of them."""

from collections.abc import Sequence
from enum import StrEnum

from funnel.model import Criterion, Decide, Decision, Finding, Forecast, Mark, Reason
from funnel.moves import AMOUNT_LIMIT, DAYS_LIMIT, PROBABILITY_LIMIT
from funnel.rangecode import Coder, Weighted


class Form(StrEnum):
    """What there is to say: nothing, or as it was; a known name, or a round number; letters and figures."""

    SAME = "same"
    KNOWN = "known"
    SPELLED = "spelled"


_NAME = Weighted({Form.SAME: 8, Form.KNOWN: 7, Form.SPELLED: 1})
_AMOUNT = Weighted({Form.SAME: 6, Form.KNOWN: 8, Form.SPELLED: 2})
_NUMBER = Weighted({Form.KNOWN: 6, Form.SPELLED: 2})
_FIGURES = 10_000
_SCALES: Sequence[int] = tuple(10**noughts for noughts in range(9))
"""Amounts are mostly a number below the first times one of the second."""
_ROUND = 5
"""Chances and days are mostly multiples of this."""
_LETTERS = 64
"""The longest name that a move may hold."""
_CRITERIA, _FINDINGS = tuple(Criterion), tuple(Finding)
_DECISIONS, _REASONS = tuple(Decision), (None, *Reason)


def claim(coder: Coder, heard: Sequence[str], wanted: Mark) -> Mark:
    """A mark of any kind; ``heard`` are the ids that it is likely to cite."""
    criterion = coder.one_of(_CRITERIA, wanted.criterion)
    finding = coder.one_of(_FINDINGS, wanted.finding)
    return Mark(criterion, finding, _name(coder, heard, wanted.sentence))


def decision(coder: Coder, targets: Sequence[str], wanted: Decide) -> Decide:
    """A decision of any kind, whether or not its details belong together."""
    chosen = coder.one_of(_DECISIONS, wanted.decision)
    reason = coder.one_of(_REASONS, wanted.reason)
    return Decide(chosen, reason, _name(coder, targets, wanted.opportunity))


def forecast(coder: Coder, before: int, wanted: Forecast) -> Forecast:
    """A record; ``before`` is the amount that stood until then."""
    amount = _amount(coder, before, wanted.amount)
    probability = _number(coder, PROBABILITY_LIMIT, wanted.probability)
    return Forecast(amount, probability, _number(coder, DAYS_LIMIT, wanted.days))


def _name(coder: Coder, known: Sequence[str], wanted: str | None) -> str | None:
    form = Form.SAME if wanted is None else Form.KNOWN if wanted in known else Form.SPELLED
    match coder.pick(_NAME, form):
        case Form.SAME:
            return None
        case Form.KNOWN:
            return coder.one_of(known, wanted)
        case Form.SPELLED:
            letters = (wanted or "").encode("ascii")
            length = coder.below(_LETTERS + 1, len(letters))
            return coder.below(256**length, int.from_bytes(letters)).to_bytes(length).decode("ascii")


def _amount(coder: Coder, before: int, wanted: int) -> int:
    fitting = (scale for scale in _SCALES if wanted % scale == 0 and wanted // scale < _FIGURES)
    scale = next(fitting, 0)
    form = Form.SAME if wanted == before else Form.KNOWN if scale else Form.SPELLED
    match coder.pick(_AMOUNT, form):
        case Form.SAME:
            return before
        case Form.KNOWN:
            scale = coder.one_of(_SCALES, scale)
            return coder.below(_FIGURES, wanted // scale) * scale
        case Form.SPELLED:
            return coder.below(AMOUNT_LIMIT + 1, wanted)


def _number(coder: Coder, limit: int, wanted: int) -> int:
    if coder.pick(_NUMBER, Form.SPELLED if wanted % _ROUND else Form.KNOWN) is Form.SPELLED:
        return coder.below(limit + 1, wanted)
    return coder.below(limit // _ROUND + 1, wanted // _ROUND) * _ROUND
