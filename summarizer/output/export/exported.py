"""What an export wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Exported:
    """How many rows of what were written where."""

    output: Path
    """The file, or the directory of csv and parquet."""
    files: tuple[Path, ...]
    """Every file written."""
    rows: Mapping[str, int]
    """By what they are: reports; operations, actors, casualties and articles; or places."""
    left_out: int = 0
    """Places of operations without coordinates, which GeoJSON has no room for."""
    replaced: int = 0
    """Files that had been there, and are these now."""

    def __str__(self) -> str:
        """One line for people: "12 operations, 30 actors, … and 10 articles written to tables"."""
        counted = [f"{number:,} {_noun(what, number)}" for what, number in self.rows.items()]
        *head, last = counted
        listed = f"{', '.join(head)} and {last}" if head else last
        where = "standard output" if self.output == STANDARD_OUTPUT else str(self.output)
        without = f"; {self.left_out:,} {_noun('places', self.left_out)} without coordinates left out"
        earlier = f", in place of {self.replaced} earlier {'file' if self.replaced == 1 else 'files'}"
        return (
            f"{listed} written to {where}{earlier if self.replaced else ''}{without if self.left_out else ''}"
        )


STANDARD_OUTPUT = Path("-")
_ONE = {
    "reports": "report",
    "operations": "operation",
    "actors": "actor",
    "casualties": "count of casualties",
    "articles": "article",
    "places": "place",
}
_MANY = {"casualties": "counts of casualties"}


def _noun(what: str, number: int) -> str:
    return _ONE[what] if number == 1 else _MANY.get(what, what)
