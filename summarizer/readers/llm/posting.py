"""Request bodies to one address: the first through the SDK, the others as the SDK sent the first."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Mapping
from typing import Any, NamedTuple

from openai import AsyncAzureOpenAI, AsyncOpenAI

# What the SDK's own `with_raw_response` sends: the answer comes back unparsed, with its headers.
_RAW = {"X-Stainless-Raw-Response": "true"}


class Answer(NamedTuple):
    """An answer as it came."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def text(self) -> str:
        """The content as text."""
        return self.content.decode(errors="replace")


class Posting:
    """Posts bodies that differ in nothing but the article, over the connections of an SDK client.

    To put a request together the SDK takes more time than to send it and to receive the answer. All of ours
    are alike, so the first one that is answered is the pattern of the others: address, headers and time-outs
    are the SDK's. Where a key may change while a run goes on, as with Azure, every request is the SDK's own.

    Args:
        sdk: the client.
        http: the HTTP client that it was given, if it was given one.
        path: what follows the SDK's base address.
    """

    def __init__(self, sdk: AsyncOpenAI, http: Any, path: str) -> None:
        self._sdk = sdk
        self._http: Any = None if isinstance(sdk, AsyncAzureOpenAI) else http
        # The whole address, which the SDK need not put together anew for every request.
        self._address = f"{sdk.base_url}{path}"
        self._keys = uuid.uuid4().hex
        self._requests = itertools.count()
        self._pattern: Any = None

    async def post(self, body: bytes) -> Answer:
        """Return the answer to a body.

        Raises:
            Exception: what the SDK raises, with the status in it; or what the HTTP client does.
        """
        if self._pattern is not None:
            return await self._post_alike(body)
        # The SDK would draw a UUID from the system for each, which costs more than all else that it computes.
        key = f"{self._keys}-{next(self._requests)}"
        options: Any = {"headers": _RAW, "idempotency_key": key}
        raw: Any = await self._sdk.post(self._address, cast_to=object, content=body, options=options)
        if self._http is not None:
            self._pattern = raw.http_request
        return Answer(raw.status_code, raw.headers, raw.content)

    async def _post_alike(self, body: bytes) -> Answer:
        pattern = self._pattern
        request = type(pattern)(
            pattern.method,
            pattern.url,
            headers=[
                (name, value) for name, value in pattern.headers.raw if name.lower() != b"content-length"
            ],
            content=body,
            extensions=pattern.extensions,
        )
        response = await self._http.send(request)
        return Answer(response.status_code, response.headers, response.content)
