"""The articles' diagrams: SVG in the locale's words, mirrored where the script runs from the right.

`wording` has the words, `drawings` a module for each kind, `canvas` what they draw on, `measure` how
wide words are. Colours are classes of the site's stylesheet, so that a diagram follows light and dark.
"""

from collections.abc import Callable, Mapping

from sitebuild.catalogs import SITE, translations
from sitebuild.diagrams.canvas import Drawing
from sitebuild.diagrams.drawings import conversion, definitions, funnel, lead_or_opportunity, pipeline
from sitebuild.diagrams.wording import Words
from sitebuild.locales import find

KINDS: Mapping[str, Callable[[Drawing, Words], str]] = {
    "funnel": funnel.draw,
    "lead-or-opportunity": lead_or_opportunity.draw,
    "conversion": conversion.draw,
    "definitions": definitions.draw,
    "pipeline": pipeline.draw,
}
"""Each kind of diagram: draws itself and returns its text alternative."""


def diagram(kind: str, locale: str) -> str:
    """A diagram as a `<figure>`; KeyError names a kind that there is not."""
    draw, drawing = KINDS[kind], Drawing(find(locale))
    title = draw(drawing, Words(translations(locale, SITE)))
    return f'<figure class="diagram diagram--{kind}">\n{drawing.svg(title)}\n</figure>'
