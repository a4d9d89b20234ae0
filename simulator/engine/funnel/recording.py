"""What the templates see of the learner's record: charts, tables and sentences made of tallies."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from funnel import forecast
from funnel.forecast import base_rate, brier
from funnel.formats import digits
from funnel.links import article
from funnel.model import Criterion
from funnel.records import ROUNDS_LIMIT, Claims, Tally, together
from funnel.scoring import Line, Part, Why
from funnel.starting import Offer
from funnel.wording import record as wording
from funnel.wording.start import modes

if TYPE_CHECKING:
    from funnel.words import Words

WIDTH, HEIGHT = 320, 100
"""Of a chart, in its own units."""

FEW = 30
"""Fewer forecasts than this say little."""

_EVEN = forecast.EVEN**2
"""The Brier score of always forecasting an even chance, in ten-thousandths."""


class Round(NamedTuple):
    """A round that has ended: when (ISO 8601), with which pack, and its tally, or why there is none."""

    ended: str
    pack: str
    result: Tally | str


class Row(NamedTuple):
    """A round in the table. ``place`` counts from the oldest that was sent, at 0."""

    place: int
    ended: str
    day: str
    title: str
    terms: str
    given_up: str
    score: str
    brier: str
    problem: str


class Strength(NamedTuple):
    """A criterion in the table, with the article that explains it."""

    name: str
    link: str
    claims: Claims


class Chart(NamedTuple):
    """A line of values from 0 to ``most``; ``path`` and ``dots`` are in units of the chart."""

    path: str
    dots: str
    alternative: str


class Recorded(NamedTuple):
    """All rounds in one locale, oldest first; ``root`` leads to the locale's home."""

    words: "Words"
    rounds: tuple[Round, ...]
    offers: tuple[Offer, ...]
    root: str

    @property
    def text(self) -> dict[str, str]:
        return self.words.record

    @property
    def how_many(self) -> str:
        return wording.rounds(self.words.t, len(self.rounds), self.words.number(len(self.rounds)))

    @property
    def latest(self) -> str:
        """What is said when there may be more rounds than are shown."""
        if len(self.rounds) < ROUNDS_LIMIT:
            return ""
        return self.text["latest"] % {"count": self.words.number(ROUNDS_LIMIT)}

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """The rounds that could be worked out."""
        return tuple(one.result for one in self.rounds if isinstance(one.result, Tally))

    @property
    def rows(self) -> tuple[Row, ...]:
        """The table, latest first."""
        return tuple(self._row(place, one) for place, one in enumerate(self.rounds))[::-1]

    def _row(self, place: int, one: Round) -> Row:
        titles = {offer.id: offer.title for offer in self.offers}
        day = digits(one.ended[:10], self.words.locale.digits)
        row = Row(place, one.ended, day, titles.get(one.pack, one.pack), "", "", "", "", "")
        if isinstance(one.result, str):
            problems = wording.problems(self.words.t)
            return row._replace(problem=problems.get(one.result, problems["damaged"]))
        tally = one.result
        value = brier(list(tally.forecasts))
        return row._replace(
            terms=self._terms(tally),
            given_up=self._given_up(tally),
            score=self.words.number(tally.score),
            brier=self.text["no_forecast"] if value is None else self.words.decimal(value),
        )

    def _terms(self, tally: Tally) -> str:
        definition = self.words.definitions[tally.definition]
        return self.text["terms"] % {"mode": modes(self.words.t)[tally.mode], "definition": definition}

    def _given_up(self, tally: Tally) -> str:
        if tally.decided == tally.contacts:
            return ""
        numbers = {"decided": tally.decided, "contacts": tally.contacts}
        return self.text["given_up"] % {name: self.words.number(n) for name, n in numbers.items()}

    @property
    def progress(self) -> Chart | None:
        """Scores over rounds."""
        scores = [one.score for one in self.tallies]
        return self._chart(scores, 100, "progress_alt", [self.words.number(n) for n in scores], max)

    @property
    def accuracy(self) -> Chart | None:
        """Brier scores over the rounds that had forecasts."""
        found = [brier(list(one.forecasts)) for one in self.tallies]
        values = [value for value in found if value is not None]
        return self._chart(values, 10_000, "forecasts_alt", [self.words.decimal(v) for v in values], min)

    def _chart(
        self,
        values: Sequence[int],
        most: int,
        name: str,
        shown: Sequence[str],
        best: Callable[[Sequence[int]], int],
    ) -> Chart | None:
        if not values:
            return None
        points = list(_points(values, most))
        told = {"first": shown[0], "latest": shown[-1], "best": shown[values.index(best(values))]}
        return Chart(
            "M" + "L".join(points), "".join(f"M{point}h.01" for point in points), self.text[name] % told
        )

    @property
    def strengths(self) -> tuple[Strength, ...]:
        """What was judged, weakest first."""
        found = together(self.tallies).items()
        return tuple(
            Strength(self.words.criteria[criterion], self.root + _explained(criterion), claims)
            for criterion, claims in sorted(found, key=lambda item: item[1].percent)
        )

    @property
    def forecasts(self) -> str:
        """All forecasts in one sentence; empty where there are none."""
        every = [pair for one in self.tallies for pair in one.forecasts]
        value, base = brier(every), base_rate(every)
        if value is None or base is None:
            return ""
        return wording.forecasts(self.words.t, len(every)) % {
            "count": self.words.number(len(every)),
            "brier": self.words.decimal(value),
            "even": self.words.decimal(_EVEN),
            "base": self.words.decimal(base),
        }

    @property
    def is_few(self) -> bool:
        return sum(len(one.forecasts) for one in self.tallies) < FEW

    @property
    def even_line(self) -> str:
        return self.text["even_line"] % {"even": self.words.decimal(_EVEN)}

    @property
    def even_height(self) -> int:
        """Where the line of an even chance lies in a chart."""
        return HEIGHT - HEIGHT * _EVEN // 10_000


def _points(values: Sequence[int], most: int) -> Iterator[str]:
    """Places in a chart; a single value stands in the middle."""
    gaps = len(values) - 1
    for place, value in enumerate(values):
        across = WIDTH * place // gaps if gaps else WIDTH // 2
        yield f"{across} {HEIGHT - HEIGHT * value // most}"


def _explained(criterion: Criterion) -> str:
    return article(Line(Part.EVIDENCE, Why.CITED, 0, 0, criterion))
