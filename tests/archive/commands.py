"""The command line in a process of its own, which can be killed, and a provider that keeps books of it."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.archive.counting import TEXT
from tests.loopback import DRAFT, KEY, Endpoint, Handler, Reply

ROOT = Path(__file__).parents[2]
PRICE = "1000,1000"
"""USD for a million tokens, so that a token is a tenth of a cent."""
_NUMBER = re.compile(r"Rebels killed (\d+) soldiers near Gao")


def corpus(path: Path, amount: int, *, first: int = 0) -> Path:
    """Write an archive of so many different articles, one a line, numbered from `first` + 2."""
    with path.open("w", encoding="utf-8") as stream:
        for number in range(first, first + amount):
            stream.write(
                json.dumps({"text": TEXT.format(number=number + 2), "published": "2020-01-06"}) + "\n"
            )
    return path


def batch(*arguments: object, url: str | None = None) -> list[str]:
    """Return the command `summarizer batch …`, with the model at `url`, else the embedded reader."""
    model = ["--model", "openai/tested", "--base-url", url, "--price", PRICE] if url else ["--model", "rules"]
    return ["batch", *map(str, arguments), "--no-places", "--no-repair", *model]


def start(*arguments: object, **more: object) -> subprocess.Popen[str]:
    """Start `python -m summarizer`, with pipes for its streams."""
    process: subprocess.Popen[str] = subprocess.Popen(
        [sys.executable, "-m", "summarizer", *map(str, arguments)],
        **{  # type: ignore[call-overload]
            "cwd": ROOT,
            "env": environment(),
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "text": True,
            "encoding": "utf-8",
            **more,
        },
    )
    return process


def run(*arguments: object, timeout: float = 60, **more: object) -> subprocess.CompletedProcess[str]:
    """Run `python -m summarizer` to its end."""
    process = start(*arguments, **more)
    try:
        out, err = process.communicate(timeout=timeout)
    finally:
        process.kill()
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def environment() -> Mapping[str, str]:
    """Return an environment with a key and without anybody's settings."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "SUMMARIZER_"))
    }
    return {
        **kept,
        "OPENAI_API_KEY": KEY,
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "error::ResourceWarning",
    }


@dataclass
class Provider:
    """Answers every article, after a while and with faults where it is told to, and remembers it.

    Faults: shares of the requests, by status, or "reset", "truncated" (cut off at the output limit),
    "malformed" (an answer that is no JSON).
    """

    seconds: float = 0.0
    faults: Mapping[object, float] = field(default_factory=dict)
    tokens: tuple[int, int] = (100, 20)
    random_tokens: bool = False
    seed: int = 0
    asked: Counter[int] = field(default_factory=Counter)
    answered: Counter[int] = field(default_factory=Counter)
    """Complete answers by article."""
    asked_after_answer: Counter[int] = field(default_factory=Counter)
    in_flight: int = 0
    most_in_flight: int = 0
    billed_usd: float = 0.0
    times: list[float] = field(default_factory=list)
    """When requests came, by the monotonic clock."""
    down: Reply | None = None
    """What it replies to everybody while this is set."""
    replies: dict[int, Reply] = field(default_factory=dict)
    """What it replies to one article, by its number."""
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def serve(self, endpoint: Endpoint) -> str:
        """Answer for an endpoint; return its address."""
        endpoint.otherwise = self.reply
        return endpoint.url

    def reply(self, handler: Handler) -> None:
        # A re-ask ends with what was wrong, so the article is not always the last message.
        found = _NUMBER.search("\n".join(str(message["content"]) for message in handler.body["messages"]))
        number = int(found[1]) if found else -1
        with self._lock:
            self.times.append(time.monotonic())
            self.asked[number] += 1
            self.asked_after_answer[number] += self.answered[number] > 0
            self.in_flight += 1
            self.most_in_flight = max(self.most_in_flight, self.in_flight)
            fault = self._fault()
            used = (
                (self._random.randint(1, 300), self._random.randint(1, 4000))
                if self.random_tokens
                else self.tokens
            )
        try:
            time.sleep(self.seconds)
            self._answer(handler, number, fault, used)
        finally:
            with self._lock:
                self.in_flight -= 1

    def _fault(self) -> object:
        drawn = self._random.random()
        for fault, share in self.faults.items():
            drawn -= share
            if drawn < 0:
                return fault
        return None

    def _answer(self, handler: Handler, number: int, fault: object, used: tuple[int, int]) -> None:
        if (other := self.replies.get(number) or self.down) is not None:
            other(handler)
        elif isinstance(fault, int):
            Endpoint.fails(fault, "try again", headers={"Retry-After": "0.05"} if fault == 429 else None)(
                handler
            )
        elif fault == "reset":
            self._bill(used)
            Endpoint.resets()(handler)
        else:
            usage = {"prompt_tokens": used[0], "completion_tokens": used[1]}
            self._bill(used)
            if fault == "truncated":
                Endpoint.answers('{"relevance": "event', finish="length", usage=usage)(handler)
            elif fault == "malformed":
                Endpoint.answers('{"relevance: "event_report"}', usage=usage)(handler)
            elif fault == "garbled":
                Endpoint.sends_text(200, '{"choices": [{"mess', "application/json")(handler)
            else:
                with self._lock:
                    self.answered[number] += 1
                Endpoint.answers(DRAFT, usage=usage)(handler)

    def _bill(self, used: tuple[int, int]) -> None:
        with self._lock:
            self.billed_usd += sum(used) * 1000 / 1e6
