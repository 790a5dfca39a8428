"""What the model is told: a static part that a provider can cache, and the article last."""

from __future__ import annotations

import functools
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from summarizer.errors import UsageError
from summarizer.readers.llm.answer_errors import complaint
from summarizer.resources import shipped
from summarizer.schema import Actor, Casualty, Draft, Operation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

    from summarizer.article import Article, Sentence

Message = dict[str, str]

INSTRUCTIONS = "instructions.md"
EXAMPLES = "examples"

_NUMBERED_LINE = re.compile(r"\[(\d{1,4})\] \S")
SCHEMA_NOTICE = "Answer with one JSON object and nothing else. It satisfies this JSON Schema:\n"


class Example(NamedTuple):
    """A worked example: an article as numbered lines, and the draft that a good reader makes of it."""

    name: str
    lines: str
    draft: Draft


@dataclass(frozen=True)
class Prompt:
    """Instructions, codebook and worked examples; `version` is a hash of all of them."""

    system: str
    examples: tuple[Example, ...]

    @classmethod
    def load(cls, directory: Path | None = None, *, codebook: str = "") -> Prompt:
        """Return the prompt in `directory`, or the one that comes with the package.

        The directory holds `instructions.md` and, in `examples/`, pairs of files: `NAME.md`, an article as
        lines that begin with the sentence's number (`[0] title`, `[1] first sentence`), and `NAME.json`, the
        draft of it. Examples are told in the order of their names.

        Args:
            directory: the user's own prompt, instead of the package's.
            codebook: the vocabulary with its definitions, appended to the instructions.

        Raises:
            UsageError: a file is missing, is not UTF-8, or does not hold what it should.
        """
        source = directory or shipped("prompts")
        instructions = instructions_in(source / INSTRUCTIONS)
        system = f"{instructions}\n\n{codebook.strip()}" if codebook.strip() else instructions
        return cls(system, tuple(_examples(source / EXAMPLES)))

    @functools.cached_property
    def version(self) -> str:
        """A hash of everything that is the same for all articles, 12 hexadecimal digits."""
        return version_of([self.system, SCHEMA_NOTICE, framed("[0] frame"), *self.messages(whole=True)[1:]])

    def messages(self, *, whole: bool, schema: str = "") -> list[Message]:
        """Return the messages before the article's.

        Args:
            whole: write every property of the examples' drafts, as a strict endpoint demands of an answer;
                otherwise leave out what is null or empty.
            schema: the JSON Schema as text, where the endpoint takes it in no other way.
        """
        system = f"{self.system}\n\n{SCHEMA_NOTICE}{schema}" if schema else self.system
        messages = [{"role": "system", "content": system}]
        for example in self.examples:
            answer = example.draft.model_dump_json(exclude_defaults=not whole)
            messages += [
                {"role": "user", "content": framed(example.lines)},
                {"role": "assistant", "content": answer},
            ]
        return messages


def article_message(article: Article) -> Message:
    """Return the article as the last message: one line a sentence, each with its number.

    A line break inside a sentence becomes a space, so no text of the article can begin a line: neither
    number a sentence nor close the frame.
    """
    return {"role": "user", "content": framed(numbered(article.sentences))}


def numbered(sentences: Iterable[Sentence]) -> str:
    """Return the sentences as lines, each with its number."""
    return "\n".join(f"[{sentence.number}] {' '.join(sentence.text.split())}" for sentence in sentences)


def framed(lines: str, name: str = "article") -> str:
    """Return the lines between two marks that carry their hash, which no line can contain."""
    mark = hashlib.sha256(lines.encode(errors="replace")).hexdigest()[:8]
    return f"<{name} {mark}>\n{lines}\n</{name} {mark}>"


def version_of(static: object) -> str:
    """Return the hash of what is the same for all articles, 12 hexadecimal digits."""
    return hashlib.sha256(json.dumps(static, ensure_ascii=False).encode()).hexdigest()[:12]


def instructions_in(path: Traversable) -> str:
    """Return the instructions in a file, or raise `UsageError` where it holds none."""
    instructions = _text(path).strip()
    if not instructions:
        raise UsageError(f"{path} is empty; it has to say what the model shall do.")
    return instructions


def _examples(directory: Traversable) -> list[Example]:
    if not directory.is_dir():
        return []
    names = sorted(entry.name for entry in directory.iterdir())
    articles = [name.removesuffix(".md") for name in names if name.endswith(".md") and name != "README.md"]
    answers = [name.removesuffix(".json") for name in names if name.endswith(".json")]
    for name in set(articles) ^ set(answers):
        raise UsageError(
            f"{directory / name}: an example is two files, {name}.md (article) and {name}.json (draft)."
        )
    return [_example(directory, name) for name in articles]


def _example(directory: Traversable, name: str) -> Example:
    article, answer = directory / f"{name}.md", directory / f"{name}.json"
    lines = [line.strip() for line in _text(article).splitlines() if line.strip()]
    matches = [_NUMBERED_LINE.match(line) for line in lines]
    numbers = [int(match[1]) for match in matches if match]
    if (
        not lines
        or None in matches
        or numbers not in (list(range(len(lines))), list(range(1, len(lines) + 1)))
    ):
        raise UsageError(
            f"{article}: write one sentence a line, each with its number: '[0] title', '[1] first sentence'."
        )
    try:
        draft = Draft.model_validate_json(_text(answer))
    except ValidationError as error:
        raise UsageError(f"{answer} is not a draft: {complaint(error, limit=3)}") from None
    records: list[Actor | Operation | Casualty] = [*draft.actors, *draft.operations, *draft.casualties]
    for record in records:
        if unknown := sorted(set(record.evidence) - set(numbers)):
            raise UsageError(
                f"{answer}: {record.id} cites sentence {unknown[0]}, which {name}.md does not have."
            )
    return Example(name, "\n".join(lines), draft)


def _text(path: Traversable) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageError(
            f"{path} is missing; a prompt directory holds {INSTRUCTIONS} and {EXAMPLES}/."
        ) from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8 text; save it as UTF-8.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}.") from None
