"""What the templates see of an opportunity: its stages, record, moves and ending, in a locale's words."""

from typing import TYPE_CHECKING, NamedTuple

from funnel import forecast
from funnel.formats import amount
from funnel.model import (
    AMOUNT,
    Action,
    Advance,
    Case,
    Fact,
    Finding,
    Forecast,
    Gain,
    LostReason,
    Pack,
    Refer,
    Renew,
    Service,
    Sign,
    Step,
)
from funnel.moves import AMOUNT_LIMIT, COSTS, DAYS_LIMIT, PROBABILITY_LIMIT
from funnel.pursuit import Pursuit, facts, truth
from funnel.rules import Refusal
from funnel.wording import labels
from funnel.wording import pursuit as wording

if TYPE_CHECKING:
    from funnel.words import Words

_EXAMPLE = 1_200_000
"""An amount that shows how a locale writes one."""


class Stage(NamedTuple):
    """A stage of the opportunity; what was heard has the tags of what it shows."""

    name: str
    is_worked: bool
    is_latest: bool
    heard: tuple[tuple[str, tuple[str, ...]], ...]


class Field(NamedTuple):
    """A number that the learner types: its names and words, what is on record, and the highest allowed."""

    name: str
    label: str
    help: str
    value: str
    most: int
    wrong: str


class Button(NamedTuple):
    """A move: what it says and costs, and the verb that it sends or the form that it opens."""

    name: str
    cost: str
    verb: str = ""
    form: str = ""


class Panel(NamedTuple):
    """Moves that belong together."""

    id: str
    title: str
    buttons: tuple[Button, ...]


class Pursuing(NamedTuple):
    """One opportunity in one locale; in guided mode sentences have tags."""

    pack: Pack
    case: Case
    pursuit: Pursuit
    words: "Words"
    is_guided: bool

    @property
    def is_open(self) -> bool:
        """Whether the customer has not answered yet."""
        return self.pursuit.signed is None

    @property
    def is_won(self) -> bool:
        return self.pursuit.is_won

    @property
    def asks_why(self) -> bool:
        """Whether it is lost and the learner's diagnosis is due."""
        return not self.is_open and not self.is_won and not self.pursuit.is_over

    @property
    def title(self) -> str:
        """What this is about now."""
        said = self.words.pursuit
        return said["title"] if self.is_open else said["signed" if self.is_won else "not_signed"]

    def _money(self, value: int) -> str:
        return self.pack.currency.replace(AMOUNT, amount(value, self.words.locale))

    @property
    def stages(self) -> tuple[Stage, ...]:
        """All three stages, in order."""
        names, worked = labels.steps(self.words.t), self.pursuit.steps
        return tuple(
            Stage(names[step], step in worked, worked[-1:] == (step,), self._heard(step)) for step in Step
        )

    def _heard(self, step: Step) -> tuple[tuple[str, tuple[str, ...]], ...]:
        if self.case.deal is None or step not in self.pursuit.steps:
            return ()
        named = wording.facts(self.words.t) if self.is_guided else {}
        return tuple(
            (remark.text, tuple(named[fact] for fact in remark.shows.items() if fact in named))
            for remark in self.case.deal.heard.get(step, ())
        )

    @property
    def record(self) -> tuple[tuple[str, str], ...]:
        """What is on record, by the names of its fields."""
        said, recorded = self.words.pursuit, self.pursuit.forecast
        missing = said["not_recorded"]
        return (
            (said["amount"], self._money(recorded.amount) if recorded else missing),
            (said["probability"], self.words.percent(recorded.probability) if recorded else missing),
            (said["days"], self._days(recorded.days) if recorded else missing),
        )

    def _days(self, count: int) -> str:
        return wording.days(self.words.t, count, self.words.number(count))

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of the form that records the opportunity."""
        said, shown, recorded = self.words.pursuit, self.words.number, self.pursuit.forecast
        example = {"example": self._money(_EXAMPLE)}
        return (
            Field(
                "amount",
                said["amount"],
                said["amount_help"] % example,
                amount(recorded.amount, self.words.locale) if recorded else "",
                AMOUNT_LIMIT,
                said["amount_wrong"] % example,
            ),
            Field(
                "forecast",
                said["probability_field"],
                "",
                shown(recorded.probability) if recorded else "",
                PROBABILITY_LIMIT,
                said["probability_wrong"] % {"least": shown(0), "most": shown(PROBABILITY_LIMIT)},
            ),
            Field(
                "days",
                said["days_field"],
                "",
                shown(recorded.days) if recorded else "",
                DAYS_LIMIT,
                said["days_wrong"] % {"least": shown(0), "most": shown(DAYS_LIMIT)},
            ),
        )

    @property
    def by_stage(self) -> tuple[str, str]:
        """The stage's default probability: what it is called, and how much it is."""
        reached = self.pursuit.steps[-1] if self.pursuit.steps else Step.NEEDS
        name = self.words.pursuit["by_stage"] % {"stage": labels.steps(self.words.t)[reached]}
        return name, self.words.percent(forecast.by_stage(reached))

    @property
    def by_evidence(self) -> str:
        """The probability that what was heard makes."""
        return self.words.percent(forecast.by_evidence(self._facts))

    @property
    def evidence(self) -> tuple[tuple[str, str], ...]:
        """Each fact that counts, with its points."""
        named, t = wording.facts(self.words.t), self.words.t
        return tuple(
            (named[fact, finding], wording.points(t, points, self.words.number(abs(points))))
            for fact, finding, points in forecast.reasons(self._facts)
        )

    @property
    def even(self) -> dict[str, str]:
        return {"even": self.words.percent(forecast.EVEN)}

    @property
    def limits(self) -> dict[str, str] | None:
        """The limits of a probability by evidence, where the sum of the points lies beyond them."""
        total = forecast.EVEN + sum(points for _, _, points in forecast.reasons(self._facts))
        if forecast.LEAST <= total <= forecast.MOST:
            return None
        return {"least": self.words.percent(forecast.LEAST), "most": self.words.percent(forecast.MOST)}

    @property
    def _facts(self) -> dict[Fact, Finding]:
        return facts(self.case.deal, self.pursuit)

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The moves there are now, none of them hidden for being unwise."""
        if self.pursuit.is_over or self.asks_why:
            return ()
        said = self.words.pursuit
        first, last = ("ask", "finish") if self.is_won else ("forward", "end")
        return (
            Panel("sim-find-out", said[first], self._asking if self.is_won else self._working),
            Panel("sim-decide", said[last], self._finishing if self.is_won else self._ending),
        )

    @property
    def _working(self) -> tuple[Button, ...]:
        step, said = self.pursuit.next_step, self.words.pursuit
        work = (
            Button(wording.works(self.words.t)[step], self._cost(Advance), verb="advance") if step else None
        )
        record = Button(said["record"], said["free"], form="sim-forecast")
        return (work, record) if work else (record,)

    @property
    def _ending(self) -> tuple[Button, ...]:
        said = self.words.pursuit
        return (
            Button(said["sign"], self._cost(Sign), verb="sign"),
            Button(said["lose"], said["free"], form="sim-lose"),
        )

    @property
    def _asking(self) -> tuple[Button, ...]:
        said = self.words.pursuit
        return (
            Button(said["renew"], self._cost(Renew), verb="renew"),
            Button(said["refer"], self._cost(Refer), verb="refer"),
        )

    @property
    def _finishing(self) -> tuple[Button, ...]:
        said = self.words.pursuit
        return (Button(said["serve"], said["free"], form="sim-serve"),)

    def _cost(self, action: type) -> str:
        return self.words.hours(COSTS[action])

    @property
    def lost_reasons(self) -> dict[LostReason, str]:
        return labels.lost_reasons(self.words.t)

    @property
    def services(self) -> dict[Service, str]:
        return labels.services(self.words.t)

    @property
    def gain(self) -> Gain | None:
        """What its author knows of a sale; None before there is one."""
        return self.case.deal.gain if self.is_won and self.case.deal else None

    @property
    def named(self) -> str:
        """How many people the customer named."""
        count = len(self.gain.referrals) if self.gain else 0
        if not count:
            return self.words.pursuit["no_names"]
        return wording.named(self.words.t, count, self.words.number(count))

    @property
    def truth(self) -> tuple[str, ...]:
        """Why it was won or lost, in sentences; the learner's own reason for a loss comes first."""
        said, deal = self.words.pursuit, self.case.deal
        if self.gain:
            return (self.gain.because,)
        if self.pursuit.diagnosis is None:
            return ()
        thought = said["you_thought"] % {"reason": self.lost_reasons[self.pursuit.diagnosis]}
        if deal is not None and deal.loss is None:
            return thought, said["given_up"]
        because = deal.loss.because if deal and deal.loss else said["never_one"]
        return thought, said["it_was"] % {"reason": self.lost_reasons[truth(self.case)]}, because

    def refusal(self, refusal: Refusal, words: str) -> str:
        """Why a move was refused, where it is another reason than for a contact."""
        if refusal is not Refusal.OUT_OF_EFFORT:
            return words
        return self.words.pursuit["too_few_hours_won" if self.is_won else "too_few_hours"]

    def news(self, action: Action) -> str:
        """What a screen reader is told after a move."""
        said = self.words.pursuit
        match action:
            case Forecast():
                return said["recorded"]
            case Advance():
                heard = self._heard(self.pursuit.steps[-1])
                return " ".join(text for text, _ in heard) or said["nothing_heard"]
            case Renew():
                return self.gain.recurring if self.gain else ""
            case Refer():
                return self.named
            case Sign():
                return self.title
            case _:
                return said["opened"]
