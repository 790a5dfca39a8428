"""What is done, what failed and why, and what it cost."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Connection, func, select

from summarizer.archive.outcomes import OutcomeKind
from summarizer.archive.runs import is_alive
from summarizer.archive.tables import articles, purse, readings, recipes, results, runs
from summarizer.schema.vocabulary import Relevance

_REASONS = 20
_NOT_CONFLICT = f'"relevance":"{Relevance.NOT_CONFLICT.value}"'
"""As a stored report says it; in the strings of one every quotation mark has a backslash before it."""


class Reason(BaseModel):
    """Why articles have no report."""

    model_config = ConfigDict(frozen=True)

    outcome: OutcomeKind
    error: str | None
    """Name of the error."""
    articles: int
    example: str
    """Source of one of them."""
    reason: str | None
    """Of that one."""


class RunStatus(BaseModel):
    """One run."""

    model_config = ConfigDict(frozen=True)

    number: int
    reader: str
    started: dt.datetime
    ended: dt.datetime | None
    ending: str | None
    """"finished", "interrupted", "running", "lost" (killed), or the error that stopped it."""


class Status(BaseModel):
    """The state of a ledger for one reader; tokens and costs are of all its calls, failed ones too."""

    model_config = ConfigDict(frozen=True)

    reader: str
    reader_version: str
    prompt_version: str | None
    articles: int
    """Inputs; the outcomes add up to it."""
    outcomes: dict[OutcomeKind, int]
    not_conflict: int
    """Of the inputs that are ok, those judged not to be about armed conflict."""
    gone: int
    """Of the inputs, those that are marked as gone; exports leave them out."""
    missing: int = 0
    """Inputs that are not marked, and that the last run which read their source to the end did not meet."""
    missing_example: str | None = None
    """Source of one of them."""
    reasons: list[Reason]
    calls: int
    input_tokens: int
    output_tokens: int
    cached_tokens: int
    cost_usd: float | None
    """None: the price of a call is not known."""
    lost_usd: float
    """At most so much may have been billed, on top, for calls whose answer was lost in a kill."""
    runs: list[RunStatus]


def status_of(connection: Connection, recipe: int) -> Status:
    """Return the state of a ledger for one recipe."""
    who = connection.execute(select(recipes).where(recipes.c.id == recipe)).mappings().one()
    counted = connection.execute(
        select(results.c.outcome, func.count()).where(results.c.recipe == recipe).group_by(results.c.outcome)
    )
    outcomes = dict.fromkeys(OutcomeKind, 0)
    outcomes.update({OutcomeKind(outcome): count for outcome, count in counted})
    spent = (
        connection.execute(
            select(
                func.coalesce(func.sum(readings.c.calls), 0).label("calls"),
                func.coalesce(func.sum(readings.c.input_tokens), 0).label("input_tokens"),
                func.coalesce(func.sum(readings.c.output_tokens), 0).label("output_tokens"),
                func.coalesce(func.sum(readings.c.cached_tokens), 0).label("cached_tokens"),
                func.sum(readings.c.cost_usd).label("cost"),
                func.count().filter(readings.c.calls > 0, readings.c.cost_usd.is_(None)).label("unpriced"),
            ).where(readings.c.recipe == recipe)
        )
        .mappings()
        .one()
    )
    return Status(
        reader=who["reader"],
        reader_version=who["reader_version"],
        prompt_version=who["prompt_version"],
        articles=sum(outcomes.values()),
        outcomes={kind: count for kind, count in outcomes.items() if count},
        not_conflict=connection.scalar(
            select(func.count())
            .select_from(results.join(readings, readings.c.id == results.c.reading))
            .where(results.c.recipe == recipe, results.c.outcome == OutcomeKind.OK)
            .where(readings.c.report.contains(_NOT_CONFLICT, autoescape=True))
        )
        or 0,
        gone=connection.scalar(
            select(func.count())
            .select_from(results.join(articles, articles.c.id == results.c.article))
            .where(results.c.recipe == recipe, articles.c.gone.is_not(None))
        )
        or 0,
        reasons=_reasons(connection, recipe),
        calls=spent["calls"],
        input_tokens=spent["input_tokens"],
        output_tokens=spent["output_tokens"],
        cached_tokens=spent["cached_tokens"],
        cost_usd=None if spent["unpriced"] else spent["cost"] or 0.0,
        lost_usd=connection.scalar(select(purse.c.lost_usd)) or 0.0,
        runs=_runs(connection),
    )


def _reasons(connection: Connection, recipe: int) -> list[Reason]:
    grouped = (
        select(
            results.c.outcome,
            results.c.error,
            func.count().label("articles"),
            func.min(results.c.article).label("first"),
        )
        .where(results.c.recipe == recipe, results.c.outcome.not_in((OutcomeKind.OK, OutcomeKind.DUPLICATE)))
        .where(results.c.reason.is_not(None))
        .group_by(results.c.outcome, results.c.error)
        .order_by(func.count().desc(), results.c.outcome, results.c.error)
        .limit(_REASONS)
        .subquery()
    )
    statement = (
        select(grouped, articles.c.source, articles.c.archive_id, results.c.reason)
        .join(articles, articles.c.id == grouped.c.first)
        .join(results, (results.c.article == grouped.c.first) & (results.c.recipe == recipe))
        .order_by(grouped.c.articles.desc(), grouped.c.outcome, grouped.c.error)
    )
    return [
        Reason(
            outcome=row["outcome"],
            error=row["error"],
            articles=row["articles"],
            example=row["source"] or row["archive_id"],
            reason=row["reason"],
        )
        for row in connection.execute(statement).mappings()
    ]


def _runs(connection: Connection) -> list[RunStatus]:
    statement = select(runs, recipes.c.reader).join(recipes).order_by(runs.c.id)
    return [
        RunStatus(
            number=row["id"],
            reader=row["reader"],
            started=row["started"].replace(tzinfo=dt.UTC),
            ended=row["ended"].replace(tzinfo=dt.UTC) if row["ended"] else None,
            ending=row["ending"] or ("running" if is_alive(row) else "lost"),
        )
        for row in connection.execute(statement).mappings()
    ]
