"""Finished readings into the ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, case, func, insert, select, update

from summarizer._version import __version__
from summarizer.archive.inputs import storable
from summarizer.archive.outcomes import FAILURES, OutcomeKind
from summarizer.archive.runs import now
from summarizer.archive.tables import attempts, purse, readings, results, runs
from summarizer.checked import Checked
from summarizer.errors import SummarizerError
from summarizer.provenance import total_cost
from summarizer.readers.base import Attempt


@dataclass(frozen=True, slots=True)
class Settlement:
    """What became of one claimed reading."""

    run: int
    recipe: int
    row: int
    """Of the article."""
    reading: int
    outcome: OutcomeKind
    attempts: Sequence[Attempt]
    """Those that are not written yet."""
    seconds: float
    checked: Checked | None = None
    """None: there is no report."""
    error: SummarizerError | None = None


_STATES = {
    OutcomeKind.OK: "done",
    OutcomeKind.NOT_STARTED: "open",
    OutcomeKind.SCREENED_OUT: "open",  # another run may not screen
}


def settle(connection: Connection, finished: Sequence[Settlement], *, reserved: bool = False) -> None:
    """Write down finished readings with their calls, their cost and the articles' outcomes.

    With `reserved`, what they cost was set aside and is given back, for now it is spent. Of a reading that
    another run has taken over meanwhile only the calls are written: its own run was taken for dead.
    """
    at = now()
    ours = _still_ours(connection, finished)
    calls = [
        _call(settlement.run, settlement.reading, attempt, at)
        for settlement in finished
        for attempt in settlement.attempts
    ]
    if calls:
        connection.execute(insert(attempts), calls)
    kept = [settlement for settlement in finished if settlement.reading in ours]
    if kept:
        ended = [_reading(settlement, at) for settlement in kept]
        if closed := [row for row in ended if row["_state"] != "open"]:
            connection.execute(_READING, closed)
        if opened := [row for row in ended if row["_state"] == "open"]:  # it keeps the draft that it may have
            connection.execute(_OPENED, [{name: row[name] for name in _OF_AN_OPEN_ONE} for row in opened])
        begun = [_result(settlement, at) for settlement in kept if settlement.outcome not in _LEFT]
        left = [_result(settlement, at) for settlement in kept if settlement.outcome in _LEFT]
        if begun:
            connection.execute(_RESULT, begun)
        if left:  # an earlier failure stands until there is something better
            connection.execute(_RESULT.where(*(results.c.outcome != failure for failure in FAILURES)), left)
            connection.execute(_MET, [{name: row[name] for name in _MET_BY} for row in left])
    made = [attempt for settlement in finished for attempt in settlement.attempts]
    if made:
        _spend(connection, finished[0].run, made, reserved=reserved)


def note(
    connection: Connection,
    run: int,
    reading: int,
    made: Sequence[Attempt],
    checked: Checked | None,
    *,
    reserved: bool,
) -> None:
    """Write down the calls of a reading that goes on, and the draft that it has come to, where it has."""
    at = now()
    if made:
        connection.execute(insert(attempts), [_call(run, reading, attempt, at) for attempt in made])
        ours = (readings.c.id == reading, readings.c.run == run, readings.c.state == "claimed")
        connection.execute(_CALLS.where(*ours), _calls(made))
        _spend(connection, run, made, reserved=reserved)
    if checked is not None:
        drafted = update(readings).where(readings.c.id == reading, readings.c.run == run)
        texts = {"draft": checked.draft_text, "report": checked.report_text, "software_version": __version__}
        connection.execute(drafted.values(texts))


def _spend(connection: Connection, run: int, made: Sequence[Attempt], *, reserved: bool) -> None:
    spent = sum(attempt.cost_usd or 0.0 for attempt in made)
    if spent:
        connection.execute(update(purse).values(spent_usd=purse.c.spent_usd + spent))
        if reserved:
            unreserve(connection, run, spent)


def unreserve(connection: Connection, run: int, usd: float) -> None:
    """Give back what a run had set aside."""
    connection.execute(update(purse).values(reserved_usd=purse.c.reserved_usd - usd))
    connection.execute(update(runs).where(runs.c.id == run).values(reserved_usd=runs.c.reserved_usd - usd))


_LEFT = (OutcomeKind.NOT_STARTED,)
_CALLS = update(readings).values(
    calls=readings.c.calls + bindparam("_calls"),
    input_tokens=readings.c.input_tokens + bindparam("_input"),
    output_tokens=readings.c.output_tokens + bindparam("_output"),
    cached_tokens=readings.c.cached_tokens + bindparam("_cached"),
    # Where the price of one call is not known, that of all of them is not.
    cost_usd=case(
        ((readings.c.calls > 0) & readings.c.cost_usd.is_(None), None),
        else_=func.coalesce(readings.c.cost_usd, 0.0) + bindparam("_cost"),
    ),
)
_READING = _CALLS.where(readings.c.id == bindparam("_reading")).values(
    state=bindparam("_state"),
    draft=bindparam("_draft"),
    report=bindparam("_report"),
    software_version=bindparam("_software"),
    seconds=bindparam("_seconds"),
    finished=bindparam("_at"),
)
_OPENED = _CALLS.where(readings.c.id == bindparam("_reading")).values(
    state=bindparam("_state"), seconds=bindparam("_seconds"), finished=bindparam("_at")
)
_OF_AN_OPEN_ONE = (
    *("_reading", "_state", "_seconds", "_at"),
    *("_calls", "_input", "_output", "_cached", "_cost"),
)
_RESULT = (
    update(results)
    .where(results.c.article == bindparam("_article"), results.c.recipe == bindparam("_recipe"))
    .values(
        outcome=bindparam("_outcome"),
        error=bindparam("_error"),
        reason=bindparam("_reason"),
        reading=bindparam("_its_reading"),
        duplicate_of=None,
        run=bindparam("_run"),
        at=bindparam("_at"),
    )
)
_MET = (
    update(results)
    .where(results.c.article == bindparam("_article"), results.c.recipe == bindparam("_recipe"))
    .values(run=bindparam("_run"))
)
_MET_BY = ("_article", "_recipe", "_run")


def _still_ours(connection: Connection, finished: Sequence[Settlement]) -> set[int]:
    if not finished:
        return set()
    statement = select(readings.c.id).where(
        readings.c.id.in_([settlement.reading for settlement in finished]),
        readings.c.run == finished[0].run,
        readings.c.state == "claimed",
    )
    return set(connection.scalars(statement))


def _call(run: int, reading: int, attempt: Attempt, at: dt.datetime) -> dict[str, object]:
    return {
        "reading": reading,
        "run": run,
        "outcome": attempt.outcome,
        "seconds": attempt.seconds,
        "input_tokens": attempt.input_tokens,
        "output_tokens": attempt.output_tokens,
        "cached_tokens": attempt.cached_tokens,
        "cost_usd": attempt.cost_usd,
        "at": at,
    }


def _reading(settlement: Settlement, at: dt.datetime) -> dict[str, object]:
    return {
        **_calls(settlement.attempts),
        "_reading": settlement.reading,
        "_state": _STATES.get(settlement.outcome, "failed"),
        "_draft": settlement.checked.draft_text if settlement.checked else None,
        "_report": settlement.checked.report_text if settlement.checked else None,
        "_software": __version__,
        "_seconds": round(settlement.seconds, 3),
        "_at": at,
    }


def _calls(made: Sequence[Attempt]) -> dict[str, object]:
    return {
        "_calls": len(made),
        "_input": sum(attempt.input_tokens for attempt in made),
        "_output": sum(attempt.output_tokens for attempt in made),
        "_cached": sum(attempt.cached_tokens for attempt in made),
        "_cost": total_cost(made),
    }


def _result(settlement: Settlement, at: dt.datetime) -> dict[str, object]:
    error = settlement.error
    return {
        "_article": settlement.row,
        "_recipe": settlement.recipe,
        "_outcome": settlement.outcome.value,
        "_error": type(error).__name__ if error else None,
        "_reason": storable(" ".join(str(error).split())) if error else None,
        "_its_reading": settlement.reading,
        "_run": settlement.run,
        "_at": at,
    }
