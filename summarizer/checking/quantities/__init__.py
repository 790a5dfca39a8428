"""Count phrases as numbers: what they say, and where they stand."""

from summarizer.checking.quantities.evidence import stands_in
from summarizer.checking.quantities.reading import Reading, read_count

__all__ = ["Reading", "read_count", "stands_in"]
