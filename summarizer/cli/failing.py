"""How a command fails: one line on stderr and the documented exit code."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

import typer

from summarizer.errors import SummarizerError

INTERRUPTED = 130


@contextlib.contextmanager
def reporting(*, debug: bool) -> Iterator[None]:
    """Turn errors into one line and an exit code; with `debug`, let them show their traceback."""
    try:
        yield
    except SummarizerError as error:
        if debug:
            raise
        say(" ".join(str(error).split()))
        raise typer.Exit(error.exit_code) from None
    except KeyboardInterrupt:
        say("interrupted; nothing was written.")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # Whoever read our output has gone, for example `head`; Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
    except OSError as error:  # a full disk, a closed stream: whatever we wrote to does not take it
        if debug:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        say(f"the report cannot be written: {error.strerror or error}.")
        raise typer.Exit(1) from None
    except (typer.Exit, typer.Abort, typer.BadParameter):
        raise
    except Exception as error:
        if debug:
            raise
        # Its message may hold text of the article.
        say(f"{type(error).__name__}: a fault of this program, not of yours; --debug shows where. Report it.")
        raise typer.Exit(1) from None


def say(line: str) -> None:
    """Print one line on stderr under the program's name, with control characters made visible."""
    shown = "".join(c if c.isprintable() else repr(c)[1:-1] for c in line)
    # Not typer.echo: it keeps the stream it first saw, past a progress line that has put itself in between.
    sys.stderr.write(f"summarizer: {shown}\n")
    sys.stderr.flush()
