"""The three definitions: three threads through the same four situations, and what each says there."""

from sitebuild.diagrams.canvas import NOTE, TERM, TERM_ON_DARK, WORDS, Drawing
from sitebuild.diagrams.drawings import thread
from sitebuild.diagrams.wording import Words, names
from sitebuild.diagrams.wording import definitions as wording

_CENTRES, _WIDE = (62, 180, 298), 112
_LEFT, _ACROSS = 6, 348


def draw(drawing: Drawing, words: Words) -> str:
    headings = wording.headings(words.t)
    y = max(drawing.height(heading, _WIDE, TERM) for heading in headings)
    for x, heading in zip(_CENTRES, headings, strict=True):
        drawing.write(heading, x, y - drawing.height(heading, _WIDE, TERM), _WIDE, TERM, anchor="middle")
        thread.loose_end(drawing, x, y + 17)
    end = y + 17 + sum(_height(drawing, words, row) for row in range(4)) - 12
    for x in _CENTRES:
        thread.line(drawing, f"M{x} {y + 17:g}V{end:g}")
    y += 24
    for row, situation in enumerate(wording.situations(words.t)):
        y = _situation(drawing, y, situation) + 10
        for x, stages in zip(_CENTRES, wording.STAGES[row], strict=True):
            _column(drawing, words, x, y, stages)
        y += _pills(drawing, words, row) + 10
    return wording.title(words.t)


def _height(drawing: Drawing, words: Words, row: int) -> float:
    situation = wording.situations(words.t)[row]
    return drawing.height(situation, _ACROSS - 24, WORDS) + 12 + 10 + _pills(drawing, words, row) + 10


def _situation(drawing: Drawing, y: float, situation: str) -> float:
    high = drawing.height(situation, _ACROSS - 24, WORDS) + 12
    drawing.box(_LEFT, y, _ACROSS, high, "diagram-card")
    drawing.write(situation, _LEFT + 12, y + 6, _ACROSS - 24, WORDS)
    return y + high


def _pills(drawing: Drawing, words: Words, row: int) -> float:
    return max(_column_height(drawing, words, stages) for stages in wording.STAGES[row])


def _column_height(drawing: Drawing, words: Words, stages: tuple[names.Stage, ...]) -> float:
    pills = sum(_pill_height(drawing, names.of(stage, words.t)) for stage in stages)
    return pills + (_between(drawing, words) if len(stages) > 1 else 0)


def _between(drawing: Drawing, words: Words) -> float:
    return drawing.height(wording.once(words.t), _WIDE, NOTE) + 16


def _pill_height(drawing: Drawing, name: str) -> float:
    return drawing.height(name, _WIDE - 12, TERM) + 10


def _column(drawing: Drawing, words: Words, x: float, y: float, stages: tuple[names.Stage, ...]) -> None:
    y = _pill(drawing, words, x, y, stages[0])
    for stage in stages[1:]:
        gap = _between(drawing, words)
        drawing.box(x - _WIDE / 2, y + 6, _WIDE, gap - 12, "diagram-ground", radius=0)
        drawing.write(wording.once(words.t), x, y + 8, _WIDE, NOTE, anchor="middle")
        y = _pill(drawing, words, x, y + gap, stage)


def _pill(drawing: Drawing, words: Words, x: float, y: float, stage: names.Stage) -> float:
    name = names.of(stage, words.t)
    high, radius = _pill_height(drawing, name), {"contact": 2, "lead": 8, "opportunity": 16}[stage]
    drawing.box(x - _WIDE / 2 + 2, y, _WIDE - 4, high, f"diagram-{stage}", radius=radius)
    type_ = TERM_ON_DARK if stage == "opportunity" else TERM
    drawing.write(name, x, y + 5, _WIDE - 12, type_, anchor="middle")
    return y + high
