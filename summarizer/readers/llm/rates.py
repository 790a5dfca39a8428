"""Rates that requests keep to: given by the user, or announced in an endpoint's headers."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping

_BURST_S = 1.0
"""Seconds' worth that may go at once."""
_DURATION = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)(ms|s|m|h|d)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}

_LIMITS = {
    "requests": ("x-ratelimit-limit-requests", "anthropic-ratelimit-requests-limit"),
    "tokens": ("x-ratelimit-limit-tokens", "anthropic-ratelimit-tokens-limit"),
}


class Rate:
    """So many a minute: a bucket that fills steadily and holds a second's worth."""

    def __init__(self, per_minute: float) -> None:
        self.per_minute = per_minute
        self._per_second = per_minute / 60
        self._level = max(1.0, self._per_second * _BURST_S)
        self._at = time.monotonic()

    def delay(self) -> float:
        """Return the seconds until the next request may go.

        One request may take more than the bucket holds; the next ones then wait until that is made good.
        """
        self._fill()
        return max(0.0, (min(1.0, self._most()) - self._level) / self._per_second)

    def take(self, amount: float) -> None:
        """Count a request's amount; a negative one is given back."""
        self._fill()
        self._level = min(self._most(), self._level - amount)

    def _most(self) -> float:
        return max(1.0, self._per_second * _BURST_S)

    def _fill(self) -> None:
        now = time.monotonic()
        self._level = min(self._most(), self._level + (now - self._at) * self._per_second)
        self._at = now


def announced(headers: Mapping[str, str], what: str) -> float | None:
    """Return the limit a minute of "requests" or "tokens" that an endpoint's headers announce, if they do."""
    for name in _LIMITS[what]:
        value = headers.get(name, "")
        if value.isascii() and value.isdigit() and 0 < int(value) < 10**12:
            return float(value)
    return None


def exhausted(headers: Mapping[str, str]) -> float:
    """Return the seconds until an endpoint takes requests again that announces that none are left; else 0."""
    for what in _LIMITS:
        if headers.get(f"x-ratelimit-remaining-{what}") == "0":
            return min(60.0, _duration(headers.get(f"x-ratelimit-reset-{what}", "")))
    return 0.0


def _duration(text: str) -> float:
    """Return the seconds of "6m0s", "120ms" or "1.5"."""
    if text.replace(".", "", 1).isdigit() and len(text) < 12:
        return float(text)
    return sum(float(number) * _SECONDS[unit] for number, unit in _DURATION.findall(text[:40]))
