"""Who fills drafts: the embedded rules reader and the model reader are equals behind one protocol."""

from summarizer.readers.base import Attempt, Doubt, Reader, Reading, Repairer

__all__ = ["Attempt", "Doubt", "Reader", "Reading", "Repairer"]
