"""What a run will take, told before any call is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from summarizer.archive.inputs import Unread, hash_of
from summarizer.archive.measured import Measured, last_tries
from summarizer.archive.pending import Known, Pending, Stand
from summarizer.archive.recipe import Recipe
from summarizer.archive.volume import Forecasting, Volume
from summarizer.article import Article
from summarizer.errors import SummarizerError
from summarizer.readers.llm.forecast import ANSWER_MARGINS, INPUT_MARGIN
from summarizer.readers.llm.usage import Tokens

if TYPE_CHECKING:
    from summarizer.archive.ledger import Ledger
    from summarizer.readers.base import Reader

_PAGE = 200
_NEW = Known(Stand.NEW)


class Estimate(BaseModel):
    """What is left to read, and what that will take."""

    model_config = ConfigDict(frozen=True)

    inputs: int
    unreadable: int
    unreadable_example: str | None
    """Why one of them cannot be read."""
    duplicates: int
    """Copies of another one of these inputs."""
    done: int
    """Finished by an earlier run, so free."""
    failed: int
    """Failures of earlier runs, which only `retry_failed` reads again."""
    elsewhere: int
    """Being read by another process."""
    screened_out: int
    """With `screen`: nothing in them speaks of violence, so they are free."""
    taken_up: int
    """Of those to read, the ones that earlier runs left and that are not among these inputs."""
    to_read: int
    input_tokens: int
    output_tokens: int
    cached_tokens: int
    """Part of the input tokens: the share that was cached where it was measured, else 0."""
    cost_usd: float | None
    """None: the price of the model is not known."""
    lowest_usd: float | None
    """What it may well come to if answers are short; likewise `highest_usd` if they are long."""
    highest_usd: float | None
    measured_on: int
    """Articles of this ledger and recipe whose tokens, with re-asks and repairs, stand behind the figures; 0:
    input is counted from characters, answers are guessed from drafts, re-asks and repairs left out."""
    drafted: int
    """Articles whose answers were forecast from a draft; those of the others follow from their length."""
    tried: int
    """Of those to read, failures that are taken to cost what their last try did."""


def estimate(
    reader: Reader,
    items: Iterable[Article | Unread | str],
    ledger: Ledger | None = None,
    *,
    limit: int | None = None,
    retry_failed: bool = False,
    screen: bool = False,
) -> Estimate:
    """Return what a run with these options will read, and what that will take (see `Summarizer.estimate`)."""
    reckoning = _Reckoning(reader, ledger, limit=limit, retry_failed=retry_failed, screen=screen)
    page: list[Article] = []
    for item in items:
        article = reckoning.taken(item)
        if article is not None:
            page.append(article)
        if len(page) == _PAGE:
            reckoning.look_at(page)
            page.clear()
    reckoning.look_at(page)
    reckoning.take_up()
    return reckoning.estimate()


class _Reckoning:
    """Goes through inputs as a run would, and counts."""

    def __init__(
        self, reader: Reader, ledger: Ledger | None, *, limit: int | None, retry_failed: bool, screen: bool
    ) -> None:
        self._reader = reader if isinstance(reader, Forecasting) else None
        self._pending = Pending(ledger.store if ledger is not None else None, Recipe.of(reader))
        self._limit = limit
        self._retry_failed = retry_failed
        self._screen = screen
        self._volume = Volume(self._reader) if self._reader is not None else None
        self._tried: list[Tokens] = []
        self._seen: set[bytes] = set()
        self._begun = 0
        self._inputs = self._unreadable = self._duplicates = self._screened_out = 0
        self._done = self._failed = self._elsewhere = self._taken_up = self._to_read = 0
        self._example: str | None = None

    def taken(self, item: Article | Unread | str) -> Article | None:
        """Return an input as an article that has not come before; None where it is none."""
        self._inputs += 1
        try:
            article = Article(item) if isinstance(item, str) else item
        except SummarizerError as error:
            self._no_article(str(error))
            return None
        if not isinstance(article, Article):
            self._no_article(str(article.error))
            return None
        if not self._comes_first(article):
            self._duplicates += 1
            return None
        return article

    def look_at(self, page: list[Article]) -> None:
        """Count articles by what the ledger knows of them."""
        known = self._pending.known(page)
        wanted: list[tuple[Article, int | None]] = []
        for article in page:
            found = known.get(hash_of(article.text), _NEW)
            match found.stand:
                case Stand.DONE:
                    self._done += 1
                case Stand.ELSEWHERE:
                    self._elsewhere += 1
                case Stand.FAILED if self._retry_failed:
                    wanted.append((article, found.reading))
                case Stand.FAILED:
                    self._failed += 1
                case Stand.SCREENED_OUT if self._screen:
                    self._screened_out += 1
                case _ if not self._retry_failed:
                    wanted.append((article, None))
        self._begin(wanted)

    def take_up(self) -> None:
        """Count what earlier runs left, as every run takes it up at its end."""
        before = self._to_read
        page: list[tuple[Article, int | None]] = []
        for article, reading in self._pending.left(failed=self._retry_failed):
            if self._full:
                break
            if self._comes_first(article):
                page.append((article, reading if self._retry_failed else None))
            if len(page) == _PAGE:
                self._begin(page)
                page.clear()
        self._begin(page)
        self._taken_up = self._to_read - before

    def estimate(self) -> Estimate:
        measured = self._measured()
        volume = self._volume
        tokens = low = high = (0.0, 0.0, 0.0)
        if volume is not None:
            answers = measured.answer * volume.output
            margin = measured.margin(volume.articles)
            below, above = (max(0.0, 1 - margin), 1 + margin) if measured.articles else ANSWER_MARGINS
            spare = 0.0 if measured.articles else INPUT_MARGIN
            asked = measured.first * volume.input + measured.further * volume.output
            tokens = self._all(asked, answers, measured.cached)
            low = self._all(asked * (1 - spare), answers * below, measured.cached)
            high = self._all(asked * (1 + spare), answers * above, measured.cached)
        return Estimate(
            inputs=self._inputs,
            unreadable=self._unreadable,
            unreadable_example=self._example,
            duplicates=self._duplicates,
            done=self._done,
            failed=self._failed,
            elsewhere=self._elsewhere,
            screened_out=self._screened_out,
            taken_up=self._taken_up,
            to_read=self._to_read,
            input_tokens=round(tokens[0]),
            output_tokens=round(tokens[1]),
            cached_tokens=round(tokens[2]),
            cost_usd=self._price(tokens),
            lowest_usd=self._price(low),
            highest_usd=self._price(high),
            measured_on=measured.articles,
            drafted=volume.drafted if volume is not None else 0,
            tried=len(self._tried),
        )

    def _begin(self, page: list[tuple[Article, int | None]]) -> None:
        """Count articles that a run begins with, as far as its limit reaches."""
        numbers = [reading for _, reading in page if reading is not None]
        tries = last_tries(self._pending.store, numbers) if numbers and self._pending.store else {}
        for article, reading in page:
            if self._full:
                return
            self._begun += 1
            if self._screen and not _speaks_of_conflict(article):
                self._screened_out += 1
                continue
            self._to_read += 1
            if self._volume is None:
                continue
            if reading is not None and (one := tries.get(reading)) is not None:
                self._tried.append(Tokens(one.input, one.output, one.cached))
            else:
                self._volume.add(article)

    @property
    def _full(self) -> bool:
        """As many articles as the limit allows; one that is then screened out is among them."""
        return self._limit is not None and self._begun >= self._limit

    def _comes_first(self, article: Article) -> bool:
        mark = bytes.fromhex(hash_of(article.text))[:8]
        if mark in self._seen:
            return False
        self._seen.add(mark)
        return True

    def _no_article(self, reason: str) -> None:
        self._unreadable += 1
        self._example = self._example or reason

    def _measured(self) -> Measured:
        pending = self._pending
        if self._reader is None or pending.store is None or pending.recipe is None:
            return Measured()
        if self._volume is None or not self._volume.articles:  # nothing is multiplied by it
            return Measured()
        return Measured.of(self._reader, pending.store, pending.recipe)

    def _all(self, asked: float, answered: float, cached: float) -> tuple[float, float, float]:
        """Return the tokens of what is forecast, and of what was tried before."""
        return (
            asked + sum(one.input for one in self._tried),
            answered + sum(one.output for one in self._tried),
            asked * cached + sum(one.cached for one in self._tried),
        )

    def _price(self, tokens: tuple[float, float, float]) -> float | None:
        """Return the price of all; some models cost more a token in a long request, so of one at a time."""
        if self._reader is None or not self._to_read:
            return 0.0
        one = self._reader.price_of(Tokens(*(round(number / self._to_read) for number in tokens)))
        return None if one is None else one * self._to_read


def _speaks_of_conflict(article: Article) -> bool:
    from summarizer.readers.rules.screening import speaks_of_conflict

    return speaks_of_conflict(article)
