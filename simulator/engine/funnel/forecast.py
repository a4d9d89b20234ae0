"""How likely a deal is: the stage's default, and what the evidence says; both are shown, with reasons.

The weights are this site's own, chosen so that a deal with everything in its favour stands at 95 and one
with everything against it at 5; ``docs/<locale>/learn/how-the-score-works.md`` lists them.
"""

from collections.abc import Mapping

from funnel.model import Fact, Finding, Step

type Facts = Mapping[Fact, Finding]

DEFAULTS: Mapping[Step, int] = {Step.NEEDS: 20, Step.PROPOSAL: 50, Step.NEGOTIATION: 80}
"""What CRM systems put down for a stage when nothing more is known, in percent."""

EVEN = 50
LEAST, MOST = 5, 95

WEIGHTS: Mapping[Fact, Mapping[Finding, int]] = {
    Fact.SIGNER: {Finding.YES: 15, Finding.NO: -15},
    Fact.PRICE: {Finding.YES: 10, Finding.NO: -15},
    Fact.RIVAL: {Finding.YES: -15, Finding.NO: 10},
    Fact.DATE: {Finding.YES: 5, Finding.NO: -10},
    Fact.PAPER: {Finding.YES: 10, Finding.NO: -5},
}
"""Percentage points that each fact adds or takes."""


def by_stage(step: Step | None) -> int:
    """The default of the last stage that was worked, in percent; the first one's before any was."""
    return DEFAULTS[step or Step.NEEDS]


def by_evidence(facts: Facts) -> int:
    """What the facts heard so far make of an even chance, in percent; an unknown fact changes nothing."""
    return max(LEAST, min(MOST, EVEN + sum(points for _, _, points in reasons(facts))))


def reasons(facts: Facts) -> tuple[tuple[Fact, Finding, int], ...]:
    """Each fact that counts, with its points, in the order of the model."""
    return tuple(
        (fact, facts[fact], WEIGHTS[fact][facts[fact]])
        for fact in Fact
        if facts.get(fact, Finding.UNKNOWN) is not Finding.UNKNOWN
    )


def brier(pairs: list[tuple[int, bool]]) -> int | None:
    """The Brier score of forecasts in percent against what came, in ten-thousandths; None without any.

    0 is perfect, always saying 50 % gives 2,500. Source: Brier, Monthly Weather Review 78 (1950).
    """
    if not pairs:
        return None
    return round(sum((percent - 100 * won) ** 2 for percent, won in pairs) / len(pairs))


def base_rate(pairs: list[tuple[int, bool]]) -> int | None:
    """The Brier score of always forecasting the share that was won, in ten-thousandths."""
    won = sum(outcome for _, outcome in pairs)
    return round(10_000 * won * (len(pairs) - won) / len(pairs) ** 2) if pairs else None


def hundredths(score: int) -> int:
    """Ten-thousandths as hundredths, which is how scores are shown and therefore compared."""
    return (score + 50) // 100
