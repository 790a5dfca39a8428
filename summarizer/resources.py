"""The files that ship beside the code: prompts and published schemas."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path


def shipped(folder: str) -> Traversable:
    """Return a shipped folder: inside the installed package, or at the top of a checkout."""
    packaged = resources.files("summarizer") / folder
    if packaged.is_dir():
        return packaged
    return Path(__file__).parents[1] / folder
