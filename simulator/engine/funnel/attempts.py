"""Attempts: starting one, its JSON form, and the state that its moves add up to."""

from collections.abc import Mapping
from typing import NamedTuple

from funnel.chance import shuffled
from funnel.errors import AttemptError, MessageError
from funnel.model import Attempt, Definition, Mode, Move, Pack
from funnel.moves import decode as decode_move
from funnel.moves import encode as encode_move
from funnel.rules import State, apply, beginning

FORMAT = 1
"""Version of the saved form; a change that old code would misread makes it 2."""

MOVES_LIMIT = 2_000
_AUTHORED_ORDER = 0


def start(
    pack: Pack,
    *,
    seed: int = _AUTHORED_ORDER,
    definition: Definition = Definition.CRITERIA,
    mode: Mode = Mode.PRACTICE,
) -> Attempt:
    """A fresh attempt; seed 0 keeps the authors' order, any other shuffles the cases."""
    return Attempt(pack.id, pack.version, seed, definition, mode, ())


def order(pack: Pack, attempt: Attempt) -> tuple[str, ...]:
    """Ids of the cases in the order in which this attempt meets them; a guided one has the first alone."""
    ids = tuple(case.id for case in pack.cases)
    ids = ids if attempt.seed == _AUTHORED_ORDER else shuffled(attempt.seed, ids)
    return ids[:1] if attempt.mode is Mode.GUIDED else ids


class _Replayed(NamedTuple):
    """An attempt that was replayed, and where it led."""

    pack: Pack
    attempt: Attempt
    state: State

    def reaches(self, pack: Pack, attempt: Attempt) -> bool:
        """Whether that attempt only goes on from here."""
        mine = self.attempt
        return (
            self.pack is pack
            and mine == attempt._replace(moves=mine.moves)
            and mine.moves == attempt.moves[: len(mine.moves)]
        )


_latest: list[_Replayed] = []
"""The latest attempt replayed: the next is most often the same with one more move."""


def replay(pack: Pack, attempt: Attempt) -> State:
    """The state that the attempt's moves lead to."""
    latest = next((one for one in _latest if one.reaches(pack, attempt)), None) or _begun(pack, attempt)
    state = latest.state
    for move in attempt.moves[len(latest.attempt.moves) :]:
        state = apply(pack, state, move)
    if state.refusal is None:
        _latest[:] = [_Replayed(pack, attempt, state)]
    return state


def _begun(pack: Pack, attempt: Attempt) -> _Replayed:
    hints_given = attempt.mode is not Mode.ASSESSMENT
    first = beginning(order(pack, attempt), attempt.seed, hints_given=hints_given)
    return _Replayed(pack, attempt._replace(moves=()), first)


def encode(attempt: Attempt) -> dict[str, object]:
    """The saved form of an attempt."""
    return {
        "format": FORMAT,
        "pack": attempt.pack,
        "packVersion": attempt.pack_version,
        "seed": attempt.seed,
        "definition": str(attempt.definition),
        "mode": str(attempt.mode),
        "moves": [encode_move(move) for move in attempt.moves],
    }


def decode(document: object, pack: Pack) -> Attempt:
    """The attempt behind a saved form; AttemptError tells a wrong version from a damaged file."""
    if not isinstance(document, Mapping):
        raise AttemptError("damaged", f"found {type(document).__name__}, expected an object")
    if document.get("format") != FORMAT:
        raise AttemptError("version", f"format {document.get('format')!r:.20}, expected {FORMAT}")
    if (document.get("pack"), document.get("packVersion")) != (pack.id, pack.version):
        found = f"{document.get('pack')!r:.20} version {document.get('packVersion')!r:.20}"
        raise AttemptError("version", f"found pack {found}, expected {pack.id!r} version {pack.version}")
    try:
        return Attempt(
            pack.id,
            pack.version,
            _seed(document.get("seed")),
            Definition(str(document.get("definition"))),
            Mode(str(document.get("mode"))),
            _moves(document.get("moves"), pack),
        )
    except (ValueError, MessageError) as error:
        raise AttemptError("damaged", str(error)) from None


def _seed(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 1 << 32:
        raise ValueError(f"seed {value!r:.40}, expected a whole number below 2**32")
    return value


def _moves(value: object, pack: Pack) -> tuple[Move, ...]:
    if not isinstance(value, list) or len(value) > MOVES_LIMIT:
        raise ValueError(f"moves: expected a list of at most {MOVES_LIMIT}")
    moves = tuple(decode_move(item) for item in value)
    known = {case.id for case in pack.cases}
    strangers = sorted({move.case for move in moves} - known)
    if strangers:
        raise ValueError(f"a move on the unknown case {strangers[0]!r}")
    return moves
