"""Headline and abstract, composed from the records."""

from __future__ import annotations

from summarizer.checking.quantities import Reading, read_count
from summarizer.checking.tolls import toll_of
from summarizer.schema import Draft, Operation, PlaceMention

_TYPE_WORDS = {
    "ied_or_landmine": "roadside bomb or mine",
    "capture_of_territory": "capture",
    "recapture_of_territory": "recapture",
    "hostage_rescue_or_release": "release",
    "looting_or_destruction": "destruction",
    "ceasefire_or_agreement": "ceasefire",
    "weapons_seizure": "weapons seizure",
    "attack_on_civilians": "attack on civilians",
    "protest_or_riot": "riot",
    "takeover_without_fighting": "takeover",
}

_NONE = frozenset(("no", "none", "no one", "nobody"))


def headline_and_abstract(draft: Draft) -> tuple[str, str]:
    """Return what the main operation of a draft was, in a line and in a paragraph; nothing where none is."""
    main = _main(draft.operations)
    if main is None:
        return "", ""
    toll = _toll(main, draft)
    return _headline(draft, main, toll), _abstract(draft, main, toll)


def _headline(draft: Draft, main: Operation, toll: str) -> str:
    """Return what happened in at most twelve words: "Iraqi forces: offensive at Anah, target Islamic
    State"."""
    names = {actor.id: actor.name for actor in draft.actors}
    kind = _TYPE_WORDS.get(main.type, main.type.replace("_", " "))
    stage = "planned " if main.stage == "planned" else ""
    text = f"{stage}{kind}"
    place = _place(main)
    if place is not None:
        text += f" at {place.name}"
    who = [names[part.actor] for part in main.participants if part.role in ("initiator", "participant")]
    if who:
        text = f"{who[0]}: {text}"
    if toll:
        text += f", {toll}"
    words = text.split()
    short = " ".join(words[:12])
    return short[:1].upper() + short[1:]


def _abstract(draft: Draft, main: Operation, toll: str) -> str:
    """Return date, who, what to whom, where, toll and according to whom, in at most sixty words."""
    names = {actor.id: actor.name for actor in draft.actors}
    kind = _TYPE_WORDS.get(main.type, main.type.replace("_", " "))
    parts = [
        f"{main.date}: " if main.date else "",
        f"{main.stage} {kind}".replace("completed ", "").replace("unknown ", ""),
    ]
    for role, lead in (
        ("initiator", " by "),
        ("participant", " between "),
        ("target", " against "),
        ("supporter", " with support of "),
    ):
        who = [names[part.actor] for part in main.participants if part.role == role][:3]
        if who:
            parts.append(lead + ", ".join(who))
    place = _place(main)
    if place is not None:
        parts.append(f" at {place.name}" + (f" ({', '.join(place.within)})" if place.within else ""))
    parts.append(f". {toll[:1].upper()}{toll[1:]}" if toll else "")
    said = [source.name for source in draft.sources if source.id in main.according_to][:2]
    parts.append(f", according to {' and '.join(said)}." if said else ".")
    others = len(draft.operations) - 1
    if others:
        parts.append(f" {others} other operation{'s' if others > 1 else ''} mentioned.")
    words = "".join(parts).split()
    text = " ".join(words[:60])
    return text[:1].upper() + text[1:]


def title(kind: str, initiators: list[str], place: str | None, stage: str) -> str:
    """Return an operation's title in at most ten words."""
    text = _TYPE_WORDS.get(kind, kind.replace("_", " "))
    if stage == "planned":
        text = f"planned {text}"
    if place:
        text += f" at {place}"
    if initiators:
        text += f" by {initiators[0]}"
    words = text.split()[:10]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def _place(operation: Operation) -> PlaceMention | None:
    """Return the first place of the operation itself, not one that is only mentioned."""
    return next((place for place in operation.places if place.role != "mentioned"), None)


def _main(operations: list[Operation]) -> Operation | None:
    return next((operation for operation in operations if operation.discourse == "main"), None) or (
        operations[0] if operations else None
    )


def _toll(operation: Operation, draft: Draft) -> str:
    """Return the standing count of each outcome in words: "12 killed, several wounded".

    Several counts of an outcome are added where they may be, else the least that they make is said.
    """
    revised = {c.relation.to for c in draft.casualties if c.relation and c.relation.kind == "revises"}
    found: list[str] = []
    sums: dict[str, str] | None = None
    for outcome in ("killed", "wounded", "abducted", "detained"):
        counts = [
            casualty.count
            for casualty in draft.casualties
            if casualty.outcome == outcome
            and operation.id in casualty.operations
            and casualty.count
            and casualty.id not in revised
            and (casualty.relation is None or casualty.relation.kind in ("revises", "adds_to"))
        ]
        some = [count for count in counts if count.lower() not in _NONE]
        if len(some) > 1:
            sums = sums if sums is not None else _sums(operation, draft)
            said = sums.get(outcome, "")
        else:
            said = next(iter(some or counts), "")
            said = "one" if said.lower() in ("a", "an", "the") else said[:1].lower() + said[1:]
        if said:
            found.append(f"{said} {outcome}")
    return ", ".join(found)


def _sums(operation: Operation, draft: Draft) -> dict[str, str]:
    """Return what the counts of each outcome make together: "3", or "at least 12" where one is not exact."""
    quantities: dict[str, Reading] = {}
    for casualty in draft.casualties:
        reading = read_count(casualty.count, outcome=casualty.outcome, language="en")
        if reading is not None:
            quantities[casualty.id] = reading
    return {
        line.outcome.value: str(line.minimum) if line.minimum == line.maximum else f"at least {line.minimum}"
        for line in reversed(toll_of(operation, draft, quantities))
        if line.minimum
    }
