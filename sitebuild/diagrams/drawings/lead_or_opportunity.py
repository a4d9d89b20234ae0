"""A lead and an opportunity, side by side: what one holds of each; the thread leads from one to the other."""

from sitebuild.diagrams.canvas import NAME, WORDS, Drawing
from sitebuild.diagrams.drawings import thread
from sitebuild.diagrams.wording import Words, names
from sitebuild.diagrams.wording import lead_or_opportunity as wording

_LEFT, _RIGHT, _WIDE = 6, 186, 168
_TOP, _GAP, _PAD = 52, 8, 8
_INDENT = 32
_ROOM = _WIDE - _INDENT - _PAD - 4


def draw(drawing: Drawing, words: Words) -> str:
    _thread(drawing)
    lead, opportunity = wording.of_a_lead(words.t), wording.of_an_opportunity(words.t)
    headings = (names.lead(words.t), names.opportunity(words.t))
    rows = tuple(_height(drawing, headings[side], held) for side, held in enumerate((lead, opportunity)))
    high = max(rows)
    for x, heading, held, css in (
        (_LEFT, headings[0], lead, "diagram-lead"),
        (_RIGHT, headings[1], opportunity, "diagram-record"),
    ):
        drawing.box(x, _TOP, _WIDE, high, css, radius=14)
        y = drawing.write(heading, x + 12, _TOP + 10, _WIDE - 24, NAME) + 6
        for what in held:
            y = _row(drawing, x, y, what)
    return wording.title(words.t)


def _thread(drawing: Drawing) -> None:
    thread.line(drawing, "M24 14c-4-3-9-2-12-6M24 14c-5 0-8 2-14 2M24 14c-4 3-6 8-11 9")
    thread.line(drawing, "M24 14c30 0 28 30 58 28s40-24 70-16 40 4 118 4V52")
    thread.knot(drawing, 270, 30)


def _height(drawing: Drawing, heading: str, held: wording.Held) -> float:
    rows = sum(_row_height(drawing, what) + _GAP for what in held)
    return 10 + drawing.height(heading, _WIDE - 24, NAME) + 6 + rows


def _row_height(drawing: Drawing, what: wording.Piece) -> float:
    return drawing.height(what.name, _ROOM, WORDS) + 10


def _row(drawing: Drawing, x: float, y: float, what: wording.Piece) -> float:
    high = _row_height(drawing, what)
    drawing.box(x + _PAD, y, _WIDE - 2 * _PAD, high, "diagram-card" if what.is_known else "diagram-open")
    middle = y + high / 2
    if what.is_known:
        drawing.dot(x + 22, middle, 5, "diagram-known")
    else:
        _question(drawing, x + 22, middle)
    drawing.write(what.name, x + _INDENT, y + 5, _ROOM, WORDS)
    return y + high + _GAP


def _question(drawing: Drawing, x: float, y: float) -> None:
    """A question mark, drawn, since mirrored it is that of Persian."""
    drawing.path(f"M{x - 3.5:g} {y - 3:g}c0-5 7-5 7 0 0 3-3.5 3-3.5 6", "diagram-unknown")
    drawing.dot(x, y + 6, 1.2, "diagram-known")
