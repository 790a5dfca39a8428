"""Ctrl-C finishes what is in flight and says how to go on; a second one stops at once; SIGTERM likewise."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from summarizer.archive import Ledger
from tests.archive import commands
from tests.archive.commands import Provider
from tests.archive.test_sharing import outcomes, wait_for
from tests.loopback import Endpoint

GO_ON = "the same command goes on from here"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_one_finishes_what_is_in_flight(
    tmp_path: Path, endpoint: Endpoint, number: signal.Signals
) -> None:
    provider = Provider(seconds=0.3)
    ledger = str(tmp_path / "run.db")
    archive = commands.corpus(tmp_path / "a.jsonl", 100)
    command = commands.batch(archive, "--ledger", ledger, "-c", 4, url=provider.serve(endpoint))
    process = commands.start(*command)
    wait_for(lambda: provider.answered.total() >= 4)

    process.send_signal(number)
    _, said = process.communicate(timeout=20)

    assert process.returncode == 130, said
    assert GO_ON in said
    assert "Traceback" not in said
    assert outcomes(ledger)["ok"] == provider.answered.total() < 100
    provider.seconds = 0
    assert commands.run(*command).returncode == 0
    assert outcomes(ledger) == {"ok": 100}
    assert set(provider.asked.values()) == {1}


def test_the_second_one_stops_at_once(tmp_path: Path, endpoint: Endpoint) -> None:
    provider = Provider()
    endpoint.otherwise = endpoint.stalls()
    ledger = str(tmp_path / "run.db")
    archive = commands.corpus(tmp_path / "a.jsonl", 50)
    command = commands.batch(archive, "--ledger", ledger, "-c", 4, url=endpoint.url)
    process = commands.start(*command)
    wait_for(lambda: len(endpoint.requests) >= 4)

    process.send_signal(signal.SIGINT)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=10)

    assert process.returncode == 130, said
    assert GO_ON in said
    assert "articles:" not in said  # what it would count is not what the ledger has
    assert "Traceback" not in said
    provider.serve(endpoint)
    assert commands.run(*command).returncode == 0
    assert outcomes(ledger) == {"ok": 50}


def test_while_the_endpoint_is_down(tmp_path: Path) -> None:
    ledger = str(tmp_path / "run.db")
    archive = commands.corpus(tmp_path / "a.jsonl", 50)
    command = commands.batch(archive, "--ledger", ledger, url="http://127.0.0.1:9/v1")
    process = commands.start(*command)
    wait_for(lambda: in_flight(ledger))

    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)

    assert process.returncode == 130, said
    assert GO_ON in said
    assert set(outcomes(ledger)) == {"not_started"}


@pytest.mark.parametrize("given", ["", '{"text": "Rebels killed 3 soldiers near Gao on Monday."}\n'])
def test_while_standard_input_is_waited_for(tmp_path: Path, given: str) -> None:
    ledger = str(tmp_path / "run.db")
    process = commands.start(*commands.batch("-", "--ledger", ledger), stdin=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.write(given)
    process.stdin.flush()
    wait_for(lambda: running(ledger))

    process.send_signal(signal.SIGINT)
    process.wait(timeout=10)  # its standard input is still open
    _, said = process.communicate()

    assert process.returncode == 130, said
    assert GO_ON in said
    assert "Fatal" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize("lines", [1, 3])
def test_lines_that_came_are_read_while_standard_input_is_waited_for(tmp_path: Path, lines: int) -> None:
    ledger = str(tmp_path / "run.db")
    process = commands.start(*commands.batch("-", "--ledger", ledger), stdin=subprocess.PIPE)
    assert process.stdin is not None
    for number in range(lines):
        process.stdin.write(f'{{"text": "Rebels killed {number} soldiers near Gao on Monday."}}\n')
    process.stdin.flush()

    wait_for(lambda: running(ledger) and outcomes(ledger).get("ok") == lines)
    process.send_signal(signal.SIGINT)
    process.wait(timeout=10)  # its standard input is still open
    _, said = process.communicate()

    assert process.returncode == 130, said
    assert GO_ON in said
    assert outcomes(ledger) == {"ok": lines}


def test_with_the_embedded_reader(tmp_path: Path) -> None:
    ledger = str(tmp_path / "run.db")
    archive = commands.corpus(tmp_path / "a.jsonl", 3000)
    command = commands.batch(archive, "--ledger", ledger)
    process = commands.start(*command)
    wait_for(lambda: in_flight(ledger))

    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)

    assert process.returncode == 130, said
    assert GO_ON in said
    assert outcomes(ledger)["ok"] < 3000


def running(ledger: str) -> bool:
    if not Path(ledger).is_file():
        return False
    with Ledger(ledger, create=True) as book:
        return bool(book.recipes())


def in_flight(ledger: str) -> bool:
    return running(ledger) and bool(outcomes(ledger))
