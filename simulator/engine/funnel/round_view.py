"""What the templates see of a round, in a locale's words: contacts, funnel, score, verdicts."""

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from funnel import rounds
from funnel.forecast_view import LEFT, PITCH, RIGHT, WIDTH, Forecasts, money
from funnel.links import PARTING
from funnel.model import Case, Decide, Definition
from funnel.rounds import Level, Standing
from funnel.rules import CaseState
from funnel.wording import labels
from funnel.wording import rounds as wording

if TYPE_CHECKING:
    from funnel.view import View
    from funnel.words import Words

_MIDDLE, _WIDEST, _NARROWEST = 84, 152, 10
_TOP = 14


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


class Verdicts(NamedTuple):
    """A closed contact: whether the definitions agree, what they call it, and the sentence of each."""

    case: Case
    are_one: bool
    called: tuple[tuple[str, bool], ...]
    reasons: tuple[tuple[str, str], ...]


class Round:
    """The round that a view is part of."""

    def __init__(self, view: "View") -> None:
        self._view = view

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
    def _counts(self) -> dict[Level, int]:
        return rounds.levels(self._view.state)

    @cached_property
    def bars(self) -> tuple[Bar, ...]:
        """The levels of the funnel, each as wide as its share of the contacts."""
        counts, rates = self._counts, rounds.rates(self._counts)
        whole, names = counts[Level.CONTACT], wording.levels(self._words.t)
        return tuple(
            _bar(
                place,
                counts[level],
                whole,
                names[level] % self._count(counts[level]),
                self._rate(level, rates.get(level)),
            )
            for place, level in enumerate(Level)
        )

    def _rate(self, level: Level, rate: int | None) -> str:
        return (
            ""
            if rate is None
            else wording.rates(self._words.t)[level] % {"percent": self._words.percent(rate)}
        )

    def _count(self, count: int) -> dict[str, str]:
        return {"count": self._words.number(count)}

    @property
    def reached(self) -> Bar:
        """The last level that anybody has come to."""
        return [bar for bar in self.bars if not bar.is_hollow][-1]

    @property
    def has_customers(self) -> bool:
        return self._counts[Level.ACCOUNT] > 0

    @property
    def money(self) -> tuple[Money, Money]:
        """The pipeline and its weighted forecast."""
        found = rounds.pipeline(self._view.state)
        full = RIGHT - LEFT if found.value else 0
        weighted = full * found.weighted // found.value if found.value else 0
        return (
            Money(self.text["pipeline"], money(self._view, found.value), full),
            Money(self.text["weighted"], money(self._view, found.weighted), weighted),
        )

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
            *((self.text["counted"],) if self._counts[Level.OPPORTUNITY] else ()),
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

    # What else there is to see

    @cached_property
    def forecasts(self) -> Forecasts:
        """What was forecast, against what came."""
        return Forecasts(self._view, self.text)

    # The disagreement map

    @cached_property
    def map(self) -> tuple[Verdicts, ...]:
        """Every closed contact by the three definitions."""
        return tuple(self._verdicts(case) for case, _ in self._closed)

    def _verdicts(self, case: Case) -> Verdicts:
        found, names = rounds.verdicts(case), self._words.definitions
        are_one = len(set(found.values())) == 1
        called = self._called_by_all(found) if are_one else self._called_by_each(found)
        return Verdicts(
            case, are_one, called, tuple((names[d], case.verdicts[d].because) for d in Definition)
        )

    def _called_by_all(self, found: dict[Definition, Decide]) -> tuple[tuple[str, bool], ...]:
        values = self._named(*next(iter(found.items())))
        return ((self.text["verdict_of_all"] % values, False),)

    def _called_by_each(self, found: dict[Definition, Decide]) -> tuple[tuple[str, bool], ...]:
        """Each definition's verdict in words, and whether it is another than the one that judges."""
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
    return Bar(text, rate, _MIDDLE - width // 2, width, _TOP + PITCH * place, not count)
