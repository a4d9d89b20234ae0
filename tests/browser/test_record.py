"""The learner's own record, two tabs on one round, and result codes, as learners meet them."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from sitebuild.locales import find

READY = "() => performance.getEntriesByName('simulator:engine-ready').length > 0"
START_TIME = 60_000
NOTICE = "[data-notice]"
WATCHING = "#sim-watching-title"
RECORD = "details[data-record]"


def practise(page: Page, site: str, code: str = "en", *, after: str = "") -> None:
    page.goto(f"{site}{find(code).prefix}practice/{after}")
    page.wait_for_function(READY, timeout=START_TIME)


def look_up(page: Page) -> None:
    page.click('[data-tab="sim-find-out"]')
    page.click('[data-move=\'{"inquire": "look-up"}\']')
    expect(page.locator(".sim-me")).to_have_count(1)


def decide(page: Page) -> None:
    """Keep the contact for later, which needs no detail."""
    page.click('[data-tab="sim-decide"]')
    page.click('[data-dialog="sim-nurture"]')
    page.click("#sim-nurture [type=submit]")
    expect(page.locator("#sim-debrief-title")).to_be_visible()


def finish_a_guided_round(page: Page) -> None:
    """A guided round has a single contact."""
    page.click('[data-dialog="sim-start"]')
    page.check('#sim-start input[value="guided"]')
    page.click("#sim-start [type=submit]")
    expect(page.locator("#sim-start")).not_to_be_visible()
    expect(page.locator(".sim-coach-card")).to_be_visible()
    decide(page)


def unfold(page: Page) -> None:
    page.click(f"{RECORD} > summary")
    expect(page.locator('[data-region="record"]')).not_to_contain_text("Python")


def stored(page: Page, name: str) -> list[dict[str, object]]:
    """All that a store of the browser's database holds."""
    found: list[dict[str, object]] = page.evaluate(
        """(name) => new Promise((resolve) => {
          const opening = indexedDB.open("lead-or-opportunity");
          opening.onsuccess = () => {
            const all = opening.result.transaction(name).objectStore(name).getAll();
            all.onsuccess = () => { opening.result.close(); resolve(all.result); };
          };
        })""",
        name,
    )
    return found


def moves_kept(page: Page) -> list[object]:
    return [move for saved in stored(page, "attempts") for move in saved["attempt"]["moves"]]  # type: ignore[index]


def test_a_round_that_is_over_is_in_the_record_once(site: str, phone: Page) -> None:
    practise(phone, site)
    finish_a_guided_round(phone)
    unfold(phone)
    expect(phone.locator(".sim-own-rounds tbody tr")).to_have_count(1)
    phone.reload()
    phone.wait_for_function(READY, timeout=START_TIME)
    unfold(phone)
    expect(phone.locator(".sim-own-rounds tbody tr")).to_have_count(1)
    assert len(stored(phone, "record")) == 1


def test_a_record_goes_into_a_file_can_be_erased_and_comes_back_once(
    site: str, phone: Page, tmp_path: Path
) -> None:
    practise(phone, site)
    finish_a_guided_round(phone)
    unfold(phone)
    with phone.expect_download() as downloading:
        phone.click('[data-record-do="export"]')
    file = tmp_path / "record.json"
    downloading.value.save_as(file)
    assert file.read_text("utf-8").isascii()
    phone.click('[data-dialog="sim-erase"]')
    expect(phone.locator("#sim-erase")).to_contain_text("every round in your record")
    phone.click("#sim-erase [type=submit]")
    expect(phone.locator("[data-record-news]")).to_have_text(
        "Everything is erased. You start from the beginning."
    )
    expect(phone.locator(".sim-own-rounds tbody tr")).to_have_count(0)
    assert [stored(phone, name) for name in ("attempts", "record", "aside")] == [[], [], []]
    for told in ("New rounds: 1. Rounds that you had already: 0.", "New rounds: 0."):
        phone.set_input_files("[data-record-file]", file)
        expect(phone.locator("[data-record-news]")).to_contain_text(told)
        expect(phone.locator(".sim-own-rounds tbody tr")).to_have_count(1)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("cut off", "its end is missing"),
        ("some other file", "not a record of this simulator"),
        ("newer", "newer version"),
        ("a broken round", "round 2 in it"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_nothing_is_lost(
    name: str, words: str, site: str, phone: Page, tmp_path: Path
) -> None:
    practise(phone, site)
    finish_a_guided_round(phone)
    unfold(phone)
    (kept,) = stored(phone, "record")
    whole = {"kind": "lead-or-opportunity record", "format": 1, "rounds": [kept]}
    text = {
        "cut off": json.dumps(whole)[:-9],
        "some other file": json.dumps({"name": "package"}),
        "newer": json.dumps(whole | {"format": 2}),
        "a broken round": json.dumps(whole | {"rounds": [kept, kept | {"attempt": {"moves": 7}}]}),
    }[name]
    file = tmp_path / "record.json"
    file.write_text(text, "utf-8")
    phone.set_input_files("[data-record-file]", file)
    expect(phone.locator("[data-record-news]")).to_contain_text(words)
    assert stored(phone, "record") == [kept]


def test_of_two_tabs_one_plays_and_the_other_may_take_over(site: str, browser: Browser) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        _check_two_tabs(site, context)


def test_without_locks_the_tabs_ask_one_another(site: str, browser: Browser) -> None:
    """As on a host without encryption, where browsers have no Web Locks."""
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        context.add_init_script("Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })")
        _check_two_tabs(site, context)


def _check_two_tabs(site: str, context: BrowserContext) -> None:
    first, second = context.new_page(), context.new_page()
    practise(first, site)
    look_up(first)
    practise(second, site)
    expect(second.locator(NOTICE)).to_contain_text("open in another tab")
    expect(first.locator(NOTICE)).not_to_be_visible()
    second.click("[data-take-over]")
    expect(second.locator(NOTICE)).not_to_be_visible()
    expect(second.locator(".sim-me")).to_have_count(1)
    expect(first.locator(NOTICE)).to_contain_text("now playing this round in another tab")
    decide(second)
    kept = moves_kept(second)
    assert len(kept) == 2
    first.click("[data-take-over]")
    expect(first.locator("#sim-debrief-title")).to_be_visible()
    expect(second.locator(NOTICE)).to_contain_text("now playing this round in another tab")
    assert moves_kept(first) == kept


def test_a_tab_that_has_missed_writes_cannot_undo_them(site: str, browser: Browser) -> None:
    """Even where neither locks nor channels are to be had: the database refuses the stale write."""
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        context.add_init_script(
            "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });"
            "delete globalThis.BroadcastChannel;"
        )
        first, second = context.new_page(), context.new_page()
        practise(first, site)
        practise(second, site)
        look_up(first)
        second.click('[data-tab="sim-find-out"]')
        second.click('[data-move=\'{"inquire": "check"}\']')
        expect(second.locator(NOTICE)).to_contain_text("now playing this round in another tab")
        assert moves_kept(first) == [{"case": "found-card", "inquire": "look-up"}]


def test_when_the_storage_is_full_play_goes_on_and_the_learner_is_told(site: str, phone: Page) -> None:
    practise(phone, site)
    phone.evaluate(
        """() => {
          IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
        }"""
    )
    look_up(phone)
    expect(phone.locator(NOTICE)).to_contain_text("saves nothing")
    decide(phone)


def test_a_code_is_watched_move_by_move_and_ones_own_round_stays(site: str, phone: Page) -> None:
    practise(phone, site)
    finish_a_guided_round(phone)
    code = phone.locator(".sim-code").get_attribute("data-code")
    before = stored(phone, "attempts")
    watcher = phone.context.new_page()
    practise(watcher, site, after=f"#r={code}")
    expect(watcher.locator(WATCHING)).to_be_focused()
    expect(watcher.locator("#sim-replay-title")).to_have_text("Move 0 of 1")
    expect(watcher.locator('[data-region="contact"] button:enabled')).to_have_count(0)
    watcher.click('[data-step="1"] >> nth=0')
    expect(watcher.locator("#sim-debrief-title")).to_be_visible()
    watcher.click('[data-step="0"] >> nth=0')
    expect(watcher.locator("#sim-debrief-title")).not_to_be_visible()
    assert stored(watcher, "attempts") == before
    assert phone.locator(NOTICE).is_hidden()


def test_after_watching_ones_own_round_goes_on(site: str, phone: Page) -> None:
    practise(phone, site)
    finish_a_guided_round(phone)
    unfold(phone)
    phone.click("[data-watch]")
    expect(phone.locator(WATCHING)).to_be_focused()
    phone.click("[data-unwatch]")
    expect(phone.locator("#sim-debrief-title")).to_be_visible()
    assert "#" not in phone.url
    expect(phone.locator(".sim-debrief button:disabled")).to_have_count(0)


@pytest.mark.parametrize("code", ["en", "fa"])
def test_a_bad_code_says_what_is_wrong_and_ones_own_round_is_there(code: str, site: str, phone: Page) -> None:
    practise(phone, site, code, after="#r=141JT0200YQ94K4WR0000")
    expect(phone.locator(NOTICE)).not_to_be_empty()
    expect(phone.locator(WATCHING)).to_have_count(0)
    expect(phone.locator("#sim-contact-title")).to_be_visible()
    look_up(phone)
    assert len(moves_kept(phone)) == 1


def test_the_link_of_a_code_can_be_copied_and_opens_it(site: str, desk: Page) -> None:
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    practise(desk, site)
    desk.click('[data-dialog="sim-nurture"]')
    desk.click("#sim-nurture [type=submit]")
    expect(desk.locator("#sim-debrief-title")).to_be_visible()
    expect(desk.locator(".sim-code")).to_have_count(0)
    desk.click('[data-dialog="sim-start"]')
    desk.check('#sim-start input[value="guided"]')
    desk.check('#sim-start input[name="give-up"]')
    desk.click("#sim-start [type=submit]")
    expect(desk.locator(".sim-coach-card")).to_be_visible()
    desk.click('[data-dialog="sim-nurture"]')
    desk.click("#sim-nurture [type=submit]")
    desk.click('[data-copy="link"]')
    expect(desk.locator(".sim-status")).to_have_text("Copied.")
    link = desk.evaluate("navigator.clipboard.readText()")
    desk.goto(link)
    expect(desk.locator(WATCHING)).to_be_visible()
    assert link.startswith(f"{site}practice/#r=")
