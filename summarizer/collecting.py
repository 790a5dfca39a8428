"""Garbage collection during a run: less often, because hardly anything that an article leaves is a cycle."""

from __future__ import annotations

import contextlib
import gc
import threading
from collections.abc import Iterator

_YOUNG = 10_000
"""Objects between two looks at the young ones. With more of them, what waits to be collected lies among what
stays, and a run's memory grows by a sixth until it has been everywhere once."""
_lock = threading.Lock()
_runs = 0
_before = gc.get_threshold()


@contextlib.contextmanager
def rarely() -> Iterator[None]:
    """Collect cycles rarely while the block runs, as the process did before when the last such block ends.

    By default Python looks at the young objects after every 700, and so a dozen times an article; that takes
    a sixth of a run's time. Whoever collects more rarely, or never, is left alone.
    """
    global _runs, _before
    with _lock:
        if not _runs:
            _before = gc.get_threshold()
            if 0 < _before[0] < _YOUNG:
                gc.set_threshold(_YOUNG, *_before[1:])
        _runs += 1
    try:
        yield
    finally:
        with _lock:
            _runs -= 1
            if not _runs:
                gc.set_threshold(*_before)
