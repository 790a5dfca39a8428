"""An estimate goes through the inputs as a run would, and reckons by what the ledger's articles took."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarizer import (
    Article,
    Attempt,
    BudgetReached,
    Draft,
    Estimate,
    Invalid,
    Ledger,
    Reading,
    Summarizer,
    SummarizerError,
    Unreadable,
    UnreadableItem,
    UsageError,
)
from summarizer.archive import runs, volume
from summarizer.archive.recipe import Recipe
from summarizer.readers.llm.usage import Tokens
from summarizer.readers.rules import RulesReader
from tests.archive.counting import CountingReader, articles, run
from tests.archive.counting import draft as small_draft

CAKE = Article("The bakery sold three cakes on Monday, and everybody was glad.", source="cake.txt")
ATTACK = "Rebels killed {number} soldiers in an ambush near Gao on Monday, and two civilians were wounded. "


class Billing(CountingReader):
    """A reader with a forecast, whose real bill is another one by fixed factors.

    A request takes twice what is forecast, an answer three times; every article of `asked_again` is asked for
    once more.
    """

    name = "billing"

    def __init__(
        self, fails: Any = lambda article: None, *, asked_again: Any = lambda article: False
    ) -> None:
        super().__init__(fails)
        self._asked_again = asked_again
        self.billed = Tokens()
        self.drafted = 0

    def input_tokens(self, article: Article) -> float:
        return 1000 + len(article.text) / 4

    def answer_tokens(self, article: Article, draft: Draft | None) -> float:
        self.drafted += 1
        return len(article.text) if draft is None else len(draft.model_dump_json()) / 4

    def price_of(self, tokens: Tokens) -> float | None:
        return (tokens.input - tokens.cached / 2 + 4 * tokens.output) / 1e6

    async def read(self, article: Article) -> Reading:
        forecast = self.answer_tokens(article, RulesReader().draft(article))
        used = Tokens(round(2 * self.input_tokens(article)), round(3 * forecast), 500)
        calls = [Attempt("ok", 0.1, *used, self.price_of(used))]
        if self._asked_again(article):
            calls.append(Attempt("ok", 0.1, 5000, 10, 0, self.price_of(Tokens(5000, 10))))
        error = self.fails(article)
        self.billed = Tokens(
            *(total + sum(call) for total, call in zip(self.billed, _columns(calls), strict=True))
        )
        self.read_ids[article.id] += 1
        if error is not None:
            error.attempts = tuple(calls)
            raise error
        return Reading(draft=small_draft(article), attempts=tuple(calls))


def _columns(calls: list[Attempt]) -> list[list[int]]:
    return [
        [call.input_tokens for call in calls],
        [call.output_tokens for call in calls],
        [call.cached_tokens for call in calls],
    ]


def estimated(reader: object, items: object, ledger: str | None, **options: Any) -> Estimate:
    with Summarizer(reader=reader, places=False) as summarizer:  # type: ignore[arg-type]
        return summarizer.estimate(items, ledger=ledger, **options)  # type: ignore[arg-type]


def attacks(amount: int, sentences: int, *, first: int = 0) -> list[Article]:
    """Return articles that tell of so many attacks each."""
    return [
        Article(
            "\n\n".join(ATTACK.format(number=2 + number * 100 + one) for one in range(sentences)),
            source=f"{sentences}.jsonl:{number + 1}",
        )
        for number in range(first, first + amount)
    ]


def test_retrying_is_estimated_by_the_failures_alone_and_what_their_last_try_took(address: str) -> None:
    """With the sources or without; what is new is passed over, as the run passes it over."""
    bad = Billing(lambda article: Invalid("bad") if "killed 1" in article.text else None)
    run(bad, articles(20), address)
    failures = [outcome for outcome in run(Billing(), articles(20), address) if not outcome.ok]
    assert len(failures) == 10

    plain = estimated(Billing(), articles(25), address)
    assert (plain.to_read, plain.failed, plain.done) == (5, 10, 10)
    alone = estimated(Billing(), [], address, retry_failed=True)
    again = estimated(Billing(), articles(25), address, retry_failed=True)
    few = estimated(Billing(), articles(25), address, retry_failed=True, limit=3)

    reader = Billing(lambda article: Invalid("bad"))
    run(reader, articles(25), address, retry_failed=True)
    assert reader.read_ids.total() == alone.to_read == again.to_read == alone.tried == 10
    assert few.to_read == few.tried == 3
    assert (alone.taken_up, again.taken_up) == (10, 0)
    for one in (alone, again):
        assert (one.input_tokens, one.output_tokens, one.cached_tokens) == reader.billed
        assert one.cost_usd == pytest.approx(reader.price_of(reader.billed), rel=0.01)


def test_what_is_screened_out_costs_nothing_and_counts_towards_the_limit(address: str) -> None:
    """As in a run: the limit says how many are begun with."""
    items = [CAKE, *articles(4)]

    assert estimated(Billing(), items, address).to_read == 5
    screened = estimated(Billing(), items, address, screen=True)
    limited = estimated(Billing(), items, address, screen=True, limit=2)

    assert (screened.to_read, screened.screened_out) == (4, 1)
    assert (limited.to_read, limited.screened_out) == (1, 1)
    reader = Billing()
    run(reader, items, address, screen=True, limit=2)
    assert reader.read_ids.total() == 1
    later = estimated(Billing(), items, address, screen=True, limit=2)
    assert (later.to_read, later.screened_out, later.done) == (2, 1, 1)
    assert estimated(Billing(), items, address).to_read == 4


def test_what_earlier_runs_left_is_read_with_whatever_comes_next(address: str) -> None:
    """The run takes it up at its end, so the estimate has it, once."""
    run(Billing(lambda article: BudgetReached("The budget is reached.")), articles(6), address)

    other = estimated(Billing(), articles(3, first=50), address)
    same = estimated(Billing(), articles(6), address)

    assert (other.inputs, other.to_read, other.taken_up) == (3, 9, 6)
    assert (same.to_read, same.taken_up) == (6, 0)
    reader = Billing()
    run(reader, articles(3, first=50), address)
    assert reader.read_ids.total() == 9


def test_what_another_process_is_reading_is_not_read_again(address: str) -> None:
    reader = Billing()
    run(reader, articles(2), address)
    with Ledger(address) as ledger:
        number = ledger.store.run(
            lambda connection: runs.begin(connection, runs.recipe_id(connection, Recipe.of(reader)))
        )
        ledger.store.run(
            lambda connection: connection.exec_driver_sql(
                f"UPDATE readings SET state = 'claimed', run = {number} WHERE id = 1"
            )
        )

    found = estimated(reader, articles(3), address)

    assert (found.elsewhere, found.done, found.to_read) == (1, 1, 1)


def test_inputs_are_sorted_as_a_run_sorts_them() -> None:
    """What cannot be read, an empty text, a copy."""
    broken = UnreadableItem("b.zip!x.txt", "it is encrypted", Unreadable("b.zip!x.txt is encrypted."))

    found = estimated(Billing(), [*articles(2), *articles(1), broken, "", "Rebels killed 9 near Gao."], None)

    assert (found.inputs, found.unreadable, found.duplicates, found.to_read) == (6, 2, 1, 3)
    assert found.unreadable_example == "b.zip!x.txt is encrypted."


def test_long_articles_after_short_ones_come_out_right(address: str) -> None:
    """The ledger's articles give the ratio to the forecast, not a flat mean."""
    short, long = attacks(20, 1), attacks(30, 12, first=50)
    reader = Billing()
    run(reader, [*short, *long], address, limit=20)
    paid = reader.billed

    found = estimated(Billing(), [*short, *long], address)

    run(reader, [*short, *long], address)
    rest = Tokens(*(after - before for after, before in zip(reader.billed, paid, strict=True)))
    assert (found.to_read, found.measured_on) == (30, 20)
    assert found.input_tokens == pytest.approx(rest.input, rel=0.01)
    assert found.output_tokens == pytest.approx(rest.output, rel=0.05)
    assert found.cost_usd == pytest.approx(reader.price_of(rest), rel=0.05)
    assert found.lowest_usd is not None and found.highest_usd is not None and found.cost_usd is not None
    assert found.lowest_usd <= found.cost_usd <= found.highest_usd


def test_what_was_asked_again_is_in_what_was_measured(address: str) -> None:
    """Of like articles as many will be asked for again."""
    reader = Billing(asked_again=lambda article: int(article.text.split()[2]) % 200 < 100)
    run(reader, attacks(40, 3), address)
    paid = reader.billed

    found = estimated(reader, attacks(40, 3, first=40), address)

    run(reader, attacks(40, 3, first=40), address)
    assert found.measured_on == 40
    assert found.input_tokens == pytest.approx(reader.billed.input - paid.input, rel=0.02)
    assert found.cached_tokens == pytest.approx(reader.billed.cached - paid.cached, rel=0.02)


def test_few_articles_measure_nothing(address: str) -> None:
    """Four articles are no average."""
    run(Billing(), articles(4), address)
    few = estimated(Billing(), articles(10), address)

    assert (few.measured_on, few.to_read) == (0, 6)
    assert few.input_tokens > 6000


def test_of_many_articles_a_sample_is_drafted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first ones all, of the others fewer and fewer; the same ones every time."""
    items = [*attacks(30, 1), *attacks(100, 4, first=100), *attacks(70, 2, first=300)]
    whole = estimated(Billing(), items, None)
    monkeypatch.setattr(volume, "EVERY", 20)
    reader = Billing()

    sampled = estimated(reader, items, None)

    assert whole.drafted == 200
    assert 20 < sampled.drafted == reader.drafted < 120
    assert sampled.output_tokens == pytest.approx(whole.output_tokens, rel=0.1)
    assert sampled.input_tokens == whole.input_tokens
    assert sampled == estimated(Billing(), items, None)


def test_each_request_has_its_own_price() -> None:
    """Some models cost more a token in a long request; a whole archive is no request."""

    class Dearer(Billing):
        def price_of(self, tokens: Tokens) -> float | None:
            return tokens.input * (1e-6 if tokens.input < 200_000 else 2e-6)

    found = estimated(Dearer(), articles(500), None)

    assert found.input_tokens > 500_000
    assert found.cost_usd == pytest.approx(found.input_tokens * 1e-6, rel=0.01)


def test_a_text_that_the_embedded_reader_does_not_read_is_forecast_by_its_length() -> None:
    text = "Повстанцы убили двенадцать солдат под Гао в понедельник, сообщила армия. " * 5

    found = estimated(Billing(), [text], None)

    assert found.to_read == 1
    assert found.output_tokens == pytest.approx(len(text), abs=10)


def test_a_reader_without_a_bill_costs_nothing_and_no_ledger_is_made(tmp_path: Path) -> None:
    found = estimated(CountingReader(), articles(3), str(tmp_path / "run.db"))

    assert (found.to_read, found.input_tokens, found.cost_usd, found.drafted) == (3, 0, 0.0, 0)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_price_is_not_nothing() -> None:
    class Unpriced(Billing):
        def price_of(self, tokens: Tokens) -> float | None:
            return None

    assert estimated(Unpriced(), articles(1), None).cost_usd is None


@pytest.mark.parametrize(
    ("items", "options", "words"),
    [([], {"retry_failed": True}, "name it"), ("a.txt", {}, "one text or path")],
)
def test_what_makes_no_sense_is_refused(items: object, options: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        estimated(Billing(), items, None, **options)


def test_another_program_s_file_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no database", encoding="utf-8")

    with pytest.raises(SummarizerError, match="not a database"):
        estimated(Billing(), articles(1), str(path))
