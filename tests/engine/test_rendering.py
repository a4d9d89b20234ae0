"""Rendering: texts are data, decisions weigh the same, nothing is said by colour alone."""

import re
from collections.abc import Callable
from copy import replace

import pytest
from funnel import rendering
from funnel.model import Criterion, Decide, Decision, Finding, Inquire, Inquiry, Mark, Pack
from funnel.rendering import REGIONS
from funnel.view import View
from funnel.words import Words

from sitebuild import catalogs
from sitebuild.locales import Locale, load

See = Callable[..., View]
LOOK_UP = Inquire(Inquiry.LOOK_UP)
HOSTILE = {
    "markup": '<script>alert(1)</script><img src=x onerror="alert(2)">',
    "bidi controls": "Kamrul \u202egnp.exe\u2066",
    "10,000 characters": "Kam" * 3_333 + "r",
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_is_shown_as_text_and_kept_apart(hostile: str, pack: Pack, see: See) -> None:
    case = replace(pack.cases[0], contact=replace(pack.cases[0].contact, name=hostile))
    html = rendering.regions(see("found-card", shown=replace(pack, cases=(case, *pack.cases[1:]))))["contact"]
    assert "<script" not in html
    assert "<img" not in html
    name = re.search(r'sim-contact-title"[^>]*>(.*?)</h2>', html, re.DOTALL)
    assert name
    assert name[1].startswith("<bdi>")
    assert name[1].endswith("</bdi>")


def test_a_hostile_reply_is_shown_as_text(pack: Pack, see: See) -> None:
    case = pack.cases[0]
    sentence = replace(case.replies[Inquiry.LOOK_UP][0], text=HOSTILE["markup"])
    case = replace(case, replies={**case.replies, Inquiry.LOOK_UP: (sentence,)})
    shown = rendering.regions(see("found-card", LOOK_UP, shown=replace(pack, cases=(case, *pack.cases[1:]))))
    for region in REGIONS:
        assert "<script" not in shown[region]
        assert "<img" not in shown[region]


def test_no_region_carries_a_style_or_a_script(see: See) -> None:
    """The content policy forbids both."""
    for html in rendering.regions(see("found-card", LOOK_UP, Decide(Decision.NURTURE))).values():
        assert not re.search(r"<script|\sstyle=|\son\w+=", html)


def test_the_decisions_are_marked_up_alike_and_in_a_fixed_order(see: See) -> None:
    html = rendering.regions(see("found-card"))["moves"]
    decisions = re.findall(
        r'<button type="button" class="sim-move sim-decision" data-dialog="sim-([\w-]+)">', html
    )
    assert decisions == [str(decision) for decision in Decision]


def test_a_finding_is_said_in_words(see: See) -> None:
    marked = Mark(Criterion.FIT, Finding.YES, "look-up.1")
    html = rendering.regions(see("found-card", LOOK_UP, marked))["contact"]
    assert re.search(r'sim-mark-yes">yes<', html)
    assert "1 of 4 known" in html


def test_in_practice_a_reply_does_not_say_what_it_shows(see: See) -> None:
    html = rendering.regions(see("found-card", LOOK_UP))["conversation"]
    assert "sim-tag" not in html
    assert html.count("data-cite") == 2


def test_a_sentence_that_was_cited_says_for_what(see: See) -> None:
    marked = Mark(Criterion.FIT, Finding.YES, "look-up.1")
    html = rendering.regions(see("found-card", LOOK_UP, marked))["conversation"]
    assert "cited for Fits what we look for: yes" in html


def test_a_long_conversation_folds_its_older_part(see: See) -> None:
    asked = [Inquire(inquiry) for inquiry in list(Inquiry)[:6]]
    html = rendering.regions(see("keen-employee", *asked))["conversation"]
    assert "Earlier (2)" in html


def test_a_closed_case_offers_no_moves_and_one_way_on(see: See) -> None:
    shown = rendering.regions(see("found-card", Decide(Decision.NURTURE)))
    assert shown["moves"].strip() == ""
    assert shown["debrief"].count("sim-primary") == 1
    assert 'data-open="bought-list"' in shown["debrief"]


def test_every_line_of_the_score_leads_to_an_article(see: See) -> None:
    html = rendering.regions(see("keen-employee", LOOK_UP, Decide(Decision.NURTURE)))["debrief"]
    links = re.findall(r'<a href="\.\./(learn/[\w-]+/#[\w-]+)"', html)
    assert len(links) == html.count("Read why")
    assert len(links) >= 7


@pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
def test_numbers_are_in_the_digits_of_the_locale(locale: Locale, pack: Pack, see: See) -> None:
    words = Words(catalogs.translations(locale.code, "engine"), catalogs.engine_locale(locale))
    html = rendering.regions(replace(see("found-card"), words=words))["thread"]
    shown = re.search(r"<strong>(.*?)</strong>", html)
    assert shown
    assert words.number(pack.budget) in shown[1]
    assert locale.digits == "latn" or str(pack.budget) not in shown[1]


def test_an_articles_decision_answers_each_choice_in_place(see: See) -> None:
    html = rendering.decision(see("rfp", Inquire(Inquiry.ASK_NEED)))
    assert html.count("<details") == len(Decision)
    assert html.count("data-right") == 1
    assert html.count('<li class="sim-definition') == len(Decision) * 3
