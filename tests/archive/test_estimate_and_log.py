"""An estimate calls nobody and comes close; a log holds no text and no key."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.archive import commands
from tests.archive.commands import Provider
from tests.loopback import KEY, Endpoint


def test_an_estimate_calls_nobody_makes_nothing_and_comes_close(tmp_path: Path, endpoint: Endpoint) -> None:
    provider = Provider(tokens=(700, 300))
    url = provider.serve(endpoint)
    archive = commands.corpus(tmp_path / "a.jsonl", 100)
    ledger = tmp_path / "run.db"
    command = commands.batch(archive, "--ledger", ledger, url=url)

    first = commands.run(*command, "--estimate")
    assert first.returncode == 0, first.stderr
    assert not ledger.exists()
    assert not endpoint.requests
    assert commands.run(*command, "--limit", 20).returncode == 0
    told = commands.run(*command, "--estimate").stdout
    assert len(endpoint.requests) == 20
    before = provider.billed_usd
    assert commands.run(*command).returncode == 0

    found = re.search(r"about ([\d.]+) USD", told)
    assert found, told
    assert abs(float(found[1]) / (provider.billed_usd - before) - 1) < 0.1


def test_a_log_holds_an_outcome_a_line_and_no_text_and_no_key(tmp_path: Path, endpoint: Endpoint) -> None:
    provider = Provider(replies={3: Endpoint.fails(400, f"what is {KEY}")})
    archive = commands.corpus(tmp_path / "a.jsonl", 20)
    log = tmp_path / "log.jsonl"
    command = commands.batch(archive, "--ledger", tmp_path / "run.db", "-q", url=provider.serve(endpoint))

    done = commands.run(*command, "--log-file", log)

    text = log.read_text(encoding="utf-8")
    assert len([json.loads(line) for line in text.splitlines()]) == 20
    for said in (text, done.stderr, done.stdout):
        assert KEY not in said
        assert "Rebels killed" not in said


def test_the_log_s_fields_are_the_documented_ones_and_stored_tells_whose_they_are(tmp_path: Path) -> None:
    archive = commands.corpus(tmp_path / "a.jsonl", 2)
    log = tmp_path / "log.jsonl"
    command = commands.batch(archive, "--ledger", tmp_path / "run.db", "-q", "--log-file", log)

    commands.run(*command)
    commands.run(*command)

    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [line["stored"] for line in lines] == [False, False, True, True]
    page = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")
    section = page.partition("\n## The log\n")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(lines[0])
