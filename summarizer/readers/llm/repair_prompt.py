"""What the model is told when single records go back to it: what is wrong with them, and where to look."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.readers.llm.prompt import (
    SCHEMA_NOTICE,
    Message,
    framed,
    instructions_in,
    numbered,
    version_of,
)
from summarizer.resources import shipped
from summarizer.schema._record import Record
from summarizer.schema.actor import Actor, Source
from summarizer.schema.casualty import Casualty
from summarizer.schema.operation import Operation

if TYPE_CHECKING:
    from summarizer.readers.base import Doubt
    from summarizer.schema.draft import Draft

REPAIR = "repair.md"
_LONGEST_LABEL = 60


class Mended(Record):
    """The records that a model gives anew."""

    sources: list[Source] = []
    actors: list[Actor] = []
    operations: list[Operation] = []
    casualties: list[Casualty] = []


@dataclass(frozen=True)
class RepairPrompt:
    """The instructions of a repair; `version` is a hash of them and of the fixed words around the records."""

    system: str

    @classmethod
    def load(cls, directory: Path | None = None) -> RepairPrompt:
        """Return the prompt in `directory`, or, where it has no `repair.md`, the package's.

        Raises:
            UsageError: the file is empty, is not UTF-8, or cannot be read.
        """
        own = directory / REPAIR if directory is not None else None
        return cls(instructions_in(own if own is not None and own.exists() else shipped("prompts") / REPAIR))

    @functools.cached_property
    def version(self) -> str:
        """A hash of everything that is the same for all repairs, 12 hexadecimal digits."""
        return version_of([self.system, SCHEMA_NOTICE, _content("{}", "{}", "[0] frame")])

    def messages(self, *, whole: bool, schema: str = "") -> list[Message]:
        """Return the messages before the records': there are no examples, so `whole` makes no difference."""
        system = f"{self.system}\n\n{SCHEMA_NOTICE}{schema}" if schema else self.system
        return [{"role": "system", "content": system}]


def repair_message(draft: Draft, doubts: Sequence[Doubt]) -> Message:
    """Return the wrong records, the ids that they may refer to and the sentences concerned, each in a frame.

    Records and ids are JSON, one a line, so nothing that a draft copied from the article can begin a line.
    """
    sentences = {sentence.number: sentence for doubt in doubts for sentence in doubt.sentences}
    return {
        "role": "user",
        "content": _content(
            "\n".join(_doubt_line(doubt) for doubt in doubts),
            _json(_ids(draft)),
            numbered(sentences[number] for number in sorted(sentences)),
        ),
    }


def _content(records: str, ids: str, sentences: str) -> str:
    return "\n\n".join([framed(records, "records"), framed(ids, "ids"), framed(sentences)])


def _doubt_line(doubt: Doubt) -> str:
    findings = [
        {"field": finding.path.partition(".")[2], "code": finding.code, "message": finding.message}
        for finding in doubt.findings
    ]
    return _json({"wrong": findings, "record": doubt.record.model_dump(mode="json")})


def _ids(draft: Draft) -> dict[str, dict[str, str]]:
    """Return every id with a few words that tell whose it is."""
    return {
        "sources": {source.id: _label(source.name) for source in draft.sources},
        "actors": {actor.id: _label(actor.name) for actor in draft.actors},
        "operations": {operation.id: _label(operation.title) for operation in draft.operations},
        "casualties": {
            casualty.id: _label(f"{casualty.outcome}: {casualty.count or ''} {casualty.victims}")
            for casualty in draft.casualties
        },
    }


def _label(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_LABEL else words[:_LONGEST_LABEL] + "…"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
