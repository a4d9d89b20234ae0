"""Ways to play a whole round: one who does it right, those who always do the same, and one who rolls dice.

Every player plays through ``rules.apply`` with the round's budget. ``careful`` knows the answer key; the
others cite and record rightly whatever they come upon, so that only their decisions are thoughtless.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import replace

from funnel.attempts import order, start
from funnel.chance import below, draws
from funnel.definitions import judge
from funnel.forecast import by_evidence
from funnel.model import (
    NEW_OPPORTUNITY,
    Action,
    Advance,
    Case,
    Criterion,
    Decide,
    Decision,
    Definition,
    Finding,
    Forecast,
    Inquire,
    Inquiry,
    Lose,
    LostReason,
    Mark,
    Move,
    Pack,
    Reason,
    Serve,
    Service,
    Sign,
    Step,
)
from funnel.paths import cheapest
from funnel.pursuit import truth
from funnel.rules import CaseState, State, apply, beginning, heard

type Player = Callable[[Pack, Definition, int], State]
"""Plays a round under a definition from a seed, and leaves it in its last state."""

type _Draw = Callable[[int], int]

CONVERT = Decide(Decision.CONVERT, opportunity=NEW_OPPORTUNITY)
DECISIONS = (
    Decide(Decision.QUALIFY),
    CONVERT,
    Decide(Decision.NURTURE),
    *(Decide(Decision.DISQUALIFY, reason) for reason in Reason),
)
"""Every decision that can be taken on any contact."""

_BUTTONS = len(Inquiry) + len(Decision) + 1
"""What a learner can press before a decision: find out, decide, mark."""


def careful(pack: Pack, definition: Definition, seed: int) -> State:
    """The cheapest complete path, all that was heard is cited, the right decision, each deal to its end."""
    state = first(pack, seed)
    for case in _in_order(pack, seed):
        judgement = judge(definition, case)
        _, path = cheapest(case, judgement)
        state = _asked_and_cited(pack, state, case, sorted(path, key=list(Inquiry).index))
        state = after(pack, state, case, (judgement.decision,))
        state = _pursued(pack, state, case, truth(case), _service(case))
    return state


def always(decide: Decide, *, pursues: bool = False) -> Player:
    """Takes the same decision on everybody at sight, and may see each deal through with the same words."""

    def play(pack: Pack, definition: Definition, seed: int) -> State:
        state = first(pack, seed)
        for case in _in_order(pack, seed):
            state = after(pack, state, case, (decide,))
            if pursues:
                state = _pursued(pack, state, case, LostReason.PRICE, Service.REPAIR)
        return state

    return play


def asking_everything(decide: Decide | None) -> Player:
    """Asks everything while there are hours, cites it all, then decides always the same, or by dice."""

    def play(pack: Pack, definition: Definition, seed: int) -> State:
        state, draw = first(pack, seed), _drawing(seed)
        for case in _in_order(pack, seed):
            state = _asked_and_cited(pack, state, case, Inquiry)
            state = after(pack, state, case, (decide or _any_decision(pack, draw),))
            state = _pursued(pack, state, case, LostReason.PRICE, Service.REPAIR)
        return state

    return play


def at_random(pack: Pack, definition: Definition, seed: int) -> State:
    """Presses any button, each as likely as the next, until every contact is done with."""
    state, draw = first(pack, seed), _drawing(seed)
    for case in _in_order(pack, seed):
        while not state.cases[case.id].is_over:
            state = after(pack, state, case, (_any_action(pack, case, state.cases[case.id], draw),))
    return state


SAME: Mapping[str, Player] = {
    "always keeps as a lead": always(Decide(Decision.QUALIFY)),
    "always converts": always(CONVERT),
    "always converts and pursues": always(CONVERT, pursues=True),
    "always nurtures": always(Decide(Decision.NURTURE)),
    **{f"always disqualifies ({reason})": always(Decide(Decision.DISQUALIFY, reason)) for reason in Reason},
    "asks everything, keeps as a lead": asking_everything(Decide(Decision.QUALIFY)),
    "asks everything, converts": asking_everything(CONVERT),
    "asks everything, nurtures": asking_everything(Decide(Decision.NURTURE)),
    "asks everything, disqualifies": asking_everything(Decide(Decision.DISQUALIFY, Reason.NO_NEED)),
    "asks everything, then guesses": asking_everything(None),
}
"""The players who put no thought into a decision, by what they do."""


def first(pack: Pack, seed: int) -> State:
    """The state before any move."""
    return beginning(order(pack, start(pack, seed=seed)), seed)


def after(pack: Pack, state: State, case: Case, actions: Iterable[Action]) -> State:
    """The state after those actions on a case; what is refused is passed over."""
    for action in actions:
        state = apply(pack, state, Move(case.id, action))
    return state


def cited(case: Case, state: CaseState) -> tuple[Mark, ...]:
    """A true mark for each criterion that something heard shows, with the first sentence that does."""
    sentences = [case.sentence(sentence_id) for sentence_id in reversed(heard(case, state))]
    marks = {c: Mark(c, f, said.id) for said in sentences if said for c, f in said.shows.items()}
    return tuple(marks.values())


def unlimited(pack: Pack) -> Pack:
    """The same pack with hours for everything."""
    return replace(pack, budget=10**6)


def _in_order(pack: Pack, seed: int) -> tuple[Case, ...]:
    return tuple(pack.case(case_id) for case_id in order(pack, start(pack, seed=seed)))


def _asked_and_cited(pack: Pack, state: State, case: Case, inquiries: Iterable[Inquiry]) -> State:
    state = after(pack, state, case, map(Inquire, inquiries))
    return after(pack, state, case, cited(case, state.cases[case.id]))


def _pursued(pack: Pack, state: State, case: Case, reason: LostReason, service: Service) -> State:
    """Every stage worked, a forecast by what was heard, the customer's answer, and what it calls for."""
    if state.cases[case.id].pursuit is None:
        return state
    probability = by_evidence(case.deal.facts()) if case.deal else 0
    record = Forecast(case.deal.amount if case.deal else 0, probability, case.deal.days if case.deal else 0)
    state = after(pack, state, case, (*(Advance() for _ in Step), record, Sign()))
    pursuit = state.cases[case.id].pursuit
    ending = Serve(service) if pursuit and pursuit.is_won else Lose(reason)
    return after(pack, state, case, (ending,))


def _service(case: Case) -> Service:
    return case.deal.gain.service if case.deal and case.deal.gain else Service.REPAIR


def _drawing(seed: int) -> _Draw:
    source = draws(seed)
    return lambda limit: below(source, limit)


def _any_action(pack: Pack, case: Case, state: CaseState, draw: _Draw) -> Action:
    if state.pursuit is not None:
        return _any_pursuit(state.pursuit.is_won, draw)
    button = draw(_BUTTONS)
    if button < len(Inquiry):
        return Inquire(list(Inquiry)[button])
    if button < _BUTTONS - 1:
        return _any_decision(pack, draw)
    known = heard(case, state)
    finding = (Finding.YES, Finding.NO)[draw(2)]
    return Mark(list(Criterion)[draw(len(Criterion))], finding, known[draw(len(known))])


def _any_decision(pack: Pack, draw: _Draw) -> Decide:
    decision = list(Decision)[draw(len(Decision))]
    if decision is Decision.DISQUALIFY:
        return Decide(decision, list(Reason)[draw(len(Reason))])
    if decision is Decision.CONVERT:
        targets = (NEW_OPPORTUNITY, *(opportunity.id for opportunity in pack.opportunities))
        return Decide(decision, opportunity=targets[draw(len(targets))])
    return Decide(decision)


def _any_pursuit(is_won: bool, draw: _Draw) -> Action:
    if is_won:
        return Serve(list(Service)[draw(len(Service))])
    choices = (
        Advance(),
        Sign(),
        Forecast(10 ** (3 + draw(6)), draw(101), draw(366)),
        Lose(list(LostReason)[draw(len(LostReason))]),
    )
    return choices[draw(len(choices))]
