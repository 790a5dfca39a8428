"""Structured, checked summaries of reporting on armed conflict."""

from summarizer._version import __version__

__all__ = ["__version__"]
