"""A party while it is gathered, and what it is called in the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.patterns.tokens import fold


@dataclass(slots=True)
class Party:
    """An actor while it is being gathered."""

    key: str
    type: str
    country: str | None = None
    forms: dict[str, int] = field(default_factory=dict)
    """How often each form names it."""
    evidence: set[int] = field(default_factory=set)
    leaders: list[str] = field(default_factory=list)
    named: bool = False
    proper: set[str] = field(default_factory=set)
    """Forms that are a name, not a description."""
    parent: str | None = None


def name_and_aliases(party: Party) -> tuple[str, list[str]]:
    """Return the fullest form as the name: the longest proper one; the others are aliases."""
    forms = list(party.forms)
    if len(forms) < 2:
        return (forms[0] if forms else party.key), []
    proper = [form for form in forms if not form.lower().startswith("the ")] or forms
    if party.key.startswith(("party:", "coalition")):
        proper = [form for form in proper if form in party.proper] or proper
        # an acronym is never the fullest form where the name is written out
        name = max(proper, key=lambda form: (len(form) > 6, "coalition" in form.lower(), min(len(form), 40)))
    else:
        # of bare descriptions the first: it stands where the deed is told
        bare = party.key.endswith(":")
        name = max(
            proper,
            key=lambda form: (
                _cased(form),
                not _is_unit(form),
                form in _BODIES,
                party.forms[form],
                0 if bare else len(form),
            ),
        )
    seen = {fold(name)}
    aliases = []
    for form in forms:
        folded = fold(form)
        if folded not in seen:
            seen.add(folded)
            aliases.append(form)
    return name, aliases


def _is_unit(form: str) -> bool:
    """Tell whether a form names a part of a force: "a Ukrainian tank brigade" is not Ukraine's army."""
    return not _UNITS.isdisjoint(form.lower().split())


_UNITS = frozenset(
    (
        "brigade battalion division regiment squadron unit units company platoon patrol convoy base post "
        "tank tanks jet jets warplane warplanes helicopter helicopters drone drones ship ships"
    ).split()
)


_BODIES = frozenset(("army", "military", "navy", "air force", "police"))
"""Forms that name the party itself, and not its men."""


def _cased(form: str) -> bool:
    """Tell whether a form says whose it is: "Russian forces", and not "its forces"."""
    return any(map(str.isupper, form))
