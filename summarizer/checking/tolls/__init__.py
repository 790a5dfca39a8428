"""What may be added up for an operation, and what never is."""

from summarizer.checking.tolls.toll import toll_of

__all__ = ["toll_of"]
