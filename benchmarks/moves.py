"""From a learner's move to the page after it: every move of a careful round, in the page as it is built.

``python -m benchmarks.moves`` prints the percentiles, on this machine as it is and at a quarter of its speed:
for that the browser's whole process, page and worker, is stopped three quarters of the time.
"""

import json
import os
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGCONT, SIGSTOP
from threading import Event, Thread

from funnel.attempts import order, start
from funnel.model import Decide, Forecast, Lose, Mark, Move, Open, Pack, Serve
from funnel.moves import encode
from playwright.sync_api import Browser, sync_playwright

from benchmarks.codes import careful
from sitebuild import browser, locales, packs
from sitebuild.locales import ROOT
from sitebuild.serving import serving

SLOWDOWN = 4
READY = "() => performance.getEntriesByName('simulator:engine-ready').length > 0"

MOVE = """
([move, steps]) => new Promise((resolve, reject) => {
  const simulator = document.querySelector("funnel-simulator");
  const find = (selector) => simulator.querySelector(selector) ?? reject(Error(`${move}: no ${selector}`));
  setTimeout(() => reject(Error(`nothing changed after ${move}`)), 10_000);
  for (const [selector, value] of steps.slice(0, -1)) {
    const field = find(selector);
    if (value === null) field.click();
    else if (value === true) field.checked = true;
    else field.value = value;
  }
  const changes = new MutationObserver(() => {
    changes.disconnect();
    document.body.getBoundingClientRect();
    resolve(performance.now() - began);
  });
  for (const region of simulator.querySelectorAll("[data-region]")) {
    changes.observe(region, { childList: true });
  }
  const [last] = steps.at(-1);
  const target = find(last);
  const began = performance.now();
  if (target instanceof HTMLFormElement) target.requestSubmit();
  else target.click();
})
"""
"""Does the steps of a move; milliseconds from the last of them to the changed page, laid out."""

SLICE = 0.002
"""Seconds for which a slowed browser runs at a time."""

type Step = tuple[str, str | bool | None]


def steps(move: Move) -> list[Step]:
    """What a learner does for a move: fields filled, and last the form or button that makes it."""
    match move.action:
        case Open():
            return [(f'[data-open="{move.case}"]', None)]
        case Mark(criterion, finding, sentence):
            return [
                (f'[data-cite="{sentence}"]', None),
                (f'#sim-cite [name="mark"][value="{criterion}"]', True),
                (f'#sim-cite [name="finding"][value="{finding}"]', True),
                ("#sim-cite form", None),
            ]
        case Decide(decision, reason, opportunity):
            details = [detail for detail in (reason, opportunity) if detail]
            dialog = f"#sim-{decision}"
            return [
                (f'[data-dialog="sim-{decision}"]', None),
                *((f'{dialog} [value="{detail}"]', True) for detail in details),
                (f"{dialog} form", None),
            ]
        case Forecast(amount, probability, days):
            fields = {"amount": amount, "forecast": probability, "days": days}
            filled: list[Step] = [
                (f'#sim-forecast [name="{name}"]', str(value)) for name, value in fields.items()
            ]
            return [('[data-dialog="sim-forecast"]', None), *filled, ("#sim-forecast form", None)]
        case Serve(service):
            return [
                ('[data-dialog="sim-serve"]', None),
                (f'#sim-serve [value="{service}"]', True),
                ("#sim-serve form", None),
            ]
        case Lose(reason):
            return [(f'.sim-pursuit [value="{reason}"]', True), (".sim-pursuit form", None)]
        case _:
            action = {key: value for key, value in encode(move).items() if key != "case"}
            return [(f"[data-move='{json.dumps(action)}']", None)]


def moves(pack: Pack) -> list[Move]:
    """A careful round in the order in which the page offers it, each contact turned to first."""
    attempt = start(pack)
    return [
        Move(case_id, action)
        for case_id in order(pack, attempt)
        for action in (Open(), *careful(pack, attempt, case_id))
    ]


def measure(chromium: Browser, address: str, pack: Pack, slowdown: int = 1) -> list[float]:
    """Milliseconds of each move of a careful round, in a new context on a phone's screen."""
    with chromium.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_function(READY, timeout=60_000)
        with slowed(chromium, slowdown):
            return [page.evaluate(MOVE, [str(move), steps(move)]) for move in moves(pack)]


@contextmanager
def slowed(chromium: Browser, factor: int) -> Iterator[None]:
    """Let the browser's pages and workers run only a part of the time."""
    info = chromium.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    renderers = [process["id"] for process in info if process["type"] == "renderer"]
    ended = Event()

    def brake() -> None:
        while not ended.is_set():
            for signal, slices in ((SIGSTOP, factor - 1), (SIGCONT, 1)):
                for renderer in renderers:
                    os.kill(renderer, signal)
                ended.wait(SLICE * slices)

    braking = Thread(target=brake)
    if factor > 1:
        braking.start()
    try:
        yield
    finally:
        ended.set()
        if factor > 1:
            braking.join()
            for renderer in renderers:
                os.kill(renderer, SIGCONT)


def ninety_fifth(values: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def main() -> None:
    pack = packs.read(packs.PACKS / "solar" / "pack.yaml").pack
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    with serving(site) as host, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser.ensure(), args=[*browser.LAUNCH_FLAGS], ignore_default_args=["--headless"]
        )
        for slowdown in (1, SLOWDOWN):
            samples = measure(chromium, f"{host}{locales.find('bn').prefix}practice/", pack, slowdown)
            middle, late = statistics.median(samples), ninety_fifth(samples)
            print(f"{slowdown}×: {len(samples)} moves, median {middle:.0f} ms, 95th percentile {late:.0f} ms")
        chromium.close()


if __name__ == "__main__":
    main()
