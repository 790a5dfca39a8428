"""Names made to break things: nothing raises, nothing hangs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.checking.gazetteer import PlaceContext
from summarizer.checking.gazetteer.resolver import GeoNames
from tests.checking.gazetteer.conftest import draft_with

HOSTILE = [
    "",
    " \n\t ",
    "\x00\ud800\uffff",
    "A" * 1_000_000,
    "( " * 100_000,
    ", " * 100_000,
    "'s " * 100_000,
    "Mosul " * 100_000,
    "-" * 1_000_000,
    "ﷺ" * 100_000,
    "e\u0301\u0301\u0301" * 50_000,
    "'; DROP TABLE names; --",
    "%_*?[",
    "{{ 7 * 7 }}",
    "../../etc/passwd",
    "State of State State",
    "And and And",
]


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: repr(name[:12]))
def test_a_hostile_name_is_no_trouble(gazetteer: GeoNames, name: str) -> None:
    context = PlaceContext.of(draft_with([(name, name, (name, name))]), Article("Fighting in Iraq."))

    for relation in (None, name, "on the road between"):
        place = gazetteer.resolve(name, relation=relation, within=[name] * 50, context=context)
        assert place.rule


@pytest.mark.parametrize(
    "text", ["Iraq " * 200_000, "New South " * 100_000, "a" * 1_000_000, "(" * 1_000_000 + "x"]
)
def test_a_megabyte_of_text_comes_to_an_end(gazetteer: GeoNames, text: str) -> None:
    article = Article(text)
    draft = draft_with([("Mosul", None, ()), ("New South Iraq", None, ())])

    context = PlaceContext.of(draft, article)

    assert gazetteer.resolve("Mosul", relation=None, within=(), context=context).rule


_words = st.text(max_size=60)


@settings(max_examples=200, deadline=None)
@given(name=_words, relation=st.none() | _words, within=st.lists(_words))
def test_no_name_raises(gazetteer: GeoNames, name: str, relation: str | None, within: list[str]) -> None:
    place = gazetteer.resolve(name, relation=relation, within=within, context=PlaceContext())

    assert len(place.candidates) <= 5
    assert (place.latitude is None) == (place.longitude is None)
