"""The sales funnel: five levels, each narrower than the one before, crossed by the thread."""

from sitebuild.diagrams.canvas import NAME, NOTE, Drawing
from sitebuild.diagrams.drawings import thread
from sitebuild.diagrams.wording import Words
from sitebuild.diagrams.wording import funnel as wording

_MIDDLE, _TEXT, _ROOM = 98, 202, 152
_PITCH, _HEIGHT = 66, 56


def draw(drawing: Drawing, words: Words) -> str:
    for index, (name, note) in enumerate(wording.levels(words.t)):
        y = 14 + _PITCH * index
        _level(drawing, y, 176 - 34 * index)
        high = drawing.height(name, _ROOM, NAME) + drawing.height(note, _ROOM, NOTE)
        below = drawing.write(name, _TEXT, y + (_HEIGHT - high) / 2, _ROOM, NAME)
        drawing.write(note, _TEXT, below, _ROOM, NOTE)
    thread.loose_end(drawing, _MIDDLE, 14)
    thread.line(drawing, f"M{_MIDDLE} 14c-14 10 14 18 0 30s14 20 0 34V296")
    thread.knot(drawing, _MIDDLE, 305)
    return wording.title(words.t)


def _level(drawing: Drawing, y: float, wide: float) -> None:
    left, right = _MIDDLE - wide / 2, _MIDDLE + wide / 2
    below = y + _HEIGHT
    drawing.path(f"M{left:g} {y}H{right:g}L{right - 14:g} {below}H{left + 14:g}z", "diagram-lead")
    drawing.bottom = max(drawing.bottom, below)
