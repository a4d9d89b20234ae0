"""The stylesheet: directions by construction, and colours that can be read."""

import re
from pathlib import Path

import pytest

from sitebuild.locales import ROOT

STYLES = [*(ROOT / "overrides/assets").glob("*.css"), *(ROOT / "simulator/page").glob("*.css")]
PHYSICAL = re.compile(
    r"(?:^|[;{\s])((?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-)?(?:left|right|top|bottom)[\w-]*"
    r"|(?:min-|max-)?(?:width|height)|text-align|float|clear)\s*:\s*([^;}]*)"
)
PHYSICAL_VALUE = re.compile(r"\b(left|right)\b")
MEDIA_FEATURE = re.compile(r"@(?:media|container)[^{]*")
READING = [("ink", "paper"), ("ink", "card"), ("soft", "paper"), ("soft", "card")]
OTHER_TEXT = [
    *((dye, ground) for dye in ("indigo", "madder", "neem") for ground in ("paper", "card", f"{dye}-weak")),
    *(("ink", f"{dye}-weak") for dye in ("indigo", "madder", "turmeric", "neem")),
    ("indigo", "turmeric-weak"),
]


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_directions_are_logical(style: Path) -> None:
    css = MEDIA_FEATURE.sub(
        "", re.sub(r"/\*.*?\*/|url\(.*?\)", "", style.read_text("utf-8"), flags=re.DOTALL)
    )
    found = [
        f"{name}: {value}"
        for name, value in PHYSICAL.findall(css)
        if name not in {"text-align", "float", "clear"} or PHYSICAL_VALUE.search(value)
    ]
    assert found == []


def tokens(dark: bool) -> dict[str, str]:
    """The colours of a scheme by name."""
    css = (ROOT / "overrides/assets/site.css").read_text("utf-8")
    start = css.index('[data-md-color-scheme="slate"] {' if dark else ":root,")
    return dict(re.findall(r"--([\w-]+): (#\w{6});", css[start : css.index("}", start)]))


def luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_can_be_read(dark: bool) -> None:
    colours = tokens(dark)
    low = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in READING}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 7} == {}
    rest = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in OTHER_TEXT}
    assert {pair: ratio for pair, ratio in rest.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_shapes_that_mean_something_stand_out(dark: bool) -> None:
    colours = tokens(dark)
    assert contrast(colours["edge"], colours["paper"]) >= 3
    assert contrast(colours["madder"], colours["paper"]) >= 3


def test_both_ways_into_the_dark_scheme_have_the_same_colours() -> None:
    css = (ROOT / "overrides/assets/site.css").read_text("utf-8")
    blocks = re.findall(r"color-scheme: dark;(.*?)\}", css, re.DOTALL)
    assert len(blocks) == 2
    assert blocks[0].split() == blocks[1].split()
