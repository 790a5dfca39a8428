"""The line to one worker: tasks go out, and answers come back in the same order."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections import deque
from pathlib import Path
from typing import Self, cast

from summarizer.workers.messages import Done, Mailbox, Task, Undone, packed

_FAREWELL_S = 1.0
"""How long a worker may take to end by itself; what it still does then is for nobody."""
_LOOK_S = 0.01


class Line(asyncio.Protocol):
    """This end of the line to one worker.

    The worker has the other end as its standard input and output. It is a plain process and not one of the
    event loop's: a loop that is cancelled while it starts one waits for ever for its pipes.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.lost = False
        """Nobody answers any more."""
        self._transport: asyncio.Transport | None = None
        self._mailbox = Mailbox()
        self._waiting: deque[asyncio.Future[Done | Undone]] = deque()

    @classmethod
    async def to_new_worker(cls, *, places: bool) -> Self | None:
        """Start a worker and return when it is ready; None: it could not be started."""
        if not hasattr(socket, "AF_UNIX"):
            return None  # on Windows a process cannot have a socket as its input; the run does all itself
        # Modules are found as they are here, also where the program that runs has changed the path.
        known = {**os.environ, "PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}
        # And nowhere else (-P): a file of the folder at hand, an archive's perhaps, is no module.
        command = [sys.executable, "-P", "-m", "summarizer.workers.worker", *(["places"] if places else [])]
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                process = subprocess.Popen(
                    command,
                    stdin=theirs.fileno(),
                    stdout=theirs.fileno(),
                    stderr=subprocess.DEVNULL,
                    env=known,
                )
        except (OSError, ValueError):
            ours.close()
            return None
        line = cls(process)
        ready = line._answer()
        try:
            await asyncio.get_running_loop().create_unix_connection(lambda: line, sock=ours)
            await ready
        except BaseException:
            ours.close()
            line.kill()
            raise
        return None if line.lost else line

    @property
    def tasks(self) -> int:
        """Tasks that it has, and has not answered."""
        return len(self._waiting)

    async def ask(self, task: Task) -> Done | None:
        """Return what became of a task; None: the worker could not do it, or is lost."""
        if self.lost or self._transport is None or self._transport.is_closing():
            return None
        self._transport.write(packed(task))
        answer = await self._answer()
        return answer if isinstance(answer, Done) else None

    async def close(self) -> None:
        """End the worker, and return when it has ended."""
        try:
            if self._transport is not None:
                self._transport.abort()  # what it reads ends, and so does it
            for _ in range(round(_FAREWELL_S / _LOOK_S)):
                if self.process.poll() is not None:
                    return
                await asyncio.sleep(_LOOK_S)
        finally:
            self.kill()

    def kill(self) -> None:
        """End the worker at once, where it has not ended."""
        self.process.kill()
        self.process.wait()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the line to a worker that has been started."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Give the answers to whoever waits for them."""
        for answer in self._mailbox.answers(data):
            if self._waiting:
                self._give(self._waiting.popleft(), answer)

    def connection_lost(self, exc: Exception | None) -> None:
        """Let nobody wait for a worker that is gone."""
        self.lost = True
        while self._waiting:
            self._give(self._waiting.popleft(), Undone())

    def _answer(self) -> asyncio.Future[Done | Undone]:
        """Return the next answer that nobody waits for yet."""
        future: asyncio.Future[Done | Undone] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        return future

    @staticmethod
    def _give(future: asyncio.Future[Done | Undone], answer: Done | Undone) -> None:
        if not future.done():  # whoever waited may have been cancelled
            future.set_result(answer)
