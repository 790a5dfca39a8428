"""Whether an error is the article's or the endpoint's, and what follows for the run."""

from __future__ import annotations

import time
from enum import StrEnum

from summarizer.errors import (
    BudgetReached,
    Interrupted,
    MissingKey,
    NotAnApi,
    QuotaExhausted,
    RateLimited,
    RequestRejected,
    SummarizerError,
    UnknownModel,
    Unreachable,
    UsageError,
)
from summarizer.readers.llm.gate import ProviderGate

_STRIKES = 3
"""How often an article may fail while the endpoint serves others."""
_TRIES = 6
"""How often an article may fail while nobody is served: then it is the article, once an outage."""
_REJECTIONS = 10
"""Articles that an endpoint may reject before it has taken a single one."""
_LEAST_PATIENCE_S = 300.0
"""An endpoint that asks to wait no longer than this is waited for, however little patience there is."""
_FIRST_PAUSE_S = 5.0
_LONGEST_PAUSE_S = 60.0


class Verdict(StrEnum):
    """What becomes of an article after an error."""

    FINAL = "final"
    """It ends with this error."""
    AGAIN = "again"
    """It is read again, when the gate lets it through."""
    LEFT = "left"
    """It stays as it was: another run may read it."""
    STOP = "stop"
    """It stays as it was, and so does the rest of the archive."""


class Outage:
    """Judges the errors of a run.

    An endpoint that serves nobody is down: the run pauses, and no article is blamed. One that never served
    anybody is given less time, for it is more likely the wrong one.

    Args:
        gate: which knows what was served.
        patience_s: how long an endpoint that has served may be down; a quarter of a minute for each in
            which it never has.
    """

    def __init__(self, gate: ProviderGate, patience_s: float) -> None:
        self._gate = gate
        self._patience_s = patience_s
        self._began: float | None = None
        self._pauses = 0
        self._seen = 0
        self._rejected = 0
        self._blamed: int | None = None

    def judge(self, error: SummarizerError, answered_before: int, strikes: int, tries: int) -> Verdict:
        """Return what becomes of an article that met this error.

        Args:
            error: what ended its reading.
            answered_before: requests that the endpoint had served when its reading began.
            strikes: how often it has failed before while others were served.
            tries: how often it has failed before.
        """
        served = self._gate.answered
        match error:
            case UsageError() | BudgetReached() | MissingKey() | UnknownModel() | QuotaExhausted():
                return Verdict.STOP
            case Interrupted():
                return Verdict.LEFT
            case RequestRejected() if not served:
                self._rejected += 1
                return Verdict.STOP if self._rejected >= _REJECTIONS else Verdict.LEFT
            case NotAnApi() if not served:
                return Verdict.STOP
            case RateLimited() if self._gate.paused_s() > max(self._patience_s, _LEAST_PATIENCE_S):
                return Verdict.STOP
            case RateLimited() | Unreachable() | NotAnApi():
                if served > answered_before:
                    return Verdict.AGAIN if strikes + 1 < _STRIKES else Verdict.FINAL
                if served and tries + 1 >= _TRIES and self._blamed != served:
                    self._blamed = served
                    return Verdict.FINAL
                return self._down()
        return Verdict.FINAL

    def _down(self) -> Verdict:
        now = time.monotonic()
        if self._began is None or self._gate.answered > self._seen:
            self._began, self._pauses, self._seen = now, 0, self._gate.answered
        if now - self._began > (self._patience_s if self._seen else self._patience_s / 30):
            return Verdict.STOP
        if not self._gate.paused_s():
            self._gate.pause(min(_LONGEST_PAUSE_S, _FIRST_PAUSE_S * 2**self._pauses))
            self._pauses += 1
        return Verdict.AGAIN
