"""A page knows what it was written from, and says when that has changed."""

from pathlib import Path

import pytest

from sitebuild.prose import freshness, pages, sources, stamp
from sitebuild.prose.freshness import Originals

ENGLISH = "---\ntitle: Lead\n---\n\n# Lead\n"
BENGALI = "---\ntitle: লিড\n---\n\n# লিড\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one page in two languages, both stamped."""
    for path, text in (
        ("docs/en/a.md", ENGLISH),
        ("docs/bn/a.md", BENGALI),
        ("outlines/a.md", "- an idea\n"),
    ):
        write(tmp_path, path, text)
    assert stamp.main([], tmp_path) == 0
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def problems(root: Path, code: str) -> list[str]:
    originals = freshness.originals(sources.articles("en", root), root / "outlines")
    own = [pages.read(source) for source in sources.articles(code, root)]
    return [str(problem) for page in own for problem in freshness.stale(code, page, originals)]


def test_a_stamped_page_is_up_to_date_in_every_language(project: Path) -> None:
    assert problems(project, "en") == problems(project, "bn") == []


@pytest.mark.parametrize(
    ("path", "code", "changed"),
    [
        ("outlines/a.md", "en", "the outline (outlines/a.md)"),
        ("outlines/a.md", "bn", "the outline (outlines/a.md)"),
        ("docs/en/a.md", "bn", "the English page (docs/en/a.md)"),
    ],
)
def test_a_stale_page_names_the_source_that_changed(
    project: Path, path: str, code: str, changed: str
) -> None:
    with (project / path).open("a", encoding="utf-8") as file:
        file.write("one more\n")
    cure = f'revise this page, then run `make stamp PAGES="docs/{code}/a.md"`'
    assert problems(project, code) == [f"docs/{code}/a.md:3: stale: {changed} changed since; {cure}"]


def test_a_change_of_both_sources_is_one_problem(project: Path) -> None:
    write(project, "outlines/a.md", "- another idea\n")
    write(project, "docs/en/a.md", ENGLISH + "More.\n")
    (problem,) = problems(project, "bn")
    assert "the English page (docs/en/a.md) and the outline (outlines/a.md) changed" in problem


def test_an_english_page_does_not_depend_on_itself(project: Path) -> None:
    write(project, "docs/en/a.md", (project / "docs/en/a.md").read_text("utf-8") + "More.\n")
    assert problems(project, "en") == []


def test_the_english_stamp_and_review_make_no_translation_stale(project: Path) -> None:
    noted = "---\ntitle: Lead\nreviewed: A B, 2026-01-31\nsource: outline 00000000\n---\n\n# Lead\n"
    write(project, "docs/en/a.md", noted)
    assert problems(project, "bn") == []


def test_a_page_without_a_stamp_and_a_page_without_an_outline_are_named(project: Path) -> None:
    write(project, "docs/bn/a.md", BENGALI)
    write(project, "docs/bn/b.md", BENGALI)
    found = problems(project, "bn")
    assert found[0].startswith("docs/bn/a.md:1: no source is noted")
    assert found[1].startswith("docs/bn/b.md:1: has no outline; write outlines/b.md")


def test_stamping_says_what_it_stamped_and_changes_nothing_else(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (project / "docs/bn/a.md").read_text("utf-8")
    write(project, "outlines/a.md", "- another idea\n")
    assert stamp.main(["docs/bn/a.md"], project) == 0
    after = (project / "docs/bn/a.md").read_text("utf-8")
    changed = [line for line in after.split("\n") if line not in before.split("\n")]
    assert capsys.readouterr().out == f"docs/bn/a.md: {changed[0]}\n"
    assert changed[0].startswith("source: page ")
    assert [line for line in after.split("\n") if "source" not in line] == BENGALI.split("\n")
    assert problems(project, "bn") == []
    assert problems(project, "en") != []


def test_stamping_a_revised_page_takes_out_the_review_of_the_old_one(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "docs/bn/a.md", BENGALI.replace("\n---\n", "\nreviewed: A B, 2026-01-31\n---\n", 1))
    stamp.main(["docs/bn/a.md"], project)
    assert "took out the review of the text as it was (A B, 2026-01-31)" in capsys.readouterr().out
    assert "reviewed" not in (project / "docs/bn/a.md").read_text("utf-8")


def test_stamping_an_up_to_date_page_leaves_it_and_its_review(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stamped = (project / "docs/bn/a.md").read_text("utf-8")
    reviewed = stamped.replace("\nsource", "\nreviewed: A B, 2026-01-31\nsource", 1)
    write(project, "docs/bn/a.md", reviewed)
    capsys.readouterr()
    stamp.main([], project)
    assert capsys.readouterr().out == "every page is up to date\n"
    assert (project / "docs/bn/a.md").read_text("utf-8") == reviewed


def test_what_cannot_be_stamped_is_named_at_once_and_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "outlines/a.md", "- another idea\n")
    write(project, "docs/bn/b.md", BENGALI)
    write(project, "docs/bn/c.md", "# লিড\n")
    write(project, "outlines/c.md", "- an idea\n")
    names = ["docs/bn/a.md", "docs/bn/b.md", "docs/bn/c.md", "docs/bn/lost.md"]
    before = (project / names[0]).read_text("utf-8")
    assert stamp.main(names, project) == 1
    said = capsys.readouterr().err.splitlines()
    assert [line.partition(";")[0] for line in said] == [
        "docs/bn/b.md:1: has no outline",
        "docs/bn/c.md:1: has no front matter",
        "docs/bn/lost.md: no such page",
    ]
    assert (project / names[0]).read_text("utf-8") == before


@pytest.mark.parametrize(
    ("noted", "name"),
    [
        ("A. B. Chatterjee, 2026-01-31", "A. B. Chatterjee"),
        ("A B", None),
        ("A B, 2026-13-31", None),
        ("2026-01-31", None),
    ],
)
def test_a_review_has_a_name_and_a_day(noted: str, name: str | None) -> None:
    page = pages.read(sources.Source("docs/bn/a.md", "bn", f"---\nreviewed: {noted}\n---\n"))
    found = freshness.review(page)
    assert (found.name if found else None) == name
    assert len(list(freshness.unclear_review(page))) == (name is None)


def test_a_page_that_is_not_reviewed_is_clear_about_it() -> None:
    page = pages.read(sources.Source("docs/bn/a.md", "bn", BENGALI))
    assert freshness.review(page) is None
    assert list(freshness.unclear_review(page)) == []


def test_a_stamp_is_text_whatever_its_digits() -> None:
    """YAML would read 12345678 as a number and 1e234567 as a large one."""
    held_to = Originals({"a.md": "12345678"}, {"a.md": "00001234"})
    line = freshness.written(held_to.stamp("bn", "a.md"))
    page = pages.read(sources.Source("docs/bn/a.md", "bn", f"---\n{line}\n---\n"))
    assert freshness.is_current("bn", page, held_to)
