"""A round in the terminal: the browser's engine, played by typing, whatever is typed and however it ends."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from funnel import attempts, codes
from funnel.definitions import judge
from funnel.errors import PackError
from funnel.model import (
    Attempt,
    Decision,
    Definition,
    Finding,
    Inquire,
    Inquiry,
    Mark,
    Mode,
    Move,
    Pack,
    Refer,
    Renew,
)
from funnel.paths import cheapest
from funnel.scoring import score
from funnel.terminal import Terminal, opened, whole
from funnel.wording import rounds
from funnel.words import Words

from sitebuild import catalogs
from sitebuild.locales import ROOT, Locale, load

PACK = "solar"
CASE = "dismissed-supplier"
"""Converted by each definition, and signed."""

TYPED = {system: str.maketrans("0123456789", figures) for system, figures in {
    "latn": "0123456789", "beng": "০১২৩৪৫৬৭৮৯", "gujr": "૦૧૨૩૪૫૬૭૮૯", "arabext": "۰۱۲۳۴۵۶۷۸۹",
}.items()}  # fmt: skip

type Play = Callable[..., tuple[Attempt, list[str]]]


@cache
def table(locale: str) -> tuple[Pack, Words]:
    """The pack and the words of a locale, as the terminal gets them."""
    return opened(catalogs.setup(locale, PACK))


@pytest.fixture
def typing() -> Play:
    """Plays those lines and gives the attempt and what was written."""

    def typed(
        *lines: str, locale: str = "en", seed: int = 0, mode: Mode = Mode.PRACTICE
    ) -> tuple[Attempt, list[str]]:
        pack, words = table(locale)
        waiting = list(lines)
        written: list[str] = []
        first = attempts.start(pack, seed=seed, mode=mode)
        terminal = Terminal(pack, words, first, lambda: waiting.pop(0) if waiting else None, written.append)
        terminal.play()
        return terminal.attempt, written

    return typed


def choice(written: list[str], start: str) -> str:
    """The number in front of the last list's line that begins so."""
    return next(
        line.split()[0] for line in reversed(written) if line.strip().partition("  ")[2].startswith(start)
    )


def test_a_number_makes_the_move_of_its_line(typing: Play) -> None:
    attempt, written = typing("1")
    assert attempt.moves == (Move("found-card", Inquire(Inquiry.LOOK_UP)),)
    assert choice(written, "Look them up") == "1"


def test_several_numbers_on_a_line_are_taken_one_after_another(typing: Play) -> None:
    attempt, _ = typing("1 2 4")
    made = [move.action for move in attempt.moves]
    assert made == [Inquire(Inquiry.LOOK_UP), Inquire(Inquiry.CHECK), Inquire(Inquiry.CALL)]


@pytest.mark.parametrize("system", TYPED)
@pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
def test_any_scripts_digits_are_understood_in_every_language(
    typing: Play, locale: Locale, system: str
) -> None:
    attempt, _ = typing("11".translate(TYPED[system]), locale=locale.code)
    assert attempt.moves == (Move("found-card", Inquire(Inquiry.ASK_INCUMBENT)),)


@pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
def test_lists_are_numbered_in_the_locales_digits(typing: Play, locale: Locale) -> None:
    _, written = typing(locale=locale.code)
    assert any(line.startswith("  " + "12".translate(TYPED[locale.digits])) for line in written)


@pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
def test_the_same_numbers_are_the_same_attempt_in_every_language(typing: Play, locale: Locale) -> None:
    lines = ("1 2", "12 1 12 1", "14", "17 4")
    assert typing(*lines, locale=locale.code)[0] == typing(*lines)[0]


@pytest.mark.parametrize(
    ("typed", "number"),
    [("12", 12), ("1,200,000", 1_200_000), ("۱٬۲۰۰٬۰۰۰", 1_200_000), ("১২,০০,০০০", 1_200_000), ("০৪", 4)],
)
def test_a_whole_number_is_read_with_its_separators(typed: str, number: int) -> None:
    assert whole(typed) == number


@pytest.mark.parametrize("typed", ["", "one", "-1", "1.5", "½", "²", "1e6", ",", "9" * 10_000])
def test_what_is_no_whole_number_is_not_read_as_one(typed: str) -> None:
    with pytest.raises(ValueError, match=r"not a whole number|limit"):
        whole(typed)


@pytest.mark.parametrize("typed", ["0", "99", "-1", "convert", "½", "\ud800", "9" * 10_000])
def test_what_is_not_on_the_list_makes_no_move_and_says_so(typing: Play, typed: str) -> None:
    attempt, written = typing(typed)
    assert attempt.moves == ()
    assert f"{typed} is not a number on this list. For help, type “?”." in written


def test_after_a_slip_the_rest_of_the_line_is_forgotten(typing: Play) -> None:
    assert typing("99 14")[0].moves == ()


@pytest.mark.parametrize("typed", ["?", "؟"])
def test_a_question_mark_explains_and_shows_the_list_again(typing: Play, typed: str) -> None:
    _, written = typing(typed)
    again = written[written.index(written[0], 1) :]
    assert choice(again, "Look them up") == "1"


@pytest.mark.parametrize("lines", [("q", "1"), ("Q", "1"), ("12 q", "1"), ("12 1 1 q", "1"), (), ("12",)])
def test_q_and_the_end_of_the_input_leave_from_everywhere(typing: Play, lines: tuple[str, ...]) -> None:
    assert typing(*lines)[0].moves == ()


def test_an_empty_line_goes_back(typing: Play) -> None:
    attempt, _ = typing("12 1", "", "1")
    assert attempt.moves == (Move("found-card", Inquire(Inquiry.LOOK_UP)),)


def test_a_sentence_is_cited_for_a_criterion(typing: Play) -> None:
    attempt, written = typing("1", "12", "1", "3", "2")
    mark = attempt.moves[-1].action
    assert isinstance(mark, Mark)
    assert (mark.sentence, mark.finding) == ("source.1", Finding.NO)
    assert any("Buying soon: no" in line for line in written)


def test_a_refused_move_is_explained_and_not_kept(typing: Play) -> None:
    attempt, written = typing("13")
    assert attempt.moves == ()
    assert "There is no mark to undo." in written


def test_after_a_decision_the_debrief_has_every_line_of_the_score(typing: Play, pack: Pack) -> None:
    attempt, written = typing("16")
    case = pack.case("found-card")
    state = attempts.replay(pack, attempt).cases["found-card"]
    earned = score(case, state, Definition.CRITERIA)
    assert f"Score: {earned.total} of 100" in written
    assert sum(line.endswith((" of 10)", " of 40)")) for line in written) >= 4
    assert f"  {case.afterwards}" in written


def test_a_closed_case_leads_to_the_next_contact(typing: Play) -> None:
    attempt, written = typing("16")
    assert attempt.moves[-1].case == "bought-list"
    assert "Selina Akter" in written


def converted(written: list[str], pack: Pack) -> str:
    """What to type to turn to the case and convert it."""
    place = [case.id for case in pack.cases].index(CASE)
    return f"{choice(written, 'Turn to')} {place} {choice(written, 'Convert')} 1"


def test_an_opportunity_is_pursued_to_its_end(typing: Play, pack: Pack) -> None:
    deal = pack.case(CASE).deal
    assert deal
    assert deal.gain
    start = converted(typing()[1], pack)
    lines = [start, "1", "1", "1", f"1 {deal.amount} 80 {deal.days}", "2", "1", "2", "3 1"]
    attempt, written = typing(*lines)
    assert {Renew(), Refer()} < {move.action for move in attempt.moves}
    told = [deal.gain.recurring, deal.gain.because, deal.gain.profile]
    told += [f"“{remark.text}”" for remarks in deal.heard.values() for remark in remarks]
    assert [line for line in told if f"  {line}" not in written] == []
    pursuit = attempts.replay(pack, attempt).cases[CASE].pursuit
    assert pursuit
    assert pursuit.is_over


def test_a_probability_over_a_hundred_is_asked_for_again(typing: Play, pack: Pack) -> None:
    start = converted(typing()[1], pack)
    attempt, written = typing(start, "2 5000000 101", "eighty", "۸۰", "30")
    assert written.count("Write the probability as a whole number from 0 to 100.") == 2
    pursuit = attempts.replay(pack, attempt).cases[CASE].pursuit
    assert pursuit
    assert pursuit.forecast
    assert pursuit.forecast.probability == 80


def test_a_loss_is_diagnosed_before_the_truth_is_told(typing: Play, pack: Pack) -> None:
    start = converted(typing()[1], pack)
    _, before = typing(start, "4")
    _, written = typing(start, "4 1")
    assert "  You gave it up. They would have signed." in written
    assert "  You gave it up. They would have signed." not in before


def test_an_assessment_says_nothing_before_its_end(typing: Play) -> None:
    _, written = typing("16", "16", mode=Mode.ASSESSMENT)
    assert not any(line.startswith("Score:") for line in written)


@pytest.mark.parametrize("lines", [("16", "q"), ("16",)], ids=["by q", "at the end of the input"])
def test_who_leaves_early_reads_who_is_still_open_and_the_score_so_far(
    typing: Play, pack: Pack, lines: tuple[str, ...]
) -> None:
    _, written = typing(*lines)
    first, second, *others = (case.contact.name for case in pack.cases)
    end = written[written.index("Your contacts") + 1 :]
    assert end[0].startswith(f"  {first} · ")
    assert end[0].rpartition(" ")[2].isdecimal()
    assert end[1 : len(pack.cases)] == [f"  {name} · Not started" for name in (second, *others)]
    assert end[len(pack.cases) :][:2] == [
        f"1 of {len(pack.cases)} contacts decided",
        "A contact that is not closed yet counts as 0.",
    ]
    assert end[-1].startswith("On average you scored ")


def test_an_opportunity_that_is_left_is_open_though_decided_on(typing: Play, pack: Pack) -> None:
    start = converted(typing()[1], pack)
    _, written = typing(start)
    assert f"  {pack.case(CASE).contact.name} · Opportunity" in written
    assert f"1 of {len(pack.cases)} contacts decided" in written


def test_who_leaves_an_assessment_early_reads_who_is_open_and_no_score(typing: Play, pack: Pack) -> None:
    _, written = typing("16", "q", mode=Mode.ASSESSMENT)
    assert f"1 of {len(pack.cases)} contacts decided" in written
    assert not any(line.startswith("On average") for line in written)
    assert not any(line.startswith(f"  {pack.cases[0].contact.name} · ") for line in written)


def whole_round(pack: Pack, seed: int) -> list[str]:
    """What to type to ask all that is needed and decide on everybody, each opportunity given up at once."""
    lines = []
    for case_id in attempts.order(pack, attempts.start(pack, seed=seed)):
        judgement = judge(Definition.CRITERIA, pack.case(case_id))
        _, path = cheapest(pack.case(case_id), judgement)
        lines.append(" ".join(str(place) for place, inquiry in enumerate(Inquiry, 1) if inquiry in path))
        decision, reason, opportunity = judgement.decision
        number = len(Inquiry) + 3 + list(Decision).index(decision)
        lines.append(f"{number} 1" if reason or opportunity else f"{number}")
        if opportunity:
            lines.append("4 1")
    return lines


@pytest.mark.parametrize("mode", [Mode.PRACTICE, Mode.ASSESSMENT])
@pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
def test_a_round_is_played_to_its_summary_in_every_language(
    typing: Play, pack: Pack, locale: Locale, mode: Mode
) -> None:
    """Whoever plays to the end has read every debrief, in practice as in an assessment."""
    attempt, written = typing(*whole_round(pack, 7), locale=locale.code, mode=mode, seed=7)
    state = attempts.replay(pack, attempt)
    assert all(case.is_over for case in state.cases.values())
    local, words = table(locale.code)
    assert [case.id for case in local.cases if f"  {case.afterwards}" not in written] == []
    assert words.debrief["contacts"] in written
    assert rounds.texts(words.t)["open_count"] not in written


def test_a_guided_round_ends_after_its_one_case_and_says_what_sentences_show(typing: Play) -> None:
    attempt, written = typing("1", "2", "16", "1", mode=Mode.GUIDED)
    assert {move.case for move in attempt.moves} == {"found-card"}
    assert any(line.strip().startswith("evidence for ") for line in written)
    assert any(line.startswith("Next: ") for line in written)


def test_a_hint_is_given_in_practice_and_kept_in_the_attempt(typing: Play) -> None:
    _, before = typing()
    attempt, written = typing(choice(before, "Give me a hint"))
    assert len(attempt.moves) == 1
    assert any(line.startswith("Next: ") for line in written)


def test_a_setup_with_a_broken_pack_is_refused() -> None:
    document = json.loads(catalogs.setup("en", PACK))
    document["pack"]["cases"] = [{}]
    with pytest.raises(PackError):
        opened(json.dumps(document))


def run(*arguments: str, typed: str = "", folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """``python -m funnel`` as somebody in that folder has it."""
    return subprocess.run(
        [sys.executable, "-m", "funnel", "play", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        check=False,
    )


def code_in(fragment: str) -> str:
    """The result code that the page finds at the end of its address."""
    page = (
        "import { codeIn } from './simulator/page/replay.js'; process.stdout.write(codeIn(process.argv[1]))"
    )
    command = ["node", "--input-type=module", "--eval", page, "--", fragment]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_the_command_plays_a_pack_of_the_checkout_and_prints_code_and_attempt(pack: Pack) -> None:
    done = run("--pack", PACK, "--locale", "fa", "--definition", "deal", typed="۱\nq\n")
    assert (done.returncode, done.stderr) == (0, "")
    title, code, link_end, between, saved = done.stdout.splitlines()[-5:]
    attempt = json.loads(saved)
    assert attempt["definition"] == "deal"
    assert attempt["moves"] == [{"case": "found-card", "inquire": "look-up"}]
    assert (title, between) == ("کد نتیجه", "")
    assert attempts.encode(codes.decode(code, lambda *_: pack)) == attempt
    assert code_in(link_end.strip()) == code.strip()


def test_the_command_plays_a_built_setup_anywhere(tmp_path: Path) -> None:
    """As whoever has only the wheel would."""
    setup = tmp_path / "gu.json"
    setup.write_text(catalogs.setup("gu", PACK), "utf-8")
    done = run("--setup", str(setup), "--seed", "3", typed="૧૬\n", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout.splitlines()[-1])["seed"] == 3


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--pack", "moon"), "no pack 'moon'; there are"),
        (("--pack", PACK, "--locale", "xx"), "no locale 'xx'; there are en"),
        (("--setup", "missing.json"), "this cannot be played"),
        (("--setup", "README.md"), "this cannot be played"),
        (("--setup", "package.json"), "this cannot be played"),
        (("--pack", PACK, "--seed", "-1"), "is not a whole number from 0"),
        (("--pack", PACK, "--seed", "4294967296"), "is not a whole number from 0 to 4294967295"),
        (("--pack", PACK, "--mode", "cheat"), "invalid"),
        ((), "one of the arguments --pack --setup is required"),
    ],
)  # fmt: skip
def test_what_cannot_be_played_is_said_in_a_line_and_not_in_a_traceback(
    arguments: tuple[str, ...], says: str
) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


HEEDING_CTRL_C = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("funnel", run_name="__main__")
"""
"""A shell starts what runs in its background with Ctrl-C ignored, and so with it these tests."""


def test_ctrl_c_leaves_without_a_traceback_and_prints_code_and_attempt(pack: Pack) -> None:
    command = [sys.executable, "-c", HEEDING_CTRL_C, "play", "--pack", PACK]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("1\n")
        process.stdin.flush()
        while not process.stdout.readline().startswith("> 1"):
            pass
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        written, complained = process.communicate(timeout=60)
    assert (process.returncode, complained) == (130, "")
    _, code, _, _, saved = written.splitlines()[-5:]
    attempt = json.loads(saved)
    assert attempt["moves"] == [{"case": "found-card", "inquire": "look-up"}]
    assert attempts.encode(codes.decode(code, lambda *_: pack)) == attempt


def test_nobody_reading_on_is_no_error() -> None:
    """As in ``python -m funnel play --pack solar | head -1``."""
    command = [sys.executable, "-m", "funnel", "play", "--pack", PACK]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdout.close()
        process.stdin.write("1\n" * 2000)
        process.stdin.close()
        assert process.stderr
        assert process.stderr.read() == ""
    assert process.returncode == 0
