"""A pipeline, weighted: each deal's bar is its amount, the filled part its amount times its probability."""

from sitebuild.diagrams.canvas import TERM, WORDS, Drawing
from sitebuild.diagrams.drawings import thread
from sitebuild.diagrams.wording import Words
from sitebuild.diagrams.wording import pipeline as wording

_AXIS, _LEFT, _RIGHT = 16, 30, 354
_SCALE = (_RIGHT - _LEFT) / wording.TOTAL
_BAR, _SWATCH = 18, 11


def draw(drawing: Drawing, words: Words) -> str:
    thread.loose_end(drawing, _AXIS, 16)
    y = 2.0
    for deal in wording.deals(words.t):
        y = _bar(drawing, y, deal) + 18
        drawing.path(f"M{_LEFT} {y - 9:g}H{_RIGHT}", "diagram-rule")
    end = _bar(drawing, y, wording.total(words.t))
    knot = end - 11
    thread.line(drawing, f"M{_AXIS} 16V{knot:g}")
    thread.knot(drawing, _AXIS, knot)
    return wording.title(words.t)


def _bar(drawing: Drawing, y: float, bar: wording.Bar) -> float:
    room = _RIGHT - _LEFT - 20 - (drawing.width(bar.probability, WORDS) + 8 if bar.probability else 0)
    drawing.box(_LEFT, y + 5, _SWATCH, _SWATCH, "diagram-amount", radius=3)
    below = drawing.write(bar.amount, _LEFT + 20, y, room, TERM)
    if bar.probability:
        drawing.write(bar.probability, _RIGHT, y, _RIGHT, WORDS, anchor="end")
    below += 4
    drawing.box(_LEFT, below, bar.full * _SCALE, _BAR, "diagram-amount", radius=4)
    drawing.box(_LEFT, below, bar.weighted * _SCALE, _BAR, "diagram-weighted", radius=4)
    below += _BAR + 4
    drawing.box(_LEFT, below + 5, _SWATCH, _SWATCH, "diagram-weighted", radius=3)
    return drawing.write(
        bar.counted, _LEFT + 20, below, _RIGHT - _LEFT - 20, TERM if not bar.probability else WORDS
    )
