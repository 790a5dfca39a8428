"""What can go wrong, sorted by whose fault it is.

SummarizerError
├── UsageError            a wrong option, date or model name            exit code 2
│   └── LedgerError       no ledger, a newer one, or a database that fails
├── Interrupted           the run was stopped before this article       exit code 130
├── BudgetReached         the next call could cost more than is left    exit code 4
├── InputError            an article that cannot be read                exit code 1
│   ├── Unreadable        missing, binary, wrong encoding, empty
│   ├── TooLong           longer than one article can be
│   └── LanguageNotRead   the embedded reader reads English
├── ProviderError         the endpoint, not the article                 exit code 1
│   ├── RateLimited       429 until the attempts ran out
│   ├── Unreachable       no connection, time-out, 5xx until they ran out
│   ├── NotAnApi          the endpoint answers, but not as a chat API
│   └── ProviderRefused   asking again is useless                       exit code 3
│       ├── MissingKey    no key, or the key is refused (401, 403)
│       ├── UnknownModel  the endpoint has no such model (404)
│       ├── QuotaExhausted
│       └── RequestRejected   the endpoint does not take the request (400)
└── ModelError            the answer, not the endpoint                  exit code 1
    ├── Refused           the model declined
    ├── Filtered          the provider's content filter stopped it
    ├── Truncated         cut off at the output limit, twice
    └── Invalid           never matched the schema

Every one is a single line that says what happened, where, and what to do next:

    try:
        report = summarize(text, model="openai/gpt-4.1-mini")
    except summarizer.ProviderRefused as error:
        sys.exit(str(error))
    except summarizer.SummarizerError as error:
        print(f"skipped: {error}")
"""

from __future__ import annotations

from typing import ClassVar

__all__ = [
    "BudgetReached",
    "Filtered",
    "InputError",
    "Interrupted",
    "Invalid",
    "LanguageNotRead",
    "LedgerError",
    "MissingKey",
    "ModelError",
    "NotAnApi",
    "ProviderError",
    "ProviderRefused",
    "QuotaExhausted",
    "RateLimited",
    "Refused",
    "RequestRejected",
    "SummarizerError",
    "TooLong",
    "Truncated",
    "UnknownModel",
    "Unreachable",
    "Unreadable",
    "UsageError",
]


class SummarizerError(Exception):
    """The base of every error that this package raises on purpose."""

    exit_code: ClassVar[int] = 1
    """What the command line exits with."""
    outcome: ClassVar[str] = "failed"
    """How an article that ended so is counted."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
        self.attempts: tuple[object, ...] = ()
        """The calls already made (`summarizer.readers.Attempt`), so that what was paid is counted."""


class UsageError(SummarizerError):
    """A wrong option, date or model name."""

    exit_code = 2


class LedgerError(UsageError):
    """A ledger that cannot be opened, is none, or whose database fails."""


class Interrupted(SummarizerError):
    """The run was stopped before this article was read."""

    exit_code = 130
    outcome = "not_started"


class BudgetReached(SummarizerError):
    """The next call could cost more than the budget has left; it was not made."""

    exit_code = 4
    outcome = "not_started"


class InputError(SummarizerError):
    """An article that cannot be read."""

    outcome = "unreadable"


class Unreadable(InputError):
    """A source that is missing, binary, in another encoding, or empty."""


class TooLong(InputError):
    """A text longer than one article can be."""


class LanguageNotRead(InputError):
    """A text in another language than the embedded reader's; it is not read rather than read as empty."""


class ProviderError(SummarizerError):
    """The endpoint failed, whatever the article."""


class RateLimited(ProviderError):
    """The endpoint said 429 until the attempts ran out."""


class Unreachable(ProviderError):
    """No connection, a time-out or a server fault until the attempts ran out."""


class NotAnApi(ProviderError):
    """The endpoint answers, but not as a chat completions API."""


class ProviderRefused(ProviderError):
    """The endpoint refuses this user or request; asking again is useless."""

    exit_code = 3


class MissingKey(ProviderRefused):
    """There is no key, or the endpoint refuses the one it got."""


class UnknownModel(ProviderRefused):
    """The endpoint has no model of that name."""


class QuotaExhausted(ProviderRefused):
    """The account has no credit left."""


class RequestRejected(ProviderRefused):
    """The endpoint does not take the request as it is."""


class ModelError(SummarizerError):
    """The model answered, and the answer is no draft."""


class Refused(ModelError):
    """The model declined to read the article."""

    outcome = "refused"


class Filtered(ModelError):
    """The provider's content filter stopped the answer."""

    outcome = "refused"


class Truncated(ModelError):
    """The answer was cut off at the output limit, and again at the doubled one."""

    outcome = "truncated"


class Invalid(ModelError):
    """The answer never matched the schema, also after it was asked again."""

    outcome = "invalid"
