"""Records from a chat completions endpoint: OpenAI, and every server that speaks like it.

instructor builds the request from messages and schema, parses the answer and re-asks; between it and the
network stands `ChatClient._create`, the one place that talks to the SDK. It sends the body with the
client's raw `post` (`posting.py`): the SDK's typed `create` walks every parameter and builds the whole
response as objects, which costs more CPU than the exchange itself. `benchmarks/model_client.py` measures it.
"""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING, Any, NamedTuple

import instructor
from instructor import Mode
from openai import AsyncAzureOpenAI, AsyncOpenAI
from openai.types.chat import ChatCompletion
from pydantic_core import from_json

from summarizer import errors
from summarizer.readers.base import Attempt
from summarizer.readers.llm import capabilities, faults, retries
from summarizer.readers.llm.answer import ANSWERS
from summarizer.readers.llm.faults import Failed, Fault
from summarizer.readers.llm.posting import Posting
from summarizer.readers.llm.prices import cost_usd
from summarizer.readers.llm.usage import Tokens, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.readers.llm.capabilities import Capabilities
    from summarizer.readers.llm.connection import Connection
    from summarizer.readers.llm.prompt import Message
    from summarizer.readers.llm.retries import Account
    from summarizer.readers.llm.settings import Settings
    from summarizer.readers.llm.task import Filled, Task


class Reply(NamedTuple):
    """The first choice of a chat completion, and what came with it."""

    message: Mapping[str, Any]
    finish_reason: str | None
    tokens: Tokens | None
    """None: the endpoint does not count them."""
    model: str | None
    headers: Mapping[str, str]


class ChatClient:
    """Fills records over one SDK client; serves many articles at a time, in one event loop."""

    def __init__(
        self, sdk: AsyncOpenAI, connection: Connection, settings: Settings, http: Any = None
    ) -> None:
        self.connection = connection
        self.settings = settings
        self.endpoint = connection.endpoint(str(sdk.base_url), sdk.api_key)
        self.capabilities = capabilities.recall(self.endpoint.url, connection.name)
        self._sdk = sdk
        path = f"deployments/{connection.name}/" if isinstance(sdk, AsyncAzureOpenAI) else ""
        self._posting = Posting(sdk, http, f"{path}chat/completions")
        self._heads: dict[tuple[Task[Any], Capabilities, int], bytes] = {}
        self._ask: Any = instructor.patch(create=self._create, mode=Mode.JSON_SCHEMA)

    async def fill(self, task: Task[Filled], article: Message, account: Account) -> Filled:
        """Return the task's record of an article, given as its message; book every request in `account`.

        Raises:
            Exception: of any type, with a `SummarizerError` or an `InvalidAnswer` among its causes.
        """
        answer = await self._ask(
            response_model=ANSWERS[task.shape],
            # What stands before the article goes into the body as bytes; instructor would copy and search it.
            messages=[article],
            max_retries=self.settings.limits.reasks,
            task=task,
            account=account,
        )
        filled: Filled = answer.filled
        return filled

    def parameters(self) -> dict[str, Any]:
        """Return how the endpoint is asked, beside the prompt."""
        chosen = self.capabilities
        sent = chosen.parameters(self.settings.max_output_tokens, self.settings.temperature)
        return {**sent, "structured_output": chosen.structured, "strict": chosen.structured == "json_schema"}

    async def aclose(self) -> None:
        """Close the connections."""
        await self._sdk.close()

    async def _create(
        self,
        *,
        messages: list[Message],
        response_format: dict[str, Any],
        task: Task[Any],
        account: Account,
        **_: object,
    ) -> ChatCompletion:
        """Send what instructor built until the endpoint answers or the retry table says stop."""
        account.next_question()
        try:
            return await retries.retrying(account, self.settings.sleep)(
                self._send, task, messages, response_format, account
            )
        except Failed as failed:
            raise retries.given_up(failed, account) from None

    async def _send(
        self, task: Task[Any], tail: list[Message], response_format: dict[str, Any], account: Account
    ) -> ChatCompletion:
        asked_as = self.capabilities
        limit = self.settings.max_output_tokens * (2 if account.doubled else 1)
        head, rest = self._head(task, asked_as, limit, response_format), _tail(tail)
        need = self._need(head, rest, limit, first=not (account.attempts or account.follows))
        await account.note()
        await self.settings.gate.enter(need)
        started = time.perf_counter()
        outcome, used = "cancelled", Tokens()
        price: float | None = 0.0
        signal = retries.Signal(status=None)
        try:
            reply = await self._post(head + rest)
            used = reply.tokens or Tokens()
            account.answered_by = reply.model
            known = reply.tokens is not None
            price = self._cost(used, reply.model) if known else None
            signal = retries.Signal(200, None, reply.headers, used.input + used.output, price)
            self._check(reply, asked_as, account)
            outcome = "ok"
            return _completion(reply.message, used)
        except Failed as failed:
            self._give_in(failed, asked_as, account)
            outcome = type(failed.error).__name__
            # What is no completion does not show that the endpoint serves, and may have been billed.
            if failed.status and failed.fault is not Fault.GARBLED:
                signal = retries.Signal(failed.status, failed.retry_after, failed.headers, usd=price)
            raise
        finally:
            account.book(Attempt(outcome, time.perf_counter() - started, *used, price))
            await self.settings.gate.leave(need, signal)

    def _need(self, head: bytes, rest: bytes, limit: int, *, first: bool) -> retries.Need:
        """Return what a request can take: of any text, no token is shorter than a byte.

        The static part is prose, of which no tokenizer makes more than a token for two bytes.
        """
        most = Tokens(len(head) // 2 + len(rest), limit)
        return retries.Need((len(head) + len(rest)) // 4, self._cost(most, None), first)

    def _cost(self, used: Tokens, answered_by: str | None) -> float | None:
        return cost_usd(self.connection.model, used, answered_by=answered_by, price=self.settings.price)

    async def _post(self, body: bytes) -> Reply:
        try:
            async with asyncio.timeout(self.connection.timeout_s):
                answer = await self._posting.post(body)
        except Exception as error:
            raise faults.failure(error, self.endpoint) from error
        if answer.status >= 400:
            raise faults.from_status(answer.status, answer.text, answer.headers, self.endpoint)
        try:
            reply = from_json(answer.content)
            if not reply.get("choices") and reply.get("error"):
                status = reply["error"].get("code")
                status = status if isinstance(status, int) and status >= 400 else 500
                raise faults.from_status(status, answer.text, answer.headers, self.endpoint)
            choice, usage, model = reply["choices"][0], reply.get("usage"), reply.get("model")
            return Reply(
                {**choice["message"]},
                choice.get("finish_reason"),
                tokens(usage) if usage else None,
                model if isinstance(model, str) else None,
                answer.headers,
            )
        except (ValueError, LookupError, TypeError, AttributeError):
            what = (
                "a web page"
                if answer.content.lstrip()[:1] == b"<"
                else "something else than a chat completion"
            )
            problem = errors.NotAnApi(f"{self.endpoint.url} answers with {what}; check --base-url.")
            raise Failed(Fault.GARBLED, problem, status=200) from None

    def _check(self, reply: Reply, asked_as: Capabilities, account: Account) -> None:
        model = self.connection.model
        if refusal := reply.message.get("refusal"):
            said = self.endpoint.quoted(str(refusal))
            raise Failed(Fault.FINAL, errors.Refused(f'{model} declined to read the article ("{said}").'))
        if reply.finish_reason == "content_filter":
            error = errors.Filtered(
                f"The content filter of {self.endpoint.url} stopped the answer of {model}."
            )
            raise Failed(Fault.FINAL, error)
        if reply.finish_reason == "length":
            raise self._truncated(asked_as, account)

    def _truncated(self, asked_as: Capabilities, account: Account) -> Failed:
        limit = self.settings.max_output_tokens * (2 if account.doubled else 1)
        error = errors.Truncated(
            f"The answer of {self.connection.model} was cut off at {limit} tokens; raise the limit, or split "
            "the article."
        )
        again = asked_as.limit is not None and not account.doubled
        account.doubled = True
        return Failed(Fault.TRUNCATED if again else Fault.FINAL, error)

    def _give_in(self, failed: Failed, asked_as: Capabilities, account: Account) -> None:
        """Where the endpoint rejects a parameter, ask in another way, for this article and all after it."""
        if failed.status not in (400, 422) or not isinstance(
            failed.error, errors.RequestRejected | errors.TooLong
        ):
            return
        other = asked_as.without(failed.words)
        if other is None:
            return
        if account.doubled and other.limit != asked_as.limit:  # it takes the limit, but not twice as much
            failed.error = self._truncated(asked_as, account).error
            return
        if self.capabilities == asked_as:
            self.capabilities = other
            capabilities.learn(self.endpoint.url, self.connection.name, other)
        failed.fault = Fault.UNSUPPORTED

    def _head(
        self, task: Task[Any], asked_as: Capabilities, limit: int, response_format: dict[str, Any]
    ) -> bytes:
        """Return the body up to the article's message: the same bytes for all articles, so made once."""
        key = (task, asked_as, limit)
        if key not in self._heads:
            body = {"model": self.connection.name, **asked_as.parameters(limit, self.settings.temperature)}
            if asked_as.structured == "json_schema":
                strict = {**response_format["json_schema"], "strict": True}
                body |= {"response_format": {**response_format, "json_schema": strict}}
                messages = task.static
            else:
                messages = task.with_schema()
            self._heads[key] = _json({**body, "messages": messages}).removesuffix("]}").encode()
        return self._heads[key]


def _tail(messages: list[Message]) -> bytes:
    return "".join(["," + _json(message) for message in messages]).encode(errors="replace") + b"]}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _completion(message: Mapping[str, Any], used: Tokens) -> ChatCompletion:
    """Return the little of a completion that instructor looks at, as the type that it expects."""
    content = message.get("content")
    return ChatCompletion.model_validate(
        {
            "id": "",
            "object": "chat.completion",
            "created": 0,
            "model": "",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": "stop",
                    "message": {"role": "assistant", "content": content if isinstance(content, str) else ""},
                }
            ],
            # Without it instructor looks for the anthropic package, in vain, for every answer.
            "usage": {
                "prompt_tokens": used.input,
                "completion_tokens": used.output,
                "total_tokens": used.input + used.output,
            },
        }
    )
