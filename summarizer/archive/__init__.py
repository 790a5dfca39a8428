"""Batch: an archive read once, paid once, and written down in a ledger."""

from summarizer.archive.ledger import Ledger
from summarizer.archive.outcomes import Outcome, OutcomeKind
from summarizer.archive.progress import Progress
from summarizer.archive.run import Run
from summarizer.archive.status import Status

__all__ = ["Ledger", "Outcome", "OutcomeKind", "Progress", "Run", "Status"]
