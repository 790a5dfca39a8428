"""Who fills drafts: the embedded rules reader and the model reader are equals behind one protocol."""

from summarizer.readers.base import Attempt, Reader, Reading

__all__ = ["Attempt", "Reader", "Reading"]
