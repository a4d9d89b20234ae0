"""What the terminal shows of an attempt, as lines of plain text; their direction is the terminal's part."""

from collections.abc import Iterator
from copy import replace

from funnel.definitions import judge
from funnel.model import Criterion, Definition, Finding, Open
from funnel.pursuing import Pursuing
from funnel.rules import Said
from funnel.view import View
from funnel.wording import terminal

LINK_END = "#r="
"""What stands between the address of a simulator page and a code in a link; the page looks for it."""


def contact(view: View) -> Iterator[str]:
    """Who it is, how we came by them, what was said so far, what is known and what a coach advises."""
    person = view.case.contact
    yield ""
    yield f"{view.position} · {view.effort_left}"
    yield person.name
    yield f"{person.title} · {person.firm} · {person.place}"
    yield from _sentence(view, view.case.source.id)
    for said in view.here.said:
        yield from exchange(view, said)
    yield from knowledge(view)
    if view.pursuing:
        yield from record(view, view.pursuing)
    yield from coach(view)


def _sentence(view: View, sentence_id: str) -> Iterator[str]:
    """A sentence in quotation marks, and where a coach guides, what it is evidence for."""
    yield f"  {view.words.quote(view.sentence(sentence_id))}"
    yield from (f"    {tag}" for tag in view.coaching.evidence(sentence_id))


def exchange(view: View, said: Said) -> Iterator[str]:
    """What the learner said or did, and what came back."""
    yield ""
    yield view.utterance(said)
    if said.remark:
        yield f"  {view.remark(said)}"
    for sentence_id in said.sentences:
        yield from _sentence(view, sentence_id)


def knowledge(view: View) -> Iterator[str]:
    """Every criterion with its mark, a line for each group."""
    claims = view.here.findings()
    yield ""
    yield view.words.play["knowledge"]
    for name, criteria in view.words.groups:
        found = {c: claims[c].finding if c in claims else Finding.UNKNOWN for c in criteria}
        yield f"  {name} {' · '.join(_pair(view, c, finding) for c, finding in found.items())}"


def _pair(view: View, criterion: Criterion, finding: Finding) -> str:
    names = {"criterion": view.words.criteria[criterion], "finding": view.words.findings[finding]}
    return view.words.play["shows"] % names


def coach(view: View) -> Iterator[str]:
    """What a coach says of the last move and of the next one, or the hint that was asked for."""
    coaching = view.coaching
    reviewed = coaching.review if coaching.is_guided else None
    opens = bool(view.attempt.moves) and isinstance(view.attempt.moves[-1].action, Open)
    advice = coaching.advice if coaching.is_guided else coaching.hint
    if reviewed and not opens:
        yield f"{coaching.text['coach']}: {reviewed[0]}"
    if advice:
        yield f"{coaching.text['next']} {advice}"
    if advice and coaching.rests_on:
        yield f"  {coaching.rests_on}"


def record(view: View, pursuing: Pursuing) -> Iterator[str]:
    """What is on record of an opportunity, and the probability by stage and by evidence, with its reasons."""
    said = view.words.pursuit
    yield ""
    yield said["on_record"]
    yield from (f"  {name}: {value}" for name, value in pursuing.record)
    name, chance = pursuing.by_stage
    yield f"{name}: {chance}"
    yield f"{said['by_evidence']}: {pursuing.by_evidence}"
    yield "  " + said["by_evidence_why" if pursuing.evidence else "no_facts"] % pursuing.even
    yield from (f"    {fact}: {points}" for fact, points in pursuing.evidence)
    if pursuing.limits:
        yield "  " + said["limits"] % pursuing.limits


def worked(view: View, pursuing: Pursuing) -> Iterator[str]:
    """What the stage that was worked last has brought to light, and what the chances are now."""
    for stage in pursuing.stages:
        if stage.is_latest:
            yield ""
            yield stage.name
            for text, tags in stage.heard:
                yield f"  {view.words.quote(text)}"
                yield from (f"    {tag}" for tag in tags)
            if not stage.heard:
                yield f"  {view.words.pursuit['nothing_heard']}"
    yield from record(view, pursuing)


def answered(view: View, pursuing: Pursuing) -> Iterator[str]:
    """What the customer said when asked to sign."""
    yield ""
    yield pursuing.title
    yield f"  {view.words.pursuit['customer' if pursuing.is_won else 'lose_help']}"


def renewed(view: View, pursuing: Pursuing) -> Iterator[str]:
    """What the customer will buy again."""
    yield ""
    yield view.words.pursuit["buys_again"]
    yield from [f"  {pursuing.gain.recurring}"] if pursuing.gain else []


def referred(view: View, pursuing: Pursuing) -> Iterator[str]:
    """The people whom the customer named."""
    people = pursuing.gain.referrals if pursuing.gain else ()
    yield ""
    yield pursuing.named
    yield from (f"  {person.name} · {person.firm} · {person.text}" for person in people)


def debrief(view: View) -> Iterator[str]:
    """What the contact was, the score line by line, the three definitions, and what came after."""
    yield ""
    yield from _verdict(view)
    if view.pursuing:
        yield from _ending(view, view.pursuing)
    yield ""
    yield from _score(view)
    yield ""
    yield from _definitions(view)
    yield ""
    yield view.words.debrief["afterwards"]
    yield f"  {view.case.afterwards}"


def _verdict(view: View) -> Iterator[str]:
    text, chosen, decided = view.words.debrief, view.attempt.definition, view.here.decided
    assert decided is not None
    yield view.headline
    yield view.case.verdicts[chosen].because
    yield text["you_decided"] % {"decision": view.decision_name(decided)}
    yield _right(view, chosen)
    if view.judges_role:
        yield view.role


def _right(view: View, definition: Definition) -> str:
    decision = view.decision_name(judge(definition, view.case).decision)
    named = {"definition": view.words.definitions[definition], "decision": decision}
    return view.words.debrief["right_was"] % named


def _ending(view: View, pursuing: Pursuing) -> Iterator[str]:
    said = view.words.pursuit
    yield ""
    yield said["why_won" if pursuing.is_won else "why_lost"]
    yield from (f"  {line}" for line in pursuing.truth)
    if pursuing.gain:
        yield said["profile"]
        yield f"  {pursuing.gain.profile}"


def _score(view: View) -> Iterator[str]:
    yield view.words.debrief["score"] % {"points": view.words.number(view.score.total)}
    for name, points, maximum, scored in view.score_parts:
        yield f"{name}: {view.points(points, maximum)}"
        for line in scored:
            earned = f" ({view.points(line.points, line.maximum)})" if line.maximum else ""
            yield f"  {view.line(line)}{earned}"
    if view.coaching.hints_used:
        yield view.coaching.hints_used


def _definitions(view: View) -> Iterator[str]:
    yield view.words.debrief["three"]
    for definition in Definition:
        yield f"  {_right(view, definition)}"
        yield f"    {view.case.verdicts[definition].because}"


def debriefs(view: View) -> Iterator[str]:
    """All debriefs in order, for an assessment, which says nothing before its end."""
    for case, _, _ in view.round.results:
        yield ""
        yield case.contact.name
        yield from debrief(replace(view, state=replace(view.state, current=case.id)))


def summary(view: View) -> Iterator[str]:
    """Every closed contact with the decision and the score, the open ones, the average, and the forecasts."""
    text = view.words.debrief
    yield ""
    yield text["contacts"]
    for case, decision, total in view.round.results:
        yield f"  {case.contact.name} · {decision} · {view.words.number(total)}"
    if not view.is_over:
        yield from _still_open(view)
    yield text["average"] % {"points": view.words.number(view.round.average)}
    yield from _forecasts(view)


def left(view: View) -> Iterator[str]:
    """What is said to somebody who leaves: the summary, or what is open where no score may be told yet."""
    if not view.coaching.is_silent:
        yield from summary(view)
        return
    yield ""
    yield view.words.debrief["contacts"]
    yield from _still_open(view)


def _still_open(view: View) -> Iterator[str]:
    """Every contact that is not closed with where it stands, and how many have been decided on."""
    for row in view.round.rows:
        if not row.is_closed:
            yield f"  {row.case.contact.name} · {row.status}"
    cases = view.state.cases.values()
    counts = {"decided": sum(case.decided is not None for case in cases), "contacts": len(cases)}
    shown = {name: view.words.number(count) for name, count in counts.items()}
    yield view.words.record["given_up"] % shown
    yield view.round.text["open_count"]


def code(view: View) -> Iterator[str]:
    """The result code of what was played, and the end of a link that opens it."""
    yield ""
    yield view.words.record["code_title"]
    yield f"  {view.code}"
    yield f"  {LINK_END}{view.code}"


def _forecasts(view: View) -> Iterator[str]:
    """Each forecast that stood when the customer answered, with the answer."""
    text = terminal.texts(view.words.t)
    for case_id in view.order:
        pursuit = view.state.cases[case_id].pursuit
        if pursuit and pursuit.tested:
            chance = view.words.percent(pursuit.tested.probability)
            named = {"name": view.pack.case(case_id).contact.name, "percent": chance}
            yield text["came" if pursuit.is_won else "came_not"] % named
