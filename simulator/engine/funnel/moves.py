"""What each move costs, and its small ASCII form in JSON.

``{"case": "rfp", "inquire": "ask-need"}`` · ``{"case": "rfp", "mark": "need", "finding": "yes",
"sentence": "ask-need.1"}`` · ``{"case": "rfp", "decide": "disqualify", "reason": "junk"}`` ·
``{"case": "rfp", "undo": true}`` · ``{"case": "rfp", "open": true}``
"""

from collections.abc import Callable, Mapping

from funnel.errors import MessageError
from funnel.model import (
    Criterion,
    Decide,
    Decision,
    Finding,
    Inquire,
    Inquiry,
    Mark,
    Move,
    Open,
    Reason,
    Undo,
)

type Json = Mapping[str, object]

CHEAP = frozenset({Inquiry.LOOK_UP, Inquiry.CHECK, Inquiry.EMAIL})
DECISION_COST = 1
"""Hours that closing a case takes: somebody has to write it down."""

_VERBS = ("open", "inquire", "mark", "decide", "undo")
_ALLOWED = {
    "open": {"case", "open"},
    "inquire": {"case", "inquire"},
    "mark": {"case", "mark", "finding", "sentence"},
    "decide": {"case", "decide", "reason", "opportunity"},
    "undo": {"case", "undo"},
}


def cost(inquiry: Inquiry) -> int:
    """Hours of effort that an inquiry takes; marking and taking back are free."""
    return 1 if inquiry in CHEAP else 2


def encode(move: Move) -> dict[str, object]:
    """The JSON form of a move."""
    match move.action:
        case Open():
            return {"case": move.case, "open": True}
        case Inquire(inquiry):
            return {"case": move.case, "inquire": str(inquiry)}
        case Mark(criterion, finding, sentence):
            claim: dict[str, object] = {
                "case": move.case,
                "mark": str(criterion),
                "finding": str(finding),
            }
            return claim | ({} if sentence is None else {"sentence": sentence})
        case Decide(decision, reason, opportunity):
            detail = {"reason": reason, "opportunity": opportunity}
            kept = {name: str(value) for name, value in detail.items() if value is not None}
            return {"case": move.case, "decide": str(decision), **kept}
        case Undo():
            return {"case": move.case, "undo": True}


def decode(document: object) -> Move:
    """The move behind a JSON form; MessageError says what is wrong with it."""
    if not isinstance(document, Mapping):
        raise MessageError("bad-move", f"found {type(document).__name__}, expected an object")
    verbs = [verb for verb in _VERBS if verb in document]
    if len(verbs) != 1:
        raise MessageError("bad-move", f"found {verbs or 'no verb'}, expected one of {_VERBS}")
    surplus = sorted(set(document) - _ALLOWED[verbs[0]])
    if surplus:
        raise MessageError("bad-move", f"unknown field {surplus[0]!r} in a move to {verbs[0]}")
    try:
        return _DECODERS[verbs[0]](_text(document, "case"), document)
    except ValueError as error:
        raise MessageError("bad-move", str(error)) from None


def _text(document: Json, name: str) -> str:
    value = document.get(name)
    if not isinstance(value, str) or not value.isascii() or len(value) > 64:
        raise ValueError(f"{name!r} is {value!r:.80}, expected a short ASCII text")
    return value


def _optional(document: Json, name: str) -> str | None:
    return None if document.get(name) is None else _text(document, name)


def _decide(case: str, document: Json) -> Move:
    reason = _optional(document, "reason")
    action = Decide(
        Decision(_text(document, "decide")),
        None if reason is None else Reason(reason),
        _optional(document, "opportunity"),
    )
    return Move(case, action)


def _mark(case: str, document: Json) -> Move:
    criterion = Criterion(_text(document, "mark"))
    finding = Finding(_text(document, "finding"))
    return Move(case, Mark(criterion, finding, _optional(document, "sentence")))


_DECODERS: Mapping[str, Callable[[str, Json], Move]] = {
    "open": lambda case, _: Move(case, Open()),
    "inquire": lambda case, document: Move(case, Inquire(Inquiry(_text(document, "inquire")))),
    "mark": _mark,
    "decide": _decide,
    "undo": lambda case, _: Move(case, Undo()),
}
