"""Options that several commands have."""

from __future__ import annotations

from collections import defaultdict

import typer.main
from typer.core import TyperGroup

from summarizer.cli.app import app

OF_THEIR_OWN = {"--format"}
"""Options of one name whose choices are the command's own."""


def test_an_option_of_several_commands_reads_the_same_everywhere() -> None:
    """The same flags and the same help; only `export` demands an output, and says what for."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    said: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for command in group.commands.values():
        for option in command.params:
            name = max(option.opts, key=len)
            if name.startswith("--") and not option.required and name not in OF_THEIR_OWN:
                said[name].add((*option.opts, *option.secondary_opts, getattr(option, "help", None)))

    assert {"--repair", "--places", "--encoding", "--output"} <= set(said)
    assert {name: forms for name, forms in said.items() if len(forms) > 1} == {}
