"""No key and no prompt in an error, a log or a representation."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

import pytest

from summarizer import errors
from summarizer.readers.llm.connection import connect

KEY = "sk-test-0123456789abcdef"
SCRIPT = """
import asyncio, sys
from summarizer.article import Article
from summarizer.readers.llm import LLMReader, Settings
async def no_pause(seconds): pass
async def go():
    async with LLMReader("openai/m", base_url=sys.argv[1], settings=Settings(sleep=no_pause)) as reader:
        await reader.read(Article("Soldiers died.", title=""))
try:
    asyncio.run(go())
except Exception as error:
    print(type(error).__name__)
"""


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422, 429, 500])
def test_an_endpoint_that_prints_the_key(
    endpoint: Any, read: Any, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    """It stands in no message, no traceback and no log, not even at debug level."""
    caplog.set_level(logging.DEBUG)
    for name in ("openai", "instructor", "httpx", "httpx2", "httpcore", "httpcore2", "asyncio"):
        caplog.set_level(logging.DEBUG, logger=name)
    endpoint.otherwise = endpoint.fails(
        status, f"Incorrect API key provided: {KEY}; model m, sk-other-987654321"
    )

    with pytest.raises(errors.SummarizerError) as caught:
        read()

    shown = "".join(traceback.format_exception(caught.value)) + str(caught.value) + caplog.text
    assert KEY not in shown
    assert "sk-other" not in shown


@pytest.mark.parametrize("fault", ["none", "invalid", "reset", "html"])
def test_no_log_holds_the_prompt_or_the_article(
    endpoint: Any, read: Any, caplog: pytest.LogCaptureFixture, fault: str
) -> None:
    """The SDK logs whole requests at debug level; ours do not get there."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="openai")
    endpoint.otherwise = {
        "none": endpoint.answers(),
        "invalid": endpoint.answers("Two soldiers died in an ambush near Marsa, I would say."),
        "reset": endpoint.resets(),
        "html": endpoint.sends_text(200, "<html>", "text/html"),
    }[fault]

    if fault == "none":
        read()
    else:
        with pytest.raises(errors.SummarizerError):
            read()

    assert "ambush" not in caplog.text
    assert "Fill a draft" not in caplog.text
    assert KEY not in caplog.text


def test_a_connection_does_not_show_its_key() -> None:
    """Neither does the address show what a user wrote into it."""
    connection = connect("openai/m", base_url="http://me:secret@127.0.0.1:9/v1?key=hidden", api_key=KEY)

    endpoint = connection.endpoint(connection.base_url)

    assert KEY not in repr(connection) + repr(endpoint)
    assert endpoint.url == "http://127.0.0.1:9/v1"


def test_a_program_without_logging_gets_nothing_on_stderr(endpoint: Any) -> None:
    """instructor logs its failures as errors, which Python would print."""
    endpoint.otherwise = endpoint.fails(500, "oops")
    environment = {**os.environ, "OPENAI_API_KEY": KEY}

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, endpoint.url],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        timeout=60,
        check=True,
        cwd=Path(__file__).parents[3],
    )

    assert done.stdout == "Unreachable\n"
    assert done.stderr == ""


def test_the_reader_is_imported_without_an_sdk() -> None:
    """openai and instructor take a second to import; they wait for the first article."""
    code = (
        "import sys, summarizer.readers.llm as llm\n"
        "reader = llm.LLMReader('openai/m', api_key='sk-x', codebook='')\n"
        "print(*sorted({'openai', 'instructor', 'genai_prices', 'tenacity', 'aiohttp'} & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
        cwd=Path(__file__).parents[3],
    )

    assert done.stdout == "\n"
