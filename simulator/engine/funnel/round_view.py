"""What the templates see of a round, in a locale's words: contacts, pictures, score, forecasts, verdicts."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from funnel import forecast, rounds
from funnel.formats import amount, decimal
from funnel.links import NUMBERS, PARTING
from funnel.model import AMOUNT, Case, Decide, Definition
from funnel.rounds import Answered, Group, Level, Standing
from funnel.rules import CaseState
from funnel.wording import labels
from funnel.wording import rounds as wording

if TYPE_CHECKING:
    from funnel.rendering import View, Words

WIDTH = 360
"""The width of every picture, in units of its viewBox: on a small phone about a pixel each."""

_MIDDLE, _WIDEST, _NARROWEST = 84, 152, 10
_TOP, _PITCH = 14, 52
_LEFT, _RIGHT = 8, 352


class Row(NamedTuple):
    """A contact in the list of all: who, where it stands, the hours it took."""

    case: Case
    status: str
    spent: str
    is_shown: bool
    is_closed: bool


class Bar(NamedTuple):
    """A level of the funnel: its words, and where it is drawn; nobody there makes it hollow."""

    text: str
    rate: str
    left: int
    width: int
    top: int
    is_hollow: bool


class Money(NamedTuple):
    """An amount with its name and the length of its bar."""

    name: str
    value: str
    width: int


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


class Verdicts(NamedTuple):
    """A closed contact: whether the definitions agree, what they call it, and the sentence of each."""

    case: Case
    are_one: bool
    called: tuple[tuple[str, bool], ...]
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Round:
    """The round that a view is part of."""

    _view: "View"

    @property
    def _words(self) -> "Words":
        return self._view.words

    @cached_property
    def text(self) -> dict[str, str]:
        return wording.texts(self._words.t)

    @property
    def is_single(self) -> bool:
        """Whether there is one contact alone, and so nothing to choose from."""
        return len(self._view.order) == 1

    @cached_property
    def is_judged(self) -> bool:
        """Whether there is something to say of how cases were judged, and it may be said."""
        return bool(self._closed) and not self._view.coaching.is_silent

    @cached_property
    def _closed(self) -> tuple[tuple[Case, CaseState], ...]:
        view = self._view
        every = ((view.pack.case(case_id), view.state.cases[case_id]) for case_id in view.order)
        return tuple((case, state) for case, state in every if state.is_over)

    # The contacts

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every contact of the round, in order."""
        return tuple(self._row(case_id) for case_id in self._view.order)

    def _row(self, case_id: str) -> Row:
        view, state = self._view, self._view.state.cases[case_id]
        spent = self.text["spent"] % {"spent": self._words.hours(state.spent)} if state.spent else ""
        is_shown = case_id == view.state.current
        return Row(view.pack.case(case_id), self._status(state), spent, is_shown, state.is_over)

    def _status(self, state: CaseState) -> str:
        stands = rounds.standing(state)
        if stands is Standing.PURSUED and state.pursuit and state.pursuit.steps:
            stage = labels.steps(self._words.t)[state.pursuit.steps[-1]]
            return self.text["at_stage"] % {"stage": stage}
        return self._standings[stands]

    @cached_property
    def _standings(self) -> dict[Standing, str]:
        return wording.standings(self._words.t)

    @cached_property
    def referrals(self) -> tuple[tuple[str, str, str], ...]:
        """The people whom customers named: name, firm, who named them."""
        named_by = self._words.pursuit["named_by"]
        return tuple(
            (person.name, person.firm, named_by % {"name": case.contact.name})
            for person, case in rounds.referrals(self._view.pack, self._view.state)
        )

    @property
    def referred(self) -> str:
        """How many they are, and that they cannot be played."""
        count = len(self.referrals)
        return wording.referred(self._words.t, count, self._words.number(count))

    # The funnel picture

    @property
    def mirror(self) -> str:
        """The transformation of a picture's shapes where the script runs from the right."""
        return f"matrix(-1 0 0 1 {WIDTH} 0)" if self._is_mirrored else ""

    @property
    def direction(self) -> str:
        return self._words.locale.dir

    @property
    def _is_mirrored(self) -> bool:
        return self.direction == "rtl"

    def x(self, place: int) -> int:
        """Where a text stands that belongs to this place from the left."""
        return WIDTH - place if self._is_mirrored else place

    @cached_property
    def bars(self) -> tuple[Bar, ...]:
        """The levels of the funnel, each as wide as its share of the contacts."""
        counts = rounds.levels(self._view.state)
        whole, names = counts[Level.CONTACT], wording.levels(self._words.t)
        return tuple(
            _bar(place, counts[level], whole, names[level] % self._count(counts[level]), self._rate(level))
            for place, level in enumerate(Level)
        )

    def _rate(self, level: Level) -> str:
        rate = rounds.rates(rounds.levels(self._view.state)).get(level)
        return "" if rate is None else wording.rates(self._words.t)[level] % {"percent": self._percent(rate)}

    def _count(self, count: int) -> dict[str, str]:
        return {"count": self._words.number(count)}

    def _percent(self, value: int) -> str:
        return self._words.pursuit["percent"] % {"number": self._words.number(value)}

    @property
    def reached(self) -> Bar:
        """The last level that anybody has come to."""
        return [bar for bar in self.bars if not bar.is_hollow][-1]

    @property
    def has_customers(self) -> bool:
        return not self.bars[-1].is_hollow

    @property
    def money(self) -> tuple[Money, Money]:
        """The pipeline and its weighted forecast."""
        found = rounds.pipeline(self._view.state)
        full = _RIGHT - _LEFT if found.value else 0
        weighted = full * found.weighted // found.value if found.value else 0
        return (
            Money(self.text["pipeline"], self._money(found.value), full),
            Money(self.text["weighted"], self._money(found.weighted), weighted),
        )

    def _money(self, value: int) -> str:
        return self._view.pack.currency.replace(AMOUNT, amount(value, self._words.locale))

    def figure(self, money: Money) -> str:
        """An amount with its name, for screen readers."""
        return self.text["figure"] % {"name": money.name, "value": money.value}

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the funnel's numbers leave out."""
        t, shown = self._words.t, self._words.number
        joined = sum(rounds.standing(s) is Standing.JOINED for s in self._view.state.cases.values())
        missing = rounds.pipeline(self._view.state).unrecorded
        return (
            *((self.text["counted"],) if not self.bars[2].is_hollow else ()),
            *((wording.joined(t, joined, shown(joined)),) if joined else ()),
            *((wording.unrecorded(t, missing, shown(missing)),) if missing else ()),
        )

    # The score

    @cached_property
    def results(self) -> tuple[tuple[Case, str, int], ...]:
        """Every closed contact with the decision and the score, in order."""
        view, definition = self._view, self._view.attempt.definition
        return tuple(
            (case, view.decision_name(state.decided), rounds.score(case, state, definition).total)
            for case, state in self._closed
            if state.decided
        )

    @cached_property
    def average(self) -> int:
        """The round's score, out of 100."""
        view = self._view
        return rounds.mean(view.pack, view.state, view.attempt.definition)

    @property
    def points(self) -> str:
        return self._view.points(self.average, 100)

    @property
    def title(self) -> str:
        """The heading over the scores."""
        if not self._view.is_over:
            return self.text["score_so_far"]
        return self._words.debrief["round_over"] % self._count(len(self._view.order))

    # Forecasts

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
            values = {"amount": self._money(one.amount), "percent": self._percent(one.probability)}
            recorded = self.text["recorded"] % values
        outcome = self._standings[Standing.LOST if one.won is None else Standing.WON]
        return Ended(self._view.pack.case(one.case_id).contact.name, recorded, outcome)

    @property
    def balance(self) -> tuple[tuple[str, str], ...]:
        """What was forecast, and what was won."""
        found = rounds.balance(self._answered)
        return (
            (self.text["was_forecast"], self._money(found.forecast)),
            (self.text["was_won"], self._money(found.won)),
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
        mine = {"score": self._decimal(score), "perfect": shown(0), "even": self._percent(even)}
        mine["even_score"] = self._decimal(even * even)
        average = {"won": shown(won), "count": shown(count), "score": self._decimal(base)}
        return (
            self.text["brier"] % mine,
            self.text["base"] % {**average, "percent": self._percent(rounds.share(won, count) or 0)},
            self.text[_compared(_hundredths(score), _hundredths(base))],
            wording.few(self._words.t, count, shown(count)),
        )

    def _decimal(self, score: int) -> str:
        return decimal(_hundredths(score), self._words.locale)

    @property
    def bands(self) -> tuple[Band, ...]:
        """The calibration picture's groups; none without a forecast."""
        if not self._pairs:
            return ()
        return tuple(self._band(place, group) for place, group in enumerate(rounds.groups(self._pairs)))

    def _band(self, place: int, group: Group) -> Band:
        shown, wide = self._words.number, _RIGHT - _LEFT
        span = self.text["range"] % {"least": shown(group.least), "most": shown(group.most)}
        values = {"range": span, "count": shown(group.forecasts), "won": shown(group.won)}
        text = wording.group(self._words.t, group.forecasts, values) if group.forecasts else self._none(span)
        width = wide * group.won // group.forecasts if group.forecasts else 0
        least, most = (_LEFT + wide * edge // rounds.GROUPS for edge in (place, place + 1))
        return Band(text, _PITCH * place, width, not group.forecasts, least, most)

    def _none(self, span: str) -> str:
        return self.text["no_group"] % {"range": span}

    @property
    def numbers_article(self) -> str:
        return self._view.root + NUMBERS

    # The disagreement map

    @cached_property
    def map(self) -> tuple[Verdicts, ...]:
        """Every closed contact by the three definitions."""
        return tuple(self._verdicts(case) for case, _ in self._closed)

    def _verdicts(self, case: Case) -> Verdicts:
        found, names = rounds.verdicts(case), self._words.definitions
        are_one = len(set(found.values())) == 1
        called = self._called_by_all(case) if are_one else self._called_by_each(case)
        return Verdicts(
            case, are_one, called, tuple((names[d], case.verdicts[d].because) for d in Definition)
        )

    def _called_by_all(self, case: Case) -> tuple[tuple[str, bool], ...]:
        verdict = self._standings[rounds.called(rounds.verdicts(case)[self._view.attempt.definition])]
        return ((self.text["verdict_of_all"] % {"verdict": verdict}, False),)

    def _called_by_each(self, case: Case) -> tuple[tuple[str, bool], ...]:
        """Each definition's verdict in words, and whether it is another than the one that judges."""
        found = rounds.verdicts(case)
        mine = found[self._view.attempt.definition]
        return tuple(
            (self.text["verdict"] % self._named(definition, decide), decide != mine)
            for definition, decide in found.items()
        )

    def _named(self, definition: Definition, decide: Decide) -> dict[str, str]:
        verdict = self._standings[rounds.called(decide)]
        return {"definition": self._words.definitions[definition], "verdict": verdict}

    @property
    def agreement(self) -> str:
        """On how many contacts the definitions agree."""
        count, agree = len(self.map), sum(one.are_one for one in self.map)
        numbers = {"count": count, "agree": agree, "part": count - agree}
        shown = {name: self._words.number(number) for name, number in numbers.items()}
        return wording.agreement(self._words.t, count, shown)

    @property
    def definitions_article(self) -> str:
        return self._view.root + PARTING


def _bar(place: int, count: int, whole: int, text: str, rate: str) -> Bar:
    width = max(_NARROWEST, _WIDEST * count // whole)
    return Bar(text, rate, _MIDDLE - width // 2, width, _TOP + _PITCH * place, not count)


def _hundredths(score: int) -> int:
    """Ten-thousandths as hundredths, which is how they are shown and therefore compared."""
    return (score + 50) // 100


def _compared(mine: int, base: int) -> str:
    return "same" if mine == base else "better" if mine < base else "worse"
