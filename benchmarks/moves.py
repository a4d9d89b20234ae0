"""From a learner's move to the page after it: every move of a careful round, in the page as it is built.

``python -m benchmarks.moves`` prints the percentiles, on this machine as it is and as a phone of a quarter of
its speed would have them: the page's processor is throttled, and the worker, which no browser throttles, is
counted four times.
"""

import json
import statistics
import sys
from pathlib import Path
from typing import NamedTuple

from funnel.attempts import order, start
from funnel.model import Decide, Forecast, Lose, Mark, Move, Open, Pack, Serve
from funnel.moves import encode
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.codes import careful
from sitebuild import browser, locales, packs
from sitebuild.locales import ROOT
from sitebuild.serving import serving

SLOWDOWN = 4
READY = "() => performance.getEntriesByName('simulator:engine-ready').length > 0"

WATCH = """
(() => {
  const post = Worker.prototype.postMessage;
  const began = new Map();
  const watched = new WeakSet();
  globalThis.worked = 0;
  Worker.prototype.postMessage = function (message, ...more) {
    if (!watched.has(this)) {
      watched.add(this);
      this.addEventListener("message", ({ data }) => {
        if (began.has(data.id)) globalThis.worked = performance.now() - began.get(data.id);
      });
    }
    if (message.kind === "request") began.set(message.id, performance.now());
    return post.call(this, message, ...more);
  };
})();
"""
"""Notes how long the worker took over the last request."""

MOVE = """
([move, steps]) => new Promise((resolve, reject) => {
  const simulator = document.querySelector("funnel-simulator");
  const find = (selector) => simulator.querySelector(selector) ?? reject(new Error(`no ${selector} for ${move}`));
  setTimeout(() => reject(new Error(`nothing changed after ${move}`)), 10_000);
  for (const [selector, value] of steps.slice(0, -1)) {
    const field = find(selector);
    if (value === null) field.click();
    else if (value === true) field.checked = true;
    else field.value = value;
  }
  const changes = new MutationObserver(() => {
    changes.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve([performance.now() - began, globalThis.worked])));
  });
  for (const region of simulator.querySelectorAll("[data-region]")) changes.observe(region, { childList: true });
  const [last] = steps.at(-1);
  const target = find(last);
  const began = performance.now();
  if (target instanceof HTMLFormElement) target.requestSubmit();
  else target.click();
})
"""
"""Does the steps of a move; milliseconds from the last of them to the frame after the change, and the worker's."""

type Step = tuple[str, str | bool | None]


class Sample(NamedTuple):
    """What a move took, in milliseconds: in all, and the worker's part of it."""

    whole: float
    worker: float


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


def play(page: Page, made: list[Move]) -> list[Sample]:
    """Make all moves, one after another."""
    return [Sample(*page.evaluate(MOVE, [str(move), steps(move)])) for move in made]


def measure(chromium: Browser, address: str, pack: Pack, slowdown: int = 1) -> list[Sample]:
    """A careful round in a new context, on a phone's screen, in Bengali as `address` says."""
    with chromium.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(address)
        page.wait_for_function(READY, timeout=60_000)
        if slowdown > 1:
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        samples = play(page, moves(pack))
        return [Sample(whole + (slowdown - 1) * worker, worker) for whole, worker in samples]


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
            whole, worker = ([sample[part] for sample in samples] for part in (0, 1))
            print(
                f"{slowdown}×: {len(samples)} moves, median {statistics.median(whole):.0f} ms,"
                f" 95th percentile {ninety_fifth(whole):.0f} ms, worker's {ninety_fifth(worker):.0f} ms unthrottled"
            )
        chromium.close()


if __name__ == "__main__":
    main()
