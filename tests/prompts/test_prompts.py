"""The prompt that comes with the package: its examples are right by the record's own rules, and our own."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from summarizer.article import Article
from summarizer.readers.llm.prompt import Example, Prompt, article_message, framed
from summarizer.schema.codebook import codebook_for_readers

ROOT = Path(__file__).parents[2]
PROMPTS = ROOT / "prompts"
FIXTURES = ROOT / "fixtures" / "articles"

PROMPT = Prompt.load(PROMPTS)
EXAMPLES = PROMPT.examples
INSTRUCTIONS_LIMIT = 3_500
EXAMPLES_LIMIT = 16_000
"""Characters of all examples together; they are paid for, at the cached price, with every article."""
SHARED_RUN = 8
"""So many words in a row, in an example and in a fixture, are no coincidence."""

each_example = pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])


def sentences(example: Example) -> dict[int, str]:
    """The example's sentences by number."""
    numbered = (line.partition("] ") for line in example.lines.split("\n"))
    return {int(number.removeprefix("[")): text for number, _, text in numbered}


def cited(example: Example, evidence: Iterable[int]) -> str:
    """The text of the cited sentences."""
    by_number = sentences(example)
    return "\n".join(by_number[number] for number in evidence)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of so many words."""
    found = words(text)
    return {tuple(found[start : start + length]) for start in range(len(found) - length + 1)}


def test_the_instructions_are_short() -> None:
    """The rules fit on a page: what a small model does not keep in mind helps nobody."""
    assert len(PROMPT.system) <= INSTRUCTIONS_LIMIT


def test_the_instructions_leave_the_fields_to_the_codebook() -> None:
    """No line of the codebook is said a second time, where it could come to differ."""
    definitions = {line.strip() for line in codebook_for_readers().splitlines() if len(line) > 30}
    assert definitions
    assert not [line for line in definitions if line in PROMPT.system]


def test_the_examples_are_few_enough() -> None:
    """All examples together stay under their budget of characters."""
    sizes = [len(e.lines) + len(e.draft.model_dump_json(exclude_defaults=True)) for e in EXAMPLES]
    assert 6 <= len(sizes) <= 9
    assert sum(sizes) <= EXAMPLES_LIMIT


def test_the_examples_cover_the_hardest_cases() -> None:
    """Between them they show what readers most often get wrong."""
    operations = [operation for example in EXAMPLES for operation in example.draft.operations]
    casualties = [casualty for example in EXAMPLES for casualty in example.draft.casualties]
    assert {e.draft.relevance for e in EXAMPLES} == {"event_report", "context_only", "not_conflict"}
    assert {c.relation.kind for c in casualties if c.relation} >= {"part_of", "revises", "rivals"}
    assert {c.scope for c in casualties} >= {"event", "cumulative", "war", "current"}
    assert {c.outcome for c in casualties} >= {
        "killed",
        "killed_or_wounded",
        "captured",
        "detained",
        "abducted",
        "released",
    }
    assert "perpetrator" in {c.victim_status for c in casualties}
    assert "none" in {c.count for c in casualties}
    assert None in {c.count for c in casualties}
    assert {o.assertion for o in operations} >= {"stated", "alleged", "negated"}
    assert {o.stage for o in operations} >= {"planned", "launched", "ongoing", "completed", "failed"}
    assert {o.discourse for o in operations} == {"main", "secondary", "background"}
    assert {p.role for o in operations for p in o.participants} == {
        "initiator",
        "target",
        "participant",
        "supporter",
        "mediator",
        "accused",
    }
    assert any(e.draft.issuer for e in EXAMPLES)
    assert any(actor.belongs_to for e in EXAMPLES for actor in e.draft.actors)


def test_the_last_example_is_not_an_empty_one() -> None:
    """A model leans towards the last answer that it saw; that one has records of every kind."""
    last = EXAMPLES[-1].draft
    assert last.sources and last.actors and last.operations and last.casualties


def test_every_example_is_in_the_readme() -> None:
    """The page for people says what each example teaches, and names none that is gone."""
    listed = re.findall(r"^\| `(\d\d-[\w-]+)` \|", (PROMPTS / "README.md").read_text("utf-8"), re.MULTILINE)
    assert listed == [example.name for example in EXAMPLES]


@each_example
def test_article_is_what_the_model_sees(example: Example) -> None:
    """Read as an article, its text gives the very lines of the file: same sentences, same numbers."""
    title, *body = sentences(example).values()
    assert article_message(Article(" ".join(body), title=title))["content"] == framed(example.lines)


@each_example
def test_draft_leaves_out_what_is_empty(example: Example) -> None:
    """The file holds no null, no empty list and no default, so it shows the shortest right answer."""
    written = json.loads((PROMPTS / "examples" / f"{example.name}.json").read_text(encoding="utf-8"))
    assert written == example.draft.model_dump(mode="json", exclude_defaults=True)


@each_example
def test_composed_texts_keep_their_limits(example: Example) -> None:
    """Headline, abstract and titles are as short as the codebook asks."""
    assert 0 < len(example.draft.headline.split()) <= 12
    assert 0 < len(example.draft.abstract.split()) <= 60
    assert all(0 < len(operation.title.split()) <= 10 for operation in example.draft.operations)


@each_example
def test_ids_are_in_order_and_resolve(example: Example) -> None:
    """Ids count up from 1, and each id that a record refers to is another record's."""
    draft = example.draft
    known = {
        "S": [source.id for source in draft.sources],
        "A": [actor.id for actor in draft.actors],
        "O": [operation.id for operation in draft.operations],
        "C": [casualty.id for casualty in draft.casualties],
    }
    for letter, ids in known.items():
        assert ids == [f"{letter}{number}" for number in range(1, len(ids) + 1)]

    actors = [source.actor for source in draft.sources] + [actor.belongs_to for actor in draft.actors]
    actors += [participant.actor for operation in draft.operations for participant in operation.participants]
    actors += [casualty.victim_actor for casualty in draft.casualties]
    actors += [actor for casualty in draft.casualties for actor in casualty.caused_by]
    assert set(actors) <= {*known["A"], None}
    sources = [source for operation in draft.operations for source in operation.according_to]
    sources += [source for casualty in draft.casualties for source in casualty.according_to]
    assert {*sources, draft.issuer} <= {*known["S"], None}
    operations = [operation for casualty in draft.casualties for operation in casualty.operations]
    assert {*operations, *(operation.part_of for operation in draft.operations)} <= {*known["O"], None}
    for casualty in draft.casualties:
        if casualty.relation:
            assert casualty.relation.to in {*known["C"]} - {casualty.id}


@each_example
def test_not_conflict_has_no_records(example: Example) -> None:
    """Lists are empty where the article is not about armed conflict, and only there."""
    draft = example.draft
    records = [*draft.sources, *draft.actors, *draft.operations, *draft.casualties]
    assert bool(records) == (draft.relevance != "not_conflict")


@each_example
def test_sources_and_dateline_stand_in_the_article(example: Example) -> None:
    """Every speaker is named as the text names it, and so is the place of reporting."""
    article = "\n".join(sentences(example).values())
    for source in example.draft.sources:
        assert source.name in article
    if example.draft.dateline:
        assert sentences(example)[1].startswith(example.draft.dateline)


@each_example
def test_actors_stand_in_their_evidence(example: Example) -> None:
    """Name, aliases and leaders stand in the cited sentences, and each of these has the actor in it."""
    by_number = sentences(example)
    for actor in example.draft.actors:
        forms = [actor.name, *actor.aliases]
        assert actor.evidence
        for form in [*forms, *actor.leaders]:
            assert form in cited(example, actor.evidence)
        for number in actor.evidence:
            assert any(form in by_number[number] for form in [*forms, *actor.leaders])


@each_example
def test_operations_stand_in_their_evidence(example: Example) -> None:
    """Places, dates, aims and damage are copied from the cited sentences."""
    for operation in example.draft.operations:
        text = cited(example, operation.evidence)
        assert text
        for place in operation.places:
            assert (f"{place.relation} {place.name}" if place.relation else place.name) in text
            assert all(larger in text for larger in place.within)
        for phrase in [operation.date, operation.objective, *operation.damage]:
            assert phrase is None or phrase in text


@each_example
def test_casualties_stand_in_their_evidence(example: Example) -> None:
    """Count, victims, period and persons are copied from the cited sentences; counts as whole words."""
    for casualty in example.draft.casualties:
        text = cited(example, casualty.evidence)
        assert text
        if casualty.count is not None:
            assert re.search(rf"(?<!\w){re.escape(casualty.count)}(?!\w)", text)
        assert casualty.victims in text
        assert casualty.period is None or casualty.period in text
        for person in casualty.persons:
            assert person.name in text
            assert person.age is None or str(person.age) in text


@each_example
def test_only_event_counts_belong_to_operations(example: Example) -> None:
    """A toll of a period, since a start or of the war names no operation and says its period."""
    for casualty in example.draft.casualties:
        if casualty.scope in ("period", "cumulative", "war"):
            assert not casualty.operations and casualty.period
        else:
            assert casualty.operations


@each_example
def test_article_is_unlike_the_fixtures(example: Example) -> None:
    """No fixture shares a sentence or eight words in a row with it: a cassette must not test a copy."""
    fixtures = [path for path in FIXTURES.iterdir() if path.is_file()]
    assert fixtures
    own = set().union(*(runs(text, SHARED_RUN) for text in sentences(example).values()))
    for path in fixtures:
        text = html.unescape(path.read_text(encoding="utf-8"))
        assert not own & runs(text, SHARED_RUN), path.name
        flat = f" {' '.join(words(text))} "
        assert not [s for s in sentences(example).values() if f" {' '.join(words(s))} " in flat], path.name


def test_version_follows_what_the_model_sees(tmp_path: Path) -> None:
    """Instructions, codebook and examples make the version; the page for people does not."""
    copy = tmp_path / "prompts"
    shutil.copytree(PROMPTS, copy)
    before = Prompt.load(copy).version
    assert Prompt.load(PROMPTS).version == before

    (copy / "README.md").write_text("Other words.", encoding="utf-8")
    assert Prompt.load(copy).version == before
    assert Prompt.load(copy, codebook="Other words.").version != before

    draft = copy / "examples" / f"{EXAMPLES[0].name}.json"
    draft.write_text(draft.read_text(encoding="utf-8").replace("tea house", "café"), encoding="utf-8")
    changed = Prompt.load(copy).version
    assert changed != before

    (copy / "instructions.md").write_text("Other words.", encoding="utf-8")
    assert Prompt.load(copy).version not in (before, changed)
