"""The reader that asks a language model, through instructor."""

from summarizer.readers.llm.reader import LLMReader
from summarizer.readers.llm.settings import Settings

__all__ = ["LLMReader", "Settings"]
