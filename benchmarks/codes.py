"""Result codes: a thousand careful rounds, each made a code and replayed.

``python -m benchmarks.codes`` prints how long that takes and how long the codes are.
"""

import time
from collections.abc import Iterator
from copy import replace

from funnel.attempts import order, replay, start
from funnel.codes import decode, encode
from funnel.definitions import judge
from funnel.model import (
    NEW_OPPORTUNITY,
    Action,
    Advance,
    Attempt,
    Case,
    Definition,
    Forecast,
    Inquire,
    Inquiry,
    Lose,
    Mark,
    Move,
    Open,
    Outcome,
    Pack,
    Refer,
    Renew,
    Serve,
    Service,
    Sign,
)
from funnel.paths import cheapest
from funnel.pursuit import answer, truth

from sitebuild import packs

MOVES = 12
"""Moves on a case, at least."""
ROUNDS = 1_000


def rounds(pack: Pack, count: int) -> Iterator[Attempt]:
    """Careful attempts at all cases of a pack, under each definition in turn, each with its own seed."""
    for seed in range(1, count + 1):
        definition = tuple(Definition)[seed % len(Definition)]
        fresh = start(pack, seed=seed * 0x9E3779B1 % (1 << 32), definition=definition)
        moves = tuple(
            Move(case_id, action)
            for case_id in order(pack, fresh)
            for action in (Open(), *careful(pack, fresh, case_id))
        )
        yield replace(fresh, moves=moves)


def careful(pack: Pack, attempt: Attempt, case_id: str) -> tuple[Action, ...]:
    """The moves upon a contact of an attempt, from the first question to the end of its opportunity."""
    return *contact(pack.case(case_id), attempt.definition), *_afterwards(pack, attempt, case_id)


def contact(case: Case, definition: Definition) -> tuple[Action, ...]:
    """Twelve moves: the cheapest path and what else there is room for, the claims it shows, the decision."""
    judgement = judge(definition, case)
    _, path = cheapest(case, judgement)
    spare = [inquiry for inquiry in Inquiry if inquiry not in path]
    made = sorted(path, key=list(Inquiry).index)
    while spare and len(made) + len(_claims(case, made)) + 2 < MOVES:
        made.append(spare.pop(0))
    claims = _claims(case, made)[: MOVES - 2 - len(made)]
    return *map(Inquire, made), *claims, judgement.decision


def _claims(case: Case, made: list[Inquiry]) -> list[Mark]:
    sentences = (case.source, *(s for inquiry in made for s in case.replies.get(inquiry, ())))
    claims = {c: Mark(c, finding, s.id) for s in sentences for c, finding in s.shows.items()}
    return list(claims.values())


def _afterwards(pack: Pack, attempt: Attempt, case_id: str) -> tuple[Action, ...]:
    """A pursuit to its end, if the right decision opens one."""
    case = pack.case(case_id)
    if judge(attempt.definition, case).decision.opportunity != NEW_OPPORTUNITY:
        return ()
    amount, days = (case.deal.amount, case.deal.days) if case.deal else (1_000_000, 30)
    first, last = Forecast(amount, 50, days), Forecast(amount, 85, days - 3)
    won = answer(case, attempt.seed, pack.cases.index(case)) is Outcome.WON
    ending = (Renew(), Refer(), Serve(Service.REPAIR)) if won else (Lose(truth(case)),)
    return Advance(), first, Advance(), Advance(), last, Sign(), *ending


def seconds(pack: Pack, count: int = ROUNDS) -> float:
    """Seconds of processor time that replaying the codes of that many rounds takes."""
    codes = [encode(pack, attempt) for attempt in rounds(pack, count)]
    began = time.process_time()
    for code in codes:
        replay(pack, decode(code, lambda *_: pack))
    return time.process_time() - began


def packed(name: str = packs.names()[0]) -> Pack:
    """A pack as its author wrote it."""
    return packs.read(packs.PACKS / name / "pack.yaml").pack


def main() -> None:
    for name in packs.names():
        pack = packed(name)
        lengths = sorted(len(encode(pack, attempt)) for attempt in rounds(pack, 99))
        print(
            f"{name:<10} {lengths[0]} to {lengths[-1]} characters, {seconds(pack):.2f} s for {ROUNDS} codes"
        )


if __name__ == "__main__":
    main()
