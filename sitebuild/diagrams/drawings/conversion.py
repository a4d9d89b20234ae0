"""Conversion: the thread of one lead parts, in one knot, to three records that are linked."""

from sitebuild.diagrams.canvas import NAME, NOTE, TERM, WORDS, Drawing
from sitebuild.diagrams.drawings import thread
from sitebuild.diagrams.wording import Words, names
from sitebuild.diagrams.wording import conversion as wording

_MIDDLE = 180
_COLUMNS, _WIDE = (6, 125, 244), 110
_LEAD_LEFT, _LEAD_WIDE = 40, 280


def draw(drawing: Drawing, words: Words) -> str:
    below = _lead(drawing, words)
    top = below + 84
    _fan(drawing, below, top)
    label = wording.step(words.t)
    drawing.write(label, _MIDDLE + 26, below + 24 - drawing.height(label, 144, TERM) / 2, 144, TERM)
    records = wording.records(words.t)
    high = max(_height(drawing, *record) for record in records)
    for x, record in zip(_COLUMNS, records, strict=True):
        _record(drawing, x, top, high, *record)
    for x in (_COLUMNS[0] + _WIDE, _COLUMNS[1] + _WIDE):
        thread.line(drawing, f"M{x - 4} {top + 24:g}H{x + 13}")
    return wording.title(words.t)


def _lead(drawing: Drawing, words: Words) -> float:
    name, note = names.lead(words.t), wording.lead_stays(words.t)
    room = _LEAD_WIDE - 20
    high = drawing.height(name, room, NAME) + drawing.height(note, room, WORDS) + 18
    drawing.box(_LEAD_LEFT, 4, _LEAD_WIDE, high, "diagram-lead", radius=14)
    y = drawing.write(name, _MIDDLE, 13, room, NAME, anchor="middle")
    drawing.write(note, _MIDDLE, y, room, WORDS, anchor="middle")
    return 4 + high


def _fan(drawing: Drawing, below: float, top: float) -> None:
    knot = below + 24
    thread.line(drawing, f"M{_MIDDLE} {below:g}V{knot:g}")
    for x in _COLUMNS:
        end = x + _WIDE / 2
        thread.line(
            drawing, f"M{_MIDDLE} {knot:g}C{_MIDDLE} {knot + 40:g} {end:g} {top - 36:g} {end:g} {top:g}"
        )
    thread.knot(drawing, _MIDDLE, knot)


def _height(drawing: Drawing, name: str, note: str) -> float:
    return 20 + drawing.height(name, _WIDE - 10, TERM) + 4 + drawing.height(note, _WIDE - 10, NOTE)


def _record(drawing: Drawing, x: float, y: float, high: float, name: str, note: str) -> None:
    drawing.box(x, y, _WIDE, high, "diagram-record", radius=12)
    drawing.dot(x + _WIDE / 2, y, 4, "diagram-end")
    below = drawing.write(name, x + _WIDE / 2, y + 10, _WIDE - 10, TERM, anchor="middle")
    drawing.write(note, x + _WIDE / 2, below + 4, _WIDE - 10, NOTE, anchor="middle")
