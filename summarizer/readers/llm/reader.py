"""The reader that asks a language model."""

from __future__ import annotations

import asyncio
import contextlib
import weakref
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from pydantic import ValidationError

from summarizer.errors import Invalid, SummarizerError
from summarizer.readers.base import Reading
from summarizer.readers.llm import faults
from summarizer.readers.llm.answer_errors import complaint
from summarizer.readers.llm.connection import Connection, connect
from summarizer.readers.llm.echoes import without_echo
from summarizer.readers.llm.forecast import answer_tokens, article_tokens, static_tokens
from summarizer.readers.llm.prices import cost_usd
from summarizer.readers.llm.prompt import Prompt, article_message
from summarizer.readers.llm.repair_prompt import Mended, RepairPrompt, repair_message
from summarizer.readers.llm.retries import Account
from summarizer.readers.llm.settings import Settings
from summarizer.readers.llm.task import Filled, Task
from summarizer.readers.llm.usage import Tokens
from summarizer.schema.codebook import codebook_for_readers
from summarizer.schema.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Article
    from summarizer.readers.base import Doubt
    from summarizer.readers.llm.chat_client import ChatClient
    from summarizer.readers.llm.native_client import NativeClient
    from summarizer.readers.llm.prompt import Message


class LLMReader:
    """Fills drafts with a language model, through instructor.

    The SDK is imported and connected at the first article or by `aopen`, once for each event loop.

    Args:
        model: provider string ("openai/gpt-4.1-mini", "anthropic/claude-sonnet-4-0", "ollama/llama3.1").
        base_url: address of a compatible server; for `openai/` otherwise OPENAI_BASE_URL, else OpenAI itself.
        api_key: otherwise the provider's own variable (OPENAI_API_KEY, …).
        prompts: directory with a prompt of your own (see `Prompt.load` and `RepairPrompt.load`).
        codebook: the vocabulary with its definitions, appended to the instructions; None: the package's.
        timeout_s: seconds that one request may take.
        settings: limits, retries, and the gate that requests pass.

    Raises:
        UsageError: no such provider, no address, or a directory without a prompt.
        MissingKey: there is no key.

    For example:

        async with LLMReader("openai/gpt-4.1-mini") as reader:
            reading = await reader.read(Article(text))
    """

    def __init__(
        self,
        model: str,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        prompts: Path | None = None,
        codebook: str | None = None,
        timeout_s: float = 180.0,
        settings: Settings | None = None,
    ) -> None:
        self._connection = connect(model, base_url=base_url, api_key=api_key, timeout_s=timeout_s)
        self.name = model
        self.version = self._connection.name
        self.prompt = Prompt.load(prompts, codebook=codebook_for_readers() if codebook is None else codebook)
        self.repair_prompt = RepairPrompt.load(prompts)
        self.settings = settings or Settings()
        self._drafting = Task(Draft, self.prompt)
        self._mending = Task(Mended, self.repair_prompt)
        self._static_tokens: int | None = None
        self._clients: dict[asyncio.AbstractEventLoop, _Opened] = {}

    async def aopen(self) -> None:
        """Import and connect the SDK for this event loop now; nothing is sent.

        Raises:
            UsageError: there is no such provider, or its package is not installed.
            MissingKey: there is no key.
        """
        self._client()

    async def read(self, article: Article) -> Reading:
        """Return the draft of an article with the account of all requests.

        Raises:
            SummarizerError: with `attempts`, the requests that were made for it.
        """
        draft, account = await self._ask(self._drafting, article_message(article))
        return self._reading(draft, self._drafting, account)

    async def repair(self, article: Article, draft: Draft, doubts: Sequence[Doubt]) -> Reading:
        """Return a draft that holds the records which the model gave anew, with the account of all requests.

        Raises:
            SummarizerError: with `attempts`, the requests that were made for it.
        """
        mended, account = await self._ask(self._mending, repair_message(draft, doubts))
        return self._reading(draft.model_copy(update=dict(mended)), self._mending, account)

    @property
    def recipe(self) -> dict[str, Any]:
        """What drafts depend on beside the text and the model, known before the first request."""
        settings = self.settings
        return {
            "prompt_version": self._drafting.version,
            "temperature": settings.temperature,
            "max_output_tokens": settings.max_output_tokens,
        }

    def input_tokens(self, article: Article) -> float:
        """Return about how many tokens the request for an article has; re-asks and repairs have their own."""
        if self._static_tokens is None:
            self._static_tokens = static_tokens(self._drafting.static, self._connection)
        return self._static_tokens + article_tokens(article)

    def answer_tokens(self, article: Article, draft: Draft | None) -> float:
        """Return about how many tokens the answer has; `draft` is the embedded reader's, if it has one."""
        return answer_tokens(article, draft)

    def price_of(self, tokens: Tokens) -> float | None:
        """Return the price of one request with so many tokens in USD; None: it is not known."""
        return cost_usd(self.name, tokens, price=self.settings.price)

    async def _ask(self, task: Task[Filled], message: Message) -> tuple[Filled, Account]:
        client = self._client()
        account = Account(self.settings.limits, follows=task is self._mending)
        try:
            return await client.fill(task, message, account), account
        except Exception as exception:  # noqa: BLE001 - instructor and the SDKs raise what they like
            error = self._error(exception, client, account)
        error.message = without_echo(error.message, message["content"])
        error.args = (error.message,)
        error.attempts = tuple(account.attempts)
        # Raised out here and without its past: instructor's exceptions and frames hold every completion.
        error.__context__ = None
        raise error.with_traceback(None)

    def _reading(self, draft: Draft, task: Task[Any], account: Account) -> Reading:
        return Reading(
            draft=draft,
            attempts=tuple(account.attempts),
            reader_version=account.answered_by or self.version,
            prompt_version=task.version,
            parameters=self._client().parameters(),
        )

    async def aclose(self) -> None:
        """Close the connections of this event loop; the next article opens them again."""
        opened = self._clients.pop(asyncio.get_running_loop(), None)
        if opened is not None:
            opened.finalizer.detach()
            await opened.client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def _client(self) -> ChatClient | NativeClient:
        loop = asyncio.get_running_loop()
        if loop not in self._clients:
            for ended in [known for known in self._clients if known.is_closed()]:
                self._clients.pop(ended).finalizer()
            client = _open(self._connection, self.settings)
            self._clients[loop] = _Opened(client, weakref.finalize(self, _close_late, client, loop))
        return self._clients[loop].client

    def _error(self, exception: Exception, client: Any, account: Account) -> SummarizerError:
        from summarizer.readers.llm.answer import InvalidAnswer

        for link in faults.chain(exception):
            if isinstance(link, SummarizerError):
                return link
            if isinstance(link, InvalidAnswer | ValidationError):
                account.reject_last()
                return Invalid(
                    f"{self.name} gave no valid draft in {account.questions} answers: {_short(link)}. "
                    "Try again, or another model."
                )
        error = faults.failure(exception, client.endpoint).error
        error.__cause__ = exception
        return error


class _Opened(NamedTuple):
    client: ChatClient | NativeClient
    finalizer: weakref.finalize[..., LLMReader]


def _close_late(client: ChatClient | NativeClient, loop: asyncio.AbstractEventLoop) -> None:
    """Close what nobody closed, when the reader or the process ends; aiohttp prints a complaint otherwise."""
    closing = client.aclose()
    try:
        here = asyncio.get_running_loop()
    except RuntimeError:
        here = None
    if loop.is_running() and here is not loop:
        with contextlib.suppress(Exception):
            asyncio.run_coroutine_threadsafe(closing, loop).result(timeout=1.0)
        return
    with contextlib.suppress(StopIteration, RuntimeError):
        closing.send(None)  # its first step closes the sockets; what follows only waits for that
    closing.close()


def _open(connection: Connection, settings: Settings) -> ChatClient | NativeClient:
    # Imported here: openai and instructor take a second.
    from openai import AsyncOpenAI

    from summarizer.readers.llm.sdk import http_client, open_sdk

    http = http_client(connection)
    sdk = open_sdk(connection, http)
    if isinstance(sdk, AsyncOpenAI):
        from summarizer.readers.llm.chat_client import ChatClient

        return ChatClient(sdk, connection, settings, http)
    from summarizer.readers.llm.native_client import NativeClient

    return NativeClient(sdk, connection, settings)


def _short(error: Exception) -> str:
    text = complaint(error, limit=3) if isinstance(error, ValidationError) else str(error)
    return text if len(text) <= 300 else text[:300] + "…"
