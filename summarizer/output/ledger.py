"""The state of a ledger, for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from summarizer.output.plain import plain

if TYPE_CHECKING:
    from pydantic import JsonValue

    from summarizer.archive.status import Reason, RunStatus, Status

_LATEST = 5
"""Runs that are shown."""
_LABEL = 14


def status_text(status: Status) -> str:
    """Return the state of a ledger as a table of lines."""
    lines = [_row("reader", f"{plain(status.reader)}, version {plain(status.reader_version)}")]
    if status.prompt_version:
        lines.append(_row("prompt", status.prompt_version))
    lines.append(_row("inputs", f"{status.articles:,}"))
    for kind, count in status.outcomes.items():
        lines.append(_row(f"  {kind.value}", f"{count:,}"))
        if kind.value == "ok":
            lines.append(_row("", f"of these {status.not_conflict:,} not about armed conflict"))
    if status.gone:
        lines.append(_row("gone", f"{status.gone:,} of these; exports leave them out"))
    if status.missing:
        what = f"{status.missing:,} no longer found, for example {plain(status.missing_example or '')}"
        lines.append(_row("missing", f"{what}; --missing lists them"))
    if status.reasons:
        lines += ["", "without a report"]
        for reason in status.reasons:
            lines += _reason(reason)
    lines += ["", *_spent(status), "", "runs"]
    if len(status.runs) > _LATEST:
        lines.append(f"  … {len(status.runs) - _LATEST} earlier")
    lines += [_run(run) for run in status.runs[-_LATEST:]]
    return "\n".join(lines) + "\n"


def failure_line(row: Mapping[str, JsonValue]) -> str:
    """Return an input without a report as one line: source, outcome, reason, between tabs."""
    name = row["source"] or row["id"] or ""
    return "\t".join(plain(str(value)) for value in (name, row["outcome"], row["reason"] or ""))


def _row(label: str, value: str) -> str:
    return f"{label:<{_LABEL}}  {value}"


def _reason(reason: Reason) -> list[str]:
    name = f"{reason.outcome.value}{f' ({reason.error})' if reason.error else ''}"
    return [
        f"  {reason.articles:,} {name}, for example {plain(reason.example)}:",
        f"      {plain(reason.reason or '')}",
    ]


def _spent(status: Status) -> list[str]:
    if not status.calls:
        return [_row("cost", "nothing: no call was made")]
    cost = "the price of the model is not known"
    if status.cost_usd is not None:
        cost = f"{status.cost_usd:,.4f} USD"
    if status.lost_usd:
        cost += f", and at most {status.lost_usd:,.4f} USD for calls whose answer never came"
    tokens = f"{status.input_tokens:,} in ({status.cached_tokens:,} cached), {status.output_tokens:,} out"
    return [_row("calls", f"{status.calls:,}"), _row("tokens", tokens), _row("cost", cost)]


def _run(run: RunStatus) -> str:
    ended = f" to {run.ended:%H:%M:%S}" if run.ended else ""
    when = f"{run.started:%Y-%m-%d %H:%M:%S}{ended} UTC"
    return f"  {run.number}  {when}  {plain(run.reader)}  {plain(run.ending or '')}"
