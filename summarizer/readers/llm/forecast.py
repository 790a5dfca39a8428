"""What an article will take, told before anything is sent.

Input is counted from the characters of the very request: no tokenizer is shipped, and each provider has its
own. A token of OpenAI's o200k and cl100k is 3.8 characters of the prompt with its examples, 4.0 of the schema
and 3.9 to 4.4 of an article, so that one number for all is within 3 per cent of a whole request.

How long an answer will be depends on how much an article tells, and a draft of it shows that better than its
length does. Completions have 1.3 times the characters of the embedded reader's drafts over the prompt's plain
examples and 1.6 times over the fixtures' articles, where every sentence tells something; a model that finds
no more than the embedded reader writes as much. Whoever has seen answers should multiply the forecast by
what they had.
"""

from __future__ import annotations

import json

from summarizer.article import Article
from summarizer.readers.llm.connection import Connection
from summarizer.readers.llm.prompt import Message, article_message
from summarizer.readers.llm.strict_schema import strict_schema
from summarizer.schema.draft import Draft

CHARACTERS_PER_TOKEN = 3.9
"""Of ASCII text."""
CHARACTERS_PER_FOREIGN_TOKEN = 2.0
"""Of text in other scripts, between Cyrillic (2.5) and Chinese (1.3)."""
INPUT_MARGIN = 0.05
"""By what share a provider's tokenizer may well count more or less."""
CHARACTERS_PER_JSON_TOKEN = 3.6
"""Of drafts: 3.5 to 3.7 over completions and examples, by the same two."""
ANSWER_PER_DRAFT = 1.15
"""Characters of an answer for one of the embedded reader's draft, both with every property written."""
ANSWER_MARGINS = (1 / 1.15, 1.6 / 1.15)
"""By what answers may well be shorter or longer than that."""
ANSWER_PER_CHARACTER = 2.0
"""Characters of an answer for one of an article that the embedded reader does not read."""
SHORTEST_ANSWER = 400
"""Characters of an answer without a record: every property, a headline and a sentence."""


def static_tokens(messages: list[Message], connection: Connection) -> int:
    """Return the input tokens that all articles share: the prompt, and the schema where it is billed.

    Providers put the schema into what the model reads and bill it; the servers that people run themselves
    make a grammar of it, and count the messages alone.
    """
    tokens = sum(_tokens(message["content"]) for message in messages)
    own = connection.base_url is not None and ".openai." not in connection.base_url
    schema = "" if own else json.dumps(strict_schema(Draft), separators=(",", ":"))
    return round(tokens + _tokens(schema))


def article_tokens(article: Article) -> float:
    """Return the tokens of an article's message."""
    return _tokens(article_message(article)["content"])


def answer_tokens(article: Article, draft: Draft | None) -> float:
    """Return about as many tokens as the answer about an article has.

    Args:
        article: the article.
        draft: the embedded reader's draft of it; None: it reads no such article.
    """
    if draft is None:
        return max(SHORTEST_ANSWER, len(article.text) * ANSWER_PER_CHARACTER) / CHARACTERS_PER_JSON_TOKEN
    characters = len(draft.model_dump_json()) * ANSWER_PER_DRAFT
    return max(SHORTEST_ANSWER, characters) / CHARACTERS_PER_JSON_TOKEN


def _tokens(text: str) -> float:
    if text.isascii():
        return len(text) / CHARACTERS_PER_TOKEN
    plain = sum(map(str.isascii, text))
    return plain / CHARACTERS_PER_TOKEN + (len(text) - plain) / CHARACTERS_PER_FOREIGN_TOKEN
