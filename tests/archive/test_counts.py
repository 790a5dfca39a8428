"""Each input ends in one outcome, and the counts of run and ledger agree."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from summarizer import (
    Article,
    BudgetReached,
    Draft,
    Invalid,
    LedgerError,
    Reading,
    Summarizer,
    Unreadable,
    UsageError,
)
from summarizer.archive import Ledger, Outcome
from summarizer.output.ledger import status_text
from summarizer.sources import UnreadableItem
from tests.archive.counting import TEXT, CountingReader, articles, run

CAKE = "The baker sold two hundred cakes at the summer fair. Everybody liked the cherry ones best, she said."


def kinds(outcomes: list[Outcome]) -> dict[str, int]:
    return dict(Counter(outcome.kind.value for outcome in outcomes))


def stored(address: str, reader: str | None = None) -> dict[str, int]:
    with Ledger(address, create=False) as ledger:
        status = ledger.status(reader=reader)
        assert status.articles == sum(status.outcomes.values())
        rows = Counter(row["outcome"] for row in ledger.outcomes(reader=reader))
        assert rows == Counter({kind.value: count for kind, count in status.outcomes.items()})
        return {kind.value: count for kind, count in status.outcomes.items()}


def article(number: int, **more: object) -> Article:
    return Article(TEXT.format(number=number), title="", **more)  # type: ignore[arg-type]


def test_an_archive_given_twice_is_read_once(address: str) -> None:
    reader = CountingReader()

    outcomes = run(reader, [*articles(50), *articles(50)], address)

    assert kinds(outcomes) == {"ok": 50, "duplicate": 50} == stored(address)
    assert reader.read_ids.total() == 50


def test_the_same_text_without_a_source_many_times(address: str) -> None:
    reader = CountingReader()

    outcomes = run(reader, [article(5) for _ in range(200)], address)

    assert kinds(outcomes) == {"ok": 1, "duplicate": 199} == stored(address)
    assert reader.read_ids.total() == 1


def test_one_id_for_two_texts_makes_two_inputs(address: str) -> None:
    items = [
        article(5, id="x"),
        article(6, id="x"),
        article(7, id="x", source="a"),
        article(8, id="x", source="b"),
    ]

    assert kinds(run(CountingReader(), items, address)) == {"ok": 4} == stored(address)


def test_a_copy_whose_original_changes_has_a_report_of_its_own(address: str) -> None:
    reader = CountingReader()
    first = [article(5, source="a.txt"), article(5, source="b.txt", published="2020-01-07")]
    assert kinds(run(reader, first, address)) == {"ok": 1, "duplicate": 1}

    outcomes = run(reader, [article(6, source="a.txt"), *first[1:]], address)

    assert kinds(outcomes) == {"ok": 2} == stored(address)
    assert reader.read_ids.total() == 2
    with Ledger(address, create=False) as ledger:
        found = {report.article.source: report for report in ledger.reports()}
    assert {source: report.article.text for source, report in found.items()} == {
        "a.txt": TEXT.format(number=6),
        "b.txt": TEXT.format(number=5),
    }
    when = found["b.txt"].operations[0].when
    assert when is not None
    assert str(when.start) == "2020-01-06"


def test_a_text_that_changes_to_and_fro_is_paid_twice_only(address: str) -> None:
    reader = CountingReader()
    for number in (5, 6, 5, 6):
        assert kinds(run(reader, [article(number, source="a.txt")], address)) == {"ok": 1} == stored(address)
        with Ledger(address, create=False) as ledger:
            assert [report.article.text for report in ledger.reports()] == [TEXT.format(number=number)]

    assert reader.read_ids.total() == 2


def test_removed_and_renamed_files_stay_and_are_linked(address: str) -> None:
    run(CountingReader(), [article(5, source="a.txt"), article(6, source="b.txt")], address)
    reader = CountingReader()

    assert kinds(run(reader, [article(5, source="c.txt")], address)) == {"duplicate": 1}

    assert not reader.read_ids
    assert stored(address) == {"ok": 2, "duplicate": 1}


def test_names_that_a_database_does_not_take(address: str) -> None:
    odd = [
        "a\udc80.txt",
        "a\udc81.txt",
        "nul\0.txt",
        "x" * 5000 + "1",
        "x" * 5000 + "2",
        "é" * 3000,
        "- odd",
        "a#2",
    ]
    items = [
        article(
            number,
            source=source,
            id=source,
            author="A\udcff\0" * 300,
            publisher="p\0",
            language="x" * 50,
        )
        for number, source in enumerate(odd, 2)
    ]
    unread = [UnreadableItem("b\udc80\0.zip", "broken", Unreadable("b\udc80\0.zip is broken."))]
    reader = CountingReader()

    assert (
        kinds(run(reader, [*items, *unread], address)) == {"ok": len(odd), "unreadable": 1} == stored(address)
    )
    assert (
        kinds(run(reader, [*items, *unread], address)) == {"ok": len(odd), "unreadable": 1} == stored(address)
    )
    assert reader.read_ids.total() == len(odd)


def test_texts_and_titles_that_a_database_does_not_take(address: str) -> None:
    items = [
        Article(TEXT.format(number=5) + " \ud800 \0 end.", title="Odd \udc80\0 title", source="a"),
        Article(TEXT.format(number=6), title="t" * 20_000, source="b"),
    ]

    assert kinds(run(CountingReader(), items, address)) == {"ok": 2} == stored(address)
    with Ledger(address, create=False) as ledger:
        assert len(list(ledger.reports())) == 2


def test_errors_with_odd_words_and_readers_with_long_names(address: str) -> None:
    reader = CountingReader(lambda article: Invalid("bad \ud800 \0 " + "x" * 5000))
    reader.name = reader.version = "n" * 3000

    assert kinds(run(reader, articles(2), address)) == {"invalid": 2} == stored(address)


def test_screening_twice_counts_once(address: str) -> None:
    items = [Article(CAKE, source="cake.txt"), *articles(2)]
    run(CountingReader(), items, address, screen=True)
    reader = CountingReader()

    assert kinds(run(reader, items, address, screen=True)) == {"screened_out": 1, "ok": 2} == stored(address)
    assert kinds(run(reader, articles(2), address)) == {"ok": 2}
    assert not reader.read_ids


def test_retrying_leaves_what_was_not_started_and_what_it_has_no_room_for(address: str) -> None:
    bad = {TEXT.format(number=4), TEXT.format(number=5)}
    run(CountingReader(lambda article: Invalid("bad") if article.text in bad else None), articles(6), address)
    spent = CountingReader(lambda article: BudgetReached("The budget is reached."))
    run(spent, articles(20, first=6), address)
    assert stored(address) == {"ok": 4, "invalid": 2, "not_started": 20}
    reader = CountingReader()

    assert kinds(run(reader, [], address, retry_failed=True, limit=1)) == {"ok": 1}

    assert stored(address) == {"ok": 5, "invalid": 1, "not_started": 20}
    assert kinds(run(reader, articles(26), address, retry_failed=True)) == {"ok": 6, "not_started": 20}
    assert reader.read_ids.total() == 2


def test_a_retry_that_is_stopped_leaves_the_failures_as_they_were(address: str) -> None:
    run(CountingReader(lambda article: Invalid("bad")), articles(30), address)
    stopping = CountingReader(lambda article: BudgetReached("The budget is reached."))

    assert kinds(run(stopping, [], address, retry_failed=True)) == {"not_started": 30}

    assert stored(address) == {"invalid": 30}
    assert kinds(run(CountingReader(), articles(30), address, retry_failed=True)) == {"ok": 30}


def test_two_readers_in_one_ledger_are_told_apart(address: str) -> None:
    other = CountingReader(lambda article: Invalid("bad") if " 2 " in article.text else None)
    other.name = "other"
    run(CountingReader(), articles(4), address)
    run(other, articles(6), address)

    assert stored(address) == {"ok": 5, "invalid": 1}
    assert stored(address, "counting") == {"ok": 4}
    with Ledger(address, create=False) as ledger:
        assert [recipe.reader for recipe in ledger.recipes()] == ["other", "counting"]
        with pytest.raises(LedgerError, match="nobody"):
            ledger.status(reader="nobody")


def test_an_error_of_use_stops_the_run_and_burns_nothing(address: str) -> None:
    reader = CountingReader(lambda article: UsageError("The package anthropic is missing."))

    with pytest.raises(UsageError, match="anthropic"):
        run(reader, articles(300), address, concurrency=4)

    assert reader.read_ids.total() <= 8
    assert set(stored(address)) == {"not_started"}


def test_a_run_abandoned_with_a_full_queue_ends(tmp_path: Path) -> None:
    import time

    with Summarizer(reader=CountingReader(), places=False) as summarizer:
        for _ in summarizer.map(articles(2000), concurrency=1):
            time.sleep(0.3)
            break


def test_numbers_beyond_a_database_s_integers(address: str) -> None:
    from summarizer import Attempt

    class Counting(CountingReader):
        async def read(self, article: Article) -> object:  # type: ignore[override]
            reading = await super().read(article)
            many = Attempt("ok" * 100, 0.1, input_tokens=10**12, output_tokens=10**12, cached_tokens=5)
            return type(reading)(draft=reading.draft, attempts=(many,))

    assert kinds(run(Counting(), articles(3), address)) == {"ok": 3} == stored(address)


class Judging(CountingReader):
    """Judges that what speaks of cakes is not about armed conflict."""

    async def read(self, article: Article) -> Reading:
        reading = await super().read(article)
        if "cakes" not in article.text:
            return reading
        words = {"document_type": "other", "headline": "", "abstract": ""}
        return Reading(
            draft=Draft.model_validate({"relevance": "not_conflict", **words}), attempts=reading.attempts
        )


def test_the_status_tells_how_many_are_not_about_armed_conflict(address: str) -> None:
    """Copies are not counted twice, and words of an article that look like the judgement are none."""
    quoted = '"relevance":"not_conflict" was painted on the car. ' + TEXT.format(number=9)
    items = [
        Article(CAKE, title="", source="cake.txt"),
        Article(CAKE, title="", source="copy.txt"),
        Article(CAKE + " The rest was given away.", title="", source="more.txt"),
        Article(quoted, title="", source="quoted.txt"),
        *articles(2),
    ]

    outcomes = run(Judging(), items, address)

    assert kinds(outcomes) == {"ok": 5, "duplicate": 1}
    with Ledger(address, create=False) as ledger:
        status = ledger.status()
    assert (status.outcomes["ok"], status.not_conflict) == (5, 2)  # type: ignore[index]
    assert "\n  ok            5\n                of these 2 not about armed conflict\n" in status_text(status)
