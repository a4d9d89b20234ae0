"""An opportunity being pursued: its stages, its record, the customer's answer, and what follows a sale."""

from collections.abc import Mapping
from copy import replace
from typing import NamedTuple

from funnel.chance import below, draws
from funnel.forecast import by_evidence
from funnel.model import (
    Case,
    Deal,
    Fact,
    Finding,
    Forecast,
    LostReason,
    Outcome,
    Remark,
    Service,
    Step,
)

_SPREAD = 0x9E3779B1
"""Keeps the draws of neighbouring cases apart."""


class Pursuit(NamedTuple):
    """How far an opportunity has come; ``forecasts`` holds every record made, the last one stands."""

    steps: tuple[Step, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    signed: Outcome | None = None
    diagnosis: LostReason | None = None
    given_up: bool = False
    renewed: bool = False
    referred: bool = False
    service: Service | None = None

    @property
    def forecast(self) -> Forecast | None:
        """The record as it stands."""
        return self.forecasts[-1] if self.forecasts else None

    @property
    def tested(self) -> Forecast | None:
        """The record that stood when the customer answered.

        None for an opportunity that the learner gave up: that would make a forecast of 0 come true.
        """
        return self.forecast if self.signed and not self.given_up else None

    @property
    def next_step(self) -> Step | None:
        """The stage to work next; None after the last."""
        return next((step for step in Step if step not in self.steps), None)

    @property
    def is_over(self) -> bool:
        """Whether it is lost and diagnosed, or won and the customer's profile written."""
        return self.diagnosis is not None or self.service is not None

    @property
    def is_won(self) -> bool:
        """Whether the customer has signed."""
        return self.signed is Outcome.WON


def heard(deal: Deal | None, pursuit: Pursuit) -> tuple[Remark, ...]:
    """What was said so far, oldest first."""
    return tuple(remark for step in pursuit.steps for remark in (deal.heard.get(step, ()) if deal else ()))


def facts(deal: Deal | None, pursuit: Pursuit) -> dict[Fact, Finding]:
    """The facts that what was heard shows; the latest word counts."""
    return {fact: finding for remark in heard(deal, pursuit) for fact, finding in remark.shows.items()}


def answer(case: Case, seed: int, place: int) -> Outcome:
    """Whether the customer signs: as its author says, or drawn; nobody signs what was no opportunity.

    ``place`` is the case's place in its pack, so that each case draws its own number from the seed.
    """
    if case.deal is None:
        return Outcome.LOST
    if case.deal.outcome is not Outcome.OPEN:
        return case.deal.outcome
    drawn = below(draws(seed ^ (place + 1) * _SPREAD), 100)
    return Outcome.WON if drawn < by_evidence(case.deal.facts()) else Outcome.LOST


def truth(case: Case) -> LostReason:
    """Why it was lost; what no author gave a deal never was one."""
    return case.deal.loss.reason if case.deal and case.deal.loss else LostReason.NEVER_ONE


def advanced(pursuit: Pursuit) -> Pursuit:
    """After the next stage has been worked; ValueError after the last."""
    if pursuit.next_step is None:
        raise ValueError("all stages are worked")
    return replace(pursuit, steps=(*pursuit.steps, pursuit.next_step))


def pairs(pursuits: Mapping[str, Pursuit]) -> list[tuple[int, bool]]:
    """The forecast that stood when the customer answered, in percent, with the answer."""
    return [(one.tested.probability, one.is_won) for one in pursuits.values() if one.tested]
