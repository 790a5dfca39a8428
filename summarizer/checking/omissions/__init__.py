"""Which sentences state harm, an attack or a belligerent that no record cites.

The wording is found by the pattern finders of `summarizer.patterns`, the embedded reader's own: what they do
not see is not missed here either.
"""

from summarizer.checking.omissions.search import check_omissions

__all__ = ["check_omissions"]
