"""A look at the words of a sentence may save a scan, and never an attack that the scan would find."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer import Article, Draft, open_article
from summarizer.checking.case import Case
from summarizer.checking.omissions.attacks import plain_attacks
from summarizer.checking.omissions.plain import marks_may_be_plain, may_be_plain
from summarizer.patterns.counts import find_counts
from summarizer.patterns.lexicon import phrases
from summarizer.patterns.scan import Scan

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
EMPTY = Draft(relevance="event_report", document_type="news", headline="-", abstract="-")
TELLING = ("event", "generic", "deed", "light", "means", "speech")
NAMING = ("head", "belligerent", "platform", "person", "nation", "demonym", "capital", "place")
LITTLE = (
    "the a of in on near and by with to had been was were will would did said that between after under "
    "from three several against who"
).split()


def sentences(article: Article) -> Iterator[tuple[str, bool]]:
    """Yield the sentences of an article, each with whether its words may tell of a plain attack."""
    case = Case(article, EMPTY)
    for sentence, words, in_order in zip(
        article.sentences, case.words_by_sentence, case.words_in_order, strict=True
    ):
        yield sentence.text, may_be_plain(words, in_order)


def passed_over(article: Article) -> list[str]:
    """Return the sentences in which a scan finds an attack or harm, though their words do not tell."""
    scans = [Scan(text) for text, may in sentences(article) if not may]
    return [
        scan.tokens.text
        for scan in scans
        if find_counts(scan) or any(True for _ in plain_attacks(scan, find_counts(scan)))
    ]


@pytest.mark.parametrize(
    ("sentence", "may"),
    [
        ("Soldiers stormed the town.", True),
        ("An explosion was heard in the town.", False),
        ("An explosion was heard in the town, killing two.", True),
        ("Rebels launched an attack.", True),
        ("The rebels' attack began at dawn.", True),
        ("A Taliban attack shook the town.", True),
        ("The attack by militants went on.", True),
        ("Soldiers heard an explosion.", False),
        ("Militants strike towns.", True),
        ("A strike has damaged the clinic, soldiers said.", False),
        ("Planes did strike the town.", True),
        ("U.S. airstrikes were reported.", True),
    ],
)
def test_a_noun_needs_somebody_who_attacks_or_is_harmed(sentence: str, may: bool) -> None:
    """The words tell what may be a plain attack."""
    assert [found for _, found in sentences(Article(sentence, title=""))] == [may]


def passed_by_marks(article: Article) -> list[str]:
    """Return the sentences without counts in which attacks are found, though their marks do not tell."""
    scans = [Scan(sentence.text) for sentence in article.sentences]
    return [
        scan.tokens.text
        for scan in scans
        if not (marks_may_be_plain(scan) or find_counts(scan)) and list(plain_attacks(scan, []))
    ]


@pytest.mark.parametrize(
    ("sentence", "may"),
    [
        ("Rebels launched an attack.", True),
        ("Gunmen placed a bomb.", True),
        ("The army took the town.", True),
        ("The town was taken.", True),
        ("The wounded men were taken to a hospital.", False),
        ("The militia heard the battle.", False),
        ("Artillery fire was heard near the army.", False),
        ("Troops fired artillery at the army.", True),
        ("Rockets were fired by rebels.", True),
    ],
)
def test_the_marks_tell_more_than_the_words(sentence: str, may: bool) -> None:
    """Of who attacks, the marks tell what the words leave open."""
    assert marks_may_be_plain(Scan(sentence)) == may


@pytest.mark.parametrize("path", sorted(ARTICLES.iterdir()), ids=lambda path: path.stem)
def test_no_attack_of_an_article_is_passed_over(path: Path) -> None:
    """Where the words of a sentence tell of no plain attack, a scan finds none."""
    article = open_article(path)
    assert passed_over(article) == []
    assert passed_by_marks(article) == []


@pytest.mark.parametrize("seed", range(8))
def test_no_attack_is_passed_over_however_the_words_stand(seed: int) -> None:
    """The same, of sentences that are thrown together from the lexicons."""
    drawn = "\n\n".join(_sentences(random.Random(seed), 250))
    article = Article(drawn, title="", language="en")
    assert any(not may for _, may in sentences(article))
    assert passed_over(article) == []
    assert passed_by_marks(article) == []


def _sentences(draw: random.Random, count: int) -> Iterator[str]:
    known: dict[str, list[str]] = {}
    for word, forms in phrases().items():
        for form in forms:
            written = " ".join((word, *form.rest))
            written = written.upper() if form.case in ("upper", "strict") else written
            known.setdefault(form.entry.kind, []).append(
                written.title() if form.case == "capital" else written
            )
    for _ in range(count):
        words = []
        for _ in range(draw.randint(2, 9)):
            kinds = draw.choice((TELLING, NAMING, None))
            words.append(draw.choice(known[draw.choice(kinds)] if kinds else LITTLE))
        yield f"{' '.join(words).capitalize()[0]}{' '.join(words)[1:]}."
