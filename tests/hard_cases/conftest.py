"""The gazetteer over the real data, and a reader that asks the loopback endpoint."""

from tests.checking.gazetteer.conftest import gazetteer, index, resolve
from tests.readers.llm.conftest import article, clean_environment, pauses, prompts, read, warm

__all__ = [
    "article",
    "clean_environment",
    "gazetteer",
    "index",
    "pauses",
    "prompts",
    "read",
    "resolve",
    "warm",
]
