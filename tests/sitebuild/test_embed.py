"""What the engine renders, put into the pages at build time."""

import re

import pytest
from funnel.model import Inquiry

from sitebuild import embed
from sitebuild.locales import Locale, load


def test_the_simulator_knows_where_it_stands() -> None:
    html = embed.embed(
        "<p><funnel-simulator></funnel-simulator></p>", locale="bn", root="../../", build="abc"
    )
    for attribute in (
        'data-pack="solar"',
        'data-locale="bn"',
        'data-root="../../bn/"',
        'data-build="../../simulator/abc/"',
    ):
        assert attribute in html
    assert "<p><funnel" not in html


@pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
def test_the_first_contact_is_readable_and_answerable_as_built(locale: Locale) -> None:
    html = embed.embed("<funnel-simulator></funnel-simulator>", locale=locale.code, root="../", build="abc")
    assert 'data-case="found-card"' in html
    inquiries = [f'{{"inquire": "{inquiry}"}}' for inquiry in Inquiry]
    assert re.findall(r"data-move=.(\{.*?\}).", html) == ['{"hint": true}', *inquiries]
    assert len(re.findall(r'data-dialog="sim-(?:qualify|convert|nurture|disqualify)"', html)) == 4


@pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
@pytest.mark.parametrize(
    "case", ["found-card", "second-person", "keen-employee", "dismissed-supplier", "rfp", "next-year"]
)
def test_an_articles_decision_shows_what_bears_on_it(case: str, locale: Locale) -> None:
    element = f'<funnel-simulator decision="{case}"></funnel-simulator>'
    html = embed.embed(element, locale=locale.code, root="../../", build="abc")
    known = re.search(r'<ul class="try-known">(.*?)</ul>', html, re.DOTALL)
    assert known
    assert known[1].count("<li>") >= 1
    assert f'href="../../{locale.prefix}practice/"' in html


def test_a_case_that_is_not_in_the_pack_stops_the_build() -> None:
    with pytest.raises(KeyError, match="no-such"):
        embed.embed(
            '<funnel-simulator decision="no-such"></funnel-simulator>', locale="en", root="", build=""
        )


def test_a_page_without_the_elements_is_left_alone() -> None:
    assert embed.embed("<p>A lead.</p>", locale="en", root="", build="") == "<p>A lead.</p>"


def test_a_diagram_stands_in_place_of_its_element() -> None:
    html = embed.embed(
        '<p><funnel-diagram kind="funnel"></funnel-diagram></p>', locale="fa", root="", build=""
    )
    assert html.startswith('<figure class="diagram diagram--funnel">')
    assert html.endswith("</figure>")


@pytest.mark.parametrize("attribute", [' kind="pie"', ""], ids=["unknown kind", "no kind"])
def test_a_diagram_of_no_known_kind_stops_the_build(attribute: str) -> None:
    with pytest.raises(KeyError):
        embed.embed(f"<funnel-diagram{attribute}></funnel-diagram>", locale="en", root="", build="")
