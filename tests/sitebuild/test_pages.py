"""What becomes of a page's HTML between Markdown and template."""

import pytest

from sitebuild import pages
from sitebuild.locales import find

TABLE = """<div class="compare">
<table><thead><tr><th>Q</th><th>A &amp; "B"</th></tr></thead><tbody>
<tr><td>one</td><td style="text-align: right;">two</td></tr></tbody></table></div>"""


def test_a_comparison_s_cells_carry_the_words_of_their_column() -> None:
    html = pages.tidy_tables(TABLE)
    assert '<th role="rowheader" scope="row">one</th>' in html
    assert '<td class="align-end" role="cell" data-label="A &amp; &quot;B&quot;">two</td>' in html
    assert "style=" not in html


def test_a_row_with_more_cells_than_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        pages.tidy_tables(TABLE.replace("<td>one", "<td>zero</td><td>one"))


def test_each_question_of_the_checklist_gets_a_box_for_every_answer_and_other_lists_get_none() -> None:
    html = '<ul>\n<li>Searched</li>\n</ul><div class="yes-no-unknown">\n<ul>\n<li>Need</li>\n</ul>\n</div>'
    boxed = pages.answer_boxes(html, ("yes", "no"))
    assert "<li>Searched</li>" in boxed
    assert '<li><span>Need</span><span class="answers"><span>yes</span><span>no</span></span></li>' in boxed


@pytest.mark.parametrize(
    ("html", "use"),
    [
        ("<p>text</p>", None),
        ('<funnel-simulator decision="rfp"></funnel-simulator>', "decision"),
        ("<funnel-simulator></funnel-simulator>", "whole"),
        ('<funnel-simulator decision="rfp"></funnel-simulator><funnel-simulator>', "whole"),
    ],
    ids=["none", "decision", "whole", "both"],
)
def test_a_page_says_how_much_of_the_simulator_it_holds(html: str, use: str | None) -> None:
    assert pages.simulator_use(html) == use


def test_alternates_are_relative_without_a_known_address_and_absolute_with_one() -> None:
    near = {row.hreflang: row.address for row in pages.alternates("fa/learn/lead/", find("fa"), None)}
    far = {row.hreflang: row.address for row in pages.alternates("fa/", find("fa"), "https://example.org/x/")}
    assert near["en"] == "../../../learn/lead/"
    assert near["fil"] == "../../../fil/learn/lead/"
    assert near["x-default"] == near["en"]
    assert far["fa"] == "https://example.org/x/fa/"
    assert far["x-default"] == "https://example.org/x/"
