"""Processes beside a run: the same reports, and nothing lost with them."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from summarizer import Article, Attempt, Draft, Reading, Report, Summarizer
from summarizer.archive import Ledger, OutcomeKind, Run
from summarizer.checked import Checked
from summarizer.provenance import provenance_of
from summarizer.readers.rules import RulesReader
from summarizer.workers import Workers, processes_for
from summarizer.workers.line import Line
from summarizer.workers.workers import FEW
from tests.archive.counting import articles, draft

ARTICLE = Article("Rebels killed 12 soldiers near Gao on Monday, the army said.", published="2020-01-07")
FRENCH = Article(
    "Des rebelles ont tué douze soldats près de Gao lundi, selon un communiqué de l'armée malienne. Le "
    "gouvernement a condamné cette attaque et les habitants de la région ont fui vers le sud."
)


@contextlib.asynccontextmanager
async def ready(count: int = 1) -> AsyncIterator[Workers]:
    """Give workers that have started."""
    workers = Workers(count, places=False)
    try:
        for _ in range(FEW + 1):
            workers.expect()
        await asyncio.gather(*workers._starting)
        assert len(workers._lines) == count
        yield workers
    finally:
        await workers.close()


def line_of(workers: Workers) -> Line:
    [line] = workers._lines
    return line


def pid_of(line: Line) -> int:
    return line.process.pid


def plain(report: Report) -> dict[str, Any]:
    """Return a report without what depends on the clock."""
    return report.model_dump(mode="json", exclude={"provenance": {"seconds", "created"}})


def test_a_worker_reads_and_checks_as_the_run_itself_would() -> None:
    async def read() -> tuple[Checked | None, Checked]:
        async with ready() as workers:
            return await workers.read(ARTICLE), await Summarizer(places=False).read(ARTICLE)

    there, here = asyncio.run(read())

    assert there is not None
    assert there.reading.draft == here.reading.draft
    assert plain(there.report) == plain(here.report)
    assert there.draft_text == here.draft_text
    assert json.loads(there.report_text).keys() == json.loads(here.report_text).keys()
    assert Checked(there.reading, there.report).report_text == there.report_text


def test_a_worker_checks_the_draft_of_any_reader() -> None:
    wrong = draft(ARTICLE).model_copy(update={"dateline": "KIDAL"})
    wrong.actors[0].name = "paratroopers"
    reading = Reading(wrong, [Attempt("ok", 0.5, 10, 5, cost_usd=0.25)], parameters={"temperature": 0})
    provenance = provenance_of(RulesReader(), reading, 1.5)

    async def checked() -> tuple[Checked | None, Checked | None]:
        async with ready() as workers:
            fine = Reading(draft(ARTICLE))
            return await workers.check(ARTICLE, reading, provenance), await workers.check(
                ARTICLE, fine, provenance_of(RulesReader(), fine, 1.5)
            )

    there, fine = asyncio.run(checked())

    assert there is not None and fine is not None
    assert there.report.provenance == provenance
    assert any(finding.code == "name-not-in-text" for finding in there.report.findings)
    assert (there.mendable, fine.mendable) == (True, False)


def test_few_articles_start_nothing() -> None:
    async def read() -> tuple[Checked | None, int]:
        workers = Workers(2, places=False)
        for _ in range(FEW):
            workers.expect()
        return await workers.read(ARTICLE), len(workers._starting)

    assert asyncio.run(read()) == (None, 0)


def test_what_a_worker_cannot_do_is_left_to_the_run_and_costs_nothing_else() -> None:
    async def read() -> list[Checked | None]:
        async with ready() as workers:
            return list(await asyncio.gather(workers.read(FRENCH), workers.read(ARTICLE)))

    foreign, fine = asyncio.run(read())

    assert foreign is None
    assert fine is not None


def test_an_interrupt_at_the_keyboard_is_for_the_run_alone() -> None:
    async def read() -> Checked | None:
        async with ready() as workers:
            os.kill(pid_of(line_of(workers)), signal.SIGINT)
            return await workers.read(ARTICLE)

    assert asyncio.run(read()) is not None


def test_nobody_waits_for_a_worker_that_was_killed() -> None:
    async def read() -> tuple[list[Checked | None], Checked | None]:
        async with ready() as workers:
            waiting = [asyncio.create_task(workers.read(ARTICLE)) for _ in range(200)]
            await asyncio.sleep(0)
            os.kill(pid_of(line_of(workers)), signal.SIGKILL)
            async with asyncio.timeout(30):
                return list(await asyncio.gather(*waiting)), await workers.read(ARTICLE)

    interrupted, later = asyncio.run(read())

    assert None in interrupted
    assert later is None


def test_workers_end_with_the_run() -> None:
    async def started() -> int:
        async with ready() as workers:
            return pid_of(line_of(workers))

    assert not alive(asyncio.run(started()))


def test_workers_end_with_a_run_that_is_killed() -> None:
    script = (
        "import asyncio\n"
        "from tests.workers.test_workers import line_of, pid_of, ready\n"
        "async def main():\n"
        "    async with ready() as workers:\n"
        "        print(pid_of(line_of(workers)), flush=True)\n"
        "        await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        worker = int(run.stdout.readline())
        assert alive(worker)
        run.kill()

    until = time.monotonic() + 30
    while alive(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(worker)


def alive(pid: int) -> bool:
    """Tell whether a process runs; one that nobody has waited for yet runs no more."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


class Archive:
    """Articles that wait, after the first two hundred, for the workers of the run that reads them."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        """Of the workers, once they are there."""

    def articles(self, runs: list[Run], workers: int) -> Iterator[Article]:
        yield from articles(200, published="2020-01-07")
        until = time.monotonic() + 60
        while workers and len(self.lines) < workers:
            assert time.monotonic() < until, "no worker has started"
            time.sleep(0.01)
            self.lines = list(runs[0]._workers._lines)
        yield from articles(300, first=200, published="2020-01-07")
        yield Article(FRENCH.text, source="french.txt")


def outcomes(path: Path, workers: int, *, kill: bool = False) -> tuple[dict[str | None, Any], set[str]]:
    """Return what a run over an archive puts out and what its ledger holds, by source."""
    archive, runs = Archive(), list[Run]()
    out: dict[str | None, Any] = {}
    with Summarizer(places=False) as summarizer, Ledger(path) as ledger:
        run = summarizer.map(archive.articles(runs, workers), ledger=ledger, processes=workers)
        runs.append(run)
        for number, outcome in enumerate(run):
            out[outcome.source] = (outcome.kind, plain(outcome.report) if outcome.report else outcome.reason)
            if kill and number == 300:
                for line in archive.lines:
                    os.kill(pid_of(line), signal.SIGKILL)
        kept = {json.dumps(plain(report), sort_keys=True) for report in ledger.reports()}
    assert all(line.lost for line in archive.lines)
    return out, kept


def test_a_run_with_workers_ends_like_one_without(tmp_path: Path) -> None:
    alone, kept = outcomes(tmp_path / "alone.db", 0)

    assert outcomes(tmp_path / "two.db", 2) == (alone, kept)
    assert len(alone) == 501
    assert alone["french.txt"][0] == OutcomeKind.UNREADABLE


def test_a_run_loses_no_article_with_its_workers(tmp_path: Path) -> None:
    alone = outcomes(tmp_path / "alone.db", 0)

    assert outcomes(tmp_path / "killed.db", 1, kill=True) == alone


class Model:
    """A reader that is not the embedded one, with a second look."""

    name, version = "model", "1"

    def __init__(self) -> None:
        self.repaired = 0

    async def read(self, article: Article) -> Reading:
        await asyncio.sleep(0.01)
        wrong = draft(article)
        wrong.actors[0].name = "paratroopers"
        return Reading(wrong)

    async def repair(self, article: Article, wrong: Draft, doubts: object) -> Reading:
        self.repaired += 1
        return Reading(draft(article))


def test_what_workers_find_wrong_is_mended() -> None:
    reader = Model()

    with Summarizer(reader=reader, places=False) as summarizer:
        reports = [outcome.report for outcome in summarizer.map(articles(300), processes=1)]

    assert reader.repaired == 300
    assert {report.actors[0].name for report in reports if report} == {"soldiers"}


def test_the_embedded_reader_gets_all_cores_and_one_core_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(4)), raising=False)
    assert (processes_for(RulesReader()), processes_for(Model())) == (4, 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    assert (processes_for(RulesReader()), processes_for(Model())) == (0, 0)


LEFT_AT_ONCE = """
import asyncio
from summarizer import Summarizer
from tests.archive.counting import articles

async def main():
    async with Summarizer(places=False) as summarizer:
        async for outcome in summarizer.amap(articles(500), processes=2):
            raise SystemExit(7)

asyncio.run(main())
"""
HELD_TO_THE_END = """
from summarizer import Summarizer
from tests.archive.counting import articles

outcomes = iter(Summarizer(places=False).map(articles(500)))
next(outcomes)
raise SystemExit(7)
"""


@pytest.mark.parametrize("script", [LEFT_AT_ONCE, HELD_TO_THE_END], ids=["left at once", "held to the end"])
def test_a_program_that_leaves_a_run_ends(script: str) -> None:
    """Also while workers start, and where the run is given up only with the interpreter."""
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)

    assert ended.returncode == 7, ended.stderr
    assert not ended.stderr


def test_a_file_of_the_folder_at_hand_is_no_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Archives lie in the folder that the run is started in; what they hold is text and never runs."""
    (tmp_path / "pickle.py").write_text("raise SystemExit('an archive has run')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [path for path in sys.path if path])

    async def read() -> Checked | None:
        async with ready() as workers:
            return await workers.read(ARTICLE)

    assert asyncio.run(read()) is not None
