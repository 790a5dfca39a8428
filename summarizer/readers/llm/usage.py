"""Tokens of one answer, as each provider names them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Tokens(NamedTuple):
    """Tokens of one request; `cached` ones are part of `input`."""

    input: int = 0
    output: int = 0
    cached: int = 0


def tokens(usage: object) -> Tokens:
    """Return the tokens in the `usage` of an answer, a mapping or an SDK's object; zero where it names none.

    Read it before instructor does: it adds the usage of earlier attempts into the object.
    """
    total = _number(usage, "prompt_tokens", "prompt_token_count")
    cached = _number(_part(usage, "prompt_tokens_details"), "cached_tokens") or _number(
        usage, "prompt_cache_hit_tokens", "cached_content_token_count"
    )
    output = _number(usage, "completion_tokens", "output_tokens", "candidates_token_count")
    output += _number(usage, "thoughts_token_count")
    if not total:  # Anthropic counts what was cached beside the input, not in it
        cached = _number(usage, "cache_read_input_tokens")
        total = _number(usage, "input_tokens") + cached + _number(usage, "cache_creation_input_tokens")
    return Tokens(total, output, min(cached, total))


def usage_of(response: object) -> object:
    """Return the usage of an SDK's response object."""
    return _part(response, "usage") or _part(response, "usage_metadata")


def _number(source: object, *names: str) -> int:
    for name in names:
        value = _part(source, name)
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
    return 0


def _part(source: object, name: str) -> object:
    return source.get(name) if isinstance(source, Mapping) else getattr(source, name, None)
