"""A draft beside its article, and how one thing in it is changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from summarizer import Article, Draft
from summarizer.schema import Actor, Casualty, Operation, Source

AnyRecord = Source | Actor | Operation | Casualty

ATTACKS = frozenset(
    (
        "offensive clash ambush raid armed_attack complex_attack capture_of_territory recapture_of_territory "
        "repelled_attack siege airstrike drone_strike shelling bombardment naval_attack bombing "
        "ied_or_landmine vehicle_bomb suicide_attack grenade_attack chemical_attack attack_on_civilians "
        "targeted_killing execution abduction"
    ).split()
)
"""Types of operations that are attacks."""


class Sample(NamedTuple):
    """A draft beside its article."""

    name: str
    article: Article
    draft: Draft


Planter = Callable[[Sample], Iterator[Sample]]


def changed(sample: Sample, change: Callable[[Draft], object]) -> Sample:
    """Return the sample after a change to a copy of its draft."""
    draft = sample.draft.model_copy(deep=True)
    change(draft)
    return sample._replace(draft=draft)


def citing(draft: Draft) -> list[Actor | Operation | Casualty]:
    """Return the records that cite sentences."""
    return [*draft.actors, *draft.operations, *draft.casualties]


def put(sample: Sample, record: str, field: str, value: object) -> Sample:
    """Return the sample with another value in one field."""

    def change(draft: Draft) -> None:
        records: list[AnyRecord] = [*draft.sources, *citing(draft)]
        setattr(next(known for known in records if known.id == record), field, value)

    return changed(sample, change)


def casualty(draft: Draft, record: str) -> Casualty:
    """Return a count by its id."""
    return next(known for known in draft.casualties if known.id == record)


def rewritten(article: Article, text: str, title: str | None = None) -> Article:
    """Return the article with another text, or another title, published when it was."""
    return Article(
        text, title=title, published=article.published or dt.date(2024, 5, 17), language=article.language
    )
