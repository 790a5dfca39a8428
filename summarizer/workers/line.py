"""The line to one worker: tasks go out, and answers come back in the same order."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections import deque
from pathlib import Path
from typing import Self, TypeVar, cast

from summarizer.workers.messages import Done, Mailbox, Task, Undone, packed

T = TypeVar("T")
_FAREWELL_S = 5.0


class Line(asyncio.SubprocessProtocol):
    """This end of the pipes of one worker."""

    def __init__(self) -> None:
        self.lost = False
        """The worker has ended; nobody answers any more."""
        self._mailbox = Mailbox()
        self._waiting: deque[asyncio.Future[Done | Undone]] = deque()
        self._ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @classmethod
    async def to_new_worker(cls, *, places: bool) -> Self | None:
        """Start a worker and return when it is ready; None: it could not be started."""
        # Modules are found as they are here, also where the program that runs has changed the path.
        known = {**os.environ, "PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}
        command = [sys.executable, "-m", "summarizer.workers.worker", *(["places"] if places else [])]
        line = cls()
        ready = line._answer()
        try:
            await asyncio.get_running_loop().subprocess_exec(
                lambda: line, *command, env=known, stderr=asyncio.subprocess.DEVNULL
            )
            await ready
        except (OSError, ValueError):
            return None
        except asyncio.CancelledError:
            await line.close()
            raise
        return None if line.lost else line

    @property
    def tasks(self) -> int:
        """Tasks that it has, and has not answered."""
        return len(self._waiting)

    async def ask(self, task: Task) -> Done | None:
        """Return what became of a task; None: the worker could not do it, or is lost."""
        if self.lost or self._inbox.is_closing():
            return None
        self._inbox.write(packed(task))
        answer = await self._answer()
        return answer if isinstance(answer, Done) else None

    async def close(self) -> None:
        """End the worker, and return when it has ended."""
        self._inbox.close()  # what it reads ends, and so does it
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(self._ended), _FAREWELL_S)
        self._process.close()  # and kills it, where it has not ended
        await self._ended

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the pipes of a worker that has been started."""
        self._process = cast(asyncio.SubprocessTransport, transport)
        self._inbox = cast(asyncio.WriteTransport, self._process.get_pipe_transport(0))

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        """Give the answers to whoever waits for them."""
        for answer in self._mailbox.answers(data):
            if self._waiting:  # the line may have been closed before all had been answered
                self._give(self._waiting.popleft(), answer)

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:
        """Let nobody wait for a worker that is gone."""
        self._lose()

    def process_exited(self) -> None:
        """Take note that the worker has ended."""
        self._lose()
        self._give(self._ended, None)

    def _lose(self) -> None:
        self.lost = True
        while self._waiting:
            self._give(self._waiting.popleft(), Undone())

    def _answer(self) -> asyncio.Future[Done | Undone]:
        """Return the next answer that nobody waits for yet."""
        future: asyncio.Future[Done | Undone] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        return future

    @staticmethod
    def _give(future: asyncio.Future[T], value: T) -> None:
        if not future.done():  # whoever waited may have been cancelled
            future.set_result(value)
