"""The words of the records are pinned here: to drop or rename one changes the meaning of stored reports."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from summarizer.schema import vocabulary
from summarizer.schema.entries import vocabularies
from summarizer.schema.vocabulary import Word

WORDS = {
    "Relevance": "event_report context_only not_conflict",
    "DocumentType": """
        news press_release situation_report assessment live_blog analysis feature opinion interview statement
        obituary court_report reference other
    """,
    "SourceKind": """
        military government police armed_group health rescue local_official witness relative monitor_ngo un_io
        media state_media social_media analyst unknown
    """,
    "ActorType": """
        state_military state_police_or_security pro_government_militia rebel_group political_militia
        identity_militia criminal_group private_military foreign_military coalition un_or_io_force government
        political_party civilians protesters media humanitarian individual unidentified_armed_group other
    """,
    "OperationType": """
        offensive clash ambush raid armed_attack complex_attack capture_of_territory recapture_of_territory
        takeover_without_fighting repelled_attack siege airstrike drone_strike shelling bombardment
        naval_attack bombing ied_or_landmine vehicle_bomb suicide_attack grenade_attack chemical_attack
        interception weapons_seizure attack_on_civilians targeted_killing execution abduction
        hostage_rescue_or_release sexual_violence arrest looting_or_destruction deployment withdrawal
        base_established ceasefire_or_agreement talks surrender threat_or_announcement legal_or_diplomatic
        training_or_support protest_or_riot humanitarian friendly_fire other
    """,
    "Means": """
        firearms artillery mortar rocket missile crewed_aircraft air_dropped_bomb helicopter drone naval
        armour ied vehicle_bomb suicide_bomb landmine unexploded_ordnance grenade chemical incendiary
        cluster_munition edged_weapon vehicle_ramming arson sniper siege cyber
    """,
    "Stage": "planned launched ongoing paused completed failed foiled threatened unknown",
    "Assertion": "stated alleged disputed denied negated hypothetical",
    "Discourse": "main secondary background",
    "ParticipantRole": "initiator target participant supporter mediator accused",
    "PlaceRole": "incident target origin route captured displaced_from displaced_to mentioned",
    "TerritorialEffect": """
        captured recaptured lost encircled advanced repelled withdrew contested none_reported
    """,
    "Civilians": "targeted incidental_harm stated_none not_reported",
    "Outcome": """
        killed wounded killed_or_wounded missing captured detained abducted released rescued surrendered
        displaced trapped
    """,
    "VictimStatus": """
        civilian combatant police_security official medical journalist aid_worker peacekeeper prisoner
        perpetrator mixed unknown
    """,
    "Scope": "event period cumulative war rate current",
    "RelationKind": "part_of revises rivals adds_to",
    "Basis": """
        reported_as_fact official party_claim attributed alleged disputed denied negated hypothetical
    """,
    "Qualifier": "exact at_least more_than up_to about range vague plural none",
    "TimeOfDay": "dawn morning midday afternoon evening night",
    "DatePrecision": "day range week month season year",
    "DateBasis": "explicit relative defaulted unresolved",
    "PlacePrecision": "settlement near_settlement road admin country feature ambiguous unresolved",
    "Severity": "error warning note",
    "FindingCode": """
        evidence-missing name-not-in-text name-outside-evidence count-not-in-evidence count-unparsed
        count-inconsistent date-unresolved date-in-future place-ambiguous place-unknown reference-broken
        possible-omission possible-double-count instruction-in-text title-disagrees
    """,
}


def test_every_vocabulary_is_pinned() -> None:
    """No vocabulary comes or goes unnoticed."""
    assert {words.__name__ for words in vocabularies()} == WORDS.keys()


@pytest.mark.parametrize("words", vocabularies(), ids=lambda words: words.__name__)
def test_words(words: type[Word]) -> None:
    """A vocabulary holds the pinned words, in their order, and no other."""
    assert [word.value for word in words] == WORDS[words.__name__].split()


@pytest.mark.parametrize("words", vocabularies(), ids=lambda words: words.__name__)
def test_a_word_is_its_string(words: type[Word]) -> None:
    """A word equals, hashes, prints and serialises as the plain string, and is found by it."""
    for word in words:
        assert word == word.value
        assert hash(word) == hash(word.value)
        assert f"{word}" == str(word) == word.value
        assert json.dumps(word) == f'"{word.value}"'
        assert words(word.value) is word


@pytest.mark.parametrize("words", vocabularies(), ids=lambda words: words.__name__)
def test_a_word_survives_pickle_and_copy(words: type[Word]) -> None:
    """Another process, or a copy of a record, has the same member with the same definition."""
    for word in words:
        assert pickle.loads(pickle.dumps(word)) is word
        assert copy.deepcopy(word) is word


@pytest.mark.parametrize("words", vocabularies(), ids=lambda words: words.__name__)
def test_definitions_are_one_line_without_full_stop(words: type[Word]) -> None:
    """A definition fits into a line of a prompt and a cell of a table."""
    for word in words:
        assert word.definition == " ".join(word.definition.split())
        assert not word.definition.endswith(".")
        assert " | " not in word.definition, "the reader's codebook parts words with it"


def test_a_definition_is_no_part_of_the_value() -> None:
    """The definition stands beside the word and never in a record."""
    word = vocabulary.OperationType.AIRSTRIKE

    assert word.definition == "crewed or not said"
    assert word == "airstrike"


def test_an_unknown_word_is_refused() -> None:
    """A vocabulary is closed, also to another spelling."""
    for spelling in ("Airstrike", "air_strike", "airstrike ", ""):
        with pytest.raises(ValueError, match="is not a valid OperationType"):
            vocabulary.OperationType(spelling)
