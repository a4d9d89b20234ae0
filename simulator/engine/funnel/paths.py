"""The cheapest complete way through a case, found by trying every set of inquiries that help."""

from collections.abc import Iterator
from itertools import combinations

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
    complete = (made for made in _possible(case, judgement) if _is_complete(case, made, judgement))
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


def _possible(case: Case, judgement: Judgement) -> Iterator[tuple[Inquiry, ...]]:
    """Every set of inquiries that can all bring an answer, none of them useless."""
    useful = [inquiry for inquiry in Inquiry if _is_useful(case, inquiry, judgement)]
    for size in range(len(useful) + 1):
        for made in combinations(useful, size):
            if _can_ask(case, made):
                yield made


def _is_useful(case: Case, inquiry: Inquiry, judgement: Judgement) -> bool:
    wanted = frozenset({Criterion.AUTHORITY, Criterion.INFLUENCE}).union(*judgement.supports)
    is_step = inquiry in (Inquiry.LOOK_UP, Inquiry.CHECK, Inquiry.ASK_AUTHORITY)
    return is_step or inquiry is _OPENS.get(case.conversation) or bool(settled_by(case, inquiry) & wanted)


def _can_ask(case: Case, made: tuple[Inquiry, ...]) -> bool:
    if case.conversation is Conversation.OPEN or not any(i.criterion for i in made):
        return True
    return _OPENS.get(case.conversation) in made


def _is_complete(case: Case, made: tuple[Inquiry, ...], judgement: Judgement) -> bool:
    practised = {
        Process.LOOK_UP: Inquiry.LOOK_UP in made,
        Process.CHECK: Inquiry.CHECK in made,
        Process.ROLE: role_is_known(case, made),
    }
    return all(practised[step] for step in case.process) and any(
        is_settled(case, made, support) for support in judgement.supports
    )


def _hours(made: tuple[Inquiry, ...]) -> int:
    return sum(cost(inquiry) for inquiry in made) + DECISION_COST
