"""What a request costs, from the price list that ships with genai-prices; never from the network."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from decimal import Decimal

from summarizer.errors import UsageError
from summarizer.readers.llm.usage import Tokens

_PROVIDERS = {"azure_openai": "azure", "bedrock": "aws", "gemini": "google", "xai": "x-ai"}
"""instructor's name of a provider, where genai-prices has another one."""


@dataclass(frozen=True, slots=True)
class Price:
    """What a million tokens cost in US dollars, by the user's word instead of the price list's."""

    input: float
    output: float
    cached: float | None = None
    """A million input tokens that the provider had cached; None: as much as others."""

    @classmethod
    def parse(cls, text: str) -> Price:
        """Return the price written as "0.40,1.60" or "0.40,1.60,0.10": input, output, cached input."""
        try:
            numbers = [float(part) for part in text.split(",")]
        except ValueError:
            numbers = []
        if len(numbers) not in (2, 3) or any(not 0 <= number < 1e6 for number in numbers):
            raise UsageError(
                f"{text!r} is no price; write USD for a million input and output tokens, such as 0.40,1.60."
            )
        return cls(*numbers)

    def of(self, tokens: Tokens) -> float:
        """Return the price of one request."""
        cached = self.input if self.cached is None else self.cached
        fresh = tokens.input - tokens.cached
        return (fresh * self.input + tokens.cached * cached + tokens.output * self.output) / 1e6


def cost_usd(
    model: str, tokens: Tokens, *, answered_by: str | None = None, price: Price | None = None
) -> float | None:
    """Return the price of one request in US dollars, or None where the price of the model is not known.

    Args:
        model: provider string ("openai/gpt-4.1-mini"); the price is the provider's own, also behind a proxy.
        tokens: what the request used.
        answered_by: the model's name as the endpoint gave it; its price is taken where the first name has
            none (the name of a deployment).
        price: the user's own, instead of the list's.
    """
    if price is not None:
        return price.of(tokens)
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
    flat = _flat(provider, name)
    return _listed(provider, name, tokens) if flat is None else flat.of(tokens)


@functools.lru_cache(maxsize=256)
def _flat(provider: str, name: str) -> Price | None:
    """Return the price of a model where it is the same at all times and for prompts of all lengths.

    The list's own calculation takes a tenth of the CPU of an article.
    """
    from genai_prices import Usage, calc_price
    from genai_prices.types import ModelPrice

    found = calc_price(Usage(input_tokens=1), name, provider_id=provider)
    prices = found.model.prices
    if not isinstance(prices, ModelPrice):  # it depends on the day or the hour
        return None
    if any(value is not None and not isinstance(value, Decimal) for value in vars(prices).values()):
        return None  # it depends on the length of the prompt
    if _listed(provider, name, Tokens()):
        return None  # it has a share for each request
    million = 1_000_000
    return Price(
        _listed(provider, name, Tokens(input=million)),
        _listed(provider, name, Tokens(output=million)),
        _listed(provider, name, Tokens(input=million, cached=million)),
    )


def _listed(provider: str, name: str, tokens: Tokens) -> float:
    from genai_prices import Usage, calc_price

    cached = tokens.cached or None
    usage = Usage(input_tokens=tokens.input, output_tokens=tokens.output, cache_read_tokens=cached)
    return float(calc_price(usage, name, provider_id=provider).total_price)
