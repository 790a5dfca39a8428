"""Tokens as each provider names them, and what they cost."""

from __future__ import annotations

import socket
from types import SimpleNamespace

import genai_prices.data
import pytest

from summarizer.readers.llm import prices
from summarizer.readers.llm.prices import cost_usd
from summarizer.readers.llm.usage import Tokens, tokens, usage_of


@pytest.mark.parametrize(
    ("usage", "expected"),
    [
        ({"prompt_tokens": 10, "completion_tokens": 5}, (10, 5, 0)),
        (
            {"prompt_tokens": 10, "completion_tokens": 5, "prompt_tokens_details": {"cached_tokens": 8}},
            (10, 5, 8),
        ),
        ({"prompt_tokens": 10, "completion_tokens": 5, "prompt_tokens_details": None}, (10, 5, 0)),
        ({"prompt_tokens": 10, "completion_tokens": 5, "prompt_cache_hit_tokens": 4}, (10, 5, 4)),
        ({"prompt_tokens": 10, "prompt_tokens_details": {"cached_tokens": 80}}, (10, 0, 10)),
        (SimpleNamespace(input_tokens=10, output_tokens=5, cache_read_input_tokens=30), (40, 5, 30)),
        (SimpleNamespace(input_tokens=1, output_tokens=5, cache_creation_input_tokens=9), (10, 5, 0)),
        (
            SimpleNamespace(
                prompt_token_count=10,
                candidates_token_count=5,
                thoughts_token_count=2,
                cached_content_token_count=3,
            ),
            (10, 7, 3),
        ),
        ({"prompt_tokens": "many", "completion_tokens": True}, (0, 0, 0)),
        ({"prompt_tokens": -1}, (0, 0, 0)),
        ([], (0, 0, 0)),
        (None, (0, 0, 0)),
    ],
    ids=[
        "openai",
        "cached",
        "null",
        "deepseek",
        "odd",
        "anthropic",
        "anthropic-new",
        "google",
        "junk",
        "negative",
        "list",
        "none",
    ],
)
def test_tokens_of_each_provider(usage: object, expected: tuple[int, int, int]) -> None:
    """Cached ones are part of the input, also where a provider counts them beside it."""
    assert tokens(usage) == expected


def test_where_a_response_keeps_its_usage() -> None:
    assert usage_of(SimpleNamespace(usage=1)) == 1
    assert usage_of(SimpleNamespace(usage_metadata=2)) == 2
    assert usage_of(SimpleNamespace()) is None


def test_a_price_is_the_provider_s_list_price() -> None:
    """Fresh input, cached input and output each at their own."""
    assert cost_usd("openai/gpt-4.1-mini", Tokens(1_000_000, 0, 0)) == pytest.approx(0.40)
    assert cost_usd("openai/gpt-4.1-mini", Tokens(1_000_000, 0, 1_000_000)) == pytest.approx(0.10)
    assert cost_usd("openai/gpt-4.1-mini", Tokens(0, 1_000_000, 0)) == pytest.approx(1.60)


def test_an_unknown_model_has_no_price() -> None:
    """None is not zero."""
    assert cost_usd("openai/my-finetune", Tokens(1, 1)) is None
    assert cost_usd("ollama/llama3", Tokens(1, 1)) is None
    assert cost_usd("nonsense/x", Tokens(1, 1)) is None


def test_a_deployment_has_the_price_of_the_model_that_answers() -> None:
    """Azure's names are the user's own."""
    assert cost_usd("azure_openai/our-prod", Tokens(1000, 10), answered_by="gpt-4o-mini") == cost_usd(
        "azure_openai/gpt-4o-mini", Tokens(1000, 10)
    )


def test_prices_never_come_from_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list is the one that was installed."""

    def refuse(*_: object) -> None:
        raise AssertionError("a price was looked up in the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)

    assert cost_usd("openai/gpt-4o", Tokens(10, 10)) is not None


def test_what_is_reckoned_from_a_flat_price_is_what_the_list_reckons() -> None:
    """For every model of the list whose price is taken to be flat, with and without cached tokens."""
    used = [Tokens(9000, 900), Tokens(9000, 900, 8000), Tokens(300_000, 10, 299_999), Tokens(0, 5)]
    flat = 0
    for provider in genai_prices.data.providers:
        for model in provider.models:
            try:
                found = prices._flat(provider.id, model.id)
            except LookupError:  # a family's name, not a model's
                continue
            if found is not None:
                flat += 1
                listed = [prices._listed(provider.id, model.id, tokens) for tokens in used]
                assert [found.of(tokens) for tokens in used] == pytest.approx(listed, rel=1e-9), model.id
    assert flat > 100


def test_a_price_that_depends_on_the_prompts_length_is_not_taken_to_be_flat() -> None:
    """Some models cost more a token when the prompt is long."""
    few, many = Tokens(100_000, 1000), Tokens(400_000, 1000)
    price = [prices.cost_usd("google/gemini-2.5-pro", tokens) for tokens in (few, many)]
    assert price[0] is not None and price[1] is not None
    assert price[1] > 4 * price[0]
