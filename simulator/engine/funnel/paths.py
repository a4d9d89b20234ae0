"""The cheapest complete way through a case, found by trying every set of inquiries that meets its needs."""

from collections.abc import Iterator

from funnel.definitions import Judgement, Support
from funnel.model import (
    NEW_OPPORTUNITY,
    Advance,
    Case,
    Conversation,
    Criterion,
    Finding,
    Inquiry,
    Process,
    Sign,
    Step,
)
from funnel.moves import COSTS, DECISION_COST, cost

PURSUIT_COST = len(Step) * COSTS[Advance] + COSTS[Sign]
"""Hours from a new opportunity to the customer's answer, no stage left out."""

_OPENS = {Conversation.CALL: Inquiry.CALL, Conversation.EMAIL: Inquiry.EMAIL}


def shown(case: Case, inquiry: Inquiry) -> frozenset[Criterion]:
    """The criteria of which an inquiry shows the truth."""
    return frozenset(
        criterion
        for sentence in case.replies.get(inquiry, ())
        for criterion, finding in sentence.shows.items()
        if case.finding(criterion) is finding
    )


def settled_by(case: Case, inquiry: Inquiry) -> frozenset[Criterion]:
    """The criteria that are settled once an inquiry is made: shown, or asked about in vain."""
    asked = inquiry.criterion
    in_vain = asked is not None and case.finding(asked) is Finding.UNKNOWN
    return shown(case, inquiry) | (frozenset({asked}) if asked and in_vain else frozenset())


def known_at_start(case: Case) -> frozenset[Criterion]:
    """The criteria that the source of the contact settles."""
    return frozenset(c for c, finding in case.source.shows.items() if case.finding(c) is finding)


def cheapest(case: Case, judgement: Judgement) -> tuple[int, tuple[Inquiry, ...]]:
    """Hours and inquiries of the cheapest complete path, the closing decision included."""
    opener = _OPENS.get(case.conversation)
    complete = {
        tuple(inquiry for inquiry in Inquiry if inquiry in made)
        for support in judgement.supports
        for made in _covers(_needs(case, support), opener, frozenset())
    }
    best = min(complete, key=lambda made: (_hours(made), made))
    return _hours(best) + (PURSUIT_COST if is_pursued(case, judgement) else 0), best


def is_pursued(case: Case, judgement: Judgement) -> bool:
    """Whether a right decision on this case opens an opportunity that has something to tell."""
    return case.deal is not None and judgement.decision.opportunity == NEW_OPPORTUNITY


def is_settled(case: Case, made: tuple[Inquiry, ...], support: Support) -> bool:
    """Whether the inquiries made settle every criterion of a support."""
    settled = known_at_start(case).union(*(settled_by(case, inquiry) for inquiry in made))
    return support <= settled


def role_is_known(case: Case, made: tuple[Inquiry, ...]) -> bool:
    """Whether the learner has found out who decides, or asked."""
    role = {Criterion.AUTHORITY, Criterion.INFLUENCE}
    return Inquiry.ASK_AUTHORITY in made or any(shown(case, i) & role for i in made)


def _needs(case: Case, support: Support) -> tuple[frozenset[Inquiry], ...]:
    """For everything that a complete path has to bring, the inquiries of which one brings it."""
    can_talk = case.conversation is not Conversation.NEVER
    settled = {i: settled_by(case, i) for i in Inquiry if can_talk or i.criterion is None}
    role = {Criterion.AUTHORITY, Criterion.INFLUENCE}
    practised = {
        Process.LOOK_UP: frozenset({Inquiry.LOOK_UP}),
        Process.CHECK: frozenset({Inquiry.CHECK}),
        Process.ROLE: frozenset(i for i in settled if i is Inquiry.ASK_AUTHORITY or shown(case, i) & role),
    }
    unknown = sorted(support - known_at_start(case))
    return (
        *(practised[step] for step in case.process),
        *(frozenset(i for i, criteria in settled.items() if c in criteria) for c in unknown),
    )


def _covers(
    needs: tuple[frozenset[Inquiry], ...], opener: Inquiry | None, made: frozenset[Inquiry]
) -> Iterator[frozenset[Inquiry]]:
    """Sets of inquiries that meet every need, the one that opens the conversation with the first question."""
    unmet = next((inquiries for inquiries in needs if not inquiries & made), None)
    if unmet is None:
        yield made
        return
    for inquiry in unmet:
        opened = {opener} if opener and inquiry.criterion else set()
        yield from _covers(needs, opener, made | {inquiry} | opened)


def _hours(made: tuple[Inquiry, ...]) -> int:
    return sum(cost(inquiry) for inquiry in made) + DECISION_COST
