"""Files of a folder, one after the other in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterator

from summarizer.sources.formats import Kind, Passed, kind_of
from summarizer.sources.item import UnreadableItem, printable, unreadable


def walk(folder: str, passed: Passed) -> Iterator[str | UnreadableItem]:
    """Yield the paths to read under a folder in the order of names, and what is in the way.

    Linked folders are followed, each folder is read once; one that holds itself is reported. Files of other
    types are counted in `passed`.
    """
    yield from _walk(folder, passed, {}, ())


def _walk(
    folder: str, passed: Passed, read: dict[tuple[int, int], str], above: tuple[tuple[int, int], ...]
) -> Iterator[str | UnreadableItem]:
    try:
        status = os.stat(folder)  # noqa: PTH116
        identity = (status.st_dev, status.st_ino)
        if identity in above:
            yield unreadable(printable(folder), "is a link to a folder that holds it; it is not followed.")
            return
        if identity in read:
            yield unreadable(printable(folder), f"is a link to {read[identity]}, which was read already.")
            return
        read[identity] = printable(folder)
        with os.scandir(folder) as found:
            entries = sorted((entry.name, entry.is_dir()) for entry in found)
    except OSError as error:
        yield unreadable(printable(folder), f"cannot be read: {error.strerror or error}.")
        return
    for name, is_folder in entries:
        path = os.path.join(folder, name)  # noqa: PTH118
        if is_folder and not name.startswith("."):
            yield from _walk(path, passed, read, (*above, identity))
        elif is_folder or kind_of(name) is Kind.PASSED:
            passed.add(name)
        elif not os.path.isfile(path) and os.path.exists(path):  # noqa: PTH113, PTH110
            yield unreadable(printable(path), "is a pipe or device, not a file; it is not opened.")
        else:
            yield path
