"""From navigation to a running engine: our practice page against a page that only calls `loadPyodide()`.

One run, one machine, one server with brotli siblings, a cold cache for every visit, the two pages in turn.
Then what a learner waits for in play: moves, result codes, and the memory of a long round.
"""

import argparse
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from benchmarks import codes, engine, moves
from benchmarks.peer import write_plain_page
from sitebuild import browser, locales
from sitebuild.locales import ROOT
from sitebuild.serving import Line, serving

READY = "simulator:engine-ready"
FIRST_CONTACT = "simulator:first-contact"
SLOW = {"bits_per_second": 1.6e6, "round_trip": 0.150}
PATIENCE = 180_000  # milliseconds
WAIT_FOR_MARK = """
([name, patience]) => new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error(`no mark ${name}`)), patience);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName(name)) resolve(entry.startTime);
  }).observe({ type: "mark", buffered: true });
})
"""
MARK_TIME = "(name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN"


@dataclass(frozen=True)
class Sample:
    """One cold visit: milliseconds since navigation, and the bytes of all bodies as they were sent."""

    ready: float
    first_contact: float
    size: int


@dataclass(frozen=True)
class Aim:
    """A figure, what it should not exceed, and how to print it."""

    name: str
    value: float
    limit: float
    unit: str = ""

    def line(self) -> str:
        verdict = "met" if self.value <= self.limit else "MISSED"
        return (
            f"{self.name:<50} {self.value:>6.2f}{self.unit}   aim ≤ {self.limit:.2f}{self.unit}   {verdict}"
        )


def visit(chromium: Browser, folder: Path, path: str, line: Line) -> Sample:
    """Open the page in a new context, and wait for the engine."""
    with serving(folder, line) as address, chromium.new_context() as context:
        page = context.new_page()
        page.goto(address + path, wait_until="commit")
        ready = page.evaluate(WAIT_FOR_MARK, [READY, PATIENCE])
        return Sample(ready, page.evaluate(MARK_TIME, FIRST_CONTACT), line.carried)


def compare(
    chromium: Browser, ours_at: tuple[Path, str], plain: Path, times: int, slow: dict[str, float]
) -> tuple[Sample, Sample]:
    """The medians of both pages, visited in turn: ours, then the plain one."""
    ours: list[Sample] = []
    theirs: list[Sample] = []
    for turn in range(times):
        visits = [(ours, *ours_at), (theirs, plain, "")]
        for samples, folder, path in visits if turn % 2 else reversed(visits):
            samples.append(visit(chromium, folder, path, Line(**slow)))
            print(".", end="", flush=True)
    return median(ours), median(theirs)


def median(samples: list[Sample]) -> Sample:
    return Sample(
        statistics.median(sample.ready for sample in samples),
        statistics.median(sample.first_contact for sample in samples),
        round(statistics.median(sample.size for sample in samples)),
    )


def report(quick: tuple[Sample, Sample], slow: tuple[Sample, Sample]) -> list[Aim]:
    """Print the figures, and give the aims that they are held to."""
    print(f"\n\n{'':<24}{'ours':>12}{'loadPyodide()':>16}")
    for name, (ours, theirs) in {"unthrottled": quick, "1.6 Mbit/s, 150 ms": slow}.items():
        print(f"{name:<24}{ours.ready / 1000:>10.2f} s{theirs.ready / 1000:>14.2f} s")
    print(f"{'bytes on the wire':<24}{slow[0].size / 1e6:>9.2f} MB{slow[1].size / 1e6:>13.2f} MB\n")
    return [
        Aim("engine ready, unthrottled: ratio", quick[0].ready / quick[1].ready, 0.45),
        Aim("engine ready, 1.6 Mbit/s: ratio", slow[0].ready / slow[1].ready, 0.70),
        Aim("bytes on the wire: ratio", slow[0].size / slow[1].size, 0.70),
        Aim("first contact, 1.6 Mbit/s", slow[0].first_contact / 1000, 1.5, " s"),
    ]


def play(chromium: Browser, site: Path, folder: Path) -> list[Aim]:
    """The aims of what is measured in play; in Bengali, whose letters take longest to lay out."""
    with serving(site) as address:
        page = f"{address}{locales.find('bn').prefix}practice/"
        late = {
            slowdown: moves.ninety_fifth(moves.measure(chromium, page, codes.packed("solar"), slowdown))
            for slowdown in (1, moves.SLOWDOWN)
        }
    replayed, grown = engine.measure(chromium, engine.write_engine_page(folder, site))
    return [
        Aim("a move on the page, 95th percentile", late[1], 50, " ms"),
        Aim("the same at a quarter of the speed", late[moves.SLOWDOWN], 200, " ms"),
        Aim("1,000 result codes replayed in the browser", replayed, 5, " s"),
        Aim("1,000 result codes replayed by CPython", codes.seconds(codes.packed()), 2, " s"),
        Aim("memory that a round of 48 contacts leaves behind", grown, 10, " MB"),
    ]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--locale", default="en", choices=[locale.code for locale in locales.load()])
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--quick", type=int, default=7, help="visits of each page without a throttle")
    parser.add_argument("--slow", type=int, default=3, help="visits of each page on the slow line")
    return parser.parse_args()


def main() -> None:
    arguments = _arguments()
    practice = (arguments.site, f"{locales.find(arguments.locale).prefix}practice/")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        plain = write_plain_page(Path(folder))
        chromium = playwright.chromium.launch(
            executable_path=browser.ensure(), args=[*browser.LAUNCH_FLAGS], ignore_default_args=["--headless"]
        )
        quick = compare(chromium, practice, plain, arguments.quick, {})
        slow = compare(chromium, practice, plain, arguments.slow, SLOW)
        aims = [*report(quick, slow), *play(chromium, arguments.site, Path(folder) / "engine")]
        chromium.close()
    print("\n".join(aim.line() for aim in aims))
    sys.exit(any(aim.value > aim.limit for aim in aims))


main()
