"""The coach: the next wise step of a case, and what the last one was worth.

It goes by what has been heard and by what the chosen definition asks, in the order of a careful seller, and
names what to find out, never what to decide: verdict, diagnosis and figures are the learner's own. The truth
is consulted only to cite rightly, and to say "decide" no earlier than the evidence supports a verdict.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from funnel.definitions import LEAD, judge
from funnel.forecast import by_evidence
from funnel.model import (
    Action,
    Advance,
    Case,
    Conversation,
    Criterion,
    Definition,
    Finding,
    Inquire,
    Inquiry,
    Mark,
    Outcome,
    Pack,
    Process,
    Refer,
    Renew,
    Sign,
)
from funnel.moves import COSTS, cost
from funnel.paths import is_settled, role_is_known, settled_by
from funnel.pursuit import Pursuit, facts
from funnel.rules import CaseState, State, heard
from funnel.scoring import stands

type Shown = tuple[Criterion, Finding]

DRIFT = 10
"""Percentage points by which a recorded probability may differ from the evidence unremarked."""

EXITS = frozenset(
    {
        (Criterion.PURSUED, Finding.YES),
        (Criterion.GENUINE, Finding.NO),
        (Criterion.DUPLICATE, Finding.YES),
        (Criterion.NEED, Finding.NO),
        (Criterion.AFFORD, Finding.NO),
        (Criterion.FIT, Finding.NO),
    }
)
"""Findings after which no definition has another question."""

ASKED: Mapping[Definition, tuple[Criterion, ...]] = {
    Definition.CRITERIA: (
        Criterion.NEED,
        Criterion.AFFORD,
        Criterion.MARKET,
        Criterion.RELATION,
        Criterion.REQUIREMENTS,
        Criterion.TERMS,
        Criterion.INCUMBENT,
    ),
    Definition.INITIATIVE: (Criterion.NEED, Criterion.FIT, Criterion.INBOUND, Criterion.REQUIREMENTS),
    Definition.DEAL: (Criterion.NEED, Criterion.FIT, Criterion.TERMS, Criterion.RECORD),
}
"""What each definition wants to know of a contact, in the order of asking."""

_OPENERS: Mapping[Conversation, tuple[Inquiry, ...]] = {
    Conversation.OPEN: (),
    Conversation.CALL: (Inquiry.CALL,),
    Conversation.EMAIL: (Inquiry.EMAIL,),
    Conversation.NEVER: (Inquiry.CALL, Inquiry.EMAIL),
}


class Next(StrEnum):
    """A step that the coach can advise."""

    INQUIRE = "inquire"
    MISSING = "missing"
    CITE = "cite"
    WITHDRAW = "withdraw"
    NO_HOURS = "no-hours"
    DECIDE = "decide"
    WORK = "work"
    RECORD = "record"
    RECORD_AGAIN = "record-again"
    SIGN = "sign"
    NOTHING_BEHIND = "nothing-behind"
    NO_HOURS_LEFT = "no-hours-left"
    DIAGNOSE = "diagnose"
    RENEW = "renew"
    REFER = "refer"
    SERVE = "serve"


class Advice(NamedTuple):
    """A step; ``action`` is the move, or None where it takes the learner's own judgement."""

    step: Next
    action: Action | None = None


def advise(pack: Pack, state: State, definition: Definition) -> Advice | None:
    """The next wise step with the current contact; None when its case is over."""
    case, here = pack.case(state.current), state.here
    if here.is_over:
        return None
    hours = pack.budget - state.reserved - state.spent
    if here.pursuit is not None:
        return _pursue(case, here.pursuit, hours)
    return _mend(case, here, definition) or _find_out(case, here, definition, hours)


def known(case: Case, state: CaseState) -> dict[Criterion, Finding]:
    """What the sentences heard so far show; unknown where the answer was that nobody can say."""
    found = {
        said.inquiry.criterion: Finding.UNKNOWN
        for said in state.said
        if said.inquiry.criterion and not said.remark
    }
    for sentence in filter(None, map(case.sentence, heard(case, state))):
        found.update(sentence.shows)
    return found


def weighs(definition: Definition, criterion: Criterion, finding: Finding) -> bool:
    """Whether a finding can bear a verdict under this definition."""
    if (criterion, finding) in EXITS:
        return True
    counts = finding is Finding.YES or (definition is Definition.CRITERIA and criterion in LEAD)
    return criterion in ASKED[definition] and counts


def _mend(case: Case, state: CaseState, definition: Definition) -> Advice | None:
    """A claim that does not stand, or a sentence heard that nobody has cited yet."""
    claims = state.findings()
    shown = _shown(case, state)
    for criterion, mark in claims.items():
        if not stands(case, mark) and criterion not in shown:
            return Advice(Next.WITHDRAW, Mark(criterion, Finding.UNKNOWN, None))
    for criterion, (finding, sentence) in shown.items():
        claim = claims.get(criterion)
        if claim is None and not weighs(definition, criterion, finding):
            continue
        if claim is None or not stands(case, claim):
            return Advice(Next.CITE, Mark(criterion, finding, sentence))
    return None


def _shown(case: Case, state: CaseState) -> dict[Criterion, tuple[Finding, str]]:
    """Each criterion that was shown, with the first sentence that does."""
    shown: dict[Criterion, tuple[Finding, str]] = {}
    for sentence in filter(None, map(case.sentence, heard(case, state))):
        for criterion, finding in sentence.shows.items():
            shown.setdefault(criterion, (finding, sentence.id))
    return shown


def _find_out(case: Case, state: CaseState, definition: Definition, hours: int) -> Advice:
    made = tuple(inquiry for inquiry in Inquiry if state.made(inquiry))
    wanted = [inquiry for inquiry in _wanted(case, state, definition) if inquiry not in made]
    step = Next.INQUIRE
    if not wanted:
        wanted = [inquiry for inquiry in _missing(case, made, definition) if inquiry not in made]
        step = Next.MISSING
    for inquiry in wanted:
        if cost(inquiry) <= hours:
            return Advice(step, Inquire(inquiry))
    return Advice(Next.NO_HOURS if wanted else Next.DECIDE)


def _wanted(case: Case, state: CaseState, definition: Definition) -> Iterator[Inquiry]:
    """What a careful seller would find out, knowing only what has been heard; some may be made already."""
    yield from (Inquiry.LOOK_UP, Inquiry.CHECK)
    found = known(case, state)
    is_out = any(pair in EXITS for pair in found.items())
    questions = [] if is_out else list(_questions(definition, found))
    made = tuple(inquiry for inquiry in Inquiry if state.made(inquiry))
    if Process.ROLE in case.process and not role_is_known(case, made):
        questions.append(Inquiry.ASK_AUTHORITY)
    yield from _asked(case, questions)


def _asked(case: Case, questions: list[Inquiry]) -> Iterator[Inquiry]:
    """The questions, and before the first of them a word with the contact."""
    if any(question.criterion for question in questions):
        yield from _OPENERS[case.conversation]
    if case.conversation is Conversation.NEVER:
        questions = [inquiry for inquiry in questions if inquiry.criterion is None]
    yield from questions


def _questions(definition: Definition, found: Mapping[Criterion, Finding]) -> Iterator[Inquiry]:
    """The questions that could still change this definition's verdict."""
    open_first = [c for c in (Criterion.NEED, Criterion.AFFORD) if c not in found]
    yield from map(_question, open_first)
    if not open_first:
        yield from (_question(c) for c in _further(definition, found) if c not in found)


def _question(criterion: Criterion) -> Inquiry:
    return Inquiry(f"ask-{criterion}")


def _is_yes(found: Mapping[Criterion, Finding], *criteria: Criterion) -> bool:
    return all(found.get(criterion) is Finding.YES for criterion in criteria)


def _further(definition: Definition, found: Mapping[Criterion, Finding]) -> Iterator[Criterion]:
    """What is asked once need and money are."""
    match definition:
        case Definition.CRITERIA:
            yield from _by_criteria(found)
        case Definition.INITIATIVE if _is_yes(found, Criterion.INBOUND):
            yield Criterion.REQUIREMENTS
        case Definition.DEAL if _is_yes(found, Criterion.RECORD):
            yield Criterion.TERMS
        case _:
            return


def _by_criteria(found: Mapping[Criterion, Finding]) -> Iterator[Criterion]:
    if _is_yes(found, Criterion.NEED, Criterion.AFFORD):
        yield Criterion.MARKET
    if _is_yes(found, *LEAD) and found.get(Criterion.RELATION) is not Finding.NO:
        yield Criterion.REQUIREMENTS
        if _is_yes(found, Criterion.REQUIREMENTS):
            yield Criterion.TERMS
            if not _is_yes(found, Criterion.TERMS):
                yield Criterion.INCUMBENT


def _missing(case: Case, made: tuple[Inquiry, ...], definition: Definition) -> list[Inquiry]:
    """Where the usual questions have not brought what a verdict needs: what would, cheapest first."""
    supports = judge(definition, case).supports
    if any(is_settled(case, made, support) for support in supports):
        return []
    settled = frozenset(case.source.shows).union(*(settled_by(case, inquiry) for inquiry in made))
    least = min((support - settled for support in supports), key=len)
    useful = [i for i in sorted(Inquiry, key=cost) if i not in made and settled_by(case, i) & least]
    return list(_asked(case, useful))


def _pursue(case: Case, pursuit: Pursuit, hours: int) -> Advice:
    if pursuit.is_won:
        return _keep(pursuit, hours)
    if pursuit.signed is Outcome.LOST:
        return Advice(Next.DIAGNOSE)
    if case.deal is None and pursuit.steps:
        return Advice(Next.NOTHING_BEHIND)
    if pursuit.steps and pursuit.forecast is None:
        return Advice(Next.RECORD)
    if pursuit.next_step:
        return Advice(Next.WORK, Advance()) if COSTS[Advance] <= hours else Advice(Next.NO_HOURS_LEFT)
    likely = by_evidence(facts(case.deal, pursuit))
    if pursuit.forecast and abs(pursuit.forecast.probability - likely) > DRIFT:
        return Advice(Next.RECORD_AGAIN)
    return Advice(Next.SIGN, Sign()) if COSTS[Sign] <= hours else Advice(Next.NO_HOURS_LEFT)


def _keep(pursuit: Pursuit, hours: int) -> Advice:
    if not pursuit.renewed and COSTS[Renew] <= hours:
        return Advice(Next.RENEW, Renew())
    if not pursuit.referred and COSTS[Refer] <= hours:
        return Advice(Next.REFER, Refer())
    return Advice(Next.SERVE)
