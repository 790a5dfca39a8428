"""The codebooks: complete, generated from the records, each word and field with an example of its own."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import TypeAdapter

from summarizer.schema import codebook, handbook
from summarizer.schema._record import Record
from summarizer.schema.entries import (
    DRAFT_RECORDS,
    RECORDS,
    REPORT_RECORDS,
    entries,
    own_entries,
    vocabularies,
)
from summarizer.schema.vocabulary import Qualifier, Word

SELF_EXPLANATORY_WORDS = {
    "DocumentType": "news analysis feature opinion interview obituary court_report other",
    "SourceKind": "military government police relative media state_media social_media analyst unknown",
    "ActorType": """
        pro_government_militia criminal_group private_military political_party civilians protesters media
        humanitarian other
    """,
    "OperationType": """
        ambush capture_of_territory takeover_without_fighting repelled_attack siege drone_strike naval_attack
        ied_or_landmine vehicle_bomb suicide_attack grenade_attack chemical_attack weapons_seizure abduction
        hostage_rescue_or_release sexual_violence arrest looting_or_destruction deployment withdrawal
        base_established ceasefire_or_agreement talks surrender threat_or_announcement training_or_support
        protest_or_riot friendly_fire other
    """,
    "Means": """
        firearms artillery mortar rocket missile crewed_aircraft air_dropped_bomb helicopter drone naval
        vehicle_bomb suicide_bomb landmine unexploded_ordnance grenade chemical incendiary cluster_munition
        edged_weapon vehicle_ramming arson sniper siege cyber
    """,
    "Stage": "paused completed unknown",
    "Assertion": "denied hypothetical",
    "ParticipantRole": "target supporter mediator",
    "PlaceRole": "route captured displaced_from displaced_to mentioned",
    "TerritorialEffect": """
        captured recaptured lost encircled advanced repelled withdrew contested none_reported
    """,
    "Civilians": "targeted incidental_harm not_reported",
    "Outcome": "killed wounded missing abducted released rescued surrendered displaced trapped",
    "VictimStatus": """
        civilian police_security official medical journalist aid_worker peacekeeper prisoner mixed unknown
    """,
    "Scope": "event",
    "Basis": "denied hypothetical",
    "Qualifier": "exact at_least more_than about range",
    "TimeOfDay": "dawn morning midday afternoon evening night",
    "DatePrecision": "day week month season year",
    "PlacePrecision": "settlement country",
    "Severity": "warning note",
}

SELF_EXPLANATORY_FIELDS = {
    "Person": "name age",
    "ArticleRecord": "title publisher author published_basis",
    "SentenceSpan": "start end number",
    "Evidence": "start end sentence quote",
    "Quantity": "minimum maximum",
    "When": "phrase start end",
    "Place": "admin1 latitude longitude geonames_id",
    "Toll": "minimum maximum",
    "Crosswalk": "gtd_attack_type",
    "UcdpDeaths": "side_a side_b civilians unknown low best high",
    "Finding": "message",
    "Provenance": """
        schema_version software_version parameters input_tokens output_tokens seconds created
    """,
}

AS_WRITTEN = {
    "Draft": "dateline",
    "Source": "name",
    "Actor": "name aliases leaders",
    "Operation": "date objective damage",
    "PlaceMention": "name relation within",
    "Casualty": "count victims period",
    "Person": "name description",
    "Quantity": "as_written",
    "When": "phrase",
}

EXAMPLES = handbook.load_examples()
HANDBOOK = handbook.handbook()
TOLD = codebook.codebook_for_readers()


@pytest.mark.parametrize("words", vocabularies(), ids=lambda words: words.__name__)
def test_every_word_is_defined_or_says_it_all(words: type[Word]) -> None:
    """A new word gets a definition, or is listed here as one that needs none."""
    plain = SELF_EXPLANATORY_WORDS.get(words.__name__, "").split()
    undefined = {word.value for word in words if not word.definition}

    assert undefined <= set(plain)
    assert set(plain) <= {word.value for word in words}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_is_described_or_says_it_all(record: type[Record]) -> None:
    """A new field gets a description, or is listed here as one that needs none."""
    plain = SELF_EXPLANATORY_FIELDS.get(record.__name__, "").split()
    undescribed = {entry.name for entry in own_entries(record) if not entry.meaning}

    assert undescribed <= set(plain)
    assert set(plain) <= record.model_fields.keys()


@pytest.mark.parametrize("words", vocabularies(), ids=lambda words: words.__name__)
def test_every_word_has_an_example_and_no_example_is_orphaned(words: type[Word]) -> None:
    """The examples of a vocabulary are for its words, all of them, and say something different for each."""
    shown = EXAMPLES.values[words.__name__]

    assert list(shown) == [word.value for word in words]
    assert all(sentence.strip() for sentence in shown.values())
    assert len(set(shown.values())) == len(shown)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_has_an_example_and_no_example_is_orphaned(record: type[Record]) -> None:
    """The examples of a record are for its fields, all of them."""
    shown = EXAMPLES.fields[record.__name__]

    assert shown.keys() == {entry.name for entry in own_entries(record)}
    for example in shown.values():
        assert example.keys() <= {"text", "value"}


def test_no_section_of_the_examples_is_orphaned() -> None:
    """Each section names a vocabulary or record that exists."""
    words = {vocabulary.__name__ for vocabulary in vocabularies()}
    records = {record.__name__ for record in RECORDS}

    assert EXAMPLES.values.keys() == words
    assert EXAMPLES.distinctions.keys() <= words
    assert EXAMPLES.fields.keys() == records
    assert EXAMPLES.null.keys() <= records


@pytest.mark.parametrize(
    ("record", "field"),
    [(record, entry.name) for record in RECORDS for entry in own_entries(record)],
    ids=lambda part: part if isinstance(part, str) else part.__name__,
)
def test_an_example_value_is_a_value_of_its_field(record: type[Record], field: str) -> None:
    """What the codebook shows is what the record takes."""
    annotation: Any = record.model_fields[field].annotation
    value = EXAMPLES.fields[record.__name__][field]["value"]

    assert TypeAdapter(annotation).validate_python(value) is not None


@pytest.mark.parametrize(
    ("record", "field"),
    [(record, field) for record, fields in AS_WRITTEN.items() for field in fields.split()],
)
def test_a_phrase_stands_in_its_example(record: str, field: str) -> None:
    """A value that is copied as written stands so in the words beside it."""
    example = EXAMPLES.fields[record][field]
    values = example["value"] if isinstance(example["value"], list) else [example["value"]]

    for value in values:
        assert value in example["text"]


@pytest.mark.parametrize("record", REPORT_RECORDS, ids=lambda record: record.__name__)
def test_null_is_explained_once(record: type[Record]) -> None:
    """What null means in a computed field stands in the records or in the examples, and not in both."""
    explained = EXAMPLES.null.get(record.__name__, {})
    nullable = {entry.name: entry for entry in own_entries(record) if entry.nullable}

    assert explained.keys() <= nullable.keys()
    for name, entry in nullable.items():
        assert bool(entry.null) != (name in explained), name


@pytest.mark.parametrize("record", DRAFT_RECORDS, ids=lambda record: record.__name__)
def test_null_of_a_draft_is_explained_at_most_once(record: type[Record]) -> None:
    """In a draft the general rule holds, unless the records or the examples say more."""
    explained = EXAMPLES.null.get(record.__name__, {})
    nullable = {entry.name: entry for entry in entries(record) if entry.nullable}

    assert explained.keys() <= nullable.keys()
    assert not [name for name in explained if nullable[name].null]


def test_distinctions_speak_of_words_that_exist() -> None:
    """What is set in code in a distinction is a word of some vocabulary."""
    known = {word.value for words in vocabularies() for word in words}

    for vocabulary, lines in EXAMPLES.distinctions.items():
        own = EXAMPLES.values[vocabulary]
        for line in lines:
            named = re.findall("`([^`]*)`", line)
            assert set(named) <= known, line
            assert not named or set(named) & own.keys(), line


def parsed(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(markdown)


def tables(markdown: str) -> list[list[list[str]]]:
    """Tables, rows, cells; a cell as its raw Markdown."""
    found: list[list[list[str]]] = []
    tokens = parsed(markdown)
    for at, token in enumerate(tokens):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in ("td_open", "th_open"):
            found[-1][-1].append(tokens[at + 1].content)
    return found


def test_every_table_is_well_formed() -> None:
    """An independent parser sees each table, each with as many cells in a row as its head has."""
    found = tables(HANDBOOK)
    rows = [row for table in found for row in table[1:]]

    assert len(found) == len(RECORDS) + len(vocabularies()) + 1
    for table in found:
        assert {len(row) for row in table} == {len(table[0])}
    assert len(rows) == HANDBOOK.count("\n| ") - 2 * len(found)


def test_every_link_has_its_heading() -> None:
    """The table of contents, and each type, lead to a heading, and no two headings share an anchor."""
    tokens = parsed(HANDBOOK)
    headings = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
    anchors = [heading.lower().replace(" ", "-") for heading in headings]
    links = set(re.findall(r"\]\(#([^)]*)\)", HANDBOOK))

    assert len(set(anchors)) == len(anchors)
    assert links == set(anchors) - {"codebook", "contents"}


def test_the_handbook_has_every_field_and_word() -> None:
    """A coder finds each field and word in a row of its own, under its record or vocabulary."""
    sections = dict(re.findall(r"^### (\w+)\n(.*?)(?=^##|\Z)", HANDBOOK, re.S | re.M))

    for record in RECORDS:
        for entry in own_entries(record):
            assert f"\n| `{entry.name}` | " in sections[record.__name__]
    for words in vocabularies():
        for word in words:
            assert f"\n| `{word.value}` | " in sections[words.__name__]
            assert handbook.cell(word.definition) in sections[words.__name__]


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_breaks_a_table(said: str, value: str) -> None:
    """Pipes, backticks, line breaks and markup in a value stay within their cell."""
    markdown = handbook.table(("Said", "Value"), [(handbook.cell(said), handbook.code_cell(value))])
    found = tables(f"before\n\n{markdown}\nafter\n")

    assert [len(row) for row in found[0]] == [2, 2]


@pytest.mark.parametrize("value", ["a|b", "||", "`", "``a`", "a\\b", "*a*", "<b>", "1 | 2", "[x](y)"])
def test_a_value_reads_as_it_is(value: str) -> None:
    """What a parser makes of a value's cell is the value, whatever signs are in it."""
    markdown = handbook.table(("Value",), [(handbook.code_cell(value),)])
    cells = [token for token in parsed(markdown) if token.type == "inline"]

    code = (cells[1].children or [])[0]
    assert (code.type, code.content) == ("code_inline", value)


@pytest.mark.parametrize("text", ["a|b", "*a* or *b*", "<script>", "1 < 2 | 3"])
def test_a_text_reads_as_it_is(text: str) -> None:
    """The same for a text: nothing in it becomes markup."""
    markdown = handbook.table(("Text",), [(handbook.cell(text),)])
    cells = [token for token in parsed(markdown) if token.type == "inline"]

    assert "".join(part.content for part in cells[1].children or []) == text


def test_count_conventions() -> None:
    """Each phrase has a qualifier of the vocabulary and bounds that do not cross."""
    phrases = [row["phrase"] for row in EXAMPLES.rows]

    assert len(set(phrases)) == len(phrases) == 17
    for row in EXAMPLES.rows:
        assert row["qualifier"] in list(Qualifier)
        assert 0 <= row["minimum"] <= row.get("maximum", row["minimum"])
        assert row.keys() <= {
            "phrase",
            "minimum",
            "maximum",
            "qualifier",
            "acled",
            "gtd",
            "minimum_rule",
            "muc4",
        }


def test_readers_are_told_every_field_word_and_definition() -> None:
    """The compact codebook lacks nothing that a draft can hold."""
    for record in DRAFT_RECORDS:
        for entry in entries(record):
            assert re.search(rf"^(# \S*)?{entry.name}(\[\]|\?)?(:|$)", TOLD, re.M), entry.name
            assert entry.meaning in TOLD or (entry.words and entry.words in told_vocabularies())
            assert entry.null in TOLD
    for words in told_vocabularies():
        lines = [line for line in TOLD.splitlines() if " | ".join(map(spelled, words)) in line]
        assert len(lines) == 1, f"{words.__name__} is told once"


def told_vocabularies() -> list[type[Word]]:
    used = {entry.words for record in DRAFT_RECORDS for entry in entries(record)}
    return [words for words in vocabularies() if words in used]


def spelled(word: Word) -> str:
    return f"{word} ({word.definition})" if word.definition else str(word)


def test_readers_are_told_nothing_of_what_code_computes() -> None:
    """A model that hears of bounds or coordinates would fill them in."""
    for name in ("minimum", "latitude", "geonames", "party_claim", "crosswalk", "at_least"):
        assert name not in TOLD
    assert len(TOLD.split("\n# ")) == len(DRAFT_RECORDS) + 1


def test_readers_are_told_it_briefly() -> None:
    """The codebook is paid for in every request: it stays within its budget."""
    assert len(TOLD) < 10_000


def test_a_repeated_vocabulary_is_pointed_to() -> None:
    """The second field with the same words names the first, by its path."""
    assert "\nassertion: as operations[].assertion\n" in TOLD
