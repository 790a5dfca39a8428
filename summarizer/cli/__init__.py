"""The command line: one module per command, each thin: options, a call, an exit code.

Nothing heavier than typer is imported before a command runs, so that `--help` answers at once.
"""

from summarizer.cli.app import main

__all__ = ["main"]
