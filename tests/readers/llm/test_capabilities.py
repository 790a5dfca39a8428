"""What an endpoint does not take is found out once, and left out from then on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer import errors
from summarizer.readers.llm.capabilities import Capabilities
from summarizer.readers.llm.strict_schema import strict_schema
from summarizer.schema import Draft

NO_SCHEMA = "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model."
NO_TEMPERATURE = "Unsupported value: 'temperature' does not support 0.0 with this model."
NEW_LIMIT = "Unsupported parameter: 'max_tokens' is not supported; use 'max_completion_tokens' instead."


def test_an_endpoint_without_structured_output_gets_the_schema_in_the_prompt(
    endpoint: Any, read: Any
) -> None:
    """Compact, at the end of the static part; the report's parameters say so."""
    endpoint.then(endpoint.fails(400, NO_SCHEMA), endpoint.answers())

    reading = read()

    second = endpoint.requests[1].body
    assert "response_format" not in second
    schema = json.dumps(strict_schema(Draft), separators=(",", ":"))
    assert second["messages"][0]["content"].endswith(schema)
    assert second["messages"][-1] == endpoint.requests[0].body["messages"][-1]
    assert reading.parameters["structured_output"] == "prompt"
    assert reading.parameters["strict"] is False
    assert [attempt.outcome for attempt in reading.attempts] == ["RequestRejected", "ok"]


def test_examples_show_whole_drafts_only_where_a_schema_demands_them(endpoint: Any, read: Any) -> None:
    """Elsewhere null and empty properties are left out, which saves output tokens."""
    endpoint.then(endpoint.fails(400, NO_SCHEMA), endpoint.answers())

    read()

    whole, short = (json.loads(request.body["messages"][2]["content"]) for request in endpoint.requests)
    assert set(whole) == set(Draft.model_fields)
    assert set(short) == {"relevance", "document_type", "headline", "abstract"}


def test_what_was_learned_is_remembered(endpoint: Any, read: Any) -> None:
    """The next reader of the process does not ask in vain again."""
    endpoint.then(
        endpoint.fails(400, NO_SCHEMA), endpoint.fails(400, NO_TEMPERATURE), *[endpoint.answers()] * 2
    )

    read()
    reading = read()

    assert len(endpoint.requests) == 4
    assert len(reading.attempts) == 1
    assert "temperature" not in reading.parameters


def test_another_model_at_the_endpoint_is_asked_anew(endpoint: Any, read: Any) -> None:
    """Capabilities are a model's, not only a server's."""
    endpoint.then(endpoint.fails(400, NO_TEMPERATURE), endpoint.answers(), endpoint.answers())

    read(model="openai/thinker")
    read(model="openai/plain")

    assert "temperature" in endpoint.requests[2].body


def test_an_endpoint_may_give_in_on_everything_in_turn(endpoint: Any, read: Any, pauses: Any) -> None:
    """Temperature, the limit's name, structured output: each costs one rejected request, no pause."""
    endpoint.then(
        endpoint.fails(400, NEW_LIMIT),
        endpoint.fails(400, NO_TEMPERATURE),
        endpoint.fails(422, NO_SCHEMA),
        endpoint.answers(),
    )

    read()

    last = endpoint.requests[-1].body
    assert last["max_completion_tokens"] == 8192
    assert not {"max_tokens", "temperature", "response_format"} & set(last)
    assert set(pauses.seconds) == {0.0}


def test_a_limit_that_the_model_cannot_reach_is_left_out(endpoint: Any, read: Any) -> None:
    """A model of few tokens decides for itself."""
    endpoint.then(
        endpoint.fails(
            400, "max_tokens is too large: 8192. This model supports at most 4096 completion tokens."
        ),
        endpoint.answers(),
    )

    read()

    assert not {"max_tokens", "max_completion_tokens"} & set(endpoint.requests[1].body)


def test_an_endpoint_that_rejects_everything(endpoint: Any, read: Any) -> None:
    """When nothing is left to give up, the rejection is the outcome."""
    endpoint.otherwise = endpoint.fails(400, "response_format, temperature and max_tokens are unsupported")

    with pytest.raises(errors.RequestRejected):
        read()

    assert len(endpoint.requests) == 5


def test_a_rejection_that_names_no_parameter_is_final(endpoint: Any, read: Any) -> None:
    """Nothing is guessed."""
    endpoint.then(endpoint.fails(400, "Invalid value for 'messages[1].role'."))

    with pytest.raises(errors.RequestRejected, match="messages"):
        read()

    assert len(endpoint.requests) == 1


@pytest.mark.parametrize(
    ("url", "limit"),
    [
        ("https://api.openai.com/v1", "max_completion_tokens"),
        ("https://eu.api.openai.com/v1", "max_completion_tokens"),
        ("http://localhost:8000/v1", "max_tokens"),
        ("https://openai.com.example.org/v1", "max_tokens"),
        ("anthropic", "max_tokens"),
    ],
)
def test_the_name_of_the_output_limit_to_begin_with(url: str, limit: str) -> None:
    """OpenAI's reasoning models take only the new name, many compatible servers only the old one."""
    assert Capabilities.of(url).limit == limit
