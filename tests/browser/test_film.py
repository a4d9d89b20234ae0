"""The film-strip of the README: a case from the first contact to the names that its customer gives.

It is played in two scripts, light and dark, and every frame must have on the screen what it tells of. With
``REWRITE_SCREENSHOTS=1`` (``make screenshots``) the frames become the picture, a row for each script.
"""

import base64
import os
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

import pytest
from funnel.forecast import DEFAULTS, by_evidence
from funnel.model import (
    Action,
    Case,
    Deal,
    Forecast,
    Gain,
    Mark,
    Pack,
    Refer,
    Serve,
    Sign,
    Step,
)
from funnel.words import Words
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from sitebuild import embed
from sitebuild.locales import ROOT, find
from tests.browser.test_simulator import do, practise
from tests.transcripts import careful

CASE = "dismissed-supplier"
PHONE = ViewportSize(width=360, height=740)
SCRIPTS: tuple[tuple[str, Literal["light", "dark"]], ...] = (("bn", "light"), ("fa", "dark"))
GAP = 36
TARGET = ROOT / "screenshots" / "film-strip.png"
REWRITE = os.environ.get("REWRITE_SCREENSHOTS") == "1"
LARGEST = 900_000
"""Bytes of the picture. Pixels are the phone's own: a README shows them at a third of their size anyway."""

TO_THE_TOP = """async (element) => {
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (let times = 0; times < 3; times += 1) {  // what comes into sight is only then laid out
    window.scrollTo({ behavior: "instant", top: window.scrollY + element.getBoundingClientRect().top - 8 });
    await drawn();
  }
}"""


class Scene(NamedTuple):
    """A case on a phone, in one language."""

    page: Page
    pack: Pack
    words: Words

    @property
    def case(self) -> Case:
        return self.pack.case(CASE)

    @property
    def deal(self) -> Deal:
        deal = self.case.deal
        assert deal
        return deal

    @property
    def gain(self) -> Gain:
        gain = self.deal.gain
        assert gain
        return gain

    def find(self, selector: str) -> Locator:
        return self.page.locator(selector)

    def frame(self, top: str, *telling: Locator) -> bytes:
        """The screen with that at its top, once all that it is to tell can be seen above the moves."""
        self.find(top).first.evaluate(TO_THE_TOP)
        floor = self.page.evaluate(
            "document.querySelector('.sim-tabs')?.getBoundingClientRect().top ?? innerHeight"
        )
        for one in telling:
            expect(one).to_be_visible()
            box = one.bounding_box()
            assert box
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= floor
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= PHONE["width"]
        return self.page.screenshot(animations="disabled")


def met(scene: Scene) -> bytes:
    """Somebody of whom nothing is known but where the name came from."""
    title, source = scene.find("#sim-contact-title"), scene.find('[data-cite="source.1"]')
    expect(title).to_have_text(scene.case.contact.name)
    expect(source).to_have_text(scene.case.source.text)
    return scene.frame(".sim-thread", title, source)


def cited(scene: Scene) -> bytes:
    """All has been found out that the decision needs, and each sentence says what it shows."""
    marks = [action for action in careful(scene.case) if isinstance(action, Mark)]
    expect(scene.find(".sim-mark:not(.sim-mark-unknown)")).to_have_count(len(marks))
    expect(scene.find(".sim-contact .sim-tag, .sim-conversation .sim-tag")).to_have_count(len(marks))
    latest = scene.find("#sim-latest")
    return scene.frame(".sim-log >> nth=-1 >> .sim-me >> nth=-3", latest, latest.locator(".sim-tag"))


def weighed(scene: Scene) -> bytes:
    """The opportunity on record, and how likely it is: by its stage, and by the evidence."""
    percents = scene.find(".sim-pursuit .sim-suggestion strong")
    likely = (DEFAULTS[Step.NEGOTIATION], by_evidence(scene.deal.facts()))
    percent = scene.words.pursuit["percent"]
    expect(percents).to_have_text([percent % {"number": scene.words.number(number)} for number in likely])
    expect(scene.find(".sim-pursuit .sim-evidence li")).to_have_count(len(scene.deal.facts()))
    return scene.frame("#sim-record", scene.find(".sim-pursuit .sim-record"), percents.first, percents.last)


def signed(scene: Scene) -> bytes:
    """The customer has signed; nobody has asked for anything more yet."""
    title = scene.find("#sim-pursuit-title")
    expect(title).to_have_text(scene.words.pursuit["signed"])
    expect(scene.find("#sim-referred")).to_have_text(scene.words.pursuit["not_asked"])
    return scene.frame(".sim-thread", title)


def named(scene: Scene) -> bytes:
    """The customer names people: contacts, and nothing more yet."""
    people = scene.find(".sim-referrals li")
    expect(people).to_have_count(len(scene.gain.referrals))
    for shown, referral in zip(people.all(), scene.gain.referrals, strict=True):
        expect(shown).to_contain_text(referral.name)
        expect(shown.locator(".sim-tag")).to_have_text(scene.words.stages["contact"])  # type: ignore[index]
    return scene.frame("h3:has(+ #sim-referred)", *people.all())


def judged(scene: Scene) -> bytes:
    """The score, and what it is made of."""
    score = scene.find(".sim-debrief h3").first
    expect(score).to_have_text(scene.words.debrief["score"] % {"points": scene.words.number(100)})
    expect(scene.find(".sim-newcomer")).to_have_count(len(scene.gain.referrals))
    return scene.frame(".sim-debrief .sim-card:has(.sim-part)", score, scene.find(".sim-part h4").first)


def film(scene: Scene) -> Iterator[bytes]:
    """The frames of a case that is played with care."""
    yield met(scene)
    actions = careful(scene.case)
    last_mark = max(place for place, action in enumerate(actions) if isinstance(action, Mark))
    after: dict[type[Action], Callable[[Scene], bytes]] = {
        Forecast: weighed,
        Sign: signed,
        Refer: named,
        Serve: judged,
    }
    for place, action in enumerate(actions):
        do(scene.page, action)
        if place == last_mark:
            yield cited(scene)
        elif tell := after.get(type(action)):
            yield tell(scene)


@pytest.fixture(scope="module")
def strip(browser: Browser) -> Iterator[dict[str, list[bytes]]]:
    """The frames of each script; in the end, they become the picture."""
    rows: dict[str, list[bytes]] = {}
    yield rows
    if REWRITE and len(rows) == len(SCRIPTS):
        TARGET.parent.mkdir(exist_ok=True)
        picture = side_by_side(browser, [rows[locale] for locale, _ in SCRIPTS])
        assert len(picture) <= LARGEST
        TARGET.write_bytes(picture)


def side_by_side(browser: Browser, rows: list[list[bytes]]) -> bytes:
    """The frames in rows; in every row from left to right, so that one moment stands below the other."""
    frames = [base64.b64encode(frame).decode() for row in rows for frame in row]
    images = "".join(
        f'<img src="data:image/png;base64,{frame}" width="{PHONE["width"]}" alt="">' for frame in frames
    )
    across, down = len(rows[0]), len(rows)
    size = ViewportSize(
        width=across * (PHONE["width"] + GAP) + GAP, height=down * (PHONE["height"] + GAP) + GAP
    )
    style = f"display:grid;gap:{GAP}px;grid-template-columns:repeat({across},auto);margin:{GAP}px"
    with browser.new_context(viewport=size) as context:
        page = context.new_page()
        page.set_content(f'<body style="{style};background:#cfc8b8">{images}')
        return page.screenshot()


@pytest.mark.parametrize(("locale", "scheme"), SCRIPTS)
def test_a_case_can_be_told_in_frames(
    locale: str, scheme: Literal["light", "dark"], site: str, browser: Browser, strip: dict[str, list[bytes]]
) -> None:
    """From the first contact to the names that the customer gives, and what it was worth."""
    with browser.new_context(viewport=PHONE, color_scheme=scheme, reduced_motion="reduce") as context:
        page = context.new_page()
        practise(page, site, find(locale))
        expect(page.locator("html")).to_have_attribute("dir", "rtl" if locale == "fa" else "ltr")
        page.click(f'[data-open="{CASE}"]')
        expect(page.locator("#sim-contact-title")).to_be_focused()
        scene = Scene(page, embed._pack(locale), embed._words(locale))
        strip[locale] = list(film(scene))
    assert len(strip[locale]) == 6
