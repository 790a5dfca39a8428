"""Text that nobody would write: cut, mixed and joined sentences are read without a fault."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer import Article, open_articles, summarize
from summarizer.readers.rules import RulesReader
from summarizer.schema.vocabulary import Severity

FIXTURES = Path(__file__).parents[3] / "fixtures" / "articles"
Scramble = Callable[[list[str], list[str], random.Random], list[str]]
TEXTS = 150
"""Read in each way."""


def sentences() -> list[str]:
    """Return the sentences of the fixture articles."""
    articles = [item for item in open_articles([FIXTURES]) if isinstance(item, Article)]
    return [sentence.text for article in articles for sentence in article.sentences]


def cut(words: list[str], other: list[str], chance: random.Random) -> list[str]:
    """Return the beginning of a sentence."""
    return words[: chance.randint(1, len(words))]


def begun_late(words: list[str], other: list[str], chance: random.Random) -> list[str]:
    """Return the end of a sentence."""
    return words[chance.randrange(len(words)) :]


def mixed(words: list[str], other: list[str], chance: random.Random) -> list[str]:
    """Return a sentence with three pairs of words exchanged."""
    words = list(words)
    for _ in range(3):
        left, right = chance.randrange(len(words)), chance.randrange(len(words))
        words[left], words[right] = words[right], words[left]
    return words


def joined(words: list[str], other: list[str], chance: random.Random) -> list[str]:
    """Return the beginning of a sentence with another one behind it."""
    return [*cut(words, other, chance), *other]


@pytest.mark.parametrize("scramble", [cut, begun_late, mixed, joined])
@pytest.mark.parametrize("capitals", [False, True], ids=["as written", "in capitals"])
def test_scrambled_text_is_read(scramble: Scramble, capitals: bool) -> None:
    """Whatever stands beside what, a draft comes out that cites sentences of the article."""
    chance, known, reader = random.Random(1), sentences(), RulesReader()
    for _ in range(TEXTS):
        words, other = chance.choice(known).split(), chance.choice(known).split()
        text = " ".join(scramble(words, other, chance))
        article = Article(text.upper() if capitals else text, title="", published="2016-10-06")
        if article.language in (None, "en"):
            draft = reader.draft(article)
            last = article.sentences[-1].number
            assert all(0 <= number <= last for row in draft.casualties for number in row.evidence)


def test_bombers_who_die_alone_have_places() -> None:
    """Two deaths that are no ordinary counts, beside two places, were once a fault of the reader itself."""
    article = Article(
        "A suicide bomber killed himself in an attack in Velim and another bomber killed himself in Daro."
    )
    statuses = {row.victim_status.value for row in RulesReader().draft(article).casualties}
    assert statuses == {"perpetrator"}


@pytest.mark.parametrize(
    "text",
    [
        "A similar attack on people in Gao in October 2017 killed nearly 600 in",
        'two "ATTACK BY "MEMBERS OF GUERRILLAS, LIBERATION ARMY,',
        f"Soldiers{',' * 1400} were killed by rebels in Gao.",
        f"Twelve soldiers, including {'Bah, ' * 280}were killed by rebels in Gao.",
    ],
)
def test_broken_texts_are_read(text: str) -> None:
    """Archives cut their articles off, in the middle of a number or of a name; a table leaves commas."""
    report = summarize(text, title="")

    assert not [finding for finding in report.findings if finding.severity == Severity.ERROR]
