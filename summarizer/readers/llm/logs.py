"""What the SDKs may write to a log: no prompt, no key, and nothing to a terminal unasked."""

from __future__ import annotations

import logging

_SDKS = ("openai", "anthropic", "groq", "cerebras.cloud.sdk", "writerai")
_TALKATIVE = ("_base_client", "_response", "_legacy_response")


class _NoRequests(logging.Filter):
    """Stops the SDKs' debug lines, which print whole requests."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING


_no_requests = _NoRequests()


def silence() -> None:
    """Give the SDKs' loggers a handler that does nothing, and stop the lines that print requests.

    Without a handler Python prints instructor's errors to stderr; without the filter an application that logs
    at debug level would log every prompt.
    """
    for name in ("instructor", *_SDKS):
        logger = logging.getLogger(name)
        if not any(isinstance(handler, logging.NullHandler) for handler in logger.handlers):
            logger.addHandler(logging.NullHandler())
    for name in _SDKS:
        for part in _TALKATIVE:
            logging.getLogger(f"{name}.{part}").addFilter(_no_requests)
