"""What each move costs, and its small ASCII form in JSON.

``{"case": "rfp", "inquire": "ask-need"}`` · ``{"case": "rfp", "mark": "need", "finding": "yes",
"sentence": "ask-need.1"}`` · ``{"case": "rfp", "decide": "disqualify", "reason": "junk"}`` ·
``{"case": "rfp", "undo": true}`` · ``{"case": "rfp", "open": true}`` · ``{"case": "rfp", "forecast": 80,
"amount": 1200000, "days": 45}`` · ``{"case": "rfp", "advance": true}`` · ``{"case": "rfp", "sign": true}`` ·
``{"case": "rfp", "lose": "price"}`` · ``{"case": "rfp", "renew": true}`` · ``{"case": "rfp", "refer": true}``
· ``{"case": "rfp", "serve": "repair"}`` · ``{"case": "rfp", "hint": true}``
"""

from collections.abc import Callable, Mapping

from funnel.errors import MessageError
from funnel.model import (
    Action,
    Advance,
    Criterion,
    Decide,
    Decision,
    Finding,
    Forecast,
    Hint,
    Inquire,
    Inquiry,
    Lose,
    LostReason,
    Mark,
    Move,
    Open,
    Reason,
    Refer,
    Renew,
    Serve,
    Service,
    Sign,
    Undo,
)

type Json = Mapping[str, object]

CHEAP = frozenset({Inquiry.LOOK_UP, Inquiry.CHECK, Inquiry.EMAIL})
DECISION_COST = 1
"""Hours that a decision on a contact takes: somebody has to write it down."""

COSTS: Mapping[type, int] = {Advance: 2, Sign: 1, Renew: 1, Refer: 1}
"""Hours of the moves upon an opportunity and a customer; writing down and diagnosing are free."""

AMOUNT_LIMIT = 10**12
PROBABILITY_LIMIT = 100
DAYS_LIMIT = 999

_FLAGS: Mapping[str, Callable[[], Action]] = {
    "open": Open,
    "undo": Undo,
    "advance": Advance,
    "sign": Sign,
    "renew": Renew,
    "refer": Refer,
    "hint": Hint,
}
"""Verbs that say all there is to say."""
_ALLOWED = {verb: {"case", verb} for verb in (*_FLAGS, "inquire", "lose", "serve")} | {
    "mark": {"case", "mark", "finding", "sentence"},
    "decide": {"case", "decide", "reason", "opportunity"},
    "forecast": {"case", "forecast", "amount", "days"},
}


def cost(inquiry: Inquiry) -> int:
    """Hours of effort that an inquiry takes; marking and taking back are free."""
    return 1 if inquiry in CHEAP else 2


def encode(move: Move) -> dict[str, object]:
    """The JSON form of a move."""
    fields = _encoded(move.action)
    return {"case": move.case} | {name: value for name, value in fields.items() if value is not None}


def _encoded(action: Action) -> dict[str, object]:
    match action:
        case Inquire(inquiry):
            return {"inquire": str(inquiry)}
        case Mark(criterion, finding, sentence):
            return {"mark": str(criterion), "finding": str(finding), "sentence": sentence}
        case Decide(decision, reason, opportunity):
            return {"decide": str(decision), "reason": reason and str(reason), "opportunity": opportunity}
        case Forecast(amount, probability, days):
            return {"forecast": probability, "amount": amount, "days": days}
        case Lose(lost):
            return {"lose": str(lost)}
        case Serve(service):
            return {"serve": str(service)}
        case _:
            return {type(action).__name__.lower(): True}


def decode(document: object) -> Move:
    """The move behind a JSON form; MessageError says what is wrong with it."""
    if not isinstance(document, Mapping):
        raise MessageError("bad-move", f"found {type(document).__name__}, expected an object")
    verbs = [verb for verb in _ALLOWED if verb in document]
    if len(verbs) != 1:
        raise MessageError("bad-move", f"found {verbs or 'no verb'}, expected one of {tuple(_ALLOWED)}")
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


def _whole(document: Json, name: str, limit: int) -> int:
    value = document.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= limit:
        raise ValueError(f"{name!r} is {value!r:.40}, expected a whole number from 0 to {limit}")
    return value


def _forecast(case: str, document: Json) -> Move:
    probability = _whole(document, "forecast", PROBABILITY_LIMIT)
    days = _whole(document, "days", DAYS_LIMIT)
    return Move(case, Forecast(_whole(document, "amount", AMOUNT_LIMIT), probability, days))


_DECODERS: Mapping[str, Callable[[str, Json], Move]] = {
    verb: lambda case, _, action=action: Move(case, action()) for verb, action in _FLAGS.items()
} | {
    "inquire": lambda case, document: Move(case, Inquire(Inquiry(_text(document, "inquire")))),
    "mark": _mark,
    "decide": _decide,
    "forecast": _forecast,
    "lose": lambda case, document: Move(case, Lose(LostReason(_text(document, "lose")))),
    "serve": lambda case, document: Move(case, Serve(Service(_text(document, "serve")))),
}
