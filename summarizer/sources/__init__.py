"""Where articles come from: one module per format, one door over them."""

from summarizer.sources.files import open_article

__all__ = ["open_article"]
