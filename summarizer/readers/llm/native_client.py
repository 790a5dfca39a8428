"""Records from a provider that does not speak like OpenAI: Anthropic, Google, and what else instructor knows.

Here instructor builds, sends and parses in its own default way for the provider, at its own price in CPU.
"""

from __future__ import annotations

import asyncio
import inspect
import time
from typing import TYPE_CHECKING, Any, Self

from instructor import AsyncInstructor
from instructor.core.exceptions import IncompleteOutputException
from instructor.core.hooks import Hooks
from pydantic import ValidationError

from summarizer import errors
from summarizer.readers.base import Attempt
from summarizer.readers.llm import capabilities, faults, retries, sdk
from summarizer.readers.llm.answer import InvalidAnswer
from summarizer.readers.llm.answer_errors import complaint
from summarizer.readers.llm.faults import Failed, Fault
from summarizer.readers.llm.prices import Price, cost_usd
from summarizer.readers.llm.repair_prompt import Mended
from summarizer.readers.llm.usage import Tokens, tokens, usage_of
from summarizer.schema import Draft
from summarizer.schema._record import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.readers.llm.connection import Connection
    from summarizer.readers.llm.prompt import Message
    from summarizer.readers.llm.retries import Account
    from summarizer.readers.llm.settings import Settings
    from summarizer.readers.llm.task import Filled, Task


class _InOurWords(Record):
    """A record whose validation errors are in our words, since instructor sends them back to the model."""

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """Return the record in an answer, or raise `InvalidAnswer`."""
        try:
            return super().model_validate_json(json_data, **{**options, "strict": False})
        except ValidationError as error:
            raise InvalidAnswer(complaint(error)) from None

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """Return the record in an answer that the SDK has parsed, or raise `InvalidAnswer`."""
        try:
            return super().model_validate(obj, **{**options, "strict": False})
        except ValidationError as error:
            raise InvalidAnswer(complaint(error)) from None


class DraftAnswer(_InOurWords, Draft):
    """A draft whose validation errors are in our words, since instructor sends them back to the model."""


class MendedAnswer(_InOurWords, Mended):
    """Mended records."""


_ANSWERS: dict[type[Record], type[_InOurWords]] = {Draft: DraftAnswer, Mended: MendedAnswer}


class NativeClient:
    """Fills records over a client that instructor made; serves many articles at a time, in one event loop."""

    def __init__(self, client: AsyncInstructor, connection: Connection, settings: Settings) -> None:
        self.connection = connection
        self.settings = settings
        self.endpoint = connection.endpoint()
        self.capabilities = capabilities.recall(self.endpoint.url, connection.name)
        self._client = client

    async def fill(self, task: Task[Filled], article: Message, account: Account) -> Filled:
        """Return the task's record of an article, given as its message; book every request in `account`.

        Raises:
            Exception: of any type, with a `SummarizerError` or an `InvalidAnswer` among its causes.
        """
        try:
            filled: _InOurWords = await retries.retrying(account, self.settings.sleep)(
                self._ask, task, article, account
            )
        except Failed as failed:
            raise retries.given_up(failed, account) from None
        # instructor returns an instance of a class of its own, with the completion hanging on it
        return task.shape.model_validate(filled.model_dump())

    def parameters(self) -> dict[str, Any]:
        """Return how the provider is asked, beside the prompt."""
        sent = self.capabilities.parameters(self.settings.max_output_tokens, self.settings.temperature)
        return {**sent, "structured_output": self._client.mode.value, "strict": False}

    async def aclose(self) -> None:
        """Close the connections, where the SDK can."""
        close = getattr(self._client.client, "close", None)
        if callable(close) and inspect.isawaitable(closing := close()):
            await closing

    async def _ask(self, task: Task[Any], article: Message, account: Account) -> _InOurWords:
        """Ask once, with re-asks; the gate is passed once, since instructor's loop cannot wait for it."""
        asked_as = self.capabilities
        limit = self.settings.max_output_tokens * (2 if account.doubled else 1)
        limits = self.settings.limits
        meter = _Meter(self.connection.model, self.settings.price, account)
        messages: list[Any] = [*task.static, article]
        need = self._need(messages, limit, first=not (account.attempts or account.follows))
        before = len(account.attempts)
        await account.note()
        await self.settings.gate.enter(need)
        signal = retries.Signal(status=None)
        try:
            async with asyncio.timeout(self.connection.timeout_s * (1 + limits.reasks)):
                filled: _InOurWords = await self._client.create(
                    response_model=_ANSWERS[task.shape],
                    messages=messages,
                    max_retries=limits.reasks,
                    hooks=meter.hooks,
                    **asked_as.parameters(limit, self.settings.temperature),
                )
            signal = retries.Signal(200, None, {}, *_spent(account.attempts[before:]))
            return filled
        except Exception as exception:
            invalid = any(
                isinstance(link, InvalidAnswer | ValidationError) for link in faults.chain(exception)
            )
            if invalid and not meter.refused:
                signal = retries.Signal(200, None, {}, *_spent(account.attempts[before:]))
                raise
            failed = self._failure(exception, asked_as, account)
            if meter.refused:
                failed = Failed(Fault.FINAL, errors.Refused(f"{self.connection.model} declined the article."))
            meter.failed(failed)
            _, usd = _spent(account.attempts[before:])
            signal = retries.Signal(
                failed.status, failed.retry_after, failed.headers, usd=usd if failed.status else None
            )
            raise failed from None
        finally:
            await self.settings.gate.leave(need, signal)

    def _need(self, messages: list[Any], limit: int, *, first: bool) -> retries.Need:
        """Return what a request with its re-asks, each of which repeats the answer, can take at most."""
        asks = 1 + self.settings.limits.reasks
        size = sum(len(str(message["content"]).encode(errors="replace")) for message in messages)
        most = Tokens((size + (asks - 1) * limit) * asks, limit * asks)
        price = cost_usd(self.connection.model, most, price=self.settings.price)
        return retries.Need(size // 4, price, first)

    def _failure(self, exception: Exception, asked_as: capabilities.Capabilities, account: Account) -> Failed:
        if any(isinstance(link, IncompleteOutputException) for link in faults.chain(exception)):
            error = errors.Truncated(
                f"The answer of {self.connection.model} was cut off; raise the limit, or split the article."
            )
            again = not account.doubled
            account.doubled = True
            return Failed(Fault.TRUNCATED if again else Fault.FINAL, error)
        failed = faults.failure(exception, self.endpoint)
        other = asked_as.without(_rejection(failed, exception))
        if other is not None and isinstance(failed.error, errors.RequestRejected):
            self.capabilities = other
            capabilities.learn(self.endpoint.url, self.connection.name, other)
            failed.fault = Fault.UNSUPPORTED
        elif failed.status is None and failed.fault is Fault.FINAL:
            said = "; ".join(f"{type(link).__name__}: {link}" for link in faults.chain(exception))
            if sdk.speaks_of_credentials(said):
                failed.error = sdk.no_credentials(self.connection, said)
        return failed


def _spent(attempts: Sequence[Attempt]) -> tuple[int, float | None]:
    """Return the tokens and the price of some requests; None where one of them has no known price."""
    costs = [attempt.cost_usd for attempt in attempts]
    known = [cost for cost in costs if cost is not None]
    total = sum(attempt.input_tokens + attempt.output_tokens for attempt in attempts)
    return total, sum(known) if len(known) == len(costs) else None


def _rejection(failed: Failed, exception: Exception) -> str:
    """Return what the provider, or its SDK, says against a parameter; "" where it is about something else."""
    if failed.status in (400, 422):
        return failed.words
    texts = (str(link) for link in faults.chain(exception) if isinstance(link, TypeError))
    return next((text for text in texts if "unexpected keyword argument" in text), "")


class _Meter:
    """Books the requests that instructor's loop makes, through its hooks."""

    def __init__(self, model: str, price: Price | None, account: Account) -> None:
        self.model = model
        self.price = price
        self.account = account
        self.started = time.perf_counter()
        self.open = False
        self.refused = False
        self.hooks = Hooks()
        self.hooks.on("completion:kwargs", self._begin)
        self.hooks.on("completion:response", self._end)

    def _begin(self, *_: object, **__: object) -> None:
        self.account.next_question()
        self.started = time.perf_counter()
        self.open = True

    def _end(self, response: object) -> None:
        used = tokens(usage_of(response))
        answered_by = getattr(response, "model", None) or getattr(response, "model_version", None)
        self.account.answered_by = answered_by if isinstance(answered_by, str) else None
        price = None
        if used.input:
            price = cost_usd(self.model, used, answered_by=self.account.answered_by, price=self.price)
        self.account.book(Attempt("ok", time.perf_counter() - self.started, *used, price))
        self.open = False
        self.refused = getattr(response, "stop_reason", None) == "refusal"

    def failed(self, failed: Failed) -> None:
        """Book the request that ended so, or rename it where its answer came."""
        outcome = type(failed.error).__name__
        if self.open:
            self.account.book(Attempt(outcome, time.perf_counter() - self.started, cost_usd=0.0))
            self.open = False
        else:
            self.account.reject_last(outcome)
