"""What a request costs, from the price list that ships with genai-prices; never from the network."""

from __future__ import annotations

import functools

from summarizer.readers.llm.usage import Tokens

_PROVIDERS = {"azure_openai": "azure", "bedrock": "aws", "gemini": "google", "xai": "x-ai"}
"""instructor's name of a provider, where genai-prices has another one."""


def cost_usd(model: str, tokens: Tokens, *, answered_by: str | None = None) -> float | None:
    """Return the price of one request in US dollars, or None where the price of the model is not known.

    Args:
        model: provider string ("openai/gpt-4.1-mini"); the price is the provider's own, also behind a proxy.
        tokens: what the request used.
        answered_by: the model's name as the endpoint gave it; its price is taken where the first name has
            none (the name of a deployment).
    """
    provider, _, name = model.partition("/")
    provider = _PROVIDERS.get(provider, provider)
    for candidate in (name, answered_by):
        if candidate and _is_listed(provider, candidate):
            return _price(provider, candidate, tokens)
    return None


@functools.lru_cache(
    maxsize=256
)  # to find that a name is on no list takes three times as long as to price one
def _is_listed(provider: str, name: str) -> bool:
    try:
        _price(provider, name, Tokens(1, 1))
    except LookupError:
        return False
    return True


def _price(provider: str, name: str, tokens: Tokens) -> float:
    from genai_prices import Usage, calc_price

    cached = tokens.cached or None
    usage = Usage(input_tokens=tokens.input, output_tokens=tokens.output, cache_read_tokens=cached)
    return float(calc_price(usage, name, provider_id=provider).total_price)
