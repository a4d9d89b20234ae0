"""Numbers as each locale writes them."""

import pytest
from funnel.formats import Locale, amount, decimal, digits, number

from sitebuild import catalogs
from sitebuild.locales import find


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


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("en", "1,200,000"),
        ("fil", "1,200,000"),
        ("bn", "১২,০০,০০০"),
        ("gu", "12,00,000"),
        ("fa", "۱٬۲۰۰٬۰۰۰"),
    ],
)
def test_an_amount_is_grouped_as_its_locale_counts(code: str, shown: str) -> None:
    """Bengali and Gujarati count in lakhs."""
    assert amount(1_200_000, catalogs.engine_locale(find(code))) == shown


@pytest.mark.parametrize(("value", "shown"), [(0, "0"), (999, "999"), (1_000, "1,000"), (98_765, "98,765")])
def test_a_short_amount_has_no_empty_group(value: int, shown: str) -> None:
    assert amount(value, Locale("gu", "gu", "ltr", "latn", "3;2")) == shown


@pytest.mark.parametrize(
    ("code", "shown"), [("en", "0.19"), ("fil", "0.19"), ("bn", "০.১৯"), ("gu", "0.19"), ("fa", "۰٫۱۹")]
)
def test_a_decimal_has_the_separator_of_its_locale(code: str, shown: str) -> None:
    assert decimal(19, catalogs.engine_locale(find(code))) == shown


@pytest.mark.parametrize(("hundredths", "shown"), [(0, "0.00"), (3, "0.03"), (100, "1.00"), (250, "2.50")])
def test_a_decimal_always_has_two_places(hundredths: int, shown: str) -> None:
    assert decimal(hundredths, Locale("en", "en", "ltr", "latn")) == shown
