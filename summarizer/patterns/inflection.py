"""English forms of verbs and nouns."""

from __future__ import annotations


def plural_of(noun: str) -> str:
    """Return the regular plural.

    >>> plural_of("militia"), plural_of("ambush"), plural_of("enemy")
    ('militias', 'ambushes', 'enemies')
    """
    if noun.endswith("y") and noun[-2:-1] not in ("a", "e", "o", "u"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


_DOUBLING = frozenset("stab gun kidnap trap rob stop down set let wed".split())


def verb_forms(verb: str) -> dict[str, str]:
    """Return the forms of a verb phrase, each with its slot: base, finite, participle or ing.

    The first word is inflected: "open fire" gives "opened fire". "participle" also serves as the past tense.

    >>> verb_forms("raid")
    {'raid': 'base', 'raids': 'finite', 'raided': 'participle', 'raiding': 'ing'}
    """
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    stem = head + head[-1] if head in _DOUBLING else head
    if head.endswith("e"):
        past, ing = f"{head}d", f"{head[:-1]}ing"
    elif head.endswith("y") and head[-2:-1] not in ("a", "e", "o", "u"):
        past, ing = f"{head[:-1]}ied", f"{head}ing"
    else:
        past, ing = f"{stem}ed", f"{stem}ing"
    past, ing = _IRREGULAR.get(head, (past, ing))
    forms = {
        head + tail: "base",
        plural_of(head) + tail: "finite",
        past + tail: "participle",
        ing + tail: "ing",
    }
    if head in _PARTICIPLES:
        forms[past + tail] = "finite"
        forms[_PARTICIPLES[head] + tail] = "participle"
    return forms


_IRREGULAR = {
    "blow": ("blew", "blowing"),
    "take": ("took", "taking"),
    "begin": ("began", "beginning"),
    "fight": ("fought", "fighting"),
    "shoot": ("shot", "shooting"),
    "strike": ("struck", "striking"),
    "hit": ("hit", "hitting"),
    "set": ("set", "setting"),
    "beat": ("beat", "beating"),
    "hold": ("held", "holding"),
    "lose": ("lost", "losing"),
    "lay": ("laid", "laying"),
    "go": ("went", "going"),
    "withdraw": ("withdrew", "withdrawing"),
    "give": ("gave", "giving"),
    "say": ("said", "saying"),
    "tell": ("told", "telling"),
    "die": ("died", "dying"),
    "flee": ("fled", "fleeing"),
    "lie": ("lied", "lying"),
    "free": ("freed", "freeing"),
    "send": ("sent", "sending"),
    "fall": ("fell", "falling"),
    "burn": ("burned", "burning"),
    "hurt": ("hurt", "hurting"),
    "slay": ("slew", "slaying"),
    "overrun": ("overran", "overrunning"),
    "retake": ("retook", "retaking"),
    "drive": ("drove", "driving"),
    "claim": ("claimed", "claiming"),
    "disappear": ("disappeared", "disappearing"),
    "sabotage": ("sabotaged", "sabotaging"),
    "deploy": ("deployed", "deploying"),
    "storm": ("stormed", "storming"),
    "ambush": ("ambushed", "ambushing"),
}


_PARTICIPLES = {
    "blow": "blown",
    "take": "taken",
    "begin": "begun",
    "withdraw": "withdrawn",
    "beat": "beaten",
    "slay": "slain",
    "overrun": "overrun",
    "retake": "retaken",
    "give": "given",
    "go": "gone",
    "fall": "fallen",
    "drive": "driven",
}


_SPELLED = (
    ("Defence", "Defense"),
    ("Mobilisation", "Mobilization"),
    ("Organisation", "Organization"),
    ("Hezbollah", "Hizballah"),
    ("Jaysh", "Jaish"),
    ("Qaeda", "Qaida"),
)
_ONE_OR_MANY = ("Force", "Unit", "Brigade", "Battalion", "Council", "Service", "Committee")


def spellings(name: str) -> list[str]:
    """Return how else the name of a force is written: British or American, in another transcription,
    as one body or as several.

    >>> spellings("National Defence Forces")
    ['National Defense Forces', 'National Defence Force', 'National Defense Force']
    """
    found = [name]
    for british, american in _SPELLED:
        if british in name:
            found.append(name.replace(british, american))
        elif american in name:
            found.append(name.replace(american, british))
    if name.count(" ") > 1:
        last = name.rsplit(" ", 1)[1]
        if last.removesuffix("s") in _ONE_OR_MANY:
            found.extend([other.removesuffix("s") if last.endswith("s") else f"{other}s" for other in found])
    return found[1:]
