"""Which reader a model's name stands for; nothing heavy is imported before one is chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import UsageError
from summarizer.readers.base import Reader

if TYPE_CHECKING:
    from summarizer.readers.llm.gate import ProviderGate
    from summarizer.readers.llm.prices import Price
    from summarizer.readers.rules import RulesReader

RULES = "rules"
"""The name of the embedded reader, the default: no key, no network, no bill."""


def reader_of(
    model: str,
    base_url: str | None,
    api_key: str | None,
    prompts: Path | str | None,
    timeout_s: float,
    price: Price | None,
    gate: ProviderGate,
    *,
    priced: bool,
) -> Reader:
    """Return the reader that a model's name stands for; `priced`: its price must be known.

    Raises:
        UsageError: no such provider, no price, or a setting that the embedded reader does not have.
        MissingKey: the provider needs a key and there is none.
    """
    if model == RULES:
        if base_url is not None or prompts is not None:
            raise UsageError(
                "base_url and prompts (--base-url, --prompts) are for a model; name one, "
                "for example openai/gpt-4.1-mini."
            )
        from summarizer.readers.rules import RulesReader

        return RulesReader()
    from summarizer.readers.llm import LLMReader, Settings
    from summarizer.readers.llm.prices import cost_usd
    from summarizer.readers.llm.usage import Tokens
    from summarizer.schema.codebook import codebook_for_readers

    if priced and cost_usd(model, Tokens(1, 1), price=price) is None:
        raise UsageError(
            f"The price of {model} is not known, so no budget can be kept; give it: --price INPUT,OUTPUT "
            "(USD for a million tokens, for example 0.40,1.60)."
        )
    return LLMReader(
        model,
        base_url=base_url,
        api_key=api_key,
        prompts=Path(prompts) if prompts is not None else None,
        codebook=codebook_for_readers(),
        timeout_s=timeout_s,
        settings=Settings(gate=gate, price=price),
    )


def embedded(reader: Reader) -> RulesReader | None:
    """Return the reader where it is the embedded one, which never waits."""
    from summarizer.readers.rules import RulesReader

    return reader if type(reader) is RulesReader else None  # a subclass may read in its own way
