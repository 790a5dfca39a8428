"""Date phrases as days, counted from the publication date."""

from summarizer.checking.dates.reading import Span, read_date

__all__ = ["Span", "read_date"]
