"""A pack's JSON becomes the model; everything that is wrong with it is said at once.

``load`` raises PackError with a Problem for each fault, its JSON path and the cure.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from funnel.definitions import judge
from funnel.errors import PackError, Problem
from funnel.model import (
    AMOUNT,
    NEW_OPPORTUNITY,
    PRACTISED,
    SOURCE,
    Case,
    Contact,
    Conversation,
    Criterion,
    Deal,
    Decide,
    Decision,
    Definition,
    Fact,
    Finding,
    Gain,
    Inquiry,
    Loss,
    LostReason,
    Opportunity,
    Outcome,
    Pack,
    Process,
    Reason,
    Referral,
    Remark,
    Role,
    Sentence,
    Service,
    Step,
    Verdict,
)

_PACK = ("id", "version", "budget", "title", "seller", "product", "market", "fit", "questions")
_CASE = ("id", "contact", "conversation", "truth", "replies", "process", "verdicts", "afterwards")
_CONTACT = ("name", "title", "role", "firm", "place", "source")
_GAIN = ("because", "service", "profile", "recurring", "referrals")
_TEXT_LIMIT = 20_000
_REFERRALS = 5


def load(document: object) -> Pack:
    """The pack behind a JSON document; PackError lists all its problems."""
    reader = _Reader()
    pack = reader.pack(document)
    if reader.problems or pack is None:
        raise PackError(tuple(reader.problems))
    problems = tuple(_contradictions(pack))
    if problems:
        raise PackError(problems)
    return pack


class _Reader:
    """Reads a document and collects what is wrong with it instead of stopping."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def _problem(self, path: str, found: str, cure: str) -> None:
        self.problems.append(Problem(path, found, cure))

    def _fields(
        self, value: object, path: str, needed: Sequence[str], extra: Sequence[str] = ()
    ) -> Mapping[str, object]:
        if not isinstance(value, Mapping):
            self._problem(path, f"found {_kind(value)}", "write a mapping of fields")
            return {}
        for name in needed:
            if name not in value:
                self._problem(path, f"missing field {name!r}", f"add {name!r}")
        for name in value:
            if name not in needed and name not in extra:
                known = ", ".join((*needed, *extra))
                self._problem(f"{path}.{name}", f"unknown field {name!r}", f"known fields: {known}")
        return value

    def _text(self, fields: Mapping[str, object], name: str, path: str) -> str:
        value = fields.get(name, "")
        if name not in fields:
            return ""
        if not isinstance(value, str) or not value.strip():
            self._problem(f"{path}.{name}", f"found {_kind(value)}", "write a text")
            return ""
        if len(value) > _TEXT_LIMIT:
            self._problem(f"{path}.{name}", f"{len(value)} characters", f"at most {_TEXT_LIMIT}")
        return value

    def _whole(self, fields: Mapping[str, object], name: str, path: str, most: int = 1_000) -> int:
        value = fields.get(name, 1)
        if isinstance(value, str) and value.isascii() and value.isdigit():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
            self._problem(f"{path}.{name}", f"found {value!r:.40}", f"write a whole number from 1 to {most}")
            return 1
        return value

    def _choice[E: StrEnum](self, value: object, path: str, kinds: Iterable[E]) -> E | None:
        known = tuple(kinds)
        for kind in known:
            if value == kind:
                return kind
        name = type(known[0]).__name__.lower()
        self._problem(path, f"unknown {name} {value!r:.40}", f"one of: {', '.join(known)}")
        return None

    def _list(self, value: object, path: str) -> Sequence[object]:
        if isinstance(value, list):
            return value
        self._problem(path, f"found {_kind(value)}", "write a list")
        return ()

    def _id(self, fields: Mapping[str, object], path: str) -> str:
        value = self._text(fields, "id", path)
        if value and not (value.isascii() and value.replace("-", "").isalnum() and len(value) <= 32):
            self._problem(
                f"{path}.id", f"found {value!r:.60}", "at most 32 ASCII letters, digits and hyphens"
            )
        return value

    def _unique(self, ids: Sequence[str], path: str) -> None:
        for index, name in enumerate(ids):
            if name and name in ids[:index]:
                self._problem(f"{path}[{index}].id", f"{name!r} is there twice", "give each an id of its own")

    def pack(self, value: object) -> Pack | None:
        fields = self._fields(value, "$", (*_PACK, "opportunities", "cases"), ("note", "currency"))
        opportunities = tuple(
            self._opportunity(item, f"$.opportunities[{index}]")
            for index, item in enumerate(self._list(fields.get("opportunities", []), "$.opportunities"))
        )
        cases = [
            self._case(item, f"$.cases[{index}]")
            for index, item in enumerate(self._list(fields.get("cases", []), "$.cases"))
        ]
        if not cases and "cases" in fields:
            self._problem("$.cases", "no cases", "write at least one")
        self._unique([opportunity.id for opportunity in opportunities], "$.opportunities")
        self._unique([case.id if case else "" for case in cases], "$.cases")
        texts = {
            name: self._text(fields, name, "$") for name in ("title", "seller", "product", "market", "fit")
        }
        return Pack(
            id=self._id(fields, "$"),
            version=self._whole(fields, "version", "$"),
            budget=self._whole(fields, "budget", "$"),
            questions=self._questions(fields.get("questions", {})),
            opportunities=opportunities,
            cases=tuple(case for case in cases if case),
            currency=self._currency(fields),
            **texts,
        )

    def _currency(self, fields: Mapping[str, object]) -> str:
        words = self._text(fields, "currency", "$") or AMOUNT
        if words.count(AMOUNT) != 1:
            self._problem("$.currency", f"found {words!r:.40}", f"write {AMOUNT} once, where the number goes")
        return words

    def _opportunity(self, value: object, path: str) -> Opportunity:
        fields = self._fields(value, path, ("id", "name"), ("note",))
        return Opportunity(self._id(fields, path), self._text(fields, "name", path))

    def _questions(self, value: object) -> dict[Criterion, str]:
        needed = [str(inquiry.criterion) for inquiry in Inquiry if inquiry.criterion]
        fields = self._fields(value, "$.questions", needed)
        return {Criterion(name): self._text(fields, name, "$.questions") for name in needed if name in fields}

    def _case(self, value: object, path: str) -> Case | None:
        fields = self._fields(value, path, _CASE, ("note", "opportunity", "deal"))
        before = len(self.problems)
        contact = self._fields(fields.get("contact", {}), f"{path}.contact", _CONTACT, ("note",))
        source = self._sentence(contact.get("source", {}), f"{path}.contact.source", SOURCE)
        conversation = self._choice(fields.get("conversation"), f"{path}.conversation", Conversation)
        role = self._choice(contact.get("role"), f"{path}.contact.role", Role)
        case_id = self._id(fields, path)
        truth = self._findings(fields.get("truth", {}), f"{path}.truth")
        replies = self._replies(fields.get("replies", {}), f"{path}.replies")
        process = self._process(fields.get("process", []), f"{path}.process")
        opportunity = self._text(fields, "opportunity", path) or None
        verdicts = self._verdicts(fields.get("verdicts", {}), f"{path}.verdicts", opportunity)
        afterwards = self._text(fields, "afterwards", path)
        deal = self._deal(fields["deal"], f"{path}.deal") if "deal" in fields else None
        names = {
            name: self._text(contact, name, f"{path}.contact") for name in ("name", "title", "firm", "place")
        }
        if len(self.problems) > before or conversation is None or role is None:
            return None
        return Case(
            id=case_id,
            contact=Contact(role=role, **names),
            conversation=conversation,
            truth=truth,
            source=source,
            replies=replies,
            process=process,
            verdicts=verdicts,
            afterwards=afterwards,
            opportunity=opportunity,
            deal=deal,
        )

    def _deal(self, value: object, path: str) -> Deal | None:
        fields = self._fields(value, path, ("amount", "days", "outcome", "heard"), ("loss", "gain", "note"))
        outcome = self._choice(fields.get("outcome"), f"{path}.outcome", Outcome)
        heard = self._fields(fields.get("heard", {}), f"{path}.heard", tuple(Step))
        remarks = {
            Step(name): tuple(
                self._remark(item, f"{path}.heard.{name}[{index}]")
                for index, item in enumerate(self._list(said, f"{path}.heard.{name}"))
            )
            for name, said in heard.items()
            if name in list(Step)
        }
        loss = self._loss(fields["loss"], f"{path}.loss") if "loss" in fields else None
        gain = self._gain(fields["gain"], f"{path}.gain") if "gain" in fields else None
        for ending, given, never in (("loss", loss, Outcome.WON), ("gain", gain, Outcome.LOST)):
            if (given is None) is not (outcome is never):
                cure = f"write {ending!r} unless, and only unless, the outcome is {never.value!r}"
                self._problem(f"{path}.{ending}", f"outcome {outcome}", cure)
        if outcome is None:
            return None
        amount = self._whole(fields, "amount", path, 10**12)
        return Deal(amount, self._whole(fields, "days", path), outcome, remarks, loss, gain)

    def _remark(self, value: object, path: str) -> Remark:
        fields = self._fields(value, path, ("text",), ("shows", "note"))
        shows: dict[Fact, Finding] = {}
        for name, finding in self._fields(fields.get("shows", {}), f"{path}.shows", (), tuple(Fact)).items():
            found = self._choice(finding, f"{path}.shows.{name}", Finding)
            if name in list(Fact) and found:
                shows[Fact(name)] = found
        return Remark(self._text(fields, "text", path), shows)

    def _loss(self, value: object, path: str) -> Loss | None:
        fields = self._fields(value, path, ("reason", "because"), ("note",))
        reason = self._choice(fields.get("reason"), f"{path}.reason", LostReason)
        because = self._text(fields, "because", path)
        return None if reason is None else Loss(reason, because)

    def _gain(self, value: object, path: str) -> Gain | None:
        fields = self._fields(value, path, _GAIN, ("note",))
        service = self._choice(fields.get("service"), f"{path}.service", Service)
        referrals = tuple(
            self._referral(item, f"{path}.referrals[{index}]")
            for index, item in enumerate(self._list(fields.get("referrals", []), f"{path}.referrals"))
        )
        if len(referrals) > _REFERRALS:
            self._problem(f"{path}.referrals", f"{len(referrals)} names", f"at most {_REFERRALS}")
        texts = {name: self._text(fields, name, path) for name in ("because", "profile", "recurring")}
        return None if service is None else Gain(service=service, referrals=referrals, **texts)

    def _referral(self, value: object, path: str) -> Referral:
        fields = self._fields(value, path, ("name", "firm", "text"), ("note",))
        return Referral(*(self._text(fields, name, path) for name in ("name", "firm", "text")))

    def _findings(self, value: object, path: str) -> dict[Criterion, Finding]:
        found: dict[Criterion, Finding] = {}
        for name, finding in self._fields(value, path, (), tuple(Criterion)).items():
            where = f"{path}.{name}"
            criterion = name if name in list(Criterion) else None
            decided = self._choice(finding, where, Finding)
            if criterion and decided is Finding.UNKNOWN:
                self._problem(where, "found 'unknown'", "leave out what nobody can know")
            elif criterion and decided:
                found[Criterion(criterion)] = decided
        return found

    def _sentence(self, value: object, path: str, sentence_id: str) -> Sentence:
        fields = self._fields(value, path, ("text",), ("shows", "note"))
        shows = self._findings(fields.get("shows", {}), f"{path}.shows")
        return Sentence(sentence_id, self._text(fields, "text", path), shows)

    def _replies(self, value: object, path: str) -> dict[Inquiry, tuple[Sentence, ...]]:
        fields = self._fields(value, path, (), tuple(Inquiry))
        return {
            Inquiry(name): tuple(
                self._sentence(item, f"{path}.{name}[{index}]", f"{name}.{index + 1}")
                for index, item in enumerate(self._list(sentences, f"{path}.{name}"))
            )
            for name, sentences in fields.items()
            if name in list(Inquiry)
        }

    def _process(self, value: object, path: str) -> tuple[Process, ...]:
        steps = [
            self._choice(item, f"{path}[{index}]", PRACTISED)
            for index, item in enumerate(self._list(value, path))
        ]
        if not steps:
            self._problem(path, "no steps", f"name at least one of: {', '.join(PRACTISED)}")
        return tuple(step for step in steps if step)

    def _verdicts(self, value: object, path: str, opportunity: str | None) -> dict[Definition, Verdict]:
        fields = self._fields(value, path, tuple(Definition))
        return {
            definition: verdict
            for definition in Definition
            if definition in fields
            and (verdict := self._verdict(fields[definition], f"{path}.{definition}", opportunity))
        }

    def _verdict(self, value: object, path: str, opportunity: str | None) -> Verdict | None:
        fields = self._fields(value, path, ("decision", "because"), ("reason", "note"))
        because = self._text(fields, "because", path)
        decision = self._choice(fields.get("decision"), f"{path}.decision", Decision)
        reason = self._choice(fields["reason"], f"{path}.reason", Reason) if "reason" in fields else None
        if decision is None:
            return None
        if (decision is Decision.DISQUALIFY) is not ("reason" in fields):
            self._problem(
                path, f"decision {decision.value!r}", "a reason belongs to 'disqualify', and only to it"
            )
        target = (opportunity or NEW_OPPORTUNITY) if decision is Decision.CONVERT else None
        return Verdict(decision, because, reason, target)


def _kind(value: object) -> str:
    names = {dict: "a mapping", list: "a list", str: "an empty text", type(None): "nothing"}
    return names.get(type(value), repr(value)[:40])


def _contradictions(pack: Pack) -> list[Problem]:
    """What cannot be seen field by field: evidence against truth, verdicts against rules."""
    problems: list[Problem] = []
    for index, case in enumerate(pack.cases):
        path = f"$.cases[{index}]"
        problems += _evidence_problems(case, path)
        problems += _target_problems(pack, case, path)
        problems += _verdict_problems(case, path)
        problems += _deal_problems(case, path)
    return problems


def _evidence_problems(case: Case, path: str) -> list[Problem]:
    sentences = [case.source, *(sentence for reply in case.replies.values() for sentence in reply)]
    shown = {(c, finding) for sentence in sentences for c, finding in sentence.shows.items()}
    return [
        Problem(
            f"{path}.truth.{c}", f"{c} is {finding!s}, and no sentence shows it", "add a sentence that does"
        )
        for c, finding in case.truth.items()
        if (c, finding) not in shown
    ] + [
        Problem(
            f"{path}.truth",
            f"a sentence shows {c}: {finding!s}, the truth is {case.finding(c)!s}",
            "make them agree",
        )
        for c, finding in sorted(shown)
        if case.finding(c) is not finding
    ]


def _target_problems(pack: Pack, case: Case, path: str) -> list[Problem]:
    known = [opportunity.id for opportunity in pack.opportunities]
    if case.opportunity is not None and case.opportunity not in known:
        found = f"unknown opportunity {case.opportunity!r:.40}"
        return [Problem(f"{path}.opportunity", found, f"one of: {', '.join(known)}")]
    pursued = case.finding(Criterion.PURSUED) is Finding.YES
    if pursued is not (case.opportunity is not None):
        found = f"pursued is {case.finding(Criterion.PURSUED)!s}"
        return [Problem(f"{path}.opportunity", found, "name the opportunity if, and only if, pursued is yes")]
    return []


def _verdict_problems(case: Case, path: str) -> list[Problem]:
    problems = []
    for definition, verdict in case.verdicts.items():
        judgement = judge(definition, case)
        stated = Decide(verdict.decision, verdict.reason, verdict.opportunity)
        where = f"{path}.verdicts.{definition}"
        if stated != judgement.decision:
            ruled = " ".join(filter(None, (judgement.decision.decision, judgement.decision.reason)))
            problems.append(
                Problem(where, f"stated {verdict.decision!s}, the rules say {ruled}", "mend one of them")
            )
        if not judgement.supports:
            problems.append(Problem(where, "nothing justifies it", "let a sentence show need or fit"))
    return problems


def _deal_problems(case: Case, path: str) -> list[Problem]:
    """A deal and an opportunity to open belong together."""
    opens = any(judge(definition, case).decision.opportunity == NEW_OPPORTUNITY for definition in Definition)
    if opens is (case.deal is not None):
        return []
    found = "a definition opens an opportunity here" if opens else "no definition opens an opportunity here"
    return [Problem(f"{path}.deal", found, "write the deal if, and only if, one does")]
