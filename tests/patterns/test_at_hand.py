"""The scans of the article at hand: made once, for this article only, and gone with it."""

from __future__ import annotations

import gc
from weakref import ref

from summarizer.article import Article
from summarizer.patterns import at_hand
from summarizer.patterns.at_hand import scan_of
from summarizer.patterns.attacks import find_attacks
from summarizer.patterns.scan import Scan

TEXT = "Gunmen ambushed a convoy near Telma. Two soldiers were killed."


def test_a_sentence_is_scanned_once_while_its_article_is_at_hand() -> None:
    article = Article(TEXT)

    assert scan_of(article, 1, "Gunmen fled.") is scan_of(article, 1, "Gunmen fled.")
    assert scan_of(article, 2, "Gunmen fled.").number == 2


def test_an_equal_article_is_scanned_anew() -> None:
    first, second = Article(TEXT), Article(TEXT)

    assert scan_of(first, 1, "Gunmen fled.") is not scan_of(second, 1, "Gunmen fled.")


def test_the_scans_go_with_their_article() -> None:
    article = Article(TEXT)
    scan_of(article, 1, "Gunmen fled.")
    gone = ref(article)
    kept = at_hand._at_hand.scans

    del article
    gc.collect()

    assert gone() is None
    assert not kept


def test_of_a_text_longer_than_any_article_only_so_many_scans_are_kept() -> None:
    article = Article(TEXT)

    for number in range(at_hand._MOST_KEPT + 10):
        scan_of(article, number, "Gunmen fled.")

    assert len(at_hand._at_hand.scans) == at_hand._MOST_KEPT
    assert scan_of(article, at_hand._MOST_KEPT + 5, "Gunmen fled.").number == at_hand._MOST_KEPT + 5


def test_a_finder_that_is_asked_again_gives_what_it_gave() -> None:
    scan = Scan("Gunmen ambushed a convoy near Telma.")

    assert find_attacks(scan) is find_attacks(scan)
    assert find_attacks(scan) == find_attacks(Scan("Gunmen ambushed a convoy near Telma."))
