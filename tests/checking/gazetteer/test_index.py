"""What the index holds, and how fast it answers."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from summarizer.checking.gazetteer.entry import Kind
from summarizer.checking.gazetteer.index import Index
from summarizer.checking.gazetteer.lists import divisions, nations, other_names


def test_every_country_of_the_lexicon_is_a_country_of_the_gazetteer(index: Index) -> None:
    for nation in nations():
        assert index.iso2(nation.iso3), nation
        for name in nation.names:
            kinds = {entry.kind for entry in index.find(name).plain}
            assert Kind.COUNTRY in kinds, name


def test_every_code_of_the_shipped_names_exists(index: Index) -> None:
    known = {f"{division.country}.{division.code}" for division in divisions()}
    for section in ("countries", "divisions", "lands"):
        for code, names in other_names(section):
            assert index.iso3(code.partition(".")[0]), code
            assert "." not in code or code in known, code
            assert names, code


def test_airport_codes_and_machine_transliterations_are_no_names(index: Index) -> None:
    assert not index.find("TIP").plain
    assert not index.find("de li bo li").plain


def test_threads_may_ask_at_once(index: Index) -> None:
    names = ["Mosul", "Hit", "Haditha", "Kunduz", "Gao", "Tripoli"] * 40
    expected = [len(index.find(name).plain) for name in names]
    fresh = Index(index._connection)

    with ThreadPoolExecutor(8) as pool:
        found = [len(entries.plain) for entries in pool.map(fresh.find, names)]

    assert found == expected
