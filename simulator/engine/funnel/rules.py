"""The funnel's state machine: ``apply(pack, state, move)`` gives the next state.

A move is *carried out*, *carried out in vain* (it costs and a remark says why it brought nothing)
or *refused* (nothing changes but the refusal). No move raises for what a learner may do.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from funnel import pursuit as pursuits
from funnel.model import (
    NEW_OPPORTUNITY,
    Action,
    Advance,
    Case,
    Conversation,
    Criterion,
    Decide,
    Decision,
    Finding,
    Forecast,
    Hint,
    Inquire,
    Inquiry,
    Lose,
    Mark,
    Move,
    Open,
    Outcome,
    Pack,
    Refer,
    Renew,
    Serve,
    Sign,
    Stage,
    Undo,
)
from funnel.moves import COSTS, DECISION_COST, cost
from funnel.pursuit import Pursuit


class Remark(StrEnum):
    """Why an inquiry cost effort and brought nothing."""

    REPEATED = "repeated"
    NOT_REACHED = "not-reached"
    NO_ANSWER = "no-answer"


class Refusal(StrEnum):
    """Why a move was not carried out."""

    UNKNOWN_CASE = "unknown-case"
    CLOSED = "closed"
    OUT_OF_EFFORT = "out-of-effort"
    NOT_HEARD = "not-heard"
    NOTHING_TO_UNDO = "nothing-to-undo"
    INCOMPLETE = "incomplete"
    NO_OPPORTUNITY = "no-opportunity"
    NO_CUSTOMER = "no-customer"
    ALL_WORKED = "all-worked"
    ALREADY = "already"
    NOT_LOST = "not-lost"
    NO_HINTS = "no-hints"


class Said(NamedTuple):
    """An inquiry that was made: the ids of the sentences it brought, or the remark instead."""

    inquiry: Inquiry
    sentences: tuple[str, ...] = ()
    remark: Remark | None = None


class CaseState(NamedTuple):
    """How far one case has come; ``spent`` is in hours."""

    said: tuple[Said, ...] = ()
    marks: tuple[Mark, ...] = ()
    spent: int = 0
    decided: Decide | None = None
    pursuit: Pursuit | None = None
    hints: int = 0

    @property
    def is_over(self) -> bool:
        """Whether there is nothing left to do: decided, and no opportunity of it still open."""
        return self.decided is not None and (self.pursuit is None or self.pursuit.is_over)

    @property
    def stage(self) -> Stage:
        """Where in the funnel the contact stands; who is kept for later, or let go, stays a contact."""
        if self.pursuit and self.pursuit.is_won:
            return Stage.ACCOUNT
        stages = {Decision.QUALIFY: Stage.LEAD, Decision.CONVERT: Stage.OPPORTUNITY}
        return stages.get(self.decided.decision, Stage.CONTACT) if self.decided else Stage.CONTACT

    def made(self, inquiry: Inquiry) -> bool:
        """Whether this inquiry has brought its answer, be it that there is none."""
        answered = [said.inquiry for said in self.said if said.remark in (None, Remark.NO_ANSWER)]
        return inquiry in answered

    def findings(self) -> dict[Criterion, Mark]:
        """The claim that stands for each criterion; one taken to unknown is no claim."""
        latest = {mark.criterion: mark for mark in self.marks}
        return {key: mark for key, mark in latest.items() if mark.finding is not Finding.UNKNOWN}


class State(NamedTuple):
    """Where an attempt stands after its moves; ``spent`` are the hours that the round has taken so far."""

    current: str
    cases: Mapping[str, CaseState]
    refusal: Refusal | None = None
    seed: int = 0
    hints_given: bool = True
    spent: int = 0

    @property
    def here(self) -> CaseState:
        """The state of the current case."""
        return self.cases[self.current]

    @property
    def reserved(self) -> int:
        """Hours kept back so that every contact can still be decided on."""
        return DECISION_COST * [case.decided for case in self.cases.values()].count(None)

    def affords(self, hours: int, budget: int) -> bool:
        """Whether that many hours are left; what is kept back is counted only where it may matter."""
        spent = self.spent + hours
        return spent + DECISION_COST * len(self.cases) <= budget or spent + self.reserved <= budget


def heard(case: Case, state: CaseState) -> tuple[str, ...]:
    """Ids of the sentences that the learner knows, oldest first."""
    return (case.source.id, *[sentence for said in state.said for sentence in said.sentences])


def beginning(order: Iterable[str], seed: int = 0, *, hints_given: bool = True) -> State:
    """The state before any move; the first case of the order is the current one."""
    ids = tuple(order)
    cases = {case_id: CaseState() for case_id in ids}
    return State(current=ids[0], cases=cases, seed=seed, hints_given=hints_given)


def apply(pack: Pack, state: State, move: Move) -> State:
    """The state after a move."""
    before = state.cases.get(move.case)
    if before is None:
        return state._replace(refusal=Refusal.UNKNOWN_CASE)
    if isinstance(move.action, Open):
        return state._replace(current=move.case, refusal=None)
    after = _act(pack, state, before, move)
    if isinstance(after, Refusal):
        return state._replace(current=move.case, refusal=after)
    cases, spent = {**state.cases, move.case: after}, state.spent + after.spent - before.spent
    return State(move.case, cases, None, state.seed, state.hints_given, spent)


def _act(pack: Pack, whole: State, state: CaseState, move: Move) -> CaseState | Refusal:
    case, action = pack.case(move.case), move.action
    if state.is_over:
        return Refusal.CLOSED
    if isinstance(action, Hint):
        return state._replace(hints=state.hints + 1) if whole.hints_given else Refusal.NO_HINTS
    hours = cost(action.inquiry) if isinstance(action, Inquire) else COSTS.get(type(action), 0)
    if hours and not whole.affords(hours, pack.budget):
        return Refusal.OUT_OF_EFFORT
    if state.pursuit is None:
        return _contact(pack, case, state, action, state.spent + hours)
    after = _pursue(pack, whole, move)
    return after._replace(spent=after.spent + hours) if hours and not isinstance(after, Refusal) else after


def _contact(pack: Pack, case: Case, state: CaseState, action: Action, spent: int) -> CaseState | Refusal:
    match action:
        case Inquire(inquiry):
            return state._replace(said=(*state.said, _answer(case, state, inquiry)), spent=spent)
        case Mark() as mark:
            return _mark(case, state, mark)
        case Decide() as decide:
            return _decide(pack, state, decide)
        case Undo():
            return state._replace(marks=state.marks[:-1]) if state.marks else Refusal.NOTHING_TO_UNDO
        case _:
            return Refusal.NO_OPPORTUNITY


def _pursue(pack: Pack, whole: State, move: Move) -> CaseState | Refusal:
    case, state = pack.case(move.case), whole.cases[move.case]
    place = pack.cases.index(case)
    assert state.pursuit is not None
    after = _follow(case, state.pursuit, move, pursuits.answer(case, whole.seed, place))
    return after if isinstance(after, Refusal) else state._replace(pursuit=after)


def _follow(case: Case, pursuit: Pursuit, move: Move, answer: Outcome) -> Pursuit | Refusal:
    if isinstance(move.action, Inquire | Mark | Decide | Undo):
        return Refusal.ALREADY
    if pursuit.is_won:
        return _keep(pursuit, move)
    match move.action:
        case Forecast() as forecast if pursuit.signed is None:
            return pursuit._replace(forecasts=(*pursuit.forecasts, forecast))
        case Advance() if pursuit.signed is None:
            return pursuits.advanced(pursuit) if pursuit.next_step else Refusal.ALL_WORKED
        case Sign() if pursuit.signed is None:
            return pursuit._replace(signed=answer)
        case Lose(reason):
            given_up = pursuit.signed is None
            return pursuit._replace(signed=Outcome.LOST, diagnosis=reason, given_up=given_up)
        case Renew() | Refer() | Serve():
            return Refusal.NO_CUSTOMER
        case _:
            return Refusal.ALREADY


def _keep(pursuit: Pursuit, move: Move) -> Pursuit | Refusal:
    match move.action:
        case Renew():
            return Refusal.ALREADY if pursuit.renewed else pursuit._replace(renewed=True)
        case Refer():
            return Refusal.ALREADY if pursuit.referred else pursuit._replace(referred=True)
        case Serve(service):
            return pursuit._replace(service=service)
        case Lose():
            return Refusal.NOT_LOST
        case _:
            return Refusal.ALREADY


def _answer(case: Case, state: CaseState, inquiry: Inquiry) -> Said:
    if state.made(inquiry):
        return Said(inquiry, remark=Remark.REPEATED)
    if inquiry.criterion is not None and not _in_conversation(case, state):
        return Said(inquiry, remark=Remark.NOT_REACHED)
    reply = case.replies.get(inquiry)
    if not reply:
        return Said(inquiry, remark=Remark.NO_ANSWER)
    return Said(inquiry, tuple(sentence.id for sentence in reply))


def _in_conversation(case: Case, state: CaseState) -> bool:
    match case.conversation:
        case Conversation.OPEN:
            return True
        case Conversation.CALL:
            return state.made(Inquiry.CALL)
        case Conversation.EMAIL:
            return state.made(Inquiry.EMAIL)
        case Conversation.NEVER:
            return False


def _mark(case: Case, state: CaseState, mark: Mark) -> CaseState | Refusal:
    if not _is_heard(case, state, mark.sentence):
        return Refusal.NOT_HEARD
    return state._replace(marks=(*state.marks, mark))


def _is_heard(case: Case, state: CaseState, sentence: str | None) -> bool:
    """As if looked up in ``heard``, and the list of it not made."""
    known = sentence is None or sentence == case.source.id
    return known or any(sentence in said.sentences for said in state.said)


def _decide(pack: Pack, state: CaseState, decide: Decide) -> CaseState | Refusal:
    if not _is_complete(pack, decide):
        return Refusal.INCOMPLETE
    is_new = decide.decision is Decision.CONVERT and decide.opportunity == NEW_OPPORTUNITY
    pursuit = Pursuit() if is_new else None
    return state._replace(decided=decide, spent=state.spent + DECISION_COST, pursuit=pursuit)


def _is_complete(pack: Pack, decide: Decide) -> bool:
    targets = {NEW_OPPORTUNITY, *(opportunity.id for opportunity in pack.opportunities)}
    match decide.decision:
        case Decision.DISQUALIFY:
            return decide.reason is not None and decide.opportunity is None
        case Decision.CONVERT:
            return decide.reason is None and decide.opportunity in targets
        case Decision.QUALIFY | Decision.NURTURE:
            return decide.reason is None and decide.opportunity is None
