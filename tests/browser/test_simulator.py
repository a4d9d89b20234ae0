"""The simulator as learners meet it: on a phone, by keyboard, interrupted, on a bad line, in any language."""

import json
import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from funnel.attempts import encode as encode_attempt
from funnel.attempts import start
from funnel.definitions import judge
from funnel.model import (
    NEW_OPPORTUNITY,
    Action,
    Advance,
    Case,
    Decide,
    Decision,
    Definition,
    Forecast,
    Inquire,
    Lose,
    Mark,
    Move,
    Pack,
    Refer,
    Renew,
    Serve,
    Sign,
)
from funnel.moves import encode
from playwright.sync_api import Browser, BrowserType, ConsoleMessage, Page, Request, expect
from playwright.sync_api import Error as PlaywrightError

from sitebuild import embed, packs
from sitebuild.locales import Locale, find, load
from sitebuild.serving import Line, serving
from tests.transcripts import careful

READY = "() => performance.getEntriesByName('simulator:engine-ready').length > 0"
START_TIME = 60_000


@pytest.fixture(scope="module")
def pack() -> Pack:
    return embed._pack("en")


def practise(page: Page, address: str, locale: Locale, *, wait: bool = True) -> None:
    page.goto(f"{address}{locale.prefix}practice/")
    if wait:
        page.wait_for_function(READY, timeout=START_TIME)


def current(page: Page) -> str | None:
    return page.locator("funnel-simulator").get_attribute("data-case")


def inquire(page: Page, inquiry: str) -> None:
    """Find something out, as on a phone: open the sheet, press."""
    page.click('[data-tab="sim-find-out"]')
    page.click(f"[data-move='{json.dumps({'inquire': inquiry})}']")


def cite(page: Page, mark: Mark) -> None:
    """Touch the sentence, say what it shows."""
    page.click(f'[data-cite="{mark.sentence}"]')
    page.check(f'#sim-cite input[name="mark"][value="{mark.criterion}"]')
    page.check(f'#sim-cite input[name="finding"][value="{mark.finding}"]')
    page.click("#sim-cite [type=submit]")


def decide(page: Page, decision: Decide) -> None:
    page.click('[data-tab="sim-decide"]')
    page.click(f'[data-dialog="sim-{decision.decision}"]')
    for detail in filter(None, (decision.reason, decision.opportunity)):
        page.check(f'#sim-{decision.decision} input[value="{detail}"]')
    page.click(f"#sim-{decision.decision} [type=submit]")


def play(page: Page, case: Case) -> None:
    """The careful path through a case, its opportunity included."""
    for action in careful(case):
        do(page, action)


def do(page: Page, action: Action) -> None:
    """A move, as a learner makes it, to its answer."""
    match action:
        case Inquire(inquiry):
            said = page.locator(".sim-me").count()
            inquire(page, inquiry)
            expect(page.locator(".sim-me")).to_have_count(said + 1)
        case Mark():
            unfold(page)
            cite(page, action)
            expect(page.locator("#sim-cite")).not_to_be_visible()
        case Decide():
            decide(page, action)
        case _:
            pursue(page, action)


def pursue(page: Page, action: Action) -> None:
    """A move upon an opportunity or a customer: a button, or a form."""
    match action:
        case Advance():
            worked = page.locator(".sim-step-worked").count()
            page.click('[data-tab="sim-find-out"]')
            page.click("[data-move*=advance]")
            expect(page.locator(".sim-step-worked")).to_have_count(worked + 1)
        case Forecast(amount, probability, days):
            page.click('[data-tab="sim-find-out"]')
            page.click('[data-dialog="sim-forecast"]')
            for name, value in (("amount", amount), ("forecast", probability), ("days", days)):
                page.fill(f'#sim-forecast [name="{name}"]', str(value))
            page.click("#sim-forecast [type=submit]")
            expect(page.locator("#sim-record")).to_be_focused()
        case Sign():
            page.click('[data-tab="sim-decide"]')
            page.click("[data-move*=sign]")
            expect(page.locator("#sim-pursuit-title")).to_be_focused()
        case Renew() | Refer():
            verb, place = (
                ("renew", "#sim-renewed") if isinstance(action, Renew) else ("refer", "#sim-referred")
            )
            page.click('[data-tab="sim-find-out"]')
            page.click(f"[data-move*={verb}]")
            expect(page.locator(place)).to_be_focused()
        case Serve(service):
            page.click('[data-tab="sim-decide"]')
            page.click('[data-dialog="sim-serve"]')
            page.check(f'#sim-serve input[value="{service}"]')
            page.click("#sim-serve [type=submit]")
        case Lose(reason):
            page.check(f'.sim-pursuit input[value="{reason}"]')
            page.click(".sim-pursuit [type=submit]")


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('.sim-earlier').forEach((fold) => { fold.open = true; })")


def moves_saved(page: Page) -> int:
    """How many moves the browser's database holds."""
    return int(
        page.evaluate(
            """() => new Promise((resolve) => {
              const opening = indexedDB.open("lead-or-opportunity");
              opening.onsuccess = () => {
                const all = opening.result.transaction("attempts").objectStore("attempts").get("solar");
                all.onsuccess = () => {
                  opening.result.close();
                  resolve(all.result?.attempt?.moves.length ?? 0);
                };
              };
            })"""
        )
    )


def put_saved(page: Page, saved: object) -> None:
    """Leave that in the database as the saved progress."""
    page.evaluate(
        """(saved) => new Promise((resolve) => {
          const opening = indexedDB.open("lead-or-opportunity");
          opening.onsuccess = () => {
            const write = opening.result.transaction("attempts", "readwrite");
            write.objectStore("attempts").put(saved, "solar");
            write.oncomplete = () => { opening.result.close(); resolve(); };
          };
        })""",
        saved,
    )


@pytest.fixture
def watched(phone: Page) -> Iterator[Page]:
    """A phone on which nothing foreign may be asked for and no policy broken."""
    foreign: list[str] = []
    broken: list[str] = []

    def on_request(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:http://127.0.0.1:")):
            foreign.append(request.url)

    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            broken.append(message.text)

    phone.on("request", on_request)
    phone.on("console", on_console)
    phone.on("pageerror", lambda error: broken.append(str(error)))
    yield phone
    assert foreign == []
    assert broken == []


@pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
def test_a_whole_case_can_be_played_in_every_language(
    locale: Locale, site: str, watched: Page, pack: Pack
) -> None:
    """From the first contact to a full score and on to the next, on a phone."""
    practise(watched, site, locale)
    play(watched, pack.case("found-card"))
    expect(watched.locator("#sim-debrief-title")).to_be_focused()
    words = embed._words(locale.code)
    full = words.debrief["score"] % {"points": words.number(100)}
    expect(watched.locator(".sim-debrief h3").first).to_have_text(full)
    watched.click(".sim-debrief .sim-primary")
    expect(watched.locator("#sim-contact-title")).to_be_focused()
    assert current(watched) == "bought-list"


@pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
def test_an_opportunity_is_carried_to_the_people_its_customer_names(
    locale: Locale, site: str, watched: Page, pack: Pack
) -> None:
    """Converted, worked through its stages, put on record, signed; asked again, asked for names, profiled."""
    practise(watched, site, locale)
    case = pack.case("dismissed-supplier")
    assert case.deal
    assert case.deal.gain
    watched.click(f'[data-open="{case.id}"]')
    expect(watched.locator("#sim-contact-title")).to_be_focused()
    play(watched, case)
    expect(watched.locator("#sim-debrief-title")).to_be_focused()
    words = embed._words(locale.code)
    full = words.debrief["score"] % {"points": words.number(100)}
    expect(watched.locator(".sim-debrief h3").first).to_have_text(full)
    expect(watched.locator(".sim-newcomer")).to_have_count(len(case.deal.gain.referrals))
    assert watched.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_loss_is_explained_only_after_the_learners_own_diagnosis(
    site: str, watched: Page, pack: Pack
) -> None:
    practise(watched, site, find("en"))
    case = pack.case("rfp")
    assert case.deal
    assert case.deal.loss
    watched.click(f'[data-open="{case.id}"]')
    expect(watched.locator("#sim-contact-title")).to_be_focused()
    decide(watched, Decide(Decision.CONVERT, opportunity=NEW_OPPORTUNITY))
    expect(watched.locator("#sim-pursuit-title")).to_be_focused()
    pursue(watched, Sign())
    expect(watched.locator("funnel-simulator")).not_to_contain_text(case.deal.loss.because)
    pursue(watched, Lose(case.deal.loss.reason))
    expect(watched.locator(".sim-debrief")).to_contain_text(case.deal.loss.because)


def test_a_case_can_be_played_by_keyboard_alone(site: str, watched: Page) -> None:
    practise(watched, site, find("en"))

    def press(selector: str, key: str = "Enter") -> None:
        """Go on with Tab until that has the focus, then press."""
        for _ in range(120):
            if watched.evaluate("(selector) => document.activeElement?.matches(selector)", selector):
                watched.keyboard.press(key)
                return
            watched.keyboard.press("Tab")
        raise AssertionError(f"{selector} cannot be reached with Tab")

    press('[data-tab="sim-find-out"]')
    press("""[data-move='{"inquire": "look-up"}']""")
    expect(watched.locator("#sim-latest")).to_be_focused()
    press('[data-cite="look-up.1"]')
    press('#sim-cite input[name="mark"]', "End")
    watched.check('#sim-cite input[value="fit"]')
    press('#sim-cite input[name="finding"]', "Space")
    press("#sim-cite [type=submit]")
    expect(watched.locator('[data-cite="look-up.1"]')).to_be_focused()
    press('[data-tab="sim-decide"]')
    press('[data-dialog="sim-disqualify"]')
    press('#sim-disqualify input[name="reason"]', "Space")
    press("#sim-disqualify [type=submit]")
    expect(watched.locator("#sim-debrief-title")).to_be_focused()


def test_escape_leaves_a_decision_untaken(site: str, watched: Page) -> None:
    practise(watched, site, find("en"))
    watched.click('[data-tab="sim-decide"]')
    watched.click('[data-dialog="sim-nurture"]')
    watched.keyboard.press("Escape")
    expect(watched.locator("#sim-nurture")).not_to_be_visible()
    expect(watched.locator("funnel-simulator")).to_have_attribute("data-phase", "case")


def test_a_reload_in_mid_case_goes_on_where_it_was(site: str, watched: Page) -> None:
    practise(watched, site, find("fa"))
    inquire(watched, "look-up")
    expect(watched.locator(".sim-me")).to_have_count(1)
    said = watched.locator(".sim-log").last.inner_text()
    watched.reload()
    expect(watched.locator(".sim-me")).to_have_count(1)
    watched.wait_for_function(READY, timeout=START_TIME)
    assert watched.locator(".sim-log").last.inner_text() == said
    assert moves_saved(watched) == 1


def test_another_language_in_mid_case_keeps_the_place_and_changes_the_words(site: str, watched: Page) -> None:
    practise(watched, site, find("en"))
    inquire(watched, "look-up")
    expect(watched.locator(".sim-me")).to_have_count(1)
    watched.goto(f"{site}bn/practice/")
    watched.wait_for_function(READY, timeout=START_TIME)
    expect(watched.locator(".sim-me")).to_have_count(1)
    sentence = embed._pack("bn").case("found-card").sentence("look-up.1")
    assert sentence
    expect(watched.locator('[data-cite="look-up.1"]')).to_have_text(sentence.text)
    expect(watched.locator("html")).to_have_attribute("lang", "bn")


def test_progress_survives_a_killed_browser(
    site: str, browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path
) -> None:
    """Killed right after the move was kept; the next browser on the profile goes on from there."""
    settings = {**browser_type_launch_args, "viewport": {"width": 360, "height": 740}}
    context = browser_type.launch_persistent_context(tmp_path, **settings)
    page = context.new_page()
    practise(page, site, find("en"))
    inquire(page, "check")
    expect(page.locator(".sim-me")).to_have_count(1)
    while moves_saved(page) == 0:
        page.wait_for_timeout(10)
    os.kill(process_of(tmp_path), signal.SIGKILL)
    with suppress(PlaywrightError):
        context.close()
    with browser_type.launch_persistent_context(tmp_path, **settings) as context:
        page = context.new_page()
        practise(page, site, find("en"))
        expect(page.locator(".sim-me")).to_have_count(1)


def process_of(profile: Path) -> int:
    """The browser that holds a profile, as Chromium notes it there: `host-pid`."""
    return int((profile / "SingletonLock").readlink().name.rpartition("-")[2])


def test_moves_made_before_python_is_there_are_kept_and_carried_out(built: Path, browser: Browser) -> None:
    """The first contact is answered on a slow line; what was pressed meanwhile is replayed in order."""
    with serving(built, Line(bits_per_second=8e6)) as address, browser.new_context() as context:
        page = context.new_page()
        practise(page, address, find("en"), wait=False)
        page.wait_for_selector("funnel-simulator[data-enhanced]")
        page.click("""[data-move='{"inquire": "look-up"}']""")
        page.click("""[data-move='{"inquire": "check"}']""")
        expect(page.locator(".sim-queued")).to_have_count(2)
        assert not page.evaluate(READY)
        page.wait_for_function(READY, timeout=START_TIME)
        expect(page.locator(".sim-queued")).to_have_count(0)
        expect(page.locator(".sim-they")).to_have_count(2)


def test_the_bar_counts_every_byte(built: Path, browser: Browser) -> None:
    with serving(built, Line(bits_per_second=16e6)) as address, browser.new_context() as context:
        page = context.new_page()
        practise(page, address, find("en"), wait=False)
        seen = page.evaluate(
            """() => new Promise((resolve) => {
              const bar = document.querySelector(".sim-progress");
              const seen = [];
              const watch = new MutationObserver(() => {
                seen.push([bar.value, bar.max]);
                if (bar.value === bar.max && bar.max > 1) { watch.disconnect(); resolve(seen); }
              });
              watch.observe(bar, { attributes: true });
            })"""
        )
        values = [value for value, maximum in seen if maximum > 1]
        assert len(values) > 3
        assert values == sorted(values)
        assert values[-1] == seen[-1][1]


@pytest.fixture
def spoilt(built: Path, tmp_path: Path) -> Path:
    """A copy of the site whose WebAssembly was cut off on the way."""
    copy = tmp_path / "site"
    shutil.copytree(built, copy)
    (wasm,) = copy.glob("simulator/*/pyodide.asm.wasm")
    for sibling in wasm.parent.glob("pyodide.asm.wasm.*"):
        sibling.unlink()
    wasm.write_bytes(wasm.read_bytes()[:1_000_000])
    return copy


def test_a_damaged_download_is_explained_and_can_be_tried_again(
    built: Path, spoilt: Path, phone: Page
) -> None:
    with serving(spoilt) as address:
        practise(phone, address, find("en"), wait=False)
        retry = phone.locator("[data-retry]")
        expect(retry).to_be_visible(timeout=START_TIME)
        expect(phone.locator(".sim-engine-text")).to_have_text(embed._words("en").page["integrity"])
        (wasm,) = built.glob("simulator/*/pyodide.asm.wasm")
        shutil.copy(wasm, next(spoilt.glob("simulator/*")))
        retry.click()
        phone.wait_for_function(READY, timeout=START_TIME)


def test_without_webassembly_the_learner_is_told_and_can_read_on(site: str, phone: Page) -> None:
    phone.add_init_script("delete globalThis.WebAssembly")
    phone.route("**/worker/worker.js", lambda route: route.fulfill(
        body=f"delete globalThis.WebAssembly; {(route.fetch()).text()}", content_type="text/javascript"
    ))  # fmt: skip
    practise(phone, site, find("en"), wait=False)
    expect(phone.locator(".sim-engine-text")).to_have_text(
        embed._words("en").page["unsupported"], timeout=START_TIME
    )
    expect(phone.locator("[data-retry]")).not_to_be_visible()


@pytest.mark.parametrize(
    ("saved", "notice"),
    [
        ("nonsense", "damaged"),
        (
            {
                "attempt": {"format": 1, "pack": "solar", "packVersion": 2, "moves": "?"},
                "queue": [],
                "shown": None,
            },
            "damaged",
        ),
        ({"attempt": {"format": 99}, "queue": [], "shown": None}, "version"),
    ],
    ids=["no record", "damaged moves", "another version"],
)
def test_progress_that_cannot_be_read_is_put_aside_and_not_lost(
    saved: object, notice: str, site: str, watched: Page
) -> None:
    practise(watched, site, find("en"))
    put_saved(watched, saved)
    watched.reload()
    watched.wait_for_function(READY, timeout=START_TIME)
    expect(watched.locator("[data-notice] p")).to_have_text(embed._words("en").page[notice])
    with watched.expect_download() as download:
        watched.click("[data-save-aside]")
    kept = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert kept[-1]["saved"] == saved
    inquire(watched, "check")
    expect(watched.locator(".sim-they")).to_have_count(1)


def test_where_nothing_can_be_stored_play_goes_on_and_says_so(site: str, watched: Page) -> None:
    watched.add_init_script(
        "Object.defineProperty(globalThis, 'indexedDB', { get() { throw new Error('no'); } })"
    )
    practise(watched, site, find("en"))
    expect(watched.locator("[data-notice] p")).to_have_text(embed._words("en").page["unsaved"])
    inquire(watched, "check")
    expect(watched.locator(".sim-they")).to_have_count(1)


def test_a_whole_round_ends_in_a_summary_and_can_be_begun_anew(site: str, watched: Page, pack: Pack) -> None:
    """All sixteen contacts, the careful way through a saved attempt; then a new order."""
    practise(watched, site, find("en"))
    inquire(watched, "check")
    expect(watched.locator(".sim-they")).to_have_count(1)
    moves = [encode(Move(case.id, action)) for case in pack.cases for action in careful(case)]
    attempt = encode_attempt(start(pack)) | {"moves": moves}
    put_saved(watched, {"attempt": attempt, "queue": [], "shown": None})
    watched.reload()
    watched.wait_for_function(READY, timeout=START_TIME)
    expect(watched.locator("#sim-summary .sim-results tbody tr")).to_have_count(len(pack.cases))
    expect(watched.locator("#sim-summary .sim-lede")).to_contain_text("100 of 100")
    watched.click('#sim-summary [data-dialog="sim-start"]')
    watched.click("#sim-start [type=submit]")
    expect(watched.locator("funnel-simulator")).to_have_attribute("data-phase", "case")
    expect(watched.locator(".sim-me")).to_have_count(0)


def test_the_sheet_never_covers_what_was_just_said(site: str, watched: Page) -> None:
    practise(watched, site, find("bn"))
    for inquiry in ("look-up", "check", "call", "ask-need"):
        inquire(watched, inquiry)
        expect(watched.locator("#sim-latest")).to_be_focused()
    watched.click('[data-tab="sim-find-out"]')
    sheet, latest = (watched.locator(selector).bounding_box() for selector in (".sim-sheet", "#sim-latest"))
    assert sheet
    assert latest
    assert latest["y"] + latest["height"] <= sheet["y"] + 1


@pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
def test_nothing_is_wider_than_a_narrow_phone(locale: Locale, site: str, watched: Page) -> None:
    watched.set_viewport_size({"width": 320, "height": 640})
    practise(watched, site, locale)
    for inquiry in ("look-up", "call", "ask-need"):
        inquire(watched, inquiry)
        expect(watched.locator("#sim-latest")).to_be_focused()
    watched.click('[data-cite="look-up.1"]')
    assert watched.evaluate("document.documentElement.scrollWidth") <= 320
    watched.keyboard.press("Escape")
    decide(watched, judge(Definition.CRITERIA, embed._pack("en").case("found-card")).decision)
    expect(watched.locator("#sim-debrief-title")).to_be_focused()
    assert watched.evaluate("document.documentElement.scrollWidth") <= 320


def record(page: Page) -> list[Any]:
    """Every round that the browser's database holds as ended: its pack and how many moves it had."""
    kept: list[Any] = page.evaluate(
        """() => new Promise((resolve) => {
          const opening = indexedDB.open("lead-or-opportunity");
          opening.onsuccess = () => {
            const all = opening.result.transaction("record").objectStore("record").getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(all.result.map(({ attempt }) => [attempt.pack, attempt.moves.length]));
            };
          };
        })"""
    )
    return kept


def choose(page: Page, **terms: str) -> None:
    """Start another round on those terms, giving up the one that is on."""
    page.click(".sim-terms [data-dialog]")
    for name, value in terms.items():
        page.check(f'#sim-start [name="{name}"][value="{value}"]')
    if page.locator('#sim-start [name="give-up"]').count():
        page.check('#sim-start [name="give-up"]')
    page.click("#sim-start [type=submit]")


def other_pack() -> str:
    return next(name for name in packs.names() if name != "solar")


def test_another_pack_is_fetched_when_it_is_chosen_and_is_there_after_a_reload(
    site: str, watched: Page
) -> None:
    """The round before it goes into the record."""
    asked: list[str] = []
    watched.on("request", lambda request: asked.append(request.url))
    practise(watched, site, find("bn"))
    inquire(watched, "check")
    expect(watched.locator(".sim-they")).to_have_count(1)
    assert not any(f"/packs/{other_pack()}/" in url for url in asked)
    choose(watched, pack=other_pack(), mode="guided", order="authored")
    expect(watched.locator(".sim-coach-card")).to_be_visible()
    expect(watched.locator("#sim-contact-title")).to_be_focused()
    assert record(watched) == [["solar", 1]]
    first = current(watched)
    watched.reload()
    watched.wait_for_function(READY, timeout=START_TIME)
    expect(watched.locator(".sim-coach-card")).to_be_visible()
    assert current(watched) == first


def test_a_running_round_is_not_given_up_unasked(site: str, watched: Page) -> None:
    practise(watched, site, find("en"))
    inquire(watched, "check")
    expect(watched.locator(".sim-they")).to_have_count(1)
    watched.click(".sim-terms [data-dialog]")
    watched.click("#sim-start [type=submit]")
    expect(watched.locator("#sim-start")).to_be_visible()
    assert record(watched) == []


def test_a_pack_that_does_not_arrive_leaves_the_round_as_it_was(site: str, phone: Page) -> None:
    practise(phone, site, find("en"))
    inquire(phone, "check")
    expect(phone.locator(".sim-they")).to_have_count(1)
    phone.route(f"**/packs/{other_pack()}/**", lambda route: route.abort())
    choose(phone, pack=other_pack())
    expect(phone.locator("[data-notice] p")).to_have_text(embed._words("en").page["no-pack"])
    expect(phone.locator(".sim-they")).to_have_count(1)
    phone.unroute(f"**/packs/{other_pack()}/**")
    choose(phone, pack=other_pack())
    expect(phone.locator(".sim-they")).to_have_count(0)
    expect(phone.locator("[data-notice]")).not_to_be_visible()


def test_an_assessment_notes_a_decision_and_says_no_more(site: str, watched: Page, pack: Pack) -> None:
    practise(watched, site, find("en"))
    choose(watched, mode="assessment", order="authored")
    expect(watched.locator(".sim-hint")).to_have_count(0)
    decide(watched, judge(Definition.CRITERIA, pack.cases[0]).decision)
    expect(watched.locator("#sim-debrief-title")).to_be_focused()
    expect(watched.locator(".sim-debrief")).not_to_contain_text("of 100")
    watched.click(".sim-debrief .sim-primary")
    expect(watched.locator("#sim-contact-title")).to_be_focused()


def test_a_dialog_that_is_open_stays_open_when_a_reply_arrives(site: str, watched: Page) -> None:
    practise(watched, site, find("en"))
    watched.evaluate(
        """() => {
          document.querySelector("#sim-find-out [data-move]").click();
          document.querySelector('[data-dialog="sim-start"]').click();
        }"""
    )
    expect(watched.locator(".sim-me")).to_have_count(1)
    expect(watched.locator("#sim-start")).to_be_visible()


def test_a_hint_takes_the_focus_and_costs_no_hours(site: str, watched: Page) -> None:
    practise(watched, site, find("en"))
    before = watched.locator(".sim-effort strong").inner_text()
    watched.click(".sim-hint")
    expect(watched.locator("#sim-hint")).to_be_focused()
    assert watched.locator(".sim-effort strong").inner_text() == before


AXE = (Path(__file__).parent.parent.parent / "node_modules/axe-core/axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
def test_no_state_of_a_case_breaks_a_rule_of_accessibility(
    locale: Locale, scheme: str, site: str, browser: Browser
) -> None:
    """axe-core on the first contact, in mid-case, in the form and in the debrief."""
    with browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        practise(page, site, locale)
        page.evaluate(AXE)
        run = "() => axe.run().then((result) => result.violations.map((v) => v.id + ': ' + v.nodes[0].html))"
        inquire(page, "look-up")
        expect(page.locator("#sim-latest")).to_be_focused()
        assert page.evaluate(run) == []
        page.click('[data-cite="look-up.1"]')
        assert page.evaluate(run) == []
        page.keyboard.press("Escape")
        decide(page, judge(Definition.CRITERIA, embed._pack("en").case("found-card")).decision)
        expect(page.locator("#sim-debrief-title")).to_be_focused()
        assert page.evaluate(run) == []


@pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
def test_no_state_of_a_round_is_too_wide_or_breaks_a_rule_of_accessibility(
    locale: Locale, site: str, watched: Page, pack: Pack
) -> None:
    """The start, an opportunity, its customer, the end of a round, one's own record, a watched one."""
    watched.set_viewport_size({"width": 320, "height": 640})
    practise(watched, site, locale)
    watched.evaluate(AXE)

    def look() -> None:
        run = "() => axe.run().then((result) => result.violations.map((v) => v.id + ': ' + v.nodes[0].html))"
        assert watched.evaluate(run) == []
        assert watched.evaluate("document.documentElement.scrollWidth") <= 320

    watched.click(".sim-terms [data-dialog]")
    look()
    watched.keyboard.press("Escape")
    case = pack.case("dismissed-supplier")
    watched.click(f'[data-open="{case.id}"]')
    expect(watched.locator("#sim-contact-title")).to_be_focused()
    decide(watched, Decide(Decision.CONVERT, opportunity=NEW_OPPORTUNITY))
    expect(watched.locator("#sim-pursuit-title")).to_be_focused()
    for action in (Advance(), Sign(), Refer()):
        pursue(watched, action)
        look()
    moves = [encode(Move(other.id, action)) for other in pack.cases for action in careful(other)]
    attempt = encode_attempt(start(pack)) | {"moves": moves}
    put_saved(watched, {"attempt": attempt, "queue": [], "shown": None})
    watched.reload()
    watched.wait_for_function(READY, timeout=START_TIME)
    watched.evaluate(AXE)
    expect(watched.locator("#sim-summary .sim-results")).to_be_visible()
    watched.click("details[data-record] > summary")
    look()
    code = watched.locator("[data-code]").get_attribute("data-code")
    watched.evaluate("(code) => { location.hash = `r=${code}`; }", code)
    expect(watched.locator("#sim-watching-title")).to_be_visible()
    look()
