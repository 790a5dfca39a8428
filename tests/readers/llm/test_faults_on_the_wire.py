"""What becomes of an article when the endpoint, the network or the model fails.

Each fault is made by a real server on the loopback interface; only sleeping is taken out.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
import socket
import traceback
from typing import Any

import pytest

from summarizer import errors
from summarizer.article import Article
from summarizer.readers.base import Attempt
from summarizer.readers.llm import retries
from summarizer.readers.llm.faults import Fault
from summarizer.readers.llm.retries import Limits

QUOTA = {"code": "insufficient_quota", "message": "You exceeded your current quota, please check your plan."}


@pytest.fixture(params=[False, True], ids=["first", "later"])
def warm(request: pytest.FixtureRequest) -> bool:
    """Every fault at the first article of a reader, and at a later one."""
    return bool(request.param)


def attempts(source: Any) -> list[Attempt]:
    """The attempts of a reading or an error."""
    return list(source.attempts)


def outcomes(source: Any) -> list[str]:
    """How each of them ended."""
    return [attempt.outcome for attempt in attempts(source)]


@pytest.mark.parametrize(
    ("headers", "least", "most"),
    [
        ({"Retry-After": "7"}, 7.0, 8.0),
        ({"retry-after-ms": "1500"}, 1.5, 2.0),
        ({}, 0.5, 1.0),
        ({"Retry-After": "soon"}, 0.5, 1.0),
        ({"Retry-After": "nan"}, 0.5, 1.0),
        ({"Retry-After": "-3"}, 0.5, 1.0),
    ],
    ids=["seconds", "milliseconds", "none", "words", "nan", "negative"],
)
def test_a_429_waits_as_long_as_it_is_told(
    endpoint: Any, read: Any, pauses: Any, headers: dict[str, str], least: float, most: float
) -> None:
    """Retry-After is honoured, with a jitter on top so that not all come back at once."""
    endpoint.then(endpoint.fails(429, "slow down", headers=headers), endpoint.answers())

    reading = read()

    assert outcomes(reading) == ["RateLimited", "ok"]
    assert len(pauses.seconds) == 1
    assert least <= pauses.seconds[0] <= most


def test_retry_after_may_be_a_date(endpoint: Any, read: Any, pauses: Any) -> None:
    """The other form that HTTP allows."""
    then = email.utils.format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=20), usegmt=True)
    endpoint.then(endpoint.fails(503, headers={"Retry-After": then}), endpoint.answers())

    read()

    assert 15 <= pauses.seconds[0] <= 21


def test_a_429_without_end_ends(endpoint: Any, read: Any) -> None:
    """Five attempts, then an error that says so and what to do."""
    endpoint.otherwise = endpoint.fails(429, "slow down")

    with pytest.raises(
        errors.RateLimited, match=r"\(429\); wait, or send fewer at a time \(5 attempts\)\."
    ) as caught:
        read()

    assert len(endpoint.requests) == 5
    assert outcomes(caught.value) == ["RateLimited"] * 5


def test_a_wait_longer_than_the_time_left_is_not_begun(endpoint: Any, read: Any, pauses: Any) -> None:
    """An hour's Retry-After gives the article back at once instead of holding it."""
    endpoint.otherwise = endpoint.fails(429, headers={"Retry-After": "3600"})

    with pytest.raises(errors.RateLimited):
        read()

    assert len(endpoint.requests) == 1
    assert pauses.seconds == []


def test_an_exhausted_quota_is_not_asked_again(endpoint: Any, read: Any) -> None:
    """It is a 429 too, and waiting does not help."""
    endpoint.then(endpoint.sends(429, {"error": QUOTA}, {"Retry-After": "1"}))

    with pytest.raises(errors.QuotaExhausted, match="used up") as caught:
        read()

    assert len(endpoint.requests) == 1
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("status", [500, 502, 503, 504, 529, 408, 409])
def test_a_fault_of_the_server_is_tried_again(endpoint: Any, read: Any, pauses: Any, status: int) -> None:
    """With pauses that grow."""
    endpoint.then(*[endpoint.fails(status, "oops")] * 3, endpoint.answers())

    reading = read()

    assert outcomes(reading) == ["Unreachable"] * 3 + ["ok"]
    assert pauses.seconds == sorted(pauses.seconds)
    assert reading.attempts[0].input_tokens == 0


def test_a_server_that_stays_down_ends(endpoint: Any, read: Any) -> None:
    """Five attempts, then one line with the address."""
    endpoint.otherwise = endpoint.fails(500, "the database is on fire")

    with pytest.raises(errors.Unreachable, match=r'/v1 has a fault \(500\) \("the database is on fire"\)'):
        read()

    assert len(endpoint.requests) == 5


def test_faults_of_several_kinds_share_the_attempts(endpoint: Any, read: Any) -> None:
    """Whatever they are called, an endpoint gets five chances; being told to wait is none of them."""
    busy, down, reset = endpoint.fails(429), endpoint.fails(500), endpoint.resets()
    endpoint.then(busy, down, reset, down, busy, reset, down)

    with pytest.raises(errors.Unreachable, match=r"\(5 attempts\)"):
        read()

    assert len(endpoint.requests) == 7


def test_a_reset_connection_is_tried_again(endpoint: Any, read: Any) -> None:
    """The network is at fault, not the article."""
    endpoint.then(endpoint.resets(), endpoint.resets(), endpoint.answers())

    assert outcomes(read()) == ["Unreachable", "Unreachable", "ok"]


def test_a_reset_is_not_called_a_time_out(endpoint: Any, read: Any) -> None:
    """The transports name them alike; the message tells them apart."""
    endpoint.otherwise = endpoint.resets()

    with pytest.raises(errors.Unreachable, match="broke off the connection"):
        read()


def test_silence_times_out(endpoint: Any, read: Any) -> None:
    """Three attempts of `timeout_s`, then an error that says it was time."""
    endpoint.otherwise = endpoint.stalls()

    with pytest.raises(errors.Unreachable, match="did not answer in time") as caught:
        read(timeout_s=0.1)

    seconds = [attempt.seconds for attempt in attempts(caught.value)]
    assert len(seconds) == 3
    assert all(0.05 < each < 5 for each in seconds)


def test_nobody_listens(read: Any, pauses: Any) -> None:
    """A dead endpoint is said to be one after three attempts."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

    with pytest.raises(errors.Unreachable, match=f"127.0.0.1:{port}/v1 cannot be reached; check --base-url"):
        read(base_url=f"http://127.0.0.1:{port}/v1")

    assert len(pauses.seconds) == 2


def test_a_name_that_resolves_to_nothing(read: Any) -> None:
    """A misspelt host is an address that cannot be reached."""
    with pytest.raises(errors.Unreachable, match="cannot be reached"):
        read(base_url="http://no-such-host.invalid/v1")


@pytest.mark.parametrize("status", [200, 404, 405, 403 + 11])
def test_a_web_page_is_no_api(endpoint: Any, read: Any, status: int) -> None:
    """The usual reason is an address without /v1."""
    endpoint.otherwise = endpoint.sends_text(status, "<!doctype html><h1>Welcome</h1>", "text/html")

    with pytest.raises(errors.NotAnApi, match="check --base-url"):
        read()


def test_one_web_page_may_be_a_proxy_s_bad_moment(endpoint: Any, read: Any) -> None:
    """It is tried once more."""
    endpoint.then(endpoint.sends_text(200, "<html>upstream error</html>", "text/html"), endpoint.answers())

    assert outcomes(read()) == ["NotAnApi", "ok"]


@pytest.mark.parametrize(
    "body", [[], {}, {"choices": []}, {"choices": [{}]}, {"choices": [{"message": 3}]}, 7, None]
)
def test_json_that_is_no_completion(endpoint: Any, read: Any, body: object) -> None:
    """Any other JSON is no chat completion, and no crash."""
    endpoint.otherwise = endpoint.sends(200, body)

    with pytest.raises(errors.NotAnApi, match="something else than a chat completion"):
        read()


def test_an_error_in_an_answer_of_status_200(endpoint: Any, read: Any) -> None:
    """Some gateways report an overload so."""
    error = {"error": {"code": 429, "message": "upstream is busy"}}
    endpoint.then(endpoint.sends(200, error), endpoint.answers())

    assert outcomes(read()) == ["RateLimited", "ok"]


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (401, {"error": {"message": "Incorrect API key provided: sk-test*********cdef."}}, errors.MissingKey),
        (403, {"error": {"message": "Country not supported"}}, errors.MissingKey),
        (402, {"error": {"message": "Insufficient balance"}}, errors.QuotaExhausted),
        (404, {"error": {"message": "The model `gpt-9` does not exist"}}, errors.UnknownModel),
        (404, {"detail": "Not Found"}, errors.NotAnApi),
        (400, {"error": {"message": "Invalid value for 'messages'"}}, errors.RequestRejected),
        (400, {"error": {"code": "content_filter", "message": "filtered"}}, errors.Filtered),
        (400, {"error": {"code": "context_length_exceeded", "message": "too many tokens"}}, errors.TooLong),
        (413, {"error": {"message": "body too large"}}, errors.TooLong),
        (422, {"detail": [{"msg": "field required"}]}, errors.RequestRejected),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else "",
)
def test_what_is_never_asked_again(
    endpoint: Any, read: Any, pauses: Any, status: int, body: object, error: type[Exception]
) -> None:
    """One request, one error of its own kind."""
    endpoint.then(endpoint.sends(status, body))

    with pytest.raises(error) as caught:
        read()

    assert type(caught.value) is error
    assert len(endpoint.requests) == 1
    assert pauses.seconds == []
    assert outcomes(caught.value) == [error.__name__]
    assert "\n" not in str(caught.value)


def test_a_server_that_prints_the_request_back_is_not_misled_by_it(endpoint: Any, read: Any) -> None:
    """What decides is the error's own words, not the article's."""
    article = Article(
        "insufficient_quota content_filter context_length_exceeded temperature max_tokens", title=""
    )
    echo = {"detail": [{"loc": ["body", "messages"], "msg": "bad", "input": {"messages": [article.text]}}]}
    endpoint.then(endpoint.sends(422, echo))

    with pytest.raises(errors.RequestRejected, match=r'\(422\) \("bad"\)'):
        read(text=article)

    assert len(endpoint.requests) == 1


def test_an_error_holds_no_answer(endpoint: Any, read: Any) -> None:
    """A run that keeps its errors does not keep what led to them."""
    endpoint.otherwise = endpoint.answers("prose")

    with pytest.raises(errors.Invalid) as caught:
        read()

    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    frames = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
    assert not any("instructor" in frame.f_code.co_filename for frame in frames)


def test_a_refusal_is_paid_and_final(endpoint: Any, read: Any) -> None:
    """One request; its tokens are in the account."""
    endpoint.then(endpoint.answers("", refusal="I cannot help with that."))

    with pytest.raises(
        errors.Refused, match=r'declined to read the article \("I cannot help with that"\)'
    ) as caught:
        read()

    assert len(endpoint.requests) == 1
    assert attempts(caught.value)[0].output_tokens == 20
    assert caught.value.outcome == "refused"


def test_a_filtered_answer_is_paid_and_final(endpoint: Any, read: Any) -> None:
    """`finish_reason: content_filter` is not taken for a broken answer."""
    endpoint.then(endpoint.answers('{"relevance": "ev', finish="content_filter"))

    with pytest.raises(errors.Filtered) as caught:
        read()

    assert len(endpoint.requests) == 1
    assert outcomes(caught.value) == ["Filtered"]


def test_an_answer_cut_off_gets_twice_the_room(endpoint: Any, read: Any) -> None:
    """Once, and the fragment is not sent back."""
    endpoint.then(endpoint.answers('{"relevance": "ev', finish="length"), endpoint.answers())

    reading = read()

    first, second = (request.body for request in endpoint.requests)
    assert (first["max_tokens"], second["max_tokens"]) == (8192, 16384)
    assert first["messages"] == second["messages"]
    assert outcomes(reading) == ["Truncated", "ok"]
    assert sum(attempt.output_tokens for attempt in reading.attempts) == 40


def test_an_answer_cut_off_twice(endpoint: Any, read: Any) -> None:
    """There is no third time."""
    endpoint.otherwise = endpoint.answers('{"relevance": "ev', finish="length")

    with pytest.raises(errors.Truncated, match="cut off at 16384 tokens") as caught:
        read()

    assert len(endpoint.requests) == 2
    assert caught.value.outcome == "truncated"


def test_a_model_that_cannot_write_twice_as_much(endpoint: Any, read: Any) -> None:
    """It takes the limit and rejects the doubled one: that is a truncation, not a fault of the request."""
    endpoint.then(
        endpoint.answers("{", finish="length"),
        endpoint.fails(400, "max_tokens is too large: 16384. This model supports at most 8192."),
    )

    with pytest.raises(errors.Truncated):
        read()

    assert len(endpoint.requests) == 2


def test_attempts_and_time_can_be_limited(endpoint: Any, read: Any) -> None:
    """`Limits` are the caller's to set."""
    endpoint.otherwise = endpoint.fails(500)

    with pytest.raises(errors.Unreachable):
        read(settings={"limits": Limits(attempts=2)})
    assert len(endpoint.requests) == 2

    with pytest.raises(errors.Unreachable):
        read(settings={"limits": Limits(seconds=0.0)})
    assert len(endpoint.requests) == 3


def test_every_fault_has_a_policy() -> None:
    """The table is whole, and finite."""
    assert set(retries.POLICIES) == set(Fault)
    assert all(1 <= policy.tries <= 5 and policy.longest <= 60 for policy in retries.POLICIES.values())


def test_the_time_of_a_drip_fed_answer_is_bounded(endpoint: Any, read: Any) -> None:
    """A server that sends a byte now and then keeps no article for ever."""

    def drips(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        while not endpoint.release.wait(0.03):
            handler.wfile.write(b" ")
            handler.wfile.flush()

    endpoint.otherwise = drips

    with pytest.raises(errors.Unreachable, match="did not answer in time"):
        asyncio.run(asyncio.wait_for(asyncio.to_thread(read, timeout_s=0.15), timeout=10))
