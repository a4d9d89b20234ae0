"""The articles' diagrams: well-formed, told in words, mirrored, within their frame, in every language."""

import re
from gettext import GNUTranslations
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from sitebuild import catalogs
from sitebuild.catalogs import SITE
from sitebuild.diagrams import KINDS, diagram, measure
from sitebuild.diagrams.canvas import NOTE, WIDTH
from sitebuild.diagrams.wording import definitions, names, pipeline
from sitebuild.locales import ROOT, Locale, find, load
from sitebuild.look import OVERRIDES

SMALLEST = 13
"""No text is smaller, in units of the viewBox, so that it reads on a phone."""

NOTED = re.compile(r"At most (\d+) characters")

each_kind = pytest.mark.parametrize("kind", KINDS)
each_locale = pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)


def picture(kind: str, locale: Locale) -> ET.Element:
    svg = ET.fromstring(diagram(kind, locale.code)).find("svg")
    assert svg is not None
    return svg


def frame(svg: ET.Element) -> tuple[float, float]:
    _, _, wide, high = map(float, svg.attrib["viewBox"].split())
    return wide, high


def span(text: ET.Element, locale: Locale) -> tuple[float, float]:
    """Where a text begins and ends, from left to right, by the widths of its letters."""
    x, size = float(text.attrib["x"]), float(text.attrib["font-size"])
    wide = measure.width(text.text or "", size, locale, bold="font-weight" in text.attrib)
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
    share = 1 - before if locale.direction == "rtl" else before
    return x - wide * share, x + wide * (1 - share)


@each_kind
@each_locale
def test_a_diagram_is_an_image_with_a_text_alternative(kind: str, locale: Locale) -> None:
    svg = picture(kind, locale)
    assert svg.attrib["role"] == "img"
    assert svg[0].tag == "title"
    assert len((svg[0].text or "").split()) > 20


@each_kind
@each_locale
def test_no_word_leaves_the_frame(kind: str, locale: Locale) -> None:
    svg = picture(kind, locale)
    wide, high = frame(svg)
    assert wide == WIDTH
    for text in svg.iter("text"):
        left, right = span(text, locale)
        assert 0 <= left < right <= wide, text.text
        assert 10 <= float(text.attrib["y"]) <= high - 4, text.text


@each_kind
@each_locale
def test_every_word_is_large_enough_for_a_phone(kind: str, locale: Locale) -> None:
    texts = list(picture(kind, locale).iter("text"))
    assert texts
    assert all(float(text.attrib["font-size"]) >= SMALLEST for text in texts)


@each_kind
@each_locale
def test_shapes_are_mirrored_and_letters_are_not(kind: str, locale: Locale) -> None:
    svg = picture(kind, locale)
    shapes = svg.find("g")
    assert shapes is not None
    assert ("transform" in shapes.attrib) is (locale.direction == "rtl")
    assert svg.attrib["direction"] == locale.direction
    assert not list(shapes.iter("text"))
    assert all("transform" not in text.attrib for text in svg.iter("text"))


@each_kind
def test_a_diagram_has_no_style_and_only_classes_of_the_stylesheet(kind: str) -> None:
    css = (OVERRIDES / "assets" / "site.css").read_text("utf-8")
    for element in picture(kind, find("en")).iter():
        assert element.attrib.keys().isdisjoint({"style", "fill", "stroke"})
        name = element.get("class")
        assert name is None or f".{name} {{" in css


def test_the_stylesheet_has_no_class_that_no_diagram_uses() -> None:
    css = (OVERRIDES / "assets" / "site.css").read_text("utf-8")
    named = set(re.findall(r"^\.(diagram-[\w-]+) \{", css, re.MULTILINE))
    used = {element.get("class") for kind in KINDS for element in picture(kind, find("en")).iter()}
    assert named == used - {None}


def test_a_kind_that_there_is_not_is_named() -> None:
    with pytest.raises(KeyError, match="pie"):
        diagram("pie", "en")


def test_a_letter_that_means_something_in_markup_stays_a_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "sign", lambda drawing, _: str(drawing.write("a < b & c", 0, 0, 99, NOTE)))
    assert "a &lt; b &amp; c" in diagram("sign", "en")


@each_locale
def test_a_weighted_amount_is_the_amount_times_its_probability(locale: Locale) -> None:
    t = catalogs.translations(locale.code, SITE)
    deals = pipeline.deals(t)
    for deal in deals:
        percent = int("".join(letter for letter in deal.probability if letter.isdecimal()))
        assert deal.full * percent == deal.weighted * 100
    total = pipeline.total(t)
    assert total.full == pipeline.TOTAL == sum(deal.full for deal in deals)
    assert total.weighted == sum(deal.weighted for deal in deals)


@each_locale
def test_amounts_in_words_keep_the_proportions_of_the_bars(locale: Locale) -> None:
    """Whatever the unit of a market, it is the same one in every label."""
    t = catalogs.translations(locale.code, SITE)
    bars = (*pipeline.deals(t), pipeline.total(t))
    units = {number(bar.amount) / bar.full for bar in bars} | {
        number(bar.counted) / bar.weighted for bar in bars
    }
    assert max(units) == pytest.approx(min(units))


def number(words: str) -> float:
    found = re.search(r"\d[\d.,٬٫]*", words)
    assert found, words
    return float(found[0].replace(",", "").replace("٬", "").replace("٫", "."))


def test_all_definitions_agree_on_the_last_situation_and_none_goes_back() -> None:
    order = get_args(names.Stage)
    for column in zip(*definitions.STAGES, strict=True):
        stages = [order.index(stage) for stages in column for stage in stages]
        assert stages == sorted(stages)
        assert order[stages[-1]] == "opportunity"


@each_locale
def test_no_label_is_longer_than_its_note_allows(locale: Locale) -> None:
    t: GNUTranslations = catalogs.translations(locale.code, SITE)
    for message in catalogs.template(SITE):
        if message.id:
            most = NOTED.search(" ".join(message.auto_comments))
            assert most, message.id
            said = t.pgettext(message.context or "", str(message.id))
            assert len(said) <= int(most[1]), said


def test_lines_are_as_few_as_fit_and_even() -> None:
    english = find("en")
    words = "stays visible, linked to all three"
    assert measure.lines(words, 1000, 14, english) == [words]
    assert measure.lines(words, measure.width(words, 14, english) - 1, 14, english) == [
        "stays visible,",
        "linked to all three",
    ]


def test_a_word_wider_than_the_room_has_a_line_of_its_own() -> None:
    assert measure.lines("a procrastination b", 20, 14, find("en")) == ["a", "procrastination", "b"]


def test_the_engine_ships_no_diagram() -> None:
    engine = ROOT / "simulator" / "engine" / "funnel"
    assert [path.name for path in engine.rglob("*diagram*") if path.suffix != ".pyc"] == []
