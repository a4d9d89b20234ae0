"""The funnel's state machine: ``apply(pack, state, move)`` gives the next state.

A move is *carried out*, *carried out in vain* (it costs and a remark says why it brought nothing)
or *refused* (nothing changes but the refusal). No move raises for what a learner may do.
"""

from collections.abc import Iterable, Mapping
from copy import replace
from enum import StrEnum
from typing import NamedTuple

from funnel.model import (
    NEW_OPPORTUNITY,
    Case,
    Conversation,
    Criterion,
    Decide,
    Decision,
    Finding,
    Inquire,
    Inquiry,
    Mark,
    Move,
    Open,
    Pack,
    Stage,
    Undo,
)
from funnel.moves import DECISION_COST, cost


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

    @property
    def stage(self) -> Stage:
        """Where in the funnel the contact stands; who is kept for later, or let go, stays a contact."""
        stages = {Decision.QUALIFY: Stage.LEAD, Decision.CONVERT: Stage.OPPORTUNITY}
        return stages.get(self.decided.decision, Stage.CONTACT) if self.decided else Stage.CONTACT

    def made(self, inquiry: Inquiry) -> bool:
        """Whether this inquiry has brought its answer, be it that there is none."""
        return any(said.inquiry is inquiry and said.remark in (None, Remark.NO_ANSWER) for said in self.said)

    def findings(self) -> dict[Criterion, Mark]:
        """The claim that stands for each criterion; one taken to unknown is no claim."""
        latest = {mark.criterion: mark for mark in self.marks}
        return {key: mark for key, mark in latest.items() if mark.finding is not Finding.UNKNOWN}


class State(NamedTuple):
    """Where an attempt stands after its moves."""

    current: str
    cases: Mapping[str, CaseState]
    refusal: Refusal | None = None

    @property
    def here(self) -> CaseState:
        """The state of the current case."""
        return self.cases[self.current]


def heard(case: Case, state: CaseState) -> tuple[str, ...]:
    """Ids of the sentences that the learner knows, oldest first."""
    return (case.source.id, *(sentence for said in state.said for sentence in said.sentences))


def beginning(order: Iterable[str]) -> State:
    """The state before any move; the first case of the order is the current one."""
    ids = tuple(order)
    return State(current=ids[0], cases={case_id: CaseState() for case_id in ids})


def apply(pack: Pack, state: State, move: Move) -> State:
    """The state after a move."""
    if move.case not in state.cases:
        return replace(state, refusal=Refusal.UNKNOWN_CASE)
    if isinstance(move.action, Open):
        return State(move.case, state.cases)
    outcome = _act(pack, pack.case(move.case), state.cases[move.case], move)
    if isinstance(outcome, Refusal):
        return replace(state, current=move.case, refusal=outcome)
    return State(move.case, {**state.cases, move.case: outcome})


def _act(pack: Pack, case: Case, state: CaseState, move: Move) -> CaseState | Refusal:
    if state.decided is not None:
        return Refusal.CLOSED
    match move.action:
        case Inquire(inquiry):
            return _inquire(pack, case, state, inquiry)
        case Mark() as mark:
            return _mark(case, state, mark)
        case Decide() as decide:
            return _decide(pack, state, decide)
        case Undo():
            if not state.marks:
                return Refusal.NOTHING_TO_UNDO
            return replace(state, marks=state.marks[:-1])
        case Open():
            return state


def _inquire(pack: Pack, case: Case, state: CaseState, inquiry: Inquiry) -> CaseState | Refusal:
    if state.spent + cost(inquiry) > pack.budget - DECISION_COST:
        return Refusal.OUT_OF_EFFORT
    said = _answer(case, state, inquiry)
    return replace(state, said=(*state.said, said), spent=state.spent + cost(inquiry))


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
    if mark.sentence is not None and mark.sentence not in heard(case, state):
        return Refusal.NOT_HEARD
    return replace(state, marks=(*state.marks, mark))


def _decide(pack: Pack, state: CaseState, decide: Decide) -> CaseState | Refusal:
    if not _is_complete(pack, decide):
        return Refusal.INCOMPLETE
    return replace(state, decided=decide, spent=state.spent + DECISION_COST)


def _is_complete(pack: Pack, decide: Decide) -> bool:
    targets = {NEW_OPPORTUNITY, *(opportunity.id for opportunity in pack.opportunities)}
    match decide.decision:
        case Decision.DISQUALIFY:
            return decide.reason is not None and decide.opportunity is None
        case Decision.CONVERT:
            return decide.reason is None and decide.opportunity in targets
        case Decision.QUALIFY | Decision.NURTURE:
            return decide.reason is None and decide.opportunity is None
