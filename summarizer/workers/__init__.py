"""Other processes that read and check for a run, so that an archive is not limited by one core."""

from summarizer.workers.workers import Workers, processes_for

__all__ = ["Workers", "processes_for"]
