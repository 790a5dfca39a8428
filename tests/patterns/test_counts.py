"""Counts: who was harmed and how many, in actives, passives, nouns and lists."""

from __future__ import annotations

import pytest

from summarizer.patterns.counts import find_counts
from summarizer.patterns.named import persons_of
from summarizer.patterns.scan import Scan

Row = tuple[str, str, str]


def rows(text: str) -> list[Row]:
    """Return (outcome, victims with their count, hint) of each count in a sentence."""
    scan = Scan(text)
    return [
        (count.outcome, scan.span(count.group.start, count.group.end), count.hint)
        for count in find_counts(scan)
    ]


CASES: dict[str, tuple[str, list[Row]]] = {
    "active": ("Gunmen killed two farmers near Velim.", [("killed", "two farmers", "")]),
    "passive": ("Two farmers were killed near Velim.", [("killed", "Two farmers", "")]),
    "gerund": ("A shell hit a barn, killing a herder.", [("killed", "a herder", "")]),
    "reduced passive": ("Two farmers killed in Velim", [("killed", "Two farmers", "")]),
    "at another place": (
        "Thirteen people were killed in Velim and 11 in Daro.",
        [("killed", "Thirteen people", ""), ("killed", "11", "")],
    ),
    "losses at least": ("The army lost at least two soldiers.", [("killed", "at least two soldiers", "")]),
    "members of forces": (
        "At least four members of the security forces and nine assailants were killed.",
        [("killed", "At least four members", ""), ("killed", "nine assailants", "")],
    ),
    "ages are no counts": (
        "A girl of nine and two men aged 34 and 61 died in Daro.",
        [("killed", "A girl", ""), ("killed", "two men", "")],
    ),
    "beside a toll": (
        "The death toll rose to 32, with 110 wounded.",
        [("killed", "32", "toll"), ("wounded", "110", "")],
    ),
    "behind a toll": (
        "The number of dead rose to 32 and 110 were wounded.",
        [("killed", "32", "toll"), ("wounded", "110", "")],
    ),
    "own losses by a pronoun": ("It lost two men in the fighting.", [("killed", "two men", "")]),
    "bare number": ("The explosion killed 12.", [("killed", "12", "")]),
    "left dead": ("The firefight left seven soldiers dead.", [("killed", "seven soldiers", "")]),
    "died": ("Three nuns died in the shelling.", [("killed", "Three nuns", "")]),
    "shot dead": ("A judge was shot dead in Daro.", [("killed", "A judge", "")]),
    "noun with of": ("Police announced the death of six miners.", [("killed", "six miners", "")]),
    "bodies of": ("Villagers found the bodies of 14 men.", [("killed", "14 men", "")]),
    "counted bodies": ("Police found 14 bodies of men in a well.", [("killed", "men", "")]),
    "no casualties": ("There were no casualties.", [("killed_or_wounded", "no casualties", "")]),
    "nobody": ("Nobody was hurt.", [("wounded", "Nobody", "")]),
    "found by others": (
        "Police on Friday found the bodies of 14 men who were killed by militants.",
        [("killed", "14 men", "")],
    ),
    "an object is no subject": (
        "The blast killed at least 12 people and 30 guards were wounded.",
        [("killed", "at least 12 people", ""), ("wounded", "30 guards", "")],
    ),
    "a subject is no object": (
        "The blast killed 12 people and as many as 30 people may be trapped.",
        [("killed", "12 people", ""), ("trapped", "as many as 30 people", "")],
    ),
    "may is no month": (
        "The blast killed 12 and 30 may be trapped.",
        [("killed", "12", ""), ("trapped", "30", "")],
    ),
    "among them": (
        "Eight civilians were martyred, among them a nursing mother, and 14 injured.",
        [("killed", "Eight civilians", ""), ("killed", "mother", "part"), ("wounded", "14", "")],
    ),
    "an unknown noun": ("Shells fell, killing 26 guests.", [("killed", "26 guests", "")]),
    "an unknown subject": ("Up to nine shoppers were killed.", [("killed", "Up to nine shoppers", "")]),
    "a share of the dead": (
        "Three of those killed were boys aged 13 to 16.",
        [("killed", "Three of those killed were boys", "part")],
    ),
    "shares in front": (
        "Of the injured, five are soldiers and six are civilians.",
        [("wounded", "five are soldiers", "part"), ("wounded", "six are civilians", "part")],
    ),
    "hostages": ("Gunmen took about 250 hostages.", [("abducted", "about 250 hostages", "")]),
    "driven out": (
        "Fighting has driven more than 3,000 people from their homes.",
        [("displaced", "more than 3,000 people", "")],
    ),
    "put at": (
        "An officer put the number of slain militants at eight.",
        [("killed", "eight", "toll")],
    ),
    "another": (
        "Troops killed an insurgent and detained another during a search.",
        [("killed", "an insurgent", ""), ("detained", "another", "adds")],
    ),
    "both": ("The force killed both of them.", [("killed", "both", "")]),
    "along with": (
        "Troops detained a Taliban leader of Gao, along with several of his associates.",
        [("detained", "a Taliban leader", ""), ("detained", "several of his associates", "")],
    ),
    "a number of": (
        "A commander and a number of his fighters were killed.",
        [("killed", "A commander", ""), ("killed", "a number of his fighters", "")],
    ),
    "a district leader": (
        "Troops killed a Taliban district leader.",
        [("killed", "a Taliban district leader", "")],
    ),
    "a part in it": ("He is believed to have taken part in the murder of two judges.", []),
    "whether": ("Police are working to find out whether the leader was killed.", []),
    "a family of six": (
        "Strikes killed 22 people, including a family of six in Velim.",
        [("killed", "22 people", ""), ("killed", "a family of six", "part")],
    ),
    "displaced people": (
        "A strike on a school sheltering displaced people killed nine.",
        [("killed", "nine", "")],
    ),
    "an earlier toll": (
        "Rebels killed 57 people, a group said, revising an earlier toll of 32.",
        [("killed", "57 people", ""), ("killed", "32", "old")],
    ),
    "the same family": (
        "A strike killed eight members of the same family.",
        [("killed", "eight members of the same family", "")],
    ),
    "of the wounded": ("Three of the wounded later died.", [("killed", "Three of the wounded", "succumbed")]),
    "half of the dead": ("More than half of the dead are children.", []),
    "own losses": (
        "The army repelled them, killing 30 rebels while losing four soldiers.",
        [("killed", "30 rebels", ""), ("killed", "four soldiers", "")],
    ),
    "gravely": (
        "Fifteen people were hurt, four critically.",
        [("wounded", "Fifteen people", ""), ("wounded", "four", "part")],
    ),
    "an insert": (
        "The clinic received the bodies of 11 people, including three women, and 70 wounded.",
        [("killed", "11 people", ""), ("killed", "three women", "part"), ("wounded", "70", "")],
    ),
    "bodies handed over": ("Ukraine received the bodies of 50 fallen soldiers.", []),
    "bodies returned": ("The bodies of two hostages were returned to Israel on Monday.", []),
    "members of a faith": ("Gunmen killed 60 Alawites.", [("killed", "60 Alawites", "")]),
    "a people": ("They killed 12 Kurds in Velim.", [("killed", "12 Kurds", "")]),
    "own men, says the army": ("The army said it lost three men.", [("killed", "three men", "")]),
    "who they mostly were": (
        "A strike killed 22 people, mostly women and children.",
        [("killed", "22 people", ""), ("killed", "mostly women", "part"), ("killed", "children", "part")],
    ),
    "a quoted count": ('Jihadists killed "around 60" villagers.', [("killed", 'around 60" villagers', "")]),
    "murders that are no verb": ("The murders which some people explain were grave.", []),
    "one of a people": (
        "A gunman opened fire, killing one Israeli and wounding eight before he was shot.",
        [("killed", "one Israeli", ""), ("wounded", "eight", "")],
    ),
    "a people that qualifies": ("He killed an Israeli soldier.", [("killed", "an Israeli soldier", "")]),
    "as many": (
        "Three soldiers and as many rebels were killed.",
        [("killed", "Three soldiers", ""), ("killed", "many rebels", "")],
    ),
    "bodies at a hospital": (
        "Hospital officials said they had received 17 bodies.",
        [("killed", "17 bodies", "")],
    ),
    "bodies not seen": ("Many bodies could not be recovered.", []),
    "animals": ("The raid killed 40 goats.", []),
    "in quotation marks": ("Troops killed 23 “rebels” in Velim.", [("killed", "23 “rebels", "")]),
    "an age": ("A shell killed a 61-year-old woman.", [("killed", "a 61-year-old woman", "")]),
    "a country's things": ("The war hurt the Colombian economy.", []),
    "two outcomes": (
        "The raid killed four rebels and wounded a dozen.",
        [("killed", "four rebels", ""), ("wounded", "a dozen", "")],
    ),
    "relative clause": (
        "Five drivers who were stopped there were abducted.",
        [("abducted", "Five drivers", "")],
    ),
    "by agent": ("Nine teachers were kidnapped by bandits.", [("abducted", "Nine teachers", "")]),
    "part of": (
        "Twenty people, among them a monk, were wounded.",
        [("wounded", "Twenty people", ""), ("wounded", "a monk", "part")],
    ),
    "one more": ("Two more policemen died on Friday.", [("killed", "Two more policemen", "adds")]),
    "toll": ("The death toll rose to 31.", [("killed", "31", "toll")]),
    "revision": (
        "Officials lowered the toll from 40 to 28.",
        [("killed", "40", "old"), ("killed", "28", "toll")],
    ),
    "the dead were": ("The dead were 17 farmers.", [("killed", "17 farmers", "toll")]),
    "aside with a part, in the active": (
        "The blast killed ten people, six of them nuns, and wounded 17.",
        [("killed", "ten people", ""), ("killed", "six of them nuns", "part"), ("wounded", "17", "")],
    ),
    "a number behind a comma": (
        "Officials report 31 dead, nine of them children, and 17 wounded.",
        [("killed", "31", ""), ("killed", "nine of them children", "part"), ("wounded", "17", "")],
    ),
    "a number of one's own": (
        "She said 31 rebels and four of her own had been killed.",
        [("killed", "31 rebels", ""), ("killed", "four", "")],
    ),
    "either": ("The blast killed or wounded 30 people.", [("killed_or_wounded", "30 people", "")]),
    "one of three": (
        "More than 20 guards had been killed, wounded or captured.",
        [("killed_or_wounded", "More than 20 guards", "")],
    ),
    "captured or killed": (
        "Troops have captured or killed 80 commanders and facilitators.",
        [("captured", "80 commanders", ""), ("captured", "facilitators", "shared")],
    ),
    "one number for two": (
        "The blast killed 29 soldiers and police.",
        [("killed", "29 soldiers", ""), ("killed", "police", "shared")],
    ),
    "found shot": ("The mayor of Daro was found shot dead.", [("killed", "The mayor", "")]),
    "suffered an injury": (
        "Two drivers suffered serious head injuries.",
        [("wounded", "Two drivers", "")],
    ),
    "received wounds": ("Three guards received gunshot wounds.", [("wounded", "Three guards", "")]),
    "it lost": ("The army said it had lost 11 soldiers.", [("killed", "11 soldiers", "")]),
    "it lost no match": ("The club said it had lost 11 members.", []),
    "for the loss of": (
        "It had killed 27 rebels, for the loss of two soldiers.",
        [("killed", "27 rebels", ""), ("killed", "two soldiers", "lost")],
    ),
    "loss of a leader": ("The group regretted the loss of its leader.", []),
    "lives": ("The blast claimed the lives of three nurses.", [("killed", "three nurses", "")]),
    "dead in the phrase": (
        "Reporters counted 41 dead soldiers in a trench.",
        [("killed", "41 dead soldiers", "")],
    ),
    "beside somebody unknown": (
        "Gunmen shot dead the barber and two customers.",
        [("killed", "two customers", "")],
    ),
    "freed by troops": ("Soldiers freed two hostages.", [("rescued", "two hostages", "")]),
    "freed by their captors": ("The rebels freed two hostages.", [("released", "two hostages", "")]),
    "number of the killed": (
        "The bombing brought to at least 41 the number of policemen killed in Daro.",
        [("killed", "policemen", "toll")],
    ),
    "the number is not known": ("The number of policemen killed in Daro is not known.", []),
    "one of the killed": (
        "One of the rebels killed in the strike was their leader.",
        [("killed", "One of the rebels", "part")],
    ),
    "stop killing": ("The rebels must stop murdering citizens.", []),
    "goes on killing": ("The army continues killing civilians.", []),
    "ordered": ("The ministry ordered the arrest of five suspects.", []),
    "ended": ("The cartel announced the suspension of executions of judges.", []),
    "looked into": (
        "The church asked the court to investigate the deaths of three preachers.",
        [("killed", "three preachers", "")],
    ),
    "some of": ("Police detained some of the passengers.", [("detained", "some of the passengers", "")]),
    "on board": (
        "Seven guards travelling aboard a military bus were killed.",
        [("killed", "Seven guards", "")],
    ),
    "whose relatives": (
        "He met relatives of 43 people who were arrested.",
        [("detained", "43 people", "")],
    ),
    "an apposition": (
        "Carla Ruiz, director of the Nordia Trading Company, was abducted.",
        [("abducted", "Carla Ruiz", "")],
    ),
    "one family name and an age": ("Plaza, 52, was abducted in Daro.", [("abducted", "Plaza", "")]),
    "a saint is a town": (
        "THE MAYOR OF SAN ISIDRO LABRADOR WAS ASSASSINATED.",
        [("killed", "THE MAYOR", "")],
    ),
    "a higher number": (
        "A committee of residents gave a higher number, 57, and listed names.",
        [("killed", "57", "toll")],
    ),
    "an unknown trade": ("Four coffee pickers were killed.", [("killed", "Four coffee pickers", "")]),
    "no trade": ("The rebels killed 12 hours later.", []),
    "aside with a part": (
        "Ten people, six of them nuns, were killed.",
        [("killed", "Ten people", ""), ("killed", "six of them nuns", "part")],
    ),
    "aside between dashes": (
        "Ten people - six of them nuns - were killed.",
        [("killed", "Ten people", ""), ("killed", "six of them nuns", "part")],
    ),
    "out of a group": (
        "Two of her guards and one of the drivers were wounded.",
        [("wounded", "Two of her guards", ""), ("wounded", "one of the drivers", "")],
    ),
    "couple of others": (
        "The patrol detained a couple of other militants.",
        [("detained", "a couple of other militants", "")],
    ),
    "loss": ("The militia lost 11 men near Daro.", [("killed", "11 men", "")]),
    "brought to": (
        "The ambush brings to 143 the number killed since January.",
        [("killed", "143", "toll")],
    ),
    "possessive": ("The six nuns' murder shocked Daro.", [("killed", "The six nuns", "")]),
    "joined nouns": (
        "The kidnapping and murder of six nuns shocked Daro.",
        [("abducted", "six nuns", ""), ("killed", "six nuns", "")],
    ),
    "progressive is active": ("Police were killing suspects in Daro.", [("killed", "suspects", "")]),
    "one of several": (
        "A courier was one of several rebels detained in Daro.",
        [("detained", "several rebels", "")],
    ),
    "title of a name": (
        "A nurse, Ana Lopez, 41, and her driver were killed.",
        [("killed", "A nurse", ""), ("killed", "her driver", "")],
    ),
    "office behind a name": (
        "Maria Diaz, a judge, and two bodyguards were shot dead.",
        [("killed", "Maria Diaz", ""), ("killed", "two bodyguards", "")],
    ),
    "relative clause of a part": (
        "They freed 15 people, including two men who had been wounded.",
        [("released", "15 people", ""), ("wounded", "two men", "")],
    ),
    "sub-commander": (
        "Troops captured a Taliban sub-commander.",
        [("captured", "a Taliban sub-commander", "")],
    ),
    "what they do": (
        "Two men suspected of insurgent activity were detained.",
        [("detained", "Two men", "")],
    ),
    "among the dead": ("Thirteen children were among the dead.", [("killed", "Thirteen children", "")]),
    "among the wounded": (
        "Among the wounded were two nuns and a guard.",
        [("wounded", "two nuns", ""), ("wounded", "a guard", "")],
    ),
    "a state's loss": ("Ukraine lost 60 soldiers near Daro.", [("killed", "60 soldiers", "")]),
    "own death at a police post": (
        "An attacker blew up his car at a police school in Velim, killing himself and four cadets.",
        [("killed", "An attacker", "self"), ("killed", "four cadets", "")],
    ),
    "a clause of those who answer": (
        "Raiders struck the column, killing six drivers, and the guards returned fire, killing two raiders.",
        [("killed", "six drivers", ""), ("killed", "two raiders", "")],
    ),
    "how many": ("Velim has not said how many of its soldiers died.", []),
    "how many in the passive": ("It is unclear how many people were killed.", []),
    "what one is besides": ("Her uncle, a lawyer, was shot dead.", [("killed", "Her uncle", "")]),
    "a list of single ones": (
        "A lawyer, a cook and a guard were shot dead.",
        [("killed", "A lawyer", ""), ("killed", "a cook", ""), ("killed", "a guard", "")],
    ),
    "martyrdom": ("Three constables embraced martyrdom.", [("killed", "Three constables", "")]),
    "feared trapped": ("Up to 20 miners were feared trapped.", [("trapped", "Up to 20 miners", "")]),
    "by something else": (
        "Two women were killed by rockets in Velim and six by a mine in Daro.",
        [("killed", "Two women", ""), ("killed", "six", "")],
    ),
    "a year before an article": ("In August 2014 the villagers fled to Daro.", []),
    "who was treated": ("Medics said 20 boys were treated for burns.", [("wounded", "20 boys", "")]),
    "who had wounds": ("Fourteen others had bullet wounds.", [("wounded", "Fourteen others", "")]),
    "a quoted verb": (
        'In the raids 14 rebels were "neutralised", the army said.',
        [("killed", "14 rebels", "")],
    ),
    "as well as": (
        "Eight shoppers were killed, as well as all five attackers.",
        [("killed", "Eight shoppers", ""), ("killed", "all five attackers", "")],
    ),
    "stabbed to death": (
        "A man stabbed two constables to death in Velim.",
        [("killed", "two constables", "")],
    ),
    "stabbed and alive": ("A man stabbed two constables in Velim.", []),
    "for a province": (
        "Troops killed the Taliban's shadow governor for Velim and two of his bodyguards.",
        [("killed", "the Taliban's shadow governor", ""), ("killed", "two of his bodyguards", "")],
    ),
    "a far toll and the one before": (
        "The death toll from a truck bombing in the town of Velim has reached 512, up from 358.",
        [("killed", "512", "toll"), ("killed", "358", "old")],
    ),
    "a toll as a number": ("A later statement gave the toll as 28.", [("killed", "28", "toll")]),
    "a toll of a noun": (
        "The ministry put the number of hostages killed at 23.",
        [("killed", "hostages", "toll")],
    ),
    "a figure of anybody": ("He later raised the number to 105.", []),
    "people of an unknown name": (
        "The navy sank two boats, killing at least 15 Sea Tigers.",
        [("killed", "at least 15 Sea Tigers", "")],
    ),
    "in a clause about a place": (
        "Soldiers who pursued them walked into an ambush in which four men lost their lives.",
        [("killed", "four men", "")],
    ),
    "of the abducted": (
        "Eighteen of the abducted were freed on Tuesday.",
        [("released", "Eighteen of the abducted", "")],
    ),
    "if any": ("The ministry did not say if any policemen were hurt.", []),
    "a toll of so many": ("Officials gave a toll of eight.", [("killed", "eight", "toll")]),
    "a heavy toll": ("The fighting took a heavy toll.", []),
    "the dead who numbered": ("The dead numbered 18.", [("killed", "18", "toll")]),
    "at another place in the active": (
        "Rebels killed 15 villagers with machetes in Velim on Tuesday and another 11 in Daro.",
        [("killed", "15 villagers", ""), ("killed", "another 11", "")],
    ),
    "an army captain": ("An army captain was killed.", [("killed", "An army captain", "")]),
    "taken and killed": (
        "Two priests kidnapped in Velim last week have been killed.",
        [("abducted", "Two priests", ""), ("killed", "Two priests", "")],
    ),
    "counted twice": ("Some bodies had been counted twice.", []),
    "members of a force": (
        "The bomb killed eight members of the security forces and four boys.",
        [("killed", "eight members", ""), ("killed", "four boys", "")],
    ),
    "members of two forces": (
        "The bomb killed three members of the army and police.",
        [("killed", "three members", "")],
    ),
    "some of them": (
        "The bodies of 12 people, some of them beheaded, were found in Velim.",
        [("killed", "12 people", ""), ("killed", "some of them", "part")],
    ),
    "burned alive": ("Soldiers burned 11 people alive in Velim.", [("killed", "11 people", "")]),
    "own death": (
        "A bomber killed himself and six worshippers.",
        [("killed", "A bomber", "self"), ("killed", "six worshippers", "")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_counts(text: str, expected: list[Row]) -> None:
    """Each construction gives its victims, once."""
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The town lies 90 kilometres (55 miles) from the border.",
        "The brigade fired 40 shells at Hill 250.",
        "They planned to kill the governor.",
        "Reports suggested 8,000 militants and their families had moved to the valley.",
        "The shelling would have killed hundreds.",
        "Innocent people are being killed, the bishop said.",
        "The club lost three players in the summer.",
        "The strike did not harm any civilians.",
        "He is responsible for the deaths of several herders.",
    ],
)
def test_what_is_no_casualty(text: str) -> None:
    """Distances, shells, intentions, movements and things that did not happen harm nobody."""
    assert rows(text) == []


def test_coordinated_groups_are_rows_of_their_own() -> None:
    """ "Four fighters, a policeman and two shepherds" is three rows, never one of seven."""
    found = rows("Four fighters, a policeman and two shepherds were killed.")
    assert [victims for _, victims, _ in found] == ["Four fighters", "a policeman", "two shepherds"]


def test_capitals() -> None:
    """A text all in capitals is read alike."""
    assert rows("TWO PEASANTS WERE KILLED WHEN GUERRILLAS ATTACKED A BUS.") == [
        ("killed", "TWO PEASANTS", "")
    ]


def test_the_agent_is_kept() -> None:
    """Who did it is read from the subject and from a by phrase."""
    for text in ("Rebels killed a judge.", "A judge was killed by Rebels."):
        scan = Scan(text)
        agents = [scan.span(group.start, group.end) for count in find_counts(scan) for group in count.agents]
        assert agents == ["Rebels"]


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Nine farmers were killed in Velim.", "stated"),
        ("It is feared that nine farmers were killed in Velim.", "alleged"),
        ("Twelve farmers were feared dead.", "alleged"),
        ("Up to 40 farmers may have been killed.", "hypothetical"),
        ("The army denied that troops had killed nine farmers.", "denied"),
        ("The army rejected claims that troops killed nine farmers.", "denied"),
        ("The army denied any part in the murder of nine farmers.", "stated"),
    ],
)
def test_how_a_count_stands(text: str, assertion: str) -> None:
    """What is feared, possible or denied is not stated; who denies his part does not deny the dead."""
    assert [count.assertion for count in find_counts(Scan(text))] == [assertion]


def test_a_release_that_is_only_talked_of_is_no_count() -> None:
    """Envoys who discuss a release have released nobody."""
    assert find_counts(Scan("Envoys met in Geneva to discuss the release of prisoners.")) == []
    assert find_counts(Scan("Gunmen demanded the release of 12 prisoners.")) == []


def test_a_listed_trade_does_not_end_a_list_of_names() -> None:
    """What each of the dead was stands between their names."""
    text = "THREE CIVILIANS WERE KILLED: ROSALBA PERDOMO, THE BANK'S CASHIER; ALIRIO CUELLAR, A STORE OWNER."
    scan = Scan(text)
    named = persons_of(scan, scan.groups, find_counts(scan)[0].group)
    assert [person.name for person in named] == ["ROSALBA PERDOMO", "ALIRIO CUELLAR"]
