"""Where articles come from: one module per format, one door over them."""

from summarizer.sources.articles import open_articles
from summarizer.sources.files import open_article
from summarizer.sources.item import Fields, Limits, UnreadableItem

__all__ = ["Fields", "Limits", "UnreadableItem", "open_article", "open_articles"]
