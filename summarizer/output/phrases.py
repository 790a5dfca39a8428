"""How numbers, dates, places and people are put into words; the card and the Markdown say the same."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from summarizer.output.plain import plain
from summarizer.schema.casualty import Person
from summarizer.schema.report import Evidence, Place, Provenance, Quantity, ReportedCasualty, When
from summarizer.schema.vocabulary import (
    DateBasis,
    Outcome,
    PlacePrecision,
    PlaceRole,
    Qualifier,
    Scope,
    Word,
)

NO_FIGURE = "no figure given"
_WORDED = {
    "airstrike": "air strike",
    "ied": "IED",
    "ied_or_landmine": "IED or landmine",
    "state_police_or_security": "police or security force",
    "police_security": "police or security",
    "un_or_io_force": "peacekeepers",
    "un_io": "UN or other international body",
    "monitor_ngo": "monitor or NGO",
    "pro_government_militia": "pro-government militia",
    "air_dropped_bomb": "air-dropped bomb",
    "incidental_harm": "harmed incidentally",
    "stated_none": "stated not to have been harmed",
}
_ABOUT = ("about ", "some ", "around ", "roughly ", "approximately ")
_MONTHS = (
    "January February March April May June July August September October November December"
).split()  # strftime would write them in the user's language
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class Amount(NamedTuple):
    """A quantity in words, and the phrase that it was read from where that says it otherwise."""

    text: str
    written: str | None

    def __str__(self) -> str:
        return f"{self.text} (“{self.written}”)" if self.written else self.text


def wording(word: Word) -> str:
    """Return a word of the vocabulary as people write it."""
    return _WORDED.get(word.value, word.value.replace("_", " "))


def enumerated(items: Iterable[str]) -> str:
    """Return "a", "a and b" or "a, b and c"; with semicolons where an item has a comma of its own."""
    *head, last = [*items] or [""]
    if any("," in item for item in (*head, last)):
        return "; ".join((*head, last))
    return f"{', '.join(head)} and {last}" if head else last


def sentence_numbers(evidence: Iterable[Evidence]) -> str:
    """Return "[1]" or "[title,1–4,7]": the sentences that prove something; "" where none does."""
    runs: list[list[int]] = []
    for number in sorted({piece.sentence for piece in evidence}):
        if runs and number > 1 and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ",".join(str(number or "title") for number in run)
        for run in runs
    ]
    return f"[{','.join(parts)}]" if parts else ""


def amount(quantity: Quantity) -> Amount:
    """Return "at least 12", "none", or `at least 24 (“dozens”)`; a count that nobody gave is no number."""
    low, high, written = quantity.minimum, quantity.maximum, plain(quantity.as_written or "")
    if quantity.qualifier == Qualifier.NONE:
        return Amount("none", None)
    if low is None and high is None:
        return Amount(f"“{written}”, not read as a number" if written else NO_FIGURE, None)
    if quantity.qualifier == Qualifier.PLURAL:
        return Amount(f"{NO_FIGURE}, {bounds(low, high)}", None)
    single = quantity.best if quantity.best is not None else low if low is not None else high
    match quantity.qualifier:
        case Qualifier.EXACT:
            return Amount(bounds(low, high) if quantity.best is None else f"{quantity.best:,}", None)
        case Qualifier.ABOUT:
            said = f"about {single:,}"
        case Qualifier.MORE_THAN if low is not None and high is None and _has_number(written, low - 1):
            return Amount(f"more than {low - 1:,}", None)
        case _:
            said = bounds(low, high)
    return Amount(said, None if _says_as_much(written, said, low, high) else written)


def bounds(minimum: int | None, maximum: int | None) -> str:
    """Return "12", "at least 12", "up to 30", "6 to 8"; `NO_FIGURE` where neither is known."""
    if minimum is None and maximum is None:
        return NO_FIGURE
    if maximum is None:
        return f"at least {minimum:,}"
    if not minimum:
        return f"up to {maximum:,}" if maximum else "none"
    return f"{minimum:,}" if minimum == maximum else f"{minimum:,} to {maximum:,}"


def _has_number(written: str, number: int) -> bool:
    digits = "".join(character for character in written if character.isdigit())
    return digits == str(number)


def _says_as_much(written: str, said: str, low: int | None, high: int | None) -> bool:
    """Whether the phrase adds nothing to the words chosen for it."""
    phrase = written.casefold()
    opening = said.partition(f"{high if low is None else low:,}")[0]
    if not phrase or phrase == said:
        return True
    if opening == "about ":
        return phrase.startswith(_ABOUT)
    if low != high and low and high:
        return phrase.startswith("between ") or phrase in (f"{low}-{high}", f"{low}–{high}")
    return bool(opening) and phrase.startswith(opening)


def counted(casualty: ReportedCasualty, prefix: str = "") -> Amount:
    """Return "at least 12 killed", "none killed", or "killed, no figure given"."""
    text, written = amount(casualty.quantity)
    outcome = wording(casualty.outcome)
    if text.startswith((NO_FIGURE, "“")):
        return Amount(f"{prefix}{outcome}, {text}", written)
    return Amount(f"{prefix}{text} {outcome}", written)


def covers(casualty: ReportedCasualty) -> str:
    """Return what stretch of time a count covers, in the article's words where it has some."""
    if casualty.period:
        return plain(casualty.period)
    return {
        Scope.EVENT: "in no operation recorded here",
        Scope.PERIOD: "over a period",
        Scope.CUMULATIVE: "so far",
        Scope.WAR: "in the whole war",
        Scope.RATE: "as a rate",
        Scope.CURRENT: "at present",
    }[casualty.scope]


def outcome_label(outcome: Outcome) -> str:
    """Return a label for a column of eleven characters."""
    return "Casualties" if outcome == Outcome.KILLED_OR_WOUNDED else wording(outcome).capitalize()


def named_persons(persons: Sequence[Person], limit: int) -> str:
    """Return "Amna Idris, 34, a teacher; …", and how many more there are past `limit`."""
    shown = [
        ", ".join(str(part) for part in (person.name, person.age, person.description) if part is not None)
        for person in persons[:limit]
    ]
    more = len(persons) - limit
    return "; ".join([*shown, f"and {more} more by name in the JSON"] if more > 0 else shown)


def date(day: dt.date) -> str:
    """Return "19 September 2017"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def days(start: dt.date | None, end: dt.date | None) -> str:
    """Return a span of days as short as it can be said; "" where neither end is known."""
    if start is None or end is None:
        known = start or end
        return "" if known is None else f"{'from' if start else 'until'} {date(known)}"
    if start == end:
        return f"{_WEEKDAYS[start.weekday()]} {date(start)}"
    first, last = f"{start.day} ", f"{end.day} "
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        if (start.month, end.month, start.year) == (1, 12, end.year):
            return str(start.year)
        first = last = ""
    month, year = f"{_MONTHS[start.month - 1]} ", f"{start.year} "
    if start.year == end.year:
        year = ""
        if start.month == end.month:
            month = ""
    ending = f"{last}{_MONTHS[end.month - 1]} {end.year}"
    beginning = f"{first}{month}{year}".strip()
    return f"{beginning} to {ending}" if beginning else ending


def when(resolved: When | None, phrase: str | None) -> str:
    """Return "Tuesday 19 September 2017 (“on Tuesday”)"; "" where no date is given."""
    said = plain((resolved.phrase if resolved else phrase) or "")
    found = days(resolved.start, resolved.end) if resolved else ""
    if not found:
        return f"“{said}” (no calendar date)" if said else ""
    assumed = resolved is not None and resolved.basis == DateBasis.DEFAULTED
    return f"{found} (“{said}”{', completed from the publication date' if assumed else ''})"


def where(place: Place) -> str:
    """Return "12 kilometres north of Rawa, in Anbar Province", with what the gazetteer knows."""
    text = f"{place.relation} {place.name}" if place.relation else place.name
    if place.within:
        text = f"{text}, in {', '.join(place.within)}"
    if place.precision == PlacePrecision.AMBIGUOUS:
        candidates = f": {'; '.join(place.candidates)}" if place.candidates else ""
        return f"{text} (several places fit{candidates})"
    written = {place.name, *place.within}
    looked_up = [
        name for name in (place.canonical, place.admin1, place.country) if name and name not in written
    ]
    known = [", ".join(looked_up)] if looked_up else []
    if place.latitude is not None and place.longitude is not None:
        known.append(f"{place.latitude:.4f}, {place.longitude:.4f}")
    return f"{text} ({'; '.join(known)})" if known else text


def place_role(role: PlaceRole) -> str:
    """Return what is written before a place that is not simply where it happened."""
    return {PlaceRole.INCIDENT: "", PlaceRole.MENTIONED: "also named: "}.get(role, f"{wording(role)}: ")


def provenance(made: Provenance) -> str:
    """Return who read the article and what that took, in one line."""
    reader = "the embedded rules; check the sentences" if made.reader == "rules" else made.reader
    tokens = f"{made.input_tokens:,} tokens in, {made.output_tokens:,} out"
    return " · ".join(
        (
            f"Read by {reader}",
            tokens if made.input_tokens or made.output_tokens else "no tokens",
            "price not known" if made.cost_usd is None else _dollars(made.cost_usd),
            f"{made.seconds:.1f} s" if made.seconds >= 0.1 else f"{made.seconds * 1000:.0f} ms",
        )
    )


def run_details(made: Provenance) -> str:
    """Return with which versions the article was read, so that the reading can be repeated."""
    parts = [
        f"reader version {made.reader_version}",
        f"prompts {made.prompt_version}" if made.prompt_version else "",
        f"schema {made.schema_version}",
        f"software {made.software_version}",
        f"{made.cached_tokens:,} tokens cached" if made.cached_tokens else "",
        made.created.isoformat(timespec="seconds"),
    ]
    return " · ".join(filter(None, parts))


def _dollars(cost: float) -> str:
    if cost == 0:
        return "free"
    if cost < 0.0001:
        return "under $0.0001"
    return f"${cost:.2f}" if cost >= 0.1 else f"${cost:.4f}"
