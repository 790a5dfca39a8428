"""Errors planted into a completion, one a record, so that checking has something to find."""

from __future__ import annotations

import json
from typing import Any


def damaged(completion: str) -> str:
    """Return a completion with up to five errors, each in a record of its own.

    A count of 47 that is nobody's; a casualty that cites sentence 999; a relation to a record that does not
    exist; a place with a syllable too many; an actor with a rank above it that no text gives it.
    """
    draft = json.loads(completion)
    casualties = [*draft["casualties"]]
    related = next((c for c in reversed(casualties) if c.get("relation")), None)
    if related is not None:
        casualties.remove(related)
        related["relation"]["to"] = "C99"
    if casualties:
        casualties[0]["count"] = "47"
    if len(casualties) > 1:
        casualties[1]["evidence"] = [999]
    place = next((place for o in draft["operations"] for place in o.get("places") or []), None)
    if place is not None:
        place["name"] += "abad"
    if draft["actors"]:
        _give_a_rank(draft["actors"][0])
    return json.dumps(draft, ensure_ascii=False)


def _give_a_rank(actor: dict[str, Any]) -> None:
    actor["name"] = f"High Command of {actor['name']}"
