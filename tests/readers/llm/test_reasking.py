"""Answers that do not validate go back to the model, with what is wrong, at most twice."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer import errors
from summarizer.readers.base import Attempt
from summarizer.readers.llm.retries import Limits

GOOD = {"relevance": "event_report", "document_type": "news", "headline": "A", "abstract": "B"}
BAD: dict[str, object] = {**GOOD, "relevance": "very", "operations": [{"id": "O1"}], "surprise": 1}


def attempts(source: Any) -> list[Attempt]:
    """The attempts of a reading or an error."""
    return list(source.attempts)


def test_an_answer_is_mended(endpoint: Any, read: Any) -> None:
    """The second request holds the first answer and names the failing paths."""
    endpoint.then(endpoint.answers(BAD), endpoint.answers(GOOD))

    reading = read()

    first, second = (request.body for request in endpoint.requests)
    assert second["messages"][:-2] == first["messages"]
    answer, complaint = second["messages"][-2:]
    assert (answer["role"], json.loads(answer["content"])) == ("assistant", BAD)
    assert complaint["role"] == "user"
    assert 'relevance: "very" is none of the words that the schema lists' in complaint["content"]
    assert "operations[0].title is missing" in complaint["content"]
    assert "surprise is no field of the schema" in complaint["content"]
    assert [attempt.outcome for attempt in reading.attempts] == ["Invalid", "ok"]


def test_a_complaint_does_not_depend_on_the_release_of_pydantic(endpoint: Any, read: Any) -> None:
    """No address, no version and no wording of pydantic's: a release must not change a request."""
    endpoint.then(endpoint.answers(BAD), endpoint.answers(GOOD))

    read()

    complaint = endpoint.requests[1].body["messages"][-1]["content"]
    assert "pydantic" not in complaint
    assert "http" not in complaint
    assert "validation error" not in complaint
    assert "Input should be" not in complaint


def test_two_re_asks_may_be_needed(endpoint: Any, read: Any) -> None:
    """Each answer is paid and counted on its own."""
    endpoint.then(endpoint.answers("no"), endpoint.answers(BAD), endpoint.answers(GOOD))

    reading = read()

    assert [attempt.outcome for attempt in reading.attempts] == ["Invalid", "Invalid", "ok"]
    assert sum(attempt.input_tokens for attempt in reading.attempts) == 300
    assert sum(attempt.cached_tokens for attempt in reading.attempts) == 180


def test_a_model_that_answers_prose(endpoint: Any, read: Any) -> None:
    """Three answers, then an error that says how many there were and what was wrong."""
    endpoint.otherwise = endpoint.answers("The article is about an ambush.")

    with pytest.raises(errors.Invalid, match="no valid draft in 3 answers: the answer is not JSON") as caught:
        read()

    assert len(endpoint.requests) == 3
    assert [attempt.outcome for attempt in attempts(caught.value)] == ["Invalid"] * 3
    assert sum(attempt.output_tokens for attempt in attempts(caught.value)) == 60
    assert caught.value.outcome == "invalid"
    assert "ambush" not in str(caught.value)


@pytest.mark.parametrize("content", ["", "null", "[]", "7", '"x"', "{", "}{", "{}", "[" * 100_000])
def test_whatever_a_model_answers_ends_in_a_named_error(endpoint: Any, read: Any, content: str) -> None:
    """No answer crashes the reader."""
    endpoint.otherwise = endpoint.answers(content)

    with pytest.raises(errors.Invalid):
        read(settings={"limits": Limits(reasks=0)})

    assert len(endpoint.requests) == 1


def test_no_content_at_all(endpoint: Any, read: Any) -> None:
    """A message with a null content is asked again."""
    endpoint.then(
        endpoint.sends(200, {"choices": [{"finish_reason": "stop", "message": {"content": None}}]}),
        endpoint.answers(),
    )

    assert [attempt.outcome for attempt in read().attempts] == ["Invalid", "ok"]


def test_a_network_fault_during_a_re_ask(endpoint: Any, read: Any) -> None:
    """The two kinds of retry do not multiply, and neither forgets what the other spent."""
    endpoint.then(endpoint.answers(BAD), endpoint.fails(500), endpoint.resets(), endpoint.answers(GOOD))

    reading = read()

    assert [attempt.outcome for attempt in reading.attempts] == [
        "Invalid",
        "Unreachable",
        "Unreachable",
        "ok",
    ]
    assert endpoint.requests[1].body == endpoint.requests[3].body


def test_a_refusal_after_an_invalid_answer_keeps_the_account(endpoint: Any, read: Any) -> None:
    """Tokens of both answers hang on the error."""
    endpoint.then(endpoint.answers(BAD), endpoint.answers("", refusal="No."))

    with pytest.raises(errors.Refused) as caught:
        read()

    assert [(a.outcome, a.input_tokens) for a in attempts(caught.value)] == [
        ("Invalid", 100),
        ("Refused", 100),
    ]


def test_a_long_list_of_errors_is_cut(endpoint: Any, read: Any) -> None:
    """A re-ask costs tokens: twenty places are enough."""
    endpoint.then(endpoint.answers({**GOOD, "operations": [{}] * 50}), endpoint.answers(GOOD))

    read()

    complaint = endpoint.requests[1].body["messages"][-1]["content"]
    assert complaint.count(" is missing") == 20
    assert "more" in complaint
