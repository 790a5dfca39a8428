"""An article: normalised once, numbered sentences, offsets for ever."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import MAX_CHARACTERS, Article
from summarizer.errors import TooLong, Unreadable, UsageError

BODY = "KESRA, Northern Province (Northern Wire) – Rebels left at dawn. “Nobody was hurt,” said a teacher."


def test_the_title_is_sentence_zero() -> None:
    article = Article(BODY, title="Rebels leave Kesra")

    assert [s.number for s in article.sentences] == [0, 1, 2]
    assert article.sentences[0].text == "Rebels leave Kesra"
    assert article.text.startswith("Rebels leave Kesra\n\nKESRA")


def test_a_text_without_a_title_counts_from_one() -> None:
    article = Article(BODY)

    assert [s.number for s in article.sentences] == [1, 2]
    assert article.sentence(0) is None
    assert article.title is None


def test_a_headline_in_the_text_is_recognised() -> None:
    assert Article(f"Rebels leave Kesra\n\n{BODY}").title == "Rebels leave Kesra"


def test_an_empty_title_says_that_there_is_none() -> None:
    assert Article(f"Rebels leave Kesra\n\n{BODY}", title="").title is None


def test_a_title_that_the_body_repeats_is_not_doubled() -> None:
    article = Article(f"Rebels leave Kesra\n\n{BODY}", title="Rebels leave Kesra")

    assert article.text.count("Rebels leave Kesra") == 1


def test_a_reference_number_is_no_title() -> None:
    assert Article("2019-04-S-031\nFor immediate release\n\nTroops found a cache.").title is None


def test_the_dateline_is_read_and_its_agency() -> None:
    article = Article(BODY)

    assert article.dateline is not None
    assert (article.dateline.place, article.agency) == ("KESRA, Northern Province", "Northern Wire")
    assert article.text[article.dateline.end :].startswith("Rebels left")


@pytest.mark.parametrize(
    ("top", "place", "date"),
    [
        ("MARENTO (AFP) — The army", "MARENTO", None),
        ("MARENTO, Oct. 6 (Reuters) - The army", "MARENTO", None),
        ("MARENTO, Sudena (May 31,2011)\nThe army", "MARENTO, Sudena", dt.date(2011, 5, 31)),
        ("SAN MARENTO, 2 MAY 90 (RADIO) -- [TEXT] THE ARMY", "SAN MARENTO", dt.date(1990, 5, 2)),
        ("AL-MARENTO — The army", "AL-MARENTO", None),
        ("MARENTO (SUDENA), 28 APR 89 (WIRE) -- [TEXT] THE ARMY", "MARENTO", dt.date(1989, 4, 28)),
    ],
)
def test_dateline_forms(top: str, place: str, date: dt.date | None) -> None:
    article = Article(f"{top} left the town on foot. It was quiet.")

    assert article.dateline is not None
    assert article.dateline.place == place
    assert article.dateline.date == date


@pytest.mark.parametrize(
    "text", ["The army – or what was left of it – withdrew.", "NATO said it would stay. More."]
)
def test_what_is_no_dateline(text: str) -> None:
    assert Article(text).dateline is None


def test_a_publication_date_is_given_or_printed_or_null() -> None:
    given = Article(BODY, published="2016-10-06")
    printed = Article(f"Rebels leave Kesra\n\nPublished: 6 October 2016\n\n{BODY}")
    neither = Article(BODY)

    assert (given.published, given.published_basis) == (dt.date(2016, 10, 6), "given")
    assert (printed.published, printed.published_basis) == (dt.date(2016, 10, 6), "printed")
    assert (neither.published, neither.published_basis) == (None, None)


def test_a_date_in_a_sentence_is_no_publication_date() -> None:
    assert Article("The treaty was signed on 6 October 2016 in Marento. It held.").published is None


def test_a_byline_names_the_author() -> None:
    assert Article(f"Rebels leave Kesra\n\nBy Lena Okoro\n\n{BODY}").author == "Lena Okoro"


@pytest.mark.parametrize("value", ["2017-13-45", "yesterday", "06/10/2016"])
def test_a_wrong_publication_date_says_how_to_write_one(value: str) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        Article(BODY, published=value)


@pytest.mark.parametrize("text", ["", "  \n\t ", "---", "\u200b\ufeff"])
def test_nothing_to_read_is_an_error(text: str) -> None:
    with pytest.raises(Unreadable, match="empty"):
        Article(text)


def test_too_long_is_an_error() -> None:
    with pytest.raises(TooLong, match="2,000,000"):
        Article("a " * MAX_CHARACTERS)


@pytest.mark.parametrize(
    ("text", "language", "sentences"),
    [
        ("قُتل ١٢ مدنياً على الأقل. وقال الجيش إنه لا يعلم.", "ar", 2),
        ("Погибли двое солдат. Это произошло ночью.", "ru", 2),
        ("Загинули двоє військових. Це сталося вночі.", "uk", 2),
        ("两名士兵被打死。军方没有评论。", "zh", 2),
        ("Murieron dos soldados en la emboscada. El ejército no hizo comentarios sobre el ataque.", "es", 2),
    ],
)
def test_other_scripts_survive_with_right_offsets(text: str, language: str, sentences: int) -> None:
    article = Article(text)

    assert article.text == text
    assert article.language == language
    assert len(article.sentences) == sentences
    assert all(text[s.start : s.end] == s.text for s in article.sentences)


def test_the_id_is_of_the_normalised_text() -> None:
    assert Article("Two  died.\r\n").id == Article("\ufeffTwo died.").id != Article("Three died.").id
    assert Article("Two died.", id="x-17").id == "x-17"


def test_a_record_gives_the_article_back() -> None:
    article = Article(BODY, title="Rebels leave Kesra", published="2016-10-06", publisher="The Wire")

    again = Article.from_record(article.record())

    assert again == article
    assert again.sentences == article.sentences
    assert again.dateline == article.dateline
    assert pickle.loads(pickle.dumps(article)) == article


def test_sentence_at() -> None:
    article = Article("One died. Two fled.")

    assert article.sentence_at(10) == article.sentence(2)
    assert article.sentence_at(9) is None
    assert article.sentence_at(999) is None


@given(st.text())
def test_offsets_hold_for_any_text(text: str) -> None:
    try:
        article = Article(text)
    except Unreadable:
        return
    article.text.encode()
    ends = 0
    for sentence in article.sentences:
        assert article.text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()
        assert sentence.text
        assert sentence.start >= ends
        assert not article.text[ends : sentence.start].strip()
        ends = sentence.end
    assert not article.text[ends:].strip()


@pytest.mark.parametrize("unit", ["word ", "“a. ", "1. a) ", "((", "12 ", "A.", "A, B", "a\n", '"a. '])
def test_offsets_hold_for_a_long_text_that_sentence_splitters_dread(unit: str) -> None:
    article = Article("x y " + unit * (100_000 // len(unit)))

    assert all(article.text[s.start : s.end] == s.text for s in article.sentences)
    assert article.sentences[-1].end == len(article.text)
