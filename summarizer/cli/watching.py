"""How a run is shown while it goes on: a line that moves on a terminal, plain lines elsewhere."""

from __future__ import annotations

import contextlib
import math
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.cli.failing import say
from summarizer.output.plain import plain

if TYPE_CHECKING:
    from summarizer.archive.estimate import Estimate
    from summarizer.archive.progress import Progress
    from summarizer.archive.run import Run

_REFRESH_S = 0.25
_LINE_S = 10.0
"""Between two lines where there is no terminal."""


@contextlib.contextmanager
def watching(run: Run, sources: Sequence[str], *, shown: bool) -> Iterator[None]:
    """Show a run's progress on stderr until the block ends; `sources` are counted, to tell the time left."""
    if not shown:
        yield
        return
    show = _on_terminal if sys.stderr.isatty() else _as_lines
    ended = threading.Event()
    pace = _Pace(run)
    # Threads of their own: also a run that waits, and gives no outcome, is to be seen.
    threads = [
        threading.Thread(target=show, args=(pace, ended), daemon=True),
        threading.Thread(target=pace.count, args=(sources, ended), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        for thread in threads:
            thread.join()


def _on_terminal(pace: _Pace, ended: threading.Event) -> None:
    from rich.console import Console
    from rich.live import Live
    from rich.spinner import Spinner
    from rich.text import Text

    spinner = Spinner("dots", Text(""))
    with Live(
        spinner, console=Console(stderr=True), refresh_per_second=1 / _REFRESH_S, transient=True
    ) as live:
        while not ended.wait(_REFRESH_S):
            spinner.update(text=Text(pace.line(), overflow="ellipsis", no_wrap=True))
            live.refresh()


def _as_lines(pace: _Pace, ended: threading.Event) -> None:
    while not ended.wait(_LINE_S):
        say(pace.line())


class _Pace:
    """How fast a run goes now, smoothed over half a minute."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._progress = progress = run.progress
        self._total: int | None = None
        self._marks = [(time.monotonic(), progress.inputs)]

    def count(self, sources: Sequence[str], ended: threading.Event) -> None:
        """Find out how many articles there will be, about."""
        from summarizer.sources.counting import roughly

        self._total = roughly(sources, stopped=ended.is_set) if sources else None

    def line(self) -> str:
        progress, total = self._progress, self._total
        now = time.monotonic()
        self._marks = [mark for mark in self._marks if now - mark[0] < 30] or self._marks[-1:]
        self._marks.append((now, progress.inputs))
        (then, before), (_, done) = self._marks[0], self._marks[-1]
        rate = (done - before) / (now - then) if now > then else 0.0
        parts = [
            f"{done:,}{f' of about {total:,}' if total else ''} articles",
            f"{rate:.1f}/s",
            f"{progress.in_flight} in flight",
        ]
        if progress.calls:
            parts.append(_money(progress))
        if total and total > done and rate > 0:
            parts.append(f"{_duration((total - done) / rate)} left")
        parts += [f"{count:,} {kind}" for kind, count in progress.failures.most_common(3)]
        paused = self._run.paused_s
        if paused > 2:
            parts.append(
                f"waiting {_duration(paused)}: {plain(progress.waiting or 'the endpoint asks for it')}"
            )
        elif progress.waiting:
            parts.append(f"waiting: {plain(progress.waiting)}")
        return " · ".join(parts)


def summary(progress: Progress) -> list[str]:
    """Return what a run came to, in a few lines."""
    counts = ", ".join(
        f"{count:,} {kind.value.replace('_', ' ')}" for kind, count in progress.ended.most_common()
    )
    lines = [f"{_articles(progress.inputs)}: {counts or 'none'}."]
    if progress.stored:
        lines[0] = lines[0][:-1] + f" ({progress.stored:,} of them already in the ledger)."
    if progress.dated_anew:
        lines.append(_dated_anew(progress.dated_anew))
    if progress.not_conflict:
        lines.append(f"of those read by this run {progress.not_conflict:,} not about armed conflict.")
    if progress.taken_up:
        lines.append(f"{progress.taken_up:,} articles that an earlier run had left were taken up.")
    if progress.elsewhere:
        lines.append(f"{progress.elsewhere:,} more are being read by another process.")
    if progress.failures:
        lines += [
            f"{count:,} {kind}, for example: {plain(progress.examples[kind])}"
            for kind, count in progress.failures.most_common()
        ]
    if progress.calls:
        lines.append(
            f"{progress.calls:,} calls, {progress.input_tokens:,} tokens in, {progress.output_tokens:,} out, "
            f"{_money(progress)}."
        )
    read = progress.inputs - progress.stored
    if read and progress.seconds >= 1:
        lines.append(
            f"{_duration(progress.seconds)}, {read / max(progress.seconds, 1e-9):.1f} articles a second."
        )
    return lines


def estimate_lines(estimate: Estimate) -> list[str]:
    """Return an estimate for people: what there is, what it will take, and how far that is to be trusted."""
    rest = [
        ("failed", estimate.failed, "; --retry-failed reads them again"),
        ("elsewhere", estimate.elsewhere, ", being read by another process"),
        ("screened", estimate.screened_out, "; nothing in them speaks of violence"),
    ]
    left = f", {estimate.taken_up:,} of them left by earlier runs" if estimate.taken_up else ""
    lines = [
        f"inputs      {estimate.inputs:,}",
        f"unreadable  {estimate.unreadable:,}",
        f"duplicates  {estimate.duplicates:,}",
        f"done        {estimate.done:,}",
        *(f"{name:<12}{count:,}{words}" for name, count, words in rest if count),
        f"to read     {estimate.to_read:,}{left}",
    ]
    if estimate.input_tokens:
        lines += [
            f"tokens      {estimate.input_tokens:,} in, {estimate.output_tokens:,} out",
            *(f"{name:<12}{words}" for name, words in _grounds(estimate)),
        ]
    return [*lines, f"cost        {_cost(estimate)}"]


def _grounds(estimate: Estimate) -> Iterator[tuple[str, str]]:
    """Yield what the tokens of an estimate rest on."""
    if estimate.tried:
        many = "1 failure" if estimate.tried == 1 else f"{estimate.tried:,} failures"
        yield "failures", f"{many}: as much as the last try took"
    if estimate.tried == estimate.to_read:
        return
    drafted = f"drafts that the embedded reader makes of {_articles(estimate.drafted)}"
    if estimate.measured_on:
        share = f"by what {estimate.measured_on:,} articles of this ledger took, re-asks and repairs included"
        yield "in", f"counted from the requests, and corrected {share}"
        yield "out", f"{drafted}, corrected likewise"
        return
    yield "in", "counted from the characters of the requests; re-asks and repairs are not in it"
    yield "out", f"a guess from {drafted}; --limit 20 first measures it"


def _cost(estimate: Estimate) -> str:
    cost, low, high = estimate.cost_usd, estimate.lowest_usd, estimate.highest_usd
    if cost is None or low is None or high is None:
        return "price not known; give it with --price IN,OUT"
    if not cost:
        return "no cost"
    span = "" if _usd(low) == _usd(high) else f" ({_usd(low)} to {_usd(high)}, as answers turn out)"
    cached = ""
    if not estimate.measured_on and estimate.tried < estimate.to_read:
        cached = "; less where the provider caches the prompt"
    return f"about {_usd(cost)} USD{span}{cached}"


def _usd(cost: float) -> str:
    """Return an amount with three digits that count, and with cents."""
    digits = 2 if cost <= 0 else max(2, 2 - math.floor(math.log10(cost)))
    return f"{cost:,.{digits}f}"


def _dated_anew(count: int) -> str:
    many = "articles were dated anew: their" if count > 1 else "article was dated anew: its"
    return (
        f"{count:,} finished {many} publication date differs from that of the earlier run; if that is not "
        "meant, run it again with the --date-order and --date-field of then."
    )


def _articles(count: int) -> str:
    return f"{count:,} {'article' if count == 1 else 'articles'}"


def _money(progress: Progress) -> str:
    if progress.unpriced:
        return "price not known"
    return f"{progress.cost_usd:.4f} USD" if progress.cost_usd < 1 else f"{progress.cost_usd:,.2f} USD"


def _duration(seconds: float) -> str:
    if seconds < 100:
        return f"{seconds:.1f} s"
    minutes = int(seconds // 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60:02} min"
