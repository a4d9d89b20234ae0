"""The words and the structure of the real content, in every language, by every check of `sitebuild.prose`."""

from collections import Counter

import pytest

from sitebuild import catalogs
from sitebuild.locales import find, load
from sitebuild.prose import checks

CODES = [locale.code for locale in load()]
EVERY = [(code, name) for code in CODES for name in checks.named(code)]
TRANSLATIONS = [(code, domain) for code in CODES if code != "en" for domain in catalogs.domains()]
WORDLESS = {"sitebuild/diagrams/wording/__init__.py", "simulator/engine/funnel/wording/__init__.py"}


@pytest.mark.parametrize(("code", "name"), EVERY, ids=[f"{code}: {name}" for code, name in EVERY])
def test_content_has_no_problem(code: str, name: str) -> None:
    check = checks.named(code)[name]
    assert [str(problem) for problem in check(checks.content(code), checks.agreed())] == []


@pytest.mark.parametrize("code", CODES)
def test_every_file_of_a_language_is_read(code: str) -> None:
    """A check of nothing finds nothing."""
    own = checks.content(code)
    kinds = {"md", "html", "yaml", "py"} if code == "en" else {"md", "html", "po"}
    assert {source.kind for source in own.sources} == kinds
    assert {source.path for source in own.sources} - {text.path for text in own.texts} <= WORDLESS


@pytest.mark.parametrize(("code", "domain"), TRANSLATIONS)
def test_every_translation_of_a_catalog_is_read(code: str, domain: str) -> None:
    path = catalogs.path(find(code), domain).as_posix()
    read = Counter(text.path for text in checks.content(code).texts if path.endswith(text.path))
    messages = [message for message in catalogs.current(find(code), domain) if message.id]
    strings = [1 if isinstance(message.id, str) else 2 for message in messages]
    assert read.total() == sum(strings) > 0


def test_there_is_something_to_hold_the_languages_to() -> None:
    held_to = checks.agreed()
    assert held_to.pages
    assert held_to.cases
    assert held_to.statements
    assert held_to.articles
