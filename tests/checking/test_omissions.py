"""What a sentence states and no record has is found; what repeats a record, or is none, is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.checking.check import check
from summarizer.schema import Actor, Casualty, Draft, Operation, Participant, Source
from tests.checking import drafts


def draft(*casualties: Casualty, **fields: Any) -> Draft:
    """Return a draft of an ambush by gunmen near Telma that sentence 1 tells."""
    given: dict[str, Any] = {
        "relevance": "event_report",
        "document_type": "news",
        "headline": "Ambush near Telma",
        "abstract": "Gunmen ambushed a convoy near Telma.",
        "sources": [Source(id="S1", name="the army", kind="military")],
        "actors": [Actor(id="A1", name="Gunmen", type="unidentified_armed_group", evidence=[1])],
        "operations": [ambush()],
        "casualties": list(casualties),
    }
    return Draft.model_validate(given | fields)


def ambush(**fields: Any) -> Operation:
    """Return the ambush."""
    given: dict[str, Any] = {"id": "O1", "title": "Ambush", "type": "ambush", "stage": "completed"}
    given |= {"assertion": "stated", "discourse": "main", "evidence": [1]}
    given |= {"participants": [Participant(actor="A1", role="initiator")]}
    given |= {"places": [{"name": "Telma", "role": "incident"}]}
    return Operation.model_validate(given | fields)


def killed(count: str | None, victims: str, *sentences: int, **fields: Any) -> Casualty:
    """Return a count of the ambush."""
    given: dict[str, Any] = {"id": f"C{len(victims)}", "operations": ["O1"], "outcome": "killed"}
    given |= {"count": count, "victims": victims, "scope": "event", "assertion": "stated"}
    return Casualty.model_validate(given | {"evidence": list(sentences)} | fields)


def findings(sentences: str, of: Draft, **article: Any) -> list[tuple[str, str]]:
    """Return what is found missing, as (path, message); sentence 1 tells of the ambush."""
    text = f"Gunmen ambushed an army convoy near Telma on Monday. {sentences}"
    given: dict[str, Any] = {"published": "2016-10-06"} | article
    report = check(of, Article(text, **given), drafts.provenance())
    return [(f.path, f.message) for f in report.findings if f.code == "possible-omission"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Four soldiers were killed.", "Four soldiers were killed"),
        ("The blast killed two drivers and a nurse.", "killed two drivers"),
        ("At least 30 people were wounded.", "At least 30 people were wounded"),
        ("A schoolteacher was shot dead.", "A schoolteacher was shot"),
        ("No one was hurt.", "No one was hurt"),
        ("The gunmen abducted nine villagers.", "abducted nine villagers"),
        ("The death toll rose to 14.", "death toll rose to 14"),
    ],
)
def test_harm_without_a_record_is_found_with_its_words_and_its_sentence(sentence: str, words: str) -> None:
    (message,) = [message for path, message in findings(sentence, draft()) if path == "casualties"]

    assert message.startswith(f"sentence 2 says “{words}")


def test_the_evidence_is_the_sentence_and_the_severity_a_warning() -> None:
    text = "Gunmen ambushed an army convoy near Telma on Monday. Four soldiers were killed."
    report = check(draft(), Article(text, published="2016-10-06"), drafts.provenance())
    (finding,) = [f for f in report.findings if f.code == "possible-omission"]

    assert finding.severity == "warning"
    assert [span.quote for span in finding.evidence] == ["Four soldiers were killed."]


@pytest.mark.parametrize(
    "sentences",
    [
        "Four soldiers were killed.",
        "The army said four soldiers were killed. The four were buried on Tuesday.",
        "Four soldiers were killed. The dead soldiers were from Orvel. The soldiers were killed at noon.",
        "Four soldiers were killed. Four people were killed in all, the army said.",
        "Four soldiers would have been killed. Four soldiers were killed.",
        "Nobody spoke of the dead, the army said. The army said it would fight on.",
        "The talks failed. An officer, 45, came with 12 men in two trucks on 4 October.",
        "Reporting by Ana Ruiz and two others; editing by Luis Mora.",
    ],
)
def test_what_a_record_holds_or_what_is_no_harm_is_not_missing(sentences: str) -> None:
    of = draft(killed("Four", "soldiers", 2, 3))

    assert findings(sentences, of) == []


def test_one_of_two_counts_of_a_sentence_is_missed() -> None:
    sentence = "Four soldiers and two drivers were killed."

    assert findings(sentence, draft(killed("Four", "soldiers", 2))) == [
        ("casualties", "sentence 2 says “two drivers were killed”; no casualty record has it.")
    ]
    assert findings(sentence, draft(killed("Four", "soldiers", 2), killed("two", "drivers", 2))) == []


def test_a_missing_statement_is_told_once_however_often_it_stands_there() -> None:
    assert len(findings("Four soldiers were killed. " * 30, draft())) == 1


def test_the_title_alone_is_never_missing() -> None:
    assert findings("The road is closed.", draft(), title="Nine soldiers killed near Telma") == []


def test_an_illness_is_no_harm_of_war() -> None:
    assert findings("The old mayor, who has died of cancer, once led the town.", draft()) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("In Orvel, rebels shelled a police post on Tuesday.", "rebels shelled"),
        ("Militants stormed a village on Tuesday.", "Militants stormed"),
        ("Troops raided three houses in Hadrel on Tuesday.", "Troops raided"),
    ],
)
def test_an_attack_of_another_kind_or_place_is_found(sentence: str, words: str) -> None:
    of = draft(operations=[ambush(type="suicide_attack")])
    (finding,) = findings(sentence, of)

    assert finding[0] == "operations"
    assert words in finding[1]


def test_context_hides_no_attack() -> None:
    """What only speaks of a war at a place is not the attack of the sentence that it cites."""
    context = ambush(
        id="O2",
        title="Fighting",
        type="bombing",
        discourse="background",
        participants=[],
        places=[{"name": "Orvel", "role": "mentioned"}],
        evidence=[2],
    )
    of = draft(operations=[ambush(), context])
    ((path, message),) = findings("Gunmen bombed a bridge in Orvel.", of)
    assert (path, "no operation cites it" in message) == ("operations", True)


@pytest.mark.parametrize(
    "sentence",
    [
        "The attack lasted an hour.",
        "Gunmen attacked the convoy from two sides near Telma.",
        "The army will attack Orvel next week.",
        "Rebels would attack Orvel, the army said.",
        "The army denied that troops had attacked Orvel.",
        "Troops rehearsed an attack on Orvel in an exercise.",
        "He is suspected of attacks on police.",
    ],
)
def test_an_attack_told_again_or_not_told_as_having_happened_is_not_missing(sentence: str) -> None:
    assert findings(sentence, draft()) == []


def test_background_beyond_five_operations_is_not_missing() -> None:
    background = [ambush(id=f"O{n}", type="airstrike", discourse="background") for n in range(2, 7)]
    sentence = "In May 2013 rebels killed nine policemen in Orvel."

    assert findings(sentence, draft(operations=[ambush(), *background])) == []
    assert findings(sentence, draft(operations=[ambush(), *background[1:]])) != []


def test_a_belligerent_that_acts_and_has_no_actor_is_found() -> None:
    sentence = "Taliban fighters attacked a post in Orvel."
    known = Actor(id="A2", name="Taliban", type="rebel_group", evidence=[2])
    paths = [path for path, _ in findings(sentence, draft())]

    assert "actors" in paths
    assert "actors" not in [path for path, _ in findings(sentence, draft(actors=[known]))]


def test_a_belligerent_is_known_by_any_of_its_names_and_may_be_named_in_passing() -> None:
    known = Actor(id="A1", name="Islamic State", type="rebel_group", evidence=[1])

    assert findings("Daesh fighters ambushed it, the army said.", draft(actors=[known])) == []
    assert findings("A teacher said he had nothing to do with the Taliban.", draft()) == []


def test_an_attack_that_nobody_carries_out_has_the_attacker_of_its_sentence() -> None:
    of = draft(operations=[ambush(participants=[])])

    assert findings("The road is closed.", of) == [
        ("operations[0].participants", "sentence 1 says who attacks, “Gunmen”; O1 does not.")
    ]


EMPTY: dict[str, Any] = {"sources": [], "actors": [], "operations": [], "casualties": []}


def test_an_attack_taken_for_no_conflict_is_one_finding_on_the_relevance() -> None:
    of = draft(**EMPTY, relevance="not_conflict")

    assert findings("At least 12 soldiers were killed. Gunmen killed two guards.", of) == [
        (
            "relevance",
            "the draft says not_conflict, the article says “Gunmen ambushed an army” and “At least 12 "
            "soldiers were killed”.",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Three people were killed and a dozen hurt when a lorry ran into a queue of cars, police said.",
        "The striker's late attack killed off Arsenal. The ambush came in the 88th minute. We lost a battle.",
        "The general, who has died aged 84, was a sapper. He is survived by four children.",
        "A truce last year held. Parliament debated arms funding for the peshmerga.",
        "An earthquake killed 40 people and wounded 200.",
    ],
)
def test_what_is_no_conflict_may_be_called_so(text: str) -> None:
    """HARD-CASES 32 and 33, an accident, an obituary, an earthquake."""
    of = draft(**EMPTY, relevance="not_conflict")
    report = check(of, Article(text, published="2016-10-06"), drafts.provenance())

    assert report.findings == []


def test_another_language_is_not_read() -> None:
    assert findings("Cuatro soldados murieron. Four soldiers were killed.", draft(), language="es") == []


@pytest.mark.parametrize("change", [lambda d: None, lambda d: d.casualties.clear()])
def test_the_good_draft_misses_nothing_until_a_count_is_taken_out(change: Callable[[Draft], None]) -> None:
    good = drafts.draft()
    change(good)
    report = check(good, drafts.article(), drafts.provenance())

    assert bool(report.findings) is not bool(good.casualties)
