"""`--no-repair`, and what the command line says of a repair that failed."""

from __future__ import annotations

import json
from typing import Any

from tests.cli.test_command_line import run
from tests.cli.test_model_faults import ask
from tests.loopback import DRAFT, Endpoint

NAMED = {**DRAFT["actors"][0], "name": "Syrian Democratic Forces"}
WRONG = {**DRAFT, "actors": [{**NAMED, "name": "Nubian Democratic Forces"}]}
MENDED: dict[str, Any] = {"sources": [], "actors": [NAMED], "operations": [], "casualties": []}


def test_a_model_is_asked_again_unless_told_not_to(endpoint: Endpoint) -> None:
    endpoint.then(endpoint.answers(WRONG), endpoint.answers(MENDED), endpoint.answers(WRONG))
    arguments, env = ask(endpoint, "--format", "json")

    mended = run(*arguments, env=env)
    left = run(*arguments, "--no-repair", env=env)

    assert (mended.returncode, mended.stderr) == (left.returncode, left.stderr) == (0, "")
    assert json.loads(mended.stdout)["actors"][0]["name"] == NAMED["name"]
    assert json.loads(left.stdout)["actors"][0]["name"] == "Nubian Democratic Forces"
    assert len(endpoint.requests) == 3


def test_a_repair_that_failed_is_a_notice_beside_the_report(endpoint: Endpoint) -> None:
    endpoint.then(endpoint.answers(WRONG), endpoint.answers(None, refusal="I will not."))
    arguments, env = ask(endpoint, "--format", "json")

    result = run(*arguments, env=env)

    assert result.returncode == 0
    assert json.loads(result.stdout)["provenance"]["attempts"] == 2
    assert "I will not" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
