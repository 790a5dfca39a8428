"""`summarizer schema`: the JSON Schema of what comes out, or of what a reader fills."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer


class Shape(StrEnum):
    """A shape with a published schema."""

    REPORT = "report"
    DRAFT = "draft"


def schema(
    shape: Annotated[
        Shape, typer.Argument(help="report: what is published; draft: what a reader fills.")
    ] = Shape.REPORT,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="The draft as a strict endpoint gets it: every property required."),
    ] = False,
) -> None:
    """Print a JSON Schema."""
    if strict:
        if shape is not Shape.DRAFT:
            raise typer.BadParameter(
                "--strict is the form in which a draft is asked for: schema draft --strict."
            )
        import json

        from summarizer.readers.llm.strict_schema import strict_schema
        from summarizer.schema.draft import Draft

        sys.stdout.write(json.dumps(strict_schema(Draft), ensure_ascii=False) + "\n")
        return
    from summarizer.resources import shipped

    sys.stdout.write((shipped("schemas") / f"{shape}.schema.json").read_text(encoding="utf-8"))
