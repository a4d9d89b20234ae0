"""Numbers as each locale writes them."""

import pytest
from funnel.formats import Locale, digits, number


@pytest.mark.parametrize(
    ("system", "shown"),
    [("latn", "0123456789"), ("beng", "০১২৩৪৫৬৭৮৯"), ("gujr", "૦૧૨૩૪૫૬૭૮૯"), ("arabext", "۰۱۲۳۴۵۶۷۸۹")],
)
def test_digits_are_those_of_the_system(system: str, shown: str) -> None:
    assert digits("0123456789", system) == shown


def test_only_digits_change() -> None:
    assert digits("CRM 2: –5%", "beng") == "CRM ২: –৫%"


def test_an_unknown_system_is_an_error_and_not_latin_in_silence() -> None:
    with pytest.raises(KeyError):
        digits("1", "roman")


def test_a_number_follows_its_locale() -> None:
    assert number(16, Locale("fa", "fa", "rtl", "arabext")) == "۱۶"
