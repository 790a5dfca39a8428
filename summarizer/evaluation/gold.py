"""The gold: what people say that an article says; its form stands in docs/evaluation.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from summarizer.errors import Unreadable
from summarizer.evaluation.bounds import Bounds
from summarizer.evaluation.days import Days, parse_days
from summarizer.evaluation.lines import each_json, first_error
from summarizer.schema.vocabulary import Outcome, Relevance, Scope, VictimStatus

LAYERS = ("actors", "victims", "targets", "casualties", "locations", "event_types", "dates", "weapons")


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _days(value: Any) -> Any:
    if isinstance(value, list | tuple) and len(value) == 2 and all(isinstance(end, str) for end in value):
        return Days(parse_days(value[0]).start, parse_days(value[1]).end)
    return value


class _Form(BaseModel):
    """A part of the form; unknown fields are kept aside, for data sets have notes of their own."""

    model_config = ConfigDict(extra="allow", frozen=True)


class GoldName(_Form):
    """A thing with a name, and every form under which it may be found."""

    names: Annotated[list[str], Field(min_length=1)]
    roles: list[str] = []
    """Of an actor: what it does (`ParticipantRole`). Of a victim: descriptions that serve as names."""
    side: str | None = None
    """Actors of one letter stand together, those of two letters against each other."""
    optional: bool = False
    type: str | None = None
    level: str | int | None = None


class GoldCount(_Form):
    """A count that the text states; low 0 and high 0 is an explicit zero."""

    outcome: Outcome
    low: int | None = None
    high: int | None = None
    alts: list[Bounds] = []
    """Other bounds that are right as well."""
    who: Annotated[list[str], BeforeValidator(_listed)] = []
    vague: bool = False
    minimum: bool = False
    approximate: bool = Field(False, validation_alias=AliasChoices("approx", "approximate"))
    number_unknown: bool = False
    scope: Scope = Scope.EVENT
    part: bool = False
    rival: bool = False
    optional: bool = False
    status: VictimStatus | None = None

    @model_validator(mode="after")
    def _is_a_count(self) -> Self:
        for low, high in (self.bounds, *self.alts):
            if min(low or 0, high or 0) < 0 or (low is not None and high is not None and low > high):
                raise ValueError(f"{low} to {high} is no count")
        return self

    @property
    def bounds(self) -> Bounds:
        """The bounds as given."""
        return Bounds(self.low, self.high)


class GoldDate(_Form):
    """When something happened: any of these spans is right."""

    alts: Annotated[list[Annotated[Days, BeforeValidator(_days)]], Field(min_length=1)]
    optional: bool = False
    kind: str | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if any(days.start > days.end for days in self.alts):
            raise ValueError("a date ends before it starts")
        return self


class GoldLayers(_Form):
    """What was annotated; a layer that is null was not."""

    actors: list[GoldName] | None = None
    victims: list[GoldName] | None = None
    targets: list[GoldName] | None = None
    locations: list[GoldName] | None = None
    weapons: list[GoldName] | None = None
    casualties: list[GoldCount] | None = None
    event_types: list[GoldName] | None = None
    dates: list[GoldDate] | None = None


class GoldRecord(_Form):
    """An article's gold."""

    id: str
    dataset: str
    split: str | None = Field(None, validation_alias=AliasChoices("split", "part"))
    title: str | None = None
    published: str | None = None
    text: str | None = None
    article: str | None = None
    """The file of the article, where the text is not in the record."""
    relevance: Relevance | None = None
    meta: dict[str, Any] = {}
    gold: GoldLayers
    complete: dict[str, bool] = {}

    @model_validator(mode="after")
    def _has_known_layers(self) -> Self:
        unknown = [layer for layer in self.complete if layer not in (*LAYERS, "relevance")]
        if unknown:
            raise ValueError(f"complete names {unknown[0]!r}, which is no layer")
        return self

    def is_complete(self, layer: str) -> bool:
        """Whether the annotators listed everything of a layer; otherwise only recall is measured."""
        return self.complete.get(layer, True)


def read_gold(path: Path | str) -> list[GoldRecord]:
    """Return the gold records of a JSONL file, a .json file or a folder of .json files.

    Raises:
        Unreadable: the file or folder cannot be read, is empty, or holds what is no gold record (with the
            line and field), or two records have one id.
    """
    records: dict[str, GoldRecord] = {}
    for where, value in each_json(path, what="gold"):
        record = _record(where, value)
        if record.id in records:
            raise Unreadable(f"{where}: there is a gold record {record.id!r} already; give each its own id.")
        records[record.id] = record
    if not records:
        raise Unreadable(f"{path} holds no gold record.")
    return list(records.values())


def _record(where: str, value: object) -> GoldRecord:
    from pydantic import ValidationError

    try:
        return GoldRecord.model_validate(value)
    except ValidationError as error:
        raise Unreadable(
            f"{where} is no gold record: {first_error(error)}; docs/evaluation.md has the form."
        ) from None


def required(items: list[GoldName] | list[GoldCount] | list[GoldDate] | None) -> Iterator[Any]:
    """Return the items that are not optional."""
    return (item for item in items or () if not item.optional)
