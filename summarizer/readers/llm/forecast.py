"""What an article will take, told before anything is sent.

Input is counted from characters: no tokenizer is shipped, and each provider has its own. A token of o200k is
3.8 characters of the prompts; the measure is within a few per cent for English. What a model will answer can
only be guessed before it has answered once, so whoever has seen answers should take their average instead.
"""

from __future__ import annotations

import json

from summarizer.article import Article
from summarizer.readers.llm.connection import Connection
from summarizer.readers.llm.prompt import Message, article_message
from summarizer.readers.llm.strict_schema import strict_schema
from summarizer.readers.llm.usage import Tokens
from summarizer.schema.draft import Draft

CHARACTERS_PER_TOKEN = 3.9
"""Of ASCII text."""
CHARACTERS_PER_FOREIGN_TOKEN = 2.0
"""Of text in other scripts, between Cyrillic (2.5) and Chinese (1.3)."""
ANSWER_PER_ARTICLE = 3.5
"""Characters of an answer for one of an article, the median over the completions of the fixtures' tapes."""
SHORTEST_ANSWER = 400
"""Characters of an answer without a record."""


def static_tokens(messages: list[Message], connection: Connection) -> int:
    """Return the input tokens that all articles share: the prompt, and the schema where it is billed.

    Providers put the schema into what the model reads and bill it; the servers that people run themselves
    make a grammar of it, and count the messages alone.
    """
    tokens = sum(_tokens(message["content"]) for message in messages)
    own = connection.base_url is not None and ".openai." not in connection.base_url
    schema = "" if own else json.dumps(strict_schema(Draft), separators=(",", ":"))
    return round(tokens + _tokens(schema))


def article_tokens(article: Article) -> Tokens:
    """Return the tokens of an article's message, and about as many as an answer about violence has."""
    text = article_message(article)["content"]
    answer = max(SHORTEST_ANSWER, len(text) * ANSWER_PER_ARTICLE) / CHARACTERS_PER_TOKEN
    return Tokens(round(_tokens(text)), round(answer))


def _tokens(text: str) -> float:
    if text.isascii():
        return len(text) / CHARACTERS_PER_TOKEN
    plain = sum(map(str.isascii, text))
    return plain / CHARACTERS_PER_TOKEN + (len(text) - plain) / CHARACTERS_PER_FOREIGN_TOKEN
