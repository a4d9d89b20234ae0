"""What a learner is likely to do next: the model that makes codes short.

It looks at the moves made so far and at the pack's ids and evidence, never at texts or at the rules, so a
code stays readable when what a move costs or achieves is changed. What is unlikely takes more room; nothing
that ``moves.decode`` lets through is impossible. A change here or in ``spelling``, and another order of the
model's names, give old codes another meaning: raise ``codes.FORMAT``.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from funnel.model import (
    NEW_OPPORTUNITY,
    Action,
    Advance,
    Case,
    Criterion,
    Decide,
    Decision,
    Finding,
    Forecast,
    Hint,
    Inquire,
    Inquiry,
    Lose,
    LostReason,
    Mark,
    Move,
    Open,
    Pack,
    Reason,
    Refer,
    Renew,
    Sentence,
    Serve,
    Service,
    Sign,
    Undo,
)
from funnel.rangecode import Coder, Weighted
from funnel.spelling import claim, decision, forecast


class Turn(StrEnum):
    """The kinds of next move, those apart that do not follow from what was heard or cannot be carried out.

    To leave for another case comes before the move that is made there.
    """

    LEAVE = "leave"
    OPEN = "open"
    ASK = "ask"
    ASK_AGAIN = "ask-again"
    CITE = "cite"
    CLAIM = "claim"
    UNDO = "undo"
    DECIDE = "decide"
    DECIDE_ODDLY = "decide-oddly"
    FORECAST = "forecast"
    ADVANCE = "advance"
    SIGN = "sign"
    LOSE = "lose"
    RENEW = "renew"
    REFER = "refer"
    SERVE = "serve"
    HINT = "hint"


class Where(StrEnum):
    """Which case is turned to: the next one that is not closed, or any."""

    NEXT = "next"
    ELSEWHERE = "elsewhere"


def _turns(**weights: int) -> Weighted[Turn]:
    return Weighted({turn: weights.get(turn.name, 1) for turn in Turn})


_WAYS = Weighted({Where.NEXT: 14, Where.ELSEWHERE: 2})

_ARRIVED = _turns(LEAVE=0, OPEN=56, ASK=4, CITE=2, FORECAST=3)
_CURIOUS = _turns(LEAVE=3, ASK=38, DECIDE=8, CLAIM=4, UNDO=2, HINT=2)
_INFORMED = _turns(LEAVE=3, ASK=24, CITE=27, DECIDE=5, CLAIM=3, UNDO=2, HINT=2)
_PURSUING = _turns(LEAVE=3, FORECAST=14, ADVANCE=26, SIGN=9, LOSE=4)
_ANSWERED = _turns(LEAVE=3, LOSE=16, RENEW=9, REFER=9, SERVE=12)
_CLOSED = _turns(LEAVE=100)
_AFTER: Mapping[type, Weighted[Turn]] = {Sign: _ANSWERED, Lose: _CLOSED, Serve: _CLOSED}

_LISTS: Mapping[Turn, Sequence[Action]] = {
    Turn.OPEN: (Open(),),
    Turn.UNDO: (Undo(),),
    Turn.ADVANCE: (Advance(),),
    Turn.SIGN: (Sign(),),
    Turn.RENEW: (Renew(),),
    Turn.REFER: (Refer(),),
    Turn.HINT: (Hint(),),
    Turn.LOSE: tuple(map(Lose, LostReason)),
    Turn.SERVE: tuple(map(Serve, Service)),
    Turn.ASK_AGAIN: tuple(map(Inquire, Inquiry)),
}
"""What a turn can be, where that never changes."""
_TURNS: Mapping[type, Turn] = {type(actions[0]): turn for turn, actions in _LISTS.items()}
_UNLISTED: Mapping[type, tuple[Turn, Turn]] = {
    Inquire: (Turn.ASK, Turn.ASK_AGAIN),
    Mark: (Turn.CITE, Turn.CLAIM),
    Decide: (Turn.DECIDE, Turn.DECIDE_ODDLY),
}
"""The turn of an action that was to be expected, and of one that was not."""

_ANY_MARK = Mark(Criterion.NEED, Finding.UNKNOWN, None)
_ANY_DECISION = Decide(Decision.NURTURE)
_ANY_FORECAST = Forecast(0, 0, 0)
"""What a reader, whose wishes are passed over, asks for."""


class Course:
    """An attempt so far, as far as it tells what comes next."""

    def __init__(self, pack: Pack, order: Sequence[str]) -> None:
        targets = (NEW_OPPORTUNITY, *(opportunity.id for opportunity in pack.opportunities))
        decisions = (
            Decide(Decision.QUALIFY),
            Decide(Decision.NURTURE),
            *(Decide(Decision.DISQUALIFY, reason=reason) for reason in Reason),
            *(Decide(Decision.CONVERT, opportunity=target) for target in targets),
        )
        self._order = (*order, *(case.id for case in pack.cases if case.id not in order))
        self._targets = targets
        self._cards = {case.id: _Card(case, decisions) for case in pack.cases}
        self._card = self._cards[order[0]]

    def move(self, coder: Coder, wanted: Move | None) -> Move:
        """The next move, put down or read; ValueError if no attempt can hold it."""
        card, expected = self._card, self._card.expected
        if wanted is None or wanted.case == card.id:
            turn = coder.pick(expected, card.turn(wanted.action) if wanted else None)
        else:
            turn = coder.pick(expected, Turn.LEAVE)
        if turn is Turn.LEAVE:
            self._card = card = self._cards[self._elsewhere(coder, wanted and wanted.case)]
            turn = coder.pick(_ARRIVED, card.turn(wanted.action) if wanted else None)
        action = self._action(coder, card, turn, wanted.action if wanted else None)
        card.note(action)
        return Move(card.id, action)

    def _elsewhere(self, coder: Coder, wanted: str | None) -> str:
        following = self._next()
        way = coder.pick(_WAYS, Where.NEXT if wanted == following else Where.ELSEWHERE)
        return following if way is Where.NEXT else coder.one_of(self._order, wanted)

    def _next(self) -> str:
        place = self._order.index(self._card.id) + 1
        following = (*self._order[place:], *self._order[:place])
        return next((case for case in following if not self._cards[case].is_closed), following[0])

    def _action(self, coder: Coder, card: "_Card", turn: Turn, wanted: Action | None) -> Action:
        if turn in card.lists:
            return coder.one_of(card.lists[turn], wanted)
        match turn:
            case Turn.CLAIM:
                return claim(coder, card.heard, wanted if isinstance(wanted, Mark) else _ANY_MARK)
            case Turn.DECIDE_ODDLY:
                odd = wanted if isinstance(wanted, Decide) else _ANY_DECISION
                return decision(coder, self._targets, odd)
            case _:
                record = wanted if isinstance(wanted, Forecast) else _ANY_FORECAST
                return forecast(coder, card.amount, record)


class _Card:
    """One case so far: what can be asked and cited, and how far it has come."""

    def __init__(self, case: Case, decisions: Sequence[Action]) -> None:
        self.id = case.id
        self.heard = [case.source.id]
        self.amount = 0
        self._case = case
        self._shown = _claims(case.source)
        self._marked: list[Criterion] = []
        self._later: Weighted[Turn] | None = None
        self._unasked = [*_LISTS[Turn.ASK_AGAIN]]
        self.lists = {**_LISTS, Turn.ASK: self._unasked, Turn.CITE: self._shown, Turn.DECIDE: decisions}
        """What a turn can be, if it is on a list."""

    @property
    def is_closed(self) -> bool:
        """Whether no more than a look back is to be expected."""
        return self._later is _CLOSED

    @property
    def expected(self) -> Weighted[Turn]:
        """How likely each turn is."""
        return self._later or (_INFORMED if self.lists[Turn.CITE] else _CURIOUS)

    def turn(self, action: Action) -> Turn:
        """Which turn an action is."""
        if type(action) not in _UNLISTED:
            return _TURNS.get(type(action), Turn.FORECAST)
        expected, other = _UNLISTED[type(action)]
        return expected if action in self.lists[expected] else other

    def note(self, action: Action) -> None:
        """Take in a move, be it refused or not: a wrong expectation only costs a little room."""
        match action:
            case Inquire(inquiry):
                if action in self._unasked:
                    self._unasked.remove(action)
                    self._hear(self._case.replies.get(inquiry, ()))
            case Mark(criterion):
                self._marked.append(criterion)
                self._list_claims()
            case Undo():
                self._marked = self._marked[:-1]
                self._list_claims()
            case Forecast(amount):
                self.amount = amount
            case Decide(_, _, opportunity):
                self._later = _PURSUING if opportunity == NEW_OPPORTUNITY else _CLOSED
            case _:
                self._later = _AFTER.get(type(action), self._later)

    def _hear(self, sentences: Sequence[Sentence]) -> None:
        for sentence in sentences:
            self.heard.append(sentence.id)
            self._shown = self._shown + _claims(sentence)
        self._list_claims()

    def _list_claims(self) -> None:
        self.lists[Turn.CITE] = [mark for mark in self._shown if mark.criterion not in self._marked]


def _claims(sentence: Sentence) -> list[Mark]:
    """What a sentence is evidence for, in an order that no translation changes."""
    return [Mark(criterion, sentence.shows[criterion], sentence.id) for criterion in sorted(sentence.shows)]
