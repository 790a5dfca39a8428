"""The codebook that a human coder reads: every record, field and word with its definition and an example."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

from summarizer.schema._record import Record
from summarizer.schema.entries import (
    DRAFT_RECORDS,
    DRAFTED,
    RECORDS,
    REPORT_RECORDS,
    FieldEntry,
    own_entries,
    summary,
    vocabularies,
)
from summarizer.schema.report import SCHEMA_VERSION
from summarizer.schema.vocabulary import Word

_INTRODUCTION = f"""\
# Codebook

Schema version {SCHEMA_VERSION}. Generated from `summarizer/schema/` by `python -m summarizer.schema.publish`:
do not edit it here. `draft.schema.json` and `report.schema.json` beside it say the same to a program.

A *reader* (a person, a language model, the embedded rules) fills a [draft](#draft): only what takes reading.
Code makes a [report](#report) of it: quantities, dates, places, evidence, totals and findings are computed,
never read.

- **Null is not zero.** Null means that the text does not say, unless a field's own line gives another
  meaning. It is never 0, false or an empty text. A draft may leave out what is null, empty or at its default;
  a report has every field.
- **One record a count.** A reader never merges or adds up counts; `relation` says how they hang together.
- **Whose word.** `assertion` says how the text stands to a claim, `according_to` who makes it. A claim is
  not a fact.
- **Evidence** is cited by sentence number; the title is sentence 0.
- **Ids** (`S1`, `A1`, `O1`, `C1`) hold within one article only.
- **Examples** are invented, and so are their towns and armies. Square brackets mark the words that are meant,
  or hold a sentence's number; an arrow leads from the text to the value. A word without a
  definition means what it says.
"""

_CONVENTIONS = """\
## Counts

A count phrase is stored as it is written, with the bounds that follow from it. The single number that a data
set wants is derived on export, under the name of its convention: the conventions disagree, and none
of them is the text.

- **ACLED**: one number an event: the lowest where reports differ, 3 or 10 where the number is not known (by
  how heavy the fighting is), 0 where no death is reported.
- **GTD**: a number where a number is stated, else blank.
- **Minimum rule** (ISAF, AAN): the smallest number that the words can mean.
- **MUC-4**: the phrase in short form: `12-` is twelve or more, `~20` about twenty, `PLURAL` more than one.

“–”: the convention gives no rule for the phrase. Null as a maximum: no upper bound is stated.
"""

_NOTHING_SAID = ("nothing is said", "**null**, which is not 0", "null", "–", "0", "blank", "0", "–")

Table = dict[str, dict[str, Any]]


@dataclass
class Examples:
    """The contents of `examples/`: invented sentences, and values read from them."""

    values: dict[str, dict[str, str]] = field(default_factory=dict)
    """Vocabulary, word, sentence."""
    fields: dict[str, Table] = field(default_factory=dict)
    """Record, field, `{text, value}`; the text may be missing."""
    null: dict[str, dict[str, str]] = field(default_factory=dict)
    """Record, field, what null means."""
    distinctions: dict[str, list[str]] = field(default_factory=dict)
    """Vocabulary, lines that tell its words apart."""
    rows: list[dict[str, Any]] = field(default_factory=list)
    """The table of count conventions."""


def load_examples() -> Examples:
    """Read `examples/*.toml`. Only the codebook and its tests need them."""
    examples = Examples()
    folder = resources.files("summarizer.schema") / "examples"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith(".toml"):
            continue
        contents = tomllib.loads(file.read_text(encoding="utf-8"))
        for section in ("values", "fields", "null", "distinctions"):
            part = contents.pop(section, {})
            known: dict[str, Any] = getattr(examples, section)
            if twice := known.keys() & part.keys():
                raise ValueError(f"{file.name}: [{section}.{min(twice)}] stands in another file too.")
            known.update(part)
        examples.rows += contents.pop("rows", [])
        if contents:
            raise ValueError(f"{file.name}: [{min(contents)}] is no section of the examples.")
    return examples


def handbook(examples: Examples | None = None) -> str:
    """The codebook as Markdown (GitHub's, with tables)."""
    examples = examples or load_examples()
    parts = [_INTRODUCTION, _contents()]
    parts.append("## Records of a draft\n")
    parts += [_record(record, examples) for record in DRAFT_RECORDS]
    parts.append("## Records of a report\n")
    parts += [_record(record, examples) for record in REPORT_RECORDS]
    parts.append("## Vocabularies\n")
    parts += [_vocabulary(words, examples) for words in vocabularies()]
    parts += [_CONVENTIONS, _conventions(examples)]
    return "\n".join(parts)


def cell(text: str) -> str:
    """A text that stays one cell of a Markdown table, whatever it contains."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


def code_cell(text: str) -> str:
    """The same for a value, as code: only the pipe has to be escaped there."""
    flat = " ".join(text.split()).replace("|", "\\|")
    longest = max((len(run) for run in "".join(c if c == "`" else " " for c in flat).split()), default=0)
    fence = "`" * (longest + 1)
    pad = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{fence}{pad}{flat}{pad}{fence}"


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Rows of cells as a Markdown table."""
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _contents() -> str:
    def links(named: Sequence[type]) -> str:
        return " · ".join(_link(one.__name__) for one in named)

    return (
        "## Contents\n\n"
        f"- [Records of a draft](#records-of-a-draft): {links(DRAFT_RECORDS)}\n"
        f"- [Records of a report](#records-of-a-report): {links(REPORT_RECORDS)}\n"
        f"- [Vocabularies](#vocabularies): {links(vocabularies())}\n"
        "- [Counts](#counts)\n"
    )


def _link(name: str) -> str:
    return f"[{name}](#{name.lower()})"


def _record(record: type[Record], examples: Examples) -> str:
    name = record.__name__
    lines = [f"### {name}\n", summary(record) + ".\n"]
    if record in DRAFTED:
        lines.append(f"It has the fields of {_link(DRAFTED[record].__name__)}, and these:\n")
    shown = examples.fields.get(name, {})
    null = examples.null.get(name, {})
    rows = [
        (
            f"`{entry.name}`",
            _linked_type(entry),
            cell(entry.meaning),
            cell(_left_out(entry, null.get(entry.name, ""), drafted=record in DRAFT_RECORDS)),
            _example(shown.get(entry.name, {})),
        )
        for entry in own_entries(record)
    ]
    lines.append(table(("Field", "Type", "Meaning", "Null or empty", "Example"), rows))
    return "\n".join(lines)


def _linked_type(entry: FieldEntry) -> str:
    text = cell(entry.type_text)
    for named in (entry.words, entry.record):
        if named is not None:
            text = text.replace(named.__name__, _link(named.__name__))
    return text


def _left_out(entry: FieldEntry, null: str, *, drafted: bool) -> str:
    """What it means that a field holds nothing."""
    if entry.nullable:
        return entry.null or f"null: {null or 'the text does not say'}"
    if entry.required:
        return "always there"
    if entry.many:
        return "may be empty"
    return f"`{json.dumps(entry.default)}` when left out" if drafted else f"`{json.dumps(entry.default)}`"


def _example(example: dict[str, Any]) -> str:
    if not example:
        return ""
    value = code_cell(json.dumps(example["value"], ensure_ascii=False, default=_json))
    return f"{cell(example['text'])} → {value}" if "text" in example else value


def _json(value: object) -> str:
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat().replace("+00:00", "Z")
    raise TypeError(f"{value!r} is no value of an example")


def _vocabulary(words: type[Word], examples: Examples) -> str:
    name = words.__name__
    shown = examples.values.get(name, {})
    used = [
        f"`{record.__name__}.{entry.name}`"
        for record in RECORDS
        for entry in own_entries(record)
        if entry.words is words
    ]
    rows = [(f"`{word.value}`", cell(word.definition), cell(shown.get(word.value, ""))) for word in words]
    lines = [
        f"### {name}\n",
        f"{summary(words)}. Used in {', '.join(used)}.\n",
        table(("Word", "Definition", "Example"), rows),
    ]
    if apart := examples.distinctions.get(name):
        lines.append("Telling them apart:\n")
        lines.append("".join(f"- {line}\n" for line in apart))
    return "\n".join(lines)


def _conventions(examples: Examples) -> str:
    head = ("Phrase", "Minimum", "Maximum", "Qualifier", "ACLED", "GTD", "Minimum rule", "MUC-4")
    rows = [
        (
            cell(row["phrase"]),
            str(row.get("minimum", "null")),
            str(row.get("maximum", "null")),
            f"`{row['qualifier']}`",
            *(cell(row[name]) or "–" for name in ("acled", "gtd", "minimum_rule", "muc4")),
        )
        for row in examples.rows
    ]
    return table(head, [*rows, _NOTHING_SAID])
