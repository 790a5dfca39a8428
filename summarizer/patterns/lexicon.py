"""The lexicons as one dictionary of phrases, loaded once.

Every form becomes a list of folded words. A sentence is looked up in one pass: `mark` gives every phrase of
the lexicons that stands in it, longest first, each with its kind and entry.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import compress
from sys import intern
from typing import Any, NamedTuple

from summarizer.patterns.inflection import plural_of, spellings, verb_forms
from summarizer.patterns.tokens import ISLAMIC_STATE, Tokens


@dataclass(slots=True)
class Entry:
    """What the lexicons say of a phrase."""

    kind: str
    """belligerent, head, person, platform, nation, demonym, place, event, deed, light, harm, speaker, …"""
    name: str
    """The name, lemma or plain form that the phrase stands for."""
    type: str = ""
    """Actor type, operation type, outcome or source kind."""
    info: str = ""
    """Country, victim status, slot or means."""
    plural: bool = False
    coined: bool = False
    """Whether no lexicon has it, and only its shape tells what it is."""


@dataclass(slots=True)
class Mark:
    """A phrase of the lexicons in a sentence, from token `start` up to but not including `end`."""

    start: int
    end: int
    entry: Entry


class Form(NamedTuple):
    """A phrase under its first word."""

    rest: list[str]
    """The folded words behind the first."""
    size: int
    entry: Entry
    case: str
    """"" any, "upper" an acronym, "capital" a name; "strict", "written" and "inside" an acronym, a name and
    the name of a place that are also words."""


_Form = tuple[list[str], int, Entry, str]
"""A `Form` without its names: plain tuples are taken apart in half the time."""
_Opening = tuple[dict[str, tuple[_Form, ...]], tuple[_Form, ...]]
"""The phrases that begin with a word, the longest first: by the second word those that go on with it and
those of the first word alone; then the latter again, for any other second word."""


def words_of(text: str) -> list[str]:
    """Split a comma-separated list of a data file."""
    return [item.strip() for item in text.replace("\n", ",").split(",") if item.strip()]


@cache
def table(name: str) -> dict[str, Any]:
    """Return a lexicon as it stands in its file, by name without ".toml"."""
    path = files("summarizer.patterns.lexicons").joinpath(f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _folded(form: str) -> list[str]:
    lowered = form.lower()
    plain = lowered.isascii() and lowered.replace(" ", "").isalpha()
    # The words of texts are interned as well, so that most comparisons end at the address.
    return list(map(intern, lowered.split() if plain else Tokens(lowered).words))


class _Builder:
    def __init__(self) -> None:
        self.forms: dict[str, list[Form]] = {}

    def add(self, form: str, entry: Entry, case: str = "") -> None:
        words = [ISLAMIC_STATE] if case == "strict" and form == "IS" else _folded(form)
        if words:
            self.forms.setdefault(words[0], []).append(Form(words[1:], len(words), entry, case))

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
        for forms in self.forms.values():
            if len(forms) > 1:
                forms.sort(key=lambda form: -form.size)
        return {word: tuple(forms) for word, forms in self.forms.items()}


def _add_belligerents(builder: _Builder) -> None:
    for type_, groups in table("belligerents").items():
        for lines in groups.values():
            for line in lines.strip().splitlines():
                country, _, names = line.partition(" ")
                forms = [form.strip() for form in names.split("|")]
                forms.extend(dict.fromkeys(other for form in forms for other in spellings(form)))
                entry = Entry("belligerent", forms[0].lstrip("="), type_, country.replace("---", ""))
                for form in forms:
                    plain = form.lstrip("=")
                    acronym = " " not in plain and plain.isupper() and len(plain) <= 5
                    case = "upper" if acronym else "capital"
                    if form[0] == "=":
                        case = "strict" if plain.isupper() else "written"
                    builder.add(plain, entry, "" if plain.islower() else case)


def _add_nations(builder: _Builder) -> None:
    for line in table("nations")["states"].strip().splitlines():
        code, _, rest = line.partition(" ")
        names, demonyms, capitals = ([f.strip() for f in part.split("|")] for part in rest.split(";"))
        for form in names:
            case = "upper" if form in ("US", "UK", "USA", "UAE") else "strict" if form == "CAR" else "capital"
            builder.add(form, Entry("nation", names[0], "", code), case)
        for form in filter(None, demonyms):
            builder.add(form, Entry("demonym", names[0], "", code), "capital")
            if not form.endswith(("sh", "ch", "ese", "s")):
                builder.add(f"{form}s", Entry("demonym", names[0], "", code, True), "capital")
        for form in filter(None, capitals):
            builder.add(form, Entry("capital", names[0], "", code), "capital")
    for form in table("nations")["peoples"].replace("\n", " ").split("|"):
        builder.add(form.strip(), Entry("demonym", form.strip()), "capital")
    for form in table("nations")["members"].strip().split("|"):
        builder.add(form.strip(), Entry("person", form.strip(), "unknown", "unknown", True), "capital")


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
        if type_ in ("generic", "light_verbs", "hurling", "objectives", "means"):
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
    hurling = operations["hurling"]
    builder.verbs(hurling["verbs"], hurling["irregular"], "hurl", "")
    for means, text in operations["means"].items():
        builder.nouns(text, "means", means)


def _add_casualties(builder: _Builder) -> None:
    for outcome, spec in table("casualties").items():
        if outcome == "causes_outside_war":
            builder.nouns(spec["plain"], "accident", "")
            continue
        builder.verbs(spec.get("did_to", ""), spec.get("irregular", ""), "harm", outcome)
        builder.verbs(spec.get("happened", ""), "", "fate", outcome)
        builder.verbs(spec.get("lost", ""), "", "harm_loss", outcome)
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
    for relative in words_of(table("dates")["relative"]):
        builder.add(relative, Entry("day", relative))
    for name in table("places")["known"].replace("\n", "|").split("|"):
        plain = name.strip().lstrip("=")
        if plain:
            builder.add(plain, Entry("place", plain), "inside" if "=" in name else "capital")


@cache
def phrases() -> dict[str, tuple[Form, ...]]:
    """Return every form of the lexicons by its first word, the longest first."""
    builder = _Builder()
    for add in (_add_belligerents, _add_nations, _add_heads, _add_operations, _add_casualties, _add_words):
        add(builder)
    return builder.build()


@cache
def _openings() -> dict[str, _Opening]:
    made: dict[str, _Opening] = {}
    for word, forms in phrases().items():
        plain: list[_Form] = [(*form,) for form in forms]
        alone = tuple(form for form in plain if not form[0])
        longer: dict[str, list[_Form]] = {}
        for form in plain:
            if form[0]:
                longer.setdefault(form[0][0], []).append(form)
        made[word] = {second: (*more, *alone) for second, more in longer.items()}, alone
    return made


@cache
def wordset(name: str, *path: str) -> frozenset[str]:
    """Return one list of a lexicon as a set of folded forms: ``wordset("places", "directions")``."""
    value: Any = table(name)
    for key in path:
        value = value[key]
    return frozenset(intern(" ".join(_folded(word))) for word in words_of(value))


def _fits(case: str, tokens: Tokens, start: int, end: int) -> bool:
    if not tokens.cased:
        return case not in ("strict", "written", "inside")
    if case == "inside":
        return start > 0 and tokens.capitals[start]
    if case in ("capital", "written"):
        return tokens.capitals[start] or tokens.capitals[end - 1]
    return tokens.upper(start)


def mark(tokens: Tokens) -> list[Mark]:
    """Return the phrases of the lexicons in a sentence, in order; of one kind the longest at a place."""
    marks: list[Mark] = []
    words = tokens.words
    openings = _openings()
    covered: dict[str, int] = {}
    reach = covered.get
    last = len(words) - 1
    for start in compress(range(last + 1), map(openings.__contains__, words)):
        longer, forms = openings[words[start]]
        if longer and start < last:
            forms = longer.get(words[start + 1], forms)
        for rest, size, entry, case in forms:
            if size > 2 and words[start + 1 : start + size] != rest:
                continue
            kind = entry.kind
            if reach(kind, 0) > start or (case and not _fits(case, tokens, start, start + size)):
                continue
            covered[kind] = end = start + size
            marks.append(Mark(start, end, entry))
    return marks
