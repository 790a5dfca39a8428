"""How fast the embedded reader is: articles a second on one core, from article to draft and to report.

    python -m benchmarks.embedded_reader

The fixture articles are read again and again; processor time, the best of five rounds.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from summarizer import Article, Summarizer, open_article
from summarizer.readers.rules import RulesReader

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
ROUNDS = 5
REPEATS = 5


def best(work: Callable[[Article], object], articles: list[Article]) -> float:
    """Return the seconds of processor time that an article takes, in the best of the rounds."""
    for article in articles:
        work(article)
    rounds = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        for _ in range(REPEATS):
            for article in articles:
                work(article)
        rounds.append((time.process_time() - begun) / REPEATS / len(articles))
    return min(rounds)


def main() -> None:
    """Print a line for the draft and one for the whole report."""
    articles = [open_article(path) for path in sorted(ARTICLES.iterdir())]
    words = sum(len(article.text.split()) for article in articles) / len(articles)
    print(f"{len(articles)} articles of {words:.0f} words on average")
    reader = RulesReader()
    with Summarizer(places=False) as summarizer:
        for name, work in (("draft", reader.draft), ("whole report", summarizer.summarize)):
            seconds = best(work, articles)
            print(f"{name:<14} {seconds * 1000:.2f} ms  {1 / seconds:.0f} articles a second")


if __name__ == "__main__":
    main()
