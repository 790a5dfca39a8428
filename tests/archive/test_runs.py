"""A run over an archive: each input ends in one outcome, and nothing is read twice."""

from __future__ import annotations

import asyncio
import time
import weakref
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from summarizer import (
    Article,
    Interrupted,
    Invalid,
    LedgerError,
    MissingKey,
    Refused,
    Report,
    Summarizer,
    SummarizerError,
    Truncated,
    Unreadable,
    UsageError,
)
from summarizer.archive import Ledger, Outcome
from summarizer.archive.tables import runs
from summarizer.sources import UnreadableItem
from tests.archive.counting import TEXT, CountingReader, articles, run


def kinds(outcomes: list[Outcome]) -> Counter[str]:
    return Counter(outcome.kind.value for outcome in outcomes)


def test_each_article_is_read_once_and_its_report_comes_out(address: str) -> None:
    reader = CountingReader()

    outcomes = run(reader, articles(70), address)

    assert kinds(outcomes) == {"ok": 70}
    assert set(reader.read_ids.values()) == {1}
    assert all(
        outcome.report and outcome.report.article == outcome.article.record()
        for outcome in outcomes
        if outcome.article
    )


def test_a_second_run_pays_nothing_and_gives_the_stored_reports(address: str) -> None:
    first = run(CountingReader(), articles(70), address)
    reader = CountingReader()

    second = run(reader, articles(70), address)

    assert not reader.read_ids
    assert all(outcome.stored and not outcome.attempts for outcome in second)
    reports = {outcome.source: outcome.report for outcome in first}
    assert all(outcome.report == reports[outcome.source] for outcome in second)


def test_another_recipe_reads_again(address: str) -> None:
    run(CountingReader(), articles(3), address)
    other = CountingReader()
    other.version = "2"

    assert kinds(run(other, articles(3), address)) == {"ok": 3}
    assert other.read_ids.total() == 3


def test_the_same_text_is_read_once_and_linked(address: str) -> None:
    reader = CountingReader()
    items = [
        Article(TEXT.format(number=5), title="", source="a.txt"),
        Article(TEXT.format(number=5) + "  \n", title="", source="b.txt", published="2020-01-05"),
        Article(TEXT.format(number=6), title="", source="c.txt"),
    ]

    outcomes = {outcome.source: outcome for outcome in run(reader, items, address)}

    assert reader.read_ids.total() == 2
    copy = outcomes["b.txt"]
    assert (copy.kind, copy.duplicate_of) == ("duplicate", "a.txt")
    assert copy.reason == "the same text as a.txt, published on no known date there"
    assert [o.duplicate_of for o in run(reader, items, address) if not o.ok] == ["a.txt"]


def test_copies_of_what_an_interrupted_run_left_do_not_keep_it_from_being_read(address: str) -> None:
    with pytest.raises(MissingKey):
        run(CountingReader(lambda article: MissingKey("refused")), articles(10), address)
    reader = CountingReader()

    copies = [Article(article.text, source=f"copy:{article.source}") for article in articles(10)]
    outcomes = run(reader, copies, address)

    assert kinds(outcomes) == {"ok": 10, "duplicate": 10}
    assert len(reader.read_ids) == 10
    assert all(outcome.report is not None for outcome in outcomes)
    assert kinds(run(CountingReader(), articles(10), address)) == {"ok": 10}


def test_failures_have_their_outcome_and_do_not_cost_others_theirs(address: str) -> None:
    errors = {2: Refused("no"), 3: Truncated("cut"), 4: Invalid("bad"), 5: SummarizerError("odd")}

    def fails(article: Article) -> SummarizerError | None:
        return next((error for number, error in errors.items() if f" {number} " in article.text), None)

    outcomes = run(CountingReader(fails), articles(10), address)

    assert kinds(outcomes) == {"ok": 6, "refused": 1, "truncated": 1, "invalid": 1, "failed": 1}
    with Ledger(address, create=False) as ledger:
        status = ledger.status()
    assert status.outcomes == kinds(outcomes)
    assert status.calls == 10
    assert status.cost_usd == pytest.approx(0.10)
    assert {reason.reason for reason in status.reasons} == {"no", "cut", "bad", "odd"}


def test_failures_are_left_alone_until_they_are_asked_for(address: str) -> None:
    run(
        CountingReader(lambda article: Invalid("bad") if " 4 " in article.text else None),
        articles(10),
        address,
    )
    reader = CountingReader()

    assert kinds(run(reader, articles(10), address)) == {"ok": 9, "invalid": 1}
    assert not reader.read_ids

    outcomes = run(reader, [], address, retry_failed=True)

    assert kinds(outcomes) == {"ok": 1}
    assert reader.read_ids.total() == 1
    with Ledger(address, create=False) as ledger:
        assert ledger.status().outcomes == {"ok": 10}
        assert ledger.status().calls == 11


def test_retrying_takes_nothing_that_is_new(address: str) -> None:
    run(CountingReader(lambda article: Invalid("bad")), articles(1), address)
    reader = CountingReader()

    assert kinds(run(reader, articles(5), address, retry_failed=True)) == {"ok": 1}
    assert reader.read_ids.total() == 1


def test_retrying_takes_nothing_that_only_another_reader_has_met(address: str) -> None:
    run(CountingReader(lambda article: Refused("declined")), articles(4), address)
    other = CountingReader()
    other.version = "2"

    assert run(other, articles(4), address, retry_failed=True) == []
    assert not other.read_ids


def test_an_input_that_cannot_be_read_is_an_outcome(address: str) -> None:
    broken = UnreadableItem("b.zip!x.txt", "it is encrypted", Unreadable("b.zip!x.txt is encrypted."))

    outcomes = run(CountingReader(), [*articles(1), broken], address)

    assert kinds(outcomes) == {"ok": 1, "unreadable": 1}
    (reason,) = [outcome.reason for outcome in outcomes if not outcome.ok]
    assert reason == "b.zip!x.txt is encrypted."
    again = Article(TEXT.format(number=99), source="b.zip!x.txt")
    assert kinds(run(CountingReader(), [*articles(1), again], address)) == {"ok": 2}


def test_an_input_whose_text_has_changed_is_read_anew(address: str) -> None:
    run(CountingReader(), [Article(TEXT.format(number=5), source="a.txt")], address)
    reader = CountingReader()

    outcomes = run(reader, [Article(TEXT.format(number=7), source="a.txt")], address)

    assert kinds(outcomes) == {"ok": 1}
    with Ledger(address, create=False) as ledger:
        assert [report.article.text for report in ledger.reports()] == [TEXT.format(number=7)]
        assert ledger.status().outcomes == {"ok": 1}


def test_a_corrected_publication_date_recomputes_the_report_for_nothing(address: str) -> None:
    run(CountingReader(), articles(1), address)
    reader = CountingReader()

    (outcome,) = run(reader, articles(1, published="2015-03-04"), address)

    assert not reader.read_ids
    assert outcome.report is not None
    when = outcome.report.operations[0].when
    assert when is not None and str(when.start) == "2015-03-02"


def test_a_reader_that_breaks_costs_one_article(address: str) -> None:
    class Breaking(CountingReader):
        async def read(self, article: Article) -> object:  # type: ignore[override]
            if " 4 " in article.text:
                raise RuntimeError("a bug")
            return await super().read(article)

    outcomes = run(Breaking(), articles(5), address)

    assert kinds(outcomes) == {"ok": 4, "failed": 1}
    assert [o.reason for o in outcomes if not o.ok] == ["RuntimeError while reading: a bug"]


def test_a_refused_key_ends_the_run_and_leaves_the_rest(address: str) -> None:
    reader = CountingReader(lambda article: MissingKey("The key is refused."), seconds=0.01)

    with pytest.raises(MissingKey, match="refused"):
        run(reader, articles(500), address, concurrency=4)

    assert reader.read_ids.total() <= 8
    with Ledger(address, create=False) as ledger:
        assert set(ledger.status().outcomes) == {"not_started"}
    assert kinds(run(CountingReader(), articles(500), address)) == {"ok": 500}


def test_a_limit_is_kept_and_the_next_run_goes_on(address: str) -> None:
    reader = CountingReader()

    assert kinds(run(reader, articles(100), address, limit=10)) == {"ok": 10}
    assert reader.read_ids.total() == 10
    assert kinds(run(reader, articles(100), address)) == {"ok": 100}
    assert set(reader.read_ids.values()) == {1}


def test_a_stopped_run_finishes_what_is_in_flight_and_can_go_on(address: str) -> None:
    reader = CountingReader(seconds=0.02)
    with Summarizer(reader=reader, places=False) as summarizer:
        stopped = summarizer.map(articles(300), ledger=address, concurrency=5)
        outcomes = []
        for outcome in stopped:
            outcomes.append(outcome)
            stopped.stop()

    assert isinstance(stopped.error, Interrupted)
    assert 1 <= sum(outcome.ok for outcome in outcomes) < 300
    assert kinds(run(reader, articles(300), address)) == {"ok": 300}
    assert set(reader.read_ids.values()) == {1}


def test_an_abandoned_run_gives_back_what_it_had_claimed(address: str) -> None:
    reader = CountingReader(seconds=0.01)
    with Summarizer(reader=reader, places=False) as summarizer:
        for outcome in summarizer.map(articles(100), ledger=address, concurrency=3):
            assert outcome.ok
            break

    assert kinds(run(reader, articles(100), address)) == {"ok": 100}
    assert max(reader.read_ids.values()) <= 2


def test_concurrency_is_kept(tmp_path: Path) -> None:
    reader = CountingReader(seconds=0.005)

    run(reader, articles(60), None, concurrency=7)

    assert 2 <= reader.most_at_once <= 7


def test_articles_are_pulled_as_they_are_needed() -> None:
    pulled = 0

    def source() -> object:
        nonlocal pulled
        for article in articles(5000):
            pulled += 1
            yield article

    with Summarizer(reader=CountingReader(), places=False) as summarizer:
        for _ in summarizer.map(source(), concurrency=4):  # type: ignore[arg-type]
            break

    assert pulled < 400


def test_whoever_iterates_slowly_holds_the_source_back() -> None:
    """What was read and not taken out waits in memory; it is not to be the whole archive."""
    pulled = 0

    def source() -> object:
        nonlocal pulled
        for article in articles(5000):
            pulled += 1
            yield article

    with Summarizer(reader=CountingReader(), places=False) as summarizer:
        for number, _ in enumerate(summarizer.map(source(), concurrency=4)):  # type: ignore[arg-type]
            time.sleep(0.05)
            if number == 20:
                break

    assert pulled < 400


def test_a_source_that_waits_for_an_outcome_gets_it() -> None:
    """What has come is not held back until the next one comes."""
    out: list[object] = []
    waited: list[bool] = []

    def source() -> object:
        for article in articles(4):
            yield article
            for _ in range(500):
                if len(out) > len(waited):
                    break
                time.sleep(0.02)
            waited.append(len(out) > len(waited))

    with Summarizer(reader=CountingReader(), places=False) as summarizer:
        for outcome in summarizer.map(source()):  # type: ignore[arg-type]
            out.append(outcome)

    assert waited == [True] * 4


@pytest.mark.parametrize("limit", [None, 100])
def test_what_came_before_a_source_failed_is_read_and_the_run_is_not_finished(
    address: str, limit: int | None
) -> None:
    def source() -> object:
        yield from articles(70)
        raise RuntimeError("the feed broke off")

    reader = CountingReader(seconds=0.01)
    outcomes = []
    with Summarizer(reader=reader, places=False) as summarizer:
        made = summarizer.map(source(), ledger=address, sources=["feed"], limit=limit)  # type: ignore[arg-type]
        with pytest.raises(RuntimeError, match="the feed broke off"):
            for outcome in made:
                outcomes.append(outcome)

    assert kinds(outcomes) == {"ok": 70}
    assert not made.progress.read_to_end
    with Ledger(address, create=False) as ledger, ledger.store.engine.connect() as connection:
        (row,) = connection.execute(select(runs.c.ending, runs.c.sources)).all()
        assert tuple(row) == ("RuntimeError: the feed broke off", None)
    assert kinds(run(reader, articles(70), address)) == {"ok": 70}
    assert set(reader.read_ids.values()) == {1}


@pytest.mark.parametrize("kind", [SystemExit, KeyboardInterrupt, GeneratorExit, asyncio.CancelledError])
def test_a_source_that_would_end_the_program_ends_the_run_with_an_error(kind: type[BaseException]) -> None:
    """Raised on the event loop, it would end that, and whoever iterates would wait for ever."""

    def source() -> Iterator[Article]:
        yield from articles(3)
        raise kind("enough")

    outcomes = []
    with Summarizer(reader=CountingReader(), places=False) as summarizer:
        with pytest.raises(SummarizerError, match=f"raised {kind.__name__}: enough") as caught:
            for outcome in summarizer.map(source()):
                outcomes.append(outcome)
        assert isinstance(caught.value.__cause__, kind)
        assert kinds(outcomes) == {"ok": 3}
        assert kinds(list(summarizer.map(articles(2)))) == {"ok": 2}


@pytest.mark.parametrize("limit", [None, 50])
def test_articles_come_from_an_asynchronous_iterator_too(address: str, limit: int | None) -> None:
    loops: set[asyncio.AbstractEventLoop] = set()

    async def feed() -> AsyncIterator[Article]:
        for article in articles(200):
            loops.add(asyncio.get_running_loop())
            await asyncio.sleep(0)
            yield article

    async def go() -> list[Outcome]:
        async with Summarizer(reader=CountingReader(), places=False) as summarizer:
            return [outcome async for outcome in summarizer.amap(feed(), ledger=address, limit=limit)]

    async def main() -> list[Outcome]:
        outcomes = await go()
        assert loops == {asyncio.get_running_loop()}
        return outcomes

    assert kinds(asyncio.run(main())) == {"ok": limit or 200}
    assert kinds(run(CountingReader(), feed(), None)) == {"ok": 200}


def test_an_asynchronous_iterator_that_fails_or_waits_for_ever_holds_nothing_up() -> None:
    ended = []

    async def feed(fails: bool) -> AsyncIterator[Article]:
        try:
            for article in articles(70):
                yield article
            if fails:
                raise RuntimeError("the feed broke off")
            await asyncio.sleep(3600)
        finally:
            ended.append(fails)

    async def go() -> None:
        async with Summarizer(reader=CountingReader(), places=False) as summarizer:
            outcomes = []
            with pytest.raises(RuntimeError, match="the feed broke off"):
                async for outcome in summarizer.amap(feed(fails=True)):
                    outcomes.append(outcome)
            assert kinds(outcomes) == {"ok": 70}

            made = summarizer.amap(feed(fails=False))
            outcomes = []
            async for outcome in made:
                outcomes.append(outcome)
                if len(outcomes) == 70:
                    made.stop()
            assert kinds(outcomes) == {"ok": 70}

    asyncio.run(asyncio.wait_for(go(), 30))
    assert ended == [True, False]


def test_what_was_given_out_is_not_held_on_to() -> None:
    """The next articles are read meanwhile; both together would take twice the memory."""
    given: list[weakref.ref[Report]] = []

    def held() -> int:
        return sum(report() is not None for report in given)

    with Summarizer(places=False) as summarizer:
        for outcome in summarizer.map(articles(60)):
            assert outcome.report is not None
            given.append(weakref.ref(outcome.report))
            del outcome
            until = time.monotonic() + 5
            while held() > 1 and time.monotonic() < until:  # its task is about to end
                time.sleep(0.01)
            assert held() <= 1


def test_a_run_is_iterated_asynchronously_too(address: str) -> None:
    async def go() -> list[Outcome]:
        async with Summarizer(reader=CountingReader(), places=False) as summarizer:
            return [outcome async for outcome in summarizer.amap(articles(40), ledger=address)]

    assert kinds(asyncio.run(go())) == {"ok": 40}


def test_without_a_ledger_texts_come_out_as_reports() -> None:
    outcomes = run(CountingReader(), [TEXT.format(number=3), TEXT.format(number=3)], None)

    assert kinds(outcomes) == {"ok": 2}


def test_screening_asks_nobody_about_what_is_not_violence(address: str) -> None:
    cake = (
        "The baker sold two hundred cakes at the summer fair. Everybody liked the cherry ones best, she said."
    )
    reader = CountingReader()

    outcomes = run(reader, [Article(cake, source="cake.txt"), *articles(2)], address, screen=True)

    assert kinds(outcomes) == {"screened_out": 1, "ok": 2}
    assert kinds(run(reader, [Article(cake, source="cake.txt"), *articles(2)], address)) == {"ok": 3}


def test_what_is_no_ledger_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("not a database", encoding="utf-8")

    for address, words in [
        (tmp_path / "notes.db", "not a database"),
        (tmp_path / "none.db", "does not exist"),
        (tmp_path / "no" / "folder" / "run.db", "does not exist"),
        ("mysql://u:secret@h/d", "SQLite file or a postgresql"),
        ("postgresql://u:secret@127.0.0.1:1/d", "127.0.0.1"),
    ]:
        with pytest.raises(LedgerError, match=words) as caught:
            Ledger(str(address), create=False)
        assert "secret" not in str(caught.value)
        assert "\n" not in str(caught.value)


def test_wrong_numbers_are_refused() -> None:
    with pytest.raises(UsageError, match="at least 1"):
        run(CountingReader(), [], None, concurrency=0)
    with pytest.raises(UsageError, match="ledger"):
        run(CountingReader(), [], None, retry_failed=True)


def test_what_is_no_article_is_an_outcome(address: str) -> None:
    outcomes = run(CountingReader(), ["", None, {"text": "x"}, *articles(1)], address)

    assert kinds(outcomes) == {"unreadable": 3, "ok": 1}
    assert "a dict is no article: give texts or what open_articles yields." in {o.reason for o in outcomes}


def test_a_file_that_was_broken_and_is_mended_is_no_failure_any_more(address: str) -> None:
    broken = [
        UnreadableItem(source, "cut off", Unreadable(f"{source} is cut off."))
        for source in ("b.zip", "table.csv", "other.zip")
    ]
    run(CountingReader(), broken, address)

    mended = [Article(TEXT.format(number=n), source=s) for n, s in ((3, "b.zip!x.txt"), (4, "table.csv:2"))]
    run(CountingReader(), mended, address)

    with Ledger(address, create=False) as ledger:
        assert ledger.status().outcomes == {"ok": 2, "unreadable": 1}


def test_what_an_earlier_run_had_finished_and_is_dated_anew_is_counted(address: str) -> None:
    """Copies and lost dates too; not what has another author, is new, or has another text."""
    texts = [TEXT.format(number=number) for number in (2, 3, 3, 4, 5)]

    def items(*dates: str | None, author: str | None = None) -> list[Article]:
        return [
            Article(text, title="", source=f"{number}.txt", published=date, author=author)
            for number, (text, date) in enumerate(zip(texts, dates, strict=False))
        ]

    def dated_anew(given: list[Article]) -> int:
        with Summarizer(reader=CountingReader(), places=False) as summarizer:
            made = summarizer.map(given, ledger=address)
            assert len(list(made)) == len(given)
        return made.progress.dated_anew

    day, other = "2015-03-04", "2015-04-03"
    assert dated_anew(items(day, day, day, day)) == 0
    assert dated_anew(items(day, day, day, day, day)) == 0
    assert dated_anew(items(other, day, None, None, day)) == 3
    assert dated_anew(items(other, day, None, None, day)) == 0
    assert dated_anew(items(day, day, day, day, day)) == 3
    assert dated_anew(items(day, author="A. Correspondent")) == 0
    assert dated_anew([Article(TEXT.format(number=9), title="", source="1.txt", published=other)]) == 0
