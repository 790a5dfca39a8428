"""Places and parties that a text names around its events."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.readers.rules import RulesReader
from summarizer.schema import Draft, Operation


def read(text: str) -> Draft:
    """Return the draft of a text without a title."""
    return RulesReader().draft(Article(text))


STATEMENT = (
    "We support the campaign against the militants of Boko Haram in Nigeria. "
    "Our ambassador met the governor in Maiduguri on Monday."
)


def test_a_statement_carries_its_places_as_mentioned_in_the_background() -> None:
    """A statement about a war has no event; its places stand in background operations, none as incident."""
    draft = read(STATEMENT)
    assert draft.relevance == "context_only"
    assert {operation.discourse.value for operation in draft.operations} == {"background"}
    places = [place for operation in draft.operations for place in operation.places]
    assert {place.name for place in places} == {"Nigeria", "Maiduguri"}
    assert {place.role.value for place in places} == {"mentioned"}


def test_every_place_of_the_context_stands_in_its_evidence() -> None:
    """Who checks a mentioned place finds it in a sentence that the operation cites."""
    article = Article(STATEMENT)
    draft = RulesReader().draft(article)
    for operation in draft.operations:
        cited = " ".join(article.sentences[number - 1].text for number in operation.evidence)
        assert all(place.name in cited for place in operation.places)


def test_beside_news_a_place_around_the_event_is_only_mentioned() -> None:
    """What the next sentence names is not where it happened; the sentence is cited, for it holds the name."""
    draft = read(
        "Gunmen killed two farmers in Velim on Friday. The army has supported troops in Sudan for years."
    )
    (event,) = draft.operations
    assert [(place.name, place.role.value) for place in event.places] == [
        ("Velim", "incident"),
        ("Sudan", "mentioned"),
    ]
    assert event.evidence == [1, 2]
    assert "Sudan" not in event.title


def test_no_headline_puts_an_event_at_a_mentioned_place() -> None:
    """A place that is only mentioned is nowhere said to be where it happened."""
    draft = read(STATEMENT)
    assert "Nigeria" not in draft.headline
    assert all("Nigeria" not in operation.title for operation in draft.operations)


CONTEXT = (
    "The campaign against the rebels in Chad goes on. Violence in Mali continues. We support training in "
    "Niger. Humanitarian aid came to Benin. Talks with the rebels were held in Ghana. Sanctions are "
    "discussed in Kenya."
)


def background(draft: Draft) -> list[Operation]:
    """Return the operations of the background."""
    return [operation for operation in draft.operations if operation.discourse == "background"]


def test_at_most_five_operations_of_the_background() -> None:
    """However many kinds of context a text has; the places of a sixth go to its neighbour."""
    found = background(read(CONTEXT))
    assert len(found) == 5
    assert "Kenya" in {place.name for operation in found for place in operation.places}


def test_beside_news_no_context_is_opened() -> None:
    """The event stays what the article is about; it carries what is named up to eight sentences from it."""
    far = " Nobody knew more. It was late. Trials go on in Togo."
    draft = read("Gunmen killed two farmers in Velim on Friday. " + CONTEXT + far)
    assert background(draft) == []
    names = [place.name for place in draft.operations[0].places]
    assert names == ["Velim", "Chad", "Mali", "Niger", "Benin", "Ghana", "Kenya"]


@pytest.mark.parametrize(
    "text",
    [
        "A 6.4 magnitude earthquake struck western Nepal on Friday, and aftershocks followed. Soldiers "
        "searched for survivors in Jajarkot. The army sent helicopters. India offered humanitarian aid.",
        "Typhoon Mira struck Luzon on Sunday and floods followed. The coast guard rescued forty passengers "
        "near Batangas. Troops were deployed in Manila.",
        "Delegates agreed on a resolution in Dubai. Activists from Kenya said the fight for the climate "
        "needs support. The conflict between rich and poor states goes on. The summit moves to Brazil.",
    ],
)
def test_no_operation_where_no_war_is_spoken_of(text: str) -> None:
    """A disaster with soldiers and the fight against climate change are no armed conflict."""
    assert read(text).operations == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The coalition supports the Iraqi government in the fight against ISIL.", "Iraqi government"),
        ("We reiterate support for the Government of Iraq in the fight against ISIL.", "Government of Iraq"),
        ("The town was taken from ISIL with support from our ally Turkey.", "Turkey"),
        ("Kurdish forces have been fighting Daesh in Syria for years.", "Kurdish forces"),
        ("Morh's regime supports the militia with weapons to kill civilians.", "Morh's regime"),
        ("Militants killed scores of Syrian civilians in the attack.", "Syrian civilians"),
        ("The Velim regime starves the town, and rebels fight on.", "Velim regime"),
        ("Sunni tribal fighters held Velim and fought ISIL.", "Sunni tribal fighters"),
        ("We thank the Syrians who fought to free Velim from ISIL.", "Syrians"),
        ("ISIL kills pilgrims in Velim.", "pilgrims"),
        ("Abu Velim, ISIL's finance emir, was killed in an air strike.", "Abu Velim"),
        ("An air strike killed Abu Velim and Tarek Tolm, two ISIL facilitators.", "Tarek Tolm"),
        ("The international coalition has supported the Iraqi Security Forces.", "international coalition"),
    ],
)
def test_who_takes_a_side_or_suffers_is_an_actor(text: str, name: str) -> None:
    """General statements name actors as well as dated incidents do."""
    assert name in {actor.name for actor in read(text).actors}


def test_a_person_of_a_party_belongs_to_it() -> None:
    """Who is killed as a commander of a group is an individual of that group, and the target."""
    draft = read("ISIL commander Abu Velim was killed in an air strike near Tolm.")
    party, person = sorted(draft.actors, key=lambda actor: actor.name, reverse=True)
    assert (person.name, person.type.value, person.belongs_to) == ("Abu Velim", "individual", party.id)
    assert (person.id, "target") in {
        (part.actor, part.role.value) for operation in draft.operations for part in operation.participants
    }


def test_a_description_of_a_named_party_is_that_party() -> None:
    draft = read("Jaysh al-Velim was a rebel group that fought the Syrian Army in Idlib.")
    assert {actor.name for actor in draft.actors} == {"Jaysh al-Velim", "Syrian Army"}


def test_the_base_of_a_dateline_is_mentioned() -> None:
    """A release from a base names where its force is; a press agency's town tells nothing."""
    told = "Coalition soldiers trained Iraqi troops in Velim for the fight against ISIL."
    base = read(f"CAMP TOLM, Iraq - {told}")
    assert "CAMP TOLM" in {place.name for operation in base.operations for place in operation.places}
    town = read(f"BAGHDAD (AFP) - {told}")
    assert "BAGHDAD" not in {place.name for operation in town.operations for place in operation.places}


def test_a_state_that_is_only_a_place_is_no_actor() -> None:
    draft = read("Rebels are fighting the army in Chad, and aid reached Chad.")
    assert "Chad" not in {actor.name for actor in draft.actors}
