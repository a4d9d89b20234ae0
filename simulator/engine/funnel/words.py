"""All words of a locale, as templates and views ask for them."""

from dataclasses import dataclass
from functools import cached_property
from gettext import NullTranslations

from funnel.forecast import hundredths
from funnel.formats import Locale, decimal, number
from funnel.model import (
    Criterion,
    Decision,
    Definition,
    Finding,
    Inquiry,
    Reason,
    Stage,
)
from funnel.wording import debrief, labels, page, play
from funnel.wording import pursuit as pursuits
from funnel.wording import record as records


@dataclass(frozen=True)
class Words:
    """All words of a locale, ready for templates."""

    t: NullTranslations
    locale: Locale

    @cached_property
    def criteria(self) -> dict[Criterion, str]:
        return labels.criteria(self.t)

    @cached_property
    def groups(self) -> tuple[tuple[str, tuple[Criterion, ...]], ...]:
        return labels.groups(self.t)

    @cached_property
    def findings(self) -> dict[Finding, str]:
        return labels.findings(self.t)

    @cached_property
    def inquiries(self) -> dict[Inquiry, str]:
        return labels.inquiries(self.t)

    @cached_property
    def decisions(self) -> dict[Decision, str]:
        return labels.decisions(self.t)

    @cached_property
    def reasons(self) -> dict[Reason, str]:
        return labels.reasons(self.t)

    @cached_property
    def stages(self) -> dict[Stage, str]:
        return labels.stages(self.t)

    @cached_property
    def definitions(self) -> dict[Definition, str]:
        return labels.definitions(self.t)

    @cached_property
    def play(self) -> dict[str, str]:
        return play.texts(self.t)

    @cached_property
    def debrief(self) -> dict[str, str]:
        return debrief.texts(self.t)

    @cached_property
    def page(self) -> dict[str, str]:
        return page.states(self.t)

    @cached_property
    def pursuit(self) -> dict[str, str]:
        return pursuits.texts(self.t)

    @cached_property
    def record(self) -> dict[str, str]:
        return records.texts(self.t)

    @cached_property
    def record_states(self) -> dict[str, str]:
        return records.states(self.t)

    def number(self, value: int) -> str:
        return number(value, self.locale)

    def percent(self, value: int) -> str:
        return self.pursuit["percent"] % {"number": self.number(value)}

    def decimal(self, ten_thousandths: int) -> str:
        """A Brier score as a number with two decimals."""
        return decimal(hundredths(ten_thousandths), self.locale)

    def hours(self, count: int) -> str:
        return play.hours(self.t, count, self.number(count))

    def quote(self, sentence: str) -> str:
        return self.debrief["quote"] % {"sentence": sentence}
