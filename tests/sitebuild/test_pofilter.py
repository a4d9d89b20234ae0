"""The Translate Toolkit's checks, run over the real catalogs with one thing made wrong."""

import pytest

from sitebuild.catalogs import SOURCE_LANGUAGE
from sitebuild.locales import load
from sitebuild.prose import pofilter
from sitebuild.prose.sources import Source

CODES = [locale.code for locale in load() if locale.code != SOURCE_LANGUAGE]
SENTENCE = "You have 20 hours, %(name)s."


def findings(code: str, translated: str, original: str = SENTENCE, context: str = "a") -> list[str]:
    """What the checks say of one translation, in a catalog that has it at line 6."""
    head = f'msgid ""\nmsgstr ""\n"Language: {code}\\n"\n\n'
    entry = f'msgctxt "{context}"\nmsgid "{original}"\nmsgstr "{translated}"\n'
    source = Source(f"translations/{code}/LC_MESSAGES/engine.po", code, head + entry)
    return [str(problem) for problem in pofilter.findings(source, {})]


@pytest.mark.parametrize(
    ("code", "translated"),
    [
        ("bn", "%(name)s, আপনার হাতে ২০ ঘণ্টা আছে।"),
        ("gu", "%(name)s, તમારી પાસે 20 કલાક છે."),
        ("fil", "Mayroon kang 20 oras, %(name)s."),
        ("fa", "%(name)s، شما ۲۰ ساعت وقت دارید."),
    ],
)
def test_a_good_translation_is_left_alone_and_a_lost_number_or_name_is_found(
    code: str, translated: str
) -> None:
    assert findings(code, translated) == []
    other = translated.replace("২০", "৩০").replace("20", "30").replace("۲۰", "۳۰")
    assert "numbers: Different numbers" in findings(code, other)[0]
    path = f"translations/{code}/LC_MESSAGES/engine.po:6: "
    assert findings(code, other)[0].startswith(path)
    assert any("printf" in line for line in findings(code, translated.replace("%(name)s", "%(nam)s")))
    assert any("whitespace" in line for line in findings(code, translated + " "))


def test_digits_and_separators_of_any_script_are_the_same_number() -> None:
    assert findings("fa", "۵٬۰۰۰ تومان", "5,000 toman") == []
    assert findings("bn", "৫,০০০ টাকা", "5,000 taka") == []


def test_direction_marks_are_no_difference_and_other_markup_is() -> None:
    assert findings("fa", "<bdi>MIT</bdi>؛ کد", "Code; MIT") == []
    assert any("xmltags" in line for line in findings("fa", "<b>کد</b>", "Code"))


def test_an_exclusion_with_a_context_is_for_that_context_only() -> None:
    assert findings("bn", "৫ লাখ টাকা", "500 thousand", context="diagram pipeline") == []
    assert "numbers" in findings("bn", "৫ লাখ টাকা", "500 thousand")[0]


@pytest.mark.parametrize("code", CODES)
def test_the_words_of_the_frame_are_compared_with_the_english_ones(code: str) -> None:
    frame = Source(f"{code}.html", code, '{\n  "a.b": "{nam}"\n}\n')
    (problem,) = pofilter.findings(frame, {"a.b": "{name}"})
    assert (problem.line, problem.message.partition(":")[0]) == (2, "pythonbraceformat")


def test_each_exclusion_is_of_a_check_that_exists_and_has_a_reason() -> None:
    assert pofilter.exclusions()
    for row in pofilter.exclusions():
        assert set(row.locales) <= set(CODES), row
        assert all(row.check in pofilter.names(code) for code in row.locales), row
        assert len(row.reason) > 20, row
