"""What a language model is told of the records, in as few tokens as tell it all."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.schema._record import Record
from summarizer.schema.draft import Draft
from summarizer.schema.entries import entries
from summarizer.schema.vocabulary import Word

_LEGEND = "`?` may be null: the text does not say. `[]` is a list, empty where there is nothing to list."


def codebook_for_readers() -> str:
    """The fields of a draft, each with its line, and the words with their definitions.

    A field is told by its path (`operations[].places[]`), as the answer's schema has it, and each vocabulary
    once. The text is the same in every process, so it can stand where a provider caches.
    """
    return "\n\n".join([_LEGEND, *_sections(Draft, "", "# The draft", {})]) + "\n"


def _sections(record: type[Record], path: str, title: str, told: dict[type[Word], str]) -> Iterator[str]:
    """The section of a record, and those of the records within it."""
    below: list[Iterator[str]] = []
    lines = [title]
    for entry in entries(record):
        name = entry.name + ("[]" if entry.many else "?" if entry.nullable else "")
        said = "; ".join(part for part in (entry.meaning, entry.null) if part)
        if entry.record is not None:
            heading = f"# {path}{name}: {said}"
            below.append(_sections(entry.record, f"{path}{name}.", heading, told))
        elif entry.words is not None:
            lines.append(_vocabulary_line(entry.words, name, said, path, told))
        else:
            lines.append(f"{name}: {said}" if said else name)
    yield "\n".join(lines)
    for sections in below:
        yield from sections


def _vocabulary_line(words: type[Word], name: str, said: str, path: str, told: dict[type[Word], str]) -> str:
    """A field and its words; where another field has told the words, only which one."""
    if words in told:
        return f"{name}: as {told[words]}"
    told[words] = path + name
    return f"{name}: {said}. {' | '.join(map(_word, words))}"


def _word(word: Word) -> str:
    return f"{word.value} ({word.definition})" if word.definition else word.value
