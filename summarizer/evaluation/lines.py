"""JSON out of files: a line each, a file each, or a folder of files; each with where it stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from summarizer.errors import Unreadable

if TYPE_CHECKING:
    from pydantic import ValidationError


def each_json(path: Path | str, *, what: str) -> Iterator[tuple[str, object]]:
    """Return every JSON value of a .jsonl file, a .json file or a folder of .json files, and where it stands.

    A .json file may hold one value over many lines. `what` is named where nothing is found.

    Raises:
        Unreadable: it does not exist, is no UTF-8 text, or a line is no JSON.
    """
    path = Path(path)
    if path.is_dir():
        files = sorted(path.glob("*.json"))
        if not files:
            raise Unreadable(f"{path} has no .json file in it; name a folder of {what} or a JSONL file.")
        for file in files:
            yield str(file), _value(_text(file), str(file))
        return
    with _opened(path) as stream:
        first = _first_line(stream, path)
        if first is None:
            return
        if not _is_json(first[1]):  # one value over many lines, or none
            yield str(path), _value(first[1] + _read(stream.read, path), f"{path}, line {first[0]}")
            return
        number, line = first
        while line:
            if line.strip():
                where = f"{path}, line {number}"
                yield where, _value(line, where)
            number, line = number + 1, _read(stream.readline, path)


def first_error(error: ValidationError) -> str:
    """Return the first thing that a record has wrong, in a few words."""
    first = error.errors(include_url=False, include_input=False)[0]
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]).lstrip(".")
    message = first["msg"].removeprefix("Value error, ")
    return f"{place}: {message}" if place else message


def _first_line(stream: TextIO, path: Path) -> tuple[int, str] | None:
    number, line = 1, _read(stream.readline, path)
    while line and not line.strip():
        number, line = number + 1, _read(stream.readline, path)
    return (number, line) if line else None


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _value(text: str, where: str) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable(f"{where} is no JSON; one JSON object is expected there.") from None
    return value


def _text(path: Path) -> str:
    with _opened(path) as stream:
        return _read(stream.read, path)


def _opened(path: Path) -> TextIO:
    try:
        # Lines end at a line feed only: other separators may stand inside a JSON string.
        return path.open(encoding="utf-8-sig", newline="\n")
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror or error}.") from None


def _read(part: Callable[[], str], path: Path) -> str:
    try:
        return part()
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror or error}.") from None
    except UnicodeDecodeError:
        raise Unreadable(f"{path} is no UTF-8 text.") from None
