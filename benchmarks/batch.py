"""What a run over an archive takes, beside instructor and a bare loop over aiohttp in the same run.

    python -m benchmarks.batch [model] [memory] [embedded] [faults] [--quick]

model      2,000 articles, 256 in flight, 0.5 s an answer, ledger on: share of the ideal time, and CPU
memory     the most memory at 5,000 and at 100,000 articles
embedded   the embedded reader with a ledger: articles a second on one core, and what a second process brings
faults     429, 500, resets, cut and garbled answers by share, and a limit of requests a minute

Articles are invented (`benchmarks/invented.py`), the endpoint is on this machine (`benchmarks/endpoint.py`),
each client is a process of its own, and clients take turns. CPU is user and system time of the client's
process and of its workers. Without a part, all are run; with `--quick`, smaller.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from benchmarks.batch_clients import Job, Taken
from benchmarks.invented import write

LATENCY_S = 0.5
FAULTS = "429=0.1,500=0.05,reset=0.02,truncated=0.01,malformed=0.01"
TITLES = {"ours": "summarizer", "instructor": "instructor, as documented", "bare": "bare aiohttp loop"}

READERS = {
    "summarizer, ledger, one process": ("ours", 0),
    "summarizer, ledger, one worker": ("ours", 1),
    TITLES["instructor"]: ("instructor", 0),
    TITLES["bare"]: ("bare", 0),
}
"""The clients of `model`, each with its workers; `summarizer batch` takes one."""


@dataclass(frozen=True)
class Sizes:
    """How much of everything."""

    model: int = 2000
    small: int = 5000
    large: int = 100_000
    embedded: int = 1500
    faults: int = 2000
    limited: int = 6000
    slow: int = 600
    rounds: int = 3


QUICK = Sizes(model=1024, small=500, large=3000, embedded=400, faults=600, limited=1000, slow=200, rounds=1)


class Bench:
    """A folder with the archive, and the processes that read it."""

    def __init__(self, folder: Path, sizes: Sizes) -> None:
        self.folder = folder
        self.sizes = sizes
        self._ledgers = 0

    def archive(self, count: int) -> str:
        """Return the path of so many articles."""
        path = self.folder / f"{count}.jsonl"
        return str(path if path.exists() else write(path, count))

    def ledger(self) -> str:
        """Return the path of a ledger that is not there yet."""
        self._ledgers += 1
        return str(self.folder / f"run-{self._ledgers}.db")

    def job(
        self,
        client: str,
        count: int,
        url: str = "",
        *,
        in_flight: int = 64,
        ledger: bool = False,
        processes: int = 0,
    ) -> Job:
        """Return a job of so many articles."""
        path = self.ledger() if ledger else ""
        return Job(client, self.archive(count), count, url, in_flight, path, processes)


def start(job: Job) -> subprocess.Popen[str]:
    """Start a client."""
    command = [sys.executable, "-m", "benchmarks.batch_clients", json.dumps(asdict(job))]
    # The peers print a line for each article that they lose.
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(client: subprocess.Popen[str]) -> Taken:
    """Return what a client took, when it has ended."""
    said, complained = client.communicate()
    if client.returncode:
        raise SystemExit(f"A client failed:\n{complained[-2000:]}")
    return Taken(**json.loads(said.splitlines()[-1]))


def run(job: Job) -> Taken:
    """Return what a job took."""
    return finish(start(job))


@contextlib.contextmanager
def endpoint(*options: str) -> Iterator[str]:
    """Serve for as long as the block lasts; give the address."""
    command = [sys.executable, "-m", "benchmarks.endpoint", *options]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


def seen_by(url: str) -> dict[str, int]:
    """Return what an endpoint has counted."""
    with urllib.request.urlopen(url.removesuffix("/v1") + "/stats") as answer:
        seen: dict[str, int] = json.load(answer)
    return seen


def table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table; the first column is the widest."""
    print(f"\n{title}\n")
    print(f"{columns[0]:<34}" + "".join(f"{column:>19}" for column in columns[1:]))
    for row in rows:
        print(f"{row[0]:<34}" + "".join(f"{cell:>19}" for cell in row[1:]), flush=True)


def model(bench: Bench) -> None:
    """Print the share of the ideal time that each client reaches, and its CPU an article."""
    count, in_flight = bench.sizes.model, 256
    ideal = count * LATENCY_S / in_flight
    best: dict[str, Taken] = {}
    with endpoint("--latency", str(LATENCY_S)) as url:
        for turn in range(bench.sizes.rounds):
            for name, (client, processes) in READERS.items():
                if client == "instructor" and turn:
                    continue  # slow, and much alike every time
                ours = client == "ours"
                job = bench.job(client, count, url, in_flight=in_flight, ledger=ours, processes=processes)
                taken = run(job)
                if name not in best or taken.seconds < best[name].seconds:
                    best[name] = taken
    rows = [
        (
            name,
            f"{taken.seconds:.1f}",
            f"{100 * ideal / taken.seconds:.0f} %",
            f"{1000 * taken.cpu_s / count:.2f}",
            f"{1000 * taken.process_s / count:.2f}",
            f"{taken.finished:,}",
        )
        for name, taken in best.items()
    ]
    title = f"Model: {count:,} articles, {in_flight} in flight, {LATENCY_S} s an answer; ideal {ideal:.1f} s"
    table(title, ("client", "s", "of the ideal", "CPU ms an article", "with imports", "finished"), rows)


def memory(bench: Bench) -> None:
    """Print the most memory that few and many articles take."""
    small, large = bench.sizes.small, bench.sizes.large
    rows = []
    with endpoint("--trivial") as url:
        for name, client, where, few, many in (
            ("summarizer, embedded reader, ledger", "ours", "", small, large),
            ("summarizer, model, ledger", "ours", url, small, large),
            ("instructor, as documented", "instructor", url, small // 10, small // 2),
        ):
            peaks = [
                run(bench.job(client, count, where, ledger=client == "ours")).peak_kib
                for count in (few, many)
            ]
            grown = peaks[1] - peaks[0]
            rows.append(
                (
                    name,
                    f"{few:,}: {peaks[0] / 1024:.0f} MiB",
                    f"{many:,}: {peaks[1] / 1024:.0f} MiB",
                    f"{100 * grown / peaks[0]:+.1f} %",
                    f"{grown / (many - few):.2f}",
                )
            )
    columns = ("client", "peak at few", "peak at many", "growth", "KiB an article")
    table("Memory (resident, peak)", columns, rows)


def embedded(bench: Bench) -> None:
    """Print the embedded reader's articles a second on a core, and what two processes reach on one ledger."""
    count = bench.sizes.embedded
    alone: list[Taken] = []
    single: list[Taken] = []
    pairs: list[tuple[Taken, Taken]] = []
    helped: list[Taken] = []
    for _ in range(bench.sizes.rounds):
        alone.append(run(bench.job("ours", count)))
        single.append(run(bench.job("ours", count, ledger=True)))
        helped.append(run(bench.job("ours", count, ledger=True, processes=2)))
        job = bench.job("ours", count, ledger=True)
        first, second = start(job), start(job)
        pairs.append((finish(first), finish(second)))
    without = min(taken.cpu_s for taken in alone)
    with_ledger = min(taken.cpu_s for taken in single)
    clock = min(taken.seconds for taken in single)
    both = min(max(one.seconds, other.seconds) for one, other in pairs)
    with_workers = min(helped, key=lambda taken: taken.seconds)
    busiest = min(max(one.cpu_s, other.cpu_s) for one, other in pairs)
    rows = [
        (
            "one process, no ledger",
            f"{count / without:.0f}",
            f"{1000 * without / count:.2f}",
            f"{count / min(taken.seconds for taken in alone):.0f}",
            "",
        ),
        (
            "one process, ledger",
            f"{count / with_ledger:.0f}",
            f"{1000 * with_ledger / count:.2f}",
            f"{count / clock:.0f}",
            "1.00",
        ),
        (
            "two processes on one ledger",
            f"{count / busiest:.0f}",
            f"{1000 * min(one.cpu_s + other.cpu_s for one, other in pairs) / count:.2f}",
            f"{count / both:.0f}",
            f"{clock / both:.2f}",
        ),
        (
            "one process with two workers",
            "",
            f"{1000 * with_workers.cpu_s / count:.2f}",
            f"{count / with_workers.seconds:.0f}",
            f"{clock / with_workers.seconds:.2f}",
        ),
    ]
    columns = ("embedded reader", "articles/core s", "CPU ms an article", "articles/s", "times one")
    table(f"Embedded reader: {count:,} articles, best of {bench.sizes.rounds}", columns, rows)
    for one, other in pairs:
        done = one.finished + other.finished
        assert done == count, f"{done} of {count} articles were finished"


def faults(bench: Bench) -> None:
    """Print what becomes of the articles at an endpoint with faults, and at one with a limit."""
    columns = ("client", "finished", "listed", "lost", "answered again", "requests", "s")
    parts = (
        (f"Faults: {FAULTS}", bench.sizes.faults, ("--latency", "0.1", "--faults", FAULTS)),
        ("3,000 requests a minute, 64 workers", bench.sizes.limited, ("--latency", "0.1", "--rpm", "3000")),
        ("600 requests a minute, 64 workers", bench.sizes.slow, ("--latency", "0.1", "--rpm", "600")),
    )
    for title, count, options in parts:
        rows = []
        for client in ("ours", "instructor"):
            with endpoint(*options) as url:
                taken = run(bench.job(client, count, url, ledger=client == "ours"))
                seen = seen_by(url)
            without = count - taken.finished
            listed = sum(taken.lost.values()) if client == "ours" else 0
            rows.append(
                (
                    TITLES[client],
                    f"{taken.finished:,}",
                    f"{listed:,}",
                    f"{without - listed:,} ({100 * (without - listed) / count:.1f} %)",
                    f"{seen.get('answered again', 0):,}",
                    f"{seen['requests']:,}",
                    f"{taken.seconds:.0f}",
                )
            )
        table(f"{title}; {count:,} articles", columns, rows)


PARTS = {"model": model, "memory": memory, "embedded": embedded, "faults": faults}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("part", nargs="*", help=f"of {', '.join(PARTS)}; all where none is named")
    parser.add_argument("--quick", action="store_true", help="fewer articles, one round")
    parser.add_argument("--large", type=int, help="articles of the larger run of `memory`")
    options = parser.parse_args()
    if unknown := set(options.part) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    sizes = QUICK if options.quick else Sizes()
    if options.large:
        sizes = replace(sizes, large=options.large)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), sizes)  # one for all parts: no ledger is met twice
        for name in options.part or PARTS:
            PARTS[name](bench)


if __name__ == "__main__":
    main()
