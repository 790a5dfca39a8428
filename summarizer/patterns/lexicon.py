"""The lexicons as one dictionary of phrases, loaded once.

Every form becomes a tuple of folded words. A sentence is looked up in one pass: `mark` gives every phrase
of the
lexicons that stands in it, longest first, each with its kind and entry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from summarizer.patterns.inflection import plural_of, verb_forms
from summarizer.patterns.tokens import ISLAMIC_STATE, Tokens


class Entry(NamedTuple):
    """What the lexicons say of a phrase."""

    kind: str
    """belligerent, head, platform, nation, demonym, capital, operation, generic, light, casualty, speaker,
    …"""
    name: str
    """The name, lemma or plain form that the phrase stands for."""
    type: str = ""
    """Actor type, operation type, outcome or source kind."""
    info: str = ""
    """Country, victim status, slot or means."""
    plural: bool = False


class Mark(NamedTuple):
    """A phrase of the lexicons in a sentence, from token `start` up to but not including `end`."""

    start: int
    end: int
    entry: Entry


class Form(NamedTuple):
    """A phrase under its first word."""

    second: str
    """The folded word behind the first, "" where there is none."""
    rest: list[str]
    """The folded words behind the first."""
    size: int
    entry: Entry
    case: str
    """"" any, "upper" an acronym, "strict" an acronym that is also a word, "capital" a name."""


def words_of(text: str) -> list[str]:
    """Split a comma-separated list of a data file."""
    return [item.strip() for item in text.replace("\n", ",").split(",") if item.strip()]


@cache
def table(name: str) -> dict[str, Any]:
    """Return a lexicon as it stands in its file, by name without ".toml"."""
    path = files("summarizer.patterns.lexicons").joinpath(f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _folded(form: str) -> tuple[str, ...]:
    return tuple(Tokens(form.lower()).words)


class _Builder:
    def __init__(self) -> None:
        self.forms: dict[str, list[Form]] = {}

    def add(self, form: str, entry: Entry, case: str = "") -> None:
        words = (ISLAMIC_STATE,) if case == "strict" and form == "IS" else _folded(form)
        if words:
            self.forms.setdefault(words[0], []).append(
                Form(words[1] if len(words) > 1 else "", list(words[1:]), len(words), entry, case)
            )

    def nouns(self, text: str, kind: str, type_: str, info: str = "", name: str | None = None) -> None:
        for noun in words_of(text):
            self.add(noun, Entry(kind, name or noun, type_, info))
            if not noun.endswith("men"):
                self.add(plural_of(noun), Entry(kind, name or noun, type_, info, True))

    def verbs(self, text: str, irregular: str, kind: str, type_: str, info: str = "") -> None:
        for verb in words_of(text):
            for form, slot in verb_forms(verb).items():
                self.add(form, Entry(kind, verb, type_, f"{info}{slot}"))
        for item in words_of(irregular):
            form, _, verb = item.partition(" = ")
            slot = "ing" if form.split()[0].endswith("ing") else "participle"
            self.add(form, Entry(kind, verb, type_, f"{info}{slot}"))

    def build(self) -> dict[str, tuple[Form, ...]]:
        return {word: tuple(sorted(forms, key=lambda form: -form.size)) for word, forms in self.forms.items()}


def _add_belligerents(builder: _Builder) -> None:
    for type_, groups in table("belligerents").items():
        for lines in groups.values():
            for line in lines.strip().splitlines():
                country, _, names = line.partition(" ")
                forms = [form.strip() for form in names.split("|")]
                entry = Entry("belligerent", forms[0].lstrip("="), type_, country.replace("---", ""))
                for form in forms:
                    plain = form.lstrip("=")
                    acronym = " " not in plain and plain.isupper() and len(plain) <= 5
                    case = "strict" if form[0] == "=" else "upper" if acronym else "capital"
                    builder.add(plain, entry, "" if plain.islower() else case)


def _add_nations(builder: _Builder) -> None:
    for line in table("nations")["states"].strip().splitlines():
        code, _, rest = line.partition(" ")
        names, demonyms, capitals = ([f.strip() for f in part.split("|")] for part in rest.split(";"))
        for form in names:
            case = "upper" if form in ("US", "UK", "CAR", "USA", "UAE") else "capital"
            builder.add(form, Entry("nation", names[0], "", code), case)
        for form in filter(None, demonyms):
            builder.add(form, Entry("demonym", names[0], "", code), "capital")
            if not form.endswith(("sh", "ch", "ese", "s")):
                builder.add(f"{form}s", Entry("demonym", names[0], "", code, True), "capital")
        for form in filter(None, capitals):
            builder.add(form, Entry("capital", names[0], "", code), "capital")
    for form in table("nations")["peoples"].replace("\n", " ").split("|"):
        builder.add(form.strip(), Entry("demonym", form.strip()), "capital")


def _add_heads(builder: _Builder) -> None:
    heads = table("heads")
    for type_, groups in heads["actors"].items():
        for group, text in groups.items():
            builder.nouns(text, "head", type_, group)
    for means, text in heads["platforms"].items():
        builder.nouns(text, "platform", "state_military", means)
    for status, groups in heads["victims"].items():
        for text in groups.values():
            builder.nouns(text, "person", status, status)


def _add_operations(builder: _Builder) -> None:
    for type_, spec in table("operations").items():
        if type_ in ("generic", "light_verbs", "objectives", "means"):
            continue
        builder.nouns(spec.get("nouns", ""), "event", type_, spec.get("means", ""))
        builder.verbs(spec.get("verbs", ""), spec.get("irregular", ""), "deed", type_)
        landmine = spec.get("landmine")
        if landmine:
            builder.nouns(landmine["nouns"], "event", type_, landmine["means"])
    operations = table("operations")
    builder.nouns(operations["generic"]["nouns"], "generic", "")
    light = operations["light_verbs"]
    builder.verbs(light["launched"], "", "light", "launched")
    builder.verbs(light["done"], light["irregular"], "light", "done")
    builder.verbs(operations["objectives"]["take_ground"], "", "goal", "")
    for means, text in operations["means"].items():
        builder.nouns(text, "means", means)


def _add_casualties(builder: _Builder) -> None:
    for outcome, spec in table("casualties").items():
        if outcome == "causes_outside_war":
            builder.nouns(spec["plain"], "accident", "")
            continue
        builder.verbs(spec.get("did_to", ""), spec.get("irregular", ""), "harm", outcome)
        builder.verbs(spec.get("happened", ""), "", "fate", outcome)
        for slot in ("state", "nouns", "toll", "bodies"):
            for word in words_of(spec.get(slot, "")):
                builder.add(word, Entry("harm_" + slot, word, outcome))
                if slot == "nouns" and not word.endswith("ies"):
                    builder.add(plural_of(word), Entry("harm_" + slot, word, outcome, "", True))


def _add_words(builder: _Builder) -> None:
    for kind, text in table("speakers")["kinds"].items():
        for word in words_of(text):
            builder.add(word, Entry("speaker", word, kind))
    verbs = table("speakers")["verbs"]
    builder.verbs(verbs["plain"], verbs["irregular"], "speech", "")
    for kind, text in table("hedges").items():
        for word in words_of(text):
            builder.add(word, Entry(f"hedge_{kind}", word))
    for relative in words_of(table("dates")["relative"]):
        builder.add(relative, Entry("day", relative))
    for name in table("places")["known"].replace("\n", "|").split("|"):
        if name.strip():
            builder.add(name.strip(), Entry("place", name.strip()), "capital")


@cache
def phrases() -> dict[str, tuple[Form, ...]]:
    """Return every form of the lexicons by its first word, the longest first."""
    builder = _Builder()
    for add in (_add_belligerents, _add_nations, _add_heads, _add_operations, _add_casualties, _add_words):
        add(builder)
    return builder.build()


@cache
def common_words() -> frozenset[str]:
    """Return ordinary English words, to tell names from words where everything is in capitals."""
    text = files("summarizer.patterns.lexicons").joinpath("common_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


_ENDINGS = (
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "ly",
    "er",
    "ers",
    "al",
    "ion",
    "ness",
    "ment",
    "ments",
    "ity",
    "ions",
)


@cache
def ordinary(word: str) -> bool:
    """Tell whether a folded word is an ordinary English word or a form of one.

    >>> ordinary("reported"), ordinary("villagers"), ordinary("perulapan")
    (True, True, False)
    """
    known = common_words()
    if word in known or word in phrases() or len(word) < 3:
        return True
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if (
                stem in known
                or f"{stem}e" in known
                or stem in phrases()
                or (stem[:-1] in known and stem[-1:] == stem[-2:-1])
            ):
                return True
    return (word.endswith("ies") and f"{word[:-3]}y" in known) or word.endswith(
        ("tion", "tions", "ment", "ism", "ist", "ists", "ness", "ingly")
    )


@cache
def wordset(name: str, *path: str) -> frozenset[str]:
    """Return one list of a lexicon as a set of folded forms: ``wordset("places", "directions")``."""
    value: Any = table(name)
    for key in path:
        value = value[key]
    return frozenset(" ".join(_folded(word)) for word in words_of(value))


def _fits(case: str, tokens: Tokens, start: int, end: int) -> bool:
    if not tokens.cased:
        return case != "strict"
    if case == "capital":
        return tokens.capital(start) or tokens.capital(end - 1)
    return tokens.upper(start)


def mark(tokens: Tokens) -> list[Mark]:
    """Return the phrases of the lexicons that stand in the sentence; of one kind only the longest at a
    place."""
    marks: list[Mark] = []
    words = tokens.words
    index = phrases()
    covered: dict[str, int] = {}
    reach = covered.get
    last = len(words) - 1
    for start, word in enumerate(words):
        if word not in index:
            continue
        following = words[start + 1] if start < last else ""
        for second, rest, size, entry, case in index[word]:
            if second and (second != following or (size > 2 and words[start + 1 : start + size] != rest)):
                continue
            kind = entry.kind
            end = start + size
            if reach(kind, 0) > start or (case and not _fits(case, tokens, start, end)):
                continue
            covered[kind] = end
            marks.append(Mark(start, end, entry))
    return marks


def of_kind(marks: Iterable[Mark], *kinds: str) -> Iterator[Mark]:
    """Pick the marks of some kinds."""
    return (mark for mark in marks if mark.entry.kind in kinds)
