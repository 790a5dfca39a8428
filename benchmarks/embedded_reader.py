"""How fast the embedded reader is: articles a second on one core, from text to draft, report and JSON.

    python -m benchmarks.embedded_reader [ARTICLES...]

The fixture articles, or those of other files and folders, are read again and again; processor time, the best
of five rounds. Each line has the work of the one above it in it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from summarizer import Article, Summarizer, open_articles
from summarizer.readers.rules import RulesReader

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
ROUNDS = 5
LEAST_SECONDS = 0.5
"""Of processor time, that a round takes."""

Text = dict[str, Any]
"""What an `Article` is made of."""


def texts() -> Iterator[Text]:
    """Yield the articles as they are before anything is done with them."""
    for article in open_articles(sys.argv[1:] or [ARTICLES]):
        if isinstance(article, Article):
            yield {"text": article.text, "title": article.title, "published": article.published}


def best(work: Callable[[Text], object], articles: list[Text]) -> float:
    """Return the seconds of processor time that an article takes, in the best of the rounds."""
    for article in articles:
        work(article)
    rounds = []
    for _ in range(ROUNDS):
        begun, done = time.process_time(), 0
        while (seconds := time.process_time() - begun) < LEAST_SECONDS:
            for article in articles:
                work(article)
            done += len(articles)
        rounds.append(seconds / done)
    return min(rounds)


def main() -> None:
    """Print a line for each stage."""
    articles = list(texts())
    words = sum(len(article["text"].split()) for article in articles) / len(articles)
    print(f"{len(articles)} articles of {words:.0f} words on average")
    reader, plain, placing = RulesReader(), Summarizer(places=False), Summarizer()
    stages: dict[str, Callable[[Text], object]] = {
        "article": lambda text: Article(**text),
        "draft": lambda text: reader.draft(Article(**text)),
        "report": lambda text: plain.summarize(Article(**text)),
        "with places": lambda text: placing.summarize(Article(**text)),
        "as JSON": lambda text: placing.summarize(Article(**text)).model_dump_json(),
    }
    for name, work in stages.items():
        seconds = best(work, articles)
        print(f"{name:<12} {seconds * 1000:6.2f} ms  {1 / seconds:6.0f} articles a second")


if __name__ == "__main__":
    main()
