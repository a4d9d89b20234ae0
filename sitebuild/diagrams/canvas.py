"""What a diagram is drawn on: shapes and texts, placed from left to right and mirrored for other scripts.

Shapes are mirrored as a whole; texts only change sides, so that letters and numbers stay readable.
"""

from dataclasses import dataclass

from markupsafe import Markup, escape

from sitebuild.diagrams import measure
from sitebuild.locales import Locale

WIDTH = 360
"""The width of every diagram, in units: on a small phone about a pixel each."""


@dataclass(frozen=True)
class Type:
    """How a text is set: its class in the stylesheet, its size in units, its weight."""

    css: str
    size: float
    bold: bool = False


NAME = Type("diagram-words", 16, bold=True)
TERM = Type("diagram-words", 14, bold=True)
TERM_ON_DARK = Type("diagram-words-on", 14, bold=True)
WORDS = Type("diagram-words", 14)
NOTE = Type("diagram-note", 13.5)


class Drawing:
    """An empty picture, `WIDTH` wide, that grows downwards as it is drawn on."""

    def __init__(self, locale: Locale) -> None:
        self.locale = locale
        self.bottom = 0.0
        self._shapes: list[Markup] = []
        self._texts: list[Markup] = []

    @property
    def is_mirrored(self) -> bool:
        """Whether the script runs from right to left."""
        return self.locale.direction == "rtl"

    def path(self, commands: str, css: str) -> None:
        """A line or an area of any form; `commands` are those of an SVG path."""
        self._shapes.append(Markup('<path class="{}" d="{}"/>').format(css, commands))

    def box(self, x: float, y: float, width: float, height: float, css: str, *, radius: float = 10) -> None:
        """A rectangle with round corners."""
        self._shapes.append(
            Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="{}"/>').format(
                css, *map(_short, (x, y, width, height, radius))
            )
        )
        self.bottom = max(self.bottom, y + height)

    def dot(self, x: float, y: float, radius: float, css: str) -> None:
        """A circle round a point."""
        self._shapes.append(
            Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(css, *map(_short, (x, y, radius)))
        )

    def height(self, words: str, room: float, type_: Type) -> float:
        """How high a text would be in a column so wide."""
        return len(self._lines(words, room, type_)) * measure.leading(type_.size, self.locale)

    def width(self, words: str, type_: Type) -> float:
        """How wide a text is in one line."""
        return measure.width(words, type_.size, self.locale, bold=type_.bold)

    def write(
        self, words: str, x: float, y: float, room: float, type_: Type, *, anchor: str = "start"
    ) -> float:
        """A text in lines from `y` down, which begins, is centred or ends at `x`; returns where it ends."""
        leading = measure.leading(type_.size, self.locale)
        for line in self._lines(words, room, type_):
            self._line(line, x, y + leading / 2 + type_.size * 0.34, type_, anchor)
            y += leading
        self.bottom = max(self.bottom, y)
        return y

    def svg(self, title: str) -> Markup:
        """All that was drawn, with its text alternative."""
        mirror = Markup(f' transform="matrix(-1 0 0 1 {WIDTH} 0)"') if self.is_mirrored else ""
        return Markup(
            '<svg viewBox="0 0 {} {}" role="img" direction="{}">\n<title>{}</title>\n'
            "<g{}>\n{}\n</g>\n{}\n</svg>"
        ).format(
            WIDTH,
            _short(self.bottom + 8),
            self.locale.direction,
            title,
            mirror,
            Markup("\n").join(self._shapes),
            Markup("\n").join(self._texts),
        )

    def _lines(self, words: str, room: float, type_: Type) -> list[str]:
        return measure.lines(words, room, type_.size, self.locale, bold=type_.bold)

    def _line(self, line: str, x: float, y: float, type_: Type, anchor: str) -> None:
        weight = Markup(' font-weight="700"') if type_.bold else ""
        side = Markup(' text-anchor="{}"').format(anchor) if anchor != "start" else ""
        place = (_short(WIDTH - x if self.is_mirrored else x), _short(y), _short(type_.size))
        self._texts.append(
            Markup('<text class="{}" x="{}" y="{}" font-size="{}"{}{}>{}</text>').format(
                type_.css, *place, weight, side, escape(line)
            )
        )


def _short(number: float) -> str:
    return f"{round(number, 1):g}"
