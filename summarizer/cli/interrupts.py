"""Ctrl-C: the first one finishes what is in flight, the second one stops at once."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType
from typing import TYPE_CHECKING

from summarizer.cli.failing import say

if TYPE_CHECKING:
    from summarizer.archive.run import Run


@contextlib.contextmanager
def stopping(run: Run) -> Iterator[None]:
    """Turn the first SIGINT or SIGTERM into `run.stop`; the next one interrupts as usual."""

    def once(number: int, frame: FrameType | None) -> None:
        for other in signals:
            signal.signal(other, signal.default_int_handler)
        run.stop()
        say("stopping: what is in flight is finished and kept; Ctrl-C again stops at once.")

    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, once) for number in signals]
    try:
        yield
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)
