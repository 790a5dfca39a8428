"""Whether a model can be reached, found out without paying for a call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.errors import NotAnApi, SummarizerError, UnknownModel
from summarizer.readers.llm import faults
from summarizer.readers.llm.connection import Connection, connect, shown
from summarizer.readers.llm.forecast import CHARACTERS_PER_TOKEN, static_tokens
from summarizer.readers.llm.prices import cost_usd
from summarizer.readers.llm.prompt import Prompt
from summarizer.readers.llm.usage import Tokens

if TYPE_CHECKING:
    from pathlib import Path

TYPICAL_ARTICLE = 2800
"""Characters of an article of 450 words."""
TYPICAL_ANSWER = 1500
"""Tokens of its draft: two operations, five actors, four casualties."""


@dataclass(frozen=True, slots=True)
class CallEstimate:
    """What reading one article of 450 words would take."""

    input_tokens: int
    output_tokens: int
    cost_usd: float | None
    """None: the price of the model is not known."""


class Probe:
    """A model as the command line names it, before anything is sent to it.

    Raises:
        UsageError, MissingKey: as `LLMReader` does.
    """

    def __init__(
        self,
        model: str,
        *,
        base_url: str | None,
        prompts: Path | None,
        codebook: str,
        timeout_s: float,
    ) -> None:
        self._connection: Connection = connect(model, base_url=base_url, timeout_s=timeout_s)
        self.model = model
        self.address = shown(self._connection.base_url) if self._connection.base_url else None
        self.prompt = Prompt.load(prompts, codebook=codebook)

    def estimate(self) -> CallEstimate:
        """Return the tokens and the price of one article, without the discount of a prompt cache."""
        static = static_tokens(self.prompt.messages(whole=True), self._connection)
        tokens = Tokens(static + round(TYPICAL_ARTICLE / CHARACTERS_PER_TOKEN), TYPICAL_ANSWER)
        return CallEstimate(tokens.input, tokens.output, cost_usd(self.model, tokens))

    async def reach(self) -> str:
        """Ask the endpoint for its models, which no provider charges for, and say in words what it answered.

        Raises:
            ProviderError: the endpoint cannot be reached, refuses the key, or has no such model.
        """
        import openai

        from summarizer.readers.llm.sdk import http_client, open_sdk

        client = open_sdk(self._connection, http_client(self._connection))
        if not isinstance(client, openai.AsyncOpenAI):
            return f"not asked: {self._connection.provider} has no list of models that costs nothing"
        endpoint = self._connection.endpoint(str(client.base_url), str(client.api_key))
        try:
            page = await client.models.list()
            names = {model.id for model in page.data}
        except AttributeError:  # the SDK takes a web page for the list, and finds that it is text
            failed: SummarizerError = NotAnApi(
                f"{endpoint.url} answers, but not as a chat completions API; check --base-url "
                "(it usually ends in /v1)."
            )
        except Exception as error:  # noqa: BLE001 - whatever the SDK raises becomes one of ours
            failed = faults.failure(error, endpoint).error
        else:
            if self._connection.name in names:
                return f"yes; it has {self._connection.name}"
            if not names:
                return "yes; it lists no models"
            failed = UnknownModel(
                f"{endpoint.url} answers, but lists no model {self._connection.name!r}; it has "
                f"{', '.join(sorted(names)[:5])}{' …' if len(names) > 5 else ''}."
            )
        finally:
            await client.close()
        raise failed
