"""Fonts are cut to the site's letters, and a letter that is missing is found."""

from sitebuild import fonts
from sitebuild.locales import find


def test_a_unicode_range_joins_neighbours() -> None:
    assert fonts.unicode_range("কখগঅ") == "U+985,U+995-997"


def test_a_cut_keeps_the_letters_asked_for_and_leaves_latin_to_the_system() -> None:
    face = fonts.small_face(find("bn"), "Names", fonts.letters_of(["বাংলা lead"]))[0]
    assert face.letters == frozenset("বাংলা" + fonts.ALWAYS)
    assert face.path.startswith("assets/look/names-bn-400.")
    assert face.css().startswith('@font-face{font-family:"Names bn"')


def test_a_cut_is_the_same_every_time() -> None:
    first, second = (fonts.small_face(find("fa"), "Names", frozenset("فارسی"))[0].path for _ in range(2))
    assert first == second


def test_a_language_in_system_fonts_has_no_cut() -> None:
    assert fonts.text_faces(find("fil"), frozenset("a")) == ()


def test_a_letter_without_a_font_is_found_but_not_in_another_language_or_a_script() -> None:
    page = '<html lang="bn"><script>গ</script><p>কখ<br><i lang="fa">س</i></p>ঘ</html>'
    assert fonts.uncovered(page, frozenset("ক"), reach=frozenset("কখগঘس")) == {"খ", "ঘ"}


def test_a_vowel_sign_on_both_sides_brings_its_halves() -> None:
    assert set("\u09c7\u09d7") <= fonts.letters_of(["সৌর"])
    page = '<html lang="bn"><p>সৌর</p></html>'
    assert fonts.uncovered(page, frozenset("সৌর"), reach=frozenset("সৌর\u09c7\u09d7")) == {"\u09c7", "\u09d7"}
