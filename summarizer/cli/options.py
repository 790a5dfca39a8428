"""Options that several commands share, so that they read the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        "-m",
        envvar="SUMMARIZER_MODEL",
        help="Who reads: rules (embedded, the default: no key, no network) or a provider's model, "
        "for example openai/gpt-4.1-mini or ollama/llama3.1. Only a named model can cost money.",
    ),
]
BaseUrl = Annotated[
    str | None,
    typer.Option(
        "--base-url",
        help="Address of a server that speaks OpenAI's protocol (vLLM, llama.cpp, LM Studio); "
        "otherwise OPENAI_BASE_URL.",
    ),
]
Prompts = Annotated[
    Path | None,
    typer.Option("--prompts", help="A directory with prompts of your own (see prompts/README.md)."),
]
Timeout = Annotated[float, typer.Option("--timeout", min=1, help="Seconds that one request may take.")]
Ledger = Annotated[
    str,
    typer.Option(
        "--ledger",
        "-l",
        metavar="run.db",
        help="Where everything is written down: a SQLite file, made if it is not there, or a URL "
        "(postgresql://user@host/name).",
    ),
]
TheLedger = Annotated[
    str, typer.Argument(metavar="LEDGER", help="A SQLite file or a postgresql:// URL, made by batch.")
]
Whose = Annotated[
    str | None,
    typer.Option(
        "--reader", help="Whose reports, where several have read: rules, openai/…; the latest run's."
    ),
]
Repair = Annotated[
    bool,
    typer.Option(
        "--repair/--no-repair", help="Ask a model once more about records in which the checks find errors."
    ),
]
Places = Annotated[
    bool,
    typer.Option("--places/--no-places", help="Look places up, where summarizer[places] is installed."),
]
Encoding = Annotated[str, typer.Option("--encoding", help="Text encoding of what is read.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file instead of standard output.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No notices on stderr.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]
