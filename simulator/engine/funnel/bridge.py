"""JSON text in, JSON text out: the one door between the page and the engine.

``connect`` reads a setup (locale, catalog, pack, the packs on offer) once; the handler it gives holds
nothing else: every request carries the attempt, every reply the attempt after it, so a worker can die and
another take over. The handler never raises; what it cannot use it refuses by name.
"""

import base64
import io
import json
import re
from collections.abc import Callable, Mapping
from copy import replace
from enum import StrEnum
from gettext import GNUTranslations
from typing import NamedTuple

from funnel import attempts, moves
from funnel.errors import AttemptError, MessageError
from funnel.formats import Locale
from funnel.model import (
    Attempt,
    Decide,
    Definition,
    Hint,
    Inquire,
    Lose,
    Mark,
    Mode,
    Move,
    Open,
    Pack,
    Serve,
    Undo,
)
from funnel.pack import load
from funnel.rendering import regions
from funnel.starting import Offer
from funnel.view import View, view
from funnel.words import Words

SIZE_LIMIT = 200_000
"""Characters of a message; a full attempt has about 20,000."""
DEPTH_LIMIT = 16
_INTEGER_DIGITS = 15
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"?|([\[\]{}])', re.DOTALL)
_RELATIVE = re.compile(r"(?:\.{1,2}/|[a-z-]{1,16}/){0,16}")


def connect(setup: str) -> Callable[[str], str]:
    """The handler for one pack in one locale; PackError if the pack breaks the rules."""
    document = json.loads(setup)
    pack = load(document["pack"])
    catalog = GNUTranslations(io.BytesIO(base64.b64decode(document["catalog"])))
    words = Words(catalog, Locale(**document["locale"]))
    table = Table(pack, words, tuple(Offer(**offer) for offer in document.get("offers", ())))

    def handle(message: str) -> str:
        try:
            reply = _handle(parse(message), table)
        except MessageError as error:
            reply = {"kind": "refused", "problem": error.code, "detail": str(error)}
        except AttemptError as error:
            reply = {"kind": "refused", "problem": error.code, "detail": str(error)}
        return json.dumps(reply, ensure_ascii=False)

    return handle


class Table(NamedTuple):
    """What a handler plays with: its pack in one locale, and the packs that may be chosen instead."""

    pack: Pack
    words: Words
    offers: tuple[Offer, ...]

    def view(self, attempt: Attempt, root: str) -> View:
        return view(self.pack, attempt, self.words, root, self.offers)


def parse(message: str) -> Mapping[str, object]:
    """The object in a message; MessageError for anything that JSON text should not be.

    Size and depth are checked before the parser runs, because deep nesting kills the interpreter.
    """
    if len(message) > SIZE_LIMIT:
        raise MessageError("too-large", f"{len(message)} characters, at most {SIZE_LIMIT}")
    _check_depth(message)
    try:
        document = json.loads(
            message,
            object_pairs_hook=_unique,
            parse_constant=_no_number,
            parse_float=_no_number,
            parse_int=_small,
        )
        message.encode()
        json.dumps(document, ensure_ascii=False).encode()
    except (ValueError, UnicodeEncodeError) as error:
        raise MessageError("not-json", str(error)[:200]) from None
    if not isinstance(document, dict):
        raise MessageError("not-a-message", f"found {type(document).__name__}, expected an object")
    return document


def _check_depth(message: str) -> None:
    """Count the brackets that are outside strings."""
    depth = 0
    for found in _BRACKET.finditer(message):
        if found[1]:
            depth += 1 if found[1] in "[{" else -1
        if depth > DEPTH_LIMIT:
            raise MessageError("too-deep", f"more than {DEPTH_LIMIT} levels")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a field is there twice")
    return found


def _no_number(literal: str) -> object:
    raise ValueError(f"{literal[:40]} is not a whole number")


def _small(digits: str) -> int:
    if len(digits) > _INTEGER_DIGITS:
        raise ValueError("a number has too many digits")
    return int(digits)


def _handle(message: Mapping[str, object], table: Table) -> dict[str, object]:
    root = message.get("root", "")
    if not isinstance(root, str) or not _RELATIVE.fullmatch(root):
        raise MessageError("bad-root", f"{root!r:.40}, expected something like '../../bn/'")
    match message.get("kind"):
        case "start":
            return _shown(table.view(_started(message, table.pack), root), None)
        case "show":
            attempt = attempts.decode(message.get("attempt"), table.pack)
            return _shown(table.view(attempt, root), None)
        case "move":
            attempt = attempts.decode(message.get("attempt"), table.pack)
            return _moved(table, attempt, moves.decode(message.get("move")), root)
        case "replay" | "code" | "tally" | "record" as kind:
            from funnel import keeping  # noqa: PLC0415 - a twentieth of the start, and not needed for it

            return keeping.ANSWERS[kind](message, table, root)
        case kind:
            known = "start, show, move, replay, code, tally or record"
            raise MessageError("unknown-kind", f"{kind!r:.40}, expected {known}")


def _started(message: Mapping[str, object], pack: Pack) -> Attempt:
    if message.get("pack", pack.id) != pack.id:
        raise MessageError("other-pack", f"{message.get('pack')!r:.40}, this handler has {pack.id!r}")
    return attempts.start(
        pack,
        seed=_seed(message.get("seed", 0)),
        definition=_choice(message.get("definition", Definition.CRITERIA), Definition),
        mode=_choice(message.get("mode", Mode.PRACTICE), Mode),
    )


def _choice[E: StrEnum](value: object, kind: type[E]) -> E:
    if value not in list(kind):
        raise MessageError("bad-choice", f"{value!r:.40}, expected one of: {', '.join(kind)}")
    return kind(str(value))


def _seed(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 1 << 32:
        raise MessageError("bad-seed", f"{value!r:.40}, expected a whole number below 2**32")
    return value


def _moved(table: Table, attempt: Attempt, move: Move, root: str) -> dict[str, object]:
    if len(attempt.moves) >= attempts.MOVES_LIMIT:
        raise MessageError("too-long", f"an attempt has at most {attempts.MOVES_LIMIT} moves")
    after = table.view(replace(attempt, moves=(*attempt.moves, move)), root)
    if after.state.refusal is None:
        return _shown(after, move)
    return _shown(replace(after, attempt=attempt), move)


def _shown(shown: View, move: Move | None) -> dict[str, object]:
    return {
        "kind": "shown",
        "attempt": attempts.encode(shown.attempt),
        "case": shown.state.current,
        "phase": shown.phase,
        "regions": regions(shown),
        "announce": announce(shown, move),
        "refused": shown.state.refusal is not None,
        "over": shown.is_over,
    }


def announce(shown: View, move: Move | None) -> str:
    """What a screen reader is told after a move: what came of it, and what the coach says."""
    if shown.refusal or move is None:
        return shown.refusal
    if shown.is_closed and shown.coaching.is_silent and not isinstance(move.action, Open):
        return shown.coaching.text["noted"]
    return " ".join(filter(None, (_outcome(shown, move), shown.coaching.news)))


def _outcome(shown: View, move: Move) -> str:
    words = shown.words
    match move.action:
        case Open():
            return words.play["opened"] % {"name": shown.case.contact.name}
        case Inquire():
            entry = shown.here.said[-1]
            return shown.remark(entry) or " ".join(shown.sentence(s) for s in entry.sentences)
        case Mark(criterion, finding):
            names = {"criterion": words.criteria[criterion], "finding": words.findings[finding]}
            return words.play["marked"] % names
        case Undo():
            return words.play["undone"]
        case Hint():
            return ""
        case _ if shown.pursuing and not shown.is_closed:
            return shown.pursuing.news(move.action)
        case Decide() | Lose() | Serve():
            return shown.headline
        case _:
            return ""
