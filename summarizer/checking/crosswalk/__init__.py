"""An operation in the codes of other data sets, each by a function of its own."""

from summarizer.checking.crosswalk.codes import crosswalk_of

__all__ = ["crosswalk_of"]
