"""What an article will take, against completions that were written by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from summarizer import Article, open_article
from summarizer.readers.llm import LLMReader, forecast
from summarizer.readers.rules import RulesReader
from tests.cassettes import FOLDER

ARTICLES = sorted((FOLDER.parent / "articles").iterdir())


def completion(article: Path) -> str:
    """The characters that were written about a fixture article."""
    tape = yaml.safe_load((FOLDER / f"{article.stem}.yaml").read_text(encoding="utf-8"))
    body = json.loads(tape["interactions"][0]["response"]["body"]["string"])
    return str(body["choices"][0]["message"]["content"])


def test_completions_lie_within_what_is_told_of_a_guess() -> None:
    """The fixtures' articles are dense: their completions are at the upper end, and not beyond it."""
    reader = RulesReader()
    written = sum(len(completion(path)) for path in ARTICLES) / forecast.CHARACTERS_PER_JSON_TOKEN
    guessed = sum(
        forecast.answer_tokens(article, reader.draft(article)) for article in map(open_article, ARTICLES)
    )

    low, high = forecast.ANSWER_MARGINS
    assert guessed * low < guessed < written <= guessed * high * 1.02


@pytest.mark.parametrize("name", ["derby-football-report", "typhoon-catanduanes-rescue"])
def test_an_answer_without_a_record_is_short(name: str) -> None:
    """What counts is how much an article tells, not how long it is."""
    path = FOLDER.parent / "articles" / f"{name}.md"
    article = open_article(path)

    guessed = forecast.answer_tokens(article, RulesReader().draft(article))

    assert guessed == pytest.approx(len(completion(path)) / forecast.CHARACTERS_PER_JSON_TOKEN, rel=0.1)


def test_the_request_is_counted_whole() -> None:
    """The prompt and the article, and the schema where the provider puts it before the model."""
    article = Article("Rebels killed 12 soldiers near Gao on Monday.")
    hosted = LLMReader("openai/gpt-4.1-mini", api_key="sk-x", base_url="https://api.openai.com/v1")
    own = LLMReader("openai/m", api_key="sk-x", base_url="http://10.0.0.1:8000/v1")
    sent = sum(len(message["content"]) for message in own._drafting.static)

    assert own.input_tokens(article) == pytest.approx(sent / 3.9, rel=0.02)
    assert 1000 < hosted.input_tokens(article) - own.input_tokens(article) < 2500
