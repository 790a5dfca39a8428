"""The words that records are written in, each with the one line that defines it.

The definitions are what a reader is told and what the codebook prints: there is no second list of them.
A value is a plain string wherever it is compared or stored: ``operation.type == "airstrike"``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A closed list of words, each with a one-line definition (empty where the word says it all)."""

    definition: str

    def __new__(cls, value: str, definition: str = "") -> Self:
        """Make the member a string and keep its definition beside it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.definition = definition
        return member


class Relevance(Word):
    """What the article is to us."""

    EVENT_REPORT = "event_report", "an incident or operation is reported"
    CONTEXT_ONLY = (
        "context_only",
        "policy, statement or background without an incident of its own; its actors, tolls and background "
        "operations may still be listed",
    )
    NOT_CONFLICT = "not_conflict", "not about armed conflict: every list is empty"


class DocumentType(Word):
    """What kind of text it is."""

    NEWS = "news"
    PRESS_RELEASE = "press_release", "issued by a party or an authority"
    SITUATION_REPORT = "situation_report", "a periodic overview of a situation"
    ASSESSMENT = "assessment", "an analyst's or institute's judgement of the military situation"
    LIVE_BLOG = "live_blog", "time-stamped items"
    ANALYSIS = "analysis"
    FEATURE = "feature"
    OPINION = "opinion"
    INTERVIEW = "interview"
    STATEMENT = "statement", "a speech or declaration, printed as such"
    OBITUARY = "obituary"
    COURT_REPORT = "court_report"
    REFERENCE = "reference", "an encyclopaedia entry or background note"
    OTHER = "other"


class SourceKind(Word):
    """Who speaks."""

    MILITARY = "military"
    GOVERNMENT = "government"
    POLICE = "police"
    ARMED_GROUP = "armed_group", "a non-state belligerent"
    HEALTH = "health", "hospital, doctor, health ministry"
    RESCUE = "rescue", "civil defence, ambulance, fire service"
    LOCAL_OFFICIAL = "local_official", "governor, mayor, council"
    WITNESS = "witness", "resident, survivor, witness"
    RELATIVE = "relative"
    MONITOR_NGO = "monitor_ngo", "a monitor or other non-governmental organisation"
    UN_IO = "un_io", "the UN or another intergovernmental organisation"
    MEDIA = "media"
    STATE_MEDIA = "state_media"
    SOCIAL_MEDIA = "social_media"
    ANALYST = "analyst"
    UNKNOWN = "unknown"


class ActorType(Word):
    """What an actor is."""

    STATE_MILITARY = "state_military", "armed forces of a state, at home"
    STATE_POLICE_OR_SECURITY = "state_police_or_security", "police, gendarmerie, intelligence"
    PRO_GOVERNMENT_MILITIA = "pro_government_militia"
    REBEL_GROUP = "rebel_group", "armed opposition to a state, insurgents, jihadist groups"
    POLITICAL_MILITIA = "political_militia", "an armed wing that fights rivals, not the state"
    IDENTITY_MILITIA = "identity_militia", "ethnic, tribal or religious self-defence"
    CRIMINAL_GROUP = "criminal_group"
    PRIVATE_MILITARY = "private_military"
    FOREIGN_MILITARY = "foreign_military", "a state's forces outside it"
    COALITION = "coalition", "several states' forces under one command or name"
    UN_OR_IO_FORCE = "un_or_io_force", "peacekeepers"
    GOVERNMENT = "government", "civil authority"
    POLITICAL_PARTY = "political_party"
    CIVILIANS = "civilians"
    PROTESTERS = "protesters"
    MEDIA = "media"
    HUMANITARIAN = "humanitarian"
    INDIVIDUAL = "individual", "a person who acts or is attacked in his or her own right"
    UNIDENTIFIED_ARMED_GROUP = "unidentified_armed_group", "attackers of unknown affiliation"
    OTHER = "other"


class OperationType(Word):
    """What was done; the method first."""

    OFFENSIVE = "offensive", "sustained ground attack to take ground"
    CLASH = "clash", "both sides fight; no attacker is stated"
    AMBUSH = "ambush", "surprise attack on people on the move"
    RAID = "raid", "forces enter to capture or destroy, also a search that ends in arrests"
    ARMED_ATTACK = "armed_attack", "shooting or assault of another kind"
    COMPLEX_ATTACK = "complex_attack", "bombs and gunmen together"
    CAPTURE_OF_TERRITORY = "capture_of_territory"
    RECAPTURE_OF_TERRITORY = "recapture_of_territory", "by the side that held it before"
    TAKEOVER_WITHOUT_FIGHTING = "takeover_without_fighting"
    REPELLED_ATTACK = "repelled_attack", "the attacker, who fails, is the initiator"
    SIEGE = "siege"
    AIRSTRIKE = "airstrike", "crewed or not said"
    DRONE_STRIKE = "drone_strike"
    SHELLING = "shelling", "artillery, rocket, missile, mortar"
    BOMBARDMENT = "bombardment", "mixed or unspecified"
    NAVAL_ATTACK = "naval_attack"
    BOMBING = "bombing", "explosive of unstated kind, sabotage"
    IED_OR_LANDMINE = "ied_or_landmine"
    VEHICLE_BOMB = "vehicle_bomb", "parked or remote; with a driver who dies it is a suicide_attack"
    SUICIDE_ATTACK = "suicide_attack"
    GRENADE_ATTACK = "grenade_attack"
    CHEMICAL_ATTACK = "chemical_attack"
    INTERCEPTION = "interception", "air defence, defusal"
    WEAPONS_SEIZURE = "weapons_seizure"
    ATTACK_ON_CIVILIANS = "attack_on_civilians", "only where no method is stated"
    TARGETED_KILLING = "targeted_killing", "assassination of a chosen person, by any method"
    EXECUTION = "execution", "of captives"
    ABDUCTION = "abduction"
    HOSTAGE_RESCUE_OR_RELEASE = "hostage_rescue_or_release"
    SEXUAL_VIOLENCE = "sexual_violence"
    ARREST = "arrest"
    LOOTING_OR_DESTRUCTION = "looting_or_destruction"
    DEPLOYMENT = "deployment"
    WITHDRAWAL = "withdrawal"
    BASE_ESTABLISHED = "base_established"
    CEASEFIRE_OR_AGREEMENT = "ceasefire_or_agreement"
    TALKS = "talks"
    SURRENDER = "surrender"
    THREAT_OR_ANNOUNCEMENT = (
        "threat_or_announcement",
        "words only; a planned attack keeps its own type, with stage planned",
    )
    LEGAL_OR_DIPLOMATIC = "legal_or_diplomatic", "trial, sanction, demand"
    TRAINING_OR_SUPPORT = "training_or_support"
    PROTEST_OR_RIOT = "protest_or_riot"
    HUMANITARIAN = "humanitarian", "aid, evacuation"
    FRIENDLY_FIRE = "friendly_fire"
    OTHER = "other"


class Means(Word):
    """What it was done with; only what is stated."""

    FIREARMS = "firearms"
    ARTILLERY = "artillery"
    MORTAR = "mortar"
    ROCKET = "rocket"
    MISSILE = "missile"
    CREWED_AIRCRAFT = "crewed_aircraft"
    AIR_DROPPED_BOMB = "air_dropped_bomb"
    HELICOPTER = "helicopter"
    DRONE = "drone"
    NAVAL = "naval"
    ARMOUR = "armour", "tanks and other armoured vehicles"
    IED = "ied", "improvised explosive device, roadside bomb, booby trap"
    VEHICLE_BOMB = "vehicle_bomb"
    SUICIDE_BOMB = "suicide_bomb"
    LANDMINE = "landmine"
    UNEXPLODED_ORDNANCE = "unexploded_ordnance"
    GRENADE = "grenade"
    CHEMICAL = "chemical"
    INCENDIARY = "incendiary"
    CLUSTER_MUNITION = "cluster_munition"
    EDGED_WEAPON = "edged_weapon"
    VEHICLE_RAMMING = "vehicle_ramming"
    ARSON = "arson"
    SNIPER = "sniper"
    SIEGE = "siege"
    CYBER = "cyber"


class Stage(Word):
    """How far an operation has come."""

    PLANNED = "planned", "announced, not begun"
    LAUNCHED = "launched", "begins in this report"
    ONGOING = "ongoing", "also a captive still held, a siege not lifted"
    PAUSED = "paused"
    COMPLETED = "completed"
    FAILED = "failed", "tried, repelled or broken off"
    FOILED = "foiled", "prevented before it began"
    THREATENED = "threatened", "conditional"
    UNKNOWN = "unknown"


class Assertion(Word):
    """How the text stands to what it says; who says it stands in `according_to`."""

    STATED = "stated", "somebody, or the narrator, says that it is so"
    ALLEGED = "alleged", 'the text itself doubts it: "alleged", "reportedly", "believed"'
    DISPUTED = "disputed", "versions conflict, also a claim and its denial"
    DENIED = "denied", "only its denial is reported"
    NEGATED = "negated", "said not to have happened"
    HYPOTHETICAL = "hypothetical"


class Discourse(Word):
    """What an operation is to the article."""

    MAIN = "main", "the article is about it"
    SECONDARY = "secondary", "also reported as news"
    BACKGROUND = "background", "history or context"


class ParticipantRole(Word):
    """What an actor does in an operation."""

    INITIATOR = "initiator", "who attacks or acts"
    TARGET = "target"
    PARTICIPANT = "participant", "both sides of a clash"
    SUPPORTER = "supporter", "helps a side without leading"
    MEDIATOR = "mediator"
    ACCUSED = "accused", "the act is certain, its author is not"


class PlaceRole(Word):
    """What a place is to an operation."""

    INCIDENT = "incident", "where it happens"
    TARGET = "target", "what it aims at, where that is elsewhere"
    ORIGIN = "origin", "where it was launched or set out from"
    ROUTE = "route"
    CAPTURED = "captured"
    DISPLACED_FROM = "displaced_from"
    DISPLACED_TO = "displaced_to"
    MENTIONED = "mentioned"


class TerritorialEffect(Word):
    """What the initiator gained or lost."""

    CAPTURED = "captured"
    RECAPTURED = "recaptured"
    LOST = "lost"
    ENCIRCLED = "encircled"
    ADVANCED = "advanced"
    REPELLED = "repelled"
    WITHDREW = "withdrew"
    CONTESTED = "contested"
    NONE_REPORTED = "none_reported", "the text is silent"


class Civilians(Word):
    """What the operation was to civilians."""

    TARGETED = "targeted"
    INCIDENTAL_HARM = "incidental_harm"
    STATED_NONE = "stated_none", '"no civilians were harmed"'
    NOT_REPORTED = "not_reported"


class Outcome(Word):
    """What befell the victims."""

    KILLED = "killed"
    WOUNDED = "wounded"
    KILLED_OR_WOUNDED = "killed_or_wounded", '"casualties", "harmed"'
    MISSING = "missing"
    CAPTURED = "captured", "by an adversary"
    DETAINED = "detained", "by an authority"
    ABDUCTED = "abducted", "by a non-state group or by unknown hands"
    RELEASED = "released"
    RESCUED = "rescued"
    SURRENDERED = "surrendered"
    DISPLACED = "displaced"
    TRAPPED = "trapped"


class VictimStatus(Word):
    """What the victims are."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant", "suspected ones too"
    POLICE_SECURITY = "police_security"
    OFFICIAL = "official"
    MEDICAL = "medical"
    JOURNALIST = "journalist"
    AID_WORKER = "aid_worker"
    PEACEKEEPER = "peacekeeper"
    PRISONER = "prisoner"
    PERPETRATOR = "perpetrator", "died in the own attack, also one shot while carrying it out"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class Scope(Word):
    """What a count counts."""

    EVENT = "event"
    PERIOD = "period", "a stated period"
    CUMULATIVE = "cumulative", "since a stated start"
    WAR = "war", "the whole conflict, also where its start is named"
    RATE = "rate", '"35 a day"'
    CURRENT = "current", '"now holding 17"'


class RelationKind(Word):
    """What one count is to another."""

    PART_OF = "part_of", '"including five children": this count is in that total'
    REVISES = "revises", '"from 40 to 28"'
    RIVALS = "rivals", "another source's number"
    ADDS_TO = "adds_to", '"two more died"'


class Basis(Word):
    """Whose word a record rests on; computed from assertion, sources and participants."""

    REPORTED_AS_FACT = "reported_as_fact", "the narrator says so, naming no one"
    OFFICIAL = "official", "an authority that is no party to it"
    PARTY_CLAIM = "party_claim", "a belligerent of that operation says so"
    ATTRIBUTED = "attributed", "a hospital, monitor, witness or unnamed source says so"
    ALLEGED = "alleged", "the text itself doubts it"
    DISPUTED = "disputed", "versions conflict"
    DENIED = "denied"
    NEGATED = "negated", "said not to have happened"
    HYPOTHETICAL = "hypothetical"


class Qualifier(Word):
    """How a count phrase bounds its number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to", 'also "fewer than"'
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague", '"dozens", "several"'
    PLURAL = "plural", "a bare plural: at least two"
    NONE = "none", '"no", "none": zero is stated'


class TimeOfDay(Word):
    """The part of the day that a date phrase names."""

    DAWN = "dawn"
    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class DatePrecision(Word):
    """How wide the span of a date is."""

    DAY = "day"
    RANGE = "range", "several days with a stated or implied start and end"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"


class DateBasis(Word):
    """What a date was computed from."""

    EXPLICIT = "explicit", "the phrase names the day, month or year"
    RELATIVE = "relative", "counted from the publication date"
    DEFAULTED = "defaulted", "a part that the phrase leaves out comes from the publication date"
    UNRESOLVED = "unresolved", "no publication date, or a phrase without a reading"


class PlacePrecision(Word):
    """How closely coordinates locate an event."""

    SETTLEMENT = "settlement"
    NEAR_SETTLEMENT = "near_settlement", "a distance or direction from a named place"
    ROAD = "road", "between two named places"
    ADMIN = "admin", "a district, province or region"
    COUNTRY = "country"
    FEATURE = "feature", "a river, mountain, base or other named spot"
    AMBIGUOUS = "ambiguous", "several entries fit"
    UNRESOLVED = "unresolved", "not looked up, or unknown to the gazetteer"


class Severity(Word):
    """How much a finding matters."""

    ERROR = "error", "the value is kept, marked, and left out of totals and derived columns"
    WARNING = "warning"
    NOTE = "note"


class FindingCode(Word):
    """What a check found."""

    EVIDENCE_MISSING = "evidence-missing", "a record cites no sentence, or one that does not exist"
    NAME_NOT_IN_TEXT = (
        "name-not-in-text",
        "an actor's name and aliases, a place or a speaker cannot be found in the article",
    )
    NAME_OUTSIDE_EVIDENCE = (
        "name-outside-evidence",
        "found in the article, but in none of the cited sentences nor through a stated alias",
    )
    COUNT_NOT_IN_EVIDENCE = (
        "count-not-in-evidence",
        "the count phrase or its number does not stand in the cited sentences",
    )
    COUNT_UNPARSED = "count-unparsed", "the phrase has no reading as a quantity"
    COUNT_INCONSISTENT = (
        "count-inconsistent",
        "a part larger than its whole; minimum above maximum; a toll above the cumulative one",
    )
    DATE_UNRESOLVED = "date-unresolved", "no publication date, or a phrase without a reading"
    DATE_IN_FUTURE = "date-in-future", "a completed operation after the publication date"
    PLACE_AMBIGUOUS = "place-ambiguous", "several gazetteer entries fit the context"
    PLACE_UNKNOWN = "place-unknown", "no gazetteer entry fits the context"
    REFERENCE_BROKEN = (
        "reference-broken",
        "an id that no record has, or two have; a cycle in part_of, belongs_to or relation",
    )
    POSSIBLE_OMISSION = (
        "possible-omission",
        "a sentence states a casualty, an attack or a belligerent that no record cites",
    )
    POSSIBLE_DOUBLE_COUNT = (
        "possible-double-count",
        "two records of one operation with the same outcome, count and victims",
    )
    INSTRUCTION_IN_TEXT = "instruction-in-text", "the article tries to instruct the reader"
    TITLE_DISAGREES = "title-disagrees", "the title's figure differs from the body's"
