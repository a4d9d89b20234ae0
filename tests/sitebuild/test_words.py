"""The trade's words: which are found in running text, where they become links, what the page Words gains."""

import re

import pytest

from sitebuild import look
from sitebuild.locales import find, load
from sitebuild.prose import checks, glossary, leftovers, rules, sources, texts
from sitebuild.words import entries, forms, linking, listing, placing
from sitebuild.words import glossary as terms
from sitebuild.words.entries import Entry

CODES = [locale.code for locale in load()]
ZWNJ = "\u200c"


def meanings(*concepts: str) -> dict[str, Entry]:
    """Entries whose definition is the concept's own name."""
    return {concept: Entry(concept, 1, concept, (f"It is {concept}.",)) for concept in concepts}


def linked(html: str, code: str = "en", without: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The links made in some HTML: their words and concepts."""
    every = meanings(*terms.read())
    result = linking.link(
        html, forms.finder(code), forms.choice(), every, address="w/", more="More", without=without
    )
    assert re.sub(r'(?s)<a class="word"[^>]*>(.*?)</a>|\n<div class="defined".*', r"\1", result) == html
    return [
        (words, concept)
        for concept, words in re.findall(r'(?s)<a class="word" href="w/#([\w-]+)"[^>]*>(.*?)</a>', result)
    ]


def first(text: str, code: str) -> list[tuple[str, str]]:
    return linked(f"<p>{text}</p>", code)


@pytest.mark.parametrize(
    ("code", "word", "concept"),
    [
        ("en", "leads", "lead"),
        ("en", "lead’s", "lead"),
        ("en", "Opportunities", "opportunity"),
        ("en", "sales processes", "sales-process"),
        ("en", "qualified", "qualify"),
        ("en", "Converting", "convert"),
        ("en", "customer relationship management", "crm"),
        ("en", "CRM", "crm"),
        ("bn", "লিডের", "lead"),
        ("bn", "লিডকে", "lead"),
        ("bn", "লিডটি", "lead"),
        ("bn", "লিডগুলোর", "lead"),
        ("bn", "লিডই", "lead"),
        ("bn", "CRM-এর", "crm"),
        ("bn", "যোগ্যতা যাচাইয়ের", "qualify"),
        ("gu", "લીડને", "lead"),
        ("gu", "લીડના", "lead"),
        ("gu", "લીડમાં", "lead"),
        ("gu", "માપદંડો", "criteria"),
        ("gu", "વેચાણની તકોમાં", "opportunity"),
        ("gu", "સોદાની", "deal"),
        ("fil", "i-qualify", "qualify"),
        ("fil", "na-convert", "convert"),
        ("fil", "pamantayang", "criteria"),
        ("fil", "Kampanyang", "campaign"),
        ("fa", f"سرنخ{ZWNJ}ها", "lead"),
        ("fa", "سرنخی", "lead"),
        ("fa", f"سرنخ{ZWNJ}های واجد شرایط", "qualified-lead"),
        ("fa", f"حساب{ZWNJ}های مشتری", "account"),
        ("fa", f"توان مالی{ZWNJ}اش", "affordability"),
        ("fa", "معاملهٔ", "deal"),
    ],
)
def test_the_whole_inflected_word_is_the_link(code: str, word: str, concept: str) -> None:
    assert first(f"… {word}, …", code) == [(word, concept)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "This may lead to a sale."),
        ("en", "All that leads to nothing."),
        ("en", "the leader, misleading, a lead-in"),
        ("en", "their contact details, if you contact them"),
        ("en", "an opportunity to ask, and a great deal of time"),
        ("en", "take it into account, on account of that"),
        ("en", "the team campaigned, and converters hummed"),
        ("bn", "লিডার আর ডিলার"),
        ("bn", "সুযোগ আছে, সম্ভাবনাও আছে"),
        ("gu", "લીડર અને ડીલર"),
        ("gu", "તેમનો સંપર્ક કરો, તક છે"),
        ("fil", "leading, ang leader, at contact details"),
        ("fa", f"سرنخ{ZWNJ}سازی"),
        ("fa", f"تصمیم{ZWNJ}گیری در فرصتی دیگر، به احتمال زیاد"),
        ("fa", "روی آن حساب می‌کند و تبدیل می‌شود"),
    ],
)
def test_a_word_that_means_something_else_is_left_alone(code: str, text: str) -> None:
    assert first(text, code) == []


def test_only_the_first_use_of_a_term_is_linked() -> None:
    assert linked("<p>A lead.</p><p>Another lead and a sales lead.</p>") == [("lead", "lead")]


def test_words_for_one_idea_share_the_entry_that_says_more() -> None:
    assert linked("<p>A sales lead, a lead. Qualification, to qualify.</p>") == [
        ("sales lead", "lead"),
        ("Qualification", "qualify"),
    ]


def test_the_longest_term_goes_first() -> None:
    assert first("lead generation, a lead source, a qualified lead", "en") == [
        ("lead generation", "lead-generation"),
        ("lead source", "lead-source"),
        ("qualified lead", "qualified-lead"),
    ]


def test_a_term_may_run_over_the_end_of_a_line() -> None:
    assert first("the expected\nclose date", "en") == [("expected\nclose date", "expected-close-date")]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>A lead</h2>",
        "<table><tr><th>A lead</th></tr></table>",
        '<p>See <a href="x">the lead</a>.</p>',
        "<p><code>lead</code></p>",
        "<svg><text>lead</text></svg>",
        "<funnel-simulator><p>A lead</p></funnel-simulator>",
        "<p><button>A lead</button></p>",
        "<details><summary>A lead</summary></details>",
        '<p class="admonition-title">A lead</p>',
        '<p>not <span class="mt-bad">lead</span></p>',
        '<p>as in <i lang="en">lead</i></p>',
        "<div>lead</div>",
    ],
    ids=lambda html: html[:24],
)
def test_links_stand_in_running_text_only(html: str) -> None:
    assert linked(html) == []
    assert linked(f"{html}<p>A lead.</p>") == [("lead", "lead")]


@pytest.mark.parametrize("holder", ["p", "li", "td", "dd"])
def test_paragraphs_items_and_cells_are_running_text(holder: str) -> None:
    assert linked(f'<{holder} class="answer">A <strong>lead</strong> &amp;<br>more.</{holder}>') == [
        ("lead", "lead")
    ]


def test_a_page_s_own_subject_is_not_linked() -> None:
    assert linked("<p>A lead, a sales lead, a contact.</p>", without=("lead",)) == [("contact", "contact")]


@pytest.mark.parametrize(
    ("stem", "subjects"),
    [
        ("lead", {"lead"}),
        ("from-lead-to-opportunity", {"lead", "opportunity"}),
        ("lead-generation", {"lead-generation"}),
        ("qualifying", {"qualify"}),
        ("referrals", {"referral"}),
        ("mistakes", set()),
    ],
)
def test_a_page_s_subject_is_known_by_its_name(stem: str, subjects: set[str]) -> None:
    assert forms.subjects(stem) == subjects


def test_a_page_has_only_so_many_links() -> None:
    every = [spelling for spelling, _ in zip(forms.spellings("fil"), range(60), strict=False)]
    assert len(linked(f"<p>{' · '.join(every)}</p>", "fil")) == forms.choice().most


def test_definitions_stand_once_at_the_end_and_only_those_that_are_linked() -> None:
    html = linking.link(
        "<p>A lead, leads, a contact.</p>",
        forms.finder("en"),
        forms.choice(),
        meanings("lead", "contact", "deal"),
        address="../words/",
        more='See "Words"',
    )
    assert '<a class="word" href="../words/#lead" aria-describedby="word-lead">lead</a>' in html
    assert html.endswith(
        '\n<div class="defined" data-more="See &quot;Words&quot;" hidden>'
        '<p id="word-lead">It is lead.</p><p id="word-contact">It is contact.</p></div>'
    )


def test_a_term_without_an_entry_is_no_link() -> None:
    html = "<p>A lead.</p>"
    assert linking.link(html, forms.finder("en"), forms.choice(), {}, address="", more="") == html


@pytest.mark.parametrize(
    ("url", "changed"),
    [
        ("bn/learn/opportunity/", True),
        ("bn/checklist/", False),
        ("bn/trainers/", True),
        ("bn/", False),
        ("bn/practice/", False),
        ("bn/about/", False),
        ("bn/status/", False),
    ],
)
def test_articles_are_linked_and_other_pages_left(url: str, changed: bool) -> None:
    html = "<p>একটি লিড আছে।</p>"
    filled = placing.fill(html, locale=find("bn"), url=url, entries=meanings("lead"))
    assert (filled != html) is changed


def test_a_link_leads_to_the_words_of_the_page_s_own_language() -> None:
    html = placing.fill("<p>লিড</p>", locale=find("bn"), url="bn/learn/deciding/", entries=meanings("lead"))
    assert 'href="../../words/#lead"' in html


@pytest.mark.parametrize("code", CODES)
def test_every_approved_term_that_can_be_linked_is_found_whole(code: str) -> None:
    unclear = {name.lower() for name in forms.grammar(code).unclear}
    missed = [
        (name, term.concept)
        for term in terms.read().values()
        if term.concept not in forms.choice().everyday
        for name in term.spellings(code)
        if name.lower() not in unclear
        and [(found.start, found.end) for found in forms.finder(code).find(name)] != [(0, len(name))]
    ]
    assert missed == []


@pytest.mark.parametrize("code", CODES)
def test_the_list_names_nothing_that_the_glossary_lacks(code: str) -> None:
    grammar = forms.grammar(code)
    names = {
        name.lower()
        for term in terms.read().values()
        for name in (*term.spellings(code), *term.variants[code])
    }
    assert set(grammar.unclear) - names == set()
    assert {*grammar.forms, *grammar.not_after, *grammar.not_before} - set(terms.read()) == set()
    assert {*grammar.forms, *grammar.not_after, *grammar.not_before} & forms.choice().everyday == set()


def test_the_choice_names_concepts_of_the_glossary() -> None:
    chosen = forms.choice()
    assert chosen.everyday | set(chosen.same) | set(chosen.same.values()) <= set(terms.read())


def test_entries_are_read_with_their_line_and_without_the_machine_s_section() -> None:
    page = (
        "---\ntitle: Words\n---\n\n# Words\n\n## People { #people }\n\n### Lead { #lead }\n\nSomebody who\n"
        "*might* buy.\n\n## Machines { #machine-errors }\n\n### Lead { #metal }\n\nA metal.\n"
    )
    (entry,) = entries.read(page)
    assert (entry.concept, entry.line, entry.heading) == ("lead", 9, "Lead")
    assert entry.definition == "Somebody who <em>might</em> buy."


def test_an_entry_is_followed_by_its_names_in_the_other_languages() -> None:
    html = '<h3 id="lead">লিড</h3>\n<p>যা থেকে বিক্রয় হতে পারে।</p>\n<h3 id="other">অন্য</h3>\n<p>…</p>'
    done = listing.complete(html, find("bn"), terms.read(), also="আরও বলা হয়")
    assert done.startswith('<h3 id="lead">লিড</h3>\n<p>যা থেকে বিক্রয় হতে পারে।</p>\n<dl class="names">')
    assert '<dt lang="fa" dir="rtl">فارسی</dt><dd lang="fa" dir="rtl">سرنخ</dd>' in done
    assert '<dt lang="en" dir="ltr">English</dt><dd lang="en" dir="ltr">lead</dd>' in done
    assert 'lang="bn"' not in done
    assert done.count("<dl") == 1


def test_other_names_of_the_own_language_come_first() -> None:
    html = '<h3 id="campaign">ক্যাম্পেইন</h3>\n<p>…</p>'
    done = listing.complete(html, find("bn"), terms.read(), also="আরও বলা হয়")
    own = '<dl class="names"><div class="names__own"><dt>আরও বলা হয়</dt><dd>প্রচারাভিযান · প্রচারণা</dd></div>'
    assert own in done


@pytest.mark.parametrize("code", ["bn", "gu", "fa"])
def test_the_fonts_hold_the_letters_of_every_term(code: str) -> None:
    """The page Words shows them in all languages; a letter that the whole font lacks is another font's."""
    letters = {
        letter
        for name in terms.words_of(code)
        for letter in name
        if not letter.isascii() and letter.isalpha()
    }
    assert letters - look.build().text_faces[code][0].letters == set()


# The check of the page Words


def page(code: str = "en", **changed: str) -> str:
    """A page with every term in a language, as it should be but for what is changed by concept."""
    names = {concept: term.names[code] for concept, term in terms.read().items()}
    whole = {
        concept: f"### {name} {{ #{concept} }}\n\nA definition of it.\n" for concept, name in names.items()
    }
    parts = whole | {concept.replace("_", "-"): text for concept, text in changed.items()}
    return "# Words\n\n## All { #all }\n\n" + "\n".join(parts.values())


def problems(content: str, code: str = "en") -> list[str]:
    source = sources.Source(f"docs/{code}/words.md", code, content)
    return [str(problem) for problem in glossary.incomplete(code, [source])]


@pytest.mark.parametrize("code", CODES)
def test_a_page_with_all_terms_is_left_alone(code: str) -> None:
    assert problems(page(code), code) == []


@pytest.mark.parametrize("heading", ["Qualify", "qualify (a lead)", "Qualify (a contact)"])
def test_a_heading_may_begin_with_a_capital_and_say_more_in_brackets(heading: str) -> None:
    assert problems(page(qualify=f"### {heading} {{ #qualify }}\n\nTo check.\n")) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "docs/en/words.md:1: no entry for a term; add '### Deal { #deal }'"),
        ("### Bargain { #deal }\n\nIt.\n", "found heading 'Bargain', expected 'deal'"),
        ("### Deal { #deal }\n", "found 0 paragraphs below #deal, expected one, its definition"),
        ("### Deal { #deal }\n\nIt.\n\nMore.\n", "found 2 paragraphs below #deal"),
        ("### Deal { #deal }\n\nA [lead](#lead).\n", "found a link in the definition of #deal; take it out"),
        (f"### Deal {{ #deal }}\n\n{'x' * 201}\n", "definition has 201 characters; 200 at most"),
        ("### Deal { #deal }\n\nIt.\n\n### Prey { #prey }\n\nIt.\n", "found unknown term #prey; take its id"),
    ],
    ids=["missing", "renamed", "undefined", "too many paragraphs", "linking", "too long", "unknown"],
)
def test_what_is_wrong_with_an_entry_is_said(text: str, said: str) -> None:
    (problem,) = problems(page(deal=text))
    assert said in problem


def test_a_problem_names_the_line_of_the_heading() -> None:
    (problem,) = problems(page(contact="### Person { #contact }\n\nIt.\n"))
    assert problem == "docs/en/words.md:5: found heading 'Person', expected 'contact'"


def test_every_language_s_check_looks_at_its_page() -> None:
    for code in CODES:
        own = checks.gather(code, [sources.Source(f"docs/{code}/words.md", code, "# W\n")])
        found = list(checks.named(code)["words has every term"](own, checks.agreed()))
        assert len(found) == len(terms.read())


# Words that machines got wrong, quoted


QUOTED = '| <span class="mt-bad">সীসা</span> | <b class="x mt-bad" title="y">Read what\nis known of it</b> |'


def test_words_quoted_as_a_machine_s_are_neither_forbidden_nor_left_over() -> None:
    (text,) = texts.read(sources.Source("docs/bn/words.md", "bn", QUOTED))
    assert list(rules.broken(rules.forbidden(), text, "error")) == []
    assert list(leftovers.english(text)) == []


def test_lines_after_a_quoted_word_keep_their_number() -> None:
    markup = f"# শব্দ\n\n{QUOTED}\n\nসীসা\n\nRead what is known of it\n"
    (text,) = texts.read(sources.Source("docs/bn/words.md", "bn", markup))
    assert [problem.line for problem in rules.broken(rules.forbidden(), text, "error")] == [6]
    assert [problem.line for problem in leftovers.english(text)] == [8]


def test_what_stands_beside_a_quoted_word_is_held_to_the_rules() -> None:
    markup = '<span class="mt-bad">সীসা</span> সীসা <span class="mt-badge">সীসা</span>\n'
    (text,) = texts.read(sources.Source("docs/bn/words.md", "bn", markup))
    assert len(list(rules.broken(rules.forbidden(), text, "error"))) == 2


def test_running_text_is_told_by_where_it_stands() -> None:
    html = "<p>\u2028সঙ্গে\n<b>লিড</b> আছে\x0c</p>\n\n<ul>\n<li>a &amp; b\n</li>\n</ul>\n"
    assert [html[at : at + len(text)] for at, text in linking.running_text(html)] == [
        text for _, text in linking.running_text(html)
    ]
