"""The file that the index is kept in."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import time
from pathlib import Path

import pytest

from summarizer.checking.gazetteer.index import Index
from summarizer.checking.gazetteer.source import settlements
from summarizer.checking.gazetteer.store import BUILDING, cache_folder, index_path, open_database


def names_in(connection: sqlite3.Connection) -> list[str]:
    """Return the canonical names of what two spellings find, and close the index."""
    index = Index(connection)
    try:
        return [entry.name for name in ("Telma", "old ORVEL") for entry in index.find(name).plain]
    finally:
        index.close()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the index in a folder of the test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(folder))
    return folder


def test_it_is_built_once_and_then_read(small_data: Path, cache: Path) -> None:
    said: list[str] = []

    assert names_in(open_database(small_data, said.append)) == ["Telma", "Orvel"]
    assert names_in(open_database(small_data, said.append)) == ["Telma", "Orvel"]
    assert said == [BUILDING]
    assert [file.suffix for file in cache.iterdir()] == [".sqlite"]


def test_other_data_have_another_file(small_data: Path, cache: Path) -> None:
    before = index_path(cache, small_data)
    towns = small_data / "cities500.json"
    towns.write_text(towns.read_text(encoding="utf-8") + "  ", encoding="utf-8")

    assert index_path(cache, small_data) != before


@pytest.mark.parametrize("damage", [b"", b"no database at all", None], ids=["empty", "other", "cut short"])
def test_a_damaged_file_is_replaced(small_data: Path, cache: Path, damage: bytes | None) -> None:
    open_database(small_data).close()
    path = index_path(cache, small_data)
    path.write_bytes(path.read_bytes()[:-4096] if damage is None else damage)

    assert names_in(open_database(small_data)) == ["Telma", "Orvel"]


def test_where_nothing_can_be_written_it_is_built_in_memory(
    small_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(blocked / "cache"))

    assert names_in(open_database(small_data)) == ["Telma", "Orvel"]


def test_what_was_left_behind_long_ago_is_removed(small_data: Path, cache: Path) -> None:
    cache.mkdir()
    old, recent, foreign = (cache / name for name in ("places-0.tmp", "places-1.sqlite", "ledger.db"))
    for file in (old, recent, foreign):
        file.write_bytes(b"x")
    os.utime(old, (time.time() - 1e8, time.time() - 1e8))
    os.utime(foreign, (time.time() - 1e8, time.time() - 1e8))

    open_database(small_data).close()

    assert not old.exists() and recent.exists() and foreign.exists()


def _open(data: Path) -> list[str]:
    return names_in(open_database(data))


def test_two_processes_may_build_it_at_once(small_data: Path, cache: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        found = pool.map(_open, [small_data] * 4)

    assert found == [["Telma", "Orvel"]] * 4
    assert [file.suffix for file in cache.iterdir()] == [".sqlite"]


def test_the_cache_follows_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SUMMARIZER_CACHE_DIR", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")

    monkeypatch.setattr("sys.platform", "linux")
    assert cache_folder() == tmp_path / ".cache" / "summarizer"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "summarizer"
    monkeypatch.setattr("sys.platform", "darwin")
    assert cache_folder() == tmp_path / "Library" / "Caches" / "summarizer"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert cache_folder() == tmp_path / "local" / "summarizer" / "Cache"


def test_settlements_are_read_one_by_one_across_blocks(
    small_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the size of a block, each entry comes whole and once."""
    for size in (1, 7, 100, 1 << 20):
        monkeypatch.setattr("summarizer.checking.gazetteer.source._BLOCK", size)
        assert [town["name"] for town in settlements(small_data)] == ["Telma", "Orvel"]
