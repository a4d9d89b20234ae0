"""Each check of the content catches its fault, and nothing that is as it should be.

A file in `bad/` has one fault and is named after it; `good/` holds what must be left alone.
"""

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from sitebuild import catalogs
from sitebuild.locales import ROOT, load
from sitebuild.prose import across, checks, freshness, length, pages, rules, sources, texts
from sitebuild.prose.__main__ import main
from sitebuild.prose.problems import Problem

HERE = Path(__file__).parent
GOOD = sorted((HERE / "good").iterdir())
BAD = sorted((HERE / "bad").iterdir())
CODES = [locale.code for locale in load()]
TERMS = [locale for locale in CODES if any(rule.locale == locale for rule in rules.forbidden())]

FAULTS = {
    "bad.american-spelling.en.md": ("spelling", 8, "found 'Recognize' (EN3: British spelling)"),
    "bad.bidi-control.fa.md": ("characters", 8, "found U+202E (right-to-left override); take it out"),
    "bad.colon-in-description.en.md": ("front matter", 3, "front matter is no YAML; put a text that"),
    "bad.dead-fragment.en.md": ("links lead somewhere", 18, "link to page.md#whom; the page has no"),
    "bad.dead-link.en.md": ("links lead somewhere", 18, "link to nowhere.md, which is not there"),
    "bad.diagram-without-kind.en.md": ("diagrams are of a known kind", 16, "found a diagram without a kind"),
    "bad.element-missing.bn.md": ("same elements", 1, "found nothing more, expected <funnel-simul"),
    "bad.element-moved.gu.md": ("same order", 14, 'found <funnel-simulator decision="found-card">, exp'),
    "bad.element-of-other-case.fil.md": ("same elements", 16, 'decision="rfp">, expected'),
    "bad.english-left-short.fil.md": ("no English left", 18, "found 'Keep it as a lead' (English)"),
    "bad.english-left.bn.md": ("no English left", 8, "found 'The seller qualifies the lead first.'"),
    "bad.english-left.fa.md": ("no English left", 8, "found 'Read what is known'"),
    "bad.english-left.fa.po": ("no English left", 9, "found 'The lead has a mark.'"),
    "bad.english-left.fil.html": ("no English left", 5, "found 'You can read it in Filipino.'"),
    "bad.english-left.fil.md": ("no English left", 8, "found 'The seller qualifies the lead."),
    "bad.english-left.gu.md": ("no English left", 8, "found 'Sellers always qualify their leads'"),
    "bad.forbidden-term-in-title.fa.md": ("forbidden terms", 2, "found 'سرب' (lead, the metal)"),
    "bad.forbidden-term.bn.md": ("forbidden terms", 18, "found 'সীসা' (lead, the metal), write 'লিড'"),
    "bad.forbidden-term.bn.po": ("forbidden terms", 10, "found 'নেতৃত্ব' (leadership), write 'লিড"),
    "bad.forbidden-term.fa.md": ("forbidden terms", 8, "(lead, the metal), write 'سرنخ'"),
    "bad.forbidden-term.fil.md": ("forbidden terms", 8, "found 'Nangunguna' (leading, in front), write"),
    "bad.forbidden-term.gu.md": ("forbidden terms", 8, "found 'અગ્રણી' (leading, prominent), write 'લીડ"),
    "bad.foreign-quotes.fa.md": ("spelling", 12, "FA8: foreign quotes), expected « »"),
    "bad.gujarati-digits.gu.md": ("spelling", 8, "found '૧૨' (GU2: one kind of digits on this site)"),
    "bad.heading-id-twice.en.md": ("heading ids", 18, "#who is there twice"),
    "bad.heading-missing.fil.md": ("same headings", 1, "found nothing more, expected h2 #who"),
    "bad.heading-of-other-level.gu.md": ("same headings", 14, "found h3 #who, expected h2 #who"),
    "bad.heading-renamed.fa.md": ("same headings", 14, "found h2 #whom, expected h2 #who"),
    "bad.heading-without-id.bn.md": ("heading ids", 16, "heading without an id; add { #its-id }"),
    "bad.image-in-one-language.bn.md": ("same images", 20, "found image ../assets/card.png, expected no"),
    "bad.image-without-words.en.md": ("images have words", 20, "card.png without a text alternative; say"),
    "bad.latin-digits.bn.md": ("spelling", 8, "found '500' (BN5: Latin digits in prose), expected ০ to ৯"),
    "bad.latin-digits.fa.md": ("spelling", 8, "found '5' (FA15: Latin digits in prose), expected ۰ to ۹"),
    "bad.link-missing.gu.md": ("same links", 1, "no link to page.md#who; add it, as in docs/en/page.md:18"),
    "bad.link-to-elsewhere.fa.md": ("same links", 18, "link to page.md, which docs/en/page.md does not have"),
    "bad.long-description.fil.md": ("front matter", 1, "characters; 150 at most"),
    "bad.no-description.en.md": ("front matter", 1, "has no description; write one"),
    "bad.no-front-matter.gu.md": ("front matter", 1, "has no title; write one"),
    "bad.not-normal.bn.md": ("characters", 3, "not in normal form; save the line as NFC"),
    "bad.one-spelling.fil.html": ("spelling", 5, "found 'kompanya' (FI5: one spelling)"),
    "bad.plural-after-mga.fil.md": ("spelling", 12, "found 'mga leads' (FI2: mga marks the plural)"),
    "bad.review-without-date.fa.md": ("reviews are clear", 4, "found 'Nasrin'; expected a native speaker"),
    "bad.table-in-one-language.fil.md": ("same tables", 20, "found table of 2 rows and 2 columns, expected"),
    "bad.table-row-too-short.en.md": ("tables are even", 23, "row of 1 cells in a table of 2 columns"),
    "bad.unknown-case.en.md": ("cases are in the pack", 16, "found unknown case 'lost-card'; the cases are"),
    "bad.unknown-diagram.en.md": ("diagrams are of a known kind", 16, "found a diagram of unknown kind"),
}  # fmt: skip
"""For each bad file: the check that finds its fault, the line, and what it says."""


def source(file: Path) -> sources.Source:
    """A file as if it stood in the project, in the locale that its name says."""
    _, _, code, kind = file.name.split(".")
    path = f"docs/{code}/page.md" if kind == "md" else file.name
    return sources.Source(path, code, file.read_text("utf-8"))


def content(file: Path) -> checks.Content:
    """A locale of this one file, and the good page where it is no page itself."""
    own = source(file)
    page = [] if own.kind == "md" else [source(HERE / "good" / f"good.page.{own.locale}.md")]
    return checks.gather(own.locale, [own, *page])


def held_to() -> checks.Agreed:
    model = checks.gather("en", [source(HERE / "good" / "good.page.en.md")]).pages
    return checks.Agreed(model, frozenset({"found-card", "rfp"}), (), (), freshness.Originals({}, {}), {})


def found(own: checks.Content) -> list[tuple[str, Problem]]:
    """Faults of a text itself; tests of their own look at what it is compared with later."""
    return list(checks.problems(own, held_to(), building=True))


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.name)
def test_a_fault_is_found_where_it_stands(file: Path) -> None:
    name, line, words = FAULTS[file.name]
    problems = [problem for check, problem in found(content(file)) if check == name]
    assert [problem.line for problem in problems[:1]] == [line]
    assert words in problems[0].message


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.name)
def test_what_is_as_it_should_be_is_left_alone(file: Path) -> None:
    """Code, addresses, foreign runs, bad words quoted on purpose, names of licences, settings."""
    own = content(file)
    assert found(own) == []
    assert own.texts


def test_every_check_has_a_fault_that_it_finds() -> None:
    elsewhere = {
        "words has every term",
        "same pages",
        "statements have their place",
        "the simulator's links lead somewhere",
    } | checks.LATER
    tried = {name for name, _, _ in FAULTS.values()} | elsewhere
    assert tried == {name for code in CODES for name in checks.named(code)}
    assert set(FAULTS) == {file.name for file in BAD}


def test_a_problem_names_file_line_and_cure() -> None:
    _, problem = found(content(HERE / "bad" / "bad.forbidden-term.bn.md"))[0]
    assert str(problem) == "docs/bn/page.md:18: found 'সীসা' (lead, the metal), write 'লিড'"


def test_words_keep_their_lines_when_markup_goes() -> None:
    front, aside = "---\ntitle: A\nhide: [toc]\n---\n\n", '!!! note "B"\n    c\n\n'
    markup = front + aside + '```\ncode\n```\n\n<p\nclass="x">d</p> { #e }\n'
    (text,) = texts.read(sources.Source("docs/en/page.md", "en", markup))
    lines = {word: text.line(match.start()) for word in "ABcd" if (match := re.search(word, text.words))}
    assert lines == {"A": 2, "B": 6, "c": 7, "d": 14}
    assert text.words.split() == ["A", "B", "c", texts.OBJECT, "d"]


def test_doubts_are_no_errors() -> None:
    """A word with honest uses is listed for a reader, and fails nothing."""
    own = checks.gather("bn", [sources.Source("docs/bn/page.md", "bn", "কারখানা\n")])
    (doubt,) = checks.warnings(own)
    assert "found 'কারখানা'" in doubt.message
    assert not [name for name, _ in found(own) if name == "forbidden terms"]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ([], "docs/fa/page.md:1: is not there; docs/en/page.md is"),
        (
            ["page.md", "more.md"],
            "docs/fa/page.md:1: no such page in English; write it there, or take this one out",
        ),
    ],
    ids=["one too few", "one too many"],
)
def test_languages_have_the_same_pages(names: list[str], message: str) -> None:
    page = content(HERE / "good" / "good.page.fa.md").pages["page.md"]
    own = checks.Content("fa", (), (), dict.fromkeys(names, page))
    assert [str(problem) for problem in checks.named("fa")["same pages"](own, held_to())] == [message]


PLACES = tuple(
    across.Place("list", line, page, heading)
    for line, page, heading in [
        (2, "page.md", "who"),
        (3, "page.md", ""),
        (4, "page.md", "x"),
        (5, "lost.md", ""),
    ]
)


@pytest.mark.parametrize(
    ("name", "lists"),
    [
        ("statements have their place", replace(held_to(), statements=PLACES)),
        ("the simulator's links lead somewhere", replace(held_to(), articles=PLACES)),
    ],
    ids=["statements", "the simulator's links"],
)
def test_what_lists_name_must_be_a_page_and_heading(name: str, lists: checks.Agreed) -> None:
    problems = checks.named("bn")[name](content(HERE / "good" / "good.page.bn.md"), lists)
    assert [str(problem) for problem in problems] == [
        "list:4: docs/bn/page.md has no heading #x",
        "list:5: docs/bn/lost.md is not there",
    ]


def test_statements_are_read_from_their_list(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("source,page,heading\nS0,a.md,x\nS1,a.md,x\nS2,b.md,\n", "utf-8")
    assert across.statements(file) == (
        across.Place("list.csv", 2, "a.md", "x"), across.Place("list.csv", 4, "b.md", ""),
    )  # fmt: skip


def test_an_address_of_the_simulator_leads_to_a_page_or_to_a_folder_s_index() -> None:
    page = held_to().pages["page.md"]
    own = {"learn/lead.md": page, "practice/index.md": page, "index.md": page}
    targets = ["learn/lead/#who", "practice/", "", "learn/lost/#who"]
    places = list(across.articles(targets, own, "links.py"))
    assert [place.page for place in places] == [
        "index.md",
        "learn/lead.md",
        "learn/lost.md",
        "practice/index.md",
    ]
    assert [problem.message for problem in across.missing_places("en", own, places)] == [
        "docs/en/learn/lost.md is not there"
    ]


def test_links_are_resolved_from_the_folder_of_their_page() -> None:
    markup = "[a](../about.md) [b](lead.md#who) [c](#here) [d](https://example.org/x) [e](mailto:a@b.c)"
    page = pages.read(sources.Source("docs/en/learn/page.md", "en", markup))
    assert [link.target for link in page.links] == ["about.md", "learn/lead.md#who", "learn/page.md#here"]


def test_what_stands_in_code_is_no_heading_no_element_and_no_link() -> None:
    markup = "```\n# a\n<funnel-diagram></funnel-diagram>\n```\n`[b](c.md)`\n"
    page = pages.read(sources.Source("docs/en/page.md", "en", markup))
    assert (page.headings, page.elements, page.links) == ((), (), ())


@pytest.mark.parametrize("rule", rules.orthography(), ids=lambda rule: rule.name)
def test_a_spelling_rule_finds_its_wrong_examples_and_leaves_the_right_ones(rule: rules.Rule) -> None:
    assert rule.wrong
    assert [example for example in rule.wrong if not rule.pattern.search(example)] == []
    assert [example for example in rule.right if rule.pattern.search(example)] == []


def test_spelling_rules_are_of_a_locale_of_ours_and_have_a_name_of_their_own() -> None:
    names = [rule.name for rule in rules.orthography()]
    assert len(names) == len(set(names))
    assert {rule.locale for rule in rules.orthography()} == set(CODES)


@pytest.mark.parametrize("code", TERMS)
def test_a_pattern_finds_the_term_that_it_is_for(code: str) -> None:
    mine = [rule for rule in rules.forbidden() if rule.locale == code]
    assert [rule.name for rule in mine if not rule.pattern.search(rule.name)] == []


@pytest.mark.parametrize("code", TERMS)
def test_no_approved_term_is_forbidden(code: str) -> None:
    mine = [rule for rule in rules.forbidden() if rule.locale == code]
    approved = [word for row in glossary() for word in [row[code], *terms(row[f"variants_{code}"])]]
    assert [word for word in approved if any(rule.pattern.search(word) for rule in mine)] == []


@pytest.mark.parametrize("code", TERMS)
def test_the_two_lists_forbid_the_same_terms(code: str) -> None:
    """`forbidden.csv` has besides, under no concept, words that show a machine's hand."""
    listed = {term for row in glossary() for term in terms(row[f"forbidden_{code}"])}
    with rules.FORBIDDEN.open(encoding="utf-8", newline="") as opened:
        rows = [row for row in csv.DictReader(opened) if row["lang"] == code]
    assert {row["term"] for row in rows if not row["concept"].startswith("_")} == listed


def test_the_command_fails_on_a_problem_and_only_lists_doubts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = content(HERE / "bad" / "bad.unknown-case.en.md")
    monkeypatch.setattr(checks, "content", lambda _: own)
    monkeypatch.setattr(checks, "agreed", held_to)
    assert main(["--building"]) == 1
    assert capsys.readouterr().out.startswith("docs/en/page.md:16: found unknown case 'lost-card'")
    assert main([]) == 1
    assert "docs/en/page.md:1: has no outline" in capsys.readouterr().out
    assert main(["--warnings"]) == 0


def test_make_check_and_make_build_run_the_command() -> None:
    recipes = dict(re.findall(r"(?m)^([a-z-]+):.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text("utf-8")))
    assert "python -m sitebuild.prose\n" in recipes["check-now"]
    assert "python -m sitebuild.prose --building\n" in recipes["build-now"]


@pytest.mark.parametrize(("count", "doubts"), [(399, 1), (400, 0), (900, 0), (901, 1)])
def test_an_article_of_unusual_length_is_a_doubt(count: int, doubts: int) -> None:
    words = " ".join(["লিড"] * count)
    markup = f"| {words} |\n| --- |\n"
    own = checks.gather("bn", [sources.Source("docs/bn/learn/page.md", "bn", markup)])
    found = [problem for problem in checks.warnings(own) if " words; " in problem.message]
    assert len(found) == doubts
    assert not [
        problem
        for text in texts.read(sources.Source("docs/bn/about.md", "bn", "লিড"))
        for problem in length.unusual(text)
    ]


def test_a_table_is_as_large_as_its_rows_and_a_line_of_dashes_is_none() -> None:
    markup = "| a | b\\|c |\n|:---|---:|\n| `x|y` | z |\n\ntext | text\n---\n\na | b\n- | -\nc | d\n"
    page = pages.read(sources.Source("docs/en/page.md", "en", markup))
    assert [(table.line, table.rows) for table in page.tables] == [(1, (2, 2)), (8, (2, 2))]


@pytest.mark.parametrize(
    ("code", "domain"), [(code, domain) for code in TERMS for domain in catalogs.domains()]
)
def test_a_forbidden_word_is_found_in_every_catalog(code: str, domain: str) -> None:
    """The catalog as it is, with one translation changed."""
    word = next(rule.name for rule in rules.forbidden() if rule.locale == code and rule.severity == "error")
    name = f"translations/{code}/LC_MESSAGES/{domain}.po"
    (kept,) = [source for source in sources.read(code) if source.path == name]
    entry = list(re.finditer(r'(?m)^msgstr "(?=.)', kept.content))[-1]
    bad = f"{kept.content[: entry.end()]}{word} {kept.content[entry.end() :]}"
    own = checks.gather(code, [sources.Source(name, code, bad)])
    line = kept.content.count("\n", 0, entry.start()) + 1
    found = checks.named(code)["forbidden terms"](own, held_to())
    assert [problem.line for problem in found if repr(word)[1:-1] in problem.message] == [line]


def glossary() -> list[dict[str, str]]:
    with (ROOT / "translations" / "glossary.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def terms(cell: str) -> list[str]:
    return [term for term in cell.split(" | ") if term]
