"""What the templates see of a round's forecasts, in a locale's words: what came, Brier score, calibration."""

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from funnel import forecast, rounds
from funnel.formats import amount
from funnel.links import NUMBERS
from funnel.model import AMOUNT
from funnel.rounds import Answered, Group, Standing
from funnel.wording import rounds as wording

if TYPE_CHECKING:
    from funnel.view import View
    from funnel.words import Words

WIDTH = 360
"""The width of a round's pictures, in units of the viewBox: on a small phone about a pixel each."""

LEFT, RIGHT = 8, 352
"""Where their long bars begin and end."""

PITCH = 52
"""From one row of theirs to the next."""


class Ended(NamedTuple):
    """An opportunity that was won or lost: who, what was on record, what came."""

    name: str
    recorded: str
    outcome: str


class Band(NamedTuple):
    """A group of forecasts: its words, where it is drawn, its share, and where perfect begins and ends."""

    text: str
    top: int
    width: int
    is_hollow: bool
    least: int
    most: int


class Forecasts:
    """The opportunities of a round that have come to their end."""

    def __init__(self, view: "View", text: dict[str, str]) -> None:
        self._view, self.text = view, text

    @property
    def _words(self) -> "Words":
        return self._view.words

    @cached_property
    def _answered(self) -> tuple[Answered, ...]:
        return rounds.answered(self._view.pack, self._view.state)

    @property
    def ended(self) -> tuple[Ended, ...]:
        """Every opportunity that was won or lost, in order."""
        return tuple(map(self._ended, self._answered))

    def _ended(self, one: Answered) -> Ended:
        recorded = self.text["no_record"]
        if one.amount is not None and one.probability is not None:
            values = {
                "amount": money(self._view, one.amount),
                "percent": self._words.percent(one.probability),
            }
            recorded = self.text["recorded"] % values
        outcome = wording.standings(self._words.t)[Standing.LOST if one.won is None else Standing.WON]
        return Ended(self._view.pack.case(one.case_id).contact.name, recorded, outcome)

    @property
    def balance(self) -> tuple[tuple[str, str], ...]:
        """What was forecast, and what was won."""
        found = rounds.balance(self._answered)
        return (
            (self.text["was_forecast"], money(self._view, found.forecast)),
            (self.text["was_won"], money(self._view, found.won)),
        )

    @property
    def unforeseen(self) -> str:
        count = rounds.balance(self._answered).unrecorded
        return wording.unforeseen(self._words.t, count, self._words.number(count)) if count else ""

    @cached_property
    def _pairs(self) -> list[tuple[int, bool]]:
        return rounds.pairs(self._view.state)

    @property
    def brier(self) -> tuple[str, ...]:
        """The Brier score beside the base rate, in sentences; the last one says how little it says."""
        score, base = forecast.brier(self._pairs), forecast.base_rate(self._pairs)
        if score is None or base is None:
            return (self.text["no_forecast"],)
        count, won = len(self._pairs), sum(came for _, came in self._pairs)
        shown, even = self._words.number, forecast.EVEN
        mine = {"score": self._words.decimal(score), "perfect": shown(0), "even": self._words.percent(even)}
        mine["even_score"] = self._words.decimal(even * even)
        average = {"won": shown(won), "count": shown(count), "score": self._words.decimal(base)}
        return (
            self.text["brier"] % mine,
            self.text["base"] % {**average, "percent": self._words.percent(rounds.share(won, count) or 0)},
            self.text[_compared(forecast.hundredths(score), forecast.hundredths(base))],
            wording.few(self._words.t, count, shown(count)),
        )

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The calibration picture's groups; none without a forecast."""
        if not self._pairs:
            return ()
        return tuple(self._band(place, group) for place, group in enumerate(rounds.groups(self._pairs)))

    def _band(self, place: int, group: Group) -> Band:
        shown, wide = self._words.number, RIGHT - LEFT
        span = self.text["range"] % {"least": shown(group.least), "most": shown(group.most)}
        values = {"range": span, "count": shown(group.forecasts), "won": shown(group.won)}
        text = wording.group(self._words.t, group.forecasts, values) if group.forecasts else self._none(span)
        width = wide * group.won // group.forecasts if group.forecasts else 0
        least, most = (LEFT + wide * edge // rounds.GROUPS for edge in (place, place + 1))
        return Band(text, PITCH * place, width, not group.forecasts, least, most)

    def _none(self, span: str) -> str:
        return self.text["no_group"] % {"range": span}

    @property
    def article(self) -> str:
        return self._view.root + NUMBERS


def money(view: "View", value: int) -> str:
    """An amount in the pack's currency, as the locale writes it."""
    return view.pack.currency.replace(AMOUNT, amount(value, view.words.locale))


def _compared(mine: int, base: int) -> str:
    return "same" if mine == base else "better" if mine < base else "worse"
