"""The log of a run: a JSON line an outcome, without article text, prompt or key."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from summarizer.archive.outcomes import Outcome
from summarizer.errors import UsageError


@contextlib.contextmanager
def logging_to(path: Path | None) -> Iterator[Callable[[Outcome], None]]:
    """Yield what writes an outcome to a file's end, at once; with None, what writes nothing."""
    if path is None:
        yield lambda outcome: None
        return
    try:
        stream = path.open("a", encoding="utf-8", buffering=1)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}.") from None

    def write(outcome: Outcome) -> None:
        try:
            stream.write(line(outcome))
        except OSError as error:
            raise UsageError(f"{path} cannot be written: {error.strerror or error}.") from None

    try:
        yield write
    finally:
        with contextlib.suppress(OSError):  # what could not be written has been told
            stream.close()


def line(outcome: Outcome) -> str:
    """Return an outcome as a JSON line."""
    return (
        json.dumps(
            {
                "time": dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds"),
                "source": outcome.source,
                "id": outcome.article.id if outcome.article else None,
                "outcome": outcome.kind,
                "stored": outcome.stored,
                "error": type(outcome.error).__name__ if outcome.error else None,
                "reason": outcome.reason,
                "duplicate_of": outcome.duplicate_of,
                "attempts": [
                    {
                        "outcome": attempt.outcome,
                        "seconds": round(attempt.seconds, 3),
                        "input_tokens": attempt.input_tokens,
                        "output_tokens": attempt.output_tokens,
                        "cached_tokens": attempt.cached_tokens,
                        "cost_usd": attempt.cost_usd,
                    }
                    for attempt in outcome.attempts
                ],
            },
            ensure_ascii=False,
        )
        + "\n"
    )
