"""What a contact is, by each of the three definitions, and which evidence that rests on.

A definition is a rule set over findings, never a stored answer. Each judgement carries its
*supports*: alternative sets of criteria, any one of which justifies it. A criterion in a support
that nobody can know is settled by having asked and been told nothing.
Sources: ``criteria`` is S0-S2, ``initiative`` S3a, ``deal`` S3b (``outlines/statements.csv``).
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from funnel.model import (
    NEW_OPPORTUNITY,
    Case,
    Criterion,
    Decide,
    Decision,
    Definition,
    Finding,
    Reason,
)

type Findings = Mapping[Criterion, Finding]
type Support = frozenset[Criterion]

LEAD = frozenset({Criterion.NEED, Criterion.AFFORD, Criterion.MARKET})
"""What makes a lead by criteria: they need it, can pay, and buy within a reasonable time."""


class Judgement(NamedTuple):
    """The right decision by one definition, and the supports of which any one justifies it."""

    decision: Decide
    supports: tuple[Support, ...]


def judge(definition: Definition, case: Case) -> Judgement:
    """How a definition sees a case whose truth is known."""
    return _out(case) or _RULES[definition](case.truth)


def _is(findings: Findings, criterion: Criterion, finding: Finding) -> bool:
    return findings.get(criterion, Finding.UNKNOWN) is finding


def _yes(findings: Findings, *criteria: Criterion) -> bool:
    return all(_is(findings, criterion, Finding.YES) for criterion in criteria)


def _one(*criteria: Criterion) -> tuple[Support, ...]:
    return tuple(frozenset({criterion}) for criterion in criteria)


_EXITS = (
    (Criterion.GENUINE, Finding.NO, Reason.JUNK),
    (Criterion.DUPLICATE, Finding.YES, Reason.DUPLICATE),
    (Criterion.NEED, Finding.NO, Reason.NO_NEED),
    (Criterion.AFFORD, Finding.NO, Reason.CANNOT_AFFORD),
    (Criterion.FIT, Finding.NO, Reason.NO_FIT),
)


def _out(case: Case) -> Judgement | None:
    """What all three agree on: the ways off the list, and joining what is already pursued."""
    if _yes(case.truth, Criterion.PURSUED):
        return Judgement(Decide(Decision.CONVERT, opportunity=case.opportunity), _one(Criterion.PURSUED))
    for criterion, finding, reason in _EXITS:
        if _is(case.truth, criterion, finding):
            return Judgement(Decide(Decision.DISQUALIFY, reason=reason), _one(criterion))
    return None


def _by_criteria(findings: Findings) -> Judgement:
    asked_in_vain = [c for c in sorted(LEAD) if _is(findings, c, Finding.UNKNOWN)]
    if asked_in_vain:
        return Judgement(Decide(Decision.NURTURE), _one(*asked_in_vain))
    if not _yes(findings, *LEAD):
        return Judgement(Decide(Decision.NURTURE), (LEAD,))
    known_to_each_other = {Criterion.RELATION, Criterion.REQUIREMENTS}
    settling = [c for c in (Criterion.TERMS, Criterion.INCUMBENT) if _yes(findings, c)]
    if _yes(findings, *known_to_each_other) and settling:
        supports = tuple(LEAD | known_to_each_other | {criterion} for criterion in settling)
        return Judgement(_NEW, supports)
    return Judgement(Decide(Decision.QUALIFY), (LEAD,))


def _by_initiative(findings: Findings) -> Judgement:
    if _yes(findings, Criterion.INBOUND, Criterion.REQUIREMENTS):
        return Judgement(_NEW, (frozenset({Criterion.INBOUND, Criterion.REQUIREMENTS}),))
    return _worth_pursuing(findings)


def _by_deal(findings: Findings) -> Judgement:
    if _yes(findings, Criterion.TERMS, Criterion.RECORD):
        return Judgement(_NEW, (frozenset({Criterion.TERMS, Criterion.RECORD}),))
    return _worth_pursuing(findings)


def _worth_pursuing(findings: Findings) -> Judgement:
    """A lead because we could sell to them: there is a need, or they are what we look for."""
    grounds = [c for c in (Criterion.NEED, Criterion.FIT) if _yes(findings, c)]
    return Judgement(Decide(Decision.QUALIFY), _one(*grounds))


_NEW = Decide(Decision.CONVERT, opportunity=NEW_OPPORTUNITY)

_RULES: Mapping[Definition, Callable[[Findings], Judgement]] = {
    Definition.CRITERIA: _by_criteria,
    Definition.INITIATIVE: _by_initiative,
    Definition.DEAL: _by_deal,
}
