"""The checklist is made for paper: one A4 page in every language, with a box for every answer."""

import re

import pytest
from playwright.sync_api import Page, expect

from sitebuild.locales import Locale, load

each_locale = pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
QUESTIONS = 7
ANSWERS = 3


@each_locale
def test_the_checklist_prints_on_one_a4_page(desk: Page, site: str, locale: Locale) -> None:
    desk.goto(f"{site}{locale.prefix}checklist/", wait_until="networkidle")
    printed = desk.pdf(format="A4", margin={"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"})
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


@each_locale
def test_each_question_can_be_answered_yes_no_or_unknown(phone: Page, site: str, locale: Locale) -> None:
    phone.goto(f"{site}{locale.prefix}checklist/")
    expect(phone.locator(".yes-no-unknown li")).to_have_count(QUESTIONS)
    expect(phone.locator(".answers span")).to_have_count(QUESTIONS * ANSWERS)


def test_what_only_helps_on_a_screen_is_not_printed(desk: Page, site: str) -> None:
    desk.goto(f"{site}checklist/")
    desk.emulate_media(media="print")
    for part in (".no-print", ".report", ".head__nav"):
        expect(desk.locator(part)).to_be_hidden()
    expect(desk.locator(".checklist")).to_be_visible()
