"""The lists that ship with the package: divisions, other names, lands, wide areas, and words beside names."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from summarizer.patterns.lexicon import table


class Division(NamedTuple):
    """A first-level division: a province, governorate, oblast, state or department."""

    country: str
    code: str
    name: str
    parts: list[str]
    """Its districts, counties or municipalities."""


class Nation(NamedTuple):
    """What a state is called in English."""

    iso3: str
    names: list[str]
    demonyms: list[str]


def _read(name: str) -> str:
    return files("summarizer.checking.gazetteer").joinpath("data", name).read_text(encoding="utf-8")


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(_read(name))


def lists_version() -> str:
    """Return a short hash of the lists: an index made from others is rebuilt."""
    texts = (*map(_read, ("divisions.tsv", "names.toml", "words.toml")), str(table("nations")["states"]))
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]


def divisions() -> Iterator[Division]:
    """Yield the divisions of all countries."""
    for line in _read("divisions.tsv").split("\n"):
        if line and not line.startswith("#"):
            code, name, *parts = line.split("\t")
            country, _, admin1 = code.partition(".")
            yield Division(country, admin1, name, parts)


def other_names(section: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the codes of a section of names.toml ("countries", "divisions", "lands"), each with its names."""
    for line in _table("names.toml")[section].strip().splitlines():
        code, _, names = line.partition(" ")
        yield code, _forms(names)


def wide_areas() -> list[str]:
    """Return the names of areas that belong to several states."""
    return _forms(_table("names.toml")["wide"].replace("\n", " | "))


@cache
def word_lists(section: str) -> dict[str, frozenset[str]]:
    """Return the word lists of a section of words.toml ("kinds", "others", "relations") by name."""
    return {name: frozenset(text.split()) for name, text in _table("words.toml")[section].items()}


@cache
def nations() -> tuple[Nation, ...]:
    """Return the states with their English names and demonyms."""
    found = []
    for line in str(table("nations")["states"]).strip().splitlines():
        head, demonyms, _ = (*line.split(";"), "", "")[:3]
        iso3, _, names = head.strip().partition(" ")
        found.append(Nation(iso3, _forms(names), _forms(demonyms)))
    return tuple(found)


def _forms(text: str) -> list[str]:
    return [form.strip() for form in text.split("|") if form.strip()]
