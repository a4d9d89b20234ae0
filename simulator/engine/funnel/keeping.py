"""What the page asks about result codes and the learner's own record; fetched with the first such request."""

from collections.abc import Callable, Mapping
from copy import replace

from funnel import attempts, codes, records
from funnel.bridge import Table, announce
from funnel.errors import AttemptError, CodeError, MessageError
from funnel.model import Pack
from funnel.recording import Recorded, Round
from funnel.rendering import record, replayed
from funnel.wording import record as wording


def _replayed(message: Mapping[str, object], table: Table, root: str) -> dict[str, object]:
    """An attempt from its code, as far as its first ``step`` moves; read-only."""
    code, step = message.get("code"), message.get("step", 0)
    if not isinstance(code, str):
        raise MessageError("bad-code", f"{code!r:.40}, expected a text")
    try:
        attempt = codes.decode(code, lambda *_: table.pack)
    except CodeError as error:
        return _unread(error, code, table)
    count = len(attempt.moves)
    if isinstance(step, bool) or not isinstance(step, int) or not 0 <= step <= count:
        raise MessageError("bad-step", f"{step!r:.40}, expected a whole number up to {count}")
    shown = table.view(replace(attempt, moves=attempt.moves[:step]), root)
    news = announce(shown, attempt.moves[step - 1] if step else None)
    return {
        "kind": "replayed",
        "case": shown.state.current,
        "phase": shown.phase,
        "regions": replayed(shown, whole=table.view(attempt, root), news=news),
        "announce": news,
        "step": step,
        "count": count,
    }


def _unread(error: CodeError, code: str, table: Table) -> dict[str, object]:
    """Why a code cannot be replayed here; where another pack on offer can do it, ``pack`` names it."""
    words = wording.codes(table.words.t)[error.code]
    reply: dict[str, object] = {
        "kind": "refused",
        "problem": error.code,
        "detail": str(error),
        "words": words,
    }
    if error.code == "other-pack":
        named = codes.head(code).pack
        reply["pack"] = next((offer.id for offer in table.offers if codes.number(offer.id) == named), None)
    return reply


def _coded(message: Mapping[str, object], table: Table, root: str) -> dict[str, object]:
    attempt = attempts.decode(message.get("attempt"), table.pack)
    return {"kind": "coded", "code": codes.encode(table.pack, attempt)}


def _tallied(message: Mapping[str, object], table: Table, root: str) -> dict[str, object]:
    """What kept attempts at this pack add up to, each on its own."""
    return {"kind": "tallied", "tallies": [_tally(item, table.pack) for item in _items(message, "attempts")]}


def _tally(item: object, pack: Pack) -> dict[str, object]:
    """The tally of a kept attempt, or why there is none."""
    try:
        return records.encode(records.tally(pack, attempts.decode(item, pack)))
    except AttemptError as error:
        return {"problem": error.code}


def _recorded(message: Mapping[str, object], table: Table, root: str) -> dict[str, object]:
    """The record as HTML, made of tallies that the packs' handlers have given."""
    rounds = tuple(map(_round, _items(message, "rounds")[-records.ROUNDS_LIMIT :]))
    return {"kind": "recorded", "html": record(Recorded(table.words, rounds, table.offers, root))}


def _round(item: object) -> Round:
    if not isinstance(item, Mapping):
        raise MessageError("bad-round", f"found {type(item).__name__}, expected an object")
    tally = item.get("tally")
    result = records.decode(tally) if tally is not None else str(item.get("problem"))
    return Round(str(item.get("ended")), str(item.get("pack")), result)


def _items(message: Mapping[str, object], name: str) -> list[object]:
    items = message.get(name)
    if not isinstance(items, list):
        raise MessageError("bad-list", f"{name}: found {type(items).__name__}, expected a list")
    return items


ANSWERS: Mapping[str, Callable[[Mapping[str, object], Table, str], dict[str, object]]] = {
    "replay": _replayed,
    "code": _coded,
    "tally": _tallied,
    "record": _recorded,
}
