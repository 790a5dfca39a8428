"""The Markdown says what the card says, and nothing that an article says becomes markup, HTML or a link."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from summarizer.output.markdown import escape, markdown
from summarizer.output.plain import plain
from summarizer.schema import Report
from tests.output.samples import air_strike, arabic, football, offensive

GOLDEN = Path(__file__).parent / "golden"
SAMPLES: list[Callable[[], Report]] = [offensive, air_strike, football, arabic]
HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](http://e.example/t.png)",
    "a | b |\n|---|---|",
    "`code` **bold** _it_ ~~gone~~ $x$",
    "<http://e.example>",
    "# heading",
    "- item",
    "12. item",
    "===",
    "---",
    "> quote",
    "    indented code",
    "&lt;b&gt; &copy;",
    "[1]: http://e.example",
    "ends in a backslash \\",
    "\\[x](y)",
    "<!-- comment",
    "{{ template }} {% tag %}",
    "line\u2028break\x0b# heading",
]


def rendered(text: str) -> str:
    """The HTML of the text, as CommonMark with tables and with raw HTML let through."""
    return str(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))


def words(html: str) -> str:
    """The text that a reader of the page sees."""
    shown = re.sub("<[^>]*>", "", html)
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        shown = shown.replace(entity, character)
    return " ".join(shown.split())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.__name__)
def test_the_markdown_looks_as_it_was_approved(sample: Callable[[], Report]) -> None:
    """SUMMARIZER_UPDATE_GOLDEN=1 writes the golden files anew; look at the difference before keeping it."""
    path = GOLDEN / f"{sample.__name__}.md"
    shown = markdown(sample())
    if os.environ.get("SUMMARIZER_UPDATE_GOLDEN"):
        path.write_text(shown, encoding="utf-8")

    assert shown == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_as_it_was_written(text: str) -> None:
    """As a paragraph, as an item of a list and in a cell it is one run of plain text."""
    shown = escape(text)

    assert rendered(shown) == f"<p>{_html(text)}</p>\n"
    assert rendered(f"- {shown}") == f"<ul>\n<li>{_html(text)}</li>\n</ul>\n"
    row = rendered(f"| a | b |\n|---|---|\n| {shown} | c |")
    assert f"<td>{_html(text)}</td>\n<td>c</td>\n</tr>\n</tbody>" in row


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab1 .:/|\\`*_[]()<>#+-=!&~@{}\"'\n\tا\u202e\x1b"), max_size=40))
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    """No combination of Markdown's own characters is markup in a paragraph or in a cell."""
    shown = escape(text)
    if not shown:
        return

    assert rendered(shown) == f"<p>{_html(text)}</p>\n"
    row = rendered(f"| a | b |\n|---|---|\n| {shown} | c |")
    assert f"<td>{_html(text)}</td>\n<td>c</td>\n" in row


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_report_has_no_markup_but_our_own(text: str) -> None:
    """Every field of text that a reader fills may hold anything."""
    calm, report = air_strike(), air_strike()
    for each in (calm, report):
        shown = text if each is report else "calm"
        each.headline = each.abstract = each.dateline = each.article.source = shown
        each.article.publisher = each.article.author = shown
        for actor in each.actors:
            actor.name = shown
            actor.aliases = actor.leaders = [shown]
        for source in each.sources:
            source.name = shown
        for operation in each.operations:
            operation.title = operation.objective = shown
            operation.damage = [shown]
            operation.places[0].name = shown
            operation.places[0].within = [shown]
        for casualty in each.casualties:
            casualty.victims = shown
            casualty.period = shown
        for finding in each.findings:
            finding.message = shown
    tags = re.compile("<[^>]*>")

    assert tags.findall(rendered(markdown(report))) == tags.findall(rendered(markdown(calm)))


def test_addresses_do_not_become_links() -> None:
    """Where bare addresses turn into links, these stay text."""
    assert escape("see http://e.example or www.e.example") == (
        "see http&#58;//e.example or www&#46;e.example"
    )


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.__name__)
def test_every_cited_sentence_is_quoted_whole(sample: Callable[[], Report]) -> None:
    """The card may cut its list; the page has every sentence that a record rests on."""
    report = sample()
    page = words(rendered(markdown(report)))
    cited = [evidence for operation in report.operations for evidence in operation.evidence]
    cited += [evidence for casualty in report.casualties for evidence in casualty.evidence]

    assert all(f"[{evidence.sentence}] {plain(evidence.quote)}" in page for evidence in cited)


def test_what_has_not_happened_is_marked() -> None:
    """The mark stands in the operation itself, not only in the heading above it."""
    text = markdown(offensive())

    assert "### O3 Advance on Kunyo Barre\n\n**NOT YET HAPPENED, planned** · offensive" in text


def test_a_partys_claim_is_marked_in_its_row() -> None:
    """The table says whose claim a count is."""
    assert "| **PARTY CLAIM:** the Saudi-led coalition | \\[5\\] |" in markdown(air_strike())


def test_an_article_about_something_else_is_a_page_of_one_sentence() -> None:
    """No headings but the first, no tables."""
    text = markdown(football())

    assert "This article is not about armed conflict, so there is nothing to record." in text
    assert text.count("#") == 1
    assert "|" not in text


def _html(text: str) -> str:
    """The text as a page has it between two tags."""
    shown = plain(text)
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        shown = shown.replace(character, entity)
    return shown
