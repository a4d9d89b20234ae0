"""What a pack is worth as practice, case by case and player by player: ``python -m sitebuild.proof``.

A case: its verdicts, the hours of its cheapest complete paths, whether all that is true of it can be heard,
and whether its verdicts need their evidence. A round: what each player gets of its maximum.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from statistics import mean
from typing import NamedTuple

from funnel.definitions import judge
from funnel.forecast import by_evidence
from funnel.model import Case, Decide, Definition, Finding, Inquire, Inquiry, Outcome, Pack
from funnel.moves import DECISION_COST, cost
from funnel.paths import cheapest, known_at_start, settled_by
from funnel.rules import State, heard
from funnel.scoring import Why, score

from sitebuild import packs, players

SAME_LIMIT, RANDOM_LIMIT, CAREFUL_LEAST = 60, 35, 100
"""Percent of a round's maximum: at most, under, and exactly."""

RANDOM_ROUNDS = 200
CAREFUL_SEEDS = range(5)
"""Orders of the contacts, and draws of the open deals, in which the careful player must succeed."""


class Result(NamedTuple):
    """What a player gets in a round, in percent of its maximum; ``limit`` says what is allowed."""

    player: str
    percent: float
    limit: str
    is_right: bool


def percent(pack: Pack, state: State, definition: Definition) -> float:
    """The share of a round's maximum that its decided cases earn, in percent."""
    decided = [case for case in pack.cases if state.cases[case.id].decided is not None]
    points = sum(score(case, state.cases[case.id], definition).total for case in decided)
    return points / len(pack.cases)


def everything(pack: Pack) -> int:
    """Hours of asking everybody everything and deciding on them all, no opportunity pursued."""
    return len(pack.cases) * (sum(map(cost, Inquiry)) + DECISION_COST)


def careful_hours(pack: Pack, definition: Definition) -> int:
    """Hours of the cheapest complete path through every case."""
    return sum(cheapest(case, judge(definition, case))[0] for case in pack.cases)


def unheard(pack: Pack, case: Case) -> set[str]:
    """Criteria whose truth no inquiry brings to light, asked in order with hours for all of them."""
    plenty = players.unlimited(pack)
    state = players.after(plenty, players.first(plenty, 0), case, map(Inquire, Inquiry))
    sentences = map(case.sentence, heard(case, state.cases[case.id]))
    shown = {criterion for sentence in sentences if sentence for criterion in sentence.shows}
    return {str(c) for c, finding in case.truth.items() if finding is not Finding.UNKNOWN and c not in shown}


def is_known_at_sight(case: Case, definition: Definition) -> bool:
    """Whether how we came by the contact already shows all that the verdict needs."""
    return any(support <= known_at_start(case) for support in judge(definition, case).supports)


def unearned(pack: Pack, case: Case, definition: Definition) -> list[tuple[Inquiry, ...]]:
    """Inquiries that leave every support of the verdict unsettled, and yet it is scored as more than a guess.

    It is enough to try the largest such sets: one criterion of each support, whatever settles them left out.
    """
    judgement, plenty = judge(definition, case), players.unlimited(pack)
    found = []
    for missing in product(*(sorted(support - known_at_start(case)) for support in judgement.supports)):
        made = tuple(i for i in Inquiry if not settled_by(case, i) & set(missing))
        state = players.after(plenty, players.first(plenty, 0), case, map(Inquire, made))
        marks = players.cited(case, state.cases[case.id])
        state = players.after(plenty, state, case, (*marks, judgement.decision))
        if score(case, state.cases[case.id], definition).lines[0].why is not Why.GUESSED:
            found.append(made)
    return found


def random_rounds(pack: Pack, count: int = RANDOM_ROUNDS) -> tuple[State, ...]:
    """The last states of random rounds; who rolls dice plays alike under every definition."""
    return tuple(players.at_random(pack, Definition.CRITERIA, seed) for seed in range(1, count + 1))


def results(pack: Pack, definition: Definition, rolled: Sequence[State]) -> tuple[Result, ...]:
    """What every player gets in a round under a definition; ``rolled`` are the random rounds."""
    by_dice = mean(percent(pack, state, definition) for state in rolled)
    careful = min(
        percent(pack, players.careful(pack, definition, seed), definition) for seed in CAREFUL_SEEDS
    )
    same = {name: percent(pack, play(pack, definition, 1), definition) for name, play in players.SAME.items()}
    return (
        *(Result(name, share, f"at most {SAME_LIMIT}", share <= SAME_LIMIT) for name, share in same.items()),
        Result("plays at random", by_dice, f"under {RANDOM_LIMIT}", by_dice < RANDOM_LIMIT),
        Result("plays with care", careful, str(CAREFUL_LEAST), careful >= CAREFUL_LEAST),
    )


def report(pack: Pack, rounds: int = RANDOM_ROUNDS) -> tuple[list[str], list[str]]:
    """The table of a pack, line by line, and everything in it that should not be."""
    rolled = random_rounds(pack, rounds)
    outcomes = {definition: results(pack, definition, rolled) for definition in Definition}
    least = {definition: careful_hours(pack, definition) for definition in Definition}
    lines = [
        f"{pack.id}: {pack.title}",
        f"budget {pack.budget} hours; with care "
        + ", ".join(f"{hours} ({definition})" for definition, hours in least.items())
        + f"; asking everybody everything {everything(pack)}",
        "",
        *_table([_CASE_HEAD, *(_case_row(pack, case) for case in pack.cases)]),
        "",
        *_table([_PLAYER_HEAD, *_player_rows(outcomes)]),
        "",
    ]
    return lines, [*_case_problems(pack), *_budget_problems(pack), *_player_problems(pack, outcomes)]


_CASE_HEAD = ("case", *Definition, "hours", "can be heard", "needs its evidence", "deal")
_PLAYER_HEAD = ("percent of the maximum", *Definition, "should be")


def _case_row(pack: Pack, case: Case) -> tuple[str, ...]:
    judgements = [judge(definition, case) for definition in Definition]
    hours = "/".join(str(cheapest(case, judgement)[0]) for judgement in judgements)
    missing = unheard(pack, case)
    return (
        case.id,
        *(_verdict(judgement.decision) for judgement in judgements),
        hours,
        f"not {', '.join(sorted(missing))}" if missing else "all",
        "/".join(_need(pack, case, definition) for definition in Definition),
        _deal(case),
    )


def _verdict(decide: Decide) -> str:
    return " ".join(filter(None, (decide.decision, decide.reason or decide.opportunity)))


def _need(pack: Pack, case: Case, definition: Definition) -> str:
    if is_known_at_sight(case, definition):
        return "at sight"
    return "no" if unearned(pack, case, definition) else "yes"


def _deal(case: Case) -> str:
    if case.deal is None:
        return ""
    ends = f"open, {by_evidence(case.deal.facts())} %"
    outcome = ends if case.deal.outcome is Outcome.OPEN else str(case.deal.outcome)
    return outcome if case.deal.loss is None else f"{outcome} ({case.deal.loss.reason})"


def _player_rows(outcomes: Mapping[Definition, Sequence[Result]]) -> Iterator[tuple[str, ...]]:
    for row in zip(*outcomes.values(), strict=True):
        yield row[0].player, *(f"{result.percent:.1f}" for result in row), row[0].limit


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def _case_problems(pack: Pack) -> Iterator[str]:
    for case in pack.cases:
        if missing := unheard(pack, case):
            yield f"{pack.id}: {case.id}: no inquiry brings to light {', '.join(sorted(missing))}"
        for definition in Definition:
            if made := unearned(pack, case, definition):
                yield f"{pack.id}: {case.id}: {definition}: not a guess after only {', '.join(made[0])}"


def _budget_problems(pack: Pack) -> Iterator[str]:
    if everything(pack) <= pack.budget:
        yield f"{pack.id}: {pack.budget} hours are enough to ask everybody everything"


def _player_problems(pack: Pack, outcomes: Mapping[Definition, Sequence[Result]]) -> Iterator[str]:
    for definition, found in outcomes.items():
        for result in found:
            if not result.is_right:
                shares = f"{result.percent:.1f} percent, and should have {result.limit}"
                yield f"{pack.id}: {definition}: who {result.player} gets {shares}"


def main() -> int:
    """Print the table of every pack; 1 if anything is not as it should be."""
    amiss: list[str] = []
    for name in packs.names():
        lines, problems = report(packs.read(packs.PACKS / name / "pack.yaml").pack)
        sys.stdout.write("\n".join(lines) + "\n")
        amiss += problems
    sys.stdout.write("".join(f"{problem}\n" for problem in amiss))
    return 1 if amiss else 0


if __name__ == "__main__":
    sys.exit(main())
