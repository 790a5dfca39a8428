"""The embedded reader: fills a draft from English text with lexicons and rules, without network or model."""

from summarizer.readers.rules.reader import RulesReader

__all__ = ["RulesReader"]
